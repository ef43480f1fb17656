"""Registers of candidates: what each line means, and that a bad line is told and never more."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from mentorat import resources
from mentorat.i18n import translator
from mentorat.matching.features import Candidate, mentee_of, vocabulary_of
from mentorat.matching.gates import conditions_of
from mentorat.matching.roster import TOLD, Roster
from mentorat.matching.roster_values import COLUMNS
from mentorat.matching.shortlist import Best, shortlist
from mentorat.matching.weights import weights_of
from mentorat.workspace import Workspace
from tests.cli import mentorat

EXAMPLE = resources.folder("examples") / "inclucities"
HEADING = "city,country,code,languages,themes,population\n"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace(EXAMPLE, as_of=datetime.date(2023, 2, 1), cache=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cities.csv"


def read(path: Path, workspace: Workspace) -> tuple[list[Candidate], Roster]:
    roster = Roster(path, workspace, vocabulary_of(workspace, "en"))
    return list(roster), roster


def faults(roster: Roster) -> list[tuple[int, str]]:
    return [(fault.line, fault.message.show(translator("en"))) for fault in roster.faults]


def test_a_table(file: Path, workspace: Workspace) -> None:
    file.write_text(HEADING + 'Gent,BE,44021,nl fr,"housing:3:2012; langue:2",265086\n', "utf-8")
    (city,), roster = read(file, workspace)
    assert (city.id, city.city.name, city.city.country, city.city.lau) == (
        "gent-be-44021",
        "Gent",
        "BE",
        "44021",
    )
    assert city.city.languages == {"nl", "fr"}
    assert [(offer.themes, offer.claimed, offer.level) for offer in city.offers] == [
        (("housing",), 3, 3),
        (("language",), 2, 2),
    ]
    assert city.city.facts["population"].value == 265086
    assert city.city.facts["population"].file == "cities.csv:2"
    assert city.city.facts["autonomy"].value
    assert (roster.used, roster.faulty, roster.unknown) == (1, 0, {})
    assert len(roster.digest) == 64


def test_a_semicolon_table_as_french_spreadsheets_write_it(file: Path, workspace: Workspace) -> None:
    heading = "\ufeffcity;country;population;unemployment;themes\r\n"
    file.write_text(heading + "Liège;be;195 000;18,5;emploi:2\r\n", "utf-8")
    (city,), _ = read(file, workspace)
    assert city.city.facts["population"].value == 195_000
    assert city.city.facts["unemployment"].value == 18.5
    assert city.city.country == "BE"
    assert city.offers[0].themes == ("employment",)


def test_lines_of_json(tmp_path: Path, workspace: Workspace) -> None:
    path = tmp_path / "cities.jsonl"
    entry = {
        "id": "gent",
        "city": "Gent",
        "country": "BE",
        "languages": ["nl"],
        "themes": {"housing": 3, "health": {"experience": 4, "since": 2010}},
        "practices": [
            {"title": "Samen wonen", "text": "Wij begeleiden.", "themes": ["housing"], "experience": 2}
        ],
        "capacity": 3,
        "population": 265086,
    }
    path.write_text(f"\n{json.dumps(entry)}\n\n", "utf-8")
    (city,), _ = read(path, workspace)
    assert (city.id, city.capacity) == ("gent", 3)
    assert [(offer.themes[0], offer.claimed, offer.level) for offer in city.offers] == [
        ("housing", 3, 2),
        ("health", 4, 3),
        ("housing", 2, 2),
    ], "without evidence or a start level 3 counts as 2, without a link 4 as 3"
    assert city.offers[2].title == "Samen wonen"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (",BE,,,,", "no name"),
        ("Gent,XX,,,,", "“XX” is no country"),
        ("Gent,BE,,,,many", "“many” is no number (column “population”)"),
        ("Gent,BE,,,housing:7,", "“7” is no level of experience"),
        ("Gent,BE,,,housing:3:soon,", "“soon” is no date"),
        ("Gent,BE,,,a:1:2010:b,", "is no theme with its experience"),
        ("Gent,BE,,,,1,2,3", "8 cells, the first line 6"),
        ('Gent,"BE"x,,,,', "quotation mark"),
        ("Gent,BE,,,,nan", "no number"),
        ("Gent,BE,,,,1e999", "no number"),
        ("\ud800", "UTF-8"),
    ],
)
def test_a_bad_line_is_told_with_its_number(line: str, said: str, file: Path, workspace: Workspace) -> None:
    text = f"{HEADING}Aalst,BE,,,,\n{line}\nZele,BE,,,,\n"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    cities, roster = read(file, workspace)
    assert [city.city.name for city in cities] == ["Aalst", "Zele"]
    assert roster.faulty == 1
    ((number, told),) = faults(roster)
    assert number == 3
    assert said in told


@pytest.mark.parametrize(
    "line",
    [
        "[1, 2]",
        "{",
        "null",
        "NaN",
        "[" * 100_000,
        '{"city": ["Gent"]}',
        '{"city": "Gent", "population": "1' + "0" * 5_000 + '"}',
        '{"city": "Gent", "population": 1' + "0" * 5_000 + "}",
        '{"city": "Gent", "population": true}',
        '{"city": "Gent", "languages": {"nl": 1}}',
        '{"city": "Gent", "themes": {"housing": [3]}}',
        '{"city": "Gent", "practices": ["housing"]}',
        '{"city": "Gent", "national_programme": "perhaps"}',
        '{"city": "Gent", "urbanisation": "huge"}',
        '{"city": "Gent", "migration_kinds": ["huge"]}',
        '{"city": "Gent", "capacity": -1}',
        '{"city": "Gent", "capacity": 1.5}',
    ],
)
def test_hostile_lines_of_json_are_told(line: str, tmp_path: Path, workspace: Workspace) -> None:
    path = tmp_path / "cities.jsonl"
    path.write_text(f'{{"city": "Aalst"}}\n{line}\n{{"city": "Zele"}}\n', "utf-8")
    cities, roster = read(path, workspace)
    assert [city.city.name for city in cities] == ["Aalst", "Zele"]
    assert [number for number, _ in faults(roster)] == [2]


def test_a_line_without_end_takes_no_memory(tmp_path: Path, workspace: Workspace) -> None:
    path = tmp_path / "cities.jsonl"
    path.write_bytes(b'{"city": "Aalst"}\n' + b"x" * 3_000_000 + b'\n{"city": "Zele"}\n')
    cities, roster = read(path, workspace)
    assert [city.city.name for city in cities] == ["Aalst", "Zele"]
    assert [number for number, _ in faults(roster)] == [2]


def test_many_faults_are_counted_and_the_first_told(file: Path, workspace: Workspace) -> None:
    file.write_text(HEADING + ",BE,,,,\n" * 500, "utf-8")
    cities, roster = read(file, workspace)
    assert not cities
    assert roster.faulty == 500
    assert len(roster.faults) == TOLD


def test_unknown_columns_are_named(file: Path, workspace: Workspace) -> None:
    file.write_text("city,mayor\nGent,somebody\n", "utf-8")
    _, roster = read(file, workspace)
    assert list(roster.unknown) == ["mayor"]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"city\n"])
def test_an_empty_register(content: bytes, file: Path, workspace: Workspace) -> None:
    file.write_bytes(content)
    assert read(file, workspace)[0] == []


def test_every_column_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "register.md").read_text("utf-8")
    for column in COLUMNS:
        assert f"`{column}`" in page


# ------------------------------------------------------------------ the best of many


def test_the_best_whatever_the_order() -> None:
    best: Best[int] = Best(5)
    for number in range(1000):
        best.add((number * 37 % 1000, number), number * 37 % 1000)
    assert list(best) == [0, 1, 2, 3, 4]


def test_the_shortlist_is_the_head_of_the_whole_list(file: Path, workspace: Workspace) -> None:
    kinds = ["strategy:3:2010", "volunteering:4", "housing:3", "communication:2;strategy:1", "health:2"]
    lines = [
        f"City {number},BE,{number:05},en,{kinds[number % 5]},{1000 + 90 * number}\n" for number in range(300)
    ]
    file.write_text(HEADING + "".join(lines), "utf-8")
    vocabulary = vocabulary_of(workspace, "en")
    case = workspace.case("capaci-mechelen")
    assert case
    mentee, conditions, weights = (
        mentee_of(case, vocabulary),
        conditions_of(case, "en"),
        weights_of(case, None, "en")[0],
    )
    whole = shortlist(mentee, Roster(file, workspace, vocabulary), conditions, vocabulary, weights, 1000)
    short = shortlist(mentee, Roster(file, workspace, vocabulary), conditions, vocabulary, weights, 7)
    assert whole.compared == short.compared == len(whole.candidates) == 300
    assert 7 <= len(short.candidates) <= 12
    assert {city.id for city in short.candidates} <= {city.id for city in whole.candidates}


# ------------------------------------------------------------------ one mentee and a register


def test_a_mentee_and_a_register(file: Path) -> None:
    strong = "strategy:3:2005; volunteering:3:2005; communication:3:2005; intercultural:3:2005"
    lines = [f"Town {number},IT,{number:06},en it,health:1,5000\n" for number in range(200)]
    lines += [f'Twin,IT,999999,en it,"{strong}",11000\n', "Broken,IT,1,,,many\n", "Malines,BE,,,,\n"]
    file.write_text(HEADING + "".join(lines), "utf-8")
    match = ("match", "capaci-mechelen", "--as-of", "2023-02-01", "--format", "json")
    done = mentorat(*match, "--register", str(file), cwd=EXAMPLE)
    assert done.code == 0
    assert "line 203: “many” is no number" in done.err
    document = json.loads(done.out)
    assert document["compared"] == 4 + 201
    assert len(document["candidates"]) == 20
    assert document["inputs"]["cities.csv"]
    own = json.loads(mentorat(*match, cwd=EXAMPLE).out)
    names = [entry["name"] for entry in document["candidates"]]
    assert "Twin" in names[:4]
    scores = {entry["mentor"]: entry["score"] for entry in document["candidates"]}
    assert all(
        scores[entry["mentor"]] == entry["score"] for entry in own["candidates"] if entry["mentor"] in scores
    )
    assert names.count("Mechelen") == 1


def test_a_register_without_a_usable_line_changes_nothing(file: Path) -> None:
    file.write_text(HEADING + ",,,,,\n,BE,,,,\n", "utf-8")
    done = mentorat("match", "capaci-mechelen", "--register", str(file), "--format", "json", cwd=EXAMPLE)
    assert done.code == 0
    assert "cities.csv, line 3: The city has no name" in done.err
    assert json.loads(done.out)["compared"] == 4


def test_the_reader_s_language_says_nothing_about_the_texts(tmp_path: Path, workspace: Workspace) -> None:
    entry = {
        "city": "Cēsis",
        "themes": {"intercultural": 3, "antidiscrimination": 2},
        "practices": [{"title": "stratēģisks", "themes": ["strategy"]}],
    }
    path = tmp_path / "cities.jsonl"
    path.write_text(json.dumps(entry), "utf-8")
    read_in = {
        lang: [
            (offer.key, sorted(offer.texts)) for offer in next(iter(Roster(path, workspace, words))).offers
        ]
        for lang in ("fr", "en", "nl")
        if (words := vocabulary_of(workspace, lang))
    }
    assert read_in["fr"] == read_in["en"] == read_in["nl"]
    assert [key for key, _ in read_in["fr"]] == ["policies[0]", "policies[1]", "policies[2]"]
