"""One page for whoever takes over: where the pairing is, who is who, what is open, what is next, where things are."""

from __future__ import annotations

from mentorat.findings import Finding
from mentorat.guide.parties import PARTIES
from mentorat.guide.steps import BY_ID
from mentorat.i18n import N_
from mentorat.model.documents import KINDS
from mentorat.nodes import Document
from mentorat.rendering import audience as who
from mentorat.rendering.checked import open_things, report
from mentorat.rendering.dates import coming, visits
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import beside, entries, read
from mentorat.rendering.known import decision_in_short, plan_in_short, tally
from mentorat.rendering.page import asked, blocks, document_of, fact, page, part, partners
from mentorat.rendering.pieces import bullets, cell, note, prose, row, table
from mentorat.rendering.saying import Reader, View

LABEL = N_("Handover")
_DATES, _OPEN = 4, 3
"""How many dates, and how many open things of each party, have room on the page."""
_AGREED = ("agreement", "commitment", "adaptations")
_TEAMS = {"mentee": "mentee_city", "mentor": "mentor_city"}


def handover_view(reader: Reader) -> View:
    """The page as one reader sees it, from whatever there is so far."""
    node = document_of(reader, "pairing", N_("Pairing"))
    pairing = Answers(reader, node)
    parts = part("open", reader.translate(N_("What is open, and for whom")), _open(reader))
    parts += part("dates", reader.translate(N_("What comes next")), _dates(reader))
    parts += part("who", reader.translate(N_("Who is who")), _who(reader, pairing))
    history = blocks(reader, asked(pairing, "history")) if len(node["history"]) else []
    agreed = [answer for answer in asked(pairing, *_AGREED) if answer["form"] != "gap"]
    parts += part("agreed", reader.translate(N_("What was agreed")), blocks(reader, agreed))
    parts += part("history", reader.translate(N_("What has changed on the way")), history)
    parts += part("documents", reader.translate(N_("Where the documents are")), _documents(reader))
    theme = read(reader, node["theme"])
    summary = partners(reader)[1 if theme else 0 :] + _where(reader, pairing)
    view = page(reader, node, LABEL, title=theme, summary=summary)
    return {**view, "parts": parts, "style": "letter"}


def _where(reader: Reader, pairing: Answers) -> list[View]:
    """Where the pairing is: its step, its visits, its plan and the decision on it."""
    case = reader.case
    facts = []
    if reader.open(pairing.root["step"]):
        progress = [one for one in report(reader.workspace).steps if one.pairing == case.id]
        done = next((one for one in progress if one.step == case.reached and one.total), None)
        asks = N_("{done} of {total} things that it asks for are there")
        details = [reader.ours(asks, done=done.done, total=done.total)] if done else []
        step = reader.plain(reader.translate(BY_ID[case.reached].label), details=details)
        facts += fact(reader, N_("Step"), step)
    facts += asked(pairing, "state", "period")
    held = [visit.root for visit in visits(reader) if case.is_held(visit.root)]
    planned = read(reader, pairing.root["visits_planned"])
    if planned:
        text = reader.ours(N_("{n} held, {planned} planned in all"), n=len(held), planned=planned["text"])
    else:
        text = reader.ours(N_("{n} held"), n=len(held))
    facts += fact(reader, N_("Visits"), text)
    plan, follow_up = beside(reader, "action-plan"), beside(reader, "follow-up")
    if plan:
        facts += plan_in_short(reader, plan)
        facts += fact(reader, N_("Actions"), tally(reader, list(entries(plan, "actions"))))
    return facts + decision_in_short(reader, follow_up)


# ------------------------------------------------------------------ what is open


def _open(reader: Reader) -> list[View]:
    if reader.audience == "public":
        return []
    by_party: dict[str, list[Finding]] = {}
    for finding in open_things(reader):
        by_party.setdefault(finding.party, []).append(finding)
    if not by_party:
        return [note(reader, N_("Nothing that should be there by now is missing."))]
    rows = []
    for party in sorted(by_party, key=lambda party: (-len(by_party[party]), party)):
        found = by_party[party]
        shown = [reader.plain(finding.message.show(reader.translate)) for finding in found[:_OPEN]]
        if len(found) > _OPEN:
            more = reader.translate.plural(N_("and {n} more"), N_("and {n} more"), len(found) - _OPEN)
            shown.append(reader.plain(more))
        name = reader.ours(PARTIES[party]) if party in PARTIES else reader.plain(party)
        rows.append(row(name, [cell(reader, reader.plain(str(len(found)))), cell(reader, *shown)]))
    head = [reader.translate(name) for name in (N_("Party"), N_("Open"), N_("First of all"))]
    return [table(reader, N_("What the method asks for and is not there, by party"), head, rows)]


def _dates(reader: Reader) -> list[View]:
    rows = []
    for one in coming(reader)[:_DATES]:
        title = reader.ours(N_("Due: {title}"), title=one.title["text"]) if one.due else one.title
        rows.append(row(one.written, [cell(reader, {**title, "details": [one.place] if one.place else []})]))
    if not rows:
        return [note(reader, N_("No date lies ahead."))]
    head = [reader.translate(N_("When?")), reader.translate(N_("What?"))]
    return [table(reader, N_("The next dates"), head, rows)]


# ------------------------------------------------------------------ who is who


def _who(reader: Reader, pairing: Answers) -> list[View]:
    internal = reader.audience == "internal"
    rows = []

    def take(party: str, organisation: View | None, function: View | None, person: View | None) -> None:
        cells = [cell(reader, organisation), cell(reader, function)]
        rows.append(row(reader.ours(PARTIES[party]), [*cells, cell(reader, person)] if internal else cells))

    for side, party in _TEAMS.items():
        city = read(reader, pairing.root.at(side, "city"))
        team = list(entries(pairing, side, "team"))
        if city and not team:
            take(party, city, None, None)
        for member in team:
            kind = member.open("kind")
            whose = f"{side}_association" if kind and kind.word == "association" else party
            person = member.read("person") if internal else None
            take(whose, member.read("organisation") or city, member.read("function"), person)
    for entry in entries(pairing, "facilitators"):
        person = entry.read("person") if internal else None
        take("facilitator", entry.read("organisation"), None, person)
    names = [N_("Party"), N_("Organisation"), N_("Function"), *([N_("Person")] if internal else [])]
    caption = N_("The teams by function")
    return [table(reader, caption, [reader.translate(name) for name in names], rows)] if rows else []


# ------------------------------------------------------------------ where the documents are


def _documents(reader: Reader) -> list[View]:
    found, folder = [], reader.target.beside
    for document in sorted(reader.case.documents, key=lambda document: document.file):
        if who.may_read(reader.audience, who.of_document(document)):
            kind = reader.ours(KINDS[document.kind].label)
            name = document.file.removeprefix(f"{folder}/")
            found.append(reader.plain(name, details=[kind, *_state(reader, document)]))
    where = reader.ours(N_("All of them lie in the folder {folder}."), folder=folder)
    return [prose(reader, where), bullets(reader, found)]


def _state(reader: Reader, document: Document) -> list[View]:
    if not document.readable:
        return [reader.ours(N_("cannot be read"))]
    return [text for key in ("version", "status", "date") if (text := read(reader, document.root[key]))]
