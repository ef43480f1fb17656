"""What a profile lacks and the tool's tables know: filled in with its source, asked about, never guessed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from mentorat.i18n import translator
from mentorat.matching import Ranking, rank
from mentorat.matching.cohort import propose
from mentorat.matching.features import vocabulary_of
from mentorat.matching.results import Criterion
from mentorat.matching.roster import Roster
from mentorat.reporters import MATCH_FORMATS, match_csv, match_json, reporter
from tests.matching.build import Value, mentor, need, policy, programme

EN = translator("en")
CAPACI = {"names": {"it": "Capaci"}, "country": "IT", "codes": {"lau": "082020"}}
MECHELEN = {"names": {"nl": "Mechelen"}, "country": "BE"}


def ranking(mentee: Value, city: Value, *, local: Value | None = None, **answers: Any) -> Ranking:
    strengths = mentor(policy(themes=["language"]), organisation=city, **answers)
    return rank(
        programme([need(themes=["language"])], {"brona": strengths}, mentee=mentee, local=local), lang="en"
    )


def criterion(found: Ranking, id_: str) -> Criterion:
    return next(each for each in found.candidates[0].criteria if each.id == id_)


def told(found: Ranking, id_: str) -> list[str]:
    return [sentence.show(EN) for detail in criterion(found, id_).details for sentence in detail.sentences]


def test_code_or_name_fill_in_what_nobody_says() -> None:
    population, urbanisation = told(ranking(CAPACI, MECHELEN), "profile")
    assert population.startswith(
        "Population: 11604 (register: Eurostat, LAU 2019) in Capaci, 86616 (register:"
    )
    assert urbanisation.startswith(
        "Degree of urbanisation: town or suburb (register: Eurostat, LAU 2019) in Capaci"
    )


def test_the_country_fills_in_its_government() -> None:
    form, *_, tiers = told(ranking(CAPACI, MECHELEN), "governance")
    assert form.startswith(
        "Form of state: regionalised state (table of countries, 2018) in Capaci, federal state ("
    )
    assert tiers.startswith("Tiers of government: 3 (table of countries, 2018) in Capaci")


def test_what_a_document_says_goes_before() -> None:
    own = {"population": {"value": 11_000, "year": 2024}, "degree_of_urbanisation": "rural"}
    found = ranking(CAPACI, MECHELEN, local=own, national_context={"state_form": "unitary", "tiers": 2})
    population, urbanisation = told(found, "profile")
    assert population.startswith("Population: 11000 in Capaci, 86616 (register")
    assert urbanisation.startswith("Degree of urbanisation: rural area in Capaci")
    assert "unitary state in Mechelen" in told(found, "governance")[0]


def test_a_figure_that_cannot_be_is_told_and_filled_in() -> None:
    found = ranking(CAPACI, MECHELEN, local={"population": {"value": 0}})
    assert told(found, "profile")[0].startswith("Population: 11604 (register")
    missing = " ".join(sentence.show(EN) for sentence in criterion(found, "profile").missing)
    assert "Population: 0 cannot be; it is not used" in missing


def test_the_source_stands_in_every_format() -> None:
    found = ranking(CAPACI, MECHELEN)
    for name in ("text", "markdown"):
        said = " ".join(reporter(MATCH_FORMATS, name)(found, EN, width=80).split())
        assert "(register: Eurostat, LAU 2019)" in said.replace("\\", "")
    (_, row, *_) = csv.reader(io.StringIO(match_csv.report(found, EN)[1:]), delimiter=";")
    assert "11,604 (register: Eurostat, LAU 2019)" in row[-1]
    document = json.loads(match_json.report(found, EN))
    evidence = document["candidates"][0]["criteria"][2]["evidence"]
    assert {
        "file": "organisations/alba.yaml",
        "key": "codes.lau",
        "text": "082020",
        "source": "Eurostat, LAU 2019",
    } in evidence
    assert {entry["key"] for entry in evidence} == {"codes.lau", "names"}


def test_in_french() -> None:
    french = match_json.report(ranking(CAPACI, MECHELEN), translator("fr"))
    assert "11\u202f604 (" in french.replace("\xa0", "\u202f")
    assert "LAU 2019)" in french


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_a_name_that_two_bear_is_asked_about(side: str) -> None:
    jelgava = {"names": {"lv": "Jelgava"}, "country": "LV"}
    found = ranking(jelgava, MECHELEN) if side == "mentee" else ranking(CAPACI, jelgava)
    question = (
        "Which municipality is Jelgava: Jelgava (0090000); Jelgavas novads (0540200)? Its LAU code in "
        f"organisations/{'alba' if side == 'mentee' else 'brona'}.yaml would fill in its population"
    )
    places = found.notes if side == "mentee" else found.candidates[0].remarks
    assert any(each.show(EN).startswith(question) for each in places)
    assert criterion(found, "profile").coverage == 0
    assert criterion(found, "governance").coverage == 0.5, "the country is known all the same"


def test_a_cohort_asks_too() -> None:
    jelgava = {"names": {"lv": "Jelgava"}, "country": "LV"}
    case = programme([need(themes=["language"])], {"brona": mentor(organisation=MECHELEN)}, mentee=jelgava)
    assert any("Which municipality is Jelgava" in note.show(EN) for note in propose(case.workspace).notes)


def test_only_a_municipality_is_looked_up() -> None:
    found = ranking(CAPACI | {"type": "association"}, MECHELEN)
    assert not any("in Capaci" in sentence for sentence in told(found, "profile"))


@pytest.mark.parametrize(("written", "country"), [("UK", "GB"), ("EL", "GR"), ("el", "GR"), ("NO", "NO")])
def test_countries_in_two_spellings_are_one(written: str, country: str) -> None:
    same = ranking(
        {"names": {"en": "Brona"}, "country": written}, {"names": {"en": "Brona"}, "country": country}
    )
    assert [gate.id for gate in same.candidates[0].gates if gate.hard] == ["same_authority"]
    assert criterion(same, "governance").coverage == 0.6, "one country has one of everything"


def test_lines_of_a_register_are_completed(tmp_path: Path) -> None:
    file = tmp_path / "cities.csv"
    file.write_text(
        "city,country,code,population\nGent,BE,44021,\nGent,BE,,5\nTartu,EE,,\nGent,,,\n", "utf-8"
    )
    workspace = programme([], {}).workspace
    by_code, own, asked, nowhere = (
        each.city for each in Roster(file, workspace, vocabulary_of(workspace, "en"))
    )
    assert by_code.facts["population"].value == 262_219.0
    assert (by_code.facts["population"].key, by_code.facts["population"].file) == ("code", "cities.csv:2")
    assert (own.facts["population"].value, own.facts["population"].source) == (5.0, None)
    assert own.facts["urbanisation"].key == "city"
    assert asked.question
    assert "Which municipality is Tartu: Tartu linn (793); Tartu vald (796)?" in asked.question.show(EN)
    assert not nowhere.facts


def test_the_association_s_country_serves_a_city_without_a_file() -> None:
    others = {"union": {"names": {"en": "Union"}, "country": "BE", "type": "association"}}
    case = programme(
        [],
        {"union": mentor(organisation=others["union"])},
        pairing={"mentee": {"city": "Nowhere", "association": "union"}},
    )
    governance = rank(case, lang="en").candidates[0].criteria[3]
    assert governance.coverage == 0.6
