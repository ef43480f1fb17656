"""The formulas of the four criteria, part by part."""

from __future__ import annotations

from typing import Any

import pytest

from mentorat.matching import rank
from mentorat.matching.criteria import measure
from mentorat.matching.results import Criterion, Ranked
from tests.matching.build import Value, mentor, need, policy, programme


def only(case: Any) -> Ranked:
    """The only candidate."""
    (candidate,) = rank(case).candidates
    return candidate


def criterion(candidate: Ranked, id_: str) -> Criterion:
    return next(found for found in candidate.criteria if found.id == id_)


def score(id_: str, case: Any) -> float:
    return criterion(only(case), id_).score


def test_what_is_not_known_counts_as_neither_good_nor_bad() -> None:
    found = measure([(3, 1.0), (1, None)])
    assert (found.score, found.low, found.high, found.coverage) == (0.875, 0.75, 1.0, 0.75)
    nothing = measure([])
    assert (nothing.score, nothing.low, nothing.high, nothing.coverage) == (0.5, 0.0, 1.0, 0.0)


# ------------------------------------------------------------------ correspondence


def themed(*themes: str) -> Value:
    """A policy that has a theme and no text at all."""
    return {"id": f"p-{'-'.join(themes)}", "themes": list(themes)}


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        ([["language"]], 0.7 * 0.6),
        ([["education"]], 0.7 * 0.6 * 0.4),
        ([["digital"]], 0.0),
        ([["language"], ["language"], ["language"], ["language"]], 0.6),
        ([["language"], ["education"]], 0.7 * 0.6 + 0.2 * 0.6 * 0.4),
    ],
)
def test_theme_and_the_best_three(offers: list[list[str]], expected: float) -> None:
    needs = [{"id": "n", "themes": ["language"]}]
    found = score("correspondence", programme(needs, {"brona": mentor(*(themed(*own) for own in offers))}))
    share = sum((0.7, 0.2, 0.1)[: min(3, len(offers))])
    assert found == pytest.approx(100 * (expected + 0.5 * 0.4 * share), abs=0.06), "no text is unknown"


def test_needs_count_by_their_priority() -> None:
    needs = [
        {"id": "a", "themes": ["language"], "priority": 3},
        {"id": "b", "themes": ["housing"], "priority": 1},
    ]
    one = score("correspondence", programme(needs, {"brona": mentor(themed("language"))}))
    other = score("correspondence", programme(needs, {"brona": mentor(themed("housing"))}))
    assert one > other


def test_a_theme_may_be_written_in_any_language_or_as_a_sector() -> None:
    offers = mentor(themed("language"))
    plain = score("correspondence", programme([{"id": "n", "themes": ["language"]}], {"brona": offers}))
    french = score("correspondence", programme([{"id": "n", "themes": ["langue"]}], {"brona": offers}))
    sector = score("correspondence", programme([{"id": "n", "sectors": ["language"]}], {"brona": offers}))
    assert plain == french == sector


def test_an_unknown_theme_meets_itself() -> None:
    needs = [{"id": "n", "themes": ["Waste management"]}]
    assert score("correspondence", programme(needs, {"brona": mentor(themed("waste-management"))})) > 40


def test_a_known_lack_is_zero_and_not_missing() -> None:
    needs = [need(themes=["language"], experience=0, problem="Adults wait a year for a language course.")]
    for lacking in (mentor(), mentor(policy(themes=["digital"], title="One web site for all", experience=3))):
        found = only(programme(needs, {"brona": lacking}))
        for id_ in ("correspondence", "experience"):
            assert criterion(found, id_).score < 15
            assert criterion(found, id_).coverage == 1.0


def test_the_same_words_help_and_other_words_do_not_hurt_the_theme() -> None:
    needs = [need(themes=["language"], problem="Parents wait a year for an evening course of the language.")]
    near = policy(themes=["language"], text="An evening course of the language for parents, without waiting.")
    far = policy(
        themes=["language"], text="Posters and radio spots about the history of the harbour district."
    )
    assert score("correspondence", programme(needs, {"b": mentor(near)})) > score(
        "correspondence", programme(needs, {"b": mentor(far)})
    )


def test_texts_meet_across_languages() -> None:
    needs = [
        need(
            themes=["language"],
            problem={"en": "Adults wait a year for a language course and literacy class."},
        )
    ]
    near = policy(
        themes=["language"], text={"fr": "Des cours de langue et d'alphabétisation pour adultes."}, title=""
    )
    far = policy(
        themes=["language"], text={"fr": "Des logements sociaux rénovés pour les locataires."}, title=""
    )
    assert score("correspondence", programme(needs, {"b": mentor(near)})) > score(
        "correspondence", programme(needs, {"b": mentor(far)})
    )


# ------------------------------------------------------------------ experience


def levels(mine: int | None, **policy_answers: Any) -> float:
    needs = [need(themes=["language"], experience=mine)]
    return score(
        "experience", programme(needs, {"brona": mentor(policy(themes=["language"], **policy_answers))})
    )


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [(0, 2, 100), (1, 2, 50), (2, 2, 0), (3, 2, 0), (0, 1, 50), (None, 2, 50), (0, None, 50)],
)
def test_the_ladder_of_experience(mine: int | None, theirs: int | None, expected: float) -> None:
    assert levels(mine, experience=theirs) == expected


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ({"experience": 4, "evidence_url": "https://example.org", "since": 2015}, 4),
        ({"experience": 4, "since": 2015}, 3),
        ({"experience": 4}, 2),
        ({"experience": 3, "since": 2015}, 3),
        ({"experience": 3, "evidence_url": "https://example.org"}, 3),
        ({"experience": 3, "evidence_url": "see the town hall"}, 2),
        ({"experience": 3, "since": 2025}, 2),
        ({"experience": 3}, 2),
        ({"experience": 2}, 2),
        ({"since": 2015}, 3),
        ({"since": 2025}, 2),
    ],
)
def test_a_level_counts_as_far_as_there_is_evidence(answers: Value, level: int) -> None:
    expected = {2: 0, 3: 50, 4: 100}[level]
    assert levels(2, **answers) == expected


def test_a_practice_sheet_proves_its_level_by_an_evaluation() -> None:
    needs = [need(themes=["language"], experience=1)]
    sheet = {"title": "Course", "themes": ["language"], "experience": 3}
    told = {"outcome": {"evaluation": {"done": True, "findings": "Eight in ten stayed to the end."}}}
    bare = programme(needs, {"brona": mentor()}, practices={"brona/course": sheet})
    full = programme(needs, {"brona": mentor()}, practices={"brona/course": {**sheet, **told}})
    assert (score("experience", bare), score("experience", full)) == (50, 100)


def test_a_practice_at_level_none_is_no_practice() -> None:
    needs = [need(themes=["language"], experience=0)]
    assert (
        score("correspondence", programme(needs, {"b": mentor(policy(themes=["language"], experience=0))}))
        == 0
    )


# ------------------------------------------------------------------ profile and governance


def profile(mine: Value, theirs: Value) -> Criterion:
    case = programme([], {"brona": mentor(local_context=theirs)}, local=mine)
    return criterion(only(case), "profile")


@pytest.mark.parametrize(
    ("mine", "theirs", "alike"),
    [
        ({"population": {"value": 10_000}}, {"population": {"value": 10_000}}, 1.0),
        ({"population": {"value": 10_000}}, {"population": {"value": 100_000}}, 1 / 3),
        ({"population": {"value": 1_000}}, {"population": {"value": 1_000_000}}, 0.0),
        ({"unemployment": {"value": 5}}, {"unemployment": {"value": 8}}, 0.8),
        ({"degree_of_urbanisation": "city"}, {"degree_of_urbanisation": "town"}, 0.5),
        ({"migration_kinds": ["labour", "asylum"]}, {"migration_kinds": ["asylum", "study"]}, 1 / 3),
        ({"migration_kinds": []}, {"migration_kinds": []}, 1.0),
        ({"migration_kinds": []}, {"migration_kinds": ["study"]}, 0.0),
        (
            {"migrant_population": {"share": 14, "definition": "foreign_born"}},
            {"migrant_population": {"share": 20, "definition": "foreign_born"}},
            0.8,
        ),
    ],
)
def test_one_variable_of_six(mine: Value, theirs: Value, alike: float) -> None:
    found = profile(mine, theirs)
    assert found.coverage == pytest.approx(1 / 6, abs=0.001)
    assert found.score == pytest.approx(100 * (alike / 6 + 0.5 * 5 / 6), abs=0.06)


@pytest.mark.parametrize(
    "theirs",
    [
        {"population": {"value": 0}},
        {"population": {"value": -5}},
        {"population": {"unknown": True}},
        {"migrant_population": {"share": 0.32, "definition": "foreign_born"}},
        {"migrant_population": {"share": 132, "definition": "foreign_born"}},
        {"migrant_population": {"share": 32, "definition": "foreign_nationals"}},
        {"migrant_population": {"share": 32}},
        {"unemployment": {"value": 0.08}},
        {"municipal_budget": {"amount": 1_000_000, "currency": "GBP"}, "population": {"value": 0}},
    ],
)
def test_what_cannot_be_compared_is_missing_and_said(theirs: Value) -> None:
    mine = {
        "population": {"value": 10_000},
        "migrant_population": {"share": 14, "definition": "foreign_born"},
        "unemployment": {"value": 8},
        "municipal_budget": {"amount": 20_000_000, "currency": "EUR"},
    }
    found = profile(mine, theirs)
    assert (found.score, found.coverage) == (50.0, 0.0)
    assert len(found.missing) >= 6


def test_a_count_serves_where_no_share_is_given() -> None:
    theirs = {
        "population": {"value": 1_000},
        "migrant_population": {"value": 140, "definition": "foreign_born"},
    }
    mine = {"migrant_population": {"share": 14, "definition": "foreign_born"}}
    assert profile(mine, theirs).score == pytest.approx(100 * (1 / 6 + 0.5 * 5 / 6), abs=0.06)


def governance(mine: Value, theirs: Value, *, country: str = "XX") -> Criterion:
    case = programme(
        [need(themes=["language"])],
        {
            "brona": mentor(
                policy(themes=["language"]), national_context=theirs, organisation={"country": country}
            )
        },
        national=mine,
        mentee={"country": "XK"},
    )
    return criterion(only(case), "governance")


@pytest.mark.parametrize(
    ("mine", "theirs", "alike", "weight"),
    [
        ({"state_form": "federal"}, {"state_form": "federal"}, 1.0, 0.2),
        ({"state_form": "federal"}, {"state_form": "unitary"}, 0.0, 0.2),
        ({"tiers": 1}, {"tiers": 2}, 0.5, 0.1),
        ({"national_programme": True}, {"national_programme": False}, 0.0, 0.1),
        (
            {"competences": [{"theme": "langue", "holder": "local"}]},
            {"competences": [{"theme": "language", "holder": "regional"}]},
            1 / 3,
            0.4,
        ),
    ],
)
def test_one_variable_of_government(mine: Value, theirs: Value, alike: float, weight: float) -> None:
    found = governance(mine, theirs)
    assert found.coverage == pytest.approx(weight)
    assert found.score == pytest.approx(100 * (alike * weight + 0.5 * (1 - weight)), abs=0.06)


def test_the_country_s_government_is_known() -> None:
    case = programme([], {"brona": mentor(organisation={"country": "IE"})}, mentee={"country": "CH"})
    found = criterion(only(case), "governance")
    assert found.coverage == 0.5, "form of state, autonomy and tiers"
    assert found.score == 30.0, "federal and unitary, 77.1 and 33.1 the whole range apart, two tiers and one"


def test_one_country_has_one_form_of_state() -> None:
    case = programme([], {"brona": mentor(organisation={"country": "FR"})})
    assert criterion(only(case), "governance").coverage == pytest.approx(0.6)


def test_the_association_s_file_serves_both_sides() -> None:
    """The national setting is said once, in the file of the association."""
    setting = {"state_form": "federal"}
    case = programme(
        [],
        {
            "union": mentor(organisation={"national_context": setting, "type": "association"}),
            "brona": mentor(association="union"),
        },
        national=setting,
    )
    found = next(candidate for candidate in rank(case).candidates if candidate.mentor == "brona")
    assert criterion(found, "governance").coverage == pytest.approx(0.5), "form of state, autonomy and tiers"
