"""`match --all` for people: an overview, who goes without, then mentee by mentee the reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mentorat.i18n import N_, Translator
from mentorat.matching.cohort_results import Cohort
from mentorat.rendering.ranking_words import say
from mentorat.reporters import cohort_words as words
from mentorat.reporters.layout import columns, cut, wrap
from mentorat.visible import visible

_MARKS = {"text": "   ", "item": "   * ", "sub": "       - ", "quote": "         > "}
_NAMES, _SHORTEST = (0, 1), 10

Style = Callable[[str, str], str]


def report(
    cohort: Cohort, translate: Translator, *, width: int = 80, paint: Style | None = None, **_: Any
) -> str:
    """The proposal as text."""
    style = paint or (lambda text, _: text)
    lines = [style(line, "title") for line in wrap("", words.title(cohort, translate), width)] + [""]
    for text in words.basis(cohort, translate):
        lines += wrap("", text, width)
    lines += ["", *_table(words.table(cohort, translate), width, style), ""]
    lines += wrap("", words.legend(translate), width)
    for placement in cohort.placements:
        lines.append("")
        for line in words.placement(placement, cohort, translate):
            if line.kind == "title":
                lines += [style(part, "title") for part in wrap("", line.text, width)]
            else:
                lines += wrap(_MARKS[line.kind], line.text, width)
    for heading, points in sections(cohort, translate):
        lines += ["", style(heading, "title")]
        for text in points:
            lines += wrap("   * ", text, width)
    lines.append("")
    for text in words.closing(cohort, translate):
        lines += wrap("", text, width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def sections(cohort: Cohort, translate: Translator) -> Iterator[tuple[str, list[str]]]:
    """What concerns the whole cohort, under its headings; empty ones are left out."""
    found = (
        (N_("Places"), [words.load(one, translate) for one in cohort.loads]),
        (N_("Who would both rather swap"), [words.wish(one, cohort, translate) for one in cohort.wishes]),
        (N_("Compared with the earlier run"), list(words.difference(cohort, translate))),
        (N_("To bear in mind"), [say(note, translate) for note in cohort.notes]),
    )
    for heading, points in found:
        if points:
            yield translate(heading), points


def _table(rows: list[list[str]], width: int, style: Style) -> Iterator[str]:
    """The overview in columns; both names to the left and cut where they are long, numbers to the right."""
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(columns(row[index]) for row in shown) for index in range(len(shown[0]))]
    while sum(widths) + len(widths) - 1 > width:
        longest = max(_NAMES, key=lambda index: widths[index])
        if widths[longest] <= _SHORTEST:
            break
        widths[longest] -= 1
    for place, row in enumerate(shown):
        cells = []
        for index, text in enumerate(row):
            cell = cut(text, widths[index]) if index in _NAMES else text
            gap = " " * (widths[index] - columns(cell))
            cells.append(cell + gap if index in (*_NAMES, len(row) - 1) else gap + cell)
        line = " ".join(cells).rstrip()
        yield style(line, "quiet") if place == 0 else line
