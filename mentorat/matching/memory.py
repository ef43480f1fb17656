"""What was measured before, kept by content: a ranking of files that have not changed measures nothing.

One file a pairing in the user's cache folder, safe to delete.  It holds for one state of everything that
all scores hang on (the mentee's documents, the programme's file, organisations, benchmarks, the day, the tool);
below that each mentor stands under the digest of its own documents.  Weights and conditions are not in
it: they are applied in every run.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mentorat.case import Case
from mentorat.loading import cache_folder, tool_digest
from mentorat.matching.criteria import CRITERIA, Measure
from mentorat.matching.features import Candidate, Mentee
from mentorat.matching.lexicon import digest_of, digest_of_files
from mentorat.matching.passages import Texts
from mentorat.matching.setting import City
from mentorat.nodes import Document
from mentorat.workspace import PROGRAMME_FILE

_NO_TEXTS = Texts({})
MODULES = (
    "case",
    "matching/context",
    "matching/criteria",
    "matching/factors",
    "matching/features",
    "matching/lexicon",
    "matching/memory",
    "matching/nearness",
    "matching/passages",
    "matching/setting",
    "matching/stopwords",
    "matching/text",
    "naming",
    "nodes",
    "register/__init__",
    "register/names",
    "register/table",
    "themes",
    "workspace",
)
"""The modules on which measures hang; where one of them changes, everything is measured anew."""
TABLES = ("guide/countries.json", "register/cities.json", "register/lau-2019.tsv.gz")
"""The tables from which settings are filled in."""

Measured = tuple[Candidate, tuple[Measure, ...]]
"""A candidate with what conditions and lists need of it (no offers, no facts), and its four measures."""


class Memory:
    """The measures of one pairing's candidates, remembered from run to run."""

    def __init__(self, case: Case, mentee: Mentee, lang: str) -> None:
        workspace = case.workspace
        self._digests = workspace.digests
        self._enabled = workspace.cached and case.pairing.document.file in self._digests
        name = hashlib.blake2b(f"{workspace.root}\0{case.id}".encode(), digest_size=16).hexdigest()
        self._file = cache_folder() / f"{name}.measures"
        self._state = _state(case, mentee, lang) if self._enabled else ""
        self._old: dict[str, Any] = self._load() if self._enabled else {}
        self._new: dict[str, Any] = {}

    def _load(self) -> dict[str, Any]:
        try:
            stored = json.loads(self._file.read_bytes())
            entries = stored["entries"] if stored["state"] == self._state else {}
            return entries if isinstance(entries, dict) else {}
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return {}

    def recall(self, mentor: Document, practices: Sequence[Document]) -> Measured | None:
        """What was measured of a mentor whose documents have not changed since."""
        if not self._enabled:
            return None
        key = self._key(mentor, practices)
        entry = self._old.get(key)
        try:
            found = _measured(mentor, entry) if entry else None
        except (ValueError, TypeError, KeyError, IndexError):
            return None
        if found:
            self._new[key] = entry
        return found

    def keep(
        self,
        mentor: Document,
        practices: Sequence[Document],
        candidate: Candidate,
        measures: Sequence[Measure],
    ) -> Measured:
        """Remember what was measured of a mentor, and let go of the rest."""
        entry = _entry(candidate, measures)
        if self._enabled:
            self._new[self._key(mentor, practices)] = entry
        return _measured(mentor, entry)

    def _key(self, mentor: Document, practices: Sequence[Document]) -> str:
        files = [mentor.file, *(practice.file for practice in practices)]
        return digest_of(f"{file}\0{self._digests.get(file)}" for file in files)

    def save(self) -> None:
        """Keep what this run has measured; a folder that cannot be written is no error."""
        if not self._enabled or self._new.keys() == self._old.keys():
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._file.parent, suffix=".tmp")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"state": self._state, "entries": self._new}, file, ensure_ascii=False)
            Path(name).replace(self._file)
        except (OSError, ValueError):
            return


def _state(case: Case, mentee: Mentee, lang: str) -> str:
    """A digest of all that the measures of every candidate hang on.

    Of `pairing.yaml` that is only which city is mentored: what else it says are weights and conditions.
    """
    workspace = case.workspace
    shared = (*workspace.organisations.values(), *workspace.benchmarks.values())
    files = {PROGRAMME_FILE, *mentee.files, *(document.file for document in shared)}
    written = (
        f"{file}\0{workspace.digests.get(file)}" for file in sorted(files - {case.pairing.document.file})
    )
    side = case.pairing["mentee"]
    named = [side["city"].word, side["association"].word]
    return digest_of([_engine_digest(), workspace.as_of.isoformat(), lang, *named, *written])


@functools.cache
def _engine_digest() -> str:
    package = Path(__file__).parent.parent
    paths = [*(package / f"{name}.py" for name in MODULES), *(package / name for name in TABLES)]
    return digest_of(
        [tool_digest(), digest_of_files([*paths, *sorted((package / "guide/themes").glob("*.json"))])]
    )


def _entry(candidate: Candidate, measures: Sequence[Measure]) -> list[Any]:
    city = candidate.city
    known = [city.id, city.name, sorted(city.names), city.country, city.lau, sorted(city.languages)]
    numbers = [[m.score, m.low, m.high, m.coverage] for m in measures]
    return [*known, candidate.capacity, list(candidate.files), numbers]


def _measured(mentor: Document, entry: list[Any]) -> Measured:
    id_, name, names, country, lau, languages, capacity, files, numbers = entry
    city = City(
        id=id_,
        name=name,
        names=frozenset(names),
        country=country,
        lau=lau,
        languages=frozenset(languages),
        facts={},
        holders={},
        doubts=(),
        files=(),
        private=frozenset(),
    )
    candidate = Candidate(
        id=mentor.id,
        city=city,
        offers=(),
        strong=(),
        capacity=capacity,
        learning_goals=_NO_TEXTS,
        readable=mentor.readable,
        file=mentor.file,
        files=tuple(files),
    )
    measures = tuple(Measure(*number) for number in numbers)
    if len(measures) != len(CRITERIA):
        raise ValueError(files)
    return candidate, measures
