"""A choice made by people is written down: with its reason, what it rests on, and every other byte as it was."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from mentorat import resources
from mentorat.source.editor import remove, set_value
from mentorat.source.positions import Path as Keys
from mentorat.source.reader import read
from tests.cli import mentorat

PAIRING = "capaci-mechelen"
REASON = "It has worked for years on what Capaci puts first."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The example, with a pairing that has not chosen its mentor yet."""
    example = resources.folder("examples") / "inclucities"
    root = Path(shutil.copytree(example, tmp_path / "programme"))
    text = file_of(root).read_text("utf-8")
    for path in (("matching", "decision"), ("mentor", "city"), ("matching", "candidates")):
        text = remove(text, path)
    file_of(root).write_text(text, "utf-8")
    return root


def file_of(root: Path) -> Path:
    return root / "pairings" / PAIRING / "pairing.yaml"


def choose(root: Path, city: str, *more: str) -> tuple[int, str]:
    done = mentorat("match", PAIRING, "--choose", city, "--reason", REASON, *more, cwd=root)
    return done.code, done.out + done.err


def written(root: Path, *path: str) -> object:
    value = read(file_of(root).read_text("utf-8")).value
    for key in path:
        value = value[key]
    return value


def findings(root: Path) -> list[str]:
    done = mentorat("check", PAIRING, "--format", "json", cwd=root)
    return [found["code"] for found in json.loads(done.out)["findings"] if found["state"] == "open"]


def test_what_is_written(root: Path) -> None:
    code, said = choose(root, "mechelen", "--by", "coordinator,mentee_city")
    assert code == 0
    assert "Mechelen is chosen as the mentor of Capaci" in said
    assert said.rstrip().endswith("Scores help to talk; people decide.")
    assert written(root, "mentor", "city") == "mechelen"
    decision = written(root, "matching", "decision")
    assert isinstance(decision, dict)
    comparison = decision.pop("comparison")
    assert decision == {
        "chosen": "mechelen",
        "reason": REASON,
        "date": "2026-06-01",
        "decided_by": ["coordinator", "mentee_city"],
    }
    assert comparison["engine"] == "lexical"
    assert [entry["weight"] for entry in comparison["criteria"]] == [50, 25, 12.5, 12.5]
    assert (comparison["rank"], comparison["compared"]) == (1, 4)
    considered = written(root, "matching", "candidates")
    assert isinstance(considered, list)
    assert {entry["city"] for entry in considered} == {"mechelen", "fuenlabrada", "brussels", "schaerbeek"}


def test_the_hashes_are_those_of_the_files(root: Path) -> None:
    before = hashlib.sha256(file_of(root).read_bytes()).hexdigest()
    assert choose(root, "mechelen")[0] == 0
    inputs = written(root, "matching", "decision", "comparison", "inputs")
    assert isinstance(inputs, list)
    hashes = dict(reversed(entry.split("  ")) for entry in inputs)
    assert len(hashes) > 20
    for name, digest in hashes.items():
        if name.endswith("pairing.yaml"):
            assert digest == before, "the file as it was compared"
        else:
            assert digest == hashlib.sha256((root / name).read_bytes()).hexdigest(), name


def test_comments_and_everything_else_stay(root: Path) -> None:
    before = file_of(root).read_text("utf-8").splitlines()
    assert choose(root, "mechelen")[0] == 0
    after = file_of(root).read_text("utf-8").splitlines()
    rest = iter(after)
    assert all(line in rest for line in before), "no line is lost or moved"
    assert any(line.startswith("# Décembre 2020 est public") for line in after)


def test_the_rules_on_matching_pass(root: Path) -> None:
    assert {code for code in findings(root) if code.startswith("MATC")}
    assert choose(root, "mechelen")[0] == 0
    assert [code for code in findings(root) if code.startswith(("MATC", "DATA"))] == []


def test_criteria_that_were_not_agreed_are_those_of_the_comparison(root: Path) -> None:
    file_of(root).write_text(remove(file_of(root).read_text("utf-8"), ("matching", "criteria")), "utf-8")
    code, said = choose(root, "mechelen")
    assert code == 0
    assert "No criteria had been agreed" in said
    weights = written(root, "matching", "criteria")
    assert isinstance(weights, list)
    assert [entry["weight"] for entry in weights] == [50, 20, 15, 15]
    assert [code for code in findings(root) if code.startswith("MATC")] == []


def test_a_city_that_is_not_first_may_be_chosen_and_it_is_said(root: Path) -> None:
    code, said = choose(root, "Schaerbeek")
    assert code == 0
    assert "Schaerbeek is in place 4" in said
    assert "Mechelen is first" in said
    assert written(root, "matching", "decision", "chosen") == "schaerbeek"


def test_a_barred_city_may_be_chosen_and_it_is_said(root: Path) -> None:
    entry = [{"city": "fuenlabrada", "reason": "It advises the ministry."}]
    text = set_value(file_of(root).read_text("utf-8"), ("matching", "exclusions"), entry)
    file_of(root).write_text(text, "utf-8")
    code, said = choose(root, "Fuenlabrada")
    assert code == 0
    assert "although this speaks against it: Fuenlabrada is excluded from this pairing" in said


def test_an_earlier_decision_is_kept_and_the_mentor_named_is_left(root: Path) -> None:
    assert choose(root, "mechelen")[0] == 0
    code, said = choose(root, "brussels")
    assert code == 0
    assert "The decision that stood before is kept under `history`." in said
    assert "`mentor` still names Mechelen" in said
    assert written(root, "mentor", "city") == "mechelen"
    history = written(root, "history")
    assert isinstance(history, list)
    assert history[-1]["reason"] == REASON
    assert history[-1]["what"] == "Mechelen was chosen as the mentor."


def test_the_same_city_again_only_renews_the_decision(root: Path) -> None:
    assert choose(root, "mechelen")[0] == 0
    length = len(str(written(root, "history")))
    assert choose(root, "mechelen")[0] == 0
    assert len(str(written(root, "history"))) == length


def test_a_chosen_city_joins_those_considered(root: Path) -> None:
    path: Keys = ("matching", "candidates")
    text = set_value(file_of(root).read_text("utf-8"), path, [{"city": "mechelen"}, {"city": "brussels"}])
    file_of(root).write_text(text, "utf-8")
    assert choose(root, "fuenlabrada")[0] == 0
    considered = written(root, "matching", "candidates")
    assert isinstance(considered, list)
    assert [entry["city"] for entry in considered] == ["mechelen", "brussels", "fuenlabrada"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--choose", "mechelen"], "A choice needs its reason"),
        (["--choose", "mechelen", "--reason", "  "], "A choice needs its reason"),
        (["--choose", "Mechlen", "--reason", "x"], "Did you mean “mechelen”?"),
        (["--choose", "Paris", "--reason", "x"], "There is no mentor “Paris”"),
        (["--choose", "mechelen", "--reason", "x", "--by", "mayor"], "There is no party “mayor”"),
        (["--choose", "mechelen", "--reason", "call +33 1 23 45 67 89"], "no telephone number"),
        (["--choose", "mechelen", "--reason", "x", "--weights", "experience=3"], "on what is written down"),
        (["--choose", "mechelen", "--reason", "x", "--without", "brussels"], "on what is written down"),
        (["--reason", "x"], "--reason goes with --choose"),
        (["--by", "coordinator"], "--by goes with --choose"),
    ],
)
def test_a_choice_that_cannot_be_written(root: Path, arguments: list[str], said: str) -> None:
    before = file_of(root).read_bytes()
    done = mentorat("match", PAIRING, *arguments, cwd=root)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert file_of(root).read_bytes() == before
