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
        pairing: str = typer.Argument(..., metavar="PAIRING", help=_(N_("The id of the pairing."))),
        formats: list[str] = typer.Option(["text"], "--format", show_default=False, metavar="FORMAT[=FILE]", help=_(N_("text, markdown or json; may be repeated, and written to a file."))),
        top: int = typer.Option(0, "--top", show_default=False, metavar="N", help=_(N_("Tell only the first N cities (default: all)."))),
    ) -> None:  # fmt: skip
        from mentorat.cli.check import parse_format, write_to

        targets = [parse_format(entry, MATCH_FORMATS) for entry in formats]
        if top < 0:
            raise Stop(Exit.USAGE, N_("--top takes a number from 1 on."))
        workspace = settings.workspace()
        ranking = _rank(_pairing(pairing, workspace), settings, top or None)
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


def _rank(case: Case, settings: Settings, top: int | None) -> Ranking:
    from mentorat.matching import WrongWeights, rank
    from mentorat.nodes import Unreadable

    if not case.workspace.mentors:
        text = N_("There is no mentor to compare yet; `mentorat new mentor ID` adds one.")
        raise Stop(Exit.NOTHING, text)
    try:
        return rank(case, lang=settings.translate.lang, top=top)
    except WrongWeights as wrong:
        raise Stop(Exit.USAGE, wrong.text, **wrong.values) from None
    except Unreadable as unreadable:
        text = N_("{file} cannot be read; `mentorat check` says why.")
        raise Stop(Exit.FINDINGS, text, file=unreadable.file) from None
