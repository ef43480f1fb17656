"""How far an order hangs on the weights."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorat.matching.robustness import (
    DRAWS,
    FIRST,
    Row,
    acceptability,
    dominator,
    draw,
    flip,
    leaders,
    seed_of,
    totals,
    verdict,
    without,
)

USUAL: Row = (0.5, 0.2, 0.15, 0.15)
SCORE = st.integers(0, 20).map(lambda number: number / 20)
ROWS = st.lists(st.tuples(SCORE, SCORE, SCORE, SCORE), min_size=1, max_size=5)


def ordered(rows: list[Row], weights: Row = USUAL) -> list[Row]:
    return sorted(rows, key=lambda row: -totals([row], weights)[0])


def test_draws_are_weights_near_the_chosen_ones() -> None:
    drawn = draw(USUAL)
    assert len(drawn) == DRAWS
    assert all(abs(sum(row) - 1) < 1e-9 and min(row) >= 0 for row in drawn)
    means = [sum(row[index] for row in drawn) / DRAWS for index in range(4)]
    assert means == pytest.approx(USUAL, abs=0.02)


def test_what_is_ignored_stays_ignored() -> None:
    assert all(row[3] == 0 for row in draw((0.5, 0.3, 0.2, 0.0)))


def test_the_seed_is_the_weights_alone() -> None:
    assert seed_of(USUAL) == seed_of((0.5, 0.2, 0.15, 0.15))
    assert seed_of(USUAL) != seed_of((0.2, 0.5, 0.15, 0.15))


def test_a_candidate_better_in_everything_is_solid() -> None:
    rows: list[Row] = [(0.9, 0.9, 0.9, 0.9), (0.5, 0.5, 0.5, 0.5)]
    assert acceptability(rows, USUAL) == [1.0, 1.0]
    assert flip(rows[0], rows[1], USUAL) is None
    assert dominator(rows, 1) == 0
    assert dominator(rows, 0) is None


def test_words_for_shares() -> None:
    assert [verdict(share) for share in (1.0, 0.8, 0.79, 0.5, 0.49, 0.0)] == [
        "solid", "solid", "open", "open", "fragile", "fragile",
    ]  # fmt: skip


def test_the_tied_share_their_places() -> None:
    row: Row = (0.5, 0.5, 0.5, 0.5)
    assert acceptability([row] * 4, USUAL) == pytest.approx([0.25] * 4)


def test_only_the_first_are_judged() -> None:
    rows: list[Row] = [(1 - index / 100, 0.5, 0.5, 0.5) for index in range(FIRST + 5)]
    assert len(acceptability(rows, USUAL)) == FIRST


@settings(deadline=None)
@given(ROWS)
def test_shares_are_shares(rows: list[Row]) -> None:
    kept = acceptability(ordered(rows), USUAL)
    assert all(0 <= share <= 1 + 1e-9 for share in kept)


@settings(deadline=None)
@given(ROWS)
def test_the_smallest_change_makes_the_first_two_equal(rows: list[Row]) -> None:
    order = ordered(rows)
    if len(order) < 2:
        return
    first, second = order[:2]
    found = flip(first, second, USUAL)
    if found is None:
        return
    others = without(USUAL, found.criterion)
    assert others
    weights = [weight * (1 - found.weight) for weight in others]
    weights[found.criterion] = found.weight
    a, b, c, d = weights
    level = totals([first, second], (a, b, c, d))
    assert level[0] == pytest.approx(level[1], abs=1e-6)


def test_leaving_out_the_only_criterion_leaves_nothing() -> None:
    assert without((1.0, 0.0, 0.0, 0.0), 0) is None
    assert leaders([(1, 0, 0, 0), (0, 1, 1, 1)], USUAL) == (0, 1)
