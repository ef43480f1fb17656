"""What several pages say of a pairing: its cities, who leads an action, what was decided on the plan."""

from __future__ import annotations

from mentorat.guide.vocabulary import VOCABULARIES
from mentorat.i18n import N_
from mentorat.rendering.dates import is_late, is_overdue
from mentorat.rendering.documents.answers import Answers, brief
from mentorat.rendering.documents.entries import Entry, beside, entries, read
from mentorat.rendering.page import fact
from mentorat.rendering.pieces import cell, row
from mentorat.rendering.saying import Reader, View

STATES = VOCABULARIES["action_status"].terms
DECISIONS = ("approved", "approved_with_changes", "rejected")
_SIGNS = {"proposed": "?", "planned": "○", "started": "●", "done": "✓", "paused": "‖", "dropped": "✕"}
"""A sign beside the word for a state, so that a table can be read across."""


# ------------------------------------------------------------------ cities


def mentee(reader: Reader) -> View:
    """The mentee city's name."""
    name = read(reader, reader.case.pairing.at("mentee", "city"))
    return name or reader.ours(N_("the mentee city"))


def mentor(reader: Reader) -> View | None:
    """The mentor city's name, where one is chosen."""
    return read(reader, reader.case.pairing.at("mentor", "city"))


# ------------------------------------------------------------------ the plan and the decision on it


def plan_in_short(reader: Reader, plan: Answers) -> list[View]:
    """Version, date and status of the plan as one line."""
    version, date, status = (read(reader, plan.root[key]) for key in ("version", "date", "status"))
    said = [reader.ours(N_("version {version}"), version=version["text"])] if version else []
    said += [text for text in (date, status) if text]
    return fact(reader, N_("Action plan"), {**said[0], "details": said[1:]}) if said else []


def decision(reader: Reader, follow_up: Answers | None) -> str:
    """What was decided on the plan, as an id; "" where nothing was, or where it may not be known."""
    node = reader.open(follow_up.root.at("approval", "decision")) if follow_up else None
    return node.word if node and node.word in DECISIONS else ""


def body(reader: Reader, follow_up: Answers | None) -> View | None:
    """The body that decides on the plan."""
    return read(reader, follow_up.root.at("approval", "body")) if follow_up else None


def decision_in_short(reader: Reader, follow_up: Answers | None) -> list[View]:
    """The decision, with its body and its day behind it, as one line."""
    decided = decision(reader, follow_up)
    if not decided or follow_up is None:
        return []
    date = read(reader, follow_up.root.at("approval", "date"))
    details = [text for text in (body(reader, follow_up), date) if text]
    word = reader.plain(reader.label("approval_decision", decided), details=details)
    return fact(reader, N_("Approval"), word)


# ------------------------------------------------------------------ actions


def lead(reader: Reader, action: Entry) -> View | None:
    """Who leads an action, with the function behind the organisation; a gap where nobody does."""
    places = (action.node.at("lead", key) for key in ("organisation", "function"))
    named = [text for place in places if (text := read(reader, place))]
    if not named:
        return brief(action.at("lead"))
    return cell(reader, {**named[0], "details": [*named[0]["details"], *named[1:]]})


def state(reader: Reader, action: Entry) -> View | None:
    """Where an action stands, as a sign and a word, and whether it is behind its timetable."""
    known = action.open("status")
    if known is None or known.word not in STATES:
        return None
    text = reader.plain(reader.label("action_status", known.word))
    details = []
    if is_late(reader, action.node):
        details = [reader.ours(N_("late"))]
    elif is_overdue(reader, action.node):
        details = [reader.ours(N_("should have begun"))]
    return {**text, "sign": "!" if details else _SIGNS[known.word], "state": known.word, "details": details}


def tally(reader: Reader, actions: list[Entry]) -> View:
    """How many actions there are, and how many in each state."""
    found = [node.word for action in actions if (node := action.open("status"))]
    details = [
        reader.ours(N_("{state}: {n}"), state=reader.translate(label), n=found.count(word))
        for word, label in STATES.items()
        if word in found
    ]
    return reader.plain(str(len(actions)), details=details)


# ------------------------------------------------------------------ lists as tables


def columns(
    reader: Reader, answers: Answers, key: str, names: tuple[str, ...], *, numbered: bool = False
) -> tuple[list[str], list[View]]:
    """The head and the rows of a list of the document as a table; its first column heads each row."""
    children = answers.top.children[key].children
    rows = []
    for entry in entries(answers, key):
        heading = entry.read(names[0]) or reader.plain(str(entry.number))
        cells = [brief(entry.at(name)) for name in names[1:]]
        rows.append(row(heading, cells, number=entry.number if numbered else 0))
    return [reader.translate(children[name].label) for name in names], rows


def members(reader: Reader) -> list[Entry]:
    """The members of the local support network."""
    network = beside(reader, "support-network")
    return list(entries(network, "members")) if network else []
