"""Bars, grids, boxes to tick and lines to fill in, beside the plain pieces of a page.

Every block has a `form` of its own, which the templates of both formats know (`charts.html`,
`charts.md`).  Where a block shows quantities, its caption says the result in a sentence, and
every bar and drawing repeats what stands beside it in words.
"""

from __future__ import annotations

from collections.abc import Sequence

from mentorat.findings import StepProgress
from mentorat.guide.steps import BY_ID
from mentorat.i18n import N_
from mentorat.rendering.pieces import row, table
from mentorat.rendering.saying import Reader, View


def bar(share: float, text: View) -> View:
    """A cell with a bar and its figure; the bar is only decoration."""
    steps = max(0, min(20, round(share * 20)))
    return {"form": "bar", "width": f"w{5 * (max(1, steps) if share > 0 else 0)}", "value": text, "notes": []}


def checks(reader: Reader, title: str, points: Sequence[str]) -> View:
    """Things to do, each with a box to tick."""
    return {
        "form": "checks",
        "title": reader.translate(title),
        "values": [reader.translate(point) for point in points],
    }


def beside(reader: Reader, *lists: tuple[str, Sequence[str]]) -> View:
    """Lists of sentences of ours, side by side where there is room."""
    shown = [
        {"title": reader.translate(title), "values": [reader.translate(point) for point in points]}
        for title, points in lists
    ]
    return {"form": "beside", "lists": shown}


def blanks(reader: Reader, *labels: str) -> View:
    """Lines to fill in by hand."""
    return {"form": "blanks", "values": [reader.translate(label) for label in labels]}


def steps(reader: Reader, progress: Sequence[StepProgress]) -> list[View]:
    """How much of what each step asks for is there, as a table with bars."""
    shown = [step for step in progress if step.total]
    if not shown:
        return []
    done, total = sum(step.done for step in shown), sum(step.total for step in shown)
    caption = N_("{done} of {total} things that the method asks for so far are there.")
    rows = []
    for step in shown:
        figure = reader.ours(N_("{done} of {total}"), done=step.done, total=step.total)
        rows.append(row(reader.ours(BY_ID[step.step].label), [bar(step.done / step.total, figure)]))
    head = [reader.translate(N_("Step")), reader.translate(N_("Done"))]
    return [table(reader, caption, head, rows, done=done, total=total)]


# ------------------------------------------------------------------ influence and interest

QUADRANTS = (
    (N_("Keep satisfied"), N_("Work closely together")),
    (N_("Keep an eye on"), N_("Keep informed")),
)
"""What is usually done with whom: a row of much influence and one of little; little interest first."""

Placed = tuple[View, int, int]
"""A name with its influence and its interest, from 1 to 3."""


def quadrants(reader: Reader, placed: Sequence[Placed]) -> list[View]:
    """Who can move much and to whom the work matters: two rows by influence, two columns by interest."""
    if not placed:
        return []
    _ = reader.translate
    rows = []
    for strong, names in zip((True, False), QUADRANTS, strict=True):
        cells = []
        for keen, name in zip((False, True), names, strict=True):
            here = [entry for entry in placed if (entry[1] > 1) == strong and (entry[2] > 1) == keen]
            here.sort(key=lambda entry: (-entry[1], -entry[2]))
            marks = [
                {**label, "details": [reader.ours(N_("{influence} and {interest}"), influence=a, interest=b)]}
                for label, a, b in here
            ]
            cells.append({"name": _(name), "values": marks})
        head = N_("Some or much influence (2 or 3)") if strong else N_("Little influence (1)")
        rows.append({"head": _(head), "cells": cells})
    close = sum(a > 1 and b > 1 for _name, a, b in placed)
    return [
        {
            "form": "quadrants",
            "caption": _(
                N_(
                    "Members with both influence and interest: {close} of {total}. "
                    "In brackets: influence and interest, from 1 to 3."
                ),
                total=len(placed),
                close=close,
            ),
            "corner": _(N_("Influence")),
            "nobody": _(N_("Nobody")),
            "columns": [_(N_("Little interest (1)")), _(N_("Some or much interest (2 or 3)"))],
            "rows": rows,
        }
    ]
