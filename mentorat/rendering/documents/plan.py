"""The action plan (Annex 6): a card for each action, then the annex's own six columns."""

from __future__ import annotations

from collections.abc import Sequence

from mentorat.guide.vocabulary import VOCABULARIES
from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rendering.documents.answers import Answers, brief, gathered
from mentorat.rendering.documents.entries import Entry, entries
from mentorat.rendering.funders import funders
from mentorat.rendering.money import lines
from mentorat.rendering.page import asked, blocks, confidences, document_of, fact, page, part, partners
from mentorat.rendering.pictures.timeline import timeline
from mentorat.rendering.pieces import row, table
from mentorat.rendering.saying import Reader, View

KIND, LABEL = "action-plan", N_("Action plan")
COLUMNS = ("expected_results", "schedule", "lead", "resources", "success_evaluation")
"""The columns of Annex 6 after the first one, which is the action itself."""
STATES = VOCABULARIES["action_status"].terms
_APART = ("title", "status", "description")
"""What a card shows without a label."""


def plan_view(reader: Reader) -> View:
    """The plan as one reader sees it."""
    node = document_of(reader, KIND, LABEL)
    answers = Answers(reader, node)
    actions = cards(reader, answers)
    title = answers.at("title", remarked=False)
    said = title["value"] if title and title["form"] == "text" else None
    summary = partners(reader) + ([title] if title and not said else [])
    summary += asked(answers, "version", "date", "status") + _approval(reader)
    summary += fact(reader, N_("Actions"), _tally(reader, actions))
    heading = reader.translate(answers.top.children["actions"].label)
    gap = [] if len(node["actions"]) else blocks(reader, asked(answers, "actions"))
    parts = part("actions", heading, [{"form": "actions", "actions": actions}] if actions else gap)
    parts += part("timetable", reader.translate(N_("Timetable")), timeline(reader, actions))
    parts += part("money", reader.translate(N_("Money")), funders(reader, lines(answers)))
    parts += part("table", reader.translate(N_("The plan at a glance")), _table(reader, answers, actions))
    rest = answers.all(leave=("title", "version", "date", "status", "actions", "sources", "signatures"))
    origin = reader.translate(N_("How the plan came about, and its risks"))
    parts += part("work", origin, blocks(reader, rest))
    ends = asked(answers, "sources", "signatures")
    parts += part("sources", reader.translate(N_("Sources and signatures")), blocks(reader, ends))
    parts += confidences(reader, KIND)
    return {**page(reader, node, LABEL, title=said, summary=summary), "parts": parts}


def cards(reader: Reader, answers: Answers, only: Sequence[str] = ()) -> list[View]:
    """The actions one by one, with all their answers or `only` some of them beside the six columns."""
    return [_action(reader, entry, only) for entry in entries(answers, "actions")]


def _action(reader: Reader, entry: Entry, only: Sequence[str]) -> View:
    node = entry.node
    ask = {
        key: entry.answers.answer(child, node[key], entry.visibility, remarked=key not in _APART)
        for key, child in entry.field.children.items()
        if key != "id" and (not only or key in (*_APART, *COLUMNS, *only))
    }
    columns = {key: ask.pop(key) for key in COLUMNS}
    lead = columns["lead"]
    if lead and lead["form"] == "group" and all(_is_one_word(fact) for fact in lead["facts"]):
        columns["lead"] = {**lead, "form": "text", "short": True, "value": _together(lead["facts"])}
    title, status, description = (ask.pop(key) for key in _APART)
    named = title["value"] if title and title["form"] == "text" else None
    state = node["status"].word if status and status["form"] == "text" else ""
    rest = (title if named is None else None, None if state else status, *ask.values())
    return {
        "number": node.number,
        "heading": named,
        "status": status["value"] if state and status else None,
        "status_lead": status["lead"] if status else "",
        "state": state if state in STATES else "",
        "description": description,
        "facts": gathered(reader, [answer for answer in (*columns.values(), *rest) if answer]),
        "cells": [brief(columns[key]) for key in COLUMNS],
        "span": _span(node["schedule"]) if columns["schedule"] else [],
    }


def _span(schedule: Node) -> list[str]:
    """The first and the last day of an action, where it has dates."""
    start, end = schedule["start"].date, schedule["end"].last_day or schedule["start"].last_day
    return [start.isoformat(), end.isoformat()] if start and end else []


def _is_one_word(fact: View) -> bool:
    return fact["form"] == "text" and not fact["notes"]


def _together(facts: list[View]) -> View:
    """Who leads: the organisation, with the function behind it."""
    first, *others = [fact["value"] for fact in facts]
    return {**first, "details": [*first["details"], *others]}


def _tally(reader: Reader, actions: list[View]) -> View:
    """How many actions there are, and how many in each state."""
    found = [action["state"] for action in actions]
    details = [
        reader.ours(N_("{state}: {n}"), state=reader.translate(label), n=found.count(state))
        for state, label in STATES.items()
        if state in found
    ]
    return reader.plain(str(len(actions)), details=details)


def _approval(reader: Reader) -> list[View]:
    """The decision on the plan, once there is one."""
    follow_up = reader.part("follow-up")
    approval = follow_up["approval"] if follow_up else None
    decision = reader.open(approval["decision"]) if approval else None
    if approval is None or decision is None:
        return []
    word = reader.plain(reader.label("approval_decision", decision.word))
    body, date = reader.open(approval["body"]), reader.open(approval["date"])
    name = reader.organisation(body.word) if body else None
    day = reader.plain(reader.locale.date(date.value)) if date else None
    return fact(reader, N_("Approval"), {**word, "details": [detail for detail in (name, day) if detail]})


def _table(reader: Reader, answers: Answers, actions: list[View]) -> list[View]:
    """Annex 6 as it is: one action a row, six columns."""
    if not actions:
        return []
    children = answers.top.children["actions"].children
    labels = (reader.translate(children[key].label) for key in ("title", *COLUMNS))
    head = [f"{number}. {label}" for number, label in enumerate(labels, 1)]
    rows = [row(action["heading"], action["cells"], number=action["number"]) for action in actions]
    caption = N_("The actions in the six columns of the method's action plan")
    return [table(reader, caption, head, rows, wide=True)]
