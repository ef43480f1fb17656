"""`status` for machines."""

from __future__ import annotations

import json
from typing import Any

from mentorat import __version__
from mentorat.board import Board
from mentorat.i18n import Translator

FORMAT = "mentorat-status/1"


def report(board: Board, translate: Translator, **_: Any) -> str:
    """The board as JSON."""
    rows = [
        {
            "pairing": row.pairing,
            "mentee": row.mentee,
            "mentor": row.mentor,
            "step": row.step,
            "state": row.state,
            "steps": [
                {"step": cell.step, "mark": cell.mark.value, "done": cell.done, "total": cell.total}
                for cell in row.cells
            ],
            "next": {
                "code": row.next.code,
                "message": row.next.message.show(translate),
                "party": row.next.party,
                "file": row.next.file,
                "counts": row.next.state.value == "open",
            }
            if row.next
            else None,
            "waiting": row.waiting,
            "ahead": [
                {"date": item.date.isoformat(), "what": item.what, "name": item.name} for item in row.ahead
            ],
        }
        for row in board.rows
    ]
    document = {
        "format": FORMAT,
        "version": __version__,
        "as_of": board.as_of.isoformat(),
        "programme": board.programme,
        "pairings": rows,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
