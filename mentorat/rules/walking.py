"""Every value of a document together with the question that it answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mentorat import shape
from mentorat.model.documents import KINDS
from mentorat.nodes import Document, Node


@dataclass(frozen=True, slots=True)
class Answer:
    """A value where it stands.

    Attributes:
        node: the value; a text in several languages is one value.
        form: what the value is; for an entry of a list, the entry.
        question: the question behind it; for an entry of a list, the list's.
        private: whether the question, or one around it, is for the partners alone.
    """

    node: Node
    form: shape.Field
    question: shape.Field
    private: bool

    @property
    def party(self) -> str:
        """Who answers ("" where the question does not say)."""
        return self.question.by[0] if self.question.by else ""


def entries(node: Node) -> Iterator[Node]:
    """All entries of a list, those too that nobody has filled in yet."""
    return (node[index] for index in range(len(node.value) if isinstance(node.value, list) else 0))


def texts(node: Node) -> list[str]:
    """The text that stands at a place, or the texts in all languages."""
    values = node.value.values() if isinstance(node.value, dict) else [node.value]
    return [text for text in values if isinstance(text, str)]


def answers(document: Document) -> list[Answer]:
    """The answers of a document as they stand in it; unknown keys are left out.

    Several rules ask for them, so they are gathered once a document.
    """
    if document.answers is None:
        found: list[Answer] = []
        if document.kind in KINDS:
            asked = shape.document(document.kind)
            _gather(found, document.root, asked, asked, private=False)
        document.answers = found
    gathered: list[Answer] = document.answers
    return gathered


def _gather(
    found: list[Answer], node: Node, form: shape.Field, question: shape.Field, *, private: bool
) -> None:
    value, private = node.value, private or question.show == "private"
    if value is None:
        return
    if form.form == "group":
        children = form.children
        for key in value if isinstance(value, dict) else ():
            if key in children:
                _gather(found, node[key], children[key], children[key], private=private)
    elif form.form == "list":
        entry_form = form.item
        if entry_form:
            for entry in entries(node):
                _gather(found, entry, entry_form, question, private=private)
    else:
        found.append(Answer(node, form, question, private))
