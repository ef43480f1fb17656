"""The last step of a check: from paths of keys to places in files, and the line to show.

A line that holds a private answer is never quoted; the place is enough.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from mentorat.confidence import is_private
from mentorat.findings import Finding, Fix
from mentorat.nodes import Document, Node
from mentorat.personal import masked
from mentorat.source.positions import PositionTree, Span, place_of
from mentorat.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding without its place: the node it is at, or the place itself where that is known.

    `at_key` is for what is wrong with a key rather than with its value.
    """

    finding: Finding
    node: Node
    span: Span | None = None
    at_key: bool = False


class Locator:
    """Finds places; the files with findings are read once more, the others are not."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._private: dict[str, set[int]] = {}

    def locate(self, draft: Draft) -> Finding:
        """The finding with its place and its line."""
        document = draft.node.document
        text, tree = self._workspace.source(document.file)
        span = draft.span or _place(draft, tree)
        lines = text.splitlines()
        shown = lines[span.line - 1] if 0 < span.line <= len(lines) else ""
        if span.line in self._private_lines(document, tree):
            shown = ""
        fix = _certain(draft, span, text)
        return replace(draft.finding, span=span, line_text=masked(shown), fix=fix)

    def _private_lines(self, document: Document, tree: PositionTree | None) -> set[int]:
        if document.file not in self._private:
            self._private[document.file] = private_lines(document, tree)
        return self._private[document.file]


def private_lines(document: Document, tree: PositionTree | None) -> set[int]:
    """The lines of a document that hold an answer for the city alone, counted from 1."""
    found: set[int] = set()
    for path, place in tree.walk() if tree else ():
        if not place.children and is_private(document.root.at(*path)):
            found |= set(range(place.value.line, place.value.end_line + 1))
    return found


def _certain(draft: Draft, span: Span, text: str) -> Fix | None:
    """The fix, with the words as the file spells them; none where it would quote what is for the city alone."""
    fix, node = draft.finding.fix, draft.node
    if fix is None:
        return None
    target = (*fix.path[:-1], fix.value) if fix.kind == "rename" else fix.path
    if is_private(node.document.root.at(*target)):
        return None
    if fix.kind == "quote":
        spelled = text[span.start : span.end]
        pattern = node.field.schema.get("pattern") if node.field else None
        if masked(spelled) != spelled or (pattern and not re.search(pattern, spelled)):
            return None
        return replace(fix, value=spelled)
    return fix


def _place(draft: Draft, tree: PositionTree | None) -> Span:
    node = draft.node
    if tree is None:
        return Span(1, 1, 1, 1)
    if node.missing_kind or draft.at_key:
        found = tree.lookup(node.path)
        return (found.key if found else None) or Span(1, 1, 1, 1)
    return place_of(tree, node.path)
