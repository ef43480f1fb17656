"""Every mentor measured for every mentee of a cohort: one score a pair, or what bars it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mentorat.case import Case
from mentorat.findings import Message
from mentorat.matching.features import Candidate, Mentee, Vocabulary
from mentorat.matching.gates import Choice, Conditions
from mentorat.matching.ranking import Assessment, assess
from mentorat.matching.results import Gate
from mentorat.matching.robustness import Row
from mentorat.matching.shortlist import Best

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
        self, seekers: list[Seeker], vocabulary: Vocabulary, candidates: Iterable[Candidate]
    ) -> None:
        self._seekers, self._vocabulary = seekers, vocabulary
        self.candidates: list[Candidate] = []
        self.scores: list[dict[int, int]] = [{} for _ in seekers]
        self.tally: list[Counter[int]] = [Counter() for _ in seekers]
        self.barred: list[Counter[str]] = [Counter() for _ in seekers]
        self.because: list[list[Gate]] = [[] for _ in seekers]
        self.compared = 0
        for candidate in candidates:
            for row, points in self._measured(candidate):
                self.scores[row][len(self.candidates)] = points
            self.candidates.append(candidate)

    def _measured(self, candidate: Candidate) -> list[tuple[int, int]]:
        """The seekers that a candidate may serve, with its score for each."""
        self.compared += 1
        open_ = []
        for row in range(len(self._seekers)):
            one = self.assessment(row, candidate)
            hard = [gate for gate in one.gates if gate.hard and gate.id != "capacity"]
            if not hard:
                open_.append((row, one.points))
                if capacity_of(candidate):
                    self.tally[row][one.points] += 1
                continue
            self.barred[row][hard[0].id] += 1
            if len(self.because[row]) < _TOLD:
                self.because[row].append(hard[0])
        return open_

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
            for row, points in self._measured(candidate):
                if capacity_of(candidate):
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
