"""Borderline cases of the rules on plan, approval, follow-up and adaptations."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from mentorat.checking import check
from mentorat.findings import Finding, Severity, State
from mentorat.workspace import Workspace
from tests.rules.test_examples import BASE, write

ACTION = "actions:\n  - {id: desk, title: Desk"


def findings(tmp_path: Path, files: dict[str, str], *codes: str) -> list[Finding]:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    for name, fragment in files.items():
        write(tmp_path, name, fragment)
    report = check(Workspace(tmp_path, as_of=datetime.date(2026, 6, 1), cache=False))
    return [finding for finding in report.findings if finding.code in codes]


def codes(found: list[Finding]) -> set[str]:
    return {finding.code for finding in found}


BOTH = "mentee: {city: alba, association: alba-association}\nmentor: {city: brona, association: alba-association}\n"
TEAM = "mentor:\n  city: brona\n  team:\n    - {organisation: newcomers-house}\n"
HELPED = "mentee: {city: alba, association: guide-office}\nfacilitators:\n  - {organisation: guide-office}\n"


@pytest.mark.parametrize(
    ("lead", "pairing", "found"),
    [
        ("alba", "", set[str]()),
        ("brona", "", {"PLAN008"}),
        ("Brona", "", {"PLAN008"}),
        ("brona-association", "", {"PLAN008"}),
        ("newcomers-house", "", set()),
        ("newcomers-house", TEAM, {"PLAN008"}),
        ("alba-association", BOTH, set()),
        ("guide-office", "facilitators:\n  - {organisation: Guide Office}\n", {"PLAN023"}),
        ("guide-office", HELPED, set()),
        ("Somebody else", "", set()),
    ],
)
def test_who_may_lead(tmp_path: Path, lead: str, pairing: str, found: set[str]) -> None:
    files = {"plan.yaml": f"{ACTION}, lead: {{organisation: {lead}}}}}\n"}
    files |= {"pairing.yaml": pairing} if pairing else {}
    assert codes(findings(tmp_path, files, "PLAN008", "PLAN023")) == found


def test_the_mentor_never_leads_whatever_the_purpose_and_the_waivers(tmp_path: Path) -> None:
    pairing = "purpose: review\nstate: ended\nadaptations:\n  - {kind: rule_waiver, rule: PLAN008, reason: Because}\n"
    files = {"plan.yaml": f"{ACTION}, lead: {{organisation: brona}}}}\n", "pairing.yaml": pairing}
    found = findings(tmp_path, files, "PLAN008", "ADAP002")
    assert [(finding.code, finding.state, finding.severity) for finding in found] == [
        ("ADAP002", State.OPEN, Severity.ERROR),
        ("PLAN008", State.OPEN, Severity.ERROR),
    ]


def test_a_facilitator_may_lead_with_a_reason(tmp_path: Path) -> None:
    pairing = (
        "facilitators:\n  - {organisation: guide-office}\n"
        "adaptations:\n  - {kind: rule_waiver, rule: PLAN023, reason: It runs the desk since 2019.}\n"
    )
    files = {"plan.yaml": f"{ACTION}, lead: {{organisation: guide-office}}}}\n", "pairing.yaml": pairing}
    assert [finding.state for finding in findings(tmp_path, files, "PLAN023")] == [State.WAIVED]


def test_columns_weigh_more_once_the_plan_is_to_be_final(tmp_path: Path) -> None:
    for step, severity in (
        ("visit_2", Severity.WARNING),
        ("visit_3", Severity.WARNING),
        ("approve", Severity.ERROR),
    ):
        found = findings(
            tmp_path, {"plan.yaml": f"{ACTION}}}\n", "pairing.yaml": f"step: {step}\n"}, "PLAN004"
        )
        assert [finding.severity for finding in found] == [severity]


def test_a_dropped_action_is_left_in_peace(tmp_path: Path) -> None:
    files = {"plan.yaml": f"{ACTION}, status: dropped}}\n"}
    assert not findings(tmp_path, files, "PLAN003", "PLAN004", "PLAN005", "PLAN006", "PLAN007", "FOLL002")


def test_no_plan_gives_one_finding(tmp_path: Path) -> None:
    found = findings(tmp_path, {}, *(f"PLAN{number:03}" for number in range(30)), "APPR001", "APPR005")
    assert codes(found) == {"PLAN002"}


def test_only_needs_in_scope_must_be_taken_up(tmp_path: Path) -> None:
    files = {
        "needs.yaml": "items:\n  - {id: one, title: One}\n  - {id: two, title: Two}\n  - {id: three, title: Three}\n",
        "scope.yaml": "objectives:\n  - {id: first, needs: [one, two]}\n  - {id: second, needs: [three]}\n"
        "focus_objectives: [first]\n",
        "plan.yaml": f"{ACTION}, answers: [two]}}\n",
    }
    assert [finding.key for finding in findings(tmp_path, files, "PLAN009")] == ["items[0]"]


@pytest.mark.parametrize(
    ("schedule", "found"),
    [
        ("{start: 2026, end: 2026}", 0),
        ("{start: '2026-05', end: 2026}", 0),
        ("{start: '2026-05', end: 2025}", 1),
    ],
)
def test_dates_as_precise_as_they_are_known(tmp_path: Path, schedule: str, found: int) -> None:
    files = {"plan.yaml": f"{ACTION}, schedule: {schedule}}}\n"}
    assert len(findings(tmp_path, files, "PLAN013")) == found


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("Training of our staff", 1),
        ("{fr: Formation des agents}", 1),
        ("Cabinet de conseil", 1),
        ("Présente son conseil municipal des enfants", 0),
        ("Gives information and comments on drafts", 0),
        ("Is consulted on the draft", 0),
    ],
)
def test_a_mentor_is_no_contractor(tmp_path: Path, part: str, found: int) -> None:
    files = {"plan.yaml": f"{ACTION}, resources: {{partners: [{{organisation: brona, part: {part}}}]}}}}\n"}
    assert len(findings(tmp_path, files, "PLAN020")) == found


@pytest.mark.parametrize(
    ("body", "foreseen", "found"),
    [
        ("Municipal council", "{body: The municipal council of Alba}", 1),
        ("alba", "{body: Council, organisation: Alba}", 0),
        ("Alba", "{role_or_person: Mayor of Alba}", 1),
        ("the MUNICIPAL council", "{body: The municipal council}", 0),
        ("Board of trade", "{body: Municipal council}", 1),
    ],
)
def test_the_approver_was_foreseen(tmp_path: Path, body: str, foreseen: str, found: int) -> None:
    files = {
        "plan.yaml": f"{ACTION}}}\n",
        "needs.yaml": f"plan_approval:\n  - {foreseen}\n",
        "follow-up.yaml": f"approval: {{body: {body}, date: '2026-03-20', decision: approved}}\n",
    }
    assert len(findings(tmp_path, files, "APPR003")) == found


def test_an_exchange_still_to_come_is_not_the_last_one(tmp_path: Path) -> None:
    text = "rhythm: monthly\nexchanges:\n  - {date: '2026-01-10'}\n  - {date: '2026-09-01'}\n"
    assert [finding.key for finding in findings(tmp_path, {"follow-up.yaml": text}, "FOLL001")] == [
        "exchanges[0].date"
    ]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("{kind: rule_waiver, rule: VISI005, reason: Flood}", set[str]()),
        ("{kind: rule_waiver, rule: VISI005}", {"ADAP001"}),
        ("{kind: rule_waiver, rule: visi005, reason: Flood}", {"ADAP002"}),
        ("{kind: rule_waiver, rule: NETW002, reason: Nobody came}", {"ADAP002"}),
        ("{kind: rule_waiver, reason: Flood}", {"ADAP002"}),
        ("{kind: tool_left_out, tool: benchmark}", {"ADAP003"}),
        ("{kind: purpose, description: Only to analyse needs}", set()),
    ],
)
def test_adaptations(tmp_path: Path, entry: str, found: set[str]) -> None:
    files = {"pairing.yaml": f"adaptations:\n  - {entry}\n"}
    assert codes(findings(tmp_path, files, "ADAP001", "ADAP002", "ADAP003")) == found


def test_both_sides_learn(tmp_path: Path) -> None:
    text = "learning:\n  - {party: mentor_association, text: To ask first}\neffects: {mentee_learning: To begin small}\n"
    assert not findings(tmp_path, {"review.yaml": text}, "REVW002")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{en: Plan}", 1),
        ("{en: Plan, fr: Plan}", 0),
        ("{en: Plan, fr-BE: Plan}", 0),
        ("{en: Plan, fr: …}", 1),
        ("Plan", 0),
    ],
)
def test_languages(tmp_path: Path, text: str, found: int) -> None:
    files = {"plan.yaml": f"title: {text}\n", "/mentorat.yaml": "languages: [en, fr]\n"}
    assert len(findings(tmp_path, files, "LANG001")) == found


@pytest.mark.parametrize(
    ("address", "found"),
    [("https://alba.example/a?b=c", 0), ("www.alba.example", 1), ("https://alba", 1), ("'http://[alba'", 1)],
)
def test_addresses(tmp_path: Path, address: str, found: int) -> None:
    files = {"/organisations/alba.yaml": f"website: {address}\n"}
    assert len(findings(tmp_path, files, "LINK001")) == found


def test_ids_of_a_list_are_no_template_text(tmp_path: Path) -> None:
    text = "network_benefits:\n  - {benefit: example, text: à compléter}\n"
    assert [finding.key for finding in findings(tmp_path, {"review.yaml": text}, "DATA006")] == [
        "network_benefits[0].text"
    ]
