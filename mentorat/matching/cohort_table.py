"""Every mentor measured for every mentee of a cohort: one score a pair, or what bars it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mentorat.case import Case
from mentorat.findings import Message
from mentorat.matching.criteria import Measure
from mentorat.matching.features import Candidate, Mentee, Vocabulary, mentee_of, sheets_of
from mentorat.matching.gates import Choice, Conditions, barring
from mentorat.matching.measuring import Assessment, assess, measured, tenths, weighted
from mentorat.matching.memory import Memory
from mentorat.matching.results import Gate
from mentorat.matching.robustness import Row
from mentorat.matching.shortlist import Best
from mentorat.nodes import Document

Watch = Callable[[Iterable[Any]], Iterable[Any]]
"""Passes on what a long run works through, and may count it."""

USUAL_CAPACITY = 1
"""How many pairings a mentor takes that does not say."""
_TOLD = 5


@dataclass(frozen=True, slots=True)
class Seeker:
    """A pairing of the cohort; `choice` is the mentor that it has or that was set in advance."""

    case: Case
    mentee: Mentee
    conditions: Conditions
    weights: Row
    weights_from: Message
    choice: Choice | None
    by_decree: bool


def capacity_of(candidate: Candidate) -> int:
    """How many pairings a mentor takes."""
    return USUAL_CAPACITY if candidate.capacity is None else candidate.capacity


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
        self, seekers: Sequence[Seeker], vocabulary: Vocabulary, candidates: Sequence[Candidate], watch: Watch
    ) -> None:
        self._seekers, self._vocabulary = seekers, vocabulary
        self.candidates = list(candidates)
        self.scores: list[dict[int, int]] = [{} for _ in seekers]
        self.tally: list[Counter[int]] = [Counter() for _ in seekers]
        self.barred: list[Counter[str]] = [Counter() for _ in seekers]
        self.because: list[list[Gate]] = [[] for _ in seekers]
        self.compared = len(candidates)
        sheets = sheets_of(seekers[0].case.workspace) if seekers else {}
        for row in watch(range(len(seekers))):
            self._fill(row, sheets)

    def _fill(self, row: int, sheets: Mapping[str, Sequence[Document]]) -> None:
        """Measure every candidate for one seeker, or remember what was measured before."""
        seeker = self._seekers[row]
        workspace = seeker.case.workspace
        memory = Memory(seeker.case, mentee_of(seeker.case, self._vocabulary, ()), self._vocabulary.lang)
        for column, candidate in enumerate(self.candidates):
            document = workspace.mentors.get(candidate.id)
            if document is None or document.file != candidate.file:
                found = measured(seeker.mentee, candidate, self._vocabulary).measures
            else:
                own = sheets.get(document.owner, ())
                known = memory.recall(document, own)
                if known is None:
                    fresh = measured(seeker.mentee, candidate, self._vocabulary)
                    known = memory.keep(document, own, fresh.candidate, fresh.measures)
                found = known[1]
            points = self._points(row, candidate, found)
            if points is not None:
                self.scores[row][column] = points
        memory.save()

    def _points(self, row: int, candidate: Candidate, measures: Sequence[Measure]) -> int | None:
        """The score of a candidate for a seeker, None where a condition bars it; both are counted."""
        seeker = self._seekers[row]
        against = barring(seeker.mentee.city, candidate, seeker.conditions)
        hard = [gate for gate in against if gate.id != "capacity"]
        if hard:
            self.barred[row][hard[0].id] += 1
            if len(self.because[row]) < _TOLD:
                self.because[row].append(hard[0])
            return None
        points = tenths(math.fsum(weighted(measures, seeker.weights)))
        if capacity_of(candidate):
            self.tally[row][points] += 1
        return points

    def assessment(self, row: int, candidate: Candidate) -> Assessment:
        """One candidate measured for one seeker."""
        seeker = self._seekers[row]
        return assess(seeker.mentee, candidate, seeker.conditions, self._vocabulary, seeker.weights)

    def widen(self, candidates: Iterable[Candidate], most: int) -> None:
        """Take in many more candidates, one after the other; only the best `most` for some seeker are kept.

        Nobody needs others: of as many mentors as there are seekers one is always free.
        """
        best: list[Best[tuple[Candidate, int]]] = [Best(most) for _ in self._seekers]
        for number, candidate in enumerate(candidates):
            self.compared += 1
            for row, seeker in enumerate(self._seekers):
                found = measured(seeker.mentee, candidate, self._vocabulary).measures
                points = self._points(row, candidate, found)
                if points is not None and capacity_of(candidate):
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
