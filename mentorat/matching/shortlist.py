"""The best of very many candidates, read one after the other and forgotten unless they stay among the best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from mentorat.matching.features import Candidate, Mentee, Vocabulary
from mentorat.matching.gates import Conditions
from mentorat.matching.ranking import assess
from mentorat.matching.robustness import Row, totals, without

T = TypeVar("T")
EQUAL: Row = (0.25, 0.25, 0.25, 0.25)


class Best(Generic[T]):
    """The `most` items with the smallest keys, whatever the order in which they come."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: list[tuple[Any, T]] = []
        self._limit: Any = None

    def add(self, key: Any, item: T) -> bool:
        """Take in an item, if it may be among the best; keys must differ."""
        if self._limit is not None and key >= self._limit:
            return False
        self._kept.append((key, item))
        if len(self._kept) > 2 * self._most + 16:
            self._cut()
        return True

    def _cut(self) -> None:
        self._kept.sort(key=lambda pair: pair[0])
        del self._kept[self._most :]
        self._limit = self._kept[-1][0] if len(self._kept) == self._most else None

    def __iter__(self) -> Iterator[T]:
        """The items, the smallest key first."""
        self._cut()
        return iter([item for _, item in self._kept])


@dataclass(slots=True)
class Shortlist:
    """What is left of many candidates: the best, and how many were compared and barred."""

    candidates: tuple[Candidate, ...] = field(default=())
    compared: int = 0
    barred: int = 0


def shortlist(
    mentee: Mentee,
    candidates: Iterable[Candidate],
    conditions: Conditions,
    vocabulary: Vocabulary,
    weights: Row,
    most: int,
) -> Shortlist:
    """The best candidates for a mentee; and the best under the other weights that firmness is tried with.

    Args:
        mentee: who looks for a mentor.
        candidates: very many cities, read one after the other.
        conditions: what bars a candidate.
        vocabulary: the themes.
        weights: how much each criterion counts.
        most: how many are kept.
    """
    best: Best[Candidate] = Best(max(1, most))
    tried = [row for row in (EQUAL, *(without(weights, place) for place in range(4))) if row]
    leaders: list[Best[Candidate]] = [Best(1) for _ in tried]
    found = Shortlist()
    for number, candidate in enumerate(candidates):
        one = assess(mentee, candidate, conditions, vocabulary, weights)
        found.compared += 1
        if one.gated:
            found.barred += 1
            continue
        best.add((-one.points, -one.exact(weights), candidate.id, number), candidate)
        for row, leader in zip(tried, leaders, strict=True):
            leader.add((-totals([one.row], row)[0], candidate.id, number), candidate)
    kept = {candidate.id: candidate for own in (best, *leaders) for candidate in own}
    found.candidates = tuple(kept[id_] for id_ in sorted(kept))
    return found
