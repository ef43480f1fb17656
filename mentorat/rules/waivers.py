"""Rules set aside by a pairing, each with its reason (guide, chapter 6)."""

from __future__ import annotations

from dataclasses import dataclass

from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rules.base import INFO, Problem, Rule, found_elsewhere, problem
from mentorat.workspace import Case


@dataclass(slots=True)
class Waiver:
    """An entry of `adaptations` that sets a rule aside, and whether anything needed it."""

    node: Node
    code: str
    reason: str
    used: bool = False


def waivers_of(case: Case) -> dict[str, Waiver]:
    """The rules that a pairing sets aside with a reason, by code; faulty entries do nothing."""
    from mentorat.rules import RULES

    found: dict[str, Waiver] = {}
    for entry in case.own["adaptations"]:
        code, reason = entry["rule"].word, entry["reason"].text()
        known = RULES.get(code)
        if known and known.waivable and entry["reason"]:
            found[code] = Waiver(entry["rule"], code, reason)
    return found


def unused_waiver(waiver: Waiver) -> Problem:
    """The finding on a waiver that sets nothing aside."""
    return problem(waiver.node, N_("{code} is set aside here, but nothing breaks it."), code=waiver.code)


RULES: tuple[Rule, ...] = (
    Rule(
        code="WAIV001",
        slug="waiver-unneeded",
        subject="pairing",
        due={"now": INFO},
        party="facilitator",
        place="chapter-6",
        mend=N_("Remove the entry, so that the list of adaptations shows what the partners really changed."),
        check=found_elsewhere,
        why=N_(
            "Adaptations are agreed and stay visible in every report; one that nothing needs hides "
            "those that matter."
        ),
    ),
)
