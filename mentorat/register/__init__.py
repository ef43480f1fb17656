"""The municipalities of Europe with their codes, so that a city that is named is known for what it is.

Eurostat's list of local administrative units, edition of 2019, comes with the tool; names, codes and
figures of the pilot's eight cities are added to it.  What the list lacks is said (`gaps`), and a
place that cannot be told from another is never chosen for anybody.
"""

from __future__ import annotations

import difflib
import functools
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mentorat.guide import countries
from mentorat.i18n import N_
from mentorat.model.countries import COUNTRY_ALIASES
from mentorat.nodes import Node
from mentorat.register import table
from mentorat.register.names import plain

EDITION = 2019
SOURCE = "Eurostat, LAU 2019"
MOST_ALIKE = 8
"""How many places of a similar name are proposed at most."""
CLOSE = 0.82
"""From which likeness on a spelling is taken for a slip of the pen."""

DEGREES = {"1": "city", "2": "town", "3": "rural"}
PARTS = {
    "GR": N_("For Greece the list knows communes only: the code and the population of a whole municipality are not in it."),
    "IE": N_("For Ireland the list knows electoral areas only: the code and the population of a whole authority are not in it."),
    "PT": N_("For Portugal the list knows parishes only: the code and the population of a whole municipality are not in it."),
}  # fmt: skip
"""Countries of which the list knows parts of municipalities only."""
GAPS = PARTS | {
    "CY": N_("For Cyprus the list gives no population."),
    "FR": N_("For France the list gives no population."),
    "MK": N_("For North Macedonia the list gives the population of some municipalities only."),
    "SK": N_("For Bratislava and Košice the list knows districts only: the code and the population of the whole city are not in it."),
    "TR": N_("For Turkey the list gives no degree of urbanisation."),
}  # fmt: skip
"""What the list lacks, by country."""
_DISTRICT = " - mestská časť "


@dataclass(frozen=True, slots=True)
class Known:
    """A fact with the year it stands for and where it comes from."""

    value: float | str
    year: int
    source: str

    @property
    def cited(self) -> str:
        """The source, and the year where its name does not tell it."""
        return self.source if str(self.year) in self.source else f"{self.source}, {self.year}"


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality of the list.

    `latin` is its name in Latin letters, or in the country's other language, where it differs;
    `nuts3` its region (NUTS 2016); `zone` the functional urban area around a larger city that it
    belongs to; `degree_of_urbanisation` is a word of the method's vocabulary.  `whole` is False for
    a commune, parish or district, which is only a part of a municipality.
    """

    country: str
    code: str
    name: str
    latin: str = ""
    nuts3: str = ""
    population: int | None = None
    degree_of_urbanisation: str = ""
    zone: str = ""
    other_code: str = ""
    aliases: tuple[str, ...] = ()
    whole: bool = True
    year: int = EDITION
    source: str = SOURCE
    counted_in: int = EDITION
    names: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    figures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, hash=False)

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way to write its name, its own first."""
        return tuple(dict.fromkeys(name for name in (self.name, self.latin, *self.aliases) if name))

    @property
    def gap(self) -> str:
        """The sentence that says what the list lacks for it ("" where it lacks nothing)."""
        districts = self.country == "SK" and self.whole
        return "" if districts else GAPS.get(self.country, "")

    def local_context(self) -> dict[str, Any]:
        """What is known of the city, as the key `local_context` of Annexes 2 and 3 holds it."""
        if not self.whole:
            return {}
        known: dict[str, Any] = {key: dict(figure) for key, figure in self.figures.items()}
        if self.population:
            known["population"] = {
                "value": self.population,
                "year": self.counted_in,
                "source": self.source,
            }
        if self.degree_of_urbanisation:
            known["degree_of_urbanisation"] = self.degree_of_urbanisation
        return known


@dataclass(frozen=True, slots=True)
class Found:
    """The municipalities of a name, and others that could be taken for them or be meant."""

    exact: tuple[Municipality, ...]
    alike: tuple[Municipality, ...]

    @property
    def sure(self) -> Municipality | None:
        """The one municipality that must be meant: no other of that name, none alike that is larger."""
        if len(self.exact) != 1 or not self.exact[0].whole:
            return None
        only = self.exact[0]
        return None if any(other.whole and _size(other) < _size(only) for other in self.alike) else only


def find(name: str, country: str = "") -> list[Municipality]:
    """The municipalities that a name may mean, the likeliest first."""
    found = search(name, country)
    return [*found.exact, *found.alike]


def search(name: str, country: str = "") -> Found:
    """Those of exactly that name, in any of its languages, and those that are easily mistaken for them.

    Args:
        name: as people write it; case, accents and hyphens do not matter.
        country: only there (ISO 3166-1, or as Eurostat writes it).
    """
    wanted, where = plain(name), iso(country)
    if not wanted:
        return Found((), ())
    exact = _exact(name, wanted, where)
    alike = _alike(exact, wanted) if exact else _near(wanted, where)
    return Found(tuple(exact), tuple(alike[:MOST_ALIKE]))


def by_code(country: str, lau_code: str) -> Municipality | None:
    """The municipality of a country with that code, Eurostat's or a newer one of the eight cities."""
    where, code = iso(country), lau_code.strip()
    for city in _cities():
        if code and where == city["country"] and code in (city["code"], city.get("other_code")):
            return _city(city)
    row = table.by_code(where, code) if code else None
    return _municipality(row) if row else None


def iso(country: str) -> str:
    """A country's code after ISO 3166-1, whoever wrote it."""
    code = country.strip().upper()
    return COUNTRY_ALIASES.get(code, code)


def context_for(organisation: Node) -> dict[str, Known]:
    """What is publicly known of a city's setting, for a profile that does not say it.

    `population` and `degree_of_urbanisation` of the municipality that the organisation is (`meant`); by
    its country `state_form`, `tiers` and `lai`.
    """
    where, code, names = identity(organisation)
    known = municipality_context(meant(where, code, names).sure)
    return known | government_context(where)


def identity(organisation: Node) -> tuple[str, str, tuple[str, ...]]:
    """The country, the code and the names by which a city's file says which municipality it is."""
    names = organisation["names"].value
    written = [*(names.values() if isinstance(names, dict) else [names]), *organisation["aliases"].words]
    called = tuple(name for name in written if isinstance(name, str))
    return iso(organisation["country"].word), organisation.at("codes", "lau").word, called


def municipality_context(city: Municipality | None) -> dict[str, Known]:
    """What the list and the added figures know of a municipality."""
    known: dict[str, Known] = {}
    local = city.local_context() if city else {}
    if "population" in local:
        figure = local["population"]
        known["population"] = Known(figure["value"], figure["year"], figure["source"])
    if city and "degree_of_urbanisation" in local:
        known["degree_of_urbanisation"] = Known(city.degree_of_urbanisation, city.year, city.source)
    return known


def government_context(country: str) -> dict[str, Known]:
    """How a country is governed, by its code after ISO 3166-1."""
    found = countries.country(country)
    if found is None:
        return {}
    year, source = found.government_year, found.government_source
    return {
        "state_form": Known(found.state_form, year, source),
        "tiers": Known(found.tiers, year, source),
        "lai": Known(found.autonomy, found.autonomy_year, found.autonomy_source),
    }


@dataclass(frozen=True, slots=True)
class Meant:
    """The municipality that a city's file means, and where it is not sure, those that it may mean."""

    sure: Municipality | None = None
    choices: tuple[Municipality, ...] = ()


def meant(country: str, code: str, names: Iterable[str]) -> Meant:
    """The municipality of a code, else the only one in the country that bears one of the names.

    A name of one word that a city shares with the district around it (Jelgava and Jelgavas novads) means
    neither; one that says which it is (City of Jelgava) settles it.  A code that has lost its leading
    zeros, as spreadsheets do it, means nobody either, but the city that it may mean is named.

    Args:
        country: after ISO 3166-1, or as Eurostat writes it; without one nothing is found.
        code: where there is one, names do not count.
        names: as people write them, in any language.
    """
    where = iso(country)
    if code or not where:
        sure = by_code(where, code)
        padded = (by_code(where, f"{zeros}{code}") for zeros in ("0", "00", "000"))
        return Meant(sure, tuple(place for place in padded if place and not sure and place.whole))
    clear: dict[tuple[str, str, str], Municipality] = {}
    doubtful: dict[tuple[str, str, str], Municipality] = {}
    for name in dict.fromkeys(map(plain, names)):
        exact = [place for place in _exact(name, name, where) if place.whole] if name else []
        beside = [] if " " in name else _around(exact)
        found = clear if len(exact) == 1 and not beside else doubtful
        found.update({(place.country, place.code, place.name): place for place in (*exact, *beside)})
    if len(clear) == 1:
        return Meant(next(iter(clear.values())))
    return Meant(
        choices=tuple(sorted((clear | doubtful).values(), key=lambda place: (_size(place), place.code)))
    )


def _around(exact: list[Municipality]) -> list[Municipality]:
    """Municipalities in the region of one that a short form of their name would mean as well."""
    if len(exact) != 1:
        return []
    found = _alike(exact, exact[0].names[0]) if exact[0].names else []
    return [place for place in found if place.whole and place.nuts3 == exact[0].nuts3]


# ------------------------------------------------------------------ the eight cities


@functools.cache
def _cities() -> list[dict[str, Any]]:
    cities: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cities.json").read_text("utf-8"))
    for city in cities:
        city["called"] = frozenset(
            map(plain, (city.get("name", ""), city.get("latin", ""), *city["aliases"]))
        )
    return cities


def _city(city: dict[str, Any]) -> Municipality:
    row = table.by_code(city["country"], city["code"]) if city["code"] else None
    if row:
        return _municipality(row)
    return Municipality(
        country=city["country"],
        code=city["code"],
        name=city["name"],
        latin=city["latin"],
        nuts3=city["nuts3"],
        aliases=tuple(city["aliases"]),
        source="",
        names=tuple(sorted(city["called"])),
        communes=tuple(city["communes"]),
        figures=city["context"],
    )


# ------------------------------------------------------------------ looking for a name


def _municipality(row: table.Row) -> Municipality:
    curated = next((c for c in _cities() if (c["country"], c["code"]) == (row.country, row.code)), {})
    return Municipality(
        country=row.country,
        code=row.code,
        name=row.name,
        latin=row.latin,
        nuts3=row.nuts3,
        population=row.population,
        degree_of_urbanisation=DEGREES.get(row.degree, ""),
        zone=row.zone,
        other_code=curated.get("other_code", ""),
        aliases=tuple(curated.get("aliases", ())),
        whole=row.country not in PARTS and _DISTRICT not in row.name,
        counted_in=countries.counted_in(row.country, EDITION),
        names=row.names,
        figures=curated.get("context", {}),
    )


def _municipalities(rows: Iterable[table.Row], country: str) -> list[Municipality]:
    return [_municipality(row) for row in rows if not country or row.country == country]


def _size(place: Municipality) -> tuple[int, int]:
    """From the largest place to the smallest, as far as it is known."""
    degrees = [*DEGREES.values(), ""]
    return degrees.index(place.degree_of_urbanisation), -(place.population or 0)


def _exact(name: str, wanted: str, country: str) -> list[Municipality]:
    cities = [
        _city(city) for city in _cities() if country in ("", city["country"]) and wanted in city["called"]
    ]
    inside = {(city.country, code) for city in cities for code in city.communes}
    listed = {(city.country, city.code) for city in cities} | inside
    others = _municipalities(table.named(wanted), country)
    others = [place for place in others if (place.country, place.code) not in listed]
    return sorted(
        [*cities, *others], key=lambda place: (_tier(place, name, wanted), _size(place), place.code)
    )


def _tier(place: Municipality, name: str, wanted: str) -> int:
    """How directly a name is a place's: its own, its Latin one (accents and all, or not), a part, an alias."""
    if not place.whole:
        return 6
    for index, own in enumerate((place.name, place.latin)):
        if own.casefold() == name.strip().casefold():
            return index
    for index, own in enumerate((place.name, place.latin)):
        if plain(own) == wanted:
            return 2 + index
    return 4 if wanted in place.names else 5


def _alike(exact: list[Municipality], wanted: str) -> list[Municipality]:
    """Those that are easily mistaken: the rural district around a city, a longer name of the same start."""
    taken = {(place.country, place.code) for place in exact}
    regions = {place.nuts3 for place in exact}
    homes = {place.country for place in exact}
    found = {}
    for first in {name.split()[0] for place in exact for name in place.names if place.whole}:
        if len(first) >= 6:
            for place in _municipalities(table.beginning(first[:-1]), ""):
                if place.nuts3 in regions:
                    found[place.country, place.code] = place
    for place in _municipalities(table.beginning(f"{wanted} "), ""):
        if place.country in homes:
            found[place.country, place.code] = place
    for city in exact:
        for code in city.communes:
            row = table.by_code(city.country, code)
            if row:
                found[row.country, row.code] = _municipality(row)
    others = [place for key, place in found.items() if key not in taken]
    return sorted(others, key=lambda place: (place.nuts3 not in regions, _size(place), place.code))


def _near(wanted: str, country: str) -> list[Municipality]:
    """Those that a slip of the pen, or a shortened name, may stand for."""
    longest = len(wanted) + 2
    names = {name for piece in _pieces(wanted) for name in table.names_with(piece, longest)}
    close = difflib.get_close_matches(wanted, sorted(names), n=MOST_ALIKE, cutoff=CLOSE)
    found = [place for name in close for place in _exact(name, name, country)]
    if len(wanted) >= 4:
        longer = [*table.beginning(f"{wanted} "), *table.ending(f" {wanted}")]
        found += sorted(_municipalities(longer, country), key=_size)
    return list({(place.country, place.code, place.name): place for place in found}.values())


def _pieces(name: str) -> list[str]:
    """Pieces of a name of which one at least survives a slip or two: its start, its middle, its end."""
    if len(name) < 4:
        return []
    if len(name) < 9:
        return [f"|{name[: len(name) // 2]}", f"{name[len(name) // 2 :]}|"]
    third = len(name) // 3
    return [f"|{name[:third]}", name[third:-third], f"{name[-third:]}|"]
