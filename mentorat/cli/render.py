"""`mentorat render`: the method's documents as Markdown and HTML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings, told
from mentorat.i18n import N_

if TYPE_CHECKING:
    from mentorat.workspace import Case, Workspace


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command, its help in the language of this run."""
    _ = settings.translate

    @app.command(
        **told(_(N_("Make a document of a pairing as pages to read: its action plan or its needs analysis.")))
    )
    def render(
        what: str = typer.Argument(..., metavar="WHAT", help=_(N_("plan or needs."))),
        pairing: str = typer.Argument("", metavar="[PAIRING]", help=_(N_("The id of the pairing; it may be left out where there is only one."))),
        to: str = typer.Option("md,html", "--to", metavar="LIST", help=_(N_("Formats: md, html."))),
        audience: str = typer.Option("pairing", metavar="AUDIENCE", help=_(N_("Who will read it: public, pairing or internal."))),
        doc_lang: str = typer.Option("", metavar="LIST", help=_(N_("Languages of the document, as in fr,en (default: the programme's)."))),
        output: str = typer.Option("", "-o", "--output", metavar="DIR", help=_(N_("The folder to write to (default: build in the programme)."))),
    ) -> None:  # fmt: skip
        from mentorat.rendering import AUDIENCES, FORMATS
        from mentorat.rendering.views import WHAT

        formats = chosen(to, FORMATS, N_("There is no format “{value}” here. The formats are: {known}."))
        chosen(what, WHAT, N_("“{value}” cannot be rendered. There are: {known}."))
        chosen(audience, AUDIENCES, N_("There is no audience “{value}”. The audiences are: {known}."))
        workspace = settings.workspace()
        case = find_pairing(pairing, workspace)
        languages = [part.strip() for part in doc_lang.split(",") if part.strip()]
        languages = languages or [workspace.programme["language"].word or "fr"]
        folder = Path(output) if output else workspace.root / "build"
        for lang in languages:
            _render(case, what, formats, audience, lang, folder, settings)


def chosen(value: str, known: object, text: str) -> list[str]:
    """The parts of a list on the command line, each of which must be known."""
    options = list(known)  # type: ignore[call-overload]
    parts = [part.strip() for part in value.split(",") if part.strip()]
    for part in parts:
        if part not in options:
            raise Stop(Exit.USAGE, text, value=part, known=", ".join(options))
    return parts


def find_pairing(name: str, workspace: Workspace) -> Case:
    """The pairing that the user named, by id or by path."""
    from mentorat.rules.files import closest

    cases = workspace.cases()
    if not cases:
        raise Stop(Exit.NOTHING, N_("There is no pairing yet; `mentorat new pairing ID` adds one."))
    if not name and len(cases) == 1:
        return cases[0]
    case = workspace.case(Path(name).name) if name else None
    if case:
        return case
    known = ", ".join(case.id for case in cases)
    if not name:
        raise Stop(Exit.USAGE, N_("Name a pairing. There are: {known}."), known=known)
    guess = closest(name, [case.id for case in cases])
    if guess:
        text = N_("There is no pairing “{name}”. Did you mean “{guess}”?")
        raise Stop(Exit.USAGE, text, name=name, guess=guess)
    raise Stop(Exit.USAGE, N_("There is no pairing “{name}”. There are: {known}."), name=name, known=known)


def _render(
    case: Case, what: str, formats: list[str], audience: str, lang: str, folder: Path, settings: Settings
) -> None:
    from mentorat.nodes import Unreadable
    from mentorat.rendering import NotRendered, render, write

    translate, say = settings.translate, settings.console.say
    try:
        files = render(case, what, formats=formats, audience=audience, doc_lang=lang)
        written = write(files, folder)
    except NotRendered as missing:
        raise Stop(Exit.NOTHING, "{said}", said=missing.message.show(translate)) from None
    except Unreadable as unreadable:
        text = N_("{file} cannot be read; `mentorat check` says why.")
        raise Stop(Exit.FINDINGS, text, file=unreadable.file) from None
    except (OSError, ValueError) as error:
        text = N_("The pages cannot be written to {folder} ({reason}).")
        raise Stop(Exit.USAGE, text, folder=str(folder), reason=str(error)) from None
    for file in written:
        text = N_("written: {path}") if file.changed else N_("unchanged: {path}")
        say(translate(text, path=str(file.path)))
