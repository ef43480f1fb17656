"""The entries of a list one by one, for views that put their answers into columns of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mentorat import shape
from mentorat.nodes import Node
from mentorat.rendering import audience as who
from mentorat.rendering.answers import Answers, count, facts_of, gathered
from mentorat.rendering.saying import View


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry that the reader may read, and its questions."""

    answers: Answers
    field: shape.Field
    node: Node
    visibility: str

    @property
    def number(self) -> int:
        """Its number in the list, counted from 1."""
        return self.node.number

    def at(self, key: str) -> View | None:
        """The answer to one of its questions."""
        return self.answers.answer(self.field.children[key], self.node[key], self.visibility)

    def cells(self, *keys: str) -> list[View | None]:
        """The answers to some of its questions, with nothing where there is none."""
        return [self.at(key) for key in keys]

    def asked(self, *keys: str) -> list[View]:
        """The answers to some of its questions."""
        return gathered(self.answers.reader, [answer for answer in self.cells(*keys) if answer])

    def rest(self, *but: str) -> list[View]:
        """The answers to all its questions except some."""
        return self.asked(*(key for key in facts_of(self.field) if key not in but))

    def text(self, key: str) -> View | None:
        """The answer to one of its questions where it is one text."""
        answer = self.at(key)
        return answer["value"] if answer and answer["form"] == "text" else None

    def open(self, key: str) -> Node | None:
        """Where the answer to a question stands, where this reader may read it."""
        return self.answers.reader.open(self.node[key])


def entries(answers: Answers, *keys: str) -> Iterator[Entry]:
    """The entries of a list that the reader may read; the others are counted.  `keys` lead to the list."""
    reader, field, node = answers.reader, answers.top, answers.root
    above = who.of_document(node.document)
    for key in keys:
        field, node = field.children[key], node[key]
        above = who.of_entry(field, node, who.of_field(field, above))
    item = field.item
    if item is None or not isinstance(node.value, list):
        return
    for entry in node:
        visibility = who.of_entry(item, entry, above)
        if not who.may_read(reader.audience, visibility):
            reader.hidden += count(item, entry)
        elif isinstance(entry.value, dict):
            yield Entry(answers, item, entry, visibility)
        else:
            reader.odd += 1
