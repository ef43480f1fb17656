"""The command line as people meet it: exit codes, plain sentences, nothing overwritten, no traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mentorat import __version__, resources
from mentorat.cli.app import COMMANDS
from mentorat.cli.exits import Exit
from mentorat.source.reader import read
from tests.cli import mentorat

ANSWERS = ("--name", "Essai", "--theme", "Accueil", "--mentee", "Λιβαδειά", "--mentee-association", "KEDE")


def test_version_is_answered_before_any_import() -> None:
    code = "import sys; sys.argv=['mentorat','--version']; from mentorat.__main__ import main\n"
    code += "try: main()\nexcept SystemExit: pass\nprint('typer' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out == f"mentorat {__version__}\nFalse\n"


def test_check_loads_nothing_heavy(programme: Path) -> None:
    code = "import sys; from mentorat.cli.app import run; run(['-C', sys.argv[1], 'check'])\n"
    code += "print([m for m in ('numpy','scipy','jinja2','babel','rich') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code, str(programme)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_command_explains_itself(command: str, lang: str) -> None:
    outcome = mentorat(command, "--help", lang=lang)
    assert outcome.code == Exit.FINE
    assert ("Usage" in outcome.out) == (lang == "en") or "Utilisation" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["chekc"], Exit.USAGE),
        (["check", "--nonsense"], Exit.USAGE),
        (["check", "--step", "lunch"], Exit.USAGE),
        (["check", "--party", "nobody"], Exit.USAGE),
        (["check", "--format", "pdf"], Exit.USAGE),
        (["check", "--as-of", "tomorrow"], Exit.USAGE),
        (["check", "nowhere.yaml"], Exit.USAGE),
        (["new", "plna", "x"], Exit.USAGE),
        (["new", "visit", "nobody/inspiration"], Exit.USAGE),
        (["new", "practice", "buddies"], Exit.USAGE),
        (["new", "organisation", "Not An Id"], Exit.USAGE),
        (["match", "nobody"], Exit.USAGE),
        (["render", "plan", "nobody"], Exit.USAGE),
        (["explain", "NEED999"], Exit.USAGE),
    ],
)
def test_wrong_use_is_said_in_one_sentence(arguments: list[str], code: int, programme: Path) -> None:
    outcome = mentorat(*arguments, cwd=programme)
    said = outcome.err or outcome.out
    assert outcome.code == code
    assert said.strip()
    assert "Traceback" not in said


def test_without_a_programme_the_way_in_is_named(tmp_path: Path) -> None:
    outcome = mentorat("check", cwd=tmp_path)
    assert outcome.code == Exit.NOTHING
    assert "mentorat init" in outcome.err


def test_check_ends_by_its_findings(programme: Path) -> None:
    (programme / "organisations" / "alba.yaml").write_text(
        "kind: organisation\nschema: 1\nnames: [1\n", "utf-8"
    )
    outcome = mentorat("check", cwd=programme)
    assert outcome.code == Exit.FINDINGS
    assert "organisations/alba.yaml:3:8" in outcome.out
    assert mentorat("check", "--exit-zero", cwd=programme).code == Exit.FINE


def test_json_holds_what_the_contract_says(programme: Path) -> None:
    (programme / "organisations" / "alba.yaml").write_text(
        "kind: organisation\nschema: 1\nnmaes: x\n", "utf-8"
    )
    outcome = mentorat("check", "--format", "json", cwd=programme)
    report = json.loads(outcome.out)
    assert set(report) == {"format", "version", "as_of", "root", "findings", "steps", "summary"}
    finding = next(finding for finding in report["findings"] if finding["code"] == "DATA002")
    assert (finding["line"], finding["column"], finding["end_line"], finding["end_column"]) == (3, 1, 3, 6)
    assert finding["key"] == "nmaes"
    assert "names" in finding["message"]


def test_json_follows_its_schema(programme: Path) -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads((resources.folder("schemas") / "check-report.schema.json").read_text("utf-8"))
    report = json.loads(mentorat("check", "--next", "--format", "json", cwd=programme).out)
    Draft202012Validator(schema).validate(report)


def test_a_format_may_be_named_by_the_ending_of_its_files() -> None:
    example = resources.folder("examples") / "inclucities"
    short = mentorat("match", "capaci-mechelen", "--format", "md", cwd=example)
    assert short.code == Exit.FINE
    assert short.out == mentorat("match", "capaci-mechelen", "--format", "markdown", cwd=example).out


def test_help_is_french_wherever_its_lines_break() -> None:
    for command in COMMANDS:
        out = mentorat(command, "--help", lang="fr").out
        assert "default" not in out.replace("--default", ""), command


def test_several_formats_in_one_run(programme: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "report.json"
    outcome = mentorat("check", "--format", f"json={target}", "--format", "text", cwd=programme)
    assert "As of" in outcome.out
    assert json.loads(target.read_text("utf-8"))["format"] == "mentorat-check/1"


def test_one_party_sees_its_own_list(programme: Path) -> None:
    report = json.loads(mentorat("check", "--party", "mentee_city", "--format", "json", cwd=programme).out)
    assert {finding["party"] for finding in report["findings"]} == {"mentee_city"}


def test_findings_are_limited_to_what_is_named(programme: Path) -> None:
    outcome = mentorat("check", "mentors", "--format", "json", cwd=programme)
    assert all(finding["file"].startswith("mentors/") for finding in json.loads(outcome.out)["findings"])


class TestInit:
    def test_what_it_writes_passes_check(self, tmp_path: Path) -> None:
        assert mentorat("init", "p", *ANSWERS, cwd=tmp_path).code == Exit.FINE
        outcome = mentorat("check", cwd=tmp_path / "p")
        assert outcome.code == Exit.FINE, outcome.out

    def test_missing_answers_are_named(self, tmp_path: Path) -> None:
        outcome = mentorat("init", "p", *ANSWERS[:4], cwd=tmp_path)
        assert outcome.code == Exit.USAGE
        assert "--mentee, --mentee-association" in outcome.err
        assert not (tmp_path / "p").exists()

    def test_answers_come_from_a_file(self, tmp_path: Path) -> None:
        names = [name.removeprefix("--") for name in ANSWERS[::2]]
        text = "\n".join(f"{name}: {value}" for name, value in zip(names, ANSWERS[1::2], strict=True))
        (tmp_path / "a.yaml").write_text(text, "utf-8")
        assert mentorat("init", "p", "--answers", "a.yaml", cwd=tmp_path).code == Exit.FINE
        assert (tmp_path / "p" / "pairings" / "livadeia" / "needs.yaml").is_file()

    def test_nothing_is_overwritten(self, tmp_path: Path) -> None:
        mentorat("init", ".", *ANSWERS, cwd=tmp_path)
        needs = tmp_path / "pairings" / "livadeia" / "needs.yaml"
        needs.write_text("mine", "utf-8")
        outcome = mentorat("init", ".", *ANSWERS, cwd=tmp_path)
        assert needs.read_text("utf-8") == "mine"
        assert "left as it is: pairings/livadeia/needs.yaml" in outcome.out

    def test_a_second_pairing_is_added(self, tmp_path: Path) -> None:
        mentorat("init", ".", *ANSWERS, cwd=tmp_path)
        more = (
            "--theme",
            "Langue",
            "--mentee",
            "Jelgava",
            "--mentee-association",
            "LPS",
            "--mentor",
            "Schaerbeek",
        )
        assert mentorat("init", ".", *more, cwd=tmp_path).code == Exit.FINE
        assert (tmp_path / "pairings" / "jelgava-schaerbeek" / "pairing.yaml").is_file()

    @pytest.mark.parametrize("lang", ["fr", "en"])
    def test_comments_ask_in_the_chosen_language(self, lang: str, tmp_path: Path) -> None:
        mentorat("init", ".", *ANSWERS, cwd=tmp_path, lang=lang)
        needs = (tmp_path / "pairings" / "livadeia" / "needs.yaml").read_text("utf-8")
        assert ("Ville mentorée" in needs) == (lang == "fr")

    def test_yamllint_has_nothing_to_say(self, tmp_path: Path) -> None:
        mentorat(
            "init",
            ".",
            *ANSWERS,
            "--mentor",
            "Malines",
            "--step",
            "review",
            "--ci",
            "github,gitlab",
            cwd=tmp_path,
        )
        config = "{extends: default, rules: {document-start: disable, truthy: {check-keys: false}}}"
        done = subprocess.run(
            [sys.executable, "-m", "yamllint", "-s", "-d", config, "."],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout == ""


@pytest.mark.parametrize(
    ("kind", "name", "file"),
    [
        ("pairing", "capaci-mechelen", "pairings/capaci-mechelen/pairing.yaml"),
        ("mentor", "mechelen", "mentors/mechelen/strengths.yaml"),
        ("practice", "mechelen/buddies", "mentors/mechelen/practices/buddies.yaml"),
        ("visit", "alba-brona/inspiration", "pairings/alba-brona/visits/1-inspiration.yaml"),
        ("network", "alba-brona", "pairings/alba-brona/network.yaml"),
        ("benchmark", "language", "benchmarks/language.yaml"),
        ("organisation", "capaci", "organisations/capaci.yaml"),
        ("plan", "alba-brona", "pairings/alba-brona/plan.yaml"),
    ],
)
def test_new_lays_one_document(kind: str, name: str, file: str, programme: Path) -> None:
    assert mentorat("new", kind, name, cwd=programme).code == Exit.FINE
    assert read((programme / file).read_text("utf-8")).problems == ()
    assert mentorat("new", kind, name, cwd=programme).out.startswith("left as it is")


def test_a_bad_file_never_hides_the_others(programme: Path) -> None:
    def others(report: str) -> list[tuple[str, str, int]]:
        found = json.loads(report)["findings"]
        return sorted((f["code"], f["file"], f["line"]) for f in found if "brona.yaml" not in f["file"])

    before = mentorat("check", "--format", "json", cwd=programme).out
    (programme / "organisations" / "brona.yaml").write_bytes(b"kind: organisation\nnames: \xff\n")
    after = mentorat("check", "--format", "json", cwd=programme).out
    assert [entry for entry in others(before) if entry not in others(after)] == []
