"""The board: how far each pairing is, what comes next and on whom it waits.

It describes files, not cities: mentoring lives on trust and stays outside reporting lines.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentorat.confidence import is_private
from mentorat.findings import Finding, Report, State, StepProgress
from mentorat.guide.steps import ORDER, STEPS
from mentorat.guide.switches import SWITCHES, switched_off
from mentorat.i18n import N_
from mentorat.nodes import Node, Unreadable
from mentorat.workspace import Case, Workspace


class Mark(StrEnum):
    """How much of what a step asks is there."""

    DONE = "done"
    PARTLY = "partly"
    MISSING = "missing"
    ASIDE = "set_aside"


SIGNS = {Mark.DONE: "●", Mark.PARTLY: "◐", Mark.MISSING: "○", Mark.ASIDE: "–"}
WORDS = {
    Mark.DONE: N_("done"),
    Mark.PARTLY: N_("partly"),
    Mark.MISSING: N_("missing"),
    Mark.ASIDE: N_("set aside"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One step of one pairing."""

    step: str
    mark: Mark
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """A date that is still to come."""

    date: datetime.date
    what: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One pairing on the board.

    Attributes:
        pairing: its id; `mentee` and `mentor` are the cities' names.
        step: the step being worked on.
        cells: its steps, in their order.
        next: the thing to do next, if any.
        waiting: party -> how many errors and warnings wait for it.
        ahead: dates to come, the nearest first.
    """

    pairing: str
    mentee: str
    mentor: str
    step: str
    state: str
    cells: tuple[Cell, ...]
    next: Finding | None
    waiting: dict[str, int]
    ahead: tuple[Ahead, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """All pairings of a programme on one day."""

    programme: str
    as_of: datetime.date
    rows: tuple[Row, ...]


def board(workspace: Workspace, report: Report, lang: str) -> Board:
    """The board of a programme.

    Args:
        workspace: the documents.
        report: a full check of them.
        lang: the language in which cities are named.
    """
    steps: dict[str, dict[str, StepProgress]] = defaultdict(dict)
    findings: dict[str, list[Finding]] = defaultdict(list)
    for step in report.steps:
        steps[step.pairing][step.step] = step
    for finding in report.findings:
        findings[finding.pairing].append(finding)
    rows = tuple(
        _row(case, report.reached[case.id], steps[case.id], findings[case.id], lang)
        for case in workspace.cases()
        if case.id in report.reached
    )
    name = workspace.programme["name"]
    return Board("" if is_private(name) else name.text(lang), report.as_of, rows)


def _row(
    case: Case, reached: str, progress: Mapping[str, StepProgress], findings: list[Finding], lang: str
) -> Row:
    waiting: dict[str, int] = {}
    for finding in findings:
        if finding.state is State.OPEN and finding.severity.rank < 2:
            waiting[finding.party] = waiting.get(finding.party, 0) + 1
    cells = []
    for step in STEPS:
        part = progress.get(step.id)
        done, total = (part.done, part.total) if part else (0, 0)
        cells.append(Cell(step.id, _mark(case, step.id, done, total), done, total))
    workspace = case.workspace
    return Row(
        pairing=case.id,
        mentee=workspace.name_of(case.mentee, lang),
        mentor=workspace.name_of(case.mentor, lang) if case.mentor else "",
        step=reached,
        state=case.own["state"].word or "active",
        cells=tuple(cells),
        next=_next(findings),
        waiting=dict(sorted(waiting.items(), key=lambda item: (-item[1], item[0]))),
        ahead=tuple(sorted(_ahead(case, lang), key=lambda item: item.date)),
    )


def _mark(case: Case, step: str, done: int, total: int) -> Mark:
    if _set_aside(case, step):
        return Mark.ASIDE
    if not total or done == total:
        return Mark.DONE if total else Mark.MISSING
    return Mark.PARTLY if done else Mark.MISSING


_STEP_CODES = {"approve": "APPR001", "implement": "FOLL001"}


def _set_aside(case: Case, step: str) -> bool:
    """Whether the pairing's own choices take a step out of the process."""
    code = _STEP_CODES.get(step)
    if not code:
        return False
    pairing = case.own
    reason = switched_off(
        code,
        purpose=pairing["purpose"].word,
        ends_at=pairing["ends_at"].word,
        programme_format=case.workspace.programme["format"].word,
        benchmark=None,
    )
    return reason in (SWITCHES["purpose"].reason, SWITCHES["ends_at"].reason)


def _next(findings: list[Finding]) -> Finding | None:
    """What to do first: what counts before what does not yet, the gravest and earliest step first."""
    wanted = [
        finding
        for finding in findings
        if finding.state is State.TODO or (finding.state is State.OPEN and finding.severity.rank < 2)
    ]
    return min(
        wanted,
        key=lambda f: (f.state is State.TODO, f.severity.rank, ORDER.get(f.step, 0), f.file, f.span.line),
        default=None,
    )


def _ahead(case: Case, lang: str) -> list[Ahead]:
    found: list[Ahead] = []

    def take(node: Node, what: str, name: str = "") -> None:
        day = node.date
        if day and day >= case.as_of and not is_private(node):
            found.append(Ahead(day, what, name))

    try:
        for visit in case.visits:
            take(visit.at("dates", "start"), "visit", visit["phase"].word)
        for entry in case.pairing["timetable"]:
            take(entry["date"], "milestone", entry["milestone"].text(lang))
        for action in case.plan["actions"]:
            if action["status"].word not in ("done", "dropped"):
                take(action.at("schedule", "end"), "action", action["title"].text(lang))
    except Unreadable:
        pass
    return found
