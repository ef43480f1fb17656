"""The progress report: where every action stands, what was noted, what is late, and the talks with the mentor."""

from __future__ import annotations

import datetime

from mentorat.i18n import N_
from mentorat.rendering.checked import report
from mentorat.rendering.dates import OVER, is_late, is_overdue
from mentorat.rendering.documents.answers import Answers, brief, labelled
from mentorat.rendering.documents.entries import Entry, beside, entries, read
from mentorat.rendering.documents.plan import KIND
from mentorat.rendering.documents.plan import LABEL as PLAN
from mentorat.rendering.known import columns, decision_in_short, lead, plan_in_short, state, tally
from mentorat.rendering.money import budget, lines
from mentorat.rendering.page import asked, blocks, confidences, document_of, fact, page, part, partners
from mentorat.rendering.pictures.charts import steps
from mentorat.rendering.pieces import bullets, cell, note, row, table
from mentorat.rendering.saying import Reader, View

LABEL = N_("Progress report")
_SILENCE = datetime.timedelta(days=183)
"""How long an action that is under way may go without a note before the report says so."""


def progress_view(reader: Reader) -> View:
    """The report as one reader sees it."""
    node = document_of(reader, KIND, PLAN)
    plan, follow_up = Answers(reader, node), beside(reader, "follow-up")
    actions = list(entries(plan, "actions"))
    summary = partners(reader) + plan_in_short(reader, plan) + decision_in_short(reader, follow_up)
    summary += fact(reader, N_("Actions"), tally(reader, actions))
    late = [action for action in actions if is_late(reader, action.node)]
    if any(action.open("status") for action in actions):
        summary += fact(reader, N_("Late"), reader.plain(str(len(late))))
    parts = part("overview", reader.translate(N_("Where every action stands")), _overview(reader, actions))
    parts += part("late", reader.translate(N_("What needs attention")), _attention(reader, actions))
    parts += part("actions", reader.translate(N_("Action by action")), _told(reader, actions))
    found = lines(plan)
    parts += part("money", reader.translate(N_("Money")), [budget(reader, found)] if found else [])
    parts += part(
        "exchanges", reader.translate(N_("With the mentor and the network")), _exchanges(reader, follow_up)
    )
    parts += part(
        "issues", reader.translate(N_("What the city cannot solve alone")), _issues(reader, follow_up)
    )
    parts += part("steps", reader.translate(N_("Step by step")), _steps(reader))
    parts += confidences(reader, KIND)
    title = read(reader, node["title"])
    return {**page(reader, node, LABEL, title=title, summary=summary), "parts": parts}


def _steps(reader: Reader) -> list[View]:
    """How much of what each step asks for is there; nothing for the public, whom gaps in confidence do not concern."""
    if reader.audience == "public":
        return []
    return steps(reader, [one for one in report(reader.workspace).steps if one.pairing == reader.case.id])


# ------------------------------------------------------------------ all actions in one table


def _overview(reader: Reader, actions: list[Entry]) -> list[View]:
    if not actions:
        return [note(reader, N_("No action is planned yet."))]
    labels = actions[0].field.children
    head = [reader.translate(labels[key].label) for key in ("title", "status", "schedule", "lead")]
    head.append(reader.translate(N_("Latest news")))
    rows = []
    for action in actions:
        status = state(reader, action)
        cells = [
            cell(reader, status) if status else action.at("status"),
            brief(action.at("schedule")),
            lead(reader, action),
            _latest(reader, action),
        ]
        rows.append(row(action.text("title"), cells, number=action.number))
    return [table(reader, N_("The actions and their state"), head, rows)]


def _notes(action: Entry) -> list[Entry]:
    """What was noted on an action, the latest first."""
    return sorted(
        action.below("progress"), key=lambda entry: entry.node["date"].date or datetime.date.min, reverse=True
    )


def _latest(reader: Reader, action: Entry) -> View | None:
    notes = _notes(action)
    if not notes:
        return brief(action.at("progress"))
    date, text, share = (notes[0].read(key) for key in ("date", "note", "percent"))
    done = reader.ours(N_("{n} % done"), n=share["text"]) if share else None
    heading = text or date
    if heading is None:
        return None
    behind = [detail for detail in (date if text else None, done) if detail]
    return cell(reader, {**heading, "details": [*heading["details"], *behind]})


# ------------------------------------------------------------------ what needs attention


def _attention(reader: Reader, actions: list[Entry]) -> list[View]:
    found = []
    for action in actions:
        remarks = _remarks(reader, action)
        title = action.read("title") or reader.ours(N_("Action {n}"), n=action.number)
        if remarks:
            found.append({**title, "text": f"{action.number}. {title['text']}", "details": remarks})
    if found:
        return [bullets(reader, found)]
    if not any(action.open("status") for action in actions):
        return []
    return [note(reader, N_("Nothing: no action is late, paused or without news."))]


def _remarks(reader: Reader, action: Entry) -> list[View]:
    status = action.open("status")
    if status is None or status.word in OVER:
        return []
    end = action.node.at("schedule", "end" if is_late(reader, action.node) else "start")
    date = reader.locale.date(end.value)
    remarks = []
    if is_late(reader, action.node):
        remarks.append(reader.ours(N_("it should have ended: {date}"), date=date))
    elif is_overdue(reader, action.node):
        remarks.append(reader.ours(N_("it should have begun: {date}"), date=date))
    if status.word == "paused":
        remarks.append(reader.ours(N_("it is paused")))
    notes = _notes(action)
    last = notes[0].node["date"].date if notes else None
    if status.word == "started" and last and last < reader.target.as_of - _SILENCE:
        written = reader.locale.date(notes[0].node["date"].value)
        remarks.append(reader.ours(N_("no news since {date}"), date=written))
    elif status.word == "started" and not notes:
        remarks.append(reader.ours(N_("nothing noted yet")))
    return remarks


# ------------------------------------------------------------------ action by action


def _told(reader: Reader, actions: list[Entry]) -> list[View]:
    """What was noted, and what shall show that an action worked."""
    told = [
        {
            "number": action.number,
            "heading": action.read("title"),
            "status": state(reader, action),
            "status_lead": labelled(reader, reader.translate(action.field.children["status"].label), None)[
                "lead"
            ],
            "state": known.word if (known := action.open("status")) else "",
            "description": None,
            "facts": action.asked("progress", "success_evaluation"),
        }
        for action in actions
    ]
    return [{"form": "actions", "actions": told}] if any(one["facts"] for one in told) else []


# ------------------------------------------------------------------ the others


def _exchanges(reader: Reader, follow_up: Answers | None) -> list[View]:
    if follow_up is None:
        return []
    found = blocks(reader, asked(follow_up, "rhythm", "mentor_role", "network_part"))
    head, rows = columns(reader, follow_up, "exchanges", ("date", "mode", "topics", "next_date"))
    if rows:
        found.append(table(reader, N_("Exchanges of mentee and mentor"), head, rows))
    known = follow_up.at("dissemination")
    return [*found, *blocks(reader, [known])] if known and known["form"] == "entries" else found


def _issues(reader: Reader, follow_up: Answers | None) -> list[View]:
    if follow_up is None:
        return []
    head, rows = columns(reader, follow_up, "multilevel_issues", ("issue", "level", "addressee", "status"))
    return [table(reader, N_("Issues that the associations carry upward"), head, rows)] if rows else []
