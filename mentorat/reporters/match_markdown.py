"""`match` as Markdown: what the text says, to paste in a note for those who decide."""

from __future__ import annotations

from typing import Any

from mentorat.i18n import N_, Translator
from mentorat.matching.results import Ranking
from mentorat.rendering import ranking_words as words
from mentorat.rendering.escape import cell, heading, inline

_MARKS = {"item": "- ", "sub": "  - ", "quote": "  - "}


def report(ranking: Ranking, translate: Translator, **_: Any) -> str:
    """The ranking as Markdown."""
    lines = [f"# {heading(words.title(ranking, translate))}", ""]
    lines += [f"{inline(text)}  " for text in words.basis(ranking, translate)]
    lines[-1] = lines[-1].rstrip()
    head, *rows = words.table(ranking, translate)
    head[0] = translate(N_("Rank"))
    lines += ["", _row(head), "|" + " --- |" * len(head)]
    lines += [_row(row) for row in rows]
    for text in (*words.further(ranking, translate), words.legend(translate)):
        lines += ["", inline(text)]
    for ranked in ranking.candidates:
        before = ""
        for line in words.candidate(ranked, ranking, translate):
            if line.kind == "title":
                lines += ["", f"## {heading(line.text)}"]
            elif line.kind == "text":
                lines += ["", str(inline(line.text))]
            else:
                lines += ["", *_item(line)] if before in ("title", "text") else _item(line)
            before = line.kind
    firmness = words.firmness(ranking, translate)
    if firmness:
        lines += ["", f"## {heading(translate(N_('How firm the order is')))}", ""]
        lines += [f"- {inline(text)}" for text in firmness]
    for text in words.closing(ranking, translate):
        lines += ["", str(inline(text))]
    return "\n".join(lines) + "\n"


def _item(line: words.Line) -> list[str]:
    return [f"{_MARKS[line.kind]}{inline(line.text)}"]


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell(text) for text in cells) + " |"
