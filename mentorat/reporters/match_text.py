"""`match` for people: an overview, then candidate by candidate the reasons with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mentorat.i18n import N_, Translator
from mentorat.matching.results import Ranking
from mentorat.rendering import ranking_words as words
from mentorat.reporters.layout import columns, cut, wrap
from mentorat.visible import visible

_MARKS = {"text": "   ", "item": "   * ", "sub": "       - ", "quote": "         > "}
_NAME, _SHORTEST = 1, 10


def report(
    ranking: Ranking,
    translate: Translator,
    *,
    width: int = 80,
    paint: Callable[[str, str], str] | None = None,
    **_: Any,
) -> str:
    """The ranking as text."""
    style = paint or (lambda text, _: text)
    lines = [style(line, "title") for line in wrap("", words.title(ranking, translate), width)] + [""]
    for text in words.basis(ranking, translate):
        lines += wrap("", text, width)
    lines += ["", *_table(words.table(ranking, translate), width, style), ""]
    for text in (*words.further(ranking, translate), words.legend(translate)):
        lines += wrap("", text, width)
    for ranked in ranking.candidates:
        lines.append("")
        for line in words.candidate(ranked, ranking, translate):
            if line.kind == "title":
                lines += [style(part, "title") for part in wrap("", line.text, width)]
            else:
                lines += wrap(_MARKS[line.kind], line.text, width)
    firmness = words.firmness(ranking, translate)
    if firmness:
        lines += ["", style(translate(N_("How firm the order is")), "title")]
        for text in firmness:
            lines += wrap("   * ", text, width)
    lines.append("")
    for text in words.closing(ranking, translate):
        lines += wrap("", text, width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _table(rows: list[list[str]], width: int, style: Callable[[str, str], str]) -> Iterator[str]:
    """The overview in columns; names to the left and cut where they are long, numbers to the right."""
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(columns(row[index]) for row in shown) for index in range(len(shown[0]))]
    room = width - sum(widths) + widths[_NAME] - len(widths) + 1
    widths[_NAME] = min(widths[_NAME], max(room, _SHORTEST))
    for row in shown:
        row[_NAME] = cut(row[_NAME], widths[_NAME])
    for number, row in enumerate(shown):
        cells = []
        for index, cell in enumerate(row):
            gap = " " * (widths[index] - columns(cell))
            cells.append(cell + gap if index in (_NAME, len(row) - 1) else gap + cell)
        line = " ".join(cells).rstrip()
        yield style(line, "quiet") if number == 0 else line
