"""The dates of a pairing that a reader may know: visits, what actions owe, exchanges, milestones."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from mentorat.guide.steps import BY_ID, PHASE_STEP
from mentorat.i18n import N_
from mentorat.nodes import Node, Unreadable
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import Entry, beside, entries, read
from mentorat.rendering.saying import Reader, View

OVER = frozenset({"done", "dropped"})
"""States of an action that owes nothing any more."""
_FURTHER = N_("Further visit")


@dataclass(frozen=True, slots=True)
class Happening:
    """Something with a date.

    `node` is where it is written, `written` the date in words, as precise as it is known; `exact` says
    whether both days are known.  What is `due` has to be reached on its last day; a `measure`
    is a value that an action is to have reached by then.  `start` and `end` are times of the day.
    """

    node: Node
    first: datetime.date
    last: datetime.date
    written: View
    title: View
    place: View | None = None
    due: bool = False
    measure: bool = False
    exact: bool = True
    start: datetime.time | None = None
    end: datetime.time | None = None


def happenings(reader: Reader) -> list[Happening]:
    """Every date of the pairing that the reader may know, the earliest first."""
    found = [*_visits(reader, visits(reader)), *_actions(reader), *_others(reader)]
    return sorted(found, key=lambda one: (one.last if one.due else one.first, one.node.document.file))


def coming(reader: Reader) -> list[Happening]:
    """Those that lie ahead, without what is to be measured."""
    return [one for one in happenings(reader) if one.last >= reader.target.as_of and not one.measure]


# ------------------------------------------------------------------ visits


def visits(reader: Reader) -> list[Answers]:
    """The visits that the reader may open, in their order."""
    try:
        nodes = reader.case.visits
    except Unreadable:
        return []
    return [Answers(reader, node) for node in nodes if reader.open(node) or not node.value]


def agenda(reader: Reader) -> list[Happening]:
    """What one visit owes to a calendar: its items with their times, else its days; and its next steps."""
    visit = Answers(reader, reader.target.part("visit"))
    items = [one for entry in entries(visit, "agenda") if (one := _item(reader, visit.root, entry))]
    steps = [
        _due(reader, node, day, title)
        for entry in entries(visit, "next_steps")
        if (node := entry.open("due")) and (day := node.date) and (title := entry.read("what"))
    ]
    return [*(items or _visits(reader, [visit])), *steps]


def _item(reader: Reader, visit: Node, entry: Entry) -> Happening | None:
    node = entry.open("day") or reader.open(visit.at("dates", "start"))
    title = entry.read("title") or entry.read("kind")
    if node is None or title is None or not _is_day(node) or node.date is None:
        return None
    start, end = (_time(entry.open(key)) for key in ("start", "end"))
    written = reader.plain(reader.locale.date(node.value))
    place = entry.read("place") or read(reader, visit["place"])
    return Happening(entry.node, node.date, node.date, written, title, place, start=start, end=end)


def _time(node: Node | None) -> datetime.time | None:
    try:
        return datetime.time.fromisoformat(node.word) if node else None
    except ValueError:
        return None


def name_of_visit(reader: Reader, visit: Node) -> View:
    """What to call a visit: its phase, as the steps name it."""
    phase = reader.open(visit["phase"])
    step = PHASE_STEP.get(phase.word) if phase else None
    return reader.ours(BY_ID[step].label if step else _FURTHER)


def _visits(reader: Reader, known: list[Answers]) -> list[Happening]:
    found = []
    for answers in known:
        visit = answers.root
        first = visit.at("dates", "start")
        written = answers.at("dates", remarked=False) if first.date else None
        if first.date and written and written["form"] == "text":
            last = visit.at("dates", "end")
            found.append(
                Happening(
                    visit["dates"],
                    first.date,
                    max(first.date, last.last_day or first.last_day or first.date),
                    written["value"],
                    name_of_visit(reader, visit),
                    place=read(reader, visit["place"]),
                    exact=_is_day(first) and (last.date is None or _is_day(last)),
                )
            )
    return found


def _is_day(node: Node) -> bool:
    return isinstance(node.value, str) and node.value.count("-") == 2


# ------------------------------------------------------------------ the plan and its follow-up


def is_late(reader: Reader, action: Node) -> bool:
    """Whether an action that is not over should be, as far as the reader may know."""
    status, end = reader.open(action["status"]), reader.open(action.at("schedule", "end"))
    day = end.last_day if end else None
    return bool(status and status.word not in OVER and day and day < reader.target.as_of)


def is_overdue(reader: Reader, action: Node) -> bool:
    """Whether an action should have begun and has not, as far as the reader may know."""
    status, start = reader.open(action["status"]), reader.open(action.at("schedule", "start"))
    day = start.last_day if start else None
    waiting = status is not None and status.word in ("proposed", "planned")
    return bool(waiting and day and day < reader.target.as_of) and not is_late(reader, action)


def _actions(reader: Reader) -> list[Happening]:
    plan = beside(reader, "action-plan")
    found = []
    for action in entries(plan, "actions") if plan else []:
        status, end = action.open("status"), action.node.at("schedule", "end")
        title, day = action.read("title"), end.last_day
        if title and day and reader.open(end) and not (status and status.word in OVER):
            found.append(_due(reader, end, day, title))
        for evidence in action.below("success_evaluation"):
            node = evidence.node["due"]
            name = evidence.read("indicator") or evidence.read("evidence")
            if name and (last := node.last_day) and reader.open(node):
                found.append(replace(_due(reader, node, last, name), measure=True))
    return found


def _due(reader: Reader, node: Node, day: datetime.date, title: View) -> Happening:
    return Happening(node, day, day, reader.plain(reader.locale.date(node.value)), title, due=True)


def _others(reader: Reader) -> list[Happening]:
    """Exchanges, and the milestones of the pairing and of the programme."""
    found = []
    exchanges = beside(reader, "follow-up")
    for entry in entries(exchanges, "exchanges") if exchanges else []:
        dates = [entry.node["date"], entry.node["next_date"]]
        found += [
            _happening(reader, node, reader.ours(N_("Exchange of mentee and mentor"))) for node in dates
        ]
    for entry in entries(Answers(reader, reader.case.pairing), "timetable"):
        found.append(_happening(reader, entry.node["date"], entry.read("milestone")))
    return _once([*(one for one in found if one), *milestones(reader)])


def milestones(reader: Reader) -> list[Happening]:
    """The milestones of the programme."""
    programme = reader.target.programme
    found = [
        _happening(reader, entry.node["date"], entry.read("title"))
        for entry in (entries(Answers(reader, programme), "milestones") if programme.exists else ())
    ]
    return [one for one in found if one]


def _happening(reader: Reader, node: Node, title: View | None) -> Happening | None:
    first = node.date
    if title is None or first is None or reader.open(node) is None:
        return None
    written = reader.plain(reader.locale.date(node.value))
    return Happening(node, first, node.last_day or first, written, title, exact=_is_day(node))


def _once(found: list[Happening]) -> list[Happening]:
    """Without what stands twice: an exchange that was announced and then held."""
    return list({(one.first, one.last, one.title["text"]): one for one in reversed(found)}.values())[::-1]
