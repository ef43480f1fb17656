"""What speaks against a candidate, with its reason, and that it stays in the list."""

from __future__ import annotations

from typing import Any

import pytest

from mentorat.i18n import translator
from mentorat.matching import rank
from mentorat.matching.results import Ranked, Ranking
from tests.matching.build import PAIRING, Value, mentor, need, policy, programme

NEEDS = [need(themes=["language"], priority=3, experience=0)]
GOOD = policy(themes=["language"], experience=3, since=2010)


def ranked(ranking: Ranking, id_: str) -> Ranked:
    return next(candidate for candidate in ranking.candidates if candidate.mentor == id_)


def failed(case: Any, id_: str = "brona") -> dict[str, bool]:
    """The conditions that a candidate does not meet, and whether they bar it."""
    return {gate.id: gate.hard for gate in ranked(rank(case), id_).gates}


def test_nothing_speaks_against_a_good_candidate() -> None:
    assert failed(programme(NEEDS, {"brona": mentor(GOOD, capacity=1)})) == {}


@pytest.mark.parametrize(
    ("mentee", "organisation", "same"),
    [
        ({"codes": {"lau": "01234"}}, {"codes": {"lau": "01234"}, "country": "FR"}, True),
        ({"codes": {"lau": "01234"}}, {"codes": {"lau": "01234"}}, False),
        ({"codes": {"lau": "01234"}}, {"codes": {"lau": "1234"}, "country": "FR"}, False),
        ({"codes": {"lau": "1"}}, {"codes": {"lau": "2"}, "country": "FR", "names": {"en": "Alba"}}, False),
        ({}, {"country": "FR", "aliases": ["ÁLBA"]}, True),
        ({"aliases": ["Λιβαδειά"]}, {"country": "FR", "names": {"el": "ΛΙΒΑΔΕΙΑ"}}, True),
        ({}, {"names": {"en": "Alba"}}, False),
        ({}, {"country": "FR"}, False),
    ],
)
def test_the_mentee_cannot_mentor_itself(mentee: Value, organisation: Value, same: bool) -> None:
    case = programme(NEEDS, {"brona": mentor(GOOD, organisation=organisation)}, mentee=mentee)
    assert failed(case) == ({"same_authority": True} if same else {})


def test_a_city_may_be_mentee_here_and_mentor_elsewhere() -> None:
    case = programme(NEEDS, {"alba": mentor(GOOD), "brona": mentor(GOOD)})
    order = [candidate.mentor for candidate in rank(case).candidates]
    assert order == ["brona", "alba"]
    assert failed(case, "alba") == {"same_authority": True}


def test_no_capacity() -> None:
    assert failed(programme(NEEDS, {"brona": mentor(GOOD, capacity=0)})) == {"capacity": True}


def test_every_place_taken() -> None:
    others = {"other": {"mentee": {"city": "Cala"}, "mentor": {"city": "brona"}, "state": "active"}}
    full = {"brona": mentor(GOOD, capacity=1)}
    assert failed(programme(NEEDS, full, others=others)) == {"capacity": True}
    ended = {"other": {**others["other"], "state": "ended"}}
    assert failed(programme(NEEDS, full, others=ended)) == {}
    assert failed(programme(NEEDS, {"brona": mentor(GOOD, capacity=2)}, others=others)) == {}
    decided = programme(NEEDS, full, others=others, pairing={"mentor": {"city": "somewhere"}})
    assert failed(decided) == {"capacity": False}, "looking back, it is only worth mentioning"


def test_excluded_with_its_reason() -> None:
    exclusions = [{"city": "Brona", "reason": "The same mayor sits on both boards."}]
    case = programme(NEEDS, {"brona": mentor(GOOD)}, pairing={"matching": {"exclusions": exclusions}})
    (gate,) = ranked(rank(case), "brona").gates
    assert (gate.id, gate.hard) == ("excluded", True)
    assert "The same mayor" in gate.reason.show(translator("en"))


def test_set_in_advance() -> None:
    forced = {"city": "cala", "reason": "The funder asks for it."}
    mentors = {"brona": mentor(GOOD), "cala": mentor(policy(themes=["housing"], experience=1))}
    ranking = rank(programme(NEEDS, mentors, pairing={"matching": {"forced": forced}}))
    assert [candidate.mentor for candidate in ranking.candidates] == ["cala", "brona"]
    assert ranked(ranking, "brona").gated
    assert not ranked(ranking, "cala").gated
    assert "set_in_advance" in {gate.id for gate in ranked(ranking, "cala").gates}


@pytest.mark.parametrize(
    ("mine", "theirs", "interpreter", "barred"),
    [
        (["fr"], ["nl"], None, True),
        (["fr"], ["nl"], False, True),
        (["fr"], ["nl"], True, False),
        (["fr"], ["nl"], "Between French and Dutch", False),
        (["fr"], ["nl", "fr-BE"], None, False),
        ([], ["nl"], None, False),
        (["fr"], [], None, False),
    ],
)
def test_a_language_in_common(mine: list[str], theirs: list[str], interpreter: Any, barred: bool) -> None:
    case = programme(
        NEEDS,
        {"brona": mentor(GOOD, languages=theirs)},
        mentee={"languages": mine},
        pairing={"interpretation": interpreter},
    )
    assert failed(case) == ({"language": True} if barred else {})


def test_languages_may_stand_with_the_organisation() -> None:
    case = programme(
        NEEDS, {"brona": mentor(GOOD, organisation={"languages": ["nl"]})}, mentee={"languages": ["fr"]}
    )
    assert failed(case) == {"language": True}


def test_nothing_on_the_top_need_only_warns() -> None:
    needs = [*NEEDS, need("n2", themes=["digital"], priority=1, experience=0)]
    case = programme(needs, {"brona": mentor(policy(themes=["digital"], experience=3, since=2010))})
    assert failed(case) == {"top_need": False}


def test_not_ahead_on_the_top_need_only_warns() -> None:
    needs = [need(themes=["language"], priority=3, experience=3)]
    assert failed(programme(needs, {"brona": mentor(GOOD)})) == {"not_ahead": False}


def test_barred_candidates_stay_behind_the_others_with_their_reason() -> None:
    weak = mentor(policy(themes=["digital"], experience=1))
    ranking = rank(programme(NEEDS, {"brona": mentor(GOOD, capacity=0), "cala": weak}))
    first, last = ranking.candidates
    assert (first.mentor, last.mentor) == ("cala", "brona")
    assert last.score > first.score
    assert (last.rank, last.acceptability, last.verdict) == (2, None, "")


def test_who_was_chosen_is_never_a_hint() -> None:
    mentors = {"brona": mentor(GOOD), "cala": mentor(policy(themes=["language"], experience=2))}
    plain = rank(programme(NEEDS, mentors))
    for chosen in ("brona", "cala"):
        header = {
            "mentor": {"city": chosen, "track_record": "Language courses", "learning_goals": ["All"]},
            "matching": {
                "decision": {"chosen": chosen, "reason": "The best language courses"},
                "candidates": [{"city": chosen, "notes": "Language, language, language"}],
            },
        }
        told = rank(programme(NEEDS, mentors, pairing=header))
        assert told.candidates == plain.candidates, PAIRING
