"""`mentorat match`: which mentors fit a mentee, criterion by criterion."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings, told
from mentorat.i18n import N_
from mentorat.reporters import MATCH_FORMATS, reporter

if TYPE_CHECKING:
    from mentorat.case import Case
    from mentorat.matching import Ranking
    from mentorat.matching.what_if import WhatIf
    from mentorat.workspace import Workspace


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command, its help in the language of this run."""
    _ = settings.translate

    @app.command(
        **told(
            _(N_("Compare the mentors for a pairing: scores with their reasons, gaps and questions to ask."))
        )
    )
    def match(
        pairing: str = typer.Argument("", metavar="[PAIRING]", show_default=False, help=_(N_("The id of the pairing."))),
        everybody: bool = typer.Option(False, "--all", help=_(N_("Propose a mentor for every pairing under way, all at once."))),
        formats: list[str] = typer.Option(["text"], "--format", show_default=False, metavar="FORMAT[=FILE]", help=_(N_("text, markdown or json, with --all also csv; may be repeated, and written to a file."))),
        top: int = typer.Option(0, "--top", show_default=False, metavar="N", help=_(N_("Tell only the first N cities (default: all); with --all, N other mentors for each mentee (default: 2)."))),
        without: list[str] = typer.Option([], "--without", show_default=False, metavar="CITY", help=_(N_("As if this mentor did not take part; may be repeated."))),
        added: list[str] = typer.Option([], "--with", show_default=False, metavar="FILE", help=_(N_("As if the city whose strengths this file holds took part too; may be repeated."))),
        places: list[str] = typer.Option([], "--capacity", show_default=False, metavar="CITY=N", help=_(N_("As if this mentor took N pairings; may be repeated."))),
        register_file: str = typer.Option("", "--register", metavar="FILE", help=_(N_("Compare the cities of a register too: a table or lines of JSON, as docs/register.md describes."))),
        ignore_choices: bool = typer.Option(False, "--ignore-choices", help=_(N_("With --all: as if no pairing had chosen its mentor yet."))),
        objective: str = typer.Option("total", "--objective", metavar="OBJECTIVE", help=_(N_("With --all: total (the highest sum of scores) or worst-first (the best for those who are served worst)."))),
        floor: float = typer.Option(None, "--floor", show_default=False, metavar="POINTS", help=_(N_("With --all: propose no pair with fewer points."))),
        against: str = typer.Option("", "--against", metavar="FILE", help=_(N_("With --all: show what has changed since the proposal that this JSON file holds."))),
    ) -> None:  # fmt: skip
        from mentorat.cli.check import parse_format, write_to
        from mentorat.cli.cohort import Wanted, places_of, tell_faults
        from mentorat.cli.cohort import run as run_cohort
        from mentorat.matching.what_if import WhatIf

        if top < 0:
            raise Stop(Exit.USAGE, N_("--top takes a number from 1 on."))
        paths = tuple(settings.folder / name for name in added)
        what_if = WhatIf(tuple(without), paths, places_of(places), ignore_choices)
        if everybody:
            if pairing:
                raise Stop(Exit.USAGE, N_("Name a pairing, or say --all, not both."))
            wanted = Wanted(formats, objective, floor, top, against, register_file)
            run_cohort(wanted, what_if, None, settings)
            return
        if not pairing:
            raise Stop(Exit.USAGE, N_("Name a pairing, or say --all for the whole programme."))
        lonely = {"--ignore-choices": ignore_choices, "--objective": objective, "--floor": floor, "--against": against}
        for option, value in lonely.items():
            if value not in (False, "", "total", None):
                raise Stop(Exit.USAGE, N_("{option} goes with --all."), option=option)
        targets = [parse_format(entry, MATCH_FORMATS) for entry in formats]
        workspace = settings.workspace()
        ranking = _rank(_pairing(pairing, workspace), settings, top or None, what_if, register_file)
        tell_faults(ranking.faults, register_file, settings)
        console = settings.console
        for name, file in targets:
            paint = console.style if not file else None
            text = reporter(MATCH_FORMATS, name)(
                ranking, settings.translate, width=console.width, paint=paint
            )
            write_to(file, text, settings)


def _pairing(name: str, workspace: Workspace) -> Case:
    from mentorat.rules.files import closest

    cases = workspace.cases()
    if not cases:
        raise Stop(Exit.NOTHING, N_("There is no pairing yet; `mentorat new pairing ID` adds one."))
    case = workspace.case(Path(name).name)
    if case:
        return case
    known = [case.id for case in cases]
    values = {"name": name, "known": ", ".join(known)}
    guess = closest(name, known)
    if guess:
        text = N_("There is no pairing “{name}”. Did you mean “{guess}”? There are: {known}.")
        raise Stop(Exit.USAGE, text, guess=guess, **values)
    raise Stop(Exit.USAGE, N_("There is no pairing “{name}”. There are: {known}."), **values)


def _rank(case: Case, settings: Settings, top: int | None, what_if: WhatIf, register_file: str) -> Ranking:
    from mentorat.cli.cohort import understood
    from mentorat.matching import rank
    from mentorat.nodes import Unreadable

    if not (case.workspace.mentors or what_if.added or register_file):
        text = N_("There is no mentor to compare yet; `mentorat new mentor ID` adds one.")
        raise Stop(Exit.NOTHING, text)
    try:
        with understood():
            if not register_file:
                return rank(case, lang=settings.translate.lang, top=top, what_if=what_if)
            from mentorat.cli.progress import watched
            from mentorat.matching.shortlist import rank_with

            label = settings.translate(N_("Cities compared"))
            return rank_with(
                case,
                settings.folder / register_file,
                lang=settings.translate.lang,
                top=top,
                what_if=what_if,
                watch=lambda candidates: watched(candidates, label),
            )
    except Unreadable as unreadable:
        text = N_("{file} cannot be read; `mentorat check` says why.")
        raise Stop(Exit.FINDINGS, text, file=unreadable.file) from None
