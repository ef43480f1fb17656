"""`status` as Markdown: a table of pairings by steps, to paste in a meeting note."""

from __future__ import annotations

from typing import Any

from mentorat.board import SIGNS, WORDS, Board
from mentorat.guide.steps import STEPS
from mentorat.i18n import N_, Translator
from mentorat.rendering.escape import cell, heading, inline
from mentorat.reporters.status_text import cities, dates, waiting


def report(board: Board, translate: Translator, **_: Any) -> str:
    """The board as Markdown."""
    title = translate(
        N_("{programme}, as of {date}"), programme=board.programme, date=board.as_of.isoformat()
    )
    lines = [f"# {heading(title)}", ""]
    names = [translate(N_("Pairing")), *(translate(step.label) for step in STEPS)]
    lines.append("| " + " | ".join(cell(name) for name in names) + " |")
    lines.append("|" + " --- |" * len(names))
    for row in board.rows:
        marks = [
            f"{SIGNS[part.mark]} {translate(WORDS[part.mark])}"
            + (f" {part.done}/{part.total}" if part.total else "")
            for part in row.cells
        ]
        lines.append("| " + " | ".join(cell(text) for text in [row.pairing, *marks]) + " |")
    for row in board.rows:
        lines += ["", f"## {heading(cities(row, translate))}", ""]
        if row.next:
            text = translate(N_("Next: {message}"), message=row.next.message.show(translate))
            lines.append(f"- {inline(text)}")
        stuck = waiting(row, translate)
        if stuck:
            lines.append(f"- {inline(translate(N_('Waiting for: {parties}'), parties=stuck))}")
        lines += [f"- {inline(date)}" for date in dates(row, translate)]
    return "\n".join(lines) + "\n"
