"""`match --all` as Markdown: what the text says, to paste in a note for those who decide."""

from __future__ import annotations

from typing import Any

from mentorat.i18n import Translator
from mentorat.matching.cohort_results import Cohort
from mentorat.rendering.escape import cell, heading, inline
from mentorat.reporters import cohort_words as words
from mentorat.reporters.cohort_text import sections

_MARKS = {"item": "- ", "sub": "  - ", "quote": "  - "}


def report(cohort: Cohort, translate: Translator, **_: Any) -> str:
    """The proposal as Markdown."""
    lines = [f"# {heading(words.title(cohort, translate))}", ""]
    lines += [f"{inline(text)}  " for text in words.basis(cohort, translate)]
    lines[-1] = lines[-1].rstrip()
    head, *rows = words.table(cohort, translate)
    lines += ["", _row(head), "|" + " --- |" * len(head), *map(_row, rows)]
    lines += ["", inline(words.legend(translate))]
    for placement in cohort.placements:
        before = ""
        for line in words.placement(placement, cohort, translate):
            if line.kind == "title":
                lines += ["", f"## {heading(line.text)}"]
            elif line.kind == "text":
                lines += ["", str(inline(line.text))]
            else:
                lines += ["" for _ in range(before in ("title", "text"))]
                lines.append(f"{_MARKS[line.kind]}{inline(line.text)}")
            before = line.kind
    for title, points in sections(cohort, translate):
        lines += ["", f"## {heading(title)}", "", *(f"- {inline(text)}" for text in points)]
    for text in words.closing(cohort, translate):
        lines += ["", str(inline(text))]
    return "\n".join(lines) + "\n"


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell(text) for text in cells) + " |"
