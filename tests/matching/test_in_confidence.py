"""What is for a city alone counts in a comparison, and no report of it quotes it."""

from __future__ import annotations

from typing import Any

import pytest

from mentorat.i18n import translator
from mentorat.matching import Ranking, rank
from mentorat.reporters import match_csv, match_json, match_markdown, match_text
from tests.matching.build import mentor, need, policy, programme

NEED = need(themes=["language"], problem="Newcomers wait for a place in a language course.", experience=0)
PRIVATE: dict[str, Any] = {"visibility": "private"}


def said(ranking: Ranking) -> str:
    """The ranking in every format that holds text alone."""
    reporters = (match_text, match_markdown, match_json, match_csv)
    return "\n".join(reporter.report(ranking, translator("en"), width=200) for reporter in reporters)


@pytest.mark.parametrize("declared", ["private", "privat"])
@pytest.mark.parametrize("group", ["local_context", "population"])
def test_a_figure_in_confidence_is_compared_and_not_shown(group: str, declared: str) -> None:
    figures: dict[str, Any] = {"population": {"value": 98_765}}
    (figures if group == "local_context" else figures["population"])["visibility"] = declared
    case = programme(
        [NEED], {"brona": mentor(local_context=figures)}, local={"population": {"value": 98_765}}
    )
    first = rank(case).candidates[0]
    profile = next(criterion for criterion in first.criteria if criterion.id == "profile")
    assert profile.coverage > 0
    assert [evidence.text for evidence in profile.evidence] == ["98765", ""]
    assert "98,765" not in said(rank(case))


def test_a_figure_in_confidence_that_cannot_be_is_not_shown() -> None:
    figures = {"unemployment": {"value": 777, **PRIVATE}}
    assert "777" not in said(rank(programme([NEED], {"brona": mentor(local_context=figures)})))


def test_a_part_of_a_practice_in_confidence_is_compared_and_not_quoted() -> None:
    sheet = {
        "title": "Evening school",
        "themes": ["language"],
        "summary": "An evening school teaches the language.",
        "outcome": {"change": "Hush: newcomers find a language course, a course of the language.", **PRIVATE},
    }
    case = programme([NEED], {"brona": mentor()}, practices={"brona/school": sheet})
    text = said(rank(case))
    assert "An evening school teaches the language." in text
    assert "Hush" not in text


def test_goals_and_levels_in_confidence_are_not_told() -> None:
    hidden = policy(
        themes=["language"], title="Hush title", text="Hush: a language course.", experience=3, since=2010
    )
    case = programme(
        [NEED],
        {"brona": mentor(hidden | PRIVATE, learning_goals=["Hush goal"], visibility="confidential")},
    )
    ranking = rank(case)
    assert ranking.candidates[0].criteria[1].score == 100
    text = said(ranking)
    assert "Hush" not in text
    assert "established" not in text


def test_words_of_a_need_in_confidence_are_not_told() -> None:
    case = programme(
        [NEED | PRIVATE],
        {
            "brona": mentor(
                policy(themes=["language"], text="Every evening the town teaches its language in a course.")
            )
        },
    )
    text = said(rank(case))
    assert "Words in common" not in text
    assert "both texts speak" not in text


def test_languages_in_confidence_bar_and_are_not_told() -> None:
    case = programme([NEED], {"brona": mentor(languages=["nl"], **PRIVATE)}, mentee={"languages": ["fr"]})
    [gate] = [gate for gate in rank(case).candidates[0].gates if gate.id == "language"]
    assert gate.hard
    assert "(nl)" not in said(rank(case))
