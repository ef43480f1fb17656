"""`mentorat schema`: the JSON Schemas of the documents, in the reader's language."""

from __future__ import annotations

import typer

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings, told
from mentorat.i18n import N_


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command, its help in the language of this run."""
    _ = settings.translate

    @app.command(**told(_(N_("Write the JSON Schemas of the documents, in the language of this run."))))
    def schema(
        kind: str = typer.Argument("", metavar="[KIND]", help=_(N_("One kind of document, such as action-plan or plan; printed where no folder is given."))),
        output: str = typer.Option("", "-o", "--output", metavar="DIR", help=_(N_("The folder to write them to."))),
    ) -> None:  # fmt: skip
        from mentorat import schemas
        from mentorat.cli.check import write_to
        from mentorat.model.documents import BY_STEM, KINDS

        if kind and kind not in KINDS and kind not in BY_STEM:
            text = N_("“{kind}” is not a kind of document. The kinds are: {known}.")
            raise Stop(Exit.USAGE, text, kind=kind, known=", ".join(KINDS))
        chosen = [BY_STEM[kind].id if kind in BY_STEM else kind] if kind else list(KINDS)
        if not output and not kind:
            for name in chosen:
                settings.console.say(name)
            return
        for name in chosen:
            text = schemas.dump(schemas.translated(name, settings.translate))
            write_to(f"{output}/{KINDS[name].schema_file}" if output else "", text, settings)
