"""How far the order of candidates hangs on the weights.

Weights are opinions.  So the order is worked out again under many weights near the chosen ones, under
equal ones, and with each criterion left out; and the smallest change is sought that would put the
second candidate first.
"""

from __future__ import annotations

import functools
import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass

Row = tuple[float, float, float, float]
"""One number a criterion: the scores of a candidate from 0 to 1, or weights that add up to 1."""

DRAWS = 2_000
FIRST = 20
"""For how many candidates, from the first on, acceptability is worked out."""
_CLOSENESS = 20.0
"""How near the drawn weights stay to the chosen ones (the sum of the Dirichlet distribution's parameters)."""
SOLID, FRAGILE = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Flip:
    """The smallest change of one weight that makes the first two candidates equal."""

    criterion: int
    weight: float
    """The weight at which they are equal; the others keep their proportions."""


def verdict(acceptability: float) -> str:
    """What a share of draws means: `solid`, `open` or `fragile`."""
    if acceptability >= SOLID:
        return "solid"
    return "fragile" if acceptability < FRAGILE else "open"


def seed_of(weights: Row) -> int:
    """The seed of the draws; it depends on the weights alone."""
    written = ",".join(f"{weight:.9f}" for weight in weights)
    return int.from_bytes(hashlib.sha256(written.encode()).digest()[:4], "big")


@functools.lru_cache(maxsize=8)
def draw(weights: Row) -> tuple[Row, ...]:
    """Weights near the chosen ones, from a Dirichlet distribution; what does not count stays out."""
    source = random.Random(seed_of(weights))
    drawn: list[Row] = []
    for _ in range(DRAWS):
        a, b, c, d = (source.gammavariate(_CLOSENESS * weight, 1.0) if weight else 0.0 for weight in weights)
        whole = (a + b + c + d) or 1.0
        drawn.append((a / whole, b / whole, c / whole, d / whole))
    return tuple(drawn)


def totals(rows: Sequence[Row], weights: Row) -> list[float]:
    """The weighted score of every candidate."""
    w, x, y, z = weights
    return [a * w + b * x + c * y + d * z for a, b, c, d in rows]


def acceptability(rows: Sequence[Row], weights: Row) -> list[float]:
    """For each of the first candidates, in their order, the share of draws in which it keeps its place.

    Candidates that cannot be told apart share their places.
    """
    rows = rows[:FIRST]
    places = _places(totals(rows, weights))
    kept = [0.0] * len(rows)
    for drawn in draw(weights):
        for index, now in enumerate(_places(totals(rows, drawn))):
            own = places[index]
            if own is now:
                kept[index] += 1 / len(own)
                continue
            both = min(own.stop, now.stop) - max(own.start, now.start)
            if both > 0:
                kept[index] += both / (len(own) * len(now))
    return [count / DRAWS for count in kept]


_ONE_PLACE = [range(place, place + 1) for place in range(FIRST)]


def _places(scores: Sequence[float]) -> list[range]:
    """For each candidate its place, or the places that it shares with its equals."""
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    places = _ONE_PLACE[: len(scores)]
    start = 0
    while start < len(order):
        end = start + 1
        while end < len(order) and scores[order[end]] == scores[order[start]]:
            end += 1
        shared = _ONE_PLACE[start] if end == start + 1 else range(start, end)
        for index in order[start:end]:
            places[index] = shared
        start = end
    return places


def leaders(rows: Sequence[Row], weights: Row) -> tuple[int, ...]:
    """Who comes first under some weights (several where they are equal)."""
    scores = [round(score, 9) for score in totals(rows, weights)]
    best = max(scores, default=0.0)
    return tuple(index for index, score in enumerate(scores) if score == best)


def without(weights: Row, left_out: int) -> Row | None:
    """The weights with one criterion left out, None where nothing else counts."""
    rest = sum(weights) - weights[left_out]
    if rest <= 1e-9:
        return None
    a, b, c, d = (0.0 if index == left_out else weight / rest for index, weight in enumerate(weights))
    return a, b, c, d


def flip(first: Row, second: Row, weights: Row) -> Flip | None:
    """The smallest change of one weight that lets the second candidate draw level with the first.

    None where no single weight can do it: the second is nowhere better, or too far behind.
    """
    gaps = [a - b for a, b in zip(first, second, strict=True)]
    found: list[tuple[float, int, float]] = []
    for index, own in enumerate(gaps):
        others = without(weights, index)
        if others is None:
            continue
        rest = sum(weight * gap for weight, gap in zip(others, gaps, strict=True))
        if abs(rest - own) < 1e-12:
            continue
        level = rest / (rest - own)
        if 0.0 <= level <= 1.0:
            found.append((abs(level - weights[index]), index, level))
    if not found:
        return None
    _, index, level = min(found)
    return Flip(index, level)


def dominator(rows: Sequence[Row], index: int) -> int | None:
    """The first candidate that is nowhere worse than this one and somewhere better."""
    mine = rows[index]
    for other, row in enumerate(rows):
        nowhere_worse = all(theirs >= own for theirs, own in zip(row, mine, strict=True))
        if row != mine and nowhere_worse:
            return other
    return None
