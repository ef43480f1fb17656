"""The documents of one visit: its agenda beforehand, its note afterwards (guide, chapter 5)."""

from __future__ import annotations

from mentorat.guide.texts import OUTLINE
from mentorat.guide.vocabulary import VOCABULARIES
from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rendering.documents.agenda import agenda, participants
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import entries
from mentorat.rendering.page import asked, blocks, confidences, document_of, page, part, partners
from mentorat.rendering.pieces import row, table
from mentorat.rendering.saying import Reader, View

KIND = "visit"
NOTE, AGENDA = N_("Visit note"), N_("Agenda of the visit")
HEAD = ("phase", "dates", "place", "host", "mode", "interpretation")
"""What stands at the top of every document of a visit."""


def opening(reader: Reader, label: str) -> tuple[Answers, View | None, list[View]]:
    """The visit's answers, its title, and its summary."""
    answers = Answers(reader, document_of(reader, KIND, label))
    title = _title(reader, answers.root)
    summary = partners(reader) + asked(answers, *(HEAD[1:] if title else HEAD))
    languages = reader.open(reader.case.pairing["working_languages"])
    if languages:
        spoken = Answers(reader, reader.case.pairing).at("working_languages")
        summary += [spoken] if spoken else []
    return answers, title, summary


def _title(reader: Reader, visit: Node) -> View | None:
    """Its number and its phase."""
    number, phase = reader.open(visit["number"]), reader.open(visit["phase"])
    terms = VOCABULARIES["phase"].terms
    if number and phase and phase.word in terms and isinstance(number.numeric, int):
        name = reader.translate(terms[phase.word])
        return reader.ours(N_("Visit {number}: {phase}"), number=number.numeric, phase=name)
    return None


def purpose(reader: Reader, answers: Answers) -> list[View]:
    """What the visit is for: in the partners' words, else in the method's."""
    said = answers.at("purpose")
    phase = reader.open(answers.root["phase"])
    if said and said["form"] == "text":
        return [{**said, "label": "", "short": False}]
    outline = OUTLINE.get(phase.word) if phase else None
    meant = [{"form": "lead", "value": reader.ours(outline.purpose)}] if outline else []
    return [*meant, *blocks(reader, [said] if said else [])]


# ------------------------------------------------------------------ agenda


def agenda_view(reader: Reader) -> View:
    """The agenda that goes out to everybody: times, places, speakers by function, languages, access."""
    answers, title, summary = opening(reader, AGENDA)
    parts = part("purpose", reader.translate(N_("What the visit is for")), purpose(reader, answers))
    parts += part("agenda", reader.translate(N_("Agenda")), agenda(reader, answers))
    parts += part(
        "questions", reader.translate(N_("What the visit shall answer")), _questions(reader, answers)
    )
    parts += part("people", reader.translate(N_("Who takes part")), participants(reader, answers))
    return {**page(reader, answers.root, AGENDA, title=title, summary=summary), "parts": parts}


def _questions(reader: Reader, answers: Answers) -> list[View]:
    """The questions without their answers."""
    texts = [text for one in entries(answers, "questions") if (text := one.text("text"))]
    if not texts:
        return blocks(reader, asked(answers, "questions"))
    return [{"form": "list", "label": "", "values": texts, "run": False, "notes": []}]


# ------------------------------------------------------------------ note

_SAID = ("findings", "transferability", "outputs", "next_steps", "decisions", "feedback")
_FOUND = ("context", "solutions", "actions", "obstacles", "new_ideas")
_LEARNED = ("effects", "learning", "minutes")


def visit_view(reader: Reader) -> View:
    """What came out of the visit; the mentor's frank comments only for those who may read them."""
    answers, title, summary = opening(reader, NOTE)
    summary += asked(answers, "held")
    children = answers.top.children

    def heading(key: str) -> str:
        return reader.translate(children[key].label)

    parts = part("purpose", reader.translate(N_("What the visit was for")), _aim(reader, answers))
    parts += part("findings", heading("findings"), _findings(reader, answers))
    parts += part("transferability", heading("transferability"), _transfers(reader, answers))
    parts += part("outputs", heading("outputs"), bare(answers, "outputs"))
    parts += part("next-steps", heading("next_steps"), _next_steps(reader, answers))
    parts += part("decisions", heading("decisions"), bare(answers, "decisions"))
    parts += part("feedback", heading("feedback"), bare(answers, "feedback"))
    parts += part(
        "learning", reader.translate(N_("What it moved")), blocks(reader, asked(answers, *_LEARNED))
    )
    parts += part("people", reader.translate(N_("Who took part")), participants(reader, answers, named=True))
    ends = asked(answers, "sources", "signatures")
    parts += part("sources", reader.translate(N_("Sources and signatures")), blocks(reader, ends))
    parts += confidences(reader, KIND)
    return {**page(reader, answers.root, NOTE, title=title, summary=summary), "parts": parts}


def bare(answers: Answers, key: str) -> list[View]:
    """An answer whose label is the heading of its part already."""
    answer = answers.at(key)
    if answer is None or answer["form"] in ("gap", "text"):
        return blocks(answers.reader, [answer] if answer else [])
    return [{**answer, "label": "", "short": False}]


def _aim(reader: Reader, answers: Answers) -> list[View]:
    return purpose(reader, answers) + blocks(reader, asked(answers, "questions"))


def _findings(reader: Reader, answers: Answers) -> list[View]:
    found = answers.root["findings"]
    if not isinstance(found.value, dict) or not found.answered:
        return blocks(reader, asked(answers, "findings"))
    return blocks(reader, [answer for key in _FOUND if (answer := answers.at("findings", key))])


def _transfers(reader: Reader, answers: Answers) -> list[View]:
    """Practice by practice: what can be taken over, under which conditions, and why."""
    found = list(entries(answers, "transferability"))
    if not found:
        return blocks(reader, asked(answers, "transferability"))
    columns = ("transferable", "conditions", "reason")
    head = [reader.translate(found[0].field.children[key].label) for key in ("practice", *columns)]
    rows = [row(one.heading("practice"), one.cells(*columns)) for one in found]
    return [table(reader, N_("What can be taken over from the mentor, and on which conditions"), head, rows)]


def _next_steps(reader: Reader, answers: Answers) -> list[View]:
    """Who does what by when."""
    found = list(entries(answers, "next_steps"))
    if not found:
        return blocks(reader, asked(answers, "next_steps"))
    columns = ("who", "organisation", "due", "done")
    head = [reader.translate(found[0].field.children[key].label) for key in ("what", *columns)]
    rows = [row(one.heading("what"), one.cells(*columns)) for one in found]
    return [table(reader, N_("Who does what next, and by when"), head, rows)]
