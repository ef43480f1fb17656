"""Who mentors whom: the four real pairings, choices and places, who goes without, and what changes."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mentorat import resources
from mentorat.i18n import translator
from mentorat.matching.assignment import OBJECTIVES, Objective
from mentorat.matching.cohort import propose
from mentorat.matching.cohort_results import Cohort, Placement
from mentorat.matching.ranking import rank
from mentorat.matching.what_if import WhatIf
from mentorat.reporters import COHORT_FORMATS, match_csv, reporter
from mentorat.workspace import Workspace
from tests.cli import Outcome, mentorat
from tests.matching import build
from tests.matching.build import mentor, need, policy

EXAMPLE = resources.folder("examples") / "inclucities"
REAL = {
    "capaci-mechelen": "mechelen",
    "saint-jean-de-la-ruelle-brussels": "brussels",
    "livadia-fuenlabrada": "fuenlabrada",
    "jelgava-schaerbeek": "schaerbeek",
}
EN = translator("en")


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace(EXAMPLE, as_of=datetime.date(2023, 2, 1), cache=False)


def found(cohort: Cohort, pairing: str) -> Placement:
    return next(placement for placement in cohort.placements if placement.pairing == pairing)


def text(cohort: Cohort, format_: str = "text", lang: str = "en") -> str:
    return reporter(COHORT_FORMATS, format_)(cohort, translator(lang), width=80)


def flat(cohort: Cohort) -> str:
    return " ".join(text(cohort).split())


# ------------------------------------------------------------------ the four real pairings


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_the_historical_assignment(objective: Objective, workspace: Workspace) -> None:
    cohort = propose(workspace, objective=objective, what_if=WhatIf(ignore_choices=True))
    assert {one.pairing: one.mentor and one.mentor.mentor for one in cohort.placements} == REAL
    for one in cohort.placements:
        assert (one.state, one.has_favourite, one.regret) == ("proposed", True, 0.0)
        assert one.mentor
        assert one.mentor.rank == 1
        assert len(one.alternates) == 2
        assert len(one.mentor.criteria) == 4
        assert 0 < one.mentor.coverage <= 1
    assert not cohort.bottlenecks
    assert not cohort.wishes
    assert [load.mentees for load in cohort.loads] == [
        ("Saint-Jean-de-la-Ruelle",),
        ("Livadia",),
        ("Capaci",),
        ("Jelgava",),
    ]


def test_scores_are_those_of_the_single_ranking(workspace: Workspace) -> None:
    for one in propose(workspace, what_if=WhatIf(ignore_choices=True)).placements:
        case = workspace.case(one.pairing)
        assert case
        single = rank(case).candidates[0]
        assert one.mentor
        assert (one.mentor.mentor, one.mentor.score) == (single.mentor, single.score)
        assert (one.mentor.interval, one.mentor.coverage) == (single.interval, single.coverage)
        assert one.mentor.criteria == single.criteria


def test_choices_that_people_made_stay(workspace: Workspace) -> None:
    cohort = propose(workspace)
    assert {one.state for one in cohort.placements} == {"set"}
    assert "has been chosen already; it stays" in flat(cohort)


@pytest.mark.parametrize(
    ("what_if", "rows"),
    [
        (WhatIf(places={"mechelen": 0}), 1),
        (WhatIf(places={"Malines": 0}, ignore_choices=True), 4),
        (WhatIf(without=("mechelen",)), 1),
        (WhatIf(without=("Mechelen",), ignore_choices=True), 4),
    ],
)
def test_without_a_mentor_the_bottleneck_is_named(what_if: WhatIf, rows: int, workspace: Workspace) -> None:
    cohort = propose(workspace, what_if=what_if)
    capaci = found(cohort, "capaci-mechelen")
    assert (capaci.state, capaci.mentor, capaci.name) == ("open", None, "")
    (bottleneck,) = cohort.bottlenecks
    assert bottleneck.open == ("capaci-mechelen",)
    assert len(bottleneck.pairings) == rows > bottleneck.places
    assert "Capaci: no mentor" in text(cohort)
    assert "can only be served by" in flat(cohort)
    assert "Supposed:" in text(cohort)


def test_the_sums_can_be_checked_by_hand(workspace: Workspace) -> None:
    cohort = propose(workspace, what_if=WhatIf(ignore_choices=True))
    scores = [one.score or 0.0 for one in cohort.placements]
    assert cohort.total == round(sum(scores), 1)
    assert cohort.lowest == min(scores)


# ------------------------------------------------------------------ invented programmes


def three(**changes: Any) -> Workspace:
    """Three mentees who all need what one mentor has and another has a little of."""
    good = mentor(policy(themes=["housing"], experience=3, since=2010))
    fair = mentor(policy(themes=["housing"], experience=1))
    none = mentor(policy(themes=["health"], experience=3, since=2010))
    mentors = {"good": good, "fair": fair, "none": none, **changes.pop("mentors", {})}
    others = {
        name: {
            "mentee": {"city": name},
            "_needs": [need(themes=["housing"], experience=0)],
            **changes.pop(name, {}),
        }
        for name in ("bree", "cala")
    }
    return build.programme(
        [need(themes=["housing"], experience=0)],
        mentors,
        others={
            name: {key: part for key, part in value.items() if key != "_needs"}
            for name, value in others.items()
        },
        **changes,
    ).workspace


def test_one_place_each_and_the_rest_by_score() -> None:
    cohort = propose(three(), lang="en")
    assert sorted(one.name for one in cohort.placements) == ["Fair", "Good", "None"]
    assert cohort.total == sum(one.score or 0.0 for one in cohort.placements)


def test_places_are_shared_out() -> None:
    cohort = propose(three(), lang="en", what_if=WhatIf(places={"good": 2, "none": 0}))
    assert Counter(one.name for one in cohort.placements) == {"Good": 2, "Fair": 1}


def test_a_pairing_that_is_set_takes_a_place() -> None:
    cohort = propose(three(bree={"mentor": {"city": "good"}}), lang="en")
    assert (found(cohort, "bree").state, found(cohort, "bree").name) == ("set", "Good")
    assert {one.name for one in cohort.placements if one.state == "proposed"} == {"Fair", "None"}


def test_a_mentor_set_in_advance_is_no_choice() -> None:
    forced = {"matching": {"forced": {"city": "none", "reason": "The funder says so."}}}
    cohort = propose(three(bree=forced), lang="en", what_if=WhatIf(ignore_choices=True))
    bree = found(cohort, "bree")
    assert (bree.state, bree.by_decree, bree.name) == ("set", True, "None")
    assert "The funder says so." in flat(cohort)
    assert "is set in advance" in flat(cohort)


def test_excluded_mentors_are_never_proposed() -> None:
    excluded = [{"city": id_, "reason": "A conflict."} for id_ in ("good", "fair")]
    cohort = propose(three(bree={"matching": {"exclusions": excluded}}), lang="en")
    assert found(cohort, "bree").name == "None"
    excluded.append({"city": "none", "reason": "A conflict."})
    cohort = propose(three(bree={"matching": {"exclusions": excluded}}), lang="en")
    bree = found(cohort, "bree")
    assert bree.state == "open"
    assert dict(bree.barred) == {"excluded": 3}
    assert "No mentor meets the conditions for bree." in flat(cohort)
    assert "Barred by condition: excluded 3." in flat(cohort)
    assert "A conflict." in flat(cohort)


def test_nobody_below_the_floor_is_proposed() -> None:
    best = max(one.score or 0.0 for one in propose(three(), lang="en").placements)
    cohort = propose(three(), lang="en", floor=best)
    assert [one.name for one in cohort.placements if one.state == "proposed"] == ["Good"]
    cohort = propose(three(), lang="en", floor=100)
    assert not cohort.scores
    assert "no mentor reaches 100 points; Good comes nearest with" in flat(cohort)


def test_ended_pairings_are_left_out_and_give_their_place_back() -> None:
    cohort = propose(three(bree={"mentor": {"city": "good"}, "state": "ended"}), lang="en")
    assert {one.pairing for one in cohort.placements} == {"alba-pairing", "cala"}
    assert "Good" in {one.name for one in cohort.placements}


def test_a_mentor_without_strengths_keeps_its_pairing() -> None:
    cohort = propose(three(bree={"mentor": {"city": "Far Away"}}), lang="en")
    bree = found(cohort, "bree")
    assert (bree.state, bree.name, bree.mentor) == ("set", "Far Away", None)
    assert "Nothing is written down about Far Away" in flat(cohort)


def test_a_mentor_with_too_many_pairings_is_noted() -> None:
    both = {"mentor": {"city": "good"}}
    cohort = propose(three(bree=both, cala=both), lang="en")
    assert "Good has more pairings (2) than it takes (1)." in flat(cohort)
    cohort = propose(three(bree=both, cala=both), lang="en", what_if=WhatIf(places={"good": 1}))
    assert sum(one.name == "Good" for one in cohort.placements) == 1, (
        "with places set for the run all look anew"
    )


def test_capacity_0_is_no_favourite_but_a_bottleneck() -> None:
    cohort = propose(three(), lang="en", what_if=WhatIf(places={"good": 0, "fair": 0, "none": 1}))
    assert len(cohort.served) == 1
    (bottleneck,) = cohort.bottlenecks
    assert (set(bottleneck.mentors), bottleneck.places, len(bottleneck.open)) == (
        {"good", "fair", "none"},
        1,
        2,
    )
    assert all(one.favourite and one.favourite.name == "None" for one in cohort.placements)
    assert "3 mentees (Alba, bree, cala) can only be served by 3 mentors with 1 place" in flat(cohort)


def test_a_pair_that_would_rather_swap_is_told() -> None:
    case = three(mentors={"none": mentor(policy(themes=["housing"], experience=0))})
    for objective in OBJECTIVES:
        cohort = propose(case, lang="en", objective=objective)
        for wish in cohort.wishes:
            assert wish.mentee_gains > 0
            assert wish.mentor_gains > 0
            assert f"would lose {wish.name}" in flat(cohort)


def test_empty_programmes() -> None:
    case = build.programme([need()], {})
    cohort = propose(case.workspace, lang="en")
    assert [one.state for one in cohort.placements] == ["open"]
    assert "No mentor meets the conditions for Alba." in flat(cohort)


# ------------------------------------------------------------------ order and bytes


def test_the_order_of_files_changes_nothing(workspace: Workspace) -> None:
    turned = Workspace(EXAMPLE, as_of=workspace.as_of, cache=False)
    turned.mentors = dict(reversed(turned.mentors.items()))
    turned.pairings = dict(reversed(turned.pairings.items()))
    turned.practices = dict(reversed(turned.practices.items()))
    what_if = WhatIf(ignore_choices=True)
    assert text(propose(turned, what_if=what_if), "json") == text(propose(workspace, what_if=what_if), "json")


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    command = [
        sys.executable,
        "-m",
        "mentorat",
        "match",
        "--all",
        "--ignore-choices",
        "--capacity",
        "mechelen=0",
    ]
    command += ["--format", "json", "--format", "text", "--format", "csv"]
    said = set()
    for seed in ("0", "1", "42"):
        environment = {"PYTHONHASHSEED": seed, "MENTORAT_CACHE_DIR": "/nonexistent", "MENTORAT_LANG": "en"}
        done = subprocess.run(command, cwd=EXAMPLE, env=environment, capture_output=True, check=True)
        said.add(done.stdout)
    assert len(said) == 1


# ------------------------------------------------------------------ formats


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("format_", COHORT_FORMATS)
def test_every_output_reminds(format_: str, lang: str, workspace: Workspace) -> None:
    cohort = propose(workspace, lang=lang, what_if=WhatIf(ignore_choices=True, places={"mechelen": 0}))
    said = text(cohort, format_, lang)
    assert translator(lang)("Scores help to talk; people decide.") in said[-150:]
    assert said == text(
        propose(workspace, lang=lang, what_if=WhatIf(ignore_choices=True, places={"mechelen": 0})),
        format_,
        lang,
    )
    assert not re.search(r"\{[a-z_]+\}", said)


def test_text_keeps_to_its_width(workspace: Workspace) -> None:
    cohort = propose(workspace, lang="fr", what_if=WhatIf(ignore_choices=True))
    assert max(map(len, text(cohort, lang="fr").splitlines())) <= 80


@pytest.mark.parametrize("what_if", [WhatIf(), WhatIf(ignore_choices=True, places={"mechelen": 0})])
def test_json_keeps_to_its_schema(what_if: WhatIf, workspace: Workspace) -> None:
    document = json.loads(text(propose(workspace, what_if=what_if, floor=10), "json"))
    schema: Any = json.loads((resources.folder("schemas") / "cohort-report.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(document)
    single: Any = json.loads((resources.folder("schemas") / "match-report.schema.json").read_text("utf-8"))
    shared = single["$defs"].keys()
    assert {name: schema["$defs"][name] for name in shared} == single["$defs"], (
        "run: python -m tests.regenerate"
    )


def test_a_table_for_spreadsheets(workspace: Workspace) -> None:
    cohort = propose(workspace, lang="fr", what_if=WhatIf(ignore_choices=True))
    said = text(cohort, "csv", "fr")
    assert said.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(said[1:]), delimiter=";"))
    assert len(rows) == 6
    assert len({len(row) for row in rows}) == 1
    assert rows[1][0] == "capaci-mechelen"
    assert re.fullmatch(r"\d\d,\d", rows[1][4])
    english = list(csv.reader(io.StringIO(text(cohort, "csv")[1:]), delimiter=";"))
    assert re.fullmatch(r"\d\d\.\d", english[1][4])


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1"])
def test_no_formula_reaches_a_spreadsheet(evil: str) -> None:
    assert match_csv.safe(evil).startswith("'")
    assert "\n" not in match_csv.safe(evil)


@pytest.mark.parametrize("fine", ["Capaci", "", "80.5", "Saint-Jean", "« non »"])
def test_other_texts_stay(fine: str) -> None:
    assert match_csv.safe(fine) == fine


# ------------------------------------------------------------------ the command


def run(*arguments: str, cwd: Path = EXAMPLE) -> Outcome:
    return mentorat("match", "--all", "--as-of", "2023-02-01", *arguments, cwd=cwd)


def test_the_command_writes_and_compares(tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    done = run("--ignore-choices", "--capacity", "mechelen=0", "--format", f"json={before}", "--top", "1")
    assert (done.code, done.err) == (0, "")
    document = json.loads(before.read_text("utf-8"))
    assert all(len(entry["alternates"]) <= 1 for entry in document["pairings"])
    done = run("--ignore-choices", "--against", str(before))
    assert done.code == 0
    assert "* Capaci: Mechelen now, and nobody before." in done.out
    assert "The earlier run was made with other options." in done.out
    now = tmp_path / "now.json"
    run("--ignore-choices", "--capacity", "mechelen=0", "--against", str(before), "--format", f"json={now}")
    difference = json.loads(now.read_text("utf-8"))["difference"]
    assert (difference["changes"], difference["unchanged"], difference["files"]) == ([], 4, [])
    assert not difference["options_differ"]


def test_one_more_mentor_from_outside(tmp_path: Path) -> None:
    strengths = tmp_path / "ghent.yaml"
    shutil.copy(EXAMPLE / "mentors" / "mechelen" / "strengths.yaml", strengths)
    strengths.write_text(strengths.read_text("utf-8").replace("city: mechelen", "city: Ghent"), "utf-8")
    done = run("--ignore-choices", "--without", "mechelen", "--with", str(strengths), "--format", "json")
    document = json.loads(done.out)
    capaci = next(entry for entry in document["pairings"] if entry["pairing"] == "capaci-mechelen")
    assert capaci["name"] == "Ghent"
    assert "ghent.yaml" in document["inputs"]


def test_a_register_widens_the_choice(tmp_path: Path) -> None:
    register = tmp_path / "cities.csv"
    strong = "strategy:3:2005; volunteering:3:2005; communication:3:2005; intercultural:3:2005"
    lines = ["city,country,code,languages,themes,population"]
    lines += [f"Town {number},IT,{number:06},en it,health:1,5000" for number in range(300)]
    lines += [f'Twin,IT,999999,en it,"{strong}",11000', "Broken,XX,1,en,,", "Mechelen,BE,12025,nl,,1"]
    register.write_text("\n".join(lines) + "\n", "utf-8")
    done = run(
        "--ignore-choices", "--capacity", "mechelen=0", "--register", str(register), "--format", "json"
    )
    assert done.code == 0
    assert "line 303: “XX” is no country" in done.err
    document = json.loads(done.out)
    assert document["compared"] == 4 + 301
    assert not document["bottlenecks"]
    assert "Twin" in {entry["name"] for entry in document["pairings"]}
    assert document["inputs"]["cities.csv"]
    assert any("Lines of cities.csv that cannot be used: 1" in note for note in document["notes"])
    assert any("have a file in the programme, which counts: 1" in note for note in document["notes"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["capaci-mechelen"], "not both"),
        (["--objective", "best"], "There is no objective “best”. The objectives are: total, worst-first."),
        (["--floor", "101"], "--floor takes points from 0 to 100"),
        (["--floor", "nan"], "--floor takes points from 0 to 100"),
        (["--capacity", "mechelen"], "--capacity takes a city and its places"),
        (["--capacity", "mechelen=-1"], "--capacity takes a city and its places"),
        (["--without", "mechelin"], "Did you mean “mechelen”?"),
        (["--without", "atlantis"], "There is no mentor “atlantis”. There are: brussels"),
        (["--with", "nowhere.yaml"], "nowhere.yaml cannot be read"),
        (["--with", "mentorat.yaml"], "holds no strengths"),
        (["--against", "nowhere.json"], "nowhere.json cannot be read"),
        (["--against", "mentorat.yaml"], "holds no proposal"),
        (["--register", "nowhere.csv"], "nowhere.csv cannot be read"),
        (["--format", "pdf"], "There is no format “pdf”"),
        (["--top", "-1"], "--top"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert said in done.err
    assert done.out == ""


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "[]",
        "[" * 100_000,
        '{"format": "mentorat-cohort/1"}',
        '{"format": "mentorat-match/1"}',
        "\xff",
    ],
)
def test_hostile_earlier_proposals_are_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "before.json"
    path.write_text(content, "latin-1")
    done = run("--against", str(path))
    assert done.code == 2
    assert "holds no proposal" in done.err


def test_nobody_and_nothing(programme: Path) -> None:
    (programme / "mentors" / "brona" / "strengths.yaml").unlink()
    done = mentorat("match", "--all", "--ignore-choices", cwd=programme)
    assert (done.code, done.out) == (3, "")
    shutil.rmtree(programme / "pairings")
    done = mentorat("match", "--all", cwd=programme)
    assert (done.code, done.out) == (3, "")
    assert "No pairing is under way" in done.err


def test_a_pairing_that_cannot_be_read_is_left_out(programme: Path) -> None:
    (programme / "pairings" / "alba-brona" / "needs.yaml").write_text(
        "kind: needs-analysis\nitems: [", "utf-8"
    )
    shutil.copytree(programme / "pairings" / "alba-brona", programme / "pairings" / "other")
    (programme / "pairings" / "other" / "needs.yaml").unlink()
    done = mentorat("match", "--all", cwd=programme)
    assert done.code == 0, done.err
    assert "alba-brona is left out" in " ".join(done.out.split())
