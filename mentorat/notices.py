"""What a check has to say of the folder, beside its findings."""

from __future__ import annotations

from collections.abc import Iterator

from mentorat.findings import Message
from mentorat.i18n import N_
from mentorat.workspace import Workspace

_SENTENCES = {
    "outside": N_("{file} was not read: it is a link that leads out of the programme."),
    "no_file": N_("{file} was not read: it is no file."),
    "unreadable": N_("{file} was not read: the system does not allow it."),
    "too_many": N_("There are too many files; {file} and all behind it were not read."),
}


def said(workspace: Workspace) -> Iterator[Message]:
    """One sentence for each thing that was passed over, and where the day is not the programme's own."""
    for notice in workspace.notices:
        yield Message(_SENTENCES[notice.case], {"file": notice.file})
    if not workspace.programme.document.readable:
        text = N_("{file} cannot be read, so the programme's own day and settings are not known.")
        yield Message(text, {"file": workspace.programme.document.file})
