"""What a draft that was changed by hand must say, and what it must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentorat.checking import check
from mentorat.findings import Finding, Severity
from mentorat.i18n import translator
from mentorat.workspace import Workspace
from tests.rules.test_process_rules import TODAY, judge

ENGLISH = translator("en")
ACTION = "title: Plan\nactions:\n  - id: desk\n    title: Desk\n"
FACTORS = "theme: Language\nkey_factors:\n  - {id: volunteers, title: Volunteers}\n"


def of(findings: list[Finding], *codes: str) -> list[Finding]:
    return [finding for finding in findings if finding.code in codes]


def said(findings: list[Finding], code: str) -> str:
    return " ".join(finding.message.show(ENGLISH) for finding in of(findings, code))


@pytest.mark.parametrize("broken", [True, False])
def test_practices_stay_those_of_the_mentor_without_its_strengths(tmp_path: Path, broken: bool) -> None:
    judge(tmp_path, {})
    strengths = tmp_path / "mentors/brona/strengths.yaml"
    strengths.write_text("kind: [\n", "utf-8") if broken else strengths.unlink()
    found = list(check(Workspace(tmp_path, as_of=TODAY, cache=False)).findings)
    assert not of(found, "PRAC001")
    assert bool(of(found, "STRG001")) is not broken


def test_practices_written_late_name_the_visit_of_inspiration(tmp_path: Path) -> None:
    files = {
        "visits/2.yaml": "number: 2\nphase: inspiration\ndates: {start: 2020-01-02, end: 2020-01-03}\n",
        "/mentors/brona/practices/welcome-desk.yaml": "drafted_on: 2021-01-01\n",
    }
    assert "after the visit of inspiration" in said(judge(tmp_path, files), "PRAC001")


@pytest.mark.parametrize("scope", ["benchmark: {used: false}\n", "sector: [other]\n"])
def test_key_factors_outlive_a_benchmark_given_up(tmp_path: Path, scope: str) -> None:
    files = {"/benchmarks/language.yaml": FACTORS, "scope.yaml": scope}
    plan = ACTION + "    key_factors: [volunteers]\n"
    assert not of(judge(tmp_path, files | {"plan.yaml": plan}), "PLAN011")
    plan = ACTION + "    key_factors: [volunters]\n"
    assert of(judge(tmp_path, files | {"plan.yaml": plan}), "PLAN011")


def test_a_key_factor_that_does_not_exist_is_said_once(tmp_path: Path) -> None:
    scope = "benchmark: {used: true, file: language, selected_key_factors: [volunters]}\n"
    files = {"/benchmarks/language.yaml": FACTORS, "scope.yaml": scope, "plan.yaml": ACTION}
    found = judge(tmp_path, files)
    assert of(found, "BENC002")
    assert not of(found, "BENC009")


@pytest.mark.parametrize(
    ("body", "foreseen"), [("Council", False), ("Municipal COUNCIL", True), ("alba", False)]
)
def test_the_approver_is_the_body_that_was_named(tmp_path: Path, body: str, foreseen: bool) -> None:
    files = {
        "plan.yaml": ACTION,
        "needs.yaml": "plan_approval:\n  - {body: Municipal council}\n",
        "follow-up.yaml": f"approval: {{body: {body}, date: 2026-03-20, decision: approved}}\n",
    }
    assert bool(of(judge(tmp_path, files), "APPR003")) is not foreseen


def test_an_approving_mentor_is_said_once(tmp_path: Path) -> None:
    files = {
        "plan.yaml": ACTION,
        "needs.yaml": "plan_approval:\n  - {body: Municipal council}\n",
        "follow-up.yaml": "approval: {body: brona, date: 2026-03-20, decision: approved}\n",
    }
    found = judge(tmp_path, files)
    assert of(found, "APPR002")
    assert not of(found, "APPR003")


@pytest.mark.parametrize(
    ("resources", "named"),
    [
        ("{staff: [], partners: [], funding: []}", False),
        ("{staff: []}", False),
        ("{staff: [], partners: [{organisation: alba}], funding: []}", True),
    ],
)
def test_an_action_needs_some_means(tmp_path: Path, resources: str, named: bool) -> None:
    plan = f"{ACTION}    resources: {resources}\n"
    assert bool(of(judge(tmp_path, {"plan.yaml": plan}), "PLAN006")) is not named


def test_an_action_that_ends_before_it_starts_is_not_late_too(tmp_path: Path) -> None:
    plan = f'{ACTION}    schedule: {{start: "2026-03", end: "2026-01"}}\n'
    found = judge(tmp_path, {"plan.yaml": plan})
    assert of(found, "PLAN013")
    assert not of(found, "FOLL003")


def test_a_city_that_mentors_itself_is_said_once(tmp_path: Path) -> None:
    found = judge(tmp_path, {"pairing.yaml": "mentor: {city: alba, association: brona-association}\n"})
    assert of(found, "PAIR007")
    assert not of(found, "STRG001", "PRAC001")


VISIT = "number: {number}\nphase: {phase}\nhost: mentee\nmode: online\n"


def _visits(*phases: str) -> dict[str, str]:
    return {
        f"visits/{number}.yaml": VISIT.format(number=number, phase=phase)
        for number, phase in enumerate(phases, 1)
    }


@pytest.mark.parametrize(
    ("planned", "phases", "complete"),
    [
        (None, ["setting_scene"], False),
        (None, ["setting_scene", "setting_scene"], False),
        (2, ["setting_scene", "setting_scene"], True),
        (None, ["setting_scene", "consolidation"], True),
    ],
)
def test_visits_are_judged_together_once_they_are_all_there(
    tmp_path: Path, planned: int | None, phases: list[str], complete: bool
) -> None:
    files = _visits(*phases) | ({"pairing.yaml": f"visits_planned: {planned}\n"} if planned else {})
    found = judge(tmp_path, files)
    assert bool(of(found, "VISI006")) is complete
    assert bool(of(found, "VISI020")) is complete


@pytest.mark.parametrize("planned", [0, -2])
def test_a_pairing_without_visits_is_not_possible(tmp_path: Path, planned: int) -> None:
    found = judge(tmp_path, {"pairing.yaml": f"visits_planned: {planned}\n"})
    assert "not possible" in said(found, "VISI019")
    assert [finding.severity for finding in of(found, "VISI019")] == [Severity.ERROR]


def test_a_period_out_of_order_is_said_once(tmp_path: Path) -> None:
    files = {
        "pairing.yaml": "period: {start: 2027-01, end: 2025-01}\n",
        "visits/1.yaml": "number: 1\nphase: setting_scene\ndates: {start: 2026-01-02, end: 2026-01-03}\n",
    }
    found = judge(tmp_path, files)
    assert of(found, "PAIR015")
    assert not of(found, "VISI014")


def test_a_date_is_said_to_be_wrong_once(tmp_path: Path) -> None:
    files = {
        "pairing.yaml": "period: {start: 2026-01, end: 2027-01}\n",
        "visits/1.yaml": "number: 1\nphase: setting_scene\ndates: {start: 2026-03-02, end: 2026-03-03}\n",
        "visits/2.yaml": "number: 2\nphase: inspiration\ndates: {start: 2025-03-02, end: 2026-03-03}\n",
    }
    assert [finding.key for finding in of(judge(tmp_path, files), "VISI014")] == ["dates.start"]


def test_weights_of_zero_are_said_once(tmp_path: Path) -> None:
    matching = "matching:\n  criteria:\n    - {criterion: correspondence, weight: 0}\n"
    found = judge(tmp_path, {"pairing.yaml": matching})
    assert of(found, "MATC002")
    assert not of(found, "MATC003", "MATC004")


def test_a_chosen_city_that_was_no_candidate_is_said_once(tmp_path: Path) -> None:
    matching = "matching:\n  candidates: [{city: brona}]\n  decision: {chosen: alba}\n"
    found = judge(tmp_path, {"pairing.yaml": matching})
    assert of(found, "MATC010")
    assert not of(found, "MATC012")


def test_an_association_is_asked_once_for_the_setting_of_its_country(tmp_path: Path) -> None:
    context = "national_context: {shared_goals: [More courses]}\n"
    files = {
        "needs.yaml": "national_context: {taken_from: alba-association}\n",
        "/organisations/alba-association.yaml": context,
    }
    found = judge(tmp_path, files)
    assert of(found, "NEED001", "NEED022")
    assert not [finding for finding in of(found, "ORGA000") if finding.key.startswith("national_context.")]


@pytest.mark.parametrize(
    ("count", "codes"),
    [
        ('"<10"', set[str]()),
        ('"<3"', {"PRIV003"}),
        ("3", {"PRIV003"}),
        ("300", set[str]()),
        ("few", {"DATA007"}),
        ("true", {"DATA007"}),
    ],
)
def test_small_groups_are_written_as_fewer_than(tmp_path: Path, count: str, codes: set[str]) -> None:
    groups = f"local_context:\n  status_groups:\n    - {{group: Refugees, count: {count}}}\n"
    found = of(judge(tmp_path, {"needs.yaml": groups}), "PRIV003", "DATA007")
    assert {finding.code for finding in found} == codes


def test_a_day_that_does_not_exist_is_called_so(tmp_path: Path) -> None:
    visit = "number: 1\nphase: setting_scene\ndates: {start: 2021-02-30, end: soon}\n"
    sentences = said(judge(tmp_path, {"visits/1.yaml": visit}), "DATA003")
    assert "There is no day 2021-02-30." in sentences
    assert "“soon” is not a date" in sentences


def test_a_mark_is_said_by_the_rule_of_its_question(tmp_path: Path) -> None:
    need = "  - {id: welcome, problem: Newcomers learn of courses and services only by chance., why: TODO}\n"
    found = judge(tmp_path, {"needs.yaml": f"items:\n{need}  - {{id: flats, problem: TODO}}\n"})
    assert [finding.key for finding in of(found, "NEED004")] == ["items[0].why"]
    assert [finding.key for finding in of(found, "DATA006")] == ["items[1].problem"]
