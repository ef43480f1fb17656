"""One generated rule a kind of document: the questions that are due and that no named rule asks for."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from mentorat import shape, survey
from mentorat.guide.steps import ORDER
from mentorat.i18n import N_
from mentorat.model.documents import KINDS
from mentorat.nodes import Node
from mentorat.rules.base import INFO, Problem, Rule, found_elsewhere, problem

PREFIXES = {
    "programme": "PROG",
    "organisation": "ORGA",
    "mentor-strengths": "STRG",
    "good-practice": "PRAC",
    "benchmark": "BENC",
    "pairing": "PAIR",
    "needs-analysis": "NEED",
    "scope": "SCOP",
    "support-network": "NETW",
    "visit": "VISI",
    "action-plan": "PLAN",
    "follow-up": "FOLL",
    "review": "REVW",
}
PAIRING_KINDS = tuple(kind for kind in PREFIXES if KINDS[kind].folder.startswith("pairings/"))


def code_of(kind: str) -> str:
    """The code of the generated rule of a kind."""
    return f"{PREFIXES[kind]}000"


_WHY = N_(
    "The annexes ask this question. An answer, even a short one, lets the partners prepare and lets "
    "others learn; “none” is an answer too where the question allows it."
)
_MEND = N_("Write the answer under `{key}`. `mentorat explain {dotted}` shows what is asked.")
_MEND_NONE = N_(
    "Write the answer under `{key}`, or say that there is none. "
    "`mentorat explain {dotted}` shows what is asked."
)


RULES: tuple[Rule, ...] = tuple(
    Rule(
        code=code_of(kind),
        slug=f"{kind}-unanswered",
        subject="document",
        due={"now": INFO},
        party="coordinator",
        place="tool",
        mend=_MEND,
        check=found_elsewhere,
        why=_WHY,
    )
    for kind in PREFIXES
)

_named: set[str] = set()


def name_fields(rules: Iterator[Rule]) -> None:
    """Tell the generated rules which questions have rules of their own."""
    _named.update(dotted for rule in rules for dotted in rule.about)


def is_named(question: shape.Field) -> bool:
    """Whether a rule of its own reports a question that is not answered."""
    return question.dotted in _named


def questions(root: Node, kind: str) -> Iterator[tuple[shape.Field, Node, bool]]:
    """Every due question of a document that no named rule asks for, its place, and whether it is answered."""
    asked = root.document.survey.get("due", ()) if root.exists else _unanswered(kind)
    for dotted, path, answered in asked:
        if dotted not in _named:
            question = _question(kind, dotted)
            if question:
                yield question, root.at(*path), answered


@functools.cache
def _unanswered(kind: str) -> list[list[Any]]:
    return survey.nothing(kind)["due"]


@functools.cache
def _question(kind: str, dotted: str) -> shape.Field | None:
    path = dotted.replace("[]", ".[]").split(".")
    return shape.find(kind, tuple(path[1:]))


AFTER_VISIT = frozenset(
    {
        "findings",
        "transferability",
        "outputs",
        "next_steps",
        "feedback",
        "effects",
        "learning",
        "decisions",
        "minutes",
    }
)
"""The questions on a visit that can be answered only once it is over."""


def moment_of(question: shape.Field, visit_step: str) -> str:
    """From when a question is due; "" where it is not asked.

    A visit's questions are due at each visit, from that visit's own phase on: those that prepare it
    from its lead time, those that draw on it once it is over.
    """
    due = question.due or "setup"
    if question.kind != "visit":
        return due
    if not visit_step or ORDER[visit_step] < ORDER[due]:
        return ""
    return "held" if question.path[0] in AFTER_VISIT else "planned"


def missing(question: shape.Field, node: Node) -> Problem:
    """The finding on one unanswered question."""
    return problem(
        node,
        N_("“{label}” is not answered yet: {question}"),
        mend=_MEND_NONE if question.none else _MEND,
        party=question.by[0] if question.by else "",
        terms=("label", "question"),
        label=question.label,
        question=question.question,
        key=question.key,
        dotted=question.dotted,
    )
