"""The bundled list of municipalities as bytes, searched as it lies.

One compressed text, made by `tests/make_register.py`: no database, nothing to build at run time, and
nothing is read before somebody looks for a place.
"""

from __future__ import annotations

import bisect
import functools
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "lau-2019.tsv.gz"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list; `names` are the plain names it is found by."""

    country: str
    code: str
    names: tuple[str, ...]
    name: str
    latin: str
    nuts3: str
    population: int | None
    degree: str
    zone: str


@functools.cache
def _table() -> bytes:
    return b"\n" + gzip.decompress(FILE.read_bytes())


def _row(start: int) -> Row:
    """The row whose line begins at a place."""
    table = _table()
    line = table[start : table.index(b"\n", start)].decode()
    country, code, names, name, latin, nuts3, population, degree, zone = line.split("\t")
    return Row(
        country,
        code,
        tuple(names.strip("|").split("|")),
        name,
        latin,
        nuts3,
        int(population) if population else None,
        degree,
        zone,
    )


def by_code(country: str, code: str) -> Row | None:
    """The municipality of a country with a code, found by halving the list."""
    table, wanted = _table(), f"{country}\t{code}\t".encode()
    low, high = 1, len(table)
    while low < high:
        start = table.rfind(b"\n", 0, (low + high) // 2) + 1
        start = max(start, low)
        found = table[start : start + len(wanted)]
        if found == wanted:
            return _row(start)
        if found < wanted:
            low = table.index(b"\n", start) + 1
        else:
            high = start
    return None


@functools.cache
def _names() -> tuple[list[bytes], list[int]]:
    """Every name in the order of its bytes, and where the line begins that it stands in."""
    found, start = [], 1
    for line in _table()[1:].splitlines(keepends=True):
        found += [(name, start) for name in line.split(b"\t", 3)[2].strip(b"|").split(b"|")]
        start += len(line)
    found.sort()
    return [name for name, _ in found], [start for _, start in found]


def named(name: str) -> list[Row]:
    """Every municipality of that plain name."""
    names, starts = _names()
    wanted = name.encode()
    return _rows(starts[bisect.bisect_left(names, wanted) : bisect.bisect_right(names, wanted)])


def beginning(text: str) -> list[Row]:
    """Every municipality with a name that begins so."""
    names, starts = _names()
    wanted = text.encode()
    first = bisect.bisect_left(names, wanted)
    last = bisect.bisect_left(names, wanted + b"\xff", first)
    return _rows(starts[first:last])


def ending(text: str) -> list[Row]:
    """Every municipality with a name that ends so."""
    table = _table()
    return _rows([table.rfind(b"\n", 0, place) + 1 for place in _places(f"{text}|")])


def _rows(starts: list[int]) -> list[Row]:
    return [_row(start) for start in sorted(set(starts))]


def _places(text: str) -> Iterator[int]:
    table, wanted = _table(), text.encode()
    place = table.find(wanted)
    while place >= 0:
        yield place
        place = table.find(wanted, place + 1)


def names_with(piece: str, longest: int) -> Iterator[str]:
    """The names in which a piece of a name stands, none of them longer than that.

    A piece begins or ends with `|` where the name must begin or end with it.
    """
    table = _table()
    for place in _places(piece):
        start = table.rfind(b"|", 0, place + 1)
        end = table.find(b"|", place + len(piece.encode()) - 1)
        if start >= 0 and end - start <= 2 * longest:
            name = table[start + 1 : end].decode()
            if "\t" not in name and "\n" not in name and len(name) <= longest:
                yield name
