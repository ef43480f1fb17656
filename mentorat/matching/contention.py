"""What a best assignment leaves open: who goes without and why, and who would rather have somebody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentorat.matching.assignment import Scores


@dataclass(frozen=True, slots=True)
class Shortage:
    """Rows that only some columns can serve, which have fewer places than there are rows (Hall's theorem).

    `missing` of them go without, whatever anybody does; `unserved` are those that do.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    places: int
    unserved: tuple[int, ...]

    @property
    def missing(self) -> int:
        """How many places are missing."""
        return len(self.rows) - self.places


@dataclass(frozen=True, slots=True)
class Rivalry:
    """A row and a column that would both rather have each other; the column would let `ousted` go."""

    row: int
    column: int
    ousted: int


def shortages(scores: Scores, places: Sequence[int], columns: Sequence[int | None]) -> list[Shortage]:
    """Why rows of a best assignment go without: for each of them the smallest set that proves it.

    Sets that share a column are told as one.  A row without any possible column stands alone.
    """
    served: dict[int, list[int]] = defaultdict(list)
    for row, column in enumerate(columns):
        if column is not None:
            served[column].append(row)
    groups: list[tuple[set[int], set[int]]] = []
    for row, column in enumerate(columns):
        if column is not None:
            continue
        rows, wanted = _rivals(row, scores, served)
        for group in [group for group in groups if group[1] & wanted]:
            rows |= group[0]
            wanted |= group[1]
            groups.remove(group)
        groups.append((rows, wanted))
    found = [
        Shortage(
            tuple(sorted(rows)),
            tuple(sorted(wanted)),
            sum(places[column] for column in wanted),
            tuple(row for row in sorted(rows) if columns[row] is None),
        )
        for rows, wanted in groups
    ]
    return sorted(found, key=lambda shortage: shortage.unserved)


def _rivals(row: int, scores: Scores, served: Mapping[int, Sequence[int]]) -> tuple[set[int], set[int]]:
    """A row that goes without, those who have what it could have, what these could have instead, and so on."""
    rows, wanted, waiting = {row}, set[int](), [row]
    while waiting:
        for column in scores[waiting.pop()]:
            if column not in wanted:
                wanted.add(column)
                fresh = [other for other in served.get(column, ()) if other not in rows]
                rows.update(fresh)
                waiting += fresh
    return rows, wanted


def rivalries(scores: Scores, columns: Sequence[int | None]) -> list[Rivalry]:
    """Rows and columns that would both rather have each other than what they have."""
    worst: dict[int, tuple[int, int]] = {}
    for row, column in enumerate(columns):
        if column is not None:
            worst[column] = min(worst.get(column, (scores[row][column], row)), (scores[row][column], row))
    return [
        Rivalry(row, column, worst[column][1])
        for row, own in enumerate(columns)
        for column in sorted(scores[row])
        if column in worst
        and scores[row][column] > max(worst[column][0], -1 if own is None else scores[row][own])
    ]
