"""Lists as files for spreadsheets: semicolons, UTF-8 with a mark in front, and no text that is a formula.

That is what a spreadsheet in French opens at a double click.  A text that a spreadsheet would compute
gets an apostrophe in front; numbers and dates stay what they are.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mentorat.rendering.escape import visible

_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""What no text may begin with (OWASP); the wide forms are read alike by some spreadsheets."""

Cell = str | float | int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table for a spreadsheet: the names of its columns, and its rows."""

    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def write(sheet: Sheet, decimal: str) -> bytes:
    """The table as a file; `decimal` is the sign between whole and broken numbers."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([text(name) for name in sheet.head])
    for row in sheet.rows:
        writer.writerow([_cell(cell, decimal) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def text(value: str) -> str:
    """A text that a spreadsheet shows and never computes."""
    shown = visible(value)
    return f"'{shown}" if _FORMULA.match(shown) else shown


def _cell(value: Cell, decimal: str) -> str:
    match value:
        case None:
            return ""
        case str():
            return text(value)
    return format(Decimal(repr(value)), "f").replace(".", decimal)
