"""Two pages in plain language for the local network: what was decided, what you said, what became of it, what next.

Short sentences, one thing each; every difficult word is explained at the end.
"""

from __future__ import annotations

from mentorat.guide.parties import PARTIES
from mentorat.i18n import N_
from mentorat.rendering.dates import coming, visits
from mentorat.rendering.documents.answers import Answers, brief, labelled
from mentorat.rendering.documents.entries import Entry, beside, entries, read, read_all
from mentorat.rendering.escape import url
from mentorat.rendering.known import body, decision, lead, mentee, mentor, state
from mentorat.rendering.page import document_of, fact, page, part
from mentorat.rendering.pieces import bullets, cell, prose, row, sheet, table
from mentorat.rendering.saying import Reader, View

LABEL = N_("Summary in plain words")
_DATES = 4
_WORDS = (
    (PARTIES["mentee_city"], N_("The city that wants to do better. It decides what is done.")),
    (
        PARTIES["mentor_city"],
        N_("A city that has done this before. It tells what it learned. It does not decide."),
    ),
    (
        PARTIES["local_network"],
        N_("Local organisations. They help to make the plan and see that it is carried out."),
    ),
    (N_("Action plan"), N_("A list of actions. It says who does what, when and with which money.")),
)


def summary_view(reader: Reader) -> View:
    """The summary as one reader sees it, from whatever there is so far."""
    node = document_of(reader, "pairing", N_("Pairing"))
    plan, follow_up = beside(reader, "action-plan"), beside(reader, "follow-up")
    parts = part("about", reader.translate(N_("What is this about?")), _about(reader))
    parts += part("decided", reader.translate(N_("What was decided?")), _decided(reader, plan, follow_up))
    parts += part("actions", reader.translate(N_("What will be done?")), _actions(reader, plan))
    parts += part("said", reader.translate(N_("What you said, and what came of it")), _said(reader, plan))
    parts += part("next", reader.translate(N_("When and where is the next step?")), _next(reader))
    parts += part("tell", reader.translate(N_("Do you want to tell us something?")), _tell(reader))
    words = [fact(reader, word, reader.ours(meaning)) for word, meaning in _WORDS]
    parts += part("words", reader.translate(N_("What do the words mean?")), sheet([one for [one] in words]))
    title = (read(reader, plan.root["title"]) if plan else None) or read(reader, node["theme"])
    return {**page(reader, node, LABEL, title=title, summary=[]), "parts": parts, "style": "plain"}


# ------------------------------------------------------------------ about, decided


def _about(reader: Reader) -> list[View]:
    pairing = reader.case.pairing
    theme, challenge = read(reader, pairing["theme"]), read(reader, pairing["challenge"])
    city, helper = mentee(reader)["text"], mentor(reader)
    found = []
    if theme:
        found += [reader.ours(N_("{city} wants to do better. This is what it is about:"), city=city), theme]
    if challenge:
        found.append(challenge)
    if helper:
        text = N_("{mentor} helps. It is another city, and it has done such work before.")
        found.append(reader.ours(text, mentor=helper["text"]))
    found.append(reader.ours(N_("You help too. You know what people here need.")))
    return [bullets(reader, found)]


_YES = {
    "approved": N_("{body} said yes to the plan."),
    "approved_with_changes": N_("{body} said yes to the plan, and asked for changes."),
    "rejected": N_("{body} said no to the plan as it was."),
}
_YES_ON = {
    "approved": N_("{body} said yes to the plan on {date}."),
    "approved_with_changes": N_("{body} said yes to the plan on {date}, and asked for changes."),
    "rejected": N_("{body} said no to the plan as it was, on {date}."),
}


def _decided(reader: Reader, plan: Answers | None, follow_up: Answers | None) -> list[View]:
    found = []
    decided = decision(reader, follow_up)
    if follow_up and decided:
        decider = body(reader, follow_up) or mentee(reader)
        date = read(reader, follow_up.root.at("approval", "date"))
        conditions = read(reader, follow_up.root.at("approval", "text"))
        if date:
            said = reader.ours(_YES_ON[decided], body=decider["text"], date=date["text"])
        else:
            said = reader.ours(_YES[decided], body=decider["text"])
        found.append({**said, "details": [conditions] if conditions else []})
    elif plan and any(entries(plan, "actions")):
        found.append(reader.ours(N_("There is a plan. Nobody has decided on it yet.")))
    else:
        found.append(reader.ours(N_("There is no plan yet.")))
    for visit in visits(reader):
        for entry in entries(visit, "decisions"):
            text = entry.read("text")
            date = entry.read("date") or read(reader, visit.root.at("dates", "start"))
            if text:
                found.append({**text, "details": [*text["details"], *([date] if date else [])]})
    return [bullets(reader, found)]


# ------------------------------------------------------------------ actions


def _actions(reader: Reader, plan: Answers | None) -> list[View]:
    told = []
    for action in entries(plan, "actions") if plan else ():
        known = action.open("status")
        if known is None or known.word != "dropped":
            facts = _questions(reader, action)
            told.append(
                {"number": action.number, "heading": action.read("title"), "facts": facts, "compact": False}
            )
    return [{"form": "entries", "label": "", "entries": told, "cards": True, "notes": []}] if told else []


def _questions(reader: Reader, action: Entry) -> list[View]:
    """What, who, when, how far, each as an answer to a plain question."""
    notes = sorted(action.below("progress"), key=lambda entry: str(entry.node["date"].value))
    latest = notes[-1].read("note") if notes else None
    status = state(reader, action)
    behind = [*(status["details"] if status else ()), *([latest] if latest else ())]
    asked = (
        (N_("What is it?"), cell(reader, action.read("description"))),
        (N_("Who does it, and when?"), _who_and_when(reader, action)),
        (N_("How far is it?"), cell(reader, {**status, "details": behind} if status else latest)),
    )
    found = []
    for question, answer in asked:
        frame = labelled(reader, reader.translate(question), None)
        found += [{**answer, "label": frame["label"], "lead": frame["lead"]}] if answer else []
    return found


def _who_and_when(reader: Reader, action: Entry) -> View | None:
    who, when = lead(reader, action), brief(action.at("schedule"))
    if not who or not when or who["form"] != "text" or when["form"] != "text":
        return who or when
    return cell(reader, {**who["value"], "details": [*who["value"]["details"], when["value"]]})


# ------------------------------------------------------------------ said, next, tell


def _said(reader: Reader, plan: Answers | None) -> list[View]:
    told: list[tuple[str, View]] = []
    for entry in entries(plan, "codesign") if plan else ():
        who, date = read_all(reader, entry.node["who"]), entry.read("date")
        if who or date:
            said = {**bullets(reader, who), "run": True} if date and who else None
            cells = [said, cell(reader, entry.read("what_changed"))]
            told.append((str(entry.node["date"].value), row(date or who[0], cells)))
    for entry in entries(plan, "consultations") if plan else ():
        changes, name = entry.read("changes"), entry.read("name")
        if entry.node["kind"].word == "external" and changes:
            cells = [cell(reader, name, entry.read("opinion")), cell(reader, changes)]
            date = entry.read("date") or reader.ours(N_("Not said"))
            told.append((str(entry.node["date"].value), row(date, cells)))
    rows = [shown for _, shown in sorted(told, key=lambda one: one[0])]
    found = []
    if rows:
        head = [
            reader.translate(name)
            for name in (N_("When?"), N_("Who, and what they said"), N_("What did it change?"))
        ]
        found.append(table(reader, N_("What was said about the plan, and what it changed"), head, rows))
    scope, network = beside(reader, "scope"), beside(reader, "support-network")
    added = [
        text
        for entry in (entries(scope, "inputs") if scope else ())
        if entry.node["from"].word == "local_network" and (text := entry.read("text"))
    ]
    if added:
        found.append(bullets(reader, added, reader.translate(N_("You also told us"))))
    brought = read_all(reader, network.root["contributions"]) if network else []
    if brought:
        found.append(bullets(reader, brought, reader.translate(N_("This comes from you"))))
    return found


def _next(reader: Reader) -> list[View]:
    rows = []
    ahead = coming(reader)[:_DATES]
    placed = any(one.place for one in ahead)
    for one in ahead:
        title = (
            reader.ours(N_("To be done by then: {title}"), title=one.title["text"]) if one.due else one.title
        )
        rows.append(row(one.written, [cell(reader, title), *([cell(reader, one.place)] if placed else [])]))
    if not rows:
        return [prose(reader, reader.ours(N_("There is no date yet.")))]
    head = [
        reader.translate(name) for name in (N_("When?"), N_("What?"), *([N_("Where?")] if placed else []))
    ]
    return [table(reader, N_("The next dates"), head, rows)]


def _tell(reader: Reader) -> list[View]:
    programme = reader.target.programme
    ways = read_all(reader, programme.at("privacy", "shared_mailboxes"))
    ways = [{**way, "href": url(f"mailto:{way['text']}")} for way in ways]
    website = read(reader, programme.at("contact", "website"))
    ways += [website] if website else []
    found = [
        prose(
            reader,
            reader.ours(N_("Tell the person who gave you this paper, or write to us. You need no account.")),
        )
    ]
    return [*found, bullets(reader, ways)] if ways else found
