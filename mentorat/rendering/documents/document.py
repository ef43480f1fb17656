"""Any document as a page: its parts, and in them the questions with their answers."""

from __future__ import annotations

from dataclasses import dataclass

from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rendering.documents.answers import Answers, Overlay
from mentorat.rendering.page import asked, blocks, confidences, document_of, fact, page, part, partners
from mentorat.rendering.saying import Reader, View


@dataclass(frozen=True, slots=True)
class Layout:
    """How one kind of document is laid out.

    `first` is the heading of the answers that belong to no other part, `parts` the groups that are
    parts of their own, `summary` what stands at the top, `counted` the list whose length does too,
    and `title` the answer that names the page.
    """

    kind: str
    label: str
    first: str
    parts: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    counted: str = ""
    title: str = "title"


NEEDS = Layout(
    kind="needs-analysis",
    label=N_("Needs analysis"),
    first=N_("What the city needs, and why"),
    parts=("local_context", "national_context"),
    summary=("drafted_on", "version", "status"),
    counted="items",
)

STRENGTHS = Layout(
    kind="mentor-strengths",
    label=N_("Mentor profile"),
    first=N_("What the city has to offer"),
    parts=("local_context", "national_context"),
    summary=("association", "supported_by", "languages", "capacity", "drafted_on", "version"),
    title="city",
)
_LAST = ("sources", "signatures")


def needs_view(reader: Reader) -> View:
    """The needs analysis in the three parts of Annex 2."""
    return document_view(reader, NEEDS)


def strengths_view(reader: Reader) -> View:
    """What a mentor city has to offer, and its context (Annex 3)."""
    return document_view(reader, STRENGTHS)


def document_view(reader: Reader, layout: Layout) -> View:
    """A page with every question of a document that this reader may see the answer to."""
    node = document_of(reader, layout.kind, layout.label)
    answers = Answers(reader, node, _national(reader, node))
    title = answers.at(layout.title, remarked=False) if layout.title in answers.top.children else None
    summary = partners(reader) if reader.target.case else []
    summary += asked(answers, *layout.summary)
    if layout.counted:
        label = answers.top.children[layout.counted].label
        summary += fact(reader, label, reader.plain(str(len(node[layout.counted]))))
    content = answers.all(leave=(layout.title, *layout.summary, *layout.parts, *_LAST))
    parts = part("answers", reader.translate(layout.first), blocks(reader, content))
    for key in layout.parts:
        group = answers.at(key)
        facts = group["facts"] if group and group["form"] == "group" else [group] if group else []
        parts += part(
            key.replace("_", "-"), reader.translate(answers.top.children[key].label), blocks(reader, facts)
        )
    ends = blocks(reader, asked(answers, *_LAST))
    parts += part("sources", reader.translate(N_("Sources and signatures")), ends)
    parts += confidences(reader, layout.kind)
    said = title["value"] if title and title["form"] == "text" else None
    return {**page(reader, node, layout.label, title=said, summary=summary), "parts": parts}


def _national(reader: Reader, document: Node) -> Overlay:
    """Answers of the association's part are found where they are written: here, or in its own file."""

    def overlay(node: Node) -> Node:
        path = node.path
        if len(path) == 2 and path[0] == "national_context" and isinstance(path[1], str):
            return reader.workspace.country_answer(document, path[1])
        return node

    return overlay
