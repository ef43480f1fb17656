"""Cases of the rules on pairing, needs, strengths, matching and training that one example each cannot show."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentorat.findings import Finding, Severity, State
from mentorat.i18n import translator
from tests.rules.test_process_rules import codes, judge

ENGLISH = translator("en")
NEED = "  - id: welcome\n    problem: Since 2022 newcomers learn of courses and services only by chance.\n"


def of(findings: list[Finding], code: str) -> list[Finding]:
    return [finding for finding in findings if finding.code == code]


def said(findings: list[Finding], code: str) -> str:
    return " ".join(finding.message.show(ENGLISH) for finding in of(findings, code))


# ------------------------------------------------------------------ pairing


def test_an_association_alone_as_mentor_is_a_warning(tmp_path: Path) -> None:
    found = judge(tmp_path, {"pairing.yaml": "mentor: {association: brona-association}\n"})
    assert [finding.severity for finding in of(found, "PAIR004")] == [Severity.WARNING]
    assert "PAIR011" in codes(found, "PAIR")


def test_no_mentor_at_all_is_one_error(tmp_path: Path) -> None:
    found = codes(judge(tmp_path, {"pairing.yaml": "mentor: {}\n"}), "")
    assert "PAIR004" in found
    assert found.isdisjoint({"PAIR005", "PAIR011", "MATC005", "MATC006", "STRG001"})


def test_before_matching_no_mentor_is_asked_for(tmp_path: Path) -> None:
    found = judge(tmp_path, {"pairing.yaml": "mentor: {}\n"}, step="needs")
    assert not of(found, "PAIR004")


@pytest.mark.parametrize(
    ("period", "severities"),
    [
        ("{start: 2026-01, end: 2026-01}", [Severity.WARNING]),
        ("{start: 2026-01-15, end: 2027-01-13}", [Severity.WARNING]),
        ("{start: 2026-01-15, end: 2027-01-14}", [Severity.INFO]),
        ("{start: 2026-01, end: 2027-12}", []),
        ("{start: 2026, end: 2030}", []),
        ("{text: some years}", []),
    ],
)
def test_short_pairings(tmp_path: Path, period: str, severities: list[Severity]) -> None:
    found = judge(tmp_path, {"pairing.yaml": f"period: {period}\n"})
    assert [finding.severity for finding in of(found, "PAIR008")] == severities


def test_a_period_that_ends_before_it_begins_counts_at_once(tmp_path: Path) -> None:
    found = judge(tmp_path, {"pairing.yaml": "period: {start: 2026-09-01, end: 2026-08}\n"}, step="setup")
    assert [finding.state for finding in of(found, "PAIR015")] == [State.OPEN]
    assert not of(found, "PAIR008")


def test_no_money_for_cities_is_an_answer(tmp_path: Path) -> None:
    assert not of(judge(tmp_path, {"/mentorat.yaml": "funding: {for_cities: []}\n"}), "PAIR009")


# ------------------------------------------------------------------ needs


def test_a_missing_needs_analysis_is_one_finding(tmp_path: Path) -> None:
    found = judge(tmp_path, {})
    assert codes(found, "NEED") == {"NEED001"}
    assert "mentorat new needs alba-brona" in of(found, "NEED001")[0].mend.show(ENGLISH)


def test_an_undated_draft_is_judged_all_the_same(tmp_path: Path) -> None:
    found = codes(judge(tmp_path, {"needs.yaml": f"items:\n{NEED}"}), "NEED")
    assert {"NEED001", "NEED004", "NEED007", "NEED016"} <= found


def test_a_need_without_problem_leaves_the_others_their_findings(tmp_path: Path) -> None:
    found = judge(
        tmp_path, {"needs.yaml": f"items:\n{NEED}  - id: housing\n    title: Housing\n    why: Rents\n"}
    )
    assert [finding.key for finding in of(found, "NEED003")] == ["items[1].problem"]
    assert [finding.key for finding in of(found, "NEED004")] == ["items[0].why"]


def test_an_honest_early_draft_has_no_error(tmp_path: Path) -> None:
    found = judge(tmp_path, {"needs.yaml": f"items:\n{NEED}"}, step="needs")
    drafts = [finding for finding in found if finding.code.startswith("NEED")]
    assert drafts
    assert {finding.state for finding in drafts} == {State.TODO}


def test_who_makes_the_plan_weighs_more_from_the_scope_on(tmp_path: Path) -> None:
    needs = {"needs.yaml": "plan_creation:\n  - role_or_person: head of department\n"}
    early = of(judge(tmp_path / "early", needs, step="match"), "NEED014")
    late = of(judge(tmp_path / "late", needs, step="visit_1"), "NEED014")
    assert [finding.severity for finding in early] == [Severity.WARNING]
    assert [finding.severity for finding in late] == [Severity.ERROR]


def test_needs_come_before_the_choice(tmp_path: Path) -> None:
    documents = {
        "pairing.yaml": "matching: {decision: {chosen: brona, date: 2026-01-10}}\n",
        "needs.yaml": "drafted_on: 2026-01-11\n",
    }
    assert "2026-01-10" in said(judge(tmp_path, documents), "NEED002")


def test_a_need_that_repeats_the_theme_is_vague(tmp_path: Path) -> None:
    theme = "A welcome for newcomers who settle in the city of Alba"
    documents = {
        "pairing.yaml": f"theme: {theme}\n",
        "needs.yaml": f"items:\n  - id: welcome\n    problem: {theme.upper()}.\n",
    }
    assert "theme" in said(judge(tmp_path, documents), "NEED006")


def test_the_programme_says_who_is_concerned(tmp_path: Path) -> None:
    documents = {
        "/mentorat.yaml": "people_concerned: [workers, service_users]\n",
        "needs.yaml": "key_actors:\n  - {name: Union of care workers, type: trade_union}\n"
        "consulted:\n  - {organisation: Union of care workers, represents: [workers]}\n",
    }
    found = judge(tmp_path, documents)
    for code in ("NEED010", "NEED023"):
        assert "users of services" in said(found, code)
        assert "workers" not in said(found, code)


def test_nobody_consulted_is_an_honest_answer(tmp_path: Path) -> None:
    assert not of(judge(tmp_path, {"needs.yaml": "consulted: []\n"}), "NEED023")


def test_other_policy_fields_need_no_figures_on_migration(tmp_path: Path) -> None:
    documents = {"/mentorat.yaml": "policy_field: housing\n", "needs.yaml": "status: draft\n"}
    found = judge(tmp_path, documents)
    assert codes(found, "NEED").isdisjoint({"NEED016", "NEED018"})
    assert "Integration" not in said(found, "NEED020")
    assert "migrants" not in said(found, "STRG006")


@pytest.mark.parametrize(
    "figure", ["{unknown: true}", "{definition: not_collected}", "{value: 900, definition: foreign_born}"]
)
def test_figures_that_are_known_not_to_be_known(tmp_path: Path, figure: str) -> None:
    needs = f"local_context:\n  population: {{unknown: true}}\n  migrant_population: {figure}\n"
    assert codes(judge(tmp_path, {"needs.yaml": needs}), "NEED").isdisjoint({"NEED017", "NEED018"})


@pytest.mark.parametrize(
    "context",
    [
        "population: {value: 0}",
        "population: {value: 900}\n  status_groups: [{group: refugees, count: 901}]",
        "migrant_population: {share: 140}",
        "migrant_population: {value: -3}",
        "unemployment: {value: -1}",
    ],
)
def test_impossible_figures_count_at_once(tmp_path: Path, context: str) -> None:
    found = judge(tmp_path, {"needs.yaml": f"local_context:\n  {context}\n"}, step="setup")
    assert [(finding.state, finding.severity) for finding in of(found, "NEED029")] == [
        (State.OPEN, Severity.ERROR)
    ]


def test_the_associations_part_may_stand_in_its_own_file(tmp_path: Path) -> None:
    answers = (
        "  government_relations: []\n  supportive_framework: {none: true}\n"
        "  shared_goals: {rating: few}\n  mutual_learning: []\n  frameworks: []\n"
    )
    documents = {
        "/organisations/alba-association.yaml": f"national_context:\n{answers}",
        "needs.yaml": "national_context:\n  taken_from: Association of Alba\n",
    }
    assert said(judge(tmp_path, documents), "NEED022").endswith(": How typical the city is.")


def test_private_answers_are_never_repeated(tmp_path: Path) -> None:
    needs = (
        "key_actors:\n  - {name: Police, difficulties: quarrel with the mayor}\n  - {name: Library}\n"
        "change_agents:\n  - {actor: the lone deputy}\n"
        "local_context:\n  other_factors:\n    - {kind: other, text: rivalry with the county}\n"
    )
    found = judge(tmp_path, {"needs.yaml": needs})
    assert {"NEED011", "NEED021", "NEED024"} <= codes(found, "NEED")
    words = " ".join(finding.message.show(ENGLISH) + finding.mend.show(ENGLISH) for finding in found)
    assert not any(secret in words for secret in ("quarrel", "deputy", "rivalry"))


# ------------------------------------------------------------------ strengths and matching


def test_every_candidate_needs_an_inventory(tmp_path: Path) -> None:
    matching = "matching:\n  candidates:\n    - {city: brona}\n    - {city: Dresna}\n"
    found = of(judge(tmp_path, {"pairing.yaml": matching}), "STRG001")
    assert [(finding.key, finding.severity) for finding in found] == [
        ("matching.candidates[1].city", Severity.WARNING)
    ]


def test_an_unreadable_inventory_lacks_nothing(tmp_path: Path) -> None:
    searching = {"pairing.yaml": "mentor: {}\n"}
    assert "STRG002" in codes(judge(tmp_path / "thin", searching, step="match"), "STRG")
    broken = searching | {"/mentors/brona/strengths.yaml": "city: [\n"}
    assert not codes(judge(tmp_path / "broken", broken, step="match"), "STRG")


def test_a_community_of_practice_has_no_mentor(tmp_path: Path) -> None:
    found = judge(tmp_path, {"/mentorat.yaml": "format: community_of_practice\n"})
    assert not codes(found, "STRG")
    assert not codes(found, "MATC")


def test_weights_of_the_programme_are_criteria(tmp_path: Path) -> None:
    weights = "matching: {weights: {correspondence: decisive, profile: ignored, governance: 0}}\n"
    found = codes(judge(tmp_path, {"/mentorat.yaml": weights}), "MATC")
    assert "MATC004" in found
    assert found.isdisjoint({"MATC001", "MATC002", "MATC003"})


def test_weights_that_all_are_zero(tmp_path: Path) -> None:
    weights = "matching: {weights: {correspondence: 0, experience: ignored, profile: 0, governance: 0}}\n"
    assert of(judge(tmp_path, {"/mentorat.yaml": weights}, step="setup"), "MATC002")


def test_a_choice_without_recorded_candidates_is_no_contradiction(tmp_path: Path) -> None:
    found = judge(tmp_path, {"pairing.yaml": "matching: {decision: {chosen: brona}}\n"})
    assert not of(found, "MATC010")
    assert "Reason" in said(found, "MATC005")


def test_a_mentor_set_in_advance_has_no_rivals(tmp_path: Path) -> None:
    matching = "matching: {forced: {city: brona, reason: named in the grant}}\n"
    assert not of(judge(tmp_path, {"pairing.yaml": matching}), "MATC009")


# ------------------------------------------------------------------ training


def test_a_training_after_the_first_visit_is_still_judged(tmp_path: Path) -> None:
    documents = {
        "pairing.yaml": "training:\n  sessions:\n    - {date: 2026-05-20, participants: [{party: mentee_city}]}\n",
        "visits/1-setting-scene.yaml": "phase: setting_scene\ndates: {start: 2026-05-12}\n",
    }
    found = judge(tmp_path, documents)
    assert {"TRAI001", "TRAI002"} <= codes(found, "TRAI")
    assert "mentee_city" not in {finding.party for finding in of(found, "TRAI002")}


def test_no_training_is_one_finding_about_training(tmp_path: Path) -> None:
    assert codes(judge(tmp_path, {}), "TRAI") == {"TRAI001", "TRAI004", "TRAI005", "TRAI007"}


# ------------------------------------------------------------------ themes


def _needs(theme: str) -> dict[str, str]:
    return {"needs.yaml": f"items:\n{NEED}    themes: [{theme}]\n"}


def _policy(theme: str, experience: int = 3) -> dict[str, str]:
    policy = (
        f"policies:\n  - {{id: one-desk, title: One desk, themes: [{theme}], experience: {experience}}}\n"
    )
    return {"/mentors/brona/strengths.yaml": policy}


def test_a_theme_is_understood_in_any_language(tmp_path: Path) -> None:
    assert not of(judge(tmp_path, _needs("langue") | _policy("language learning")), "MATC007")


def test_a_theme_that_is_only_related_is_a_warning(tmp_path: Path) -> None:
    found = of(judge(tmp_path, _needs("housing") | _policy("health")), "MATC007")
    assert [finding.severity for finding in found] == [Severity.WARNING]
    assert "only related" in said(found, "MATC007")


def test_what_is_only_planned_is_no_strength(tmp_path: Path) -> None:
    strengths = _policy("reception")
    strengths["/mentors/brona/strengths.yaml"] += (
        "  - {id: flats, title: Flats, themes: [housing], experience: 0}\n"
    )
    assert of(judge(tmp_path, _needs("housing") | strengths), "MATC007")


def test_themes_of_the_programme_count(tmp_path: Path) -> None:
    own = {"/mentorat.yaml": "themes:\n  - {id: bees, label: Bees, family: nature}\n"}
    assert not of(judge(tmp_path, own | _needs("bees") | _policy("bees")), "MATC007")


def test_a_mentor_without_themes_is_not_judged_by_them(tmp_path: Path) -> None:
    strengths = {"/mentors/brona/strengths.yaml": "policies:\n  - {id: one-desk, title: One desk}\n"}
    found = judge(tmp_path, _needs("housing") | strengths)
    assert not of(found, "MATC007")
    assert {finding.key for finding in of(found, "STRG009")} == {"policies[0].themes", "themes"}
