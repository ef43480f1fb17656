"""What the check of a programme says, for pages that tell what is still open."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from mentorat.findings import Finding, Report, State
from mentorat.nodes import Document
from mentorat.rendering import audience as who
from mentorat.rendering.saying import Reader
from mentorat.workspace import Workspace


@functools.lru_cache(maxsize=1)
def report(workspace: Workspace) -> Report:
    """The check of a programme, made once for all the pages of a run."""
    from mentorat.checking import check

    return check(workspace)


def open_things(reader: Reader) -> Iterator[Finding]:
    """What the method asks of this pairing and what is not there, as far as the reader may know.

    That an answer in confidence is missing is itself in confidence: such findings are counted.  The
    public is told of none, as their sentences may quote what stands in any of the pairing's documents.
    """
    return known(reader, lambda finding: finding.state is State.OPEN and finding.severity.rank < 2)


def known(reader: Reader, wanted: Callable[[Finding], bool]) -> Iterator[Finding]:
    """What the check found in this pairing, as far as it is wanted and the reader may know; the rest is counted."""
    if reader.audience == "public":
        return
    documents = _documents(reader.workspace)
    for finding in _by_pairing(reader.workspace).get(reader.case.id, ()):
        if not wanted(finding):
            continue
        document = documents.get(finding.file)
        if document is None:
            yield finding
            continue
        node = document.root.at(*finding.path)
        if who.may_read(reader.audience, who.of_node(node)):
            yield finding
        else:
            reader.leave_out(node)


@functools.lru_cache(maxsize=1)
def _by_pairing(workspace: Workspace) -> dict[str, list[Finding]]:
    """What was found, by pairing."""
    found: dict[str, list[Finding]] = {}
    for finding in report(workspace).findings:
        found.setdefault(finding.pairing, []).append(finding)
    return found


@functools.lru_cache(maxsize=1)
def _documents(workspace: Workspace) -> dict[str, Document]:
    """Every document by its file."""
    return {document.file: document for document in workspace.documents}
