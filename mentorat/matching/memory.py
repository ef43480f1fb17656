"""What was read and measured before, kept by content: a ranking of files that have not changed measures nothing.

Two kinds of files in the user's cache folder, safe to delete: one a programme with what conditions and lists
need of each mentor (`Sketches`), one a pairing with the measures of each mentor (`Memory`).  Each holds for
one state of everything that all its entries hang on (the tool, the programme's file, organisations,
benchmarks, the day, the mentee's documents); below that a mentor stands under the digest of its own
documents.  Weights and conditions are not in it: they are applied in every run.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import json
import os
import sys
import tempfile
from array import array
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
from mentorat.workspace import PROGRAMME_FILE, Workspace

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

Measures = tuple[Measure, ...]
"""The four criteria of a candidate."""
_NUMBERS = 4 * len(CRITERIA)


class _Kept:
    """A file of the cache folder that holds for one state, read whole and written in one step."""

    def __init__(self, name: str, state: str, *, enabled: bool) -> None:
        self.enabled = enabled
        self._file, self._state = cache_folder() / name, state

    def load(self) -> dict[str, Any]:
        """What was kept for this state (nothing where the file is damaged or of another)."""
        try:
            stored = json.loads(self._file.read_bytes()) if self.enabled else {}
            return stored if stored.get("state") == self._state else {}
        except (OSError, ValueError, AttributeError, RecursionError):
            return {}

    def save(self, entries: dict[str, Any]) -> None:
        """Keep something for this state; a folder that cannot be written is no error."""
        if not self.enabled:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._file.parent, suffix=".tmp")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(json.dumps({"state": self._state, **entries}, ensure_ascii=False))
            Path(name).replace(self._file)
        except (OSError, ValueError):
            return


# ------------------------------------------------------------------ mentors


class Sketches:
    """Who the mentors of a programme are, without what they offer."""

    def __init__(self, workspace: Workspace, lang: str) -> None:
        self._digests = workspace.digests
        self.shared = _shared(workspace, lang)
        self._kept = _Kept(f"{_name(workspace)}.mentors", self.shared, enabled=workspace.cached)
        found = self._kept.load().get("mentors")
        self._old: dict[str, Any] = found if isinstance(found, dict) else {}
        self._new: dict[str, Any] = {}

    def key(self, mentor: Document, practices: Sequence[Document]) -> str:
        """What a mentor is remembered under: a digest of its documents."""
        files = [mentor.file, *(practice.file for practice in practices)]
        return digest_of(f"{file}\0{self._digests.get(file)}" for file in files)

    def recall(self, key: str, mentor: Document) -> Candidate | None:
        """A mentor whose documents have not changed since."""
        entry = self._old.get(key)
        try:
            found = _candidate(mentor, entry) if entry else None
        except (ValueError, TypeError):
            return None
        if found:
            self._new[key] = entry
        return found

    def keep(self, key: str, mentor: Document, candidate: Candidate) -> Candidate:
        """Remember a mentor, and let go of the rest."""
        self._new[key] = entry = _entry(candidate)
        return _candidate(mentor, entry)

    def save(self) -> None:
        """Keep what is new in this run."""
        if self._new.keys() != self._old.keys():
            self._kept.save({"mentors": self._new})


def _entry(candidate: Candidate) -> list[Any]:
    city = candidate.city
    known = [city.id, city.name, sorted(city.names), city.country, city.lau, sorted(city.languages)]
    return [*known, candidate.capacity, list(candidate.files)]


def _candidate(mentor: Document, entry: list[Any]) -> Candidate:
    id_, name, names, country, lau, languages, capacity, files = entry
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
    )
    return Candidate(
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


# ------------------------------------------------------------------ measures


class Memory:
    """The measures of one pairing's candidates, by their keys."""

    def __init__(self, case: Case, mentee: Mentee, shared: str) -> None:
        workspace = case.workspace
        enabled = workspace.cached and case.pairing.document.file in workspace.digests
        state = _state(case, mentee, shared) if enabled else ""
        self._kept = _Kept(f"{_name(workspace, case.id)}.measures", state, enabled=enabled)
        self._old = _unpacked(self._kept.load())
        self._new: dict[str, Sequence[float]] = {}

    def recall(self, key: str) -> Measures | None:
        """The measures of a candidate whose documents have not changed since."""
        numbers = self._old.get(key)
        if numbers is None:
            return None
        self._new[key] = numbers
        return tuple(Measure(*numbers[start : start + 4]) for start in range(0, _NUMBERS, 4))

    def scores(self, key: str) -> Sequence[float] | None:
        """Of a candidate whose documents have not changed since only the scores of the four criteria."""
        numbers = self._old.get(key)
        if numbers is None:
            return None
        self._new[key] = numbers
        return numbers[::4]

    def keep(self, key: str, measures: Measures) -> None:
        """Remember the measures of a candidate."""
        self._new[key] = [number for m in measures for number in (m.score, m.low, m.high, m.coverage)]

    def save(self) -> None:
        """Keep what this run has measured."""
        if self._new.keys() != self._old.keys():
            numbers = array("d", (number for each in self._new.values() for number in each))
            self._kept.save(
                {"keys": list(self._new), "numbers": base64.b64encode(numbers.tobytes()).decode()}
            )


def _unpacked(stored: dict[str, Any]) -> dict[str, Sequence[float]]:
    """The numbers of each key, as they lie one after the other."""
    try:
        keys, numbers = stored["keys"], array("d", base64.b64decode(stored["numbers"]))
    except (KeyError, ValueError, TypeError):
        return {}
    if not isinstance(keys, list) or len(numbers) != _NUMBERS * len(keys):
        return {}
    return {key: numbers[place * _NUMBERS : (place + 1) * _NUMBERS] for place, key in enumerate(keys)}


# ------------------------------------------------------------------ what entries hang on


def _name(workspace: Workspace, *more: str) -> str:
    named = "\0".join((str(workspace.root), *more))
    return hashlib.blake2b(named.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _shared(workspace: Workspace, lang: str) -> str:
    """A digest of all that every entry hangs on."""
    documents = (*workspace.organisations.values(), *workspace.benchmarks.values())
    files = sorted({PROGRAMME_FILE, *(document.file for document in documents)})
    written = (f"{file}\0{workspace.digests.get(file)}" for file in files)
    return digest_of([_engine_digest(), sys.byteorder, workspace.as_of.isoformat(), lang, *written])


def _state(case: Case, mentee: Mentee, shared: str) -> str:
    """A digest of all that the measures of every candidate hang on.

    Of `pairing.yaml` that is only which city is mentored: what else it says are weights and conditions.
    """
    digests, side = case.workspace.digests, case.pairing["mentee"]
    written = (
        f"{file}\0{digests.get(file)}" for file in sorted({*mentee.files} - {case.pairing.document.file})
    )
    return digest_of([shared, side["city"].word, side["association"].word, *written])


@functools.cache
def _engine_digest() -> str:
    package = Path(__file__).parent.parent
    paths = [*(package / f"{name}.py" for name in MODULES), *(package / name for name in TABLES)]
    return digest_of(
        [tool_digest(), digest_of_files([*paths, *sorted((package / "guide/themes").glob("*.json"))])]
    )
