"""When the actions of a plan take place: a table of quarters, half-years or years, one action a row."""

from __future__ import annotations

import datetime

from mentorat.i18n import N_
from mentorat.rendering.saying import Reader, View

_MOST = 16
_PARTS = (4, 2, 1)
"""Quarters where they fit, else half-years, else years."""
_NAMES = {4: N_("Q{n}"), 2: N_("H{n}")}

Span = tuple[datetime.date, datetime.date]


def timeline(reader: Reader, actions: list[View]) -> list[View]:
    """The table, where two actions or more have dates that fit into it."""
    spans = {action["number"]: span for action in actions if (span := _span(action["span"]))}
    if len(spans) < 2:
        return []
    first, last = min(start for start, _ in spans.values()), max(end for _, end in spans.values())
    for parts in _PARTS:
        columns = range(_column(first, parts), _column(last, parts) + 1)
        if len(columns) <= _MOST:
            return [_table(reader, actions, spans, columns, parts)]
    return []


def _tasks(actions: list[View], spans: dict[int, Span]) -> list[View]:
    """The actions with dates, for a chart: their names, states and days."""
    tasks = []
    for action in actions:
        if span := spans.get(action["number"]):
            name = action["heading"]["text"] if action["heading"] else ""
            first, last = (day.isoformat() for day in span)
            state = {"done": "done", "started": "active"}.get(action["state"], "")
            tasks.append(
                {"name": f"{action['number']}. {name}".strip(), "state": state, "first": first, "last": last}
            )
    return tasks


def _span(written: list[str]) -> Span | None:
    if len(written) != 2:
        return None
    start, end = (datetime.date.fromisoformat(day) for day in written)
    return (start, end) if start <= end else None


def _column(day: datetime.date, parts: int) -> int:
    return day.year * parts + (day.month - 1) * parts // 12


def _table(reader: Reader, actions: list[View], spans: dict[int, Span], columns: range, parts: int) -> View:
    years = sorted({column // parts for column in columns})
    widths = [sum(column // parts == year for column in columns) for year in years]
    names = [reader.translate(_NAMES[parts], n=column % parts + 1) if parts > 1 else "" for column in columns]
    rows = []
    for action in actions:
        span = spans.get(action["number"])
        within = range(_column(span[0], parts), _column(span[1], parts) + 1) if span else range(0)
        marks = ["on" if column in within else "" for column in columns]
        rows.append({"number": action["number"], "heading": action["heading"], "marks": marks})
    return {
        "form": "timeline",
        "caption": reader.translate(N_("When the actions take place")),
        "action": reader.translate(N_("Action")),
        "years": [
            {"name": str(year), "width": str(width)} for year, width in zip(years, widths, strict=True)
        ],
        "names": names if parts > 1 else [],
        "heads": [f"{column // parts} {name}".strip() for column, name in zip(columns, names, strict=True)],
        "rows": rows,
        "tasks": _tasks(actions, spans),
        "mark": reader.translate(N_("under way")),
    }
