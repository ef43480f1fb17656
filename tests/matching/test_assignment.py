"""Assignments: as good as trying out every one, independent of order, and with reasons that hold."""

from __future__ import annotations

import itertools
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorat.matching.assignment import OBJECTIVES, Objective, Scores, assign
from mentorat.matching.contention import rivalries, shortages

Columns = Sequence[int | None]


@st.composite
def cases(draw: st.DrawFn, most: int = 4) -> tuple[list[dict[int, int]], list[int]]:
    """A few rows and columns; few different scores, so that many ways are equal."""
    rows, columns = draw(st.integers(0, most)), draw(st.integers(0, most))
    places = draw(st.lists(st.integers(0, 2), min_size=columns, max_size=columns))
    score = st.integers(0, draw(st.sampled_from([1, 4, 1000])))
    line = st.dictionaries(st.integers(0, max(0, columns - 1)), score, max_size=columns)
    scores = draw(st.lists(line if columns else st.just({}), min_size=rows, max_size=rows))
    return scores, places


def ways(scores: Scores, places: Sequence[int]) -> Iterator[Columns]:
    """Every assignment that keeps to the places."""
    for columns in itertools.product(*([None, *row] for row in scores)):
        if all(columns.count(column) <= room for column, room in enumerate(places)):
            yield columns


def worth(scores: Scores, columns: Columns, objective: Objective) -> tuple[object, ...]:
    """How good an assignment is: the greater, the better."""
    had = [row[column] for row, column in zip(scores, columns, strict=True) if column is not None]
    if objective == "worst-first":
        return len(had), sorted(had)
    return len(had), sum(had), -sum(score * score for score in had)


def order(columns: Columns) -> list[int]:
    """Columns for comparison: to go without comes last."""
    return [1_000 if column is None else column for column in columns]


@settings(max_examples=400, deadline=None)
@given(cases(), st.sampled_from(OBJECTIVES))
def test_as_good_as_trying_out_every_one(
    case: tuple[list[dict[int, int]], list[int]], objective: Objective
) -> None:
    scores, places = case
    every = list(ways(scores, places))
    best = max(worth(scores, columns, objective) for columns in every)
    found = assign(scores, places, objective).columns
    assert worth(scores, found, objective) == best
    equal = [columns for columns in every if worth(scores, columns, objective) == best]
    assert found == min(equal, key=order), "of equal ways the first"


@settings(max_examples=200, deadline=None)
@given(cases(), st.sampled_from(OBJECTIVES), st.integers(1, 4))
def test_detours_are_the_best_ways_with_another_column(
    case: tuple[list[dict[int, int]], list[int]], objective: Objective, most: int
) -> None:
    scores, places = case
    optimum = assign(scores, places, objective, spare=most)
    every = list(ways(scores, places))
    for row in range(len(scores)):
        own = optimum.columns[row]
        best = {
            column: max(worth(scores, way, objective) for way in every if way[row] == column)
            for column in scores[row]
            if places[column] and column != own
        }
        found = optimum.detours(row, most)
        assert len(found) == min(most, len(best))
        expected = sorted(best.values(), reverse=True)
        for place, detour in enumerate(found):
            columns = list(optimum.columns)
            for move in detour.moves:
                assert columns[move.row] == move.source
                columns[move.row] = move.target
            assert columns[row] == detour.column
            assert worth(scores, columns, objective) == best[detour.column] == expected[place]


@settings(max_examples=300, deadline=None)
@given(cases(6))
def test_who_goes_without_is_told_a_true_bottleneck(case: tuple[list[dict[int, int]], list[int]]) -> None:
    scores, places = case
    columns = assign(scores, places).columns
    found = shortages(scores, places, columns)
    unserved = [row for row, column in enumerate(columns) if column is None]
    assert sorted(row for shortage in found for row in shortage.unserved) == unserved
    for shortage in found:
        possible = {column for row in shortage.rows for column in scores[row]}
        assert possible == set(shortage.columns)
        assert shortage.places == sum(places[column] for column in possible)
        assert shortage.missing == len(shortage.unserved) >= 1
    for one, other in itertools.combinations(found, 2):
        assert not set(one.columns) & set(other.columns)


@settings(max_examples=300, deadline=None)
@given(cases(5), st.sampled_from(OBJECTIVES))
def test_rivalries_are_pairs_that_would_both_gain(
    case: tuple[list[dict[int, int]], list[int]], objective: Objective
) -> None:
    scores, places = case
    columns = assign(scores, places, objective).columns
    expected = set()
    for row, own in enumerate(columns):
        mine = -1 if own is None else scores[row][own]
        for column, score in scores[row].items():
            theirs = [other for other, had in enumerate(columns) if had == column]
            if score <= mine or not places[column] or column == own:
                continue
            assert len(theirs) == places[column], "a free place would have been taken"
            if any(scores[other][column] < score for other in theirs):
                expected.add((row, column))
    found = rivalries(scores, columns)
    assert {(each.row, each.column) for each in found} == expected
    for each in found:
        assert columns[each.ousted] == each.column
        assert scores[each.ousted][each.column] < scores[each.row][each.column]


@settings(max_examples=150, deadline=None)
@given(cases(5), st.sampled_from(OBJECTIVES), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_changes_nothing(
    case: tuple[list[dict[int, int]], list[int]], objective: Objective, source: random.Random
) -> None:
    scores, places = case
    rows, columns = list(range(len(scores))), list(range(len(places)))
    source.shuffle(rows)
    source.shuffle(columns)
    shuffled = [{columns.index(column): score for column, score in scores[row].items()} for row in rows]
    found = assign(shuffled, [places[column] for column in columns], objective).columns
    there = worth(shuffled, found, objective)
    assert there == worth(scores, assign(scores, places, objective).columns, objective)


def contested(rows: int, columns: int, seed: int) -> list[dict[int, int]]:
    """Everybody wants the same columns, a little more or less."""
    source = random.Random(seed)
    known = [source.randint(200, 800) for _ in range(columns)]
    return [
        {column: quality + source.randint(-30, 30) for column, quality in enumerate(known)}
        for _ in range(rows)
    ]


@pytest.mark.parametrize("seed", range(8))
def test_the_total_is_that_of_scipy(seed: int) -> None:
    numpy = pytest.importorskip("numpy")
    optimize = pytest.importorskip("scipy.optimize")
    source = random.Random(seed)
    rows, columns = source.randint(1, 40), source.randint(40, 90)
    scores = contested(rows, columns, seed)
    table = numpy.array([[row[column] for column in range(columns)] for row in scores])
    ours = assign(scores, [1] * columns).columns
    total = sum(row[column] for row, column in zip(scores, ours, strict=True) if column is not None)
    assert total == table[optimize.linear_sum_assignment(table, maximize=True)].sum()


def test_one_hash_seed_is_as_good_as_another() -> None:
    program = (
        "from tests.matching.test_assignment import contested\n"
        "from mentorat.matching.assignment import OBJECTIVES, assign\n"
        "from mentorat.matching.contention import rivalries, shortages\n"
        "scores = contested(12, 15, 3)\n"
        "for objective in OBJECTIVES:\n"
        "    found = assign(scores, [1] * 10 + [0] * 5, objective)\n"
        "    print(found.columns, [found.detours(row, 3) for row in range(12)])\n"
        "    print(shortages(scores, [1] * 10 + [0] * 5, found.columns), rivalries(scores, found.columns))\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(said) == 1
    assert said.pop()
