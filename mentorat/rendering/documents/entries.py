"""The entries of a list one by one, and single answers, for views that put them into places of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mentorat import shape
from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rendering import audience as who
from mentorat.rendering.documents.answers import Answers, brief, count, facts_of, gathered
from mentorat.rendering.saying import Reader, View


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

    def at(self, *keys: str) -> View | None:
        """The answer to one of its questions, by its keys."""
        field, node, above = self.field, self.node, self.visibility
        for key in keys[:-1]:
            field, node = field.children[key], node[key]
            above = who.of_entry(field, node, who.of_field(field, above))
        return self.answers.answer(field.children[keys[-1]], node[keys[-1]], above)

    def cells(self, *keys: str) -> list[View | None]:
        """The answers to some of its questions, short, with nothing where there is none."""
        return [brief(self.at(key)) for key in keys]

    def asked(self, *keys: str) -> list[View]:
        """The answers to some of its questions."""
        return gathered(self.answers.reader, [answer for key in keys if (answer := self.at(key))])

    def rest(self, *but: str) -> list[View]:
        """The answers to all its questions except some."""
        return self.asked(*(key for key in facts_of(self.field) if key not in but))

    def text(self, key: str) -> View | None:
        """The answer to one of its questions where it is one text; a gap is counted."""
        answer = self.at(key)
        return answer["value"] if answer and answer["form"] == "text" else None

    def heading(self, key: str) -> View:
        """The same, for the head of a row, which never stays empty."""
        return self.text(key) or self.answers.reader.ours(N_("Not said"))

    def open(self, key: str) -> Node | None:
        """Where the answer to a question stands, where this reader may read it."""
        return self.answers.reader.open(self.node[key])

    def read(self, key: str) -> View | None:
        """The answer to a question where it is one text; a gap is not counted."""
        return read(self.answers.reader, self.node[key])

    def below(self, *keys: str) -> Iterator[Entry]:
        """The entries of a list inside it."""
        return _entries(self.answers, self.field, self.node, self.visibility, keys)


def read(reader: Reader, node: Node) -> View | None:
    """An answer that is one text; None where there is none, and counted where it may not be read."""
    field = node.field
    if field is None or not node.answered:
        return None
    if reader.open(node) is None:
        reader.leave_out(node)
        return None
    if isinstance(node.value, list) or (isinstance(node.value, dict) and field.form != "text"):
        reader.find_odd(node)
        return None
    return reader.scalar(field, node.value)


def read_all(reader: Reader, node: Node) -> list[View]:
    """The texts of a list, as `read` gives each."""
    found = (read(reader, entry) for entry in node) if isinstance(node.value, list) else ()
    return [text for text in found if text]


def beside(reader: Reader, kind: str) -> Answers | None:
    """The answers of another document of the same pairing, where it is there."""
    node = reader.part(kind)
    return Answers(reader, node) if node is not None else None


def entries(answers: Answers, *keys: str) -> Iterator[Entry]:
    """The entries of a list that the reader may read; the others are counted.  `keys` lead to the list."""
    above = who.of_document(answers.root.document)
    return _entries(answers, answers.top, answers.root, above, keys)


def _entries(
    answers: Answers, field: shape.Field, node: Node, above: str, keys: tuple[str, ...]
) -> Iterator[Entry]:
    reader = answers.reader
    for key in keys:
        field, node = field.children[key], node[key]
        above = who.of_entry(field, node, who.of_field(field, above))
    item = field.item
    if item is None or not isinstance(node.value, list):
        return
    for entry in node:
        visibility = who.of_entry(item, entry, above)
        if not who.may_read(reader.audience, visibility):
            reader.leave_out(entry, count(item, entry))
        elif isinstance(entry.value, dict):
            yield Entry(answers, item, entry, visibility)
        else:
            reader.find_odd(entry)
