"""Fixes: what needs no decision is mended, byte for byte; what might is left to people."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from mentorat import fixing
from mentorat.cli.exits import Exit
from mentorat.findings import Finding, Fix
from mentorat.rules import certain
from mentorat.workspace import Workspace
from tests.cli import mentorat

PLAN = "pairings/alba-brona/plan.yaml"
ALBA = "organisations/alba.yaml"
DAY = datetime.date(2026, 6, 1)


def lay(root: Path, file: str, text: str) -> Path:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def mended(root: Path, file: str, text: str) -> str:
    """A text after its fixes, in memory."""
    lay(root, file, text)
    workspace = Workspace(root, as_of=DAY, cache=False)
    changes = fixing.mend(workspace, lambda finding: finding.file == file)
    return changes[0].after if changes else text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("provenance: inventé pour l’exemple", "provenance: invented"),
        ("provenance: Public facts", "provenance: public"),
        ("provenance: invetned  # a slip", "provenance: invented  # a slip"),
        ("status: Draft", "status: draft"),
        ("date: 2021/05/03", 'date: "2021-05-03"'),
        ("date: '31.12.2021'", 'date: "2021-12-31"'),
        ("version: 1.10 # text", 'version: "1.10" # text'),
        ("version: 01000", 'version: "01000"'),
        ("version: 0x1F", 'version: "0x1F"'),
        ("titel: Plan", "title: Plan"),
        ("Title: Plan", "title: Plan"),
        ("actions: [{id: 1, titel: x}]", 'actions: [{id: "1", title: x}]'),
        ("versoin: 1.10", 'version: "1.10"'),
    ],
)
def test_what_can_mean_one_thing_only_is_mended(programme: Path, before: str, after: str) -> None:
    head = "kind: action-plan\nschema: 1\n"
    assert mended(programme, PLAN, head + before + "\n") == head + after + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "date: 3.5.2021",
        "date: 2021",
        "date: 2021/13/03",
        "provenance: secret",
        "status: true",
        "version: true",
        "title: Plan\ntitel: Project",
        "titel: Plan\ntitle_: Project",
        "action: Desk",
        "actions: [{id: Not an id, title: x}]",
        "actions: [{id: 1.5, title: x}]",
        "verse: x",
        "title: [Plan]",
    ],
)
def test_what_somebody_has_to_decide_is_left(programme: Path, text: str) -> None:
    text = f"kind: action-plan\nschema: 1\n{text}\n"
    after = mended(programme, PLAN, text)
    assert after == text or (text.count("tit") == 2 and after.count("title:") == 1)


@pytest.mark.parametrize(("before", "after"), [("EL", "GR"), ("UK", "GB"), ("fr", "FR"), ("el", "GR")])
def test_countries_are_written_as_iso_codes(programme: Path, before: str, after: str) -> None:
    text = "kind: organisation\nschema: 1\ncountry: {} # here\n"
    assert mended(programme, ALBA, text.format(before)) == text.format(after)


def test_references_are_mended_only_where_the_letters_are_the_same(programme: Path) -> None:
    lay(
        programme,
        "pairings/alba-brona/needs.yaml",
        "kind: needs-analysis\nschema: 1\nitems:\n  - {id: first-desk}\n",
    )
    text = (
        "kind: action-plan\nschema: 1\nactions:\n  - {id: a, title: x, answers: [First desk, first-desc]}\n"
    )
    assert mended(programme, PLAN, text) == text.replace("First desk", "first-desk")


def test_a_duplicate_key_leaves_the_file_alone(programme: Path) -> None:
    text = "kind: organisation\nschema: 1\ncountry: EL\ncountry: FR\n"
    assert mended(programme, ALBA, text) == text


@pytest.mark.parametrize(
    ("text", "partial", "day"),
    [
        ("2021/05/03", False, "2021-05-03"),
        ("2021-5-3", False, "2021-05-03"),
        ("25.12.2021", False, "2021-12-25"),
        ("12/25/2021", False, "2021-12-25"),
        ("5.5.2021", False, "2021-05-05"),
        ("05/2021", True, "2021-05"),
        ("2021/5", True, "2021-05"),
        ("05/2021", False, ""),
        ("3.5.2021", False, ""),
        ("2021/05.03", False, ""),
        ("30.2.2021", False, ""),
        ("3.5.21", False, ""),
        ("May 2021", True, ""),
    ],
)
def test_dates_are_read_only_where_no_border_changes_them(text: str, partial: bool, day: str) -> None:
    assert certain.day(text, partial=partial) == day


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Mentee City", "mentee_city"),
        ("mentee_ctiy", "mentee_city"),
        ("atypica", "atypical"),
        ("aypical", ""),
        ("visit_4", ""),
        ("visit_11", ""),
        ("abc", ""),
        ("", ""),
        ("…", ""),
    ],
)
def test_a_word_is_meant_by_one_slip_only_and_never_a_number(word: str, meant: str) -> None:
    assert (
        certain.meant(word, ["mentee_city", "mentor_city", "visit_1", "abd", "typical", "atypical"]) == meant
    )


def test_private_answers_are_neither_mended_nor_shown(programme: Path) -> None:
    text = (
        "kind: needs-analysis\nschema: 1\nprovenance: Invented\n"
        "support:\n  politicians: {current: Hihg, text: the mayor is afraid}\n"
    )
    path = lay(programme, "pairings/alba-brona/needs.yaml", text)
    said = mentorat("check", "--fix", "--diff", cwd=programme)
    assert "+provenance: invented" in said.out
    assert "afraid" not in said.out
    assert "Hihg" not in said.out
    assert path.read_text("utf-8") == text


def test_fix_writes_says_each_and_reports_what_remains(programme: Path) -> None:
    path = lay(programme, ALBA, "\ufeffkind: organisation\r\nschema: 1\r\ncountry: EL # here\r\nnothing: x")
    said = mentorat("check", "--fix", cwd=programme)
    assert (
        path.read_bytes().decode()
        == "\ufeffkind: organisation\r\nschema: 1\r\ncountry: GR # here\r\nnothing: x"
    )
    first, rest = said.out.split("\n", 1)
    assert first == "organisations/alba.yaml:3:10: “country” is now “GR” and no longer “EL”."
    assert "DATA002" in rest
    assert "DATA005" not in rest
    assert said.code == Exit.FINDINGS
    again = mentorat("check", "--fix", cwd=programme)
    assert again.out.startswith("There is nothing that can be mended")


def test_the_exit_code_is_that_of_what_remains(programme: Path) -> None:
    lay(programme, ALBA, "kind: organisation\nschema: 1\nnames: {en: Alba}\ncountry: UK\n")
    assert mentorat("check", "--fix", "--diff", ALBA, cwd=programme).code == Exit.FINDINGS
    assert mentorat("check", "--fix", ALBA, cwd=programme).code == Exit.FINE


def test_diff_writes_nothing_and_shows_the_lines(programme: Path) -> None:
    text = "kind: organisation\nschema: 1\ncountry: UK\nnames: {en: \u202eAlba}\n"
    path = lay(programme, ALBA, text)
    said = mentorat("check", "--fix", "--diff", cwd=programme)
    assert said.out.splitlines()[:3] == [
        "--- a/organisations/alba.yaml",
        "+++ b/organisations/alba.yaml",
        "@@ -1,4 +1,4 @@",
    ]
    assert "-country: UK\n+country: GB\n" in said.out
    assert "⟦U+202E⟧" in said.out
    assert path.read_text("utf-8") == text


def test_diff_has_colours_only_where_they_are_on(programme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(programme, ALBA, "kind: organisation\nschema: 1\ncountry: UK\n")
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[32m+country: GB\x1b[0m" in mentorat("check", "--fix", "--diff", cwd=programme).out


@pytest.mark.parametrize(
    ("named", "touched"),
    [(ALBA, {ALBA}), ("organisations", {ALBA}), ("alba-brona", {PLAN}), (".", {ALBA, PLAN})],
)
def test_only_what_is_named_is_touched(programme: Path, named: str, touched: set[str]) -> None:
    before = {
        ALBA: "kind: organisation\nschema: 1\ncountry: UK\n",
        PLAN: "kind: action-plan\nschema: 1\nversion: 1.0\n",
    }
    for file, text in before.items():
        lay(programme, file, text)
    mentorat("check", "--fix", named, cwd=programme)
    assert {file for file, text in before.items() if (programme / file).read_text("utf-8") != text} == touched


def test_json_holds_the_fix_and_stays_json(programme: Path) -> None:
    lay(
        programme, ALBA, "kind: organisation\nschema: 1\ncountry: UK\ncodes: {lau: 01000}\nnmaes: x\nfoo: y\n"
    )
    outcome = mentorat("check", "--format", "json", ALBA, cwd=programme)
    fixes = [finding["fix"] for finding in json.loads(outcome.out)["findings"]]
    assert {"kind": "set", "key": "country", "value": "GB"} in fixes
    assert {"kind": "quote", "key": "codes.lau", "value": "01000"} in fixes
    assert {"kind": "rename", "key": "nmaes", "value": "names"} in fixes
    assert None in fixes
    after = mentorat("check", "--fix", "--format", "json", ALBA, cwd=programme)
    left = [finding["key"] for finding in json.loads(after.out)["findings"] if finding["code"] == "DATA002"]
    assert left == ["foo"]
    assert "GB" in after.err


def test_it_ends_even_where_fixes_contradict_each_other(
    programme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(programme, ALBA, "kind: organisation\nschema: 1\ncountry: UK\n")
    workspace = Workspace(programme, as_of=DAY, cache=False)
    rounds: list[int] = []

    def back_and_forth(text: str, fix: Fix) -> str:
        rounds.append(1)
        return text

    monkeypatch.setattr(fixing, "apply", back_and_forth)
    fixing.mend(workspace, lambda finding: finding.code == "DATA005")
    assert len(rounds) == fixing.ROUNDS


def test_a_file_changed_in_the_meantime_is_left(programme: Path) -> None:
    path = lay(programme, ALBA, "kind: organisation\nschema: 1\ncountry: UK\n")
    (change,) = fixing.mend(Workspace(programme, as_of=DAY, cache=False), everything)
    path.write_text("kind: organisation\nschema: 1\ncountry: FR\n", "utf-8")
    assert not fixing.write(programme, change)
    assert "FR" in path.read_text("utf-8")


def test_a_link_stays_a_link(programme: Path) -> None:
    real = lay(programme, "organisations/real.yaml", "kind: organisation\nschema: 1\ncountry: UK\n")
    link = programme / "organisations/link.yaml"
    link.symlink_to(real)
    mentorat("check", "--fix", "organisations/link.yaml", cwd=programme)
    assert link.is_symlink()
    assert "GB" in real.read_text("utf-8")


def everything(_: Finding) -> bool:
    return True
