"""Papers of which little is written yet promise nothing, and ask for nothing that is not there."""

from __future__ import annotations

from typing import Any

import pytest

from mentorat.rendering import render
from mentorat.rendering.targets import Pairing
from tests.rendering.programme import load, put


def paper(what: str, **documents: dict[str, Any]) -> str:
    """A paper of the pairing in Markdown, with some of its documents replaced (`_` stands for `-`)."""
    case = load()
    for kind, value in documents.items():
        put(case, kind.replace("_", "-"), value)
    [text] = render(Pairing(case), what, formats=["md"], doc_lang="en").values()
    return text


UNFILLED: dict[str, dict[str, Any]] = {"action_plan": {}, "needs_analysis": {}, "follow_up": {}}


def test_an_annex_without_actions_says_so_and_no_empty_analysis_is_regarded() -> None:
    text = paper("approval", **UNFILLED)
    assert "## Annex: the action plan\n\n> No action is planned yet." in text
    assert "the needs analysis of" not in text
    assert "the needs analysis of" in paper("approval", needs_analysis={"items": [{"title": "A need"}]})


@pytest.mark.parametrize(
    ("follow_up", "asked"),
    [
        ({}, "Back the work on an action plan; there is none yet."),
        ({"approval": {"decision": "approved"}}, "Stand by the plan that was approved"),
    ],
)
def test_nobody_is_asked_to_approve_a_plan_without_actions(follow_up: dict[str, Any], asked: str) -> None:
    text = paper("brief", action_plan={}, follow_up=follow_up)
    assert asked in text
    assert "Bring the plan" not in text


def test_a_plan_without_actions_is_no_plan_yet() -> None:
    assert "There is no plan yet." in paper("summary", **UNFILLED)
    assert "There is a plan." in paper("summary", follow_up={})


def test_an_opinion_without_a_date_keeps_its_row() -> None:
    opinion = {"kind": "external", "name": "Landlord", "opinion": "Agreed.", "changes": "A desk more."}
    text = paper("summary", action_plan={"consultations": [opinion]})
    assert "| Not said | Landlord<br>Agreed. | A desk more. |" in text


@pytest.mark.parametrize(("word", "drafted"), [("pending", True), ("approved", True), ("rejected", False)])
def test_a_plan_that_was_turned_down_has_no_text_that_approves_it(word: str, drafted: bool) -> None:
    text = paper("approval", follow_up={"approval": {"decision": word}})
    assert ("## Text of the decision" in text) == drafted
