"""What the plan costs: its funding line by line, and the sums that can be drawn from it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mentorat.guide.vocabulary import VOCABULARIES
from mentorat.i18n import N_
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import Entry, entries
from mentorat.rendering.pieces import cell, row, table
from mentorat.rendering.saying import Reader, View

STATUSES = tuple(VOCABULARIES["funding_status"].terms)


@dataclass(frozen=True, slots=True)
class Line:
    """Money for one action: from whom, how much, in which year, and whether it is certain."""

    action: Entry
    source: View | None
    amount: Decimal
    currency: str
    year: int | None
    status: str
    about: bool


def lines(answers: Answers) -> list[Line]:
    """The funding of a plan, action by action, as far as its amounts are known."""
    found = []
    for action in entries(answers, "actions"):
        for funding in action.below("resources", "funding"):
            amount, year = funding.open("amount"), funding.open("year")
            number = amount.numeric if amount else None
            if number is None or not math.isfinite(number):
                continue
            currency, status, about = (funding.open(key) for key in ("currency", "status", "approximate"))
            found.append(
                Line(
                    action,
                    funding.read("source"),
                    Decimal(repr(number)),
                    currency.word if currency else "",
                    int(year.numeric) if year and year.numeric is not None and year.numeric < 10000 else None,
                    status.word if status and status.word in STATUSES else "",
                    bool(about and about.value is True),
                )
            )
    return found


def total(reader: Reader, found: Iterable[Line]) -> str:
    """The sum of some lines, one sum a currency ("" where there are none)."""
    chosen = list(found)
    sums: dict[str, Decimal] = {}
    for line in chosen:
        sums[line.currency] = sums.get(line.currency, Decimal(0)) + line.amount
    written = " + ".join(money(reader, amount, currency) for currency, amount in sums.items())
    about = any(line.about for line in chosen)
    return reader.translate(N_("about {figure}"), figure=written) if about else written


def money(reader: Reader, amount: Decimal, currency: str) -> str:
    """An amount with its currency."""
    whole = amount == amount.to_integral_value()
    return reader.locale.money(int(amount) if whole else float(amount), currency)


def by_status(reader: Reader, found: Sequence[Line]) -> list[View]:
    """The sums of what is secured, requested and still to be found, each with its word."""
    texts = []
    for status in (*STATUSES, ""):
        part = [line for line in found if line.status == status]
        if part:
            word = (
                reader.label("funding_status", status) if status else reader.translate(N_("status not known"))
            )
            texts.append(reader.ours(N_("{state}: {n}"), state=word, n=total(reader, part)))
    return texts


def budget(reader: Reader, found: Sequence[Line]) -> View:
    """The funding as a table, action by action, with its sums below."""
    head = [N_("Action"), N_("Funder"), N_("Amount"), N_("Year"), N_("Status")]
    rows = []
    for line in found:
        status = reader.plain(reader.label("funding_status", line.status)) if line.status else None
        year = reader.plain(str(line.year)) if line.year is not None else None
        amount = reader.plain(total(reader, [line]))
        cells = [cell(reader, text) for text in (line.source, amount, year, status)]
        rows.append(row(line.action.read("title"), cells, number=line.action.number))
    sums = cell(reader, reader.plain(total(reader, found)))
    rows.append(
        row(reader.ours(N_("Total")), [None, sums, None, cell(reader, *by_status(reader, found))], total=True)
    )
    caption = N_("The money that the plan names, by action and funder")
    return table(reader, caption, [reader.translate(name) for name in head], rows)


def staff(answers: Answers) -> Decimal | None:
    """The working time that the plan needs, in full-time equivalents; None where none is named."""
    found = [
        Decimal(repr(number))
        for action in entries(answers, "actions")
        for person in action.below("resources", "staff")
        if (fte := person.open("fte")) and (number := fte.numeric) is not None and math.isfinite(number)
    ]
    return sum(found, Decimal(0)) if found else None
