"""Where rankings usually go wrong: empty, tied, doubled, copied, hostile."""

from __future__ import annotations

from typing import Any

from mentorat.i18n import translator
from mentorat.matching import Ranking, rank
from mentorat.reporters import match_json, match_markdown, match_text
from tests.matching.build import mentor, need, policy, programme

NEED = need(
    themes=["language"],
    problem="Newcomers wait more than a year for an evening course of the language near their home.",
    priority=3,
    experience=0,
)
GOOD = policy(
    themes=["language"],
    text="Evening courses of the language in every district, so that nobody waits for a place near home.",
    experience=3,
    since=2010,
)


def said(messages: Any) -> str:
    return " ".join(message.show(translator("en")) for message in messages)


def test_no_needs_yet() -> None:
    for needs in (None, [], [{"id": "n1"}]):
        ranking = rank(programme(needs, {"brona": mentor(GOOD), "cala": mentor()}))
        first, last = ranking.candidates
        assert (first.mentor, last.mentor) == ("brona", "cala")
        assert first.criteria[0].coverage == 0
        assert "not written down yet" in said(ranking.notes)
        assert "no policy and no practice" in said([last.criteria[0].reason])
        assert [found.verdict for found in ranking.candidates] == ["", ""]
        assert ranking.stability == ()


def test_one_candidate() -> None:
    ranking = rank(programme([NEED], {"brona": mentor(GOOD)}))
    assert [found.rank for found in ranking.candidates] == [1]
    assert ranking.stability == ()
    assert "Only one city" in said(ranking.notes)


def test_no_candidate() -> None:
    assert rank(programme([NEED], {})).candidates == ()


def test_all_tied() -> None:
    ranking = rank(programme([NEED], dict.fromkeys(("brona", "cala", "dorna"), mentor(GOOD))))
    assert [found.rank for found in ranking.candidates] == [1, 1, 1]
    assert {found.verdict for found in ranking.candidates} == {"fragile"}
    assert "Level with" in said(ranking.candidates[0].remarks)


def test_two_cities_of_one_name_are_two() -> None:
    homonyms = {
        "brona-be": mentor(GOOD, organisation={"names": {"en": "Brona"}, "country": "BE"}),
        "brona-it": mentor(GOOD, organisation={"names": {"en": "Brona"}, "country": "IT"}),
    }
    ranking = rank(programme([NEED], homonyms))
    assert {found.mentor for found in ranking.candidates} == {"brona-be", "brona-it"}
    assert ranking.notes == ()


def test_one_city_under_two_folders_is_told() -> None:
    case = programme([NEED], {"brona": mentor(GOOD), "brona-again": mentor(GOOD) | {"city": "brona"}})
    assert "more than once" in said(rank(case).notes)


def copycat(**answers: Any) -> Any:
    return mentor(policy(themes=["language"], title=NEED["title"], text=NEED["problem"], **answers))


def test_a_copied_need_does_not_climb() -> None:
    honest = {"brona": mentor(GOOD)}
    copied = rank(programme([NEED], {**honest, "cala": copycat(experience=4)}))
    assert [found.mentor for found in copied.candidates] == ["brona", "cala"]
    details = [
        sentence for detail in copied.candidates[1].criteria[0].details for sentence in detail.sentences
    ]
    assert "repeats the text of the need" in said(details)
    assert copied.candidates[1].criteria[1].score == 100, "level 2 where nothing bears out more"


def test_copying_gains_nothing_over_silence() -> None:
    silent = mentor({"id": "p1", "themes": ["language"], "text": "Various.", "experience": 2})
    scores = {
        name: rank(programme([NEED], {"brona": value})).candidates[0].criteria[0].score
        for name, value in {"copied": copycat(experience=2), "silent": silent}.items()
    }
    assert scores["copied"] <= scores["silent"]


def test_whole_words_only() -> None:
    wanted = need(problem="Residents ask what AI decides about their benefits.", title="AI")
    shop = policy(text="The retail trade stays in the old town.", title="Retail")
    robot = policy(text="A council of residents reviews what AI decides.", title="AI")
    ranking = rank(programme([wanted], {"brona": mentor(shop), "cala": mentor(robot)}))
    assert [found.mentor for found in ranking.candidates] == ["cala", "brona"]


def test_faulty_answers_are_walked_safely() -> None:
    needs: list[Any] = [{"id": 7, "themes": "language", "priority": "high", "experience": True}, "text", None]
    local = {"population": "many", "migration_kinds": "labour", "unemployment": [1], "municipal_budget": 5}
    odd = mentor(
        {"id": None, "themes": [1, None], "experience": 9, "since": "soon"},
        capacity="two",
        languages="fr",
        local_context=local,
        national_context={"competences": ["x"], "tiers": 10**400},
    )
    ranking = rank(programme(needs, {"brona": odd}, local=local, national={"taken_from": 5}))
    assert ranking.candidates[0].mentor == "brona"


def test_private_documents_count_and_are_never_quoted() -> None:
    secret = policy(
        themes=["language"],
        title="Hush title",
        text="Hush: evening course of the language.",
        experience=3,
        since=2010,
    )
    hidden = mentor(
        secret,
        visibility="private",
        local_context={"population": {"value": 98_765}},
        learning_goals=["Hush goal about the language course"],
    )
    case = programme([NEED], {"brona": hidden}, local={"population": {"value": 50_000}})
    ranking = rank(case)
    assert ranking.candidates[0].criteria[0].score > 40
    for reporter in (match_text, match_markdown, match_json):
        text = reporter.report(ranking, translator("en"))
        assert "Hush" not in text
        assert "98765" not in text
        assert "98,765" not in text


def test_nothing_written_by_cities_is_read_as_markup() -> None:
    evil = "<script>alert(1)</script> | [x](javascript:1) \x1b[31m ##[error] {0} {mentor} %s"
    case = programme(
        [need(title=evil, themes=["language"], problem=evil)],
        {
            "brona": mentor(
                policy(title=evil, text=evil, themes=["language"]), organisation={"names": {"en": evil}}
            )
        },
    )
    ranking: Ranking = rank(case)
    text = match_text.report(ranking, translator("en"))
    assert "\x1b" not in text
    assert "##[" not in text
    page = match_markdown.report(ranking, translator("en"))
    assert "<script>" not in page
    assert "[x](" not in page
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    assert {line.count("|") for line in rows} == {11}
