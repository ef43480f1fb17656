"""`mentorat explain`: a rule, a step or a question in plain words."""

from __future__ import annotations

import typer

from mentorat.cli.exits import Exit
from mentorat.cli.settings import Settings, told
from mentorat.i18n import N_
from mentorat.reporters import EXPLAIN_FORMATS, reporter


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command, its help in the language of this run."""
    _ = settings.translate

    @app.command(
        **told(
            _(
                N_(
                    "Explain a rule (NEED004), a step (visit_1), a question (plan.actions[].lead) or a topic (method, steps, roles, charter, visits)."
                )
            )
        )
    )
    def explain(
        word: str = typer.Argument(..., metavar="CODE|STEP|KEY|TOPIC", help=_(N_("What to explain."))),
        formats: list[str] = typer.Option(["text"], "--format", show_default=False, metavar="FORMAT[=FILE]", help=_(N_("text or json; may be repeated, and written to a file."))),
    ) -> None:  # fmt: skip
        from mentorat.cli.check import parse_format, write_to
        from mentorat.explaining import NothingFound
        from mentorat.explaining import explain as page_of

        targets = [parse_format(entry, EXPLAIN_FORMATS) for entry in formats]
        page = page_of(word)
        for name, file in targets:
            text = reporter(EXPLAIN_FORMATS, name)(page, settings.translate, width=settings.console.width)
            write_to(file, text, settings)
        if isinstance(page, NothingFound):
            raise typer.Exit(Exit.USAGE)
