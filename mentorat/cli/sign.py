"""`mentorat sign`: a party says under a document that it has read it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import typer

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings, told
from mentorat.guide.parties import PARTIES
from mentorat.i18n import N_

if TYPE_CHECKING:
    from mentorat.nodes import Document
    from mentorat.workspace import Workspace


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command, its help in the language of this run."""
    _ = settings.translate

    @app.command(
        **told(
            _(N_("Put a party's stamp under a document or a part of it; `check` says when it changes later."))
        )
    )
    def sign(
        doc: str = typer.Argument(..., metavar="DOC[#PATH]", help=_(N_("A file, or a pairing and a document, and perhaps the part: capaci-mechelen/plan#actions[0]."))),
        party: str = typer.Option(..., metavar="PARTY", help=_(N_("The party that signs: mentee_city, mentor_association, local_network…"))),
        function: str = typer.Option(..., metavar="TEXT", help=_(N_("The function of the person who signs for it; no name."))),
    ) -> None:  # fmt: skip
        from mentorat.signing import NotSigned
        from mentorat.signing import sign as put_stamp
        from mentorat.source.editor import write_atomically

        workspace = settings.workspace()
        name, _, part = doc.partition("#")
        document = _document(name, workspace, settings)
        text, _ = workspace.source(document.file)
        day = workspace.as_of
        try:
            signed = put_stamp(text, document, part, party=party, function=function, day=day)
            if not signed.already:
                write_atomically((workspace.root / document.file).resolve(), signed.text)
        except NotSigned as refused:
            raise Stop(Exit.USAGE, refused.text, **refused.values) from None
        except OSError as error:
            text = N_("{file} cannot be written: {reason}.")
            raise Stop(Exit.USAGE, text, file=document.file, reason=error.strerror or "") from None
        what = f"{document.file}#{signed.part}" if signed.part else document.file
        said = N_("Signed on {date}: {what} ({party}).")
        if signed.already:
            said = N_("{what} is signed already and has not changed since ({party}).")
        translate = settings.translate
        settings.console.say(
            translate(said, what=what, date=day.isoformat(), party=translate(PARTIES[party]))
        )


def _document(name: str, workspace: Workspace, settings: Settings) -> Document:
    """The document that the user named, by its path or as `pairing/stem`."""
    from mentorat.rules.files import closest

    by_file = {document.file: document for document in workspace.documents}
    path = (settings.folder / name).resolve()
    file = path.relative_to(workspace.root).as_posix() if path.is_relative_to(workspace.root) else ""
    by_name = {
        f"{document.owner}/{PurePosixPath(document.file).stem}": document
        for document in workspace.documents
        if document.file.startswith("pairings/")
    }
    document = by_file.get(file) or by_name.get(name)
    if document is None:
        guess = closest(name, [*by_name, *by_file])
        if guess:
            text = N_("This programme has no document “{name}”. Did you mean “{guess}”?")
            raise Stop(Exit.USAGE, text, name=name, guess=guess)
        text = N_(
            "This programme has no document “{name}”. Name a file, or a pairing and a document as in {example}."
        )
        raise Stop(Exit.USAGE, text, name=name, example="capaci-mechelen/plan")
    if not document.readable:
        text = N_("{file} cannot be read; `mentorat check` says why.")
        raise Stop(Exit.FINDINGS, text, file=document.file)
    return document
