"""`mentorat status`: the board of all pairings."""

from __future__ import annotations

import typer

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings, told
from mentorat.i18n import N_
from mentorat.reporters import STATUS_FORMATS, reporter


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command, its help in the language of this run."""
    _ = settings.translate

    @app.command(**told(_(N_("Show how far each pairing is, what comes next and on whom it waits."))))
    def status(
        names: list[str] = typer.Argument(None, metavar="[PAIRING…]", help=_(N_("Ids of pairings (default: all)."))),
        formats: list[str] = typer.Option(["text"], "--format", show_default=False, metavar="FORMAT[=FILE]", help=_(N_("text, markdown or json; may be repeated, and written to a file."))),
    ) -> None:  # fmt: skip
        from dataclasses import replace

        from mentorat.board import board
        from mentorat.checking import check
        from mentorat.cli.check import locate, parse_format, write_to

        targets = [parse_format(entry, STATUS_FORMATS) for entry in formats]
        workspace = settings.workspace()
        if not workspace.pairings:
            raise Stop(Exit.NOTHING, N_("There is no pairing yet; `mentorat new pairing ID` adds one."))
        files, pairings = locate(names or [], workspace, settings)
        wanted = {*pairings, *(file.split("/")[1] for file in files if file.startswith("pairings/"))}
        translate, console = settings.translate, settings.console
        shown = board(workspace, check(workspace), translate.lang)
        if wanted:
            shown = replace(shown, rows=tuple(row for row in shown.rows if row.pairing in wanted))
        for name, file in targets:
            paint = console.style if not file else None
            text = reporter(STATUS_FORMATS, name)(shown, translate, width=console.width, paint=paint)
            write_to(file, text, settings)
