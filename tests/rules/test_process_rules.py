"""Cases of the rules on scope, network, commitment and visits that one example each cannot show."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

from mentorat.checking import check
from mentorat.findings import Finding, State
from mentorat.i18n import translator
from mentorat.workspace import Workspace
from tests.rules.test_examples import BASE, write

TODAY = datetime.date(2026, 6, 1)


def judge(
    root: Path, documents: dict[str, str], *, step: str = "review", as_of: datetime.date = TODAY
) -> list[Finding]:
    """The findings on the base programme with some fragments put in."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    write(root, "pairing.yaml", f"step: {step}\n")
    for name, fragment in documents.items():
        write(root, name, fragment)
    return list(check(Workspace(root, as_of=as_of, cache=False)).findings)


def codes(findings: list[Finding], part: str) -> set[str]:
    return {finding.code for finding in findings if finding.code.startswith(part)}


def test_a_missing_scope_is_one_finding(tmp_path: Path) -> None:
    assert codes(judge(tmp_path, {}), "SCOP") == {"SCOP001"}


def test_a_scope_without_its_field_is_judged_all_the_same(tmp_path: Path) -> None:
    found = codes(judge(tmp_path, {"scope.yaml": "key_elements: [Evening courses]\n"}), "SCOP")
    assert {"SCOP001", "SCOP002", "SCOP003"} <= found
    assert "SCOP008" not in found


def test_other_policy_fields_compare_institutions_only(tmp_path: Path) -> None:
    documents = {
        "/mentorat.yaml": "policy_field: waste\n",
        "scope.yaml": "sector: [other]\ncommon_ground: {institutional: {similar: Both own their depots}}\n",
    }
    assert "SCOP006" not in codes(judge(tmp_path, documents), "SCOP")


def test_a_missing_network_is_one_finding(tmp_path: Path) -> None:
    assert codes(judge(tmp_path, {}), "NETW") == {"NETW001"}


def test_members_count_on_the_day_of_the_check(tmp_path: Path) -> None:
    members = "members:\n  - {organisation: newcomers-house, represents: [migrants], joined_on: 2025-03, left_on: 2026-02}\n"
    assert "NETW001" in codes(judge(tmp_path / "after", {"network.yaml": members}), "NETW")
    during = datetime.date(2025, 6, 1)
    assert "NETW001" not in codes(judge(tmp_path / "during", {"network.yaml": members}, as_of=during), "NETW")


def test_others_do_not_stand_in_for_those_concerned(tmp_path: Path) -> None:
    members = "members:\n  - {organisation: newcomers-house, represents: [ethnic_minorities]}\n"
    assert "NETW002" in codes(judge(tmp_path, {"network.yaml": members}), "NETW")


def test_the_programme_says_whom_the_policy_concerns(tmp_path: Path) -> None:
    documents = {
        "/mentorat.yaml": "people_concerned: [service_users]\n",
        "network.yaml": "members:\n  - {organisation: newcomers-house, represents: [migrants]}\n",
    }
    assert "NETW002" in codes(judge(tmp_path, documents), "NETW")


def test_nobody_may_set_aside_that_those_concerned_have_a_say(tmp_path: Path) -> None:
    documents = {
        "pairing.yaml": "adaptations:\n  - {kind: rule_waiver, rule: NETW002, reason: Nobody found}\n",
        "network.yaml": "members:\n  - {organisation: City library, represents: [residents]}\n",
    }
    states = [finding.state for finding in judge(tmp_path, documents) if finding.code == "NETW002"]
    assert states == [State.OPEN]


def test_private_answers_on_politics_are_never_repeated(tmp_path: Path) -> None:
    documents = {
        "pairing.yaml": (
            "commitment:\n"
            "  political:\n"
            "    - {name_or_office: Mayor, party: Orange List, date: 2025-02-01, form: Handshake}\n"
            "  covers: [development]\n"
            "  leadership_may_change: true\n"
        ),
        "visits/1-setting-scene.yaml": "phase: setting_scene\ndates: {start: 2024-10-07}\n",
    }
    found = [finding for finding in judge(tmp_path, documents) if finding.code.startswith("POLI")]
    assert {"POLI002", "POLI003", "POLI004"} <= {finding.code for finding in found}
    said = " ".join(finding.message.show(translator("en")) for finding in found)
    assert not any(word in said for word in ("Mayor", "Orange", "Handshake", "2025-02-01"))


def test_the_mirror_group_stands_for_the_network_in_the_mentor_city(tmp_path: Path) -> None:
    parties = ("mentee_city", "mentee_association", "mentor_city", "mentor_association", "mentor_network")
    participants = "participants:\n" + "".join(f"  - party: {party}\n" for party in parties)
    network = "members:\n  - {organisation: newcomers-house, represents: [migrants]}\n"

    def missing(host: str) -> bool:
        documents = {
            "network.yaml": network,
            "visits/2-inspiration.yaml": f"number: 2\nphase: inspiration\nhost: {host}\n{participants}",
        }
        return "VISI007" in codes(judge(tmp_path / host, documents), "VISI")

    assert not missing("mentor")
    assert missing("mentee")


def test_one_association_on_both_sides_is_there_once(tmp_path: Path) -> None:
    documents = {
        "pairing.yaml": (
            "mentee: {city: alba, association: alba-association}\n"
            "mentor: {city: brona, association: Association of Alba}\n"
        ),
        "visits/1-setting-scene.yaml": (
            "number: 1\nphase: setting_scene\n"
            "participants:\n  - {party: mentee_city}\n  - {party: mentor_city}\n  - {party: mentee_association}\n"
        ),
    }
    assert "VISI007" not in codes(judge(tmp_path, documents), "VISI")


def test_a_visit_without_agenda_leaves_the_next_one_its_own_findings(tmp_path: Path) -> None:
    documents = {
        "visits/1-setting-scene.yaml": "number: 1\nphase: setting_scene\nhost: mentee\n",
        "visits/2-inspiration.yaml": "number: 2\nphase: inspiration\nagenda:\n  - kind: interviews\n",
    }
    found = {(finding.code, Path(finding.file).stem) for finding in judge(tmp_path, documents)}
    assert ("VISI002", "1-setting-scene") in found
    assert ("VISI008", "1-setting-scene") not in found
    assert ("VISI008", "2-inspiration") in found


def test_a_visit_is_prepared_from_its_lead_time_on(tmp_path: Path) -> None:
    visit = {"visits/1-setting-scene.yaml": "number: 1\nphase: setting_scene\ndates: {start: 2026-06-20}\n"}

    def state(as_of: datetime.date) -> set[State]:
        found = judge(tmp_path / as_of.isoformat(), visit, step="mobilise", as_of=as_of)
        return {finding.state for finding in found if finding.code == "VISI002"}

    assert state(datetime.date(2026, 6, 5)) == {State.TODO}
    assert state(datetime.date(2026, 6, 6)) == {State.OPEN}


def test_meetings_lie_between_the_visits_they_are_noted_for(tmp_path: Path) -> None:
    visits = {
        "visits/1-setting-scene.yaml": "number: 1\nphase: setting_scene\ndates: {start: 2024-10-07, end: 2024-10-08}\n",
        "visits/2-inspiration.yaml": "number: 2\nphase: inspiration\ndates: {start: 2025-03-10, end: 2025-03-11}\n",
        "visits/3-consolidation.yaml": "number: 3\nphase: consolidation\ndates: {start: 2025-10-06, end: 2025-10-07}\n",
    }
    meetings = "meetings:\n  - {date: 2025-01-14}\n"
    found = judge(tmp_path / "one", {**visits, "pairing.yaml": meetings})
    said = [finding.message.values["later"] for finding in found if finding.code == "VISI016"]
    assert said == [3]
    meetings += "  - {after_visit: 2}\n"
    assert "VISI016" not in codes(judge(tmp_path / "two", {**visits, "pairing.yaml": meetings}), "VISI")
