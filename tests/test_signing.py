"""Stamps: appended, tied to what was read, and honest about what changed since."""

from __future__ import annotations

import datetime
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorat.checking import check
from mentorat.cli.exits import Exit
from mentorat.nodes import Document
from mentorat.signing import digest, find, name_of
from mentorat.source.reader import read
from mentorat.workspace import Workspace
from tests.cli import Outcome, mentorat

PLAN = "pairings/alba-brona/plan.yaml"
TEXT = """# the plan of Alba
kind: action-plan
schema: 1
title: {en: A desk, fr: Un guichet}
actions:
  - {id: desk, title: Desk}   # first
  - {id: "2", title: Lessons}
"""


@pytest.fixture
def plan(programme: Path) -> Path:
    path = programme / PLAN
    path.write_text(TEXT, "utf-8")
    return path


def sign(
    folder: Path, what: str, party: str = "mentee_city", function: str = "Head of department"
) -> Outcome:
    return mentorat("sign", what, "--party", party, "--function", function, cwd=folder)


def changed(root: Path) -> list[tuple[str, str, str]]:
    """Key, party and sentence of what has changed since it was signed."""
    report = check(Workspace(root, as_of=datetime.date(2026, 6, 1), cache=False))
    return [
        (finding.key, finding.party, finding.message.text)
        for finding in report.findings
        if finding.code == "SIGN001"
    ]


def document(text: str, kind: str = "action-plan") -> Document:
    return Document("x.yaml", kind, "", "", read(text).value)


def test_a_stamp_is_appended_and_nothing_else_changes(programme: Path, plan: Path) -> None:
    said = sign(programme, "alba-brona/plan")
    assert said.code == Exit.FINE
    text = plan.read_text("utf-8")
    assert text.startswith(TEXT)
    assert list(read(text).value["signatures"][0]) == ["party", "function", "date", "digest"]
    assert sign(programme, f"{PLAN}#actions[0]", "mentor_city", "Adviser").code == Exit.FINE
    stamps = read(plan.read_text("utf-8")).value["signatures"]
    assert plan.read_text("utf-8").startswith(text)
    assert stamps[1]["part"] == "actions[desk]"
    assert stamps[1]["date"] == "2026-06-01"
    assert len(stamps[1]["digest"]) == 32
    assert not changed(programme)
    assert not [line for line in mentorat("check", PLAN, cwd=programme).out.splitlines() if "DATA0" in line]


@pytest.mark.parametrize(
    "change",
    [
        ("Desk}   # first", "Desk}   # the first"),
        ("{id: desk, title: Desk}", "\n      title: 'Desk'\n      id: desk\n      risks:"),
        ("schema: 1\n", "schema: 1\nversion:\n"),
    ],
)
def test_layout_comments_and_empty_keys_change_nothing(
    programme: Path, plan: Path, change: tuple[str, str]
) -> None:
    sign(programme, "alba-brona/plan")
    plan.write_text(plan.read_text("utf-8").replace(*change), "utf-8")
    assert not changed(programme)


def test_a_change_is_reported_at_the_stamp_until_the_party_signs_again(programme: Path, plan: Path) -> None:
    sign(programme, "alba-brona/plan")
    sign(programme, "alba-brona/plan#actions[1]", "local_network", "Speaker")
    plan.write_text(plan.read_text("utf-8").replace("Desk", "Counter"), "utf-8")
    assert [(key, party) for key, party, _ in changed(programme)] == [("signatures[0]", "mentee_city")]
    said = mentorat("check", PLAN, cwd=programme)
    assert "pairings/alba-brona/plan.yaml:9:5" in said.out
    assert "2026-06-01 (Mentee city, Head of department)" in " ".join(said.out.split())
    sign(programme, "alba-brona/plan")
    assert not changed(programme)


def test_entries_are_signed_by_their_id_wherever_they_move(programme: Path, plan: Path) -> None:
    sign(programme, "alba-brona/plan#actions[0]")
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("actions:\n", "actions:\n  - {id: new, title: Before}\n"), "utf-8")
    assert not changed(programme)
    plan.write_text(text.replace("id: desk", "id: counter"), "utf-8")
    ((_, _, sentence),) = changed(programme)
    assert sentence.startswith("“{part}”")


def test_signing_twice_adds_nothing(programme: Path, plan: Path) -> None:
    sign(programme, "alba-brona/plan")
    before = plan.read_text("utf-8")
    said = sign(programme, "alba-brona/plan")
    assert said.code == Exit.FINE
    assert "already" in said.out
    assert plan.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("what", "party", "function", "said"),
    [
        ("alba-brona/plna", "mentee_city", "Mayor", "alba-brona/plan"),
        ("nowhere/at-all.txt", "mentee_city", "Mayor", "no document"),
        ("../outside.yaml", "mentee_city", "Mayor", "no document"),
        ("alba-brona/plan#nothing", "mentee_city", "Mayor", "nothing under “nothing”"),
        ("alba-brona/plan#actions[7]", "mentee_city", "Mayor", "actions[7]"),
        ("alba-brona/plan#actions[gone]", "mentee_city", "Mayor", "actions[gone]"),
        ("alba-brona/plan#a]b", "mentee_city", "Mayor", "a]b"),
        ("alba-brona/plan#signatures", "mentee_city", "Mayor", "signatures"),
        ("alba-brona/plan", "mayor", "Mayor", "The parties are: coordinator, mentee_city"),
        ("alba-brona/plan", "mentee_city", "Anna, anna@alba.example", "contacts.yaml"),
        ("alba-brona/plan", "mentee_city", "Anna, +33 1 23 45 67 89", "contacts.yaml"),
        ("alba-brona/plan", "mentee_city", " ", "in which function"),
        ("alba-brona/plan", "mentee_city", "a\x1b[2J", "cannot take a stamp"),
        ("alba-brona/follow-up#approval", "mentor_city", "Mayor", "accompanies"),
        ("alba-brona/follow-up#approval.decision", "mentor_association", "Head", "accompanies"),
    ],
)
def test_what_cannot_be_signed_is_refused_in_a_sentence(
    programme: Path, plan: Path, what: str, party: str, function: str, said: str
) -> None:
    follow_up = "kind: follow-up\nschema: 1\napproval: {body: alba, decision: approved}\n"
    (programme / "pairings/alba-brona/follow-up.yaml").write_text(follow_up, "utf-8")
    (programme / PLAN).write_text(TEXT + "signatures:\n", "utf-8")
    outcome = sign(programme, what, party, function)
    assert outcome.code == Exit.USAGE
    assert said in outcome.err
    assert plan.read_text("utf-8") == TEXT + "signatures:\n"


def test_missing_options_are_named(programme: Path, plan: Path) -> None:
    outcome = mentorat("sign", "alba-brona/plan", "--party", "mentee_city", cwd=programme)
    assert outcome.code == Exit.USAGE
    assert "--function" in outcome.err


def test_mentors_may_say_that_they_have_read(programme: Path, plan: Path) -> None:
    assert sign(programme, PLAN, "mentor_city", "Adviser").code == Exit.FINE


def test_the_city_signs_its_approval(programme: Path) -> None:
    path = programme / "pairings/alba-brona/follow-up.yaml"
    path.write_text("kind: follow-up\nschema: 1\napproval: {body: alba, decision: approved}\n", "utf-8")
    assert sign(programme, "alba-brona/follow-up#approval").code == Exit.FINE


def test_an_unreadable_document_is_not_signed(programme: Path) -> None:
    (programme / PLAN).write_text("kind: action-plan\nactions: [1\n", "utf-8")
    assert sign(programme, "alba-brona/plan").code == Exit.FINDINGS


@pytest.mark.parametrize("signatures", ["signatures: yes please\n", "title: twice\n"])
def test_a_document_with_a_fault_is_not_made_worse(programme: Path, signatures: str) -> None:
    text = f"kind: action-plan\nschema: 1\ntitle: x\n{signatures}"
    (programme / PLAN).write_text(text, "utf-8")
    assert sign(programme, PLAN).code == Exit.USAGE
    assert (programme / PLAN).read_text("utf-8") == text


@pytest.mark.parametrize("signatures", ["signatures: []", "signatures:", "signatures: null"])
def test_an_empty_list_of_stamps_is_filled(programme: Path, signatures: str) -> None:
    text = f"\ufeffkind: action-plan\r\nschema: 1\r\n{signatures} # none yet\r\ntitle: x\r\n"
    (programme / PLAN).write_bytes(text.encode())
    assert sign(programme, PLAN).code == Exit.FINE
    after = (programme / PLAN).read_bytes().decode()
    assert after.count("\n") == after.count("\r\n")
    assert after.endswith("title: x\r\n")
    assert not changed(programme)


def test_an_honest_none_is_an_answer() -> None:
    needs = "kind: needs-analysis\nschema: 1\n"
    assert digest(document(needs + "consulted: []\n", "needs-analysis").root) != digest(
        document(needs, "needs-analysis").root
    )
    assert digest(document(needs + "items: []\n", "needs-analysis").root) == digest(
        document(needs, "needs-analysis").root
    )


PLAIN = st.recursive(
    st.one_of(st.text(max_size=8), st.integers(), st.booleans(), st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text(min_size=1, max_size=5), PLAIN, max_size=4), st.randoms())
def test_the_order_of_keys_the_form_of_letters_and_stamps_do_not_count(
    value: dict[str, object], random: object
) -> None:
    keys = list(value)
    getattr(random, "shuffle")(keys)  # noqa: B009
    other = json.loads(
        unicodedata.normalize("NFD", json.dumps({key: value[key] for key in keys}, ensure_ascii=False))
    )
    one = Document("x", "", "", "", {**value, "nothing": None})
    two = Document("x", "", "", "", {"signatures": [1], **other, "nothing": ""})
    plain = all(unicodedata.normalize("NFC", key) == key for key in _keys(value)) and "nothing" not in value
    if plain and "signatures" not in value:
        assert digest(one.root) == digest(two.root)


def _keys(value: object) -> list[str]:
    if isinstance(value, dict):
        return [inner for key, part in value.items() for inner in (key, *_keys(part))]
    return [inner for part in value for inner in _keys(part)] if isinstance(value, list) else []


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("", ""),
        ("title.en", "title.en"),
        ("actions", "actions"),
        ("actions[0].title", "actions[desk].title"),
        ("actions[desk]", "actions[desk]"),
        ("actions[1]", "actions[1]"),
    ],
)
def test_parts_have_one_name(part: str, name: str) -> None:
    node = find(document(TEXT), part)
    assert node is not None
    assert name_of(node) == name
