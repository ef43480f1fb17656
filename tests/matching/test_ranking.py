"""What holds for every ranking: bounds, sums, intervals, independence, the same bytes every time."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorat import themes
from mentorat.i18n import translator
from mentorat.matching import Ranking, WrongWeights, rank
from mentorat.matching.ranking import shares
from mentorat.matching.results import Ranked
from mentorat.reporters import match_json
from tests.matching.build import Value, mentor, need, policy, programme

CODES = sorted(themes.themes())[:8]
TEXTS = (
    "Adults wait a year for a language course in the evening.",
    "Des cours de langue du soir pour les parents, sans attente.",
    "Volunteers meet newcomers in pairs for half a year.",
    "Οι νέοι κάτοικοι μαθαίνουν τη γλώσσα.",
    "Vrijwilligers en nieuwkomers ontmoeten elkaar.",
    "",
)
SOME = st.lists(st.sampled_from(CODES), max_size=3)
TEXT = st.sampled_from(TEXTS)
LEVEL = st.none() | st.integers(0, 4)
LOCAL = st.fixed_dictionaries(
    {},
    optional={
        "population": st.fixed_dictionaries({"value": st.integers(-1, 10**7)}),
        "unemployment": st.fixed_dictionaries({"value": st.floats(0, 120)}),
        "degree_of_urbanisation": st.sampled_from(["city", "town", "rural"]),
        "migration_kinds": st.lists(st.sampled_from(["labour", "asylum", "study"]), unique=True),
        "municipal_budget": st.fixed_dictionaries(
            {"amount": st.integers(0, 10**10), "currency": st.just("EUR")}
        ),
    },
)
NATIONAL = st.fixed_dictionaries(
    {},
    optional={
        "state_form": st.sampled_from(["unitary", "federal"]),
        "tiers": st.integers(0, 5),
        "national_programme": st.booleans(),
        "competences": st.lists(
            st.fixed_dictionaries(
                {"theme": st.sampled_from(CODES), "holder": st.sampled_from(["local", "shared", "national"])}
            ),
            max_size=3,
        ),
    },
)
NEED = st.builds(
    lambda themes, problem, priority, level: {
        "themes": themes, "problem": problem, "priority": priority, "experience": level
    },
    SOME, TEXT, st.none() | st.integers(1, 3), LEVEL,
)  # fmt: skip
POLICY = st.builds(
    lambda themes, text, level, since, url: {
        "themes": themes, "text": text, "experience": level, "since": since, "evidence_url": url
    },
    SOME, TEXT, LEVEL, st.none() | st.integers(2000, 2026), st.sampled_from(["", "https://example.org"]),
)  # fmt: skip
MENTOR = st.builds(
    lambda policies, local, national, capacity: {
        "policies": policies, "local_context": local, "national_context": national, "capacity": capacity
    },
    st.lists(POLICY, max_size=4), LOCAL, NATIONAL, st.none() | st.integers(0, 2),
)  # fmt: skip
WEIGHTS = st.none() | st.fixed_dictionaries(
    {"correspondence": st.sampled_from(["decisive", "important", 3, 0.5])},
    optional={
        id_: st.sampled_from(["useful", "ignored", 1, 7.25])
        for id_ in ("experience", "profile", "governance")
    },
)
NAMES = ("brona", "cala", "dorna", "elna")


def case_of(
    needs: list[Value], mentors: list[Value], *, local: Value | None = None, names: tuple[str, ...] = NAMES
) -> Any:
    listed = [need(f"n{index}", **answers) for index, answers in enumerate(needs)]
    cities = {
        name: mentor(
            *(policy(f"p{index}", **own) for index, own in enumerate(value["policies"])),
            **{key: part for key, part in value.items() if key != "policies"},
        )
        for name, value in zip(names, mentors, strict=False)
    }
    return programme(listed, cities, local=local)


def facts(candidate: Ranked) -> tuple[object, ...]:
    """What is said of a candidate apart from its place and its name."""
    criteria = [
        (found.id, found.score, found.weight, found.contribution, found.coverage)
        for found in candidate.criteria
    ]
    gates = [gate.id for gate in candidate.gates]
    return candidate.score, candidate.interval, candidate.coverage, tuple(criteria), tuple(gates)


@settings(max_examples=60, deadline=None)
@given(st.lists(NEED, max_size=3), st.lists(MENTOR, min_size=1, max_size=4), LOCAL, WEIGHTS)
def test_bounds_sums_and_intervals(
    needs: list[Value], mentors: list[Value], local: Value, weights: Any
) -> None:
    ranking = rank(case_of(needs, mentors, local=local), weights=weights)
    assert sum(ranking.weights.values()) == pytest.approx(1)
    last = None
    for candidate in ranking.candidates:
        low, high = candidate.interval
        assert 0 <= low <= candidate.score <= high <= 100
        assert 0 <= candidate.coverage <= 1
        parts = [Decimal(str(found.contribution)) for found in candidate.criteria]
        assert sum(parts) == Decimal(str(candidate.score)), "what is printed adds up exactly"
        for found in candidate.criteria:
            assert 0 <= found.score <= 100
            assert 0 <= found.coverage <= 1
            assert abs(found.contribution - found.weight * found.score) <= 0.2
        key = (candidate.gated, -candidate.score)
        assert last is None or last <= key
        last = key
    json.loads(match_json.report(ranking, translator("fr")))


@settings(max_examples=40, deadline=None)
@given(st.lists(NEED, max_size=3), st.lists(MENTOR, min_size=2, max_size=4), LOCAL)
def test_another_candidate_changes_no_score(needs: list[Value], mentors: list[Value], local: Value) -> None:
    alone = rank(case_of(needs, mentors[:1], local=local)).candidates[0]
    among = {found.mentor: found for found in rank(case_of(needs, mentors, local=local)).candidates}
    assert facts(among["brona"]) == facts(alone)
    assert among["brona"].criteria == alone.criteria


@settings(max_examples=40, deadline=None)
@given(
    st.lists(NEED, max_size=3), st.lists(MENTOR, min_size=1, max_size=4), st.randoms(use_true_random=False)
)
def test_order_of_writing_and_names_change_nothing(
    needs: list[Value], mentors: list[Value], source: random.Random
) -> None:
    plain = rank(case_of(needs, mentors)).candidates
    turned = [
        {**value, "policies": source.sample(value["policies"], len(value["policies"]))} for value in mentors
    ]
    shuffled = rank(case_of(source.sample(needs, len(needs)), turned, names=("zala", "yora", "xena", "wila")))
    assert sorted(map(facts, plain), key=repr) == sorted(map(facts, shuffled.candidates), key=repr)
    assert [found.rank for found in plain] == [found.rank for found in shuffled.candidates]


PLAIN = NATIONAL.map(lambda answers: {key: part for key, part in answers.items() if key != "competences"})


@settings(max_examples=60, deadline=None)
@given(st.lists(NEED, min_size=1, max_size=3), MENTOR, PLAIN, POLICY, st.integers(0, 4))
def test_a_further_practice_lowers_nothing(
    needs: list[Value], city: Value, national: Value, more: Value, place: int
) -> None:
    """Who decides is left out: it is compared on the themes that are met, which may become others."""
    city = {**city, "national_context": national}
    policies = city["policies"]
    better = {**city, "policies": [*policies[:place], more, *policies[place:]]}
    before, after = (rank(case_of(needs, [one])).candidates[0] for one in (city, better))
    for one, other in zip(before.criteria, after.criteria, strict=True):
        assert one.score <= other.score, one.id
    assert before.score <= after.score


@settings(max_examples=60, deadline=None)
@given(st.lists(NEED, min_size=1, max_size=3), MENTOR, st.integers(0, 3), SOME)
def test_more_experience_and_the_themes_of_a_need_lower_nothing(
    needs: list[Value], city: Value, place: int, codes: list[str]
) -> None:
    city = {**city, "national_context": {}}
    known = [one for one in city["policies"] if one["experience"] is not None]
    if not known:
        return
    weak = known[place % len(known)]
    strong = {
        **weak,
        "experience": min(4, weak["experience"] + 1),
        "themes": [*weak["themes"], *needs[0]["themes"]] if weak["themes"] else weak["themes"],
    }
    better = {**city, "policies": [strong if one is weak else one for one in city["policies"]]}
    before, after = (rank(case_of(needs, [one])).candidates[0] for one in (city, better))
    for one, other in zip(before.criteria, after.criteria, strict=True):
        assert one.score <= other.score, one.id
    assert before.score <= after.score


@settings(max_examples=60, deadline=None)
@given(
    st.lists(NEED, max_size=3), MENTOR, LOCAL, st.sets(st.sampled_from(["local_context", "national_context"]))
)
def test_what_becomes_known_stays_within_the_interval(
    needs: list[Value], city: Value, local: Value, silent: set[str]
) -> None:
    quiet = {**city, **{key: {} for key in silent}}
    said, told = (rank(case_of(needs, [one], local=local)).candidates[0] for one in (quiet, city))
    assert said.coverage <= told.coverage + 0.001
    assert said.interval[0] - 0.1 <= told.score <= said.interval[1] + 0.1, "but for rounding"


@given(st.lists(st.floats(0, 0.25), min_size=4, max_size=4))
def test_shares_add_up(parts: list[float]) -> None:
    whole, tenths = shares(parts)
    assert sum(tenths) == whole
    assert abs(whole - 1000 * sum(parts)) <= 0.51
    assert all(abs(tenth - 1000 * part) <= 1.001 for tenth, part in zip(tenths, parts, strict=True))


SCRIPT = """
import sys
from mentorat.i18n import translator
from mentorat.matching import rank
from mentorat.reporters import match_json
from tests.matching.test_ranking import example
print(match_json.report(rank(example()), translator("en")))
"""


def example() -> Any:
    """A small programme with something to say on every criterion."""
    needs = [
        need(themes=["language", "volunteering"], problem=TEXTS[0], priority=3, experience=1),
        need("n2", themes=["communication"], problem=TEXTS[1], priority=2, experience=0),
    ]
    offers = [
        policy(f"p{i}", themes=[CODES[i], "language"], text=TEXTS[i], experience=i + 1, since=2012)
        for i in range(4)
    ]
    kinds = {"migration_kinds": ["study", "labour", "asylum"], "population": {"value": 30_000}}
    cities = {name: mentor(*offers[index:], local_context=kinds) for index, name in enumerate(NAMES)}
    return programme(needs, cities, local=kinds)


def test_the_same_bytes_whatever_the_seed_of_hashes() -> None:
    outputs = set()
    for seed in ("0", "1", "424242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], capture_output=True, env=environment, check=True, encoding="utf-8"
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1


# ------------------------------------------------------------------ weights


def weighted(rules: Value | None) -> Ranking:
    return rank(
        programme([need(themes=["language"])], {"brona": mentor(policy(themes=["language"]))}, rules=rules)
    )


def test_the_tool_s_own_weights() -> None:
    expected = {"correspondence": 0.5, "experience": 0.2, "profile": 0.15, "governance": 0.15}
    assert weighted(None).weights == pytest.approx(expected)


def test_the_programme_s_weights_in_words_and_numbers() -> None:
    words = {
        "correspondence": "decisive",
        "experience": "important",
        "profile": "useful",
        "governance": "ignored",
    }
    found = weighted({"weights": words, "reason": "Experience first."})
    expected = {"correspondence": 4 / 7, "experience": 2 / 7, "profile": 1 / 7, "governance": 0}
    assert found.weights == pytest.approx(expected)
    assert "Experience first." in found.weights_from.show(translator("en"))
    numbers = {"correspondence": 70, "experience": 10, "profile": 10, "governance": 10}
    assert weighted({"weights": numbers}).weights["correspondence"] == pytest.approx(0.7)


def test_what_the_pairing_agreed_on_comes_first() -> None:
    criteria = [
        {"criterion": "correspondence", "weight": "decisive"},
        {"criterion": "governance"},
        {"criterion": "experience", "weight": "ignored"},
        {"criterion": "other", "description": "The mayors get on.", "weight": "decisive"},
    ]
    ranking = rank(
        programme(
            [need(themes=["language"])],
            {"brona": mentor(policy(themes=["language"]))},
            pairing={"matching": {"criteria": criteria}},
            rules={"weights": {"profile": "decisive"}},
        )
    )
    expected = {"correspondence": 4 / 5.2, "experience": 0, "profile": 0, "governance": 1.2 / 5.2}
    assert ranking.weights == pytest.approx(expected)
    assert "“The mayors get on”" in ranking.notes[0].show(translator("en"))


@pytest.mark.parametrize(
    "agreed",
    [
        ["decisive", "important", "useful", "useful"],
        [50, 25, 12.5, 12.5],
        [8, 4, 2, 2],
    ],
)
def test_a_word_for_one_run_counts_as_much_beside_numbers_as_beside_words(agreed: list[Any]) -> None:
    rules = {
        "weights": dict(zip(("correspondence", "experience", "profile", "governance"), agreed, strict=True))
    }
    ranking = rank(programme([], {}, rules=rules), weights={"profile": "decisive"})
    assert list(ranking.weights.values()) == pytest.approx([4 / 11, 2 / 11, 4 / 11, 1 / 11])


@pytest.mark.parametrize(
    "weights",
    [
        {"correspondence": -1},
        {"correspondence": "heavy"},
        {"size": 1},
        {"correspondence": 0, "experience": 0, "profile": 0, "governance": "ignored"},
        {"correspondence": float("nan")},
        {"correspondence": True},
    ],
)
def test_weights_that_cannot_be(weights: Any) -> None:
    with pytest.raises(WrongWeights):
        rank(example(), weights=weights)


def test_an_unknown_engine() -> None:
    with pytest.raises(ValueError, match="engine"):
        rank(example(), engine="oracle")
