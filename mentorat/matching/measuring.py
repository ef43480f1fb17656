"""One candidate measured for one mentee: the four criteria, the conditions, the points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from mentorat.matching import criteria, robustness
from mentorat.matching.criteria import Comparison, Match, Measure
from mentorat.matching.features import Candidate, Mentee, Vocabulary
from mentorat.matching.gates import Conditions, gates
from mentorat.matching.nearness import Compare, nearness
from mentorat.matching.results import Gate
from mentorat.matching.robustness import Row


@dataclass(frozen=True, slots=True)
class Assessment:
    """One candidate measured, before it is put into words."""

    candidate: Candidate
    gates: tuple[Gate, ...]
    matched: tuple[Match, ...]
    profile: tuple[Comparison, ...]
    governance: tuple[Comparison, ...]
    measures: tuple[Measure, ...]
    points: int
    contributions: tuple[int, ...]

    @property
    def row(self) -> Row:
        """The scores of the four criteria."""
        return row_of(self.measures)

    def exact(self, weights: Row) -> float:
        """The score before it is rounded."""
        return robustness.totals([self.row], weights)[0]

    @property
    def gated(self) -> bool:
        """Whether a hard condition speaks against it."""
        return any(gate.hard for gate in self.gates)


@dataclass(frozen=True, slots=True)
class Measured:
    """The four criteria of a candidate, with the needs and the settings that they rest on."""

    candidate: Candidate
    measures: tuple[Measure, ...]
    matched: tuple[Match, ...]
    profile: tuple[Comparison, ...]
    governance: tuple[Comparison, ...]


def measured(
    mentee: Mentee, candidate: Candidate, vocabulary: Vocabulary, compare: Compare = nearness
) -> Measured:
    """The four criteria of a candidate; `compare` is the engine that compares texts."""
    matched = criteria.matches(mentee, candidate, vocabulary, compare)
    profile = criteria.profile(mentee.city, candidate.city)
    governance = criteria.governance(mentee.city, candidate.city, matched)
    measures = (
        criteria.correspondence(candidate, matched),
        criteria.experience(candidate, matched),
        criteria.alike(profile),
        criteria.alike(governance),
    )
    return Measured(candidate, measures, matched, profile, governance)


def judged(found: Measured, mentee: Mentee, conditions: Conditions, weights: Row) -> Assessment:
    """What was measured, with its points under some weights and what speaks against the candidate."""
    points, contributions = shares(weighted(found.measures, weights))
    against = gates(mentee, found.candidate, found.matched, conditions)
    return Assessment(
        found.candidate,
        against,
        found.matched,
        found.profile,
        found.governance,
        found.measures,
        points,
        contributions,
    )


def assess(
    mentee: Mentee, candidate: Candidate, conditions: Conditions, vocabulary: Vocabulary, weights: Row
) -> Assessment:
    """Measure and judge one candidate for one mentee."""
    return judged(measured(mentee, candidate, vocabulary), mentee, conditions, weights)


def row_of(measures: Sequence[Measure]) -> Row:
    """The scores of the four criteria."""
    a, b, c, d = (measure.score for measure in measures)
    return a, b, c, d


def weighted(measures: Sequence[Measure], weights: Row) -> list[float]:
    """What each criterion brings."""
    return [measure.score * weight for measure, weight in zip(measures, weights, strict=True)]


def shares(parts: Sequence[float]) -> tuple[int, tuple[int, ...]]:
    """A sum in tenths of a point, and its parts in tenths that add up to it (largest remainder)."""
    exact = [round(part * 1000, 6) for part in parts]
    whole = tenths(math.fsum(parts))
    floors = [math.floor(part) for part in exact]
    order = sorted(range(len(parts)), key=lambda index: (floors[index] - exact[index], index))
    for index in order[: whole - sum(floors)]:
        floors[index] += 1
    return whole, tuple(floors)


def tenths(value: float) -> int:
    """A number from 0 to 1 in tenths of a point, rounded half up."""
    return math.floor(round(value * 1000, 6) + 0.5)
