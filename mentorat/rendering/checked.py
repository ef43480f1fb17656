"""What the check of a programme says, for pages that tell what is still open."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from mentorat.findings import Finding, Report, State
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
    if reader.audience == "public":
        return
    documents = {document.file: document for document in reader.workspace.documents}
    for finding in report(reader.workspace).findings:
        if finding.pairing != reader.case.id or finding.state is not State.OPEN or finding.severity.rank > 1:
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
