"""Ids lead somewhere; names and free text are no ids; one code a place."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from mentorat.checking import check
from mentorat.findings import Finding
from mentorat.workspace import Workspace
from tests.rules.test_examples import BASE, write

CODES = ("DATA010", "PLAN011", "BENC002")


def broken(tmp_path: Path, files: dict[str, str]) -> list[tuple[str, str, object]]:
    """Code, key and suggestion of every reference that leads nowhere."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    for name, fragment in files.items():
        write(tmp_path, name, fragment)
    report = check(Workspace(tmp_path, as_of=datetime.date(2026, 6, 1), cache=False))
    found: list[Finding] = [finding for finding in report.findings if finding.code in CODES]
    return [(finding.code, finding.key, finding.message.values.get("guess")) for finding in found]


def lead(ref: str) -> dict[str, str]:
    return {"plan.yaml": f"actions:\n  - {{id: desk, title: Desk, lead: {{organisation: {ref}}}}}\n"}


@pytest.mark.parametrize("ref", ["alba", "Alba", "ASSOCIATION OF ALBA", "Friends of the river"])
def test_ids_names_and_free_text_are_understood(tmp_path: Path, ref: str) -> None:
    assert not broken(tmp_path, lead(ref))


def test_a_word_of_the_form_of_an_id_must_exist(tmp_path: Path) -> None:
    assert broken(tmp_path, lead("albba")) == [("PLAN011", "actions[0].lead.organisation", "alba")]
    assert broken(tmp_path, lead("river-friends")) == [("PLAN011", "actions[0].lead.organisation", None)]


def test_cities_must_be_known_organisations(tmp_path: Path) -> None:
    files = {"pairing.yaml": "mentee: {city: Town of the Moon}\nmentor: {city: Brona}\n"}
    assert broken(tmp_path, files) == [("DATA010", "mentee.city", None)]


@pytest.mark.parametrize("ref", ["welcome-desk", "brona/welcome-desk", "The desk we saw"])
def test_practices_are_named_with_or_without_their_mentor(tmp_path: Path, ref: str) -> None:
    files = {"visits/2.yaml": f"phase: inspiration\ntransferability:\n  - {{practice: {ref}}}\n"}
    assert not broken(tmp_path, files)


def test_a_practice_of_two_mentors_needs_the_mentor(tmp_path: Path) -> None:
    files = {
        "visits/2.yaml": "phase: inspiration\ntransferability:\n  - {practice: welcome-desk}\n",
        "/mentors/alba/practices/welcome-desk.yaml": "title: Another desk\n",
    }
    assert broken(tmp_path, files) == [("DATA010", "transferability[0].practice", None)]


def test_contacts_are_never_reported(tmp_path: Path) -> None:
    files = {"network.yaml": "members:\n  - {organisation: newcomers-house, person: nobody-knows}\n"}
    assert not broken(tmp_path, files)


def test_a_missing_document_is_reported_once_and_elsewhere(tmp_path: Path) -> None:
    plan = "actions:\n  - {id: desk, title: Desk, answers: [any-need], risks: [any-risk]}\n"
    assert broken(tmp_path, {"plan.yaml": plan}) == [("PLAN011", "actions[0].risks[0]", None)]


def test_key_factors_and_practices_have_rules_of_their_own(tmp_path: Path) -> None:
    files = {
        "/benchmarks/language.yaml": "theme: Language\nkey_factors:\n  - {id: volunteers, title: Volunteers}\n",
        "scope.yaml": "benchmark:\n  used: true\n  file: language\n  selected_key_factors: [volunters]\n"
        "  assessments:\n    - {party: mentee_city, key_factor: volunter}\n",
    }
    codes = {(code, key) for code, key, _ in broken(tmp_path, files)}
    assert ("BENC002", "benchmark.selected_key_factors[0]") in codes
    assert ("DATA010", "benchmark.assessments[0].key_factor") in codes
    assert ("DATA010", "benchmark.selected_key_factors[0]") not in codes
