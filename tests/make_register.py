"""Make `mentorat/register/lau-2019.tsv.gz` again from Eurostat's table of local administrative units.

    python -m tests.make_register lau_2019_regions.csv.gz

The table is Eurostat's list "Local administrative units (LAU) 2019" (NUTS 2016) as one CSV file,
plain or compressed, with the columns `code_2016` (NUTS 3), `lau_code`, `lau_name_national`,
`lau_name_latin`, `population`, `degurba`, `city_name`, `fua_name` and `country`.  The same table gives
the same bytes.

A line of the result is a municipality: country (ISO 3166-1), code, the names to find it by, name, Latin
or second name where it differs, NUTS 3, population, degree of urbanisation (1 to 3), and the functional
urban area it belongs to.  Lines are in the order of their bytes, so that a code is found by halving.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mentorat.model.countries import COUNTRY_ALIASES
from mentorat.register.names import plain
from mentorat.register.table import FILE

Row = dict[str, str]

_TYPE_WORDS = re.compile(
    r"^(Municipal Commune of|Local Commune of|Δημοτική Κοινότητα|Τοπική Κοινότητα|ΨΕΥΔΟΔΗΜΟΤΙΚΗ ΚΟΙΝΟΤΗΤΑ|"
    r"Municipiul|Oraş|Oras) | \(psevdo\)$| (linn|vald)$"
)
"""What the list puts before or after a name in Greece, Romania and Estonia."""


def names(row: Row, sole_city: bool) -> list[str]:
    """The names by which a municipality is found, plain, the full ones first."""
    found: list[str] = []
    for written in (row["lau_name_national"], row["lau_name_latin"]):
        name = _TYPE_WORDS.sub("", _TYPE_WORDS.sub("", written)).strip()
        found += [name, *_parts(name, row["country"])]
    if sole_city and not row["city_name"].startswith("European City"):
        found.append(row["city_name"])
    return [name for name in dict.fromkeys(map(plain, found)) if name]


def _parts(name: str, country: str) -> Iterator[str]:
    """The names inside a name: `Bolzano/Bozen`, `Coruña, A`, `Köln, Stadt`, `Renens (VD)`."""
    bare = re.match(r"^(.+?) \((.+?)\)", name)
    if bare:
        yield from (bare[1], bare[2]) if country == "CY" else (bare[1],)
    head, comma, tail = name.partition(", ")
    if comma and country != "PT":
        yield head
        if country != "DE":
            yield f"{tail} {head}"
    sides = re.split(r" - |/", head)
    if len(sides) > 1:
        yield from sides[:1] if country == "DE" else sides


def line(row: Row, sole_city: bool) -> str:
    """The line of a municipality."""
    national, latin = row["lau_name_national"], row["lau_name_latin"]
    country = COUNTRY_ALIASES.get(row["country"], row["country"])
    degree = row["degurba"][:1]
    cells = (
        country,
        row["lau_code"],
        f"|{'|'.join(names(row, sole_city))}|",
        national,
        "" if latin == national else latin,
        row["code_2016"],
        row["population"].removesuffix(".0"),
        degree if degree in "123" else "",
        row["fua_name"].removeprefix("European FUA of "),
    )
    return "\t".join(cells) + "\n"


def make(source: Path) -> bytes:
    """The register's file from Eurostat's table."""
    data = source.read_bytes()
    text = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    cities = Counter((row["country"], row["city_name"]) for row in rows)
    lines = [line(row, cities[row["country"], row["city_name"]] == 1) for row in rows]
    return gzip.compress("".join(sorted(lines, key=str.encode)).encode(), 9, mtime=0)


if __name__ == "__main__":
    FILE.write_bytes(make(Path(sys.argv[1])))
