"""Fixes made: on texts in memory, checked again until nothing changes, then written file by file.

A fix is data on a finding (`findings.Fix`).  It touches the bytes of one value or one key and no other;
what cannot be done so is left to people.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mentorat.checking import check
from mentorat.findings import Finding, Fix, State
from mentorat.source.editor import EditRefused, rename_key, set_value, write_atomically
from mentorat.workspace import Workspace

ROUNDS = 10
"""How often everything is checked again; one fix may bring another to light, never that many."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A finding whose fix was made, and what stood there before."""

    finding: Finding
    fix: Fix
    old: str


@dataclass(slots=True)
class Change:
    """One file: its text before and after, and the fixes between the two."""

    file: str
    kind: str
    before: str
    after: str
    mended: list[Mended] = field(default_factory=list)


def mend(
    workspace: Workspace, wanted: Callable[[Finding], bool], *, before: str | None = None
) -> list[Change]:
    """Make the fixes of a programme, without writing anything.

    Args:
        workspace: the documents.
        wanted: whether a finding is among those to be mended.
        before: judge every pairing as if every step before this one were done.
    """
    changes: dict[str, Change] = {}
    for _ in range(ROUNDS):
        if not _round(workspace, wanted, before, changes):
            break
        workspace = workspace.with_texts({file: change.after for file, change in changes.items()})
    return sorted(changes.values(), key=lambda change: change.file)


def _round(
    workspace: Workspace, wanted: Callable[[Finding], bool], before: str | None, changes: dict[str, Change]
) -> bool:
    """Make each fix that is proposed now; returns whether there was one."""
    kinds = {document.file: document.kind for document in workspace.documents}
    done = set()
    for finding in check(workspace, before=before, upcoming=False).findings:
        fix = finding.fix
        if fix is None or finding.state is not State.OPEN or not wanted(finding):
            continue
        if (fix.file, fix.path) in done:
            continue
        shown, _ = workspace.source(fix.file)
        change = changes.get(fix.file) or Change(fix.file, kinds[fix.file], shown, shown)
        try:
            change.after = apply(change.after, fix)
        except EditRefused:
            continue
        done.add((fix.file, fix.path))
        changes[fix.file] = change
        change.mended.append(Mended(finding, fix, shown[finding.span.start : finding.span.end]))
    return bool(done)


def apply(text: str, fix: Fix) -> str:
    """The text of a document with a fix made.

    Raises:
        EditRefused: where it would touch more than its place.
    """
    if fix.kind == "rename":
        return rename_key(text, fix.path, str(fix.value))
    return set_value(text, fix.path, fix.value)


def write(root: Path, change: Change) -> bool:
    """Put a change into its file in one step; a file that somebody has changed since is left (False)."""
    path = (root / change.file).resolve()
    if path.read_bytes() != change.before.encode():
        return False
    write_atomically(path, change.after)
    return True
