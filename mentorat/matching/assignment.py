"""Who gets whom, where many want the same few: exact, deterministic, in plain Python.

Rows want one place each; columns have some places.  First as many rows are served as can be, then

* `total`: the sum of the scores is as high as possible, and of several such ways the most even one;
* `worst-first`: the row that is served worst is served as well as possible, then the next, and so on.

One method serves both: rows are placed one by one along the cheapest chain of moves (the Hungarian
method with the search of Dijkstra).  Whole numbers weigh the pairs; for `worst-first` they are so large
that one bad pair outweighs any number of better ones.  Of several ways that are equal, the first row
has the first column that it can have, then the second row, and so on.

SciPy would not pay: where everybody wants the same columns, 200 rows and 1,000 columns take less time
than its import alone (`python -m tests.benchmarks.cohort`).
"""

from __future__ import annotations

import bisect
import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Objective = Literal["total", "worst-first"]
OBJECTIVES: tuple[Objective, ...] = ("total", "worst-first")

Scores = Sequence[Mapping[int, int]]
"""For each row the columns that it may have, each with its score: a whole number from 0 on."""

_ANYWHERE = -1

Roads = Mapping[int, tuple[int, int, int]]
"""For columns how dear it is to make room there, the row that leaves and where it goes (-1: nobody need leave)."""


@dataclass(frozen=True, slots=True)
class Move:
    """A row that leaves a column for another; None is to go without."""

    row: int
    source: int | None
    target: int | None


@dataclass(frozen=True, slots=True)
class Detour:
    """The best assignment in which a row has another column: which one, and everybody who moves for it."""

    column: int
    moves: tuple[Move, ...]


def assign(
    scores: Scores, places: Sequence[int], objective: Objective = "total", *, spare: int = 1
) -> Optimum:
    """The best assignment of rows to columns.

    Args:
        scores: for each row its possible columns and their scores.
        places: how many rows each column can serve.
        objective: what is best.
        spare: how many alternatives a row must be able to have (`Optimum.detours`).
    """
    kept = [_best(row, places, len(scores) + spare) for row in scores]
    weights, without = _weights(scores, kept, objective)
    rows = [[(column, weights[row[column]]) for column in own] for row, own in zip(scores, kept, strict=True)]
    return Optimum(rows, places, without)


def _best(row: Mapping[int, int], places: Sequence[int], most: int) -> list[int]:
    """The columns that a row can come to have, the best first: of as many as there are rows one is free."""
    size = len(places)
    ranked = sorted([column - size * score for column, score in row.items() if places[column] > 0])
    return [number % size for number in ranked[:most]]


def _weights(
    scores: Scores, kept: Sequence[Sequence[int]], objective: Objective
) -> tuple[dict[int, int], int]:
    """What each score weighs; and what it weighs to go without: more than all the rest together."""
    rows = len(scores)
    values = sorted({row[column] for row, own in zip(scores, kept, strict=True) for column in own})
    if objective == "worst-first":
        base = rows + 1
        weights = {value: -(base**place) for place, value in enumerate(reversed(values))}
        return weights, -(base ** len(values))
    top = max(values, default=0)
    base = rows * top * top + 1
    return {value: value * base - value * value for value in values}, -(rows + 1) * (top + 1) * base


class Optimum:
    """A best assignment, and the prices of the columns that prove it.

    At these prices every row has a column that suits it best, and a column with a free place costs
    nothing.  To go without is a column of its own for each row.
    """

    def __init__(
        self, rows: Sequence[Sequence[tuple[int, int]]], places: Sequence[int], without: int
    ) -> None:
        self._real = len(places)
        self._rows = [[*row, (self._real + index, without)] for index, row in enumerate(rows)]
        self._losses = [[-weight for _, weight in row] for row in self._rows]
        self._places = [*places, *(1 for _ in rows)]
        self._price = [0] * len(self._places)
        self._gain = [0] * len(rows)
        self._column = [-1] * len(rows)
        self._served: list[list[int]] = [[] for _ in self._places]
        self._ways: dict[int, list[tuple[int, int, int]]] = {}
        self._beyond = 2 * (len(rows) + 2) * max(1, abs(without))
        for row in range(len(rows)):
            self._place(row)
        self._prefer_the_first()

    @property
    def columns(self) -> tuple[int | None, ...]:
        """For each row its column; None where it goes without."""
        return tuple(self._named(column) for column in self._column)

    def _named(self, column: int) -> int | None:
        return column if column < self._real else None

    def _full(self, column: int) -> bool:
        return len(self._served[column]) >= self._places[column]

    def _put(self, row: int, column: int) -> None:
        before = self._column[row]
        if before >= 0:
            self._served[before].remove(row)
        self._column[row] = column
        self._served[column].append(row)

    # -------------------------------------------------------------- placing the rows

    def _place(self, row: int) -> None:
        """Place one more row along the cheapest chain of moves, and mend the prices."""
        price, gain, served, places = self._price, self._gain, self._served, self._places
        gain[row] = max(weight - price[column] for column, weight in self._rows[row])
        distance = [self._beyond] * len(places)
        arrived = [-1] * len(places)
        waiting: list[tuple[int, int]] = []
        passed: list[tuple[int, int]] = []
        reached, leaving = [(row, 0)], [row]
        base, limit = 0, self._beyond
        while True:
            for other in leaving:
                own = base + gain[other]
                near = bisect.bisect_left(self._losses[other], limit - own)
                nearer = [
                    (far, column)
                    for column, weight in self._rows[other][:near]
                    if (far := own - weight + price[column]) < distance[column]
                ]
                for far, column in nearer:
                    if far < limit:
                        distance[column], arrived[column] = far, other
                        heapq.heappush(waiting, (far, column))
                        if len(served[column]) < places[column]:
                            limit = far
            base, column = heapq.heappop(waiting)
            while base != distance[column]:
                base, column = heapq.heappop(waiting)
            if len(served[column]) < places[column]:
                break
            distance[column] = -1
            passed.append((column, base))
            leaving = served[column]
            reached += [(other, base) for other in leaving]
        for other, far in reached:
            gain[other] -= base - far
        for full, far in passed:
            price[full] += base - far
        while column >= 0:
            mover = arrived[column]
            before = self._column[mover]
            self._put(mover, column)
            column = before

    def _prefer_the_first(self) -> None:
        """Of several equally good ways take the one that gives the first rows the first columns."""
        equal = [
            sorted(column for column, weight in own if gain == weight - self._price[column])
            for own, gain in zip(self._rows, self._gain, strict=True)
        ]
        settled: set[int] = set()
        for row, own in enumerate(equal):
            settled.add(row)
            here = self._column[row]
            tried: set[int] = set()
            for column in own:
                if column >= here:
                    break
                moves = self._exchange(column, here, equal, settled, tried)
                if moves is not None:
                    for mover, target in [(row, column), *moves]:
                        self._put(mover, target)
                    break

    def _exchange(
        self, start: int, goal: int, equal: Sequence[Sequence[int]], settled: set[int], tried: set[int]
    ) -> list[tuple[int, int]] | None:
        """Moves that make room in `start` if there is room in `goal`, and lose nothing; None if there are none."""
        if start in tried:
            return None
        came: dict[int, tuple[int, int]] = {}
        waiting = [start]
        tried.add(start)
        while waiting:
            column = waiting.pop()
            steps = [
                (other, target)
                for other in self._served[column]
                if other not in settled
                for target in equal[other]
            ]
            if len(self._served[column]) < self._places[column] and _ANYWHERE not in tried:
                tried.add(_ANYWHERE)
                steps += [(-1, target) for target, price in enumerate(self._price) if not price]
            for mover, target in steps:
                if target == goal:
                    came[goal] = mover, column
                    return list(_back(goal, start, came))[::-1]
                if target not in tried:
                    tried.add(target)
                    came[target] = mover, column
                    waiting.append(target)
        return None

    # -------------------------------------------------------------- other ways

    def detours(self, row: int, most: int) -> list[Detour]:
        """The best assignments in which a row has another column than now, the best first."""
        here, gain, price = self._column[row], self._gain[row], self._price
        loss = {
            column: gain - weight + price[column]
            for column, weight in self._rows[row]
            if column != here and column < self._real
        }
        roads = self._roads(here, row, loss, most)
        found = sorted((loss[column] + roads[column][0], column) for column in loss if column in roads)
        return [
            Detour(
                column,
                tuple(
                    Move(mover, self._named(source), self._named(target))
                    for mover, source, target in [(row, here, column), *_walk(column, roads)]
                ),
            )
            for _, column in found[:most]
        ]

    def _roads(self, goal: int, staying: int, loss: Mapping[int, int], most: int) -> Roads:
        """How to make room in columns, if there is one more place in `goal`, by moving rows but one.

        A column with a free place needs nobody to leave; what is left free elsewhere costs its price.  The
        search ends where the `most` columns are known that are least dear with their loss.  Of the rows that
        could move to a column a dearer one is looked at only when the one before it has been passed.
        """
        self._ways = self._ways or self._moves()
        price = self._price
        done: dict[int, tuple[int, int, int]] = {}
        known: list[int] = []
        waiting = [(0, goal, -1, -1, -1)]
        free_at, free_by = self._beyond, -1

        def look(target: int, place: int) -> None:
            """Wait for the first way to a column, from a place in its list on, that may still be new."""
            ways, far = self._ways[target], done[target][0]
            for following in range(place, len(ways)):
                dear, source, row = ways[following]
                if source not in done and row != staying:
                    heapq.heappush(waiting, (far + dear, source, row, target, following + 1))
                    return

        while waiting:
            far, column, mover, target, following = heapq.heappop(waiting)
            if len(known) >= most and far > known[most - 1]:
                break
            if following >= 0:
                look(target, following)
            if column in done:
                continue
            done[column] = far, mover, target
            if column < 0:
                for other, served in enumerate(self._served):
                    if other not in done and len(served) < self._places[other]:
                        heapq.heappush(waiting, (far, other, -1, free_by, -1))
                continue
            if column in loss:
                bisect.insort(known, far + loss[column])
            if far + price[column] < free_at:
                free_at, free_by = far + price[column], column
                heapq.heappush(waiting, (free_at, _ANYWHERE, -1, column, -1))
            look(column, 0)
        return done

    def _moves(self) -> dict[int, list[tuple[int, int, int]]]:
        """For each column what it would cost to have a row there, from where, and which row; the least first."""
        ways: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for row, own in enumerate(self._rows):
            gain, source = self._gain[row], self._column[row]
            for column, weight in own:
                if column != source:
                    ways[column].append((gain - weight + self._price[column], source, row))
        for listed in ways.values():
            listed.sort()
        return ways


def _back(goal: int, start: int, came: Mapping[int, tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The rows that move on the way that was found, each with where it goes, the last first."""
    while goal != start:
        mover, source = came[goal]
        if mover >= 0:
            yield mover, goal
        goal = source


def _walk(column: int, roads: Roads) -> Iterator[tuple[int, int, int]]:
    """The rows that move, each with its old and new column, so that there is room in a column."""
    while True:
        _, mover, target = roads[column]
        if target < 0:
            return
        if mover >= 0:
            yield mover, column, target
        column = target
