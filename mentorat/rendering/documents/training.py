"""The joint training: its agenda, who does what, and the role charter as a page to sign (guide, chapter 4)."""

from __future__ import annotations

from mentorat.guide.parties import PARTIES, TASKS
from mentorat.guide.steps import STEPS
from mentorat.guide.texts import CHARTER
from mentorat.guide.vocabulary import TRAINING_TOPIC
from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rendering.documents.answers import Answers, labelled
from mentorat.rendering.documents.entries import Entry, entries, read
from mentorat.rendering.page import asked, blocks, document_of, page, part, partners
from mentorat.rendering.pictures.charts import beside
from mentorat.rendering.pieces import bullets, cell, prose, row, table
from mentorat.rendering.saying import Reader, View

KIND = "pairing"
TRAINING, CHARTER_LABEL = N_("Joint training"), N_("Role charter of the mentoring")
_BETWEEN = N_("What stays between the partners")


# ------------------------------------------------------------------ parties


def party_names(reader: Reader, party: str) -> list[View]:
    """The organisations that stand for a party of this pairing."""
    pairing = reader.case.pairing
    places: list[Node] = []
    match party:
        case "mentee_city" | "mentor_city":
            places = [pairing.at(party.removesuffix("_city"), "city")]
        case "mentee_association" | "mentor_association":
            places = [pairing.at(party.removesuffix("_association"), "association")]
        case "facilitator":
            places = [
                entry.node["organisation"] for entry in entries(Answers(reader, pairing), "facilitators")
            ]
        case "coordinator":
            places = [reader.target.programme.at("coordinator", "organisation")]
    return [name for node in places if node.exists and (name := read(reader, node))]


def _tasks(reader: Reader, party: str) -> list[View]:
    """What a party does in the method, and what the pairing adds to it."""
    pairing, tasks = reader.case.pairing, [reader.ours(task) for task in TASKS[party]]
    if party.endswith("_association"):
        own = read(reader, pairing.at(party.removesuffix("_association"), "association_role"))
        tasks += [own] if own else []
    if party == "facilitator":
        for entry in entries(Answers(reader, pairing), "facilitators"):
            node = entry.open("tasks")
            tasks += [text for task in node or [] if (text := reader.said(task.value))]
    return tasks


# ------------------------------------------------------------------ training


def training_view(reader: Reader) -> View:
    """What is on the agenda of the training, who does what, and what everybody expects."""
    node = document_of(reader, KIND, TRAINING)
    answers = Answers(reader, node)
    children = answers.top.children
    parts = part("sessions", reader.translate(N_("When and where")), _sessions(reader, answers))
    parts += part("topics", reader.translate(N_("On the agenda")), _topics(reader, answers))
    parts += part("roles", reader.translate(N_("Who does what")), _roles(reader))
    parts += part("steps", reader.translate(N_("The steps of the method")), _steps(reader))
    parts += part("timetable", reader.translate(children["timetable"].label), _timetable(reader, answers))
    wishes = [*asked(answers, "shared_objectives"), *_expectations(reader, answers)]
    parts += part("expectations", reader.translate(children["expectations"].label), blocks(reader, wishes))
    rule = answers.at("trust", "confidentiality") if node["trust"].answered else None
    parts += part(
        "rule",
        reader.translate(_BETWEEN),
        blocks(reader, [rule] if rule else []),
    )
    outcomes = answers.at("training", "outcomes")
    parts += part(
        "outcomes", reader.translate(N_("What it achieved")), blocks(reader, [outcomes] if outcomes else [])
    )
    return {**page(reader, node, TRAINING, title=None, summary=partners(reader)), "parts": parts}


def _timetable(reader: Reader, answers: Answers) -> list[View]:
    found = list(entries(answers, "timetable"))
    if not found:
        return blocks(reader, asked(answers, "timetable"))
    head = [reader.translate(found[0].field.children[key].label) for key in ("milestone", "date")]
    rows = [row(one.heading("milestone"), one.cells("date")) for one in found]
    return [table(reader, N_("The dates that the partners agreed on"), head, rows)]


def _sessions(reader: Reader, answers: Answers) -> list[View]:
    found = list(entries(answers, "training", "sessions"))
    if not found:
        sessions = answers.at("training", "sessions")
        return blocks(reader, [sessions] if sessions else [])
    columns = ("duration", "mode", "place")
    labels = found[0].field.children
    head = [reader.translate(labels[key].label) for key in ("date", *columns, "participants")]
    rows = [
        row(
            one.text("date") or reader.ours(N_("Day still open")),
            [*one.cells(*columns), _trained(reader, one)],
        )
        for one in found
    ]
    return [table(reader, N_("The sessions, and who takes part in them"), head, rows)]


def _trained(reader: Reader, session: Entry) -> View | None:
    """Who takes part in a session, by organisation and party."""
    names = []
    for one in session.below("participants"):
        name, party, person = one.text("organisation"), one.text("party"), one.text("person")
        behind = [text for text in (party if name else None, person) if text]
        shown = name or party
        if shown:
            names.append({**shown, "details": [*shown["details"], *behind]})
    if not names:
        return session.at("participants")
    return cell(reader, *names)


def _topics(reader: Reader, answers: Answers) -> list[View]:
    """The method's topics in their order, with what was noted about each."""
    noted: dict[str, list[Entry]] = {}
    for entry in entries(answers, "training", "topics"):
        noted.setdefault(entry.node["topic"].word, []).append(entry)
    used = answers.reader.part("scope")
    without = used is not None and used.at("benchmark", "used").value is False
    unsaid = {**labelled(reader, "", reader.ours(N_("Not noted."))), "form": "gap"}
    rows = []
    for topic, label in TRAINING_TOPIC.terms.items():
        if topic in noted or topic != "benchmark" or not without:
            told = [entry.cells("covered", "notes") for entry in noted.get(topic, [])]
            told = told or [[unsaid if noted else None, None]]
            rows += [row(reader.ours(label), cells) for cells in told]
    for topic, others in noted.items():
        if topic not in TRAINING_TOPIC.terms:
            rows += [
                row(entry.text("topic") or reader.ours(N_("Another topic")), entry.cells("covered", "notes"))
                for entry in others
            ]
    head = [reader.translate(name) for name in (N_("Topic"), N_("Dealt with"), N_("Remarks"))]
    shown = [table(reader, N_("What the training is about"), head, rows)]
    if noted:
        return shown
    gap = answers.at("training", "topics")
    return [*shown, *blocks(reader, [gap] if gap else [])]


def _roles(reader: Reader) -> list[View]:
    """Each party, who that is here, and its tasks."""
    rows = []
    for party, label in PARTIES.items():
        who = cell(reader, *party_names(reader, party))
        rows.append(row(reader.ours(label), [who, bullets(reader, _tasks(reader, party))]))
    head = [reader.translate(name) for name in (N_("Party"), N_("Here"), N_("What it does"))]
    return [table(reader, N_("The parties and their tasks"), head, rows)]


def _steps(reader: Reader) -> list[View]:
    rows = [
        row(reader.ours(step.label), [labelled(reader, "", reader.ours(step.meaning))], number=number)
        for number, step in enumerate(STEPS, 1)
    ]
    head = [reader.translate(N_("Step")), reader.translate(N_("What it means"))]
    return [table(reader, N_("The steps, from the first to the last"), head, rows)]


def _expectations(reader: Reader, answers: Answers) -> list[View]:
    """What each party expects of the others."""
    found = list(entries(answers, "expectations"))
    if not found:
        return asked(answers, "expectations")
    head = [reader.translate(found[0].field.children[key].label) for key in ("party", "text")]
    rows = [row(one.heading("party"), one.cells("text")) for one in found]
    shown = table(reader, N_("What each party expects of the mentoring and of the others"), head, rows)
    return [{**shown, "short": False, "notes": []}]


# ------------------------------------------------------------------ charter

_BESIDE = (("offers", "limits", "practices"), ("help", "decide", "core_elements"))
"""What stands side by side in the charter; its summary of both would take the room for the signatures."""
_SIGNING = ("mentee_city", "mentor_city", "mentee_association", "mentor_association", "facilitator")


def charter_view(reader: Reader) -> View:
    """The role charter with the names of those who sign it, and room for their signatures."""
    node = document_of(reader, KIND, CHARTER_LABEL)
    answers = Answers(reader, node)
    told: dict[str, tuple[str, list[str]]] = {}
    for passage in CHARTER.passages:
        told.setdefault(passage.id.partition(".")[0], (passage.heading, []))[1].append(passage.text)
    [motto] = told["motto"][1]
    lead: list[View] = [{"form": "lead", "value": reader.ours(motto)}]
    role = [*lead, *(beside(reader, *(told[key] for key in keys)) for keys in _BESIDE)]
    rule = read(reader, node.at("trust", "confidentiality", "rule"))
    role += [prose(reader, rule, reader.translate(_BETWEEN))] if rule else []
    parts = part("role", reader.translate(N_("The mentor's role")), role)
    parts += part("signatures", reader.translate(N_("Signatures")), _signatures(reader, answers))
    view = page(reader, node, CHARTER_LABEL, title=None, summary=partners(reader))
    return {**view, "style": "letter", "parts": parts}


def _signatures(reader: Reader, answers: Answers) -> list[View]:
    """One row a party: who it is, since when it has accepted the charter, and room to sign."""
    accepted: dict[str, list[View]] = {}
    for entry in entries(answers, "charter", "acknowledged"):
        days = accepted.setdefault(entry.node["party"].word, [])
        days += [day] if (day := entry.text("date")) else []
    parties = [party for party in PARTIES if party in _SIGNING or party in accepted]
    rows = []
    for party in parties:
        who = cell(reader, *party_names(reader, party))
        rows.append(
            row(reader.ours(PARTIES[party]), [who, cell(reader, *accepted.get(party, [])), None, None])
        )
    head = [
        reader.translate(name)
        for name in (N_("Party"), N_("Organisation"), N_("Accepted on"), N_("Function"), N_("Signature"))
    ]
    caption = N_("The parties accept this charter for the time of the mentoring.")
    shown = [table(reader, caption, head, rows, style="sign")]
    if accepted:
        return shown
    gap = answers.at("charter")
    return [*shown, *blocks(reader, [gap] if gap else [])]
