"""Findings set aside: by comments, by adaptations, by a baseline; and what of it nothing needs."""

from __future__ import annotations

import datetime
import json
import time
from pathlib import Path

import pytest

from mentorat import resources
from mentorat.baseline import FORMAT, BadBaseline, compared, dump, known_in, load
from mentorat.checking import check
from mentorat.cli.exits import Exit
from mentorat.findings import Finding, Known, Report, Severity, State
from mentorat.i18n import translator
from mentorat.selection import Selection
from mentorat.source.reader import read
from mentorat.suppression import MOST_IN_A_FILE, ignores_in
from mentorat.workspace import Workspace
from tests.cli import mentorat
from tests.rules.test_examples import write

DAY = datetime.date(2026, 6, 1)
FOLDER = "pairings/alba-brona"
HEAD = "kind: action-plan\nschema: 1\n"
ACTION = f"{HEAD}actions:\n  - id: desk{{}}\n    title: Open one desk\n"


def judged(root: Path) -> Report:
    return check(Workspace(root, as_of=DAY, cache=False))


def plan(root: Path, text: str) -> Report:
    """The report with a plan of this text, to the byte."""
    (root / FOLDER / "plan.yaml").write_bytes(text.encode())
    return judged(root)


def of(report: Report, code: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.code == code]


def said(finding: Finding) -> str:
    return finding.message.show(translator("en"))


# ------------------------------------------------------------------ reading the comments


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1  # mentorat: ignore[A001] Why not", [(("A001",), "Why not", 1)]),
        ("a: 1  #mentorat:ignore[A001]Why not", [(("A001",), "Why not", 1)]),
        ("a: 1  # mentorat: ignore[A001,B002, C003] Why", [(("A001", "B002", "C003"), "Why", 1)]),
        ("a: 1  # mentorat: ignore[A001] Why\r\nb: 2\r\n", [(("A001",), "Why", 1)]),
        ("# mentorat: ignore[A001] Why\na: 1", [(("A001",), "Why", 2)]),
        ("\ufeff# mentorat: ignore[A001] Why\na: 1", [(("A001",), "Why", 2)]),
        ("# mentorat: ignore[A001] Why\n# Why indeed\n  # mentorat: ignore[B002] Other\na: 1",
         [(("A001",), "Why", 4), (("B002",), "Other", 4)]),
        ("a:\n  - # mentorat: ignore[A001] Why\n    b: 1", [(("A001",), "Why", 3)]),
        ("a: 1 # so\n# mentorat: ignore[A001] Why", [(("A001",), "Why", 3)]),
        ("a: 1  # because # mentorat: ignore[A001] Why # really", [(("A001",), "Why # really", 1)]),
        ("a: [1,  # mentorat: ignore[A001] Why\n  2]", [(("A001",), "Why", 1)]),
        ("a: |  # mentorat: ignore[A001] Why\n  text", [(("A001",), "Why", 1)]),
        ("a: >-  # mentorat: ignore[A001] Why\n  text", [(("A001",), "Why", 1)]),
        ("a: 1  # mentorat: ignore[A001]", [(("A001",), "", 1)]),
        ("a: 1  # mentorat: ignore", [((), "", 1)]),
        ("a: 1  # mentorat: ignore[] Why", [((), "Why", 1)]),
        ("a: 1  # mentorat: ignore it all", [((), "it all", 1)]),
        ("a: 1  # mentorat: ignored", []),
        ("a: 1# mentorat: ignore[A001] Why", []),
        ("a: '1  # mentorat: ignore[A001] Why'", []),
        ('a: "1  # mentorat: ignore[A001] Why"', []),
        ('a: "1  # mentorat: ignore[A001] Why"  # mentorat: ignore[B002] Other', [(("B002",), "Other", 1)]),
        ("'a # mentorat: ignore[A001] Why': 1", []),
        ("a: |\n  text # mentorat: ignore[A001] Why\n  # mentorat: ignore[A001] Why\nb: 1", []),
        ("a: >\n  text\n\n  # mentorat: ignore[A001] Why\n# mentorat: ignore[B002] Other\nb: 1",
         [(("B002",), "Other", 6)]),
        ("- 'x # mentorat: ignore[A001] Why'", []),
        ("'x # mentorat: ignore[A001] Why'", []),
        ("a: [", []),
        ("# mentorat: ignore[A001] Why\na: [", []),
    ],
)  # fmt: skip
def test_comments_are_told_from_answers(text: str, found: list[tuple[tuple[str, ...], str, int]]) -> None:
    tree = read(text, places=True).positions
    assert [(ignore.codes, ignore.reason, ignore.line) for ignore in ignores_in(text, tree)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call me <!-- mentorat: ignore[A001] Why --> or not", [(("A001",), "Why", 1)]),
        ("<!-- mentorat: ignore[A001] Why -->\nCall me", [(("A001",), "Why", 2)]),
        ("# mentorat: ignore[A001] Why\nCall me", []),
        ("<!-- mentorat: ignore[A001] Why\nCall me -->", []),
    ],
)
def test_comments_in_markdown(text: str, found: list[tuple[tuple[str, ...], str, int]]) -> None:
    tree = read(text, places=True).positions
    assert [(i.codes, i.reason, i.line) for i in ignores_in(text, tree, markdown=True)] == found


def test_places_of_a_comment() -> None:
    text = "a: é  # mentorat: ignore[A001] Why  \n"
    (ignore,) = ignores_in(text, read(text, places=True).positions)
    span = ignore.span
    assert (span.line, span.column, span.end_line, span.end_column) == (1, 7, 1, 35)
    assert text[span.start : span.end] == "# mentorat: ignore[A001] Why"


@pytest.mark.parametrize(
    "line",
    [
        "# mentorat: ignore[",
        "<!-- mentorat: ignore[",
        "#" + " " * 100,
        "# mentorat: ignore[A] x ",
        "<!-- mentorat:",
    ],
)
@pytest.mark.parametrize("glue", ["", "\n"])
def test_hostile_texts_are_read_in_time(line: str, glue: str) -> None:
    text = (line + glue) * (1_000_000 // len(line))
    tree = read("a: 1", places=True).positions
    start = time.perf_counter()
    for markdown in (False, True):
        assert len(list(ignores_in(text, tree, markdown=markdown))) <= MOST_IN_A_FILE
    assert time.perf_counter() - start < 5


# ------------------------------------------------------------------ setting aside


@pytest.mark.parametrize(
    "text",
    [
        ACTION.format("  # mentorat: ignore[PLAN003] Too early"),
        ACTION.replace("  - id", "  # mentorat: ignore[PLAN003] Too early\n  - id").format(""),
        ACTION.format("  # mentorat: ignore[PLAN004, PLAN003] Too early"),
        ACTION.format("  # mentorat: ignore[PLAN003] Too early").replace("\n", "\r\n"),
        "\ufeff" + ACTION.format("  # mentorat: ignore[PLAN003] Too early"),
    ],
)
def test_a_comment_sets_a_finding_aside(text: str, programme: Path) -> None:
    report = plan(programme, text)
    (finding,) = of(report, "PLAN003")
    assert (finding.state, finding.severity) == (State.WAIVED, Severity.INFO)
    assert (finding.suppressed_by, finding.reason) == ("inline", "Too early")
    assert not of(report, "WAIV001")


@pytest.mark.parametrize(
    "text",
    [
        ACTION.format("") + "    notes: '# mentorat: ignore[PLAN003] Too early'\n",
        ACTION.format("") + "    # mentorat: ignore[PLAN003] Too late\n",
        ACTION.format("  # mentorat: ignore[PLAN004] Another rule"),
        ACTION.format("  # mentorat: ignore[PLAN003]"),
        ACTION.format("  # mentorat: ignore Too early"),
    ],
)
def test_what_does_not_set_aside(text: str, programme: Path) -> None:
    (finding,) = of(plan(programme, text), "PLAN003")
    assert (finding.state, finding.suppressed_by, finding.reason) == (State.OPEN, "", "")


@pytest.mark.parametrize(
    "text",
    [
        "titel: Welcome  # mentorat: ignore[DATA002] Ours\n",
        "# mentorat: ignore[DATA002] Ours\ntitel: Welcome\n",
        "titel:  # mentorat: ignore[DATA002] Ours\n  en: Welcome\n",
        "titel: |  # mentorat: ignore[DATA002] Ours\n  Welcome\n",
        "titel: >-  # mentorat: ignore[DATA002] Ours\n  Welcome\n\n  to all\n",
    ],
)
def test_faults_of_files_can_be_set_aside_too(text: str, programme: Path) -> None:
    (finding,) = of(plan(programme, HEAD + text), "DATA002")
    assert finding.suppressed_by == "inline"


@pytest.mark.parametrize(
    "text",
    [
        "notes: >-  # mentorat: ignore[PRIV001] Invented\n  Write to\n  jane.doe@alba.example\n",
        "# mentorat: ignore[PRIV001] Invented\nnotes: >-\n  Write to\n  jane.doe@alba.example\n",
        "notes: 'Write to\n  jane.doe@alba.example'  # mentorat: ignore[PRIV001] Invented\n",
        "notes: x  # jane.doe@alba.example mentorat # mentorat: ignore[PRIV001] Invented\n",
    ],
)
def test_a_false_alarm_in_a_long_text_is_ignored_at_its_ends(text: str, programme: Path) -> None:
    (finding,) = of(plan(programme, HEAD + text), "PRIV001")
    assert (finding.suppressed_by, finding.waivable) == ("inline", False)


def test_a_false_alarm_in_markdown(programme: Path) -> None:
    text = "Hello\n\nWrite to jane.doe@alba.example <!-- mentorat: ignore[PRIV001] Invented -->\njoe.black@alba.example\n"
    (programme / FOLDER / "notes.md").write_text(text, "utf-8")
    report = judged(programme)
    assert [(finding.span.line, finding.suppressed_by) for finding in of(report, "PRIV001")] == [
        (4, ""),
        (3, "inline"),
    ]
    assert not of(report, "WAIV001")


def test_contacts_written_as_text_are_still_looked_at(programme: Path) -> None:
    (programme / FOLDER / "contacts.md").write_text("jane.doe@alba.example\n", "utf-8")
    assert of(judged(programme), "PRIV001")


def test_a_reason_tells_nothing_private(programme: Path) -> None:
    text = "notes: jane.doe@alba.example  # mentorat: ignore[PRIV001] joe.black@alba.example agreed\n"
    found = of(plan(programme, HEAD + text), "PRIV001")
    assert [finding.suppressed_by for finding in found] == ["inline", "inline"]
    assert all("joe.black" not in finding.reason for finding in found)


def test_a_rule_that_holds_always_is_not_ignored(programme: Path) -> None:
    text = ACTION.format("") + "    lead: {organisation: brona}  # mentorat: ignore[PLAN008] They offered\n"
    report = plan(programme, text)
    assert [finding.state for finding in of(report, "PLAN008")] == [State.OPEN]
    (fault,) = of(report, "WAIV001")
    assert (fault.severity, said(fault)) == (Severity.WARNING, "Rule PLAN008 cannot be set aside.")


def test_pairing_and_comment_may_say_the_same(programme: Path) -> None:
    waiver = "adaptations:\n  - {kind: rule_waiver, rule: PLAN003, reason: Agreed in May}\n"
    write(programme, "pairing.yaml", waiver)
    report = plan(programme, ACTION.format("  # mentorat: ignore[PLAN003] Too early"))
    (finding,) = of(report, "PLAN003")
    assert (finding.suppressed_by, finding.reason) == ("pairing", "Agreed in May")
    assert not of(report, "WAIV001")


def test_what_is_set_aside_counts_as_done(programme: Path) -> None:
    def done(text: str) -> dict[str, tuple[int, int]]:
        return {step.step: (step.done, step.total) for step in plan(programme, text).steps if step.pairing}

    text = ACTION.format("") + ACTION.format("").split("actions:\n")[1].replace("desk", "bus")
    ignore = "  # mentorat: ignore[PLAN010] Beside the needs"
    write(programme, "needs.yaml", "items:\n  - {id: one, title: One}\n")
    before, one = done(text), done(text.replace("id: desk", f"id: desk{ignore}"))
    both = done(text.replace("id: desk", f"id: desk{ignore}").replace("id: bus", f"id: bus{ignore}"))
    assert one == before
    assert sum(n for n, _ in both.values()) == sum(n for n, _ in before.values()) + 1


# ------------------------------------------------------------------ what nothing needs


@pytest.mark.parametrize(
    ("comment", "sentence", "severity"),
    [
        ("ignore[PLAN013] Dates are open", "PLAN013 is ignored here, but nothing breaks it.", Severity.INFO),
        (
            "ignore[PLAN003]",
            "This comment gives no reason, so it sets nothing aside: PLAN003.",
            Severity.WARNING,
        ),
        ("ignore Too early", "This comment names no rule, so it sets nothing aside.", Severity.WARNING),
        ("ignore[plan003] Early", "There is no rule plan003. Did you mean PLAN003?", Severity.WARNING),
        ("ignore[XXXX] Early", "There is no rule XXXX.", Severity.WARNING),
    ],
)
def test_useless_comments(comment: str, sentence: str, severity: Severity, programme: Path) -> None:
    report = plan(programme, ACTION.format(f"  # mentorat: {comment}"))
    (finding,) = of(report, "WAIV001")
    assert (said(finding), finding.severity) == (sentence, severity)
    assert (finding.file, finding.span.line, finding.span.column) == (f"{FOLDER}/plan.yaml", 4, 15)
    assert finding.mend.show(translator("en"))


def test_each_code_is_judged_by_itself(programme: Path) -> None:
    report = plan(programme, ACTION.format("  # mentorat: ignore[PLAN003, PLAN013] Too early"))
    assert [said(finding) for finding in of(report, "WAIV001")] == [
        "PLAN013 is ignored here, but nothing breaks it."
    ]


def test_what_does_not_count_yet_may_be_ignored_ahead(programme: Path) -> None:
    write(programme, "pairing.yaml", "step: match\n")
    assert not of(plan(programme, ACTION.format("  # mentorat: ignore[FOLL002] Later")), "WAIV001")


def test_what_could_not_be_judged_may_be_needed(programme: Path) -> None:
    (programme / FOLDER / "scope.yaml").write_text("kind: [", "utf-8")
    report = plan(programme, ACTION.format("  # mentorat: ignore[PLAN009] Too early"))
    assert "PLAN009" in {skipped.code for skipped in report.skipped}
    assert not of(report, "WAIV001")


def test_a_comment_about_comments(programme: Path) -> None:
    text = "  # mentorat: ignore[PLAN013, WAIV001] Dates will come"
    (finding,) = of(plan(programme, ACTION.format(text)), "WAIV001")
    assert finding.suppressed_by == "inline"
    (finding,) = of(plan(programme, ACTION.format("  # mentorat: ignore[WAIV001] Nothing")), "WAIV001")
    assert said(finding) == "WAIV001 is ignored here, but nothing breaks it."


def test_a_file_that_cannot_be_read_is_not_silenced(programme: Path) -> None:
    report = plan(programme, "kind: [  # mentorat: ignore[DATA001] Soon\n")
    assert [finding.state for finding in of(report, "DATA001")] == [State.OPEN]
    assert not of(report, "WAIV001")


def test_an_unreadable_pairing_does_no_harm(programme: Path) -> None:
    (programme / FOLDER / "pairing.yaml").write_text("kind: [", "utf-8")
    assert of(plan(programme, ACTION.format("  # mentorat: ignore[PLAN003] Too early")), "DATA001")


# ------------------------------------------------------------------ fingerprints


def test_a_mark_stays_while_the_rest_moves(programme: Path) -> None:
    def marks(text: str) -> dict[tuple[str, str], str]:
        return {
            (f.code, f.trail): f.fingerprint
            for f in plan(programme, text).findings
            if f.file.endswith("plan.yaml")
        }

    before = marks(ACTION.format(""))
    moved = ACTION.format("").replace("actions:\n", "actions:\n  - {id: bus, title: A bus}\n\n")
    aside = ACTION.format("  # mentorat: ignore[PLAN003] Too early")
    assert before.items() <= marks(moved).items()
    assert before.items() <= marks(aside).items()
    assert len(set(marks(moved).values())) == len(marks(moved))


def test_marks_do_not_depend_on_what_is_shown(programme: Path) -> None:
    report = plan(programme, ACTION.format(""))
    part = Selection(files=(f"{FOLDER}/plan.yaml",)).apply(report)
    assert {finding.fingerprint for finding in part.findings} < {f.fingerprint for f in report.findings}


# ------------------------------------------------------------------ the baseline


def test_a_baseline_marks_and_drops_nothing(programme: Path) -> None:
    report = plan(programme, ACTION.format("  # mentorat: ignore[PLAN003] Too early"))
    after = compared(report, known_in(report))
    assert len(after.findings) == len(report.findings)
    assert not after.open
    assert not after.gone
    known = [finding for finding in after.findings if finding.suppressed_by == "baseline"]
    assert len(known) == len(report.open)
    assert {finding.severity for finding in known} >= {Severity.ERROR, Severity.WARNING}
    assert [finding.suppressed_by for finding in of(after, "PLAN003")] == ["inline"]


def test_only_what_is_new_counts(programme: Path) -> None:
    known = known_in(plan(programme, ACTION.format("")))
    text = ACTION.format("").replace("actions:\n", "actions:\n  - {id: bus, title: A bus}\n")
    after = compared(plan(programme, text), known)
    assert {finding.trail.split("/")[1] for finding in after.open} == {"bus"}


def test_what_is_mended_is_named(programme: Path) -> None:
    known = known_in(plan(programme, ACTION.format("")))
    after = compared(plan(programme, ACTION.format("\n    expected_results: [More talks]")), known)
    assert [(entry.code, entry.file) for entry in after.gone] == [("PLAN003", f"{FOLDER}/plan.yaml")]
    assert Selection(files=("mentors",)).apply(after).gone == ()


def test_rules_that_hold_always_stay_out_of_it(programme: Path) -> None:
    report = plan(programme, ACTION.format("") + "    lead: {organisation: brona}\n")
    known = known_in(report)
    assert "PLAN008" not in {entry.code for entry in known}
    forged = [Known(finding.fingerprint, finding.code, finding.file) for finding in report.findings]
    assert [finding.code for finding in compared(report, forged).open] == ["PLAN008"]


def test_written_and_read_again(tmp_path: Path) -> None:
    entries = [Known("b" * 32, "PLAN003", "é.yaml"), Known("a" * 32, "PLAN001", "x.yaml")]
    path = tmp_path / "known.json"
    path.write_text(dump(entries), "utf-8")
    assert load(path) == tuple(sorted(entries, key=lambda entry: entry.file))
    assert dump(entries) == dump(reversed(entries))
    assert json.loads(dump(entries))["format"] == FORMAT
    assert json.loads(dump([])) == {"format": FORMAT, "findings": []}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": "mentorat-baseline/2", "findings": []}',
        f'{{"format": "{FORMAT}", "findings": null}}',
        f'{{"format": "{FORMAT}", "findings": ["x"]}}',
        f'{{"format": "{FORMAT}", "findings": [{{"fingerprint": 1, "code": "A", "file": "b"}}]}}',
        "[" * 100_000,
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_a_bad_baseline(text: str, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, "latin-1")
    with pytest.raises(BadBaseline):
        load(path)


def test_the_way_to_a_clean_check(programme: Path) -> None:
    (programme / FOLDER / "plan.yaml").write_text(ACTION.format(""), "utf-8")
    assert mentorat("check", cwd=programme).code == Exit.FINDINGS
    written = mentorat("check", "--write-baseline", "known.json", "mentors", cwd=programme)
    assert written.code == Exit.FINE
    assert "known.json" in written.err
    stored = (programme / "known.json").read_text("utf-8")
    outcome = mentorat("check", "--strict", "--baseline", "known.json", cwd=programme)
    assert outcome.code == Exit.FINE
    assert "known from the baseline" in outcome.out
    assert "known PLAN003" in outcome.out
    (programme / FOLDER / "plan.yaml").write_text(
        ACTION.format("\n    expected_results: [More talks]"), "utf-8"
    )
    outcome = mentorat("check", "--baseline", "known.json", "--write-baseline", "known.json", cwd=programme)
    assert f"1 entry of the baseline no longer occurs: PLAN003 {FOLDER}/plan.yaml." not in outcome.out
    fewer = (programme / "known.json").read_text("utf-8")
    assert len(fewer.splitlines()) == len(stored.splitlines()) - 1


def test_one_line_names_what_is_gone(programme: Path) -> None:
    (programme / FOLDER / "plan.yaml").write_text(ACTION.format(""), "utf-8")
    mentorat("check", "--write-baseline", "known.json", cwd=programme)
    (programme / FOLDER / "plan.yaml").write_text(
        ACTION.format("\n    expected_results: [More talks]"), "utf-8"
    )
    out = mentorat("check", "--baseline", "known.json", cwd=programme).out
    assert f"1 entry of the baseline no longer occurs: PLAN003 {FOLDER}/plan.yaml." in out.splitlines()


@pytest.mark.parametrize("content", [None, "{}"])
def test_a_baseline_that_cannot_be_read_is_wrong_use(content: str | None, programme: Path) -> None:
    if content:
        (programme / "known.json").write_text(content, "utf-8")
    outcome = mentorat("check", "--baseline", "known.json", cwd=programme)
    assert (outcome.code, outcome.out) == (Exit.USAGE, "")
    assert outcome.err.startswith("known.json ")
    assert len(outcome.err.splitlines()) == 1


# ------------------------------------------------------------------ formats


@pytest.fixture
def aside(programme: Path) -> Path:
    """One finding set aside by each of the three ways."""
    (programme / FOLDER / "plan.yaml").write_text(
        ACTION.format("  # mentorat: ignore[PLAN003] Too early"), "utf-8"
    )
    write(
        programme,
        "pairing.yaml",
        "adaptations:\n  - {kind: rule_waiver, rule: PLAN004, reason: Agreed in May}\n",
    )
    mentorat("check", "--write-baseline", "known.json", cwd=programme)
    return programme


def test_json_tells_what_set_a_finding_aside(aside: Path) -> None:
    from jsonschema import Draft202012Validator

    report = json.loads(mentorat("check", "--baseline", "known.json", "--format", "json", cwd=aside).out)
    schema = json.loads((resources.folder("schemas") / "check-report.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(report)
    by = {finding["code"]: finding["suppressed_by"] for finding in report["findings"]}
    assert (by["PLAN003"], by["PLAN004"], by["PLAN005"]) == ("inline", "pairing", "baseline")
    assert {finding["state"] for finding in report["findings"] if finding["suppressed_by"]} == {"waived"}


def test_sarif_suppresses_in_source_and_outside(aside: Path) -> None:
    run = json.loads(mentorat("check", "--baseline", "known.json", "--format", "sarif", cwd=aside).out)[
        "runs"
    ][0]
    kinds = {result["ruleId"]: result["suppressions"][0] for result in run["results"]}
    assert kinds["PLAN003"] == {"kind": "inSource", "justification": "Too early"}
    assert kinds["PLAN004"] == {"kind": "external", "justification": "Agreed in May"}
    assert kinds["PLAN005"] == {"kind": "external", "justification": "Known from the baseline."}


@pytest.mark.parametrize("name", ["text", "summary", "gitlab", "junit", "github"])
def test_other_formats_say_it_in_words(name: str, aside: Path) -> None:
    out = mentorat("check", "--baseline", "known.json", "--format", name, cwd=aside).out
    assert ("Nothing is wrong" if name == "github" else "nown") in out
    assert "failure " not in out
