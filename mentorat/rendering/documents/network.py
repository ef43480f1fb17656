"""The local support network (Annex 5): who is in it, whom they speak for, and what they bring."""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import Entry, entries
from mentorat.rendering.page import asked, blocks, confidences, document_of, fact, page, part, partners
from mentorat.rendering.pictures.charts import Placed, quadrants
from mentorat.rendering.pieces import row, table
from mentorat.rendering.saying import Reader, View

KIND, LABEL = "support-network", N_("Local support network")
_SUMMARY = ("involved_from", "involved_until", "period", "informal", "reactivated_on")
_WORK = ("tasks", "roles", "involvement", "existing_structures_checked")
_FRUITS = ("contributions_identified", "contributions", "partnerships", "dissemination", "benefits")
_COLUMNS = ("type", "represents", "position", "usual_decision_role")
_GRID = ("influence", "interest")
"""Who can move much, and to whom it matters: for internal documents alone."""


def network_view(reader: Reader) -> View:
    """The network as one reader sees it."""
    node = document_of(reader, KIND, LABEL)
    answers = Answers(reader, node)
    summary = partners(reader)
    members = list(entries(answers, "members"))
    if members:
        summary += fact(
            reader,
            answers.top.children["members"].label,
            reader.plain(str(len(members)), details=_who(reader, members)),
        )
    summary += asked(answers, *_SUMMARY)
    parts = part("members", reader.translate(N_("Members")), _members(reader, answers, members))
    parts += part("grid", reader.translate(N_("Influence and interest")), _grid(reader, members))
    parts += part(
        "work", reader.translate(N_("What the network does")), blocks(reader, asked(answers, *_WORK))
    )
    parts += part(
        "mirror", reader.translate(N_("In the mentor city")), blocks(reader, asked(answers, "mirror_group"))
    )
    parts += part(
        "fruits", reader.translate(N_("What comes of it")), blocks(reader, asked(answers, *_FRUITS))
    )
    costs = asked(answers, "costs", "sources", "signatures")
    parts += part("costs", reader.translate(N_("Costs, sources and signatures")), blocks(reader, costs))
    parts += confidences(reader, KIND)
    return {**page(reader, node, LABEL, title=None, summary=summary), "parts": parts}


def _who(reader: Reader, members: list[Entry]) -> list[View]:
    """How many stand outside city hall, and how many speak for migrants."""
    spoken = [member.open("represents") for member in members]
    outside = sum(member.node["position"].word == "outside_municipality" for member in members)
    migrants = sum("migrants" in node.words for node in spoken if node)
    return [
        reader.ours(N_("outside city hall: {n}"), n=outside),
        reader.ours(N_("speaking for migrants: {n}"), n=migrants),
    ]


def _members(reader: Reader, answers: Answers, members: list[Entry]) -> list[View]:
    """A table of the members, then why each of them is there."""
    if not members:
        return blocks(reader, asked(answers, "members"))
    labels = members[0].field.children
    head = [reader.translate(labels[key].label) for key in ("organisation", *_COLUMNS)]
    rows = [row(member.heading("organisation"), member.cells(*_COLUMNS)) for member in members]
    found = [table(reader, N_("The members and whom they speak for"), head, rows)]
    told = []
    for member in members:
        placed = all(member.open(key) for key in _GRID)
        facts = member.rest("organisation", *_COLUMNS, *(_GRID if placed else ()))
        name = reader.organisation(member.node["organisation"].word) if member.open("organisation") else None
        told.append({"number": member.number, "heading": name, "facts": facts, "compact": False})
    label = reader.translate(N_("Why they are there"))
    return [*found, {"form": "entries", "label": label, "entries": told, "cards": True, "notes": []}]


def _grid(reader: Reader, members: list[Entry]) -> list[View]:
    """The members by their influence and interest, for those who may see that."""
    placed: list[Placed] = []
    for member in members:
        influence, interest = (member.open(key) for key in _GRID)
        name = reader.organisation(member.node["organisation"].word) if member.open("organisation") else None
        if influence and interest and name:
            marks = [round(node.numeric or 0) for node in (influence, interest)]
            placed.append((name, marks[0], marks[1]))
    return quadrants(reader, placed)
