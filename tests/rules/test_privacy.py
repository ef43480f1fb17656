"""What people's data are allowed where, and that no report repeats them."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest

from mentorat.checking import check
from mentorat.findings import Finding
from mentorat.i18n import translator
from mentorat.workspace import Workspace
from tests.rules.test_examples import BASE, write

ADDRESS = "a.person@town.example"


def findings(tmp_path: Path, files: dict[str, str], code: str) -> list[Finding]:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    for name, fragment in files.items():
        if name.endswith(".yaml"):
            write(tmp_path, name, fragment)
        else:
            (tmp_path / name).write_text(fragment, "utf-8")
    report = check(Workspace(tmp_path, as_of=datetime.date(2026, 6, 1), cache=False))
    return [finding for finding in report.findings if finding.code.startswith(code)]


def places(found: list[Finding]) -> list[tuple[str, str, int, int]]:
    return [(finding.file, finding.key, finding.span.line, finding.span.column) for finding in found]


def test_an_address_is_shown_where_it_stands(tmp_path: Path) -> None:
    files = {
        "plan.yaml": f"title: Plan\nactions:\n  - {{id: desk, title: Ask {ADDRESS}}}\n# or {ADDRESS}\n",
        "README.md": f"# Programme\n\nWrite to {ADDRESS}.\n",
    }
    assert places(findings(tmp_path, files, "PRIV001")) == [
        ("README.md", "", 3, 10),
        ("pairings/alba-brona/plan.yaml", "actions[0].title", 5, 27),
        ("pairings/alba-brona/plan.yaml", "", 6, 6),
    ]


def test_no_finding_repeats_an_address(tmp_path: Path) -> None:
    files = {
        "network.yaml": f"members:\n  - {{organisation: newcomers-house, email: {ADDRESS}, person: 01 23 45 67 89}}\n"
    }
    found = findings(tmp_path, files, "")
    assert {"PRIV001", "DATA002"} <= {finding.code for finding in found}
    say = translator("en")
    for finding in found:
        shown = json.dumps(
            [finding.line_text, finding.message.show(say), finding.mend.show(say)], default=str
        )
        assert "person@town" not in shown
        assert "23 45" not in shown


def test_a_broken_file_is_still_searched(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "pairings/alba-brona/plan.yaml").write_text(f"kind: [\n# {ADDRESS}\n", "utf-8")
    report = check(Workspace(tmp_path, as_of=datetime.date(2026, 6, 1), cache=False))
    assert [finding.span.line for finding in report.findings if finding.code == "PRIV001"] == [2]


@pytest.mark.parametrize(
    "files",
    [
        {"/mentorat.yaml": "privacy: {shared_mailboxes: [Desk.One@town.example]}\n", "plan.yaml": "title: desk.one@town.example\n"},
        {"/organisations/alba.yaml": "mailbox: info@town.example\n"},
        {"/mentors/brona/practices/welcome-desk.yaml": "contact: {mailbox: service.integration@town.example}\n"},
    ],
)  # fmt: skip
def test_shared_mailboxes_are_allowed(tmp_path: Path, files: dict[str, str]) -> None:
    assert not findings(tmp_path, files, "PRIV001")


def test_a_mailbox_with_a_persons_address_is_none(tmp_path: Path) -> None:
    assert findings(tmp_path, {"/organisations/alba.yaml": f"mailbox: {ADDRESS}\n"}, "PRIV001")


def test_contacts_are_not_read(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "contacts.yaml").write_text(f"kind: contacts\nschema: 1\n# {ADDRESS}\n", "utf-8")
    assert not findings(tmp_path, {}, "PRIV001")


@pytest.mark.parametrize(("count", "found"), [(3, 1), (9, 1), (10, 0), (0, 0)])
def test_small_groups(tmp_path: Path, count: int, found: int) -> None:
    text = f"local_context:\n  status_groups:\n    - {{group: Refugees, count: {count}}}\n"
    assert len(findings(tmp_path, {"needs.yaml": text}, "PRIV003")) == found


def test_the_programme_sets_the_smallest_group(tmp_path: Path) -> None:
    text = "local_context:\n  status_groups:\n    - {group: Refugees, count: 15}\n"
    files = {"needs.yaml": text, "/mentorat.yaml": "privacy: {threshold: 20}\n"}
    assert len(findings(tmp_path, files, "PRIV003")) == 1


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("{organisation: newcomers-house, person: chair-one, represents: [migrants]}", 0),
        ("{person: chair-one, represents: [migrants]}", 1),
        ("{organisation: newcomers-house, person: A. Member, represents: [migrants]}", 1),
        ("{organisation: newcomers-house, person: A. Member, represents: [business]}", 0),
        ("{organisation: newcomers-house, political_opinion: green}", 1),
        ("{organisation: newcomers-house, colour: green}", 0),
    ],
)
def test_sensitive_data_of_persons(tmp_path: Path, entry: str, found: int) -> None:
    assert len(findings(tmp_path, {"network.yaml": f"members:\n  - {entry}\n"}, "PRIV004")) == found


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("{name_or_office: Mayor, party: Green list}", 0),
        ("{name_or_office: Deputy Mayor, party: Green list}", 0),
        ("{name_or_office: Anna Example, party: Green list}", 1),
        ("{name_or_office: Anna Example, party: Green list, elected: true}", 0),
        ("{name_or_office: Anna Example}", 0),
        ("{name_or_office: Head of housing, party: Green list, elected: false}", 1),
    ],
)
def test_party_of_a_person(tmp_path: Path, entry: str, found: int) -> None:
    files = {"pairing.yaml": f"commitment:\n  political:\n    - {entry}\n"}
    assert len(findings(tmp_path, files, "PRIV006")) == found
