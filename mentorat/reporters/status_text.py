"""`status` for people: the board with words beside its signs, then one paragraph a pairing."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from mentorat.board import SIGNS, WORDS, Board, Row
from mentorat.findings import State
from mentorat.guide.parties import PARTIES
from mentorat.guide.steps import BY_ID, STEPS
from mentorat.guide.vocabulary import PHASE
from mentorat.i18n import N_, Translator
from mentorat.visible import visible

DATES = {
    "visit": N_("{date}: visit ({name})"),
    "milestone": N_("{date}: {name}"),
    "action": N_("{date}: end of the action “{name}”"),
}
MAX_DATES = 3


def report(
    board: Board,
    translate: Translator,
    *,
    width: int = 80,
    paint: Callable[[str, str], str] | None = None,
    **_: Any,
) -> str:
    """The board as text: a table and a few lines a pairing; a single pairing is told step by step."""
    style = paint or (lambda text, _: text)
    title = translate(
        N_("{programme}, as of {date}"), programme=visible(board.programme), date=board.as_of.isoformat()
    )
    lines = [style(title, "title")]
    alone = len(board.rows) == 1
    if board.rows and not alone:
        lines += ["", *_table(board, translate, width)]
    for row in board.rows:
        lines += ["", *_row(row, translate, width, style, steps=alone)]
    if not board.rows:
        lines += ["", translate(N_("There is no pairing yet; `mentorat new pairing ID` adds one."))]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _table(board: Board, translate: Translator, width: int) -> Iterator[str]:
    """Pairings by steps: a sign a step, told in words below."""
    longest = max(len(visible(row.pairing)) for row in board.rows)
    numbers = "".join(f"{number:>3}" for number in range(1, len(STEPS) + 1))
    yield f"  {'':<{longest}}{numbers}"
    for row in board.rows:
        signs = "".join(f"{SIGNS[cell.mark]:>3}" for cell in row.cells)
        yield f"- {visible(row.pairing):<{longest}}{signs}"
    yield ""
    steps = ", ".join(f"{number} {translate(step.label)}" for number, step in enumerate(STEPS, 1))
    yield from _wrap(translate(N_("Steps: {steps}."), steps=steps), width)
    legend = ", ".join(f"{SIGNS[mark]} {translate(word)}" for mark, word in WORDS.items())
    yield from _wrap(translate(N_("Signs: {legend}."), legend=legend), width)


def cities(row: Row, translate: Translator) -> str:
    """Who is mentored by whom, in words."""
    if row.mentor:
        return translate(N_("{mentee}, mentored by {mentor}"), mentee=row.mentee, mentor=row.mentor)
    return translate(N_("{mentee}, looking for a mentor"), mentee=row.mentee)


def waiting(row: Row, translate: Translator) -> str:
    """On whom the pairing waits; "" where nothing is open."""
    parts = [
        translate(N_("{party} ({n})"), party=translate(PARTIES[party]), n=count)
        for party, count in row.waiting.items()
    ]
    return ", ".join(parts)


def dates(row: Row, translate: Translator) -> list[str]:
    """The nearest dates ahead, in words."""
    found = []
    for ahead in row.ahead[:MAX_DATES]:
        name = translate(PHASE.terms.get(ahead.name, ahead.name)) if ahead.what == "visit" else ahead.name
        found.append(translate(DATES[ahead.what], date=ahead.date.isoformat(), name=name))
    return found


def _row(
    row: Row, translate: Translator, width: int, style: Callable[[str, str], str], *, steps: bool
) -> Iterator[str]:
    yield style(f"* {visible(row.pairing)}: {visible(cities(row, translate))}", "title")
    step = translate(BY_ID[row.step].label)
    if row.state != "active":
        yield "  " + translate(N_("This pairing is over; nothing is asked of it."))
    else:
        yield "  " + translate(N_("Step being worked on: {step}"), step=step)
    for cell in row.cells if steps else ():
        label = translate(BY_ID[cell.step].label)
        word = translate(WORDS[cell.mark])
        count = translate(N_("{done} of {total}"), done=cell.done, total=cell.total) if cell.total else ""
        yield f"    {SIGNS[cell.mark]} {label:<28} {word:<12} {count}"
    if row.next:
        party = translate(PARTIES[row.next.party])
        message = visible(row.next.message.show(translate))
        now = row.next.state is State.OPEN
        text = N_("Next: {message} ({party}, {file})") if now else N_("To do: {message} ({party}, {file})")
        yield from _wrap(translate(text, message=message, party=party, file=visible(row.next.file)), width)
    stuck = waiting(row, translate)
    if stuck:
        yield from _wrap(translate(N_("Waiting for: {parties}"), parties=stuck), width)
    for date in dates(row, translate)[: MAX_DATES if steps else 1]:
        yield from _wrap(visible(date), width)


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="    ", break_long_words=False)
