"""Small questions about answers that several rules ask."""

from __future__ import annotations

from mentorat.nodes import Node
from mentorat.workspace import Case, Workspace


def unanswered(*nodes: Node) -> list[str]:
    """The labels of the questions that stand without an answer, in the order given."""
    return [node.field.label for node in nodes if not node.answered and node.field]


def first_open(*nodes: Node) -> Node:
    """The first of some questions that stands without an answer (the first of all where none does)."""
    return next((node for node in nodes if not node.answered), nodes[0])


def about_integration(case: Case | Workspace) -> bool:
    """Whether the programme's policy field is integration, as it is where nothing else is said."""
    return case.programme["policy_field"].word.casefold() in ("", "integration")


def people_concerned(case: Case) -> list[str]:
    """Whom the programme's policy concerns: migrants, where it does not say."""
    return case.programme["people_concerned"].words or ["migrants"]
