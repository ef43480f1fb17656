"""What Git knows: asked safely of any repository, and never missed where there is none."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
from pathlib import Path

import pytest

from mentorat.checking import check
from mentorat.cli.exits import Exit
from mentorat.findings import Finding, Report
from mentorat.history import (
    MAX_BYTES,
    NO_ANSWER,
    NO_GIT,
    NOT_UNDER_GIT,
    SHALLOW,
    History,
    NoHistory,
    UnknownRevision,
)
from mentorat.workspace import Workspace
from tests.cli import mentorat

DAY = datetime.date(2026, 6, 1)
PLAN = "pairings/alba-brona/plan.yaml"
FINAL = """kind: action-plan
schema: 1
title: A desk for newcomers
date: "2026-03-01"
version: "1.0"
status: final
actions:
  - id: desk
    title: Open one desk
    status: planned
"""
STAMP = "signatures:\n  - {party: mentee_city, function: mayor, date: '2026-03-02', digest: abc}\n"


def git(folder: Path, *words: str) -> str:
    """Git as a person would run it, without the settings of this machine."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    author = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "A"), ("EMAIL", "a@b.example"), ("DATE", "2026-03-05T12:00:00+00:00"))
    }
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", "-C", str(folder), *words],
        env=clean | author | own,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def commit(folder: Path, **texts: str) -> str:
    """Commit the plan with some text, and everything else as it is."""
    if "plan" in texts:
        (folder / PLAN).write_text(texts["plan"], "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(programme: Path) -> Path:
    """The small programme under Git, with a final plan."""
    git(programme, "init", "--quiet", "--initial-branch=main")
    commit(programme, plan=FINAL)
    return programme


def judged(folder: Path) -> Report:
    return check(Workspace(folder, as_of=DAY, cache=False))


def plan018(folder: Path) -> list[Finding]:
    return [finding for finding in judged(folder).findings if finding.code == "PLAN018"]


# ------------------------------------------------------------------ versions of a file


def test_versions_come_latest_first(repository: Path) -> None:
    second = commit(repository, plan=FINAL + "risks: []\n")
    commit(repository)
    versions = History(repository).versions(PLAN)
    assert [version.data.decode() for version in versions] == [FINAL + "risks: []\n", FINAL]
    assert versions[0].commit == second
    assert versions[0].date == datetime.date(2026, 3, 5)
    assert len(History(repository).versions(PLAN, most=1)) == 1


def test_a_programme_inside_a_larger_repository(tmp_path: Path, programme: Path) -> None:
    (programme / PLAN).write_text(FINAL, "utf-8")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    assert [version.data.decode() for version in History(programme).versions(PLAN)] == [FINAL]
    assert History(programme).changed_since("HEAD", [PLAN, "mentorat.yaml"]) == frozenset()


def test_odd_names_are_only_names(repository: Path) -> None:
    for name in ("*.yaml", ":(top)x.yaml", "-x.yaml", "a b 12.yaml", "été.yaml", "x blob 5"):
        (repository / name).write_text(name, "utf-8")
        commit(repository)
        assert [version.data.decode() for version in History(repository).versions(name)] == [name]
    assert History(repository).versions("y blob 5") == []
    assert History(repository).changed_since("HEAD", ["*.yaml", "-x.yaml", "été.yaml"]) == frozenset()


def test_a_file_that_was_away_for_a_while(repository: Path) -> None:
    (repository / PLAN).unlink()
    commit(repository)
    commit(repository, plan=FINAL)
    assert len(History(repository).versions(PLAN)) == 2


def test_what_is_too_large_is_not_read(repository: Path) -> None:
    commit(repository, plan="#" * (MAX_BYTES + 1))
    commit(repository, plan=FINAL)
    assert len(History(repository).versions(PLAN)) == 1
    assert History(repository).changed_since("HEAD~1", [PLAN]) == {PLAN}


def test_a_commit_from_the_far_future(repository: Path) -> None:
    tree = git(repository, "rev-parse", "HEAD^{tree}")
    raw = f"tree {tree}\nauthor A <a@b.example> 0 +0000\ncommitter A <a@b.example> 999999999999 +0000\n\nx\n"
    path = repository / ".git" / "raw"
    path.write_text(raw, "utf-8")
    id_ = git(repository, "hash-object", "-t", "commit", "-w", str(path))
    git(repository, "reset", "--quiet", "--hard", id_)
    assert [version.date for version in History(repository).versions(PLAN)] == [datetime.date(9999, 12, 31)]


# ------------------------------------------------------------------ where there is no history


def test_no_git_here(programme: Path) -> None:
    with pytest.raises(NoHistory, match=NOT_UNDER_GIT):
        History(programme).versions(PLAN)


def test_git_is_not_installed(repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoHistory, match=NO_GIT):
        History(repository).versions(PLAN)


def test_nothing_was_committed_yet(programme: Path) -> None:
    git(programme, "init", "--quiet")
    with pytest.raises(NoHistory, match=NO_ANSWER):
        History(programme).versions(PLAN)


def test_what_only_looks_like_a_repository(programme: Path) -> None:
    (programme / ".git").mkdir()
    with pytest.raises(NoHistory, match=NO_ANSWER):
        History(programme).versions(PLAN)


def test_a_shallow_clone(repository: Path, tmp_path: Path) -> None:
    commit(repository, plan=FINAL + "risks: []\n")
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), "clone")
    clone = History(tmp_path / "clone")
    with pytest.raises(NoHistory, match=SHALLOW):
        clone.versions(PLAN)
    assert clone.changed_since("HEAD", [PLAN]) == frozenset()
    with pytest.raises(UnknownRevision) as caught:
        clone.changed_since("HEAD~1", [PLAN])
    assert caught.value.shallow
    report = judged(tmp_path / "clone")
    assert [(entry.code, entry.because.text) for entry in report.skipped if entry.code == "PLAN018"] == [
        ("PLAN018", SHALLOW)
    ]


# ------------------------------------------------------------------ changed since


def test_changed_is_what_differs_in_the_folder(repository: Path) -> None:
    files = [PLAN, "mentorat.yaml", "organisations/alba.yaml", "new.yaml", "nowhere.yaml"]
    (repository / PLAN).write_text(FINAL + "risks: []\n", "utf-8")
    (repository / "new.yaml").write_text("x", "utf-8")
    (repository / "organisations/alba.yaml").unlink()
    changed = History(repository).changed_since("HEAD", files)
    assert changed == {PLAN, "new.yaml", "organisations/alba.yaml"}


def test_line_ends_of_windows_are_no_change(repository: Path) -> None:
    (repository / PLAN).write_bytes(FINAL.replace("\n", "\r\n").encode())
    assert History(repository).changed_since("HEAD", [PLAN]) == frozenset()


def test_what_others_changed_meanwhile_does_not_count(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "ours")
    git(repository, "checkout", "--quiet", "main")
    commit(repository, plan=FINAL + "risks: []\n")
    git(repository, "checkout", "--quiet", "ours")
    assert History(repository).changed_since("main", [PLAN, "mentorat.yaml"]) == frozenset()


def test_a_repository_with_the_longer_marks(programme: Path) -> None:
    git(programme, "init", "--quiet", "--object-format=sha256")
    commit(programme, plan=FINAL)
    assert History(programme).changed_since("HEAD", [PLAN]) == frozenset()


@pytest.mark.parametrize(
    "word",
    [
        "nowhere",
        "--all",
        "-n1",
        "--output=pwned",
        "HEAD --all",
        "HEAD:mentorat.yaml",
        "a..b",
        "^HEAD",
        "\n",
        "x\0",
    ],
)
def test_a_word_of_the_user_is_never_an_option(word: str, repository: Path) -> None:
    with pytest.raises(UnknownRevision):
        History(repository).changed_since(word, [PLAN])
    assert not list(repository.rglob("pwned*"))


def test_findings_are_limited_to_changed_files(repository: Path) -> None:
    alba = repository / "organisations" / "alba.yaml"
    alba.write_text(alba.read_text("utf-8") + "nmaes: x\n", "utf-8")
    report = json.loads(mentorat("check", "--since", "HEAD", "--format", "json", cwd=repository).out)
    assert {finding["file"] for finding in report["findings"]} == {"organisations/alba.yaml"}
    assert report["steps"]
    nothing = mentorat("check", "--since", "main", "--fail-on", "info", "mentors", cwd=repository)
    assert nothing.code == Exit.FINE


@pytest.mark.parametrize("word", ["nowhere", "--all"])
def test_an_unknown_revision_is_wrong_use(word: str, repository: Path) -> None:
    outcome = mentorat("check", f"--since={word}", cwd=repository)
    assert (outcome.code, outcome.out) == (Exit.USAGE, "")
    assert f"“{word}”" in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_since_needs_git(programme: Path) -> None:
    outcome = mentorat("check", "--since", "HEAD", cwd=programme)
    assert outcome.code == Exit.USAGE
    assert outcome.err == "--since cannot be used, because the programme is not under Git.\n"


# ------------------------------------------------------------------ PLAN018


@pytest.mark.parametrize(
    ("committed", "now", "found"),
    [
        (FINAL, FINAL, False),
        (FINAL, FINAL.replace("one desk", "two desks"), True),
        (FINAL, FINAL.replace("one desk", "two desks").replace("1.0", "1.1"), False),
        (FINAL, FINAL.replace("one desk", "two desks").replace("final", "revised"), True),
        (FINAL, FINAL.replace("  - id: desk", "  # a remark\n  -   id: desk") + "risks:\n", False),
        (
            FINAL,
            FINAL.replace("planned", "done") + "    progress: [{date: '2026-05-01', note: Open}]\n",
            False,
        ),
        (FINAL, FINAL + STAMP, False),
        (FINAL, FINAL + "consultations: [{kind: internal, name: Housing}]\n", False),
        (FINAL, FINAL + "risks: [{id: staff, risk: Nobody is free}]\n", True),
        (FINAL.replace("final", "draft"), FINAL.replace("one desk", "two desks"), False),
        (FINAL.replace("final", "draft") + STAMP, FINAL.replace("one desk", "two desks"), True),
        (FINAL, FINAL.replace("one desk", "two desks").replace('version: "1.0"\n', ""), False),
        ("actions: [", FINAL, False),
    ],
)
def test_a_version_keeps_its_content(committed: str, now: str, found: bool, programme: Path) -> None:
    git(programme, "init", "--quiet")
    commit(programme, plan=committed)
    (programme / PLAN).write_text(now, "utf-8")
    assert bool(plan018(programme)) is found


def test_a_committed_change_is_seen_too(repository: Path) -> None:
    commit(repository, plan=FINAL.replace("one desk", "two desks"))
    (found,) = plan018(repository)
    assert found.key == "version"
    assert found.message.values == {"version": "1.0", "date": "2026-03-05"}
    commit(repository, plan=FINAL.replace("one desk", "two desks").replace("1.0", "2.0"))
    assert not plan018(repository)


def test_an_example_is_compared_with_its_last_version(repository: Path) -> None:
    invented = FINAL + "provenance: invented\n"
    commit(repository, plan=invented)
    commit(repository, plan=invented.replace("one desk", "two desks"))
    assert not plan018(repository)
    (repository / PLAN).write_text(invented.replace("one desk", "no desk"), "utf-8")
    assert plan018(repository)


def test_without_git_the_rule_is_passed_over_in_one_line(programme: Path) -> None:
    (programme / PLAN).write_text(FINAL, "utf-8")
    outcome = mentorat("check", cwd=programme)
    line = next(line for line in outcome.out.splitlines() if "Git" in line)
    assert line.endswith("because the programme is not under Git.")
    assert "PLAN018" not in outcome.out


def test_a_draft_asks_git_nothing(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / PLAN).write_text(FINAL.replace("final", "draft"), "utf-8")
    monkeypatch.setattr(subprocess, "Popen", None)
    assert not [entry for entry in judged(repository).skipped if entry.code == "PLAN018"]


# ------------------------------------------------------------------ hostile repositories


@pytest.fixture
def trap(repository: Path, tmp_path: Path) -> Path:
    """A repository that tries to run a program by every setting that could; the file that would betray it."""
    pwned, script = tmp_path / "pwned", tmp_path / "trap.sh"
    script.write_text(f'#!/bin/sh\necho "$0 $@" >> {pwned}\ncat\nexit 0\n', "utf-8")
    script.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for folder in (hooks, repository / ".git" / "hooks"):
        for hook in ("post-index-change", "post-checkout", "reference-transaction", "fsmonitor-watchman"):
            (folder / hook).write_text(script.read_text("utf-8"), "utf-8")
            (folder / hook).chmod(0o755)
    (repository / ".gitattributes").write_text("*.yaml filter=evil diff=evil merge=evil\n", "utf-8")
    commit(repository)
    settings = {
        "core.fsmonitor": script,
        "core.hooksPath": hooks,
        "core.pager": script,
        "core.sshCommand": script,
        "core.askPass": script,
        "core.editor": script,
        "diff.external": script,
        "diff.evil.command": script,
        "diff.evil.textconv": script,
        "filter.evil.clean": script,
        "filter.evil.smudge": script,
        "filter.evil.process": script,
        "filter.evil.required": "true",
        "merge.evil.driver": script,
        "gpg.program": script,
        "log.showSignature": "true",
        "pager.rev-list": script,
        "pager.cat-file": script,
        "credential.helper": f"!{script}",
        "alias.rev-parse": f"!{script}",
        "alias.rev-list": f"!{script}",
        "alias.cat-file": f"!{script}",
        "protocol.ext.allow": "always",
        "remote.origin.url": f"ext::{script} %S",
        "remote.origin.promisor": "true",
        "remote.origin.partialclonefilter": "blob:none",
        "extensions.partialClone": "origin",
        "core.repositoryFormatVersion": "1",
    }
    for key, value in settings.items():
        git(repository, "config", key, str(value))
    pwned.unlink(missing_ok=True)
    return pwned


def sprung(trap: Path) -> str:
    """What was run, if anything."""
    return trap.read_text("utf-8") if trap.exists() else ""


def test_nothing_of_a_hostile_repository_is_run(trap: Path, repository: Path) -> None:
    (repository / PLAN).write_text(FINAL.replace("one desk", "two desks"), "utf-8")
    for arguments in (("check",), ("check", "--since", "HEAD"), ("check", "--since", "HEAD~1"), ("status",)):
        assert "Traceback" not in mentorat(*arguments, cwd=repository).err
    assert plan018(repository)
    assert History(repository).changed_since("HEAD", [PLAN]) == {PLAN}
    assert sprung(trap) == ""


def test_the_trap_would_spring(trap: Path, repository: Path) -> None:
    """Git asked without care runs the program: the test above proves something."""
    (repository / PLAN).write_text(FINAL + "risks: []\n", "utf-8")
    subprocess.run(["git", "-C", str(repository), "diff", "HEAD"], capture_output=True, check=False)
    assert sprung(trap)


def test_what_is_missing_is_not_fetched(trap: Path, repository: Path) -> None:
    blob = git(repository, "rev-parse", f"HEAD:{PLAN}")
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    History(repository).versions(PLAN)
    History(repository).changed_since("HEAD", [PLAN])
    judged(repository)
    assert sprung(trap) == ""


def test_the_surroundings_point_nowhere_else(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(tmp_path / "trap"))
    assert len(History(repository).versions(PLAN)) == 1


def test_a_git_in_the_programme_is_not_taken(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = repository / "git"
    mine.write_text("#!/bin/sh\ntouch pwned\n", "utf-8")
    mine.chmod(0o755)
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", os.environ["PATH"])))
    assert len(History(repository).versions(PLAN)) == 1
    assert not (repository / "pwned").exists()


def test_looking_changes_nothing(repository: Path) -> None:
    before = {path: path.read_bytes() for path in (repository / ".git").rglob("*") if path.is_file()}
    judged(repository)
    History(repository).changed_since("HEAD", [PLAN])
    assert before == {path: path.read_bytes() for path in (repository / ".git").rglob("*") if path.is_file()}


def test_git_is_given_up_after_a_while(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "bin"
    slow.mkdir()
    (slow / "git").write_text("#!/bin/sh\nexec sleep 30\n", "utf-8")
    (slow / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("mentorat.history.SECONDS", 0.2)
    with pytest.raises(NoHistory, match=NO_ANSWER):
        History(repository).versions(PLAN)
