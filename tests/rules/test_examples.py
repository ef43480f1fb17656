"""Every rule's bad example breaks it and its good example does not: the rules as a specification."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from mentorat.checking import check
from mentorat.findings import Finding
from mentorat.model.documents import KINDS
from mentorat.rules import RULES, completeness, files
from mentorat.rules.examples import FOLDER, Example, example
from mentorat.source.reader import read
from mentorat.workspace import Workspace, guess_kind

BASE = Path(__file__).parent / "base"
PAIRING = "pairings/alba-brona"
CODES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


def place(name: str) -> str:
    return name[1:] if name.startswith("/") else f"{PAIRING}/{name}"


def write(root: Path, name: str, fragment: str) -> None:
    """Put a fragment into a document of the base programme: its top-level keys replace those there."""
    path = root / place(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    new = set(read(fragment).value or {})
    kind = guess_kind(place(name))
    old = path.read_text("utf-8") if path.exists() else f"kind: {kind}\nschema: {1}\n"
    kept, keeping = [], True
    for line in old.splitlines():
        if line and line[0] not in " -#":
            keeping = line.split(":", 1)[0] not in new
        if keeping:
            kept.append(line)
    assert kind in KINDS, name
    path.write_text("\n".join(kept) + "\n" + fragment, "utf-8")


def findings(tmp_path: Path, case: Example, fragment: str) -> list[Finding]:
    """The findings of a rule on the base programme with a fragment put in."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    write(tmp_path, "pairing.yaml", f"step: {case.step}\n")
    for name, text in case.others.items():
        write(tmp_path, name, text)
    write(tmp_path, case.show, fragment)
    workspace = Workspace(tmp_path, as_of=datetime.date(2026, 6, 1), cache=False)
    return [finding for finding in check(workspace).findings if finding.code == case.code]


@pytest.mark.parametrize("code", CODES)
def test_bad_example_breaks_the_rule(code: str, tmp_path: Path) -> None:
    case = example(code)
    assert case
    assert findings(tmp_path, case, case.bad), f"{code} is silent on its bad example"


@pytest.mark.parametrize("code", CODES)
def test_good_example_keeps_the_rule(code: str, tmp_path: Path) -> None:
    case = example(code)
    assert case
    found = findings(tmp_path, case, case.good)
    assert not found, f"{code} on its good example: {[finding.message for finding in found]}"


def test_every_rule_has_an_example() -> None:
    shown = set(CODES)
    generated = {rule.code for rule in (*completeness.RULES, *files.RULES)}
    assert set(RULES) - generated - shown - WITHOUT_EXAMPLE == set()


WITHOUT_EXAMPLE: frozenset[str] = frozenset({"PLAN018"})
"""Rules about what a file alone cannot show, such as its past."""
