"""The calendar of a programme: what happens and what is due in all its pairings, month by month."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mentorat.i18n import N_
from mentorat.nodes import Unreadable
from mentorat.rendering.dates import Happening, happenings, milestones
from mentorat.rendering.page import fact, page, part
from mentorat.rendering.pieces import cell, note, row, table
from mentorat.rendering.saying import Reader, View
from mentorat.rendering.site.pairings import name_of, readers, stem_of
from mentorat.rendering.site.places import Place

LABEL = N_("Calendar")


@dataclass(frozen=True, slots=True)
class Entry:
    """A date of the programme, or of the pairing whose reader it was."""

    one: Happening
    pairing: Reader | None

    @property
    def order(self) -> tuple[datetime.date, datetime.time, str, str]:
        """What dates are sorted by."""
        one = self.one
        day, time = one.last if one.due else one.first, one.start or datetime.time()
        return day, time, one.node.document.file, str(one.node.path)


def entries(reader: Reader) -> list[Entry]:
    """Every date that the reader may know, the earliest first; those of the programme stand once.

    What is to be measured is no date for people's calendars: it stands in the plans.
    """
    return sorted(_all(reader), key=lambda entry: entry.order)


def _all(reader: Reader) -> Iterator[Entry]:
    programme = milestones(reader)
    yield from (Entry(one, None) for one in programme)
    own = {one.node.document.file for one in programme}
    for pairing in readers(reader):
        try:
            found = happenings(pairing)
        except Unreadable:
            continue
        yield from (
            Entry(one, pairing) for one in found if one.node.document.file not in own and not one.measure
        )
        reader.hear(pairing)


def calendar_view(reader: Reader, place: Place, *, file: bool) -> View:
    """Dates ahead and past by month, and the same as a table; `file` says whether there is a calendar file."""
    found = entries(reader)
    ahead = [entry for entry in found if entry.one.last >= reader.target.as_of]
    past = [entry for entry in found if entry.one.last < reader.target.as_of]
    summary = fact(reader, N_("Dates ahead"), reader.plain(str(len(ahead))))
    if file:
        link = reader.ours(N_("for your own calendar (iCalendar)"))
        summary += fact(reader, N_("Calendar file"), {**link, "page": place.way("site", "ics")})
    none = [note(reader, N_("No date lies ahead."))]
    parts = part("ahead", reader.translate(N_("What lies ahead")), _months(reader, place, ahead) or none)
    parts += part("past", reader.translate(N_("What has been")), _months(reader, place, past))
    parts += part("table", reader.translate(N_("All dates as a table")), _table(reader, place, found))
    frame = page(
        reader,
        reader.target.programme,
        LABEL,
        title=None,
        summary=summary,
        others=[case.own for case in reader.workspace.cases()],
        file="mentorat.yaml, pairings/*/",
    )
    return {**frame, "parts": parts}


def _title(reader: Reader, entry: Entry) -> View:
    one = entry.one
    if not one.due:
        return one.title
    return {**one.title, "text": reader.translate(N_("Due: {title}"), title=one.title["text"])}


def _whose(reader: Reader, place: Place, entry: Entry) -> View:
    """The pairing that a date belongs to, as a link to its page."""
    if entry.pairing is None:
        return reader.ours(N_("The whole programme"))
    return place.link(name_of(entry.pairing), stem_of(place.places, entry.pairing))


def _months(reader: Reader, place: Place, found: list[Entry]) -> list[View]:
    """The dates by month, and in each month by day."""
    months: dict[str, dict[str, View]] = {}
    for entry in found:
        one = entry.one
        behind = [_whose(reader, place, entry), *([one.place] if one.place else [])]
        days = months.setdefault(_month(reader, one), {})
        day = days.setdefault(one.written["text"], {"date": one.written, "titles": []})
        day["titles"].append({**_title(reader, entry), "details": behind})
    shown = [{"name": name, "days": list(days.values())} for name, days in months.items()]
    return [{"form": "months", "months": shown}] if shown else []


def _month(reader: Reader, one: Happening) -> str:
    """The month of a date; the year alone where no more is known."""
    day = one.last if one.due else one.first
    if one.written["text"] == str(day.year):
        return str(day.year)
    return reader.locale.date(f"{day.year:04}-{day.month:02}")


def _table(reader: Reader, place: Place, found: list[Entry]) -> list[View]:
    rows = [
        row(
            entry.one.written,
            [
                cell(reader, _title(reader, entry)),
                cell(reader, _whose(reader, place, entry)),
                cell(reader, entry.one.place),
            ],
        )
        for entry in found
    ]
    if not rows:
        return []
    head = [reader.translate(name) for name in (N_("When?"), N_("What?"), N_("Pairing"), N_("Place"))]
    caption = N_("Visits, meetings, milestones, and what is due")
    return [table(reader, caption, head, rows, wide=True, style="dates")]


def calendar_file(reader: Reader) -> bytes:
    """The same dates for people's own calendars (raises `NotInstalled`)."""
    from mentorat.rendering.formats import ics

    name = reader.open(reader.target.programme["name"])
    said = reader.said(name.value) if name else None
    return ics.write(
        reader,
        [_named(entry) for entry in entries(reader)],
        said["text"] if said else reader.translate(LABEL),
    )


def _named(entry: Entry) -> Happening:
    """A date that says whose it is, as it stands among others in a calendar."""
    if entry.pairing is None:
        return entry.one
    title = entry.one.title
    text = f"{name_of(entry.pairing)['text']} – {title['text']}"
    return replace(entry.one, title={**title, "text": text})
