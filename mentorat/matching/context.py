"""What a city's file does not say of its setting, and the bundled tables know: its size, its country.

Only what is missing is filled in, from the register of municipalities and the table of countries, and it
keeps its source wherever it is shown.  A name that several municipalities bear is asked about, not guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentorat import register
from mentorat.findings import Message
from mentorat.i18n import N_

LOCAL = {"population": "population", "urbanisation": "degree_of_urbanisation"}
GOVERNMENT = {"state_form": "state_form", "tiers": "tiers", "autonomy": "lai"}
"""What is compared, by what the register calls it."""
_NAMED = 3

WHICH = N_(
    "Which municipality is {city}: {choices}? Its LAU code in {file} would fill in its population and its "
    "degree of urbanisation."
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value comes from that no document of the programme says.

    `table` is `register` or `countries`; `cited` names the publication and the year; `year` is the year
    that the value stands for.
    """

    table: str
    cited: str
    year: int


@dataclass(frozen=True, slots=True)
class Supplied:
    """What the tables know of a city; `question` asks which municipality it is."""

    local: Mapping[str, tuple[float | str, Source]]
    question: Message | None = None


def local_context(country: str, code: str, names: Iterable[str], *, city: str, file: str) -> Supplied:
    """Population and degree of urbanisation of the municipality that a city's file means.

    Args:
        country: after ISO 3166-1.
        code: its code in the list of municipalities ("" for none).
        names: its names, in any language.
        city: what it is called in a question.
        file: where its code would stand.
    """
    found = register.meant(country, code, names)
    if found.choices:
        listed = "; ".join(f"{place.name} ({place.code or place.nuts3})" for place in found.choices[:_NAMED])
        more = " …" if len(found.choices) > _NAMED else ""
        values = {"city": city, "choices": listed + more, "file": file}
        return Supplied({}, Message(WHICH, values))
    known = register.municipality_context(found.sure)
    return Supplied(_sourced(known, LOCAL, "register"))


def government(country: str) -> Mapping[str, tuple[float | str, Source]]:
    """Form of state, tiers and Local Autonomy Index of a country, by its code after ISO 3166-1."""
    return _sourced(register.government_context(country), GOVERNMENT, "countries")


def _sourced(
    known: Mapping[str, register.Known], wanted: Mapping[str, str], table: str
) -> Mapping[str, tuple[float | str, Source]]:
    return {
        fact: (
            value.value if isinstance(value.value, str) else float(value.value),
            Source(table, value.cited, value.year),
        )
        for fact, name in wanted.items()
        if (value := known.get(name))
    }
