"""A register's best: very many candidates, read one after the other, forgotten unless they stay among the best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from mentorat.case import Case
from mentorat.matching.features import (
    Candidate,
    Mentee,
    Vocabulary,
    mentee_of,
    vocabulary_of,
)
from mentorat.matching.gates import Conditions, conditions_of
from mentorat.matching.measuring import assess
from mentorat.matching.pool import Pool
from mentorat.matching.ranking import rank
from mentorat.matching.results import Ranking
from mentorat.matching.robustness import FIRST, Row, totals, without
from mentorat.matching.roster import Roster
from mentorat.matching.weights import Weight, weights_of
from mentorat.matching.what_if import WhatIf

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


def rank_with(
    case: Case,
    register: Path,
    *,
    weights: Mapping[str, Weight] | None = None,
    lang: str = "",
    top: int | None = None,
    what_if: WhatIf | None = None,
    watch: Callable[[Iterable[Candidate]], Iterable[Candidate]] = iter,
) -> Ranking:
    """Rank the mentors of the programme and the cities of a register; only the first are told.

    Args:
        case: the pairing.
        register: the file, as docs/register.md describes it.
        weights: as in `ranking.rank`, like `lang` and `what_if`.
        top: how many candidates are told.
        watch: passes on the candidates while they are compared, and may count them.

    Raises:
        OSError: the register cannot be read; and what `ranking.rank` raises.
    """
    workspace = case.workspace
    lang = lang or next(iter(workspace.languages), "en")
    vocabulary, row = vocabulary_of(workspace, lang), weights_of(case, weights, lang)[0]
    roster = Roster(register, workspace, vocabulary, Pool(workspace, vocabulary).sketches())
    most = max(top or FIRST, FIRST)
    best = shortlist(
        mentee_of(case, vocabulary, ()), watch(roster), conditions_of(case, lang), vocabulary, row, most
    )
    supposed = replace(what_if or WhatIf(), more=best.candidates)
    found = rank(case, weights=weights, lang=lang, top=top or FIRST, what_if=supposed)
    return replace(
        found,
        inputs=dict(sorted({**found.inputs, roster.name: roster.digest}.items())),
        compared=found.compared - len(best.candidates) + best.compared,
        others=(),
        notes=(*found.notes, *roster.notes()),
        faults=tuple(roster.faults),
    )


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
