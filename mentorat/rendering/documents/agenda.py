"""The agenda of a visit, day by day, and who takes part in it."""

from __future__ import annotations

import datetime

from mentorat.i18n import N_
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import Entry, entries
from mentorat.rendering.page import asked, blocks
from mentorat.rendering.pieces import row, table
from mentorat.rendering.saying import Reader, View

_FACTS = ("place", "speakers", "practices", "language", "access")
_SHORT = 120
"""Signs of names that share a line."""
_COLUMNS = ("organisation", "function", "role")


def agenda(reader: Reader, answers: Answers) -> list[View]:
    """The items by day and hour; those without a day stand at the end, in the order in which they are written."""
    items = sorted(entries(answers, "agenda"), key=_when)
    if not items:
        return blocks(reader, asked(answers, "agenda"))
    days: dict[str, list[View]] = {}
    for place, item in enumerate(items, 1):
        days.setdefault(_day(reader, item), []).append(_item(reader, item, place))
    last = days.pop("", [])
    named = [{"name": name, "items": shown} for name, shown in days.items()]
    if last:
        named.append({"name": reader.translate(N_("Day still open")) if named else "", "items": last})
    return [{"form": "agenda", "days": named}]


def _when(item: Entry) -> tuple[datetime.date, str, int]:
    day, start = item.open("day"), item.open("start")
    date = day.date if day else None
    return date or datetime.date.max, start.word if start and date else "", item.number


def _day(reader: Reader, item: Entry) -> str:
    day = item.open("day")
    return reader.locale.weekday(day.value) if day and day.date else ""


def _item(reader: Reader, item: Entry, place: int) -> View:
    kind, title = item.text("kind"), item.text("title")
    facts = [_in_one_line(fact) for fact in item.asked(*_FACTS)]
    if title and kind and item.node["kind"].word != "other":
        title = {**title, "details": [*title["details"], kind]}
    return {"time": _time(reader, item, place), "title": title or kind, "facts": facts}


def _in_one_line(fact: View) -> View:
    """A few names with commas between them."""
    texts = fact["values"] if fact["form"] == "list" else []
    plain = not any(text["details"] or text["href"] or "," in text["text"] for text in texts)
    return {**fact, "run": True} if plain and sum(len(text["text"]) for text in texts) <= _SHORT else fact


def _time(reader: Reader, item: Entry, place: int) -> View:
    """From when to when; the place in the order where nobody knows."""
    times = [text["text"] for key in ("start", "end") if (text := item.text(key))]
    if not times:
        return reader.plain(f"{place}.")
    return reader.plain(" – ".join(reader.locale.time(time) for time in times))


def participants(reader: Reader, answers: Answers, *, named: bool = False) -> list[View]:
    """Who takes part, by party and function; persons only where they are `named` and the reader may know."""
    found = list(entries(answers, "participants"))
    if not found:
        return blocks(reader, asked(answers, "participants"))
    known = named and any(one.open("person") for one in found)
    columns = (*_COLUMNS, "person") if known else _COLUMNS
    labels = found[0].field.children
    head = [reader.translate(labels[key].label) for key in ("party", *columns)]
    rows = [row(one.heading("party"), one.cells(*columns)) for one in found]
    return [table(reader, N_("Who takes part, by party and function"), head, rows)]
