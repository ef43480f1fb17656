"""Every mentor measured for every mentee of a cohort: one score a pair, or what bars it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from mentorat.case import Case
from mentorat.findings import Message
from mentorat.matching.features import Candidate, Mentee, Vocabulary
from mentorat.matching.gates import Choice, Conditions, barring
from mentorat.matching.measuring import Assessment, assess, measured, row_of, tenths
from mentorat.matching.memory import Memory
from mentorat.matching.pool import Pool
from mentorat.matching.results import Gate
from mentorat.matching.robustness import Row
from mentorat.matching.shortlist import Best
from mentorat.matching.what_if import Field

Watch = Callable[[Iterable[Any]], Iterable[Any]]
"""Passes on what a long run works through, and may count it."""

USUAL_CAPACITY = 1
"""How many pairings a mentor takes that does not say."""
_TOLD = 5


@dataclass(frozen=True, slots=True)
class Seeker:
    """A pairing of the cohort; `choice` is the mentor that it has or that was set in advance.

    `bare` is the mentee without the practices that it has as a mentor of others, on which no score hangs.
    """

    case: Case
    mentee: Mentee
    bare: Mentee
    conditions: Conditions
    weights: Row
    weights_from: Message
    choice: Choice | None
    by_decree: bool


def capacity_of(candidate: Candidate) -> int:
    """How many pairings a mentor takes."""
    return USUAL_CAPACITY if candidate.capacity is None else candidate.capacity


class Suspects:
    """Which candidates a condition may bar for a seeker, so that not every pair need be looked at closely."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._all = range(len(candidates))
        self._unreadable = {column for column, one in enumerate(candidates) if not one.readable}
        self._named: dict[str, list[int]] = defaultdict(list)
        self._speaking: dict[frozenset[str], list[int]] = defaultdict(list)
        for column, one in enumerate(candidates):
            self._speaking[one.city.languages].append(column)
            for name in {one.city.lau, one.city.id, *one.city.names}:
                self._named[name].append(column)

    def of(self, seeker: Seeker) -> Set[int]:
        """The columns to look at for a seeker: no condition bars any other."""
        city, conditions = seeker.mentee.city, seeker.conditions
        if conditions.excluded or conditions.forced:
            return set(self._all)
        found = set(self._unreadable)
        for name in {city.lau, city.id, *city.names} - {""}:
            found.update(self._named.get(name, ()))
        for languages, columns in self._speaking.items():
            if city.languages and languages.isdisjoint(city.languages):
                found.update(columns)
        return found


def _points(scores: Sequence[float], weights: Row) -> int:
    """The scores of the four criteria as one, in tenths of a point."""
    return tenths(math.fsum([score * weight for score, weight in zip(scores, weights, strict=True)]))


class Table:
    """The scores of a cohort, in tenths of a point, each candidate measured once for each seeker.

    Attributes:
        candidates: the columns, in the order of their ids; those from outside the programme come last.
        scores: for each seeker the columns that no condition bars, with their scores.
        tally: for each seeker how many candidates have which score.
        barred: for each seeker how many candidates each condition bars.
        because: for each seeker the conditions that bar the first few.
        compared: how many candidates were measured.
    """

    def __init__(
        self, seekers: Sequence[Seeker], vocabulary: Vocabulary, pool: Pool, field: Field, watch: Watch
    ) -> None:
        self._seekers, self._vocabulary, self._pool = seekers, vocabulary, pool
        self._inside = pool.keys.keys() - field.outside
        self._read: dict[str, Candidate] = {}
        self.candidates = list(field.candidates)
        self.scores: list[dict[int, int]] = [{} for _ in seekers]
        self.tally: list[Counter[int]] = [Counter() for _ in seekers]
        self.barred: list[Counter[str]] = [Counter() for _ in seekers]
        self.because: list[list[Gate]] = [[] for _ in seekers]
        self.compared = len(self.candidates)
        suspects = Suspects(self.candidates)
        for row in watch(range(len(seekers))):
            self._fill(row, suspects)

    def _fill(self, row: int, suspects: Suspects) -> None:
        """Measure every candidate for one seeker, or remember what was measured before."""
        seeker, inside, keys = self._seekers[row], self._inside, self._pool.keys
        memory = Memory(seeker.case, seeker.bare, self._pool.shared)
        doubtful = suspects.of(seeker)
        scores, tally = self.scores[row], self.tally[row]
        for column, candidate in enumerate(self.candidates):
            key = keys[candidate.id] if candidate.id in inside else ""
            known = memory.scores(key) if key else None
            if known is None:
                measures = measured(seeker.mentee, self._whole(candidate), self._vocabulary).measures
                known = row_of(measures)
                if key:
                    memory.keep(key, measures)
            if column in doubtful and self._is_barred(row, candidate):
                continue
            scores[column] = points = _points(known, seeker.weights)
            if candidate.capacity != 0:
                tally[points] += 1
        memory.save()

    def _is_barred(self, row: int, candidate: Candidate) -> bool:
        """Whether a condition bars a candidate for a seeker, which is counted; places are looked at later."""
        seeker = self._seekers[row]
        against = barring(seeker.mentee.city, candidate, seeker.conditions)
        hard = [gate for gate in against if gate.id != "capacity"]
        if hard:
            self.barred[row][hard[0].id] += 1
            if len(self.because[row]) < _TOLD:
                self.because[row].append(hard[0])
        return bool(hard)

    def _whole(self, candidate: Candidate) -> Candidate:
        """A candidate with what it offers, and with the places that this run gives it."""
        if candidate.id not in self._inside:
            return candidate
        if candidate.id not in self._read:
            self._read[candidate.id] = self._pool.read(candidate.id)
            self._pool.forget(candidate.id)
        return replace(self._read[candidate.id], capacity=candidate.capacity)

    def assessment(self, row: int, candidate: Candidate) -> Assessment:
        """One candidate measured for one seeker."""
        seeker, whole = self._seekers[row], self._whole(candidate)
        return assess(seeker.mentee, whole, seeker.conditions, self._vocabulary, seeker.weights)

    def widen(self, candidates: Iterable[Candidate], most: int) -> None:
        """Take in many more candidates, one after the other; only the best `most` for some seeker are kept.

        Nobody needs others: of as many mentors as there are seekers one is always free.
        """
        best: list[Best[tuple[Candidate, int]]] = [Best(most) for _ in self._seekers]
        for number, candidate in enumerate(candidates):
            self.compared += 1
            for row, seeker in enumerate(self._seekers):
                found = measured(seeker.mentee, candidate, self._vocabulary).measures
                if not self._is_barred(row, candidate) and candidate.capacity != 0:
                    points = _points(row_of(found), seeker.weights)
                    self.tally[row][points] += 1
                    best[row].add((-points, candidate.id, number), (candidate, points))
        chosen = {id(candidate): candidate for own in best for candidate, _ in own}
        order = sorted(chosen.values(), key=lambda candidate: candidate.id)
        column = {id(candidate): len(self.candidates) + place for place, candidate in enumerate(order)}
        self.candidates += order
        for row, own in enumerate(best):
            self.scores[row] |= {column[id(candidate)]: points for candidate, points in own}

    def place(self, row: int, points: int) -> int:
        """The place that a score has among all for a seeker, counted from 1."""
        return 1 + sum(count for score, count in self.tally[row].items() if score > points)

    def favourite(self, row: int) -> int | None:
        """The column with the highest score for a seeker, of those that take any pairing."""
        open_ = [column for column in self.scores[row] if capacity_of(self.candidates[column])]
        return min(open_, key=lambda column: (-self.scores[row][column], column), default=None)
