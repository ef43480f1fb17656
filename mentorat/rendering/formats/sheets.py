"""The lists that people take on in a spreadsheet: the plan, its budget and the local support network."""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.rendering import audience as who
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import Entry, entries
from mentorat.rendering.documents.network import KIND as NETWORK
from mentorat.rendering.documents.network import LABEL as NETWORK_LABEL
from mentorat.rendering.documents.plan import KIND as PLAN
from mentorat.rendering.documents.plan import LABEL as PLAN_LABEL
from mentorat.rendering.formats.csv import Cell, Sheet
from mentorat.rendering.money import lines
from mentorat.rendering.page import document_of
from mentorat.rendering.saying import Reader, View

_PLAN = (
    "title", "description", "answers", "expected_results", "schedule.start", "schedule.end", "schedule.text",
    "lead.organisation", "lead.function", "resources.staff", "resources.partners", "resources.funding",
    "success_evaluation", "status", "transferred_from", "progress",
)  # fmt: skip
_MEMBERS = (
    "organisation", "person", "type", "represents", "position", "stake", "reason", "usual_decision_role",
    "prior_engagement", "joined_on", "left_on", "influence", "interest",
)  # fmt: skip


def plan_sheet(reader: Reader) -> Sheet:
    """One action a row."""
    plan = Answers(reader, document_of(reader, PLAN, PLAN_LABEL))
    return _sheet(reader, plan, "actions", _PLAN)


def network_sheet(reader: Reader) -> Sheet:
    """One member a row."""
    network = Answers(reader, document_of(reader, NETWORK, NETWORK_LABEL))
    return _sheet(reader, network, "members", _MEMBERS)


def budget_sheet(reader: Reader) -> Sheet:
    """One sum of money a row."""
    plan = Answers(reader, document_of(reader, PLAN, PLAN_LABEL))
    names = (
        N_("No."),
        N_("Action"),
        N_("Funder"),
        N_("Amount"),
        N_("Currency"),
        N_("Year"),
        N_("Status"),
        N_("Approximate"),
    )
    rows: list[list[Cell]] = []
    for line in lines(plan):
        title = line.action.read("title")
        rows.append(
            [
                line.action.number,
                _text(title),
                _text(line.source),
                int(line.amount) if line.amount == line.amount.to_integral_value() else float(line.amount),
                line.currency,
                line.year,
                reader.label("funding_status", line.status) if line.status else None,
                reader.translate(N_("yes") if line.about else N_("no")),
            ]
        )
    return Sheet([reader.translate(name) for name in names], rows)


# ------------------------------------------------------------------ any list


def _sheet(reader: Reader, answers: Answers, key: str, columns: tuple[str, ...]) -> Sheet:
    """A list of a document, one entry a row; columns that the reader may not see are not there."""
    item = answers.top.children[key].item
    head, paths = [reader.translate(N_("No."))], []
    for column in columns:
        field, shown = item, who.of_field(answers.top.children[key], who.PUBLIC)
        labels = []
        for name in column.split("."):
            field = field.children[name] if field else None
            if field:
                shown = who.of_field(field, shown)
                labels.append(reader.translate(field.label))
        if who.may_read(reader.audience, shown):
            head.append(" – ".join(labels))
            paths.append(tuple(column.split(".")))
    rows = [
        [entry.number, *(_cell(reader, entry, path) for path in paths)] for entry in entries(answers, key)
    ]
    return Sheet(head, rows)


def _cell(reader: Reader, entry: Entry, path: tuple[str, ...]) -> Cell:
    node = entry.node.at(*path)
    if reader.open(node) is None:
        return None
    field = node.field
    if field and field.form == "date" and isinstance(node.value, str | int):
        return str(node.value)
    if node.numeric is not None:
        return node.numeric
    return flat(entry.at(*path))


def _text(text: View | None) -> str | None:
    return flat({"form": "text", "value": text}) if text else None


def flat(answer: View | None) -> str | None:
    """An answer as plain text, one line for each thing it holds; None for a gap."""
    if answer is None or answer["form"] in ("gap", "gaps"):
        return None
    match answer["form"]:
        case "text":
            return _words(answer["value"])
        case "list":
            return "\n".join(_words(text) for text in answer["values"])
        case "group":
            return _facts(answer["facts"])
        case "entries":
            return "\n".join(_entry(entry) for entry in answer["entries"])
    return None


def _entry(entry: View) -> str:
    heading = _words(entry["heading"]) if entry["heading"] else ""
    return " – ".join(part for part in (heading, _facts(entry["facts"])) if part)


def _facts(facts: list[View]) -> str:
    told = ((fact["lead"], flat(fact)) for fact in facts)
    return "; ".join(f"{lead} {text}".strip() for lead, text in told if text)


def _words(text: View) -> str:
    behind = " · ".join(_words(detail) for detail in text["details"])
    return f"{text['text']} ({behind})" if behind else str(text["text"])
