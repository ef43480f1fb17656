"""The pairings of a site: what each is called, how far it is, and the page that leads to its documents."""

from __future__ import annotations

from collections.abc import Iterator

from mentorat.board import SIGNS, WORDS, Cell, Mark, Row
from mentorat.case import Case
from mentorat.guide.parties import PARTIES
from mentorat.guide.steps import BY_ID, ORDER
from mentorat.guide.vocabulary import VOCABULARIES
from mentorat.i18n import N_
from mentorat.nodes import Node, Unreadable
from mentorat.rendering import audience as who
from mentorat.rendering.dates import coming, name_of_visit, visits
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import read
from mentorat.rendering.page import fact, page, part, partners
from mentorat.rendering.pieces import bullets, cell, note, row, sheet, table
from mentorat.rendering.saying import Reader, View
from mentorat.rendering.site.places import INDEX, Made, Place, Places

LABEL = N_("Pairing")
UNDER_WAY, TO_COME = N_("under way"), N_("to come")
_SHADES = {Mark.DONE: "is-done", Mark.PARTLY: "is-partly", Mark.MISSING: "is-missing", Mark.ASIDE: "is-aside"}
"""How far a step is -> the class of its cell."""
_SHOWN = ("period", "level", "working_languages", "visits_planned")
_STEP = {
    "needs": "needs", "strengths": "strengths", "matching": "match", "invitation": "mobilise",
    "training": "training", "charter": "training", "scope": "scope", "network": "mobilise",
    "plan": "visit_3", "budget": "visit_3", "approval": "approve", "brief": "approve",
    "summary": "implement", "handover": "implement", "progress": "implement", "review": "review",
}  # fmt: skip
"""The step in which each document of a pairing is made."""


# ------------------------------------------------------------------ what pairings are called


def readers(reader: Reader) -> Iterator[Reader]:
    """The same reader before each pairing in turn; pairings that it may not read of are counted."""
    for case in reader.workspace.cases():
        if is_open(case, reader.audience):
            yield Reader(case, reader.audience, reader.doc_lang, reader.translate)
        else:
            reader.leave_out(case.own)


def is_open(case: Case, audience: str) -> bool:
    """Whether an audience may know that there is this pairing."""
    return who.may_read(audience, who.of_document(case.own.document))


def name_of(reader: Reader) -> View:
    """Both cities of a pairing, or the id where they cannot be told."""
    pairing = reader.case.own
    names = [read(reader, pairing.at(side, "city")) for side in ("mentee", "mentor")]
    told = " – ".join(name["text"] for name in names if name)
    return reader.plain(told if names[0] else reader.case.id)


def stem_of(places: Places, reader: Reader) -> str:
    """The page of a pairing."""
    return f"{places.folder(reader.case.id)}/{INDEX}"


def unreadable_of(reader: Reader) -> list[str]:
    """The files of a pairing that cannot be read."""
    return [document.file for document in reader.case.documents if not document.readable]


# ------------------------------------------------------------------ how far they are


def mark(reader: Reader, board_row: Row, step: Cell) -> View:
    """How far a step is, in a word: a sign, and the class of its shade.

    The public learns which steps lie behind a pairing, not what is missing in its files: gaps in confidence
    do not concern it.
    """
    if reader.audience != "public" or step.mark is Mark.ASIDE:
        figure = reader.ours(N_("{done} of {total}"), done=step.done, total=step.total)
        return _marked(reader, step.mark, WORDS[step.mark], *([figure] if step.mark is Mark.PARTLY else []))
    behind = ORDER[board_row.step] - ORDER[step.step]
    if behind > 0 or (behind == 0 and board_row.state == "ended"):
        return _marked(reader, Mark.DONE, WORDS[Mark.DONE])
    if behind == 0 and board_row.state == "active":
        return _marked(reader, Mark.PARTLY, UNDER_WAY)
    return _marked(reader, Mark.MISSING, TO_COME)


def _marked(reader: Reader, mark: Mark, word: str, *details: View) -> View:
    text = {**reader.ours(word), "details": list(details)}
    return {**text, "sign": SIGNS[mark], "shade": _SHADES[mark]}


def standing(reader: Reader, board_row: Row) -> View:
    """The step being worked on, or that the pairing is over."""
    if board_row.state != "active":
        state = VOCABULARIES["pairing_state"].terms.get(board_row.state, board_row.state)
        return reader.ours(state)
    return reader.ours(BY_ID[board_row.step].label)


def ahead(reader: Reader, board_row: Row) -> list[View]:
    """What comes next: the thing to do and the party that does it, and the next date of its own.

    What may not be read of dates is counted where all dates stand: in the calendar.
    """
    facts = []
    if board_row.next and reader.audience != "public":
        party = reader.ours(PARTIES[board_row.next.party])
        message = reader.plain(board_row.next.message.show(reader.translate), details=[party])
        facts += fact(reader, N_("Next thing to do"), message)
    try:
        programme = reader.target.programme.document.file
        apart = Reader(reader.case, reader.audience, reader.doc_lang, reader.translate)
        dates = [one for one in coming(apart) if one.node.document.file != programme]
    except Unreadable:
        dates = []
    if dates:
        one = dates[0]
        title = reader.ours(N_("Due: {title}"), title=one.title["text"]) if one.due else one.title
        facts += fact(reader, N_("Coming up"), {**one.written, "details": [title]})
    return facts


def waiting(reader: Reader, board_row: Row) -> list[View]:
    """How much waits for which party; the public is not told."""
    if reader.audience == "public" or not board_row.waiting:
        return []
    texts = [
        reader.ours(N_("{party} ({n})"), party=reader.translate(PARTIES[party]), n=count)
        for party, count in board_row.waiting.items()
    ]
    return [{**fact(reader, N_("Waiting for"), texts[0])[0], "form": "list", "values": texts, "run": True}]


# ------------------------------------------------------------------ the page of one pairing


def pairing_view(reader: Reader, place: Place, board_row: Row) -> View:
    """What a pairing is about, how far it is, its visits, and every document that this reader may read."""
    pairing, broken = reader.case.own, unreadable_of(reader)
    summary = []
    if reader.case.readable:
        answers = Answers(reader, pairing)
        shown = (answers.at(key) for key in _SHOWN if reader.open(pairing[key]))
        summary = partners(reader) + [answer for answer in shown if answer]
    summary += fact(reader, N_("Step being worked on"), standing(reader, board_row))
    next_ = ahead(reader, board_row) + waiting(reader, board_row)
    parts = part("broken", reader.translate(N_("What cannot be read")), unreadable(reader, broken))
    parts += part("next", reader.translate(N_("What comes next")), sheet(next_))
    parts += part("steps", reader.translate(N_("Step by step")), _steps(reader, place, board_row))
    parts += part("visits", reader.translate(N_("Visits")), _visits(reader, place))
    others = [document.root for document in reader.case.documents if document.readable]
    frame = page(
        reader, pairing, LABEL, title=name_of(reader), summary=summary, others=others,
        file=f"{reader.target.beside}/",
    )  # fmt: skip
    return {**frame, "parts": parts}


def unreadable(reader: Reader, files: list[str]) -> list[View]:
    """Files whose content is missing here, and what to do about it."""
    if not files:
        return []
    text = N_("What stands in these files is missing here; `mentorat check` says what is wrong with them.")
    return [note(reader, text), bullets(reader, [reader.plain(file) for file in files])]


def _steps(reader: Reader, place: Place, board_row: Row) -> list[View]:
    """Each step with its state and the documents that belong to it."""
    found = _documents(reader, place)
    rows = []
    for step in board_row.cells:
        links = [place.downloads(reader, made) for made in found if _STEP[made.what] == step.step]
        state = cell(reader, mark(reader, board_row, step))
        rows.append(row(reader.ours(BY_ID[step.step].label), [state, cell(reader, *links)]))
    head = [reader.translate(name) for name in (N_("Step"), N_("State"), N_("Documents"))]
    return [table(reader, N_("The steps of the method, and what was written in them"), head, rows)]


def _documents(reader: Reader, place: Place) -> list[Made]:
    """The documents of the pairing, and the profile of its mentor."""
    places, edition = place.places, place.edition
    strengths = reader.case.strengths if reader.case.readable else None
    profile = places.documents(edition, strengths.document.id) if strengths else []
    return [made for made in (*places.documents(edition, reader.case.id), *profile) if made.what in _STEP]


def _visits(reader: Reader, place: Place) -> list[View]:
    """The visits that the reader may know of, with their documents where the site has any."""
    found = []
    for answers in visits(reader):
        id_ = f"{reader.case.id}/{answers.root.document.id}"
        made = place.places.documents(place.edition, id_)
        found.append((answers, cell(reader, *(place.downloads(reader, one) for one in made))))
    names = [N_("Visit"), N_("When?"), N_("Where")]
    documented = any(links for _, links in found)
    rows = []
    for answers, links in found:
        visit = answers.root
        dates = answers.at("dates", remarked=False) if reader.open(visit["dates"]) else None
        when = dates["value"] if dates and dates["form"] == "text" else None
        cells = [cell(reader, when), cell(reader, _host(reader, visit))]
        rows.append(row(name_of_visit(reader, visit), [*cells, links] if documented else cells))
    head = [reader.translate(name) for name in (*names, *([N_("Documents")] if documented else []))]
    return [table(reader, N_("The visits of mentor and mentee"), head, rows)] if rows else []


def _host(reader: Reader, visit: Node) -> View | None:
    """The place of a visit, or the city that it goes to."""
    place = read(reader, visit["place"]) if reader.open(visit["place"]) else None
    host = reader.open(visit["host"])
    side = {"mentee": "mentee", "mentor": "mentor"}.get(host.word) if host else None
    city = read(reader, reader.case.own.at(side, "city")) if side else None
    return {**city, "details": [place]} if city and place else city or place
