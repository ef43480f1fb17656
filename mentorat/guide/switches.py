"""Which rules a programme's or pairing's own choices switch off (guide, chapter 6; chapter 5 on its end).

One table, code by code.  PLAN008 and APPR002 hold whenever a plan exists: mentors never decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from mentorat.i18n import N_


@dataclass(frozen=True, slots=True)
class Switch:
    """A choice, and the rules that it makes pointless.  A code ending in `*` stands for its part."""

    reason: str
    codes: frozenset[str]
    kept: frozenset[str] = frozenset()

    def covers(self, code: str) -> bool:
        """Whether this choice switches the rule off."""
        return code not in self.kept and (code in self.codes or f"{code[:4]}*" in self.codes)


ALWAYS = frozenset({"PLAN008", "PLAN011", "PLAN013", "PLAN021", "APPR002"})

SWITCHES: dict[str, Switch] = {
    "purpose": Switch(
        N_("The pairing serves another purpose than planning actions, so the rules on the plan are off."),
        frozenset({"PLAN*", "APPR*", "POLI004", "VISI008", "VISI010", "VISI011", "VISI012", "VISI015", "VISI017", "BENC009", "FOLL001", "FOLL002", "FOLL003", "FOLL005", "FOLL006", "FOLL007"}),
        ALWAYS,
    ),
    "ends_at": Switch(
        N_("The mentoring ends with the plan, so the rules on implementation are off."),
        frozenset({"FOLL001", "FOLL002", "FOLL003", "FOLL005", "FOLL006", "FOLL007", "NETW011"}),
    ),
    "format": Switch(
        N_("The programme is a community of practice, so the rules on mentors are off."),
        frozenset({"PAIR002", "PAIR003", "PAIR004", "PAIR005", "PAIR011", "STRG*", "MATC*", "TRAI007", "VISI005", "VISI006", "FOLL001", "FOLL005", "NETW009"}),
    ),
    "benchmark": Switch(
        N_("No benchmark is used, so the rules on it are off."),
        frozenset({"BENC*"}),
        frozenset({"BENC006", "BENC007"}),
    ),
}


class Choices(TypedDict):
    """What a programme and a pairing have chosen, as far as rules depend on it."""

    purpose: str
    ends_at: str
    programme_format: str
    benchmark: object


def switched_off(
    code: str, *, purpose: str, ends_at: str, programme_format: str, benchmark: object
) -> str | None:
    """Why a rule does not apply to a pairing; None where it does.

    Args:
        code: the rule.
        purpose, ends_at, programme_format: the choices as ids ("" where none is made).
        benchmark: whether a benchmark is used (True, False, or None where nobody has decided).
    """
    chosen = {
        "purpose": bool(purpose) and purpose != "action_planning",
        "ends_at": ends_at == "plan",
        "format": programme_format == "community_of_practice",
        "benchmark": benchmark is False,
    }
    for name, on in chosen.items():
        if on and SWITCHES[name].covers(code):
            return SWITCHES[name].reason
    return None
