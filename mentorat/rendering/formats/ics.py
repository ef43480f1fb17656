"""Dates as a calendar file (RFC 5545): the only module that knows `icalendar`, which is an extra.

The same files give the same bytes: marks (UID) come from the place of a date, the time stamp is the
day of which the documents are.  Times of an agenda are those of the place, without a time zone.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from typing import Any

from mentorat import __version__
from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rendering.dates import Happening
from mentorat.rendering.escape import visible
from mentorat.rendering.formats.extras import NotInstalled
from mentorat.rendering.known import mentee, mentor
from mentorat.rendering.saying import Reader, View

_NAMESPACE = uuid.UUID("9b2f0e52-6f0f-5b7e-9f43-0d1d5a3c6c11")
_CLASS = {"public": "PUBLIC", "pairing": "PRIVATE", "internal": "CONFIDENTIAL"}


def write(reader: Reader, happenings: Sequence[Happening], name: str = "") -> bytes:
    """A calendar with everything whose day is known, called after both cities where it has no other name.

    Raises:
        NotInstalled: `icalendar` is not there.
    """
    try:
        import icalendar
    except ImportError as error:
        raise NotInstalled("ics", str(error)) from error
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//mentorat//mentorat {__version__}//{reader.page_lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add(
        "x-wr-calname", icalendar.vText(visible(name or _name(reader)))
    )  # its type is not known by name
    for happening in happenings:
        if happening.exact:
            calendar.add_component(_event(icalendar.Event(), reader, happening))
    written: bytes = calendar.to_ical()
    return written


def _name(reader: Reader) -> str:
    """What the calendar is called: both cities."""
    cities = [mentee(reader), mentor(reader)]
    return " – ".join(city["text"] for city in cities if city)


def _event(event: Any, reader: Reader, one: Happening) -> Any:
    """One date as an event; what is due takes no time away."""
    stamp = datetime.datetime.combine(reader.target.as_of, datetime.time(), datetime.UTC)
    event.add("uid", f"{uuid.uuid5(_NAMESPACE, _place(one.node))}@mentorat")
    event.add("dtstamp", stamp)
    title = one.title["text"]
    if one.due:
        title = reader.translate(N_("Due: {title}"), title=title)
    event.add("summary", visible(title), parameters={"LANGUAGE": one.title["lang"] or reader.page_lang})
    for key, moment in _span(one):
        event.add(key, moment)
    if one.place:
        event.add("location", visible(one.place["text"]))
    event.add("description", visible(_described(reader, one)))
    event.add("class", _CLASS[reader.audience])
    event.add("transp", "TRANSPARENT" if one.due else "OPAQUE")
    return event


def _place(node: Node) -> str:
    """Where a date is written, by ids where entries have some, so that it stays the same when they move."""
    here, keys = node.document.root, []
    for key in node.path:
        here = here[key]
        keys.append(here.id if isinstance(key, int) and here.id else str(key))
    return f"{node.document.file}#{'/'.join(keys)}"


def _span(one: Happening) -> list[tuple[str, datetime.date]]:
    """From when to when: a whole day ends where the next one begins."""
    if one.start:
        moments: list[tuple[str, datetime.date]] = [
            ("dtstart", datetime.datetime.combine(one.first, one.start))
        ]
        if one.end and one.end > one.start:
            moments.append(("dtend", datetime.datetime.combine(one.last, one.end)))
        return moments
    first = one.last if one.due else one.first
    return [("dtstart", first), ("dtend", min(one.last, datetime.date.max - _DAY) + _DAY)]


_DAY = datetime.timedelta(days=1)


def _described(reader: Reader, one: Happening) -> str:
    texts: list[View] = [one.written, *one.title["details"]]
    return "\n".join(text["text"] for text in texts)
