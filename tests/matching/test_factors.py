"""Key factors: where the mentee sees itself weak, a mentor that says it is strong counts as having a practice."""

from __future__ import annotations

from typing import Any

from mentorat.case import Case
from mentorat.i18n import translator
from mentorat.matching import Ranking, rank
from mentorat.nodes import Document
from tests.matching.build import PAIRING, Value, mentor, need, policy, programme

FACTOR: Value = {"id": "shared-story", "title": "A story that everybody shares", "themes": ["strategy"]}
STRONG: Value = {
    "benchmark": "city",
    "key_factor": "shared-story",
    "level": "present",
    "evidence": "Ten years.",
}


def case_of(assessments: list[Value], *, level: str = "absent", used: bool = True, **scope: Any) -> Case:
    """A mentee that needs a strategy, a mentor without practices, and another that has assessed itself."""
    case = programme(
        [need(themes=["strategy"], title="A vision", experience=0)],
        {"brona": mentor(), "cerri": mentor(assessments=assessments)},
    )
    said = [
        {"party": "mentee_city", "key_factor": "shared-story", "level": level},
        {"party": "mentor_city", "key_factor": "shared-story", "level": "present"},
    ]
    benchmark = {"used": used, "file": "city", "assessments": said}
    add(case, f"pairings/{PAIRING}/scope.yaml", "scope", PAIRING, {"benchmark": benchmark, **scope})
    add(case, "benchmarks/city.yaml", "benchmark", "city", {"key_factors": [FACTOR]})
    return case


def add(case: Case, file: str, kind: str, id_: str, value: Value) -> None:
    owner = id_ if kind == "scope" else ""
    case.workspace._index(Document(file, kind, id_, owner, {"kind": kind, "schema": 1, **value}))


def fit(ranking: Ranking, id_: str) -> float:
    return next(one for one in ranking.candidates if one.mentor == id_).criteria[0].score


def test_a_strong_factor_counts_as_a_practice_on_its_theme() -> None:
    ranking = rank(case_of([STRONG]), lang="en")
    assert ranking.candidates[0].mentor == "cerri"
    assert fit(ranking, "cerri") > 40
    assert fit(ranking, "brona") == 0
    assert ranking.candidates[0].needs[0].practice == "A story that everybody shares"


def test_it_is_explained_with_both_places() -> None:
    [detail] = rank(case_of([STRONG]), lang="en").candidates[0].criteria[0].details
    said = " ".join(sentence.show(translator("en")) for sentence in detail.sentences)
    assert "is a key factor of the benchmark: Alba sees itself as “absent”, Cerri as “present”" in said
    places = {(found.file, found.key) for found in detail.evidence}
    assert ("mentors/cerri/strengths.yaml", "assessments[0].level") in places
    assert (f"pairings/{PAIRING}/scope.yaml", "benchmark.assessments[0].level") in places


def test_how_long_it_has_been_in_place_is_not_known() -> None:
    first = rank(case_of([STRONG]), lang="en").candidates[0]
    experience = first.criteria[1]
    assert (experience.score, experience.coverage) == (50, 0)
    assert "in place in Cerri" in first.question.show(translator("en"))


def test_what_the_scope_says_of_its_mentor_gives_nobody_away() -> None:
    """Only the city that was chosen has a word there, so it counts for nobody."""
    ranking = rank(case_of([]), lang="en")
    assert [fit(ranking, id_) for id_ in ("brona", "cerri")] == [0, 0]


def test_when_it_does_not_count() -> None:
    for case in (
        case_of([STRONG], used=False),
        case_of([STRONG], level="present"),
        case_of([STRONG], level="unknown"),
        case_of([{**STRONG, "level": "partial"}]),
        case_of([{**STRONG, "benchmark": "other"}]),
    ):
        assert fit(rank(case), "cerri") == 0


def test_a_factor_is_counted_once_and_never_harms() -> None:
    once, twice = (fit(rank(case_of([STRONG] * times)), "cerri") for times in (1, 2))
    assert once == twice
    with_policy = mentor(policy(themes=["strategy"], text="A vision for all"), assessments=[STRONG])
    plain = mentor(policy(themes=["strategy"], text="A vision for all"))
    case = programme([need(themes=["strategy"], title="A vision")], {"brona": plain, "cerri": with_policy})
    ranking = rank(case)
    assert fit(ranking, "cerri") == fit(ranking, "brona"), "nobody has said to be weak there"


def test_an_unknown_factor_is_named() -> None:
    ranking = rank(case_of([{**STRONG, "key_factor": "typo"}]), lang="en")
    [cerri] = [one for one in ranking.candidates if one.mentor == "cerri"]
    said = [missing.show(translator("en")) for missing in cerri.criteria[0].missing]
    assert any("“city/typo”" in sentence for sentence in said)
