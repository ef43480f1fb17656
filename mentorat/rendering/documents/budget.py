"""The budget of the plan: its money by action and funder, by year, and the working time beside it."""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import entries, read
from mentorat.rendering.documents.plan import KIND
from mentorat.rendering.documents.plan import LABEL as PLAN
from mentorat.rendering.funders import funders
from mentorat.rendering.known import plan_in_short
from mentorat.rendering.money import Line, budget, by_status, lines, staff, total
from mentorat.rendering.page import document_of, fact, page, part, partners
from mentorat.rendering.pieces import cell, note, row, table
from mentorat.rendering.saying import Reader, View

LABEL = N_("Budget of the plan")
_STATUSES = ("secured", "requested", "to_find", "")


def budget_view(reader: Reader) -> View:
    """The budget as one reader sees it."""
    node = document_of(reader, KIND, PLAN)
    plan = Answers(reader, node)
    found = lines(plan)
    summary = partners(reader) + plan_in_short(reader, plan)
    if found:
        cost = reader.plain(total(reader, found), details=by_status(reader, found))
        summary += fact(reader, N_("Planned cost"), cost)
    lacking = [note(reader, N_("The plan names no amounts."))]
    parts = part(
        "lines", reader.translate(N_("By action and funder")), [budget(reader, found)] if found else lacking
    )
    parts += part("funders", reader.translate(N_("By funder")), funders(reader, found))
    parts += part("years", reader.translate(N_("By year")), _years(reader, found))
    parts += part("staff", reader.translate(N_("Working time")), _staff(reader, plan))
    title = read(reader, node["title"])
    return {**page(reader, node, LABEL, title=title, summary=summary), "parts": parts}


def _years(reader: Reader, found: list[Line]) -> list[View]:
    """What is needed in each year, and how much of it is certain."""
    if not found:
        return []
    statuses = [status for status in _STATUSES if any(line.status == status for line in found)]
    labels = [
        reader.label("funding_status", status) if status else reader.translate(N_("status not known"))
        for status in statuses
    ]
    rows = []
    known = sorted({line.year for line in found if line.year is not None})
    years = [*known, *([None] if any(line.year is None for line in found) else [])]
    for year in years:
        name = reader.plain(str(year)) if year is not None else reader.ours(N_("without a year"))
        rows.append(_sums(reader, name, [line for line in found if line.year == year], statuses))
    if len(years) > 1:
        rows.append({**_sums(reader, reader.ours(N_("Total")), found, statuses), "total": True})
    head = [reader.translate(N_("Year")), *labels, reader.translate(N_("Total"))]
    return [table(reader, N_("The money by year, and how much of it is certain"), head, rows)]


def _sums(reader: Reader, name: View, found: list[Line], statuses: list[str]) -> View:
    parts = [[line for line in found if line.status == status] for status in statuses]
    cells = [cell(reader, reader.plain(total(reader, part))) if part else None for part in (*parts, found)]
    return row(name, cells)


def _staff(reader: Reader, plan: Answers) -> list[View]:
    rows = []
    for action in entries(plan, "actions"):
        for person in action.below("resources", "staff"):
            cells = [cell(reader, person.read("role")), cell(reader, person.read("fte"))]
            rows.append(row(action.read("title"), cells, number=action.number))
    time = staff(plan)
    if not rows:
        return []
    if time is not None and len(rows) > 1:
        sums = cell(reader, reader.plain(reader.locale.number(time.normalize())))
        rows.append(row(reader.ours(N_("Total")), [None, sums], total=True))
    head = [N_("Action"), N_("Function"), N_("Full-time equivalent")]
    caption = N_("The staff that the plan names, by action and function")
    return [table(reader, caption, [reader.translate(name) for name in head], rows)]
