"""Answers of a document together with their questions, found without walking the whole document."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from mentorat import shape
from mentorat.nodes import Document, Node


@dataclass(frozen=True, slots=True)
class Answer:
    """A value where it stands.

    Attributes:
        node: the value; a text in several languages is one value.
        form: what the value is; for an entry of a list, the entry.
        question: the question behind it; for an entry of a list, the list's.
    """

    node: Node
    form: shape.Field
    question: shape.Field

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


def answers(document: Document, sort: str) -> Iterator[Answer]:
    """The answers of one sort, as the survey of the document lists them (`references`, `links`…)."""
    for path in document.survey.get(sort, ()):
        asked = _asked(document.kind, tuple("[]" if isinstance(key, int) else key for key in path))
        if asked:
            yield Answer(document.root.at(*path), *asked)


@functools.lru_cache(maxsize=20_000)
def _asked(kind: str, path: tuple[str, ...]) -> tuple[shape.Field, shape.Field] | None:
    """The form of the value at a path, and the question behind it."""
    form, question = shape.find(kind, path), shape.find(kind, path)
    while path and path[-1] == "[]":
        path = path[:-1]
        question = shape.find(kind, path)
    return (form, question) if form and question else None
