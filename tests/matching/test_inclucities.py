"""The four real pairings: the mentor that people chose comes first, and every quotation stands where it is said to."""

from __future__ import annotations

import datetime
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mentorat import resources, shape
from mentorat.case import Case
from mentorat.i18n import translator
from mentorat.matching import Ranking, rank
from mentorat.matching.robustness import totals
from mentorat.nodes import Node, say
from mentorat.reporters import MATCH_FORMATS, reporter
from mentorat.workspace import Workspace
from tests.cli import mentorat

EXAMPLE = resources.folder("examples") / "inclucities"
REAL = {
    "capaci-mechelen": "mechelen",
    "saint-jean-de-la-ruelle-brussels": "brussels",
    "livadia-fuenlabrada": "fuenlabrada",
    "jelgava-schaerbeek": "schaerbeek",
}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace(EXAMPLE, as_of=datetime.date(2023, 2, 1), cache=False)


@pytest.fixture(params=REAL)
def case(request: pytest.FixtureRequest, workspace: Workspace) -> Case:
    found = workspace.case(request.param)
    assert found
    return found


@pytest.mark.parametrize("weights", [None, {}], ids=["as agreed", "the tool's own"])
def test_the_real_mentor_comes_first(case: Case, weights: dict[str, str] | None) -> None:
    ranking = rank(case, weights=weights)
    assert len(ranking.candidates) == 4
    by_score = sorted(ranking.candidates, key=lambda found: -found.score)
    assert ranking.candidates[0].mentor == by_score[0].mentor == REAL[case.id]
    assert ranking.candidates[0].score > by_score[1].score


def test_equal_weights_do_not_change_who_is_first(case: Case) -> None:
    rows = {}
    for found in rank(case).candidates:
        a, b, c, d = (criterion.score for criterion in found.criteria)
        rows[found.mentor] = totals([(a, b, c, d)], (0.25, 0.25, 0.25, 0.25))[0]
    assert max(rows, key=lambda id_: rows[id_]) == REAL[case.id]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_quotation_stands_where_it_is_said_to(case: Case, workspace: Workspace, lang: str) -> None:
    documents = {document.file: document for document in workspace.documents}
    evidence = [
        found
        for candidate in rank(case, lang=lang).candidates
        for criterion in candidate.criteria
        for found in criterion.evidence
    ]
    assert len(evidence) > 40
    for found in evidence:
        node = walk(documents[found.file].root, found.key)
        asked = shape.find(documents[found.file].kind, node.path)
        assert asked is None or asked.show != "private", found
        assert found.text.removesuffix(" …") in written(node), found


def walk(node: Node, key: str) -> Node:
    for part in re.findall(r"[^.\[\]]+", key):
        node = node[int(part) if part.isdigit() else part]
    return node


def written(node: Node) -> str:
    """What stands at a node, in all its languages, on one line."""
    if len(node):
        return ", ".join(node.words)
    texts = node.value.values() if isinstance(node.value, dict) else [node.value]
    return " ".join(" ".join(str(text).split()) for text in texts)


@pytest.mark.parametrize("format_", MATCH_FORMATS)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_output_reminds_and_names_engine_and_day(case: Case, format_: str, lang: str) -> None:
    ranking = rank(case, lang=lang)
    text = reporter(MATCH_FORMATS, format_)(ranking, translator(lang), width=80, case=case)
    reminder = translator(lang)("Scores help to talk; people decide.")
    assert reminder in (text if format_ == "html" else text[-120:])
    assert "lexical" in text
    assert "2023-02-01" in text
    again = reporter(MATCH_FORMATS, format_)(rank(case, lang=lang), translator(lang), width=80, case=case)
    assert text == again


def test_text_keeps_to_its_width(case: Case) -> None:
    text = reporter(MATCH_FORMATS, "text")(rank(case, lang="fr"), translator("fr"), width=80)
    assert max(map(len, text.splitlines())) <= 80


def test_json_keeps_to_its_schema(case: Case) -> None:
    document = json.loads(reporter(MATCH_FORMATS, "json")(rank(case), translator("en")))
    schema: Any = json.loads((resources.folder("schemas") / "match-report.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(document)
    assert set(document["inputs"]) >= {"mentorat.yaml", f"pairings/{case.id}/needs.yaml"}


def test_explanations_are_whole(case: Case) -> None:
    lang = translator("en")
    for candidate in rank(case, lang="en").candidates:
        assert candidate.question.show(lang).endswith("?")
        for criterion in candidate.criteria:
            assert criterion.reason.show(lang).endswith(".")
            for detail in criterion.details:
                assert all("{" not in sentence.show(lang) for sentence in detail.sentences)


def test_a_mentor_learns_too(workspace: Workspace) -> None:
    found = workspace.case("livadia-fuenlabrada")
    assert found
    learned = rank(found, lang="fr").candidates[0].could_learn
    assert learned
    goals = [
        say(goal.value, "fr").rstrip(".") for goal in workspace.mentors["fuenlabrada"].root["learning_goals"]
    ]
    assert learned.values["goal"] in goals


def test_only_the_first(case: Case) -> None:
    short: Ranking = rank(case, top=1)
    whole = rank(case)
    assert short.candidates == whole.candidates[:1]
    assert short.compared == whole.compared == 4


def test_twenty_mentors_in_a_tenth_of_a_second(workspace: Workspace) -> None:
    many = Workspace(EXAMPLE, as_of=workspace.as_of, cache=False)
    for copy in range(4):
        for id_, document in list(workspace.mentors.items()):
            many.mentors[f"{id_}-{copy}"] = document
    found = many.case("capaci-mechelen")
    assert found
    rank(found)
    start = time.perf_counter()
    assert rank(found).compared == 20
    assert time.perf_counter() - start < 30, "a ranking of twenty is a matter of moments"


# ------------------------------------------------------------------ the command


def test_the_command_prints_and_writes(tmp_path: Path) -> None:
    target = tmp_path / "match.json"
    done = mentorat(
        "match", "capaci-mechelen", "--as-of", "2023-02-01", "--format", "text", "--format", f"json={target}",
        "--top", "2", cwd=EXAMPLE,
    )  # fmt: skip
    assert done.code == 0, done.err
    assert "1. Mechelen" in done.out
    assert len(json.loads(target.read_text("utf-8"))["candidates"]) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ["match", "capaci-mechelem"],
            2,
            "Did you mean “capaci-mechelen”? There are: capaci-mechelen, jelgava",
        ),
        (["match", "nowhere"], 2, "There is no pairing “nowhere”. There are: capaci-mechelen"),
        (["match"], 2, "Name a pairing, or say --all"),
        (["match", "capaci-mechelen", "--top", "-1"], 2, "--top"),
        (["match", "capaci-mechelen", "--format", "pdf"], 2, "There is no format “pdf”"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], code: int, said: str) -> None:
    done = mentorat(*arguments, cwd=EXAMPLE)
    assert done.code == code
    assert said in done.err


def test_a_pairing_is_found_by_its_path() -> None:
    assert mentorat("match", "pairings/capaci-mechelen", "--format", "json", cwd=EXAMPLE).code == 0


def test_nobody_to_compare(programme: Path) -> None:
    (programme / "mentors" / "brona" / "strengths.yaml").unlink()
    done = mentorat("match", "alba-brona", cwd=programme)
    assert (done.code, done.out) == (3, "")
    assert "mentorat new mentor" in done.err


def test_a_file_that_cannot_be_read_is_named(programme: Path) -> None:
    (programme / "pairings" / "alba-brona" / "needs.yaml").write_text(
        "kind: needs-analysis\nitems: [", "utf-8"
    )
    done = mentorat("match", "alba-brona", cwd=programme)
    assert done.code == 1
    assert "pairings/alba-brona/needs.yaml cannot be read" in done.err


def test_wrong_weights_are_told(programme: Path) -> None:
    with (programme / "mentorat.yaml").open("a", encoding="utf-8") as file:
        file.write("matching: {weights: {profile: -3}}\n")
    done = mentorat("match", "alba-brona", cwd=programme)
    assert done.code == 2
    assert "The weight of profile is “-3”" in done.err
