"""`mentorat demo`: copies the example programme and runs check, match and render on it."""

from __future__ import annotations

import typer

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings, told
from mentorat.i18n import N_

DEFAULT = "mentorat-demo"
PAIRING = "capaci-mechelen"


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command, its help in the language of this run."""
    _ = settings.translate

    @app.command(
        **told(_(N_("Copy the example programme into a folder and run check, match and render on it.")))
    )
    def demo(
        directory: str = typer.Argument(DEFAULT, metavar="[DIR]", help=_(N_("The folder to write it to."))),
    ) -> None:
        from mentorat.demonstration import copy_example

        translate, say = settings.translate, settings.console.say
        target = settings.folder / directory
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            text = N_("{folder} is there already and is not empty; name another folder.")
            raise Stop(Exit.USAGE, text, folder=str(target))
        written, _kept = copy_example(target, translate)
        count = len(written)
        say(
            translate.plural(
                N_("{n} file of the example programme was copied to {folder}."),
                N_("{n} files of the example programme were copied to {folder}."),
                count,
                folder=str(target),
            )
        )
        for arguments in (
            ["check"],
            ["match", PAIRING],
            ["render", "plan", PAIRING],
            ["render", "needs", PAIRING],
        ):
            _step(arguments, str(target), settings)
        say("")
        pages = target.resolve() / "build" / PAIRING
        say(
            translate(
                N_("The pages are in {folder}; open plan.{lang}.html in a browser."),
                folder=str(pages),
                lang="fr",
            )
        )
        say(translate(N_("Now change a file, and run `mentorat check` in {folder}."), folder=str(target)))


def _step(arguments: list[str], folder: str, settings: Settings) -> None:
    """Run one command on the copy, saying which."""
    from mentorat.cli.app import run

    console, translate = settings.console, settings.translate
    shown = " ".join(["mentorat", *arguments])
    console.say("")
    console.say(console.style(translate(N_("Running: {command}"), command=shown), "title"))
    code = run(["-C", folder, "--lang", translate.lang, *arguments])
    if code not in (Exit.FINE, Exit.FINDINGS):
        raise Stop(Exit(code), N_("The demonstration stopped at: {command}"), command=shown)
