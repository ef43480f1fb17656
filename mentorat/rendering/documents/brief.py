"""One page for a mayor or a councillor: what is asked, the problem, the actions, their cost, who and when."""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.rendering.dates import Happening, coming, is_late
from mentorat.rendering.documents.answers import Answers, brief
from mentorat.rendering.documents.entries import Entry, beside, entries, read
from mentorat.rendering.known import (
    body,
    decision,
    decision_in_short,
    lead,
    members,
    mentee,
    plan_in_short,
    state,
)
from mentorat.rendering.money import Line, by_status, lines, total
from mentorat.rendering.page import document_of, fact, page, part, partners
from mentorat.rendering.pieces import bullets, cell, note, prose, row, sheet, table
from mentorat.rendering.saying import Reader, View

LABEL = N_("In brief")
_NEEDS, _DATES = 3, 4
"""How many needs and dates have room on the page."""


def brief_view(reader: Reader) -> View:
    """The page as one reader sees it, from whatever there is so far."""
    node = document_of(reader, "pairing", N_("Pairing"))
    plan, follow_up = beside(reader, "action-plan"), beside(reader, "follow-up")
    actions = list(entries(plan, "actions")) if plan else []
    found = lines(plan) if plan else []
    ahead = coming(reader)
    asks = _asks(reader, plan, follow_up, actions, found)
    parts = part("asked", reader.translate(N_("What is asked of you")), asks)
    parts += part("problem", reader.translate(N_("The problem")), _problem(reader))
    parts += part(
        "actions", reader.translate(N_("What is to be done")), _actions(reader, plan, actions, found)
    )
    parts += part("who", reader.translate(N_("Who, and when")), _who(reader, ahead))
    summary = partners(reader)
    if plan:
        summary += plan_in_short(reader, plan)
    summary += decision_in_short(reader, follow_up)
    if found:
        cost = reader.plain(total(reader, found), details=by_status(reader, found))
        summary += fact(reader, N_("Planned cost"), cost)
    title = read(reader, plan.root["title"]) if plan else None
    made_from = ", ".join(each.root.document.file for each in (plan, follow_up) if each)
    view = page(reader, node, LABEL, title=title, summary=summary, file=made_from)
    return {**view, "parts": parts, "style": "letter"}


# ------------------------------------------------------------------ what is asked


def _asks(
    reader: Reader,
    plan: Answers | None,
    follow_up: Answers | None,
    actions: list[Entry],
    found: list[Line],
) -> list[View]:
    if reader.target.ended:
        return [note(reader, N_("Nothing: this pairing is over."))]
    asks = [_on_the_plan(reader, plan if actions else None, follow_up)]
    to_find = [line for line in found if line.status == "to_find"]
    requested = [line for line in found if line.status == "requested"]
    if to_find:
        text = N_("Help to find {amount} that nobody has promised yet.")
        asks.append(reader.ours(text, amount=total(reader, to_find)))
    if requested:
        text = N_("Support the requests for {amount}, on which others decide.")
        asks.append(reader.ours(text, amount=total(reader, requested)))
    late = [action for action in actions if is_late(reader, action.node)]
    if late:
        text = reader.translate.plural(
            N_("Ask what holds up {n} action that is late."),
            N_("Ask what holds up {n} actions that are late."),
            len(late),
        )
        asks.append(reader.plain(text))
    return [bullets(reader, asks)]


def _on_the_plan(reader: Reader, plan: Answers | None, follow_up: Answers | None) -> View:
    decided = decision(reader, follow_up)
    decider = body(reader, follow_up)
    date = read(reader, follow_up.root.at("approval", "date")) if follow_up else None
    if plan is None and not decided:
        return reader.ours(N_("Back the work on an action plan; there is none yet."))
    if decided == "approved" and date:
        text = N_("Stand by the plan approved on {date} while it is carried out.")
        return reader.ours(text, date=date["text"])
    if decided == "approved":
        return reader.ours(N_("Stand by the plan that was approved while it is carried out."))
    if decided == "approved_with_changes":
        return reader.ours(N_("See to it that the plan is changed as its approval asks for."))
    if decided == "rejected":
        return reader.ours(N_("Say what has to change in the plan, which was not approved."))
    if decider and decider["text"] != mentee(reader)["text"]:
        return reader.ours(N_("Bring the plan before {body} for approval."), body=decider["text"])
    return reader.ours(N_("Bring the plan to approval."))


# ------------------------------------------------------------------ the problem and the actions


def _problem(reader: Reader) -> list[View]:
    challenge = read(reader, reader.case.pairing["challenge"])
    found = [prose(reader, challenge)] if challenge else []
    analysis = beside(reader, "needs-analysis")
    needs = list(entries(analysis, "items")) if analysis else []
    needs.sort(key=lambda need: -(node.numeric or 0 if (node := need.open("priority")) else 0))
    titles = [text for need in needs if (text := need.read("title") or need.read("problem"))]
    shown = titles[:_NEEDS]
    if len(titles) > _NEEDS:
        more = reader.translate.plural(
            N_("and {n} more need"), N_("and {n} more needs"), len(titles) - _NEEDS
        )
        shown.append(reader.plain(more))
    return [*found, bullets(reader, shown)] if shown else found


def _actions(reader: Reader, plan: Answers | None, actions: list[Entry], found: list[Line]) -> list[View]:
    if not actions:
        return [note(reader, N_("No action is planned yet."))] if plan else []
    labels = actions[0].field.children
    states = {action.number: state(reader, action) for action in actions}
    head = [reader.translate(labels[key].label) for key in ("title", "lead", "schedule")]
    head.append(reader.translate(N_("Planned cost")))
    if any(states.values()):
        head.append(reader.translate(labels["status"].label))
    rows = []
    for action in actions:
        own = [line for line in found if line.action.number == action.number]
        cells = [lead(reader, action), brief(action.at("schedule"))]
        cells.append(cell(reader, reader.plain(total(reader, own)) if own else None))
        if any(states.values()):
            cells.append(cell(reader, states[action.number]))
        rows.append(row(action.text("title"), cells, number=action.number))
    return [table(reader, N_("The actions, who leads them, when and at what cost"), head, rows)]


# ------------------------------------------------------------------ who and when


def _who(reader: Reader, ahead: list[Happening]) -> list[View]:
    facts = fact(reader, N_("Local support network"), _network(reader))
    dates = [{**one.title, "details": [*one.title["details"], one.written]} for one in ahead[:_DATES]]
    if dates:
        facts.append({**bullets(reader, dates, reader.translate(N_("Coming up"))), "short": True})
    return sheet(facts)


def _network(reader: Reader) -> View | None:
    names = [name for member in members(reader) if (name := member.read("organisation"))]
    if not names:
        return None
    text = reader.translate.plural(N_("{n} organisation"), N_("{n} organisations"), len(names))
    return reader.plain(text, details=names)
