"""Candidates from a register: a table or a list of cities outside the programme, one a line.

The file is read line by line and never held as a whole.  A line that cannot be used is told with its
number and left out; the others count.  docs/register.md describes the columns.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from mentorat.findings import Message
from mentorat.i18n import N_
from mentorat.matching import roster_values as values
from mentorat.matching.features import Candidate, Offer, Vocabulary, candidate_of, policies_of
from mentorat.matching.gates import same_authority
from mentorat.matching.results import Fault
from mentorat.matching.roster_values import BadValue, Row
from mentorat.matching.setting import City, Fact, completed
from mentorat.matching.what_if import KIND
from mentorat.nodes import Document
from mentorat.slugs import slug
from mentorat.workspace import Workspace, normalise

LONGEST = 1_000_000
TOLD = 20
"""How many faults are kept; all are counted."""
_KEPT = 5_000
"""How many themes with their levels are remembered at most."""

_DAMAGED = Message(N_("The line is not written in UTF-8, or too long."))


class Roster:
    """The candidates of a register, for one pass; those that the programme has already are passed over.

    After it `faults` holds the first lines that could not be used, `faulty` how many there were,
    `unknown` the names of columns that nobody reads, `doubles` how many cities the programme has, and
    `digest` the SHA-256 of the file.
    """

    def __init__(
        self, path: Path, workspace: Workspace, vocabulary: Vocabulary, known: Iterable[Candidate] = ()
    ) -> None:
        path = path.resolve()
        inside = path.is_relative_to(workspace.root)
        self.name = path.relative_to(workspace.root).as_posix() if inside else path.name
        self.doubles = 0
        self._known: dict[str, list[City]] = defaultdict(list)
        self._ids: set[str] = set()
        for candidate in known:
            self._ids.add(candidate.id)
            city = candidate.city
            for name in {city.lau, city.id, *city.names} - {""}:
                self._known[name].append(city)
        self.faults: list[Fault] = []
        self.faulty = 0
        self.used = 0
        self.unknown: dict[str, None] = {}
        self._path, self._workspace, self._vocabulary = path, workspace, vocabulary
        self._hash = hashlib.sha256()
        self._line = 0
        self._damaged: set[int] = set()
        self._offers: dict[values.Level, Offer] = {}

    @property
    def digest(self) -> str:
        """The SHA-256 of what has been read."""
        return self._hash.hexdigest()

    def __iter__(self) -> Iterator[Candidate]:
        for line, row in self._rows():
            try:
                candidate = self._candidate(line, row)
            except BadValue as bad:
                self._fault(line, bad.message)
                continue
            if self._has(candidate.city):
                self.doubles += 1
                continue
            self.used += 1
            yield candidate

    def _has(self, city: City) -> bool:
        """Whether a city has a file in the programme, which counts then."""
        names = {city.lau, city.id, *city.names} & self._known.keys()
        return any(same_authority(city, other) for name in sorted(names) for other in self._known[name])

    def _fault(self, line: int, message: Message) -> None:
        self.faulty += 1
        if len(self.faults) < TOLD:
            self.faults.append(Fault(line, message))

    def notes(self) -> Iterator[Message]:
        """What is to be known about what has been read."""
        if self.faulty:
            text = N_("Lines of {file} that cannot be used: {count} (the first: {lines}).")
            lines = ", ".join(str(fault.line) for fault in self.faults)
            yield Message(text, {"file": self.name, "count": self.faulty, "lines": lines})
        if self.unknown:
            text = N_("Columns of {file} that nobody reads: {columns}.")
            yield Message(text, {"file": self.name, "columns": ", ".join(self.unknown)})
        if self.doubles:
            text = N_("Cities of {file} that have a file in the programme, which counts: {count}.")
            yield Message(text, {"file": self.name, "count": self.doubles})

    # -------------------------------------------------------------- lines

    def _lines(self) -> Iterator[str]:
        """The lines as text; one that is too long or wrongly encoded is remembered as damaged."""
        with self._path.open("rb") as file:
            while raw := file.readline(LONGEST + 1):
                self._line += 1
                self._hash.update(raw)
                too_long = len(raw) > LONGEST
                while too_long and raw and not raw.endswith(b"\n"):
                    raw = file.readline(LONGEST)
                    self._hash.update(raw)
                if too_long:
                    self._damaged.add(self._line)
                    yield "\n"
                    continue
                try:
                    yield raw.decode("utf-8-sig" if self._line == 1 else "utf-8")
                except UnicodeDecodeError:
                    self._damaged.add(self._line)
                    yield raw.decode("utf-8", "replace")

    def _rows(self) -> Iterator[tuple[int, Row]]:
        lines = self._lines()
        first = next((line for line in lines if line.strip()), "")
        if first.lstrip().startswith(("{", "[")):
            yield from self._json(first, lines)
        elif first:
            yield from self._table(first, lines)

    def _json(self, first: str, lines: Iterator[str]) -> Iterator[tuple[int, Row]]:
        text: str | None = first
        while text is not None:
            line = self._line
            if line in self._damaged:
                self._fault(line, _DAMAGED)
            elif text.strip():
                try:
                    found = json.loads(text)
                except (ValueError, RecursionError):
                    found = None
                    self._fault(line, Message(N_("This is no line of JSON.")))
                else:
                    if isinstance(found, dict):
                        yield line, found
                    else:
                        self._fault(line, Message(N_("An object with names and values is meant: {…}.")))
            text = next(lines, None)

    def _table(self, first: str, lines: Iterator[str]) -> Iterator[tuple[int, Row]]:
        separator = max(",;\t", key=first.count)
        heading = [cell.strip().casefold() for cell in next(csv.reader([first], delimiter=separator))]
        reader = csv.reader(lines, delimiter=separator, strict=True)
        while True:
            start = self._line + 1
            try:
                cells = next(reader, None)
            except csv.Error:
                self._fault(start, Message(N_("A quotation mark is not closed, or stands within a cell.")))
                continue
            if cells is None:
                return
            if any(line in self._damaged for line in range(start, self._line + 1)):
                self._fault(start, _DAMAGED)
            elif any(cell.strip() for cell in cells):
                if len(cells) > len(heading):
                    text = N_("The line has {cells} cells, the first line {columns}.")
                    self._fault(start, Message(text, {"cells": len(cells), "columns": len(heading)}))
                    continue
                yield (
                    start,
                    {name: cell.strip() for name, cell in zip(heading, cells, strict=False) if cell.strip()},
                )

    # -------------------------------------------------------------- one city

    def _candidate(self, line: int, row: Row) -> Candidate:
        for name in row:
            if name not in values.COLUMNS and len(self.unknown) < TOLD:
                self.unknown[name] = None
        city, country, code = values.text(row, "city"), values.country(row), values.text(row, "code")
        if not city:
            raise BadValue(N_("The city has no name (column “city”)."))
        id_ = slug(values.text(row, "id") or f"{city} {country} {code}") or f"line-{line}"
        id_ = f"{id_}-{line}" if id_ in self._ids else id_
        levels = values.levels(row)
        value = values.strengths(row, city, [None] * len(levels))
        document = Document(f"{self.name}:{line}", KIND, id_, id_, value)
        found = candidate_of(self._workspace, document.root, [], self._vocabulary)
        works_on = [
            replace(offer, file=document.file, key=f"policies[{place}]")
            for place, level in enumerate(levels)
            if (offer := self._offer(level)).claimed != 0
        ]
        aliases = values.listed(row, "aliases") or []
        setting = replace(
            found.city,
            country=country or found.city.country,
            lau=code or found.city.lau,
            names=found.city.names | ({normalise(alias) for alias in aliases} - {""}),
        )
        if country:
            by_code, by_name, its_country = (
                Fact(written, document.file, key, written)
                for key, written in (("code", code), ("city", city), ("country", country))
            )
            setting = completed(setting, its_country, by_code if code else None, by_name, (city, *aliases))
        return replace(found, city=setting, offers=(*works_on, *found.offers), files=())

    def _offer(self, level: values.Level) -> Offer:
        """What stands behind a theme and its level, which many cities share."""
        known = self._offers.get(level)
        if known is None:
            if len(self._offers) >= _KEPT:
                self._offers.clear()
            value = {"policies": [values.policy(level, self._vocabulary)]}
            root = Document(self.name, KIND, "", "", value).root
            known = self._offers[level] = next(policies_of(root, self._vocabulary, self._workspace))
        return known
