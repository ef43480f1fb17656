"""Who pays what and when: the plan's money by funder and year, with a bar for each funder's share."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from mentorat.i18n import N_
from mentorat.rendering.money import Line, total
from mentorat.rendering.pictures.charts import bar
from mentorat.rendering.pieces import cell, row, table
from mentorat.rendering.saying import Reader, View

_MOST = 5
"""Years that have room for a column each."""


def funders(reader: Reader, found: Sequence[Line]) -> list[View]:
    """One table a currency; nothing where the plan names no amounts."""
    currencies = dict.fromkeys(line.currency for line in found)
    return [_table(reader, [line for line in found if line.currency == one]) for one in currencies]


def _table(reader: Reader, found: Sequence[Line]) -> View:
    years = sorted({line.year for line in found if line.year is not None})
    columns: list[int | None] = [*years] if len(years) <= _MOST else []
    if columns and any(line.year is None for line in found):
        columns.append(None)
    whole = _sum(found)
    rows = []
    by_source: dict[str, list[Line]] = {}
    for line in found:
        by_source.setdefault(line.source["text"] if line.source else "", []).append(line)
    for part in sorted(by_source.values(), key=_sum, reverse=True):
        share = float(_sum(part) / whole) if whole > 0 else 0.0
        amount = bar(share, reader.plain(total(reader, part)))
        name = part[0].source or reader.ours(N_("Funder not named"))
        rows.append(row(name, [*_by_year(reader, part, columns), amount]))
    if len(rows) > 1:
        sums = [*_by_year(reader, found, columns), cell(reader, reader.plain(total(reader, found)))]
        rows.append(row(reader.ours(N_("Total")), sums, total=True))
    secured = [line for line in found if line.status == "secured"]
    caption = (
        N_("{total} in all; secured so far: {secured}.")
        if secured
        else N_("{total} in all; nothing is secured so far.")
    )
    head = [
        reader.translate(N_("Funder")),
        *(str(year) if year is not None else reader.translate(N_("without a year")) for year in columns),
        reader.translate(N_("Total and share")),
    ]
    values = {"total": total(reader, found), "secured": total(reader, secured)}
    return table(reader, caption, head, rows, wide=len(columns) > 3, **values)


def _by_year(reader: Reader, found: Sequence[Line], columns: Sequence[int | None]) -> list[View | None]:
    parts = [[line for line in found if line.year == year] for year in columns]
    return [cell(reader, reader.plain(total(reader, part))) if part else None for part in parts]


def _sum(found: Sequence[Line]) -> Decimal:
    return sum((line.amount for line in found), Decimal(0))
