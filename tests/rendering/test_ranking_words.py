"""What the tables and sentences of a ranking say, figure by figure."""

from __future__ import annotations

import re

from mentorat.i18n import translator
from mentorat.matching import rank
from mentorat.matching.cohort import propose
from mentorat.rendering import ranking_words as words
from mentorat.reporters import cohort_words
from tests.matching.build import mentor, need, policy, programme

NEED = need(themes=["language"], experience=0)
GOOD = policy(themes=["language"], experience=3, since=2010)
EN = translator("en")


def test_weights_are_told_so_that_they_add_up() -> None:
    halves = {"correspondence": 50, "experience": 25, "profile": 12.5, "governance": 12.5}
    ranking = rank(programme([NEED], {"brona": mentor(GOOD)}, rules={"weights": halves}))
    assert re.findall(r"([\d.]+)%", words.weighing(ranking.weights, EN)) == ["50", "25", "12.5", "12.5"]


def test_the_change_that_levels_the_first_two_names_the_weight_as_it_was_told() -> None:
    halves = {"correspondence": 50, "experience": 25, "profile": 12.5, "governance": 12.5}
    alike = {"population": {"value": 50_000}}
    mentors = {
        "brona": mentor(GOOD),
        "cala": mentor(policy(themes=["education"]), local_context=alike),
    }
    ranking = rank(programme([NEED], mentors, local=alike, rules={"weights": halves}))
    [level] = [found for found in words.firmness(ranking, EN) if "draw level" in found]
    assert "instead of 12.5" in level


def test_the_range_of_a_pair_is_the_same_in_both_tables() -> None:
    small, large = ({"population": {"value": people}} for people in (12_345, 50_000))
    case = programme([NEED], {"brona": mentor(GOOD, local_context=small)}, local=large)
    ranking, cohort = rank(case), propose(case.workspace)
    assert words.table(ranking, EN)[1][3] == "46–67"
    assert "46–67" in cohort_words.table(cohort, EN)[1][3]


def test_cities_alike_in_all_that_is_known_are_not_told_what_is_least_alike() -> None:
    twins = {"population": {"value": 50_000}, "degree_of_urbanisation": "town"}
    case = programme([NEED], {"brona": mentor(GOOD, local_context=twins)}, local=twins)
    profile = rank(case).candidates[0].criteria[2]
    assert words.say(profile.reason, EN) == "Alike in everything that can be compared."
