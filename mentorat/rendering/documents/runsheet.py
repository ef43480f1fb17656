"""The run sheet: all that the hosts of a visit need on one or two pages, and nothing about anybody's health."""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.rendering.documents.agenda import agenda, participants
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import Entry, entries
from mentorat.rendering.documents.visit import bare, opening
from mentorat.rendering.page import asked, blocks, page, part
from mentorat.rendering.pictures.charts import checks
from mentorat.rendering.pieces import bullets, note, sheet
from mentorat.rendering.saying import Reader, View

LABEL = N_("Run sheet for the hosts")

BEFORE = (
    N_("The rooms are booked, a quiet one for interviews among them."),
    N_("Everybody can get in and follow: a way without steps, a lift, a hearing loop where it is needed."),
    N_("The interpreters have the agenda and the words that come up."),
    N_("Travel and lodging are arranged, and it is clear who pays for what."),
    N_("Screen, sound and connection are tried out, for those who join online too."),
    N_("Each speaker knows the questions of the visit and the time there is."),
    N_("The agenda has gone out to everybody, in a language that they read."),
    N_("It is settled who takes notes, who keeps the time and who opens the door."),
    N_("Guests are told beforehand if pictures are taken, and may say no."),
)
DURING = (
    N_("Signs show the way, and somebody is there to welcome people."),
    N_("The role of each party is said at the start: the mentor listens and asks, it does not decide."),
    N_("What is said in confidence stays in the room."),
    N_("Breaks are long enough to talk."),
    N_("Each day ends with what was learned and what comes next."),
)
AFTER = (
    N_("Those who hosted, spoke and interpreted are thanked."),
    N_("The visit note is written, and both cities have read it."),
    N_("Each next step has a party and a day."),
    N_("Those who could not come hear what came out of it."),
)
PRIVACY = N_(
    "Ask by telephone what guests eat and what their health asks for, tell those who must know, and write it into no file."
)
_OPEN = {
    "start": N_("Without a time"),
    "place": N_("Without a place"),
    "speakers": N_("Without speakers"),
    "language": N_("Without a language"),
}
"""What an item of the agenda still lacks."""


def runsheet_view(reader: Reader) -> View:
    """The run sheet as one reader sees it."""
    answers, title, summary = opening(reader, LABEL)
    parts = part("open", reader.translate(N_("Still open")), _open(reader, answers))
    parts += part(
        "plan", reader.translate(answers.top.children["planning"].label), _planning(reader, answers)
    )
    parts += part("agenda", reader.translate(N_("Course of the visit")), agenda(reader, answers))
    people = participants(reader, answers, named=True)
    parts += part("people", reader.translate(N_("Who takes part")), people)
    parts += part("questions", reader.translate(N_("Questions")), bare(answers, "questions"))
    parts += part("checklist", reader.translate(N_("Checklist")), _checklist(reader))
    return {**page(reader, answers.root, LABEL, title=title, summary=summary), "parts": parts}


def _planning(reader: Reader, answers: Answers) -> list[View]:
    planning = answers.root["planning"]
    if not isinstance(planning.value, dict) or not planning.answered:
        return blocks(reader, asked(answers, "planning"))
    keys = answers.top.children["planning"].children
    return blocks(reader, [answer for key in keys if (answer := answers.at("planning", key))])


def _open(reader: Reader, answers: Answers) -> list[View]:
    """What the agenda still lacks, while there is time to add it."""
    if reader.target.ended or reader.case.is_held(answers.root):
        return []
    items = list(entries(answers, "agenda"))
    facts = []
    for key, label in _OPEN.items():
        names = [_named(reader, item) for item in items if not item.node[key].answered]
        facts += [bullets(reader, names, reader.translate(label))] if names else []
    return sheet(facts)


def _named(reader: Reader, item: Entry) -> View:
    return item.read("title") or item.read("kind") or reader.ours(N_("Item without a title"))


def _checklist(reader: Reader) -> list[View]:
    lists = ((N_("Before"), BEFORE), (N_("On the day"), DURING), (N_("Afterwards"), AFTER))
    return [note(reader, PRIVACY), *(checks(reader, title, points) for title, points in lists)]
