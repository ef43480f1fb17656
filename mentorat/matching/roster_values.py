"""The columns of a register, each read as what it means; docs/register.md describes them for people."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from mentorat.findings import Message
from mentorat.guide import vocabulary as guide
from mentorat.i18n import N_
from mentorat.matching.features import Vocabulary
from mentorat.model.countries import COUNTRIES, COUNTRY_ALIASES

Row = Mapping[str, Any]
"""A line: the name of a column to a text (in a table), or to any value (in JSON)."""

COLUMNS = (
    "id", "city", "aliases", "country", "code", "languages", "themes", "practices", "population",
    "migrants_share", "migrants_definition", "unemployment", "budget", "currency", "urbanisation",
    "migration_kinds", "state_form", "tiers", "national_programme", "capacity", "learning_goals",
)  # fmt: skip

_PRACTICE = ("title", "text", "themes", "experience", "since", "evidence_url")
_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
_WORDS = r"[;,|\s]"
_SPACES = re.compile(r"\s+")
_YES, _NO = frozenset({"yes", "true", "1", "oui"}), frozenset({"no", "false", "0", "non"})
_THEME = re.compile(r"(?P<theme>[^:=]+?)\s*([:=]\s*(?P<level>[^:=]*?)\s*([:=]\s*(?P<since>[^:=]*?))?)?\s*")


class BadValue(ValueError):
    """A value that makes its line unusable, and the sentence that says why."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text)
        self.message = Message(text, values)


def strengths(row: Row, city: str, policies: Sequence[Any]) -> dict[str, Any]:
    """A line as a mentor's strengths, as the file of a mentor would hold them; the practices come last."""
    share, definition = (
        number(row, "migrants_share"),
        word(row, "migrants_definition", guide.MIGRANT_DEFINITION.terms),
    )
    budget = number(row, "budget")
    local: dict[str, Any] = {
        "population": {"value": number(row, "population")},
        "migrant_population": {"share": share, "definition": definition},
        "unemployment": {"value": number(row, "unemployment")},
        "municipal_budget": {"amount": budget, "currency": text(row, "currency").upper()},
        "degree_of_urbanisation": word(row, "urbanisation", guide.DEGREE_OF_URBANISATION.terms),
        "migration_kinds": words(row, "migration_kinds", guide.MIGRATION_KIND.terms),
    }
    return {
        "city": city,
        "languages": listed(row, "languages", _WORDS),
        "capacity": whole(row, "capacity", 10_000),
        "learning_goals": listed(row, "learning_goals"),
        "policies": [*policies, *_practices(row)],
        "local_context": local,
        "national_context": {
            "state_form": word(row, "state_form", guide.STATE_FORM.terms),
            "tiers": number(row, "tiers"),
            "national_programme": yes_or_no(row, "national_programme"),
        },
    }


# ------------------------------------------------------------------ plain values


def text(row: Row, column: str) -> str:
    """A text on one line ("" where there is none)."""
    value = row.get(column)
    if value is None:
        return ""
    if isinstance(value, str):
        return _SPACES.sub(" ", value).strip()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise BadValue(N_("Column “{column}” must hold a text."), column=column)


def listed(row: Row, column: str, between: str = r"[;,|]") -> list[str] | None:
    """Several texts: a list, or one text with commas or semicolons between them."""
    value = row.get(column)
    if value is None:
        return None
    if isinstance(value, str):
        return [part.strip() for part in re.split(between, value) if part.strip()]
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return [part.strip() for part in value if part.strip()]
    raise BadValue(N_("Column “{column}” must hold a list of texts."), column=column)


def number(row: Row, column: str) -> float | int | None:
    """A finite number, in a table also with spaces between thousands and with a decimal comma."""
    value = row.get(column)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        plain = _SPACES.sub("", value)
        if len(plain) < 40 and _NUMBER.fullmatch(plain):
            value = float(plain.replace(",", ".")) if "," in plain or "." in plain else int(plain)
    if (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and abs(value) < 1e18
        and math.isfinite(value)
    ):
        return value
    raise BadValue(N_("“{value}” is no number (column “{column}”)."), value=_shown(value), column=column)


def whole(row: Row, column: str, most: int) -> int | None:
    """A whole number from 0 on."""
    value = number(row, column)
    if value is None:
        return None
    if value == int(value) and 0 <= value <= most:
        return int(value)
    raise BadValue(
        N_("“{value}” is no whole number from 0 to {most} (column “{column}”)."),
        value=_shown(value),
        most=most,
        column=column,
    )


def word(row: Row, column: str, known: Collection[str]) -> str | None:
    """One of some words."""
    value = text(row, column).casefold()
    if not value or value in known:
        return value or None
    raise _unknown(value, column, known)


def words(row: Row, column: str, known: Collection[str]) -> list[str] | None:
    """Several of some words."""
    found = listed(row, column, _WORDS)
    for value in found or ():
        if value.casefold() not in known:
            raise _unknown(value, column, known)
    return [value.casefold() for value in found] if found is not None else None


def yes_or_no(row: Row, column: str) -> bool | None:
    """Whether something is so."""
    value = row.get(column)
    if value is None or isinstance(value, bool):
        return value
    said = str(value).strip().casefold()
    if said in _YES | _NO:
        return said in _YES
    raise BadValue(
        N_("“{value}” is neither yes nor no (column “{column}”)."), value=_shown(value), column=column
    )


def country(row: Row) -> str:
    """The country, as ISO 3166-1 has it."""
    value = text(row, "country").upper()
    code = COUNTRY_ALIASES.get(value, value)
    if code and code not in COUNTRIES:
        raise BadValue(N_("“{value}” is no country of two letters (column “country”)."), value=_shown(value))
    return code


def _unknown(value: str, column: str, known: Collection[str]) -> BadValue:
    return BadValue(
        N_("“{value}” is not known (column “{column}”). Known are: {known}."),
        value=_shown(value),
        column=column,
        known=", ".join(known),
    )


def _shown(value: object) -> str:
    shown = str(value)
    return shown if len(shown) <= 40 else f"{shown[:40]}…"


# ------------------------------------------------------------------ themes and practices


Level = tuple[str, int | None, str | None]
"""A theme, the level of experience, and since when."""


def levels(row: Row) -> list[Level]:
    """What a city works on, theme by theme."""
    found = row.get("themes")
    if found is None:
        return []
    entries: list[tuple[str, object, object]]
    if isinstance(found, dict):
        entries = [
            (str(theme), level.get("experience"), level.get("since"))
            if isinstance(level, dict)
            else (str(theme), level, None)
            for theme, level in found.items()
        ]
    else:
        entries = []
        for part in listed(row, "themes") or ():
            match = _THEME.fullmatch(part)
            if match is None:
                raise BadValue(
                    N_("“{value}” is no theme with its experience, as in language:3."), value=_shown(part)
                )
            entries.append((match["theme"], match["level"] or None, match["since"] or None))
    return [(theme, level_of(level), since_of(since)) for theme, level, since in entries]


def policy(level: Level, vocabulary: Vocabulary) -> dict[str, Any]:
    """A theme with its experience as a policy without a text."""
    theme, experience, since = level
    label = vocabulary.label((vocabulary.codes([theme]) or (theme,))[0])
    return {"id": label, "themes": [theme], "experience": experience, "since": since}


def _practices(row: Row) -> list[dict[str, Any]]:
    """Practices with a text, which only JSON can hold."""
    found = row.get("practices")
    if found is None:
        return []
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise BadValue(N_("Column “{column}” must hold a list of objects."), column="practices")
    return [
        {
            **{key: entry.get(key) for key in _PRACTICE if isinstance(entry.get(key), str | dict)},
            "themes": listed(entry, "themes"),
            "experience": level_of(entry.get("experience")),
            "since": since_of(entry.get("since")),
        }
        for entry in found
    ]


def level_of(value: object) -> int | None:
    """A level of experience from 0 to 4."""
    if value is None:
        return None
    said = str(value).strip()
    if not isinstance(value, bool) and said in ("0", "1", "2", "3", "4"):
        return int(said)
    raise BadValue(N_("“{value}” is no level of experience from 0 to 4."), value=_shown(value))


def since_of(value: object) -> str | None:
    """A day, a month or a year, as text."""
    if value is None:
        return None
    said = str(value).strip()
    if not isinstance(value, bool) and re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", said):
        return said
    raise BadValue(N_("“{value}” is no date such as 2019 or 2019-05-01."), value=_shown(value))
