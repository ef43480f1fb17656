"""The last step of a check: from paths of keys to places in files, and the line to show.

A line that holds a private answer is never quoted; the place is enough.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentorat import shape
from mentorat.findings import Finding
from mentorat.nodes import Node
from mentorat.personal import masked
from mentorat.source.positions import Path, PositionTree, Span, place_of
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
        if span.line in self._private_lines(document.file, document.kind, tree):
            shown = ""
        return replace(draft.finding, span=span, line_text=masked(shown))

    def _private_lines(self, file: str, kind: str, tree: PositionTree | None) -> set[int]:
        if file not in self._private:
            found: set[int] = set()
            for path, place in tree.walk() if tree else ():
                if not place.children and is_private(kind, path):
                    found |= set(range(place.value.line, place.value.end_line + 1))
            self._private[file] = found
        return self._private[file]


def is_private(kind: str, path: Path) -> bool:
    """Whether the answer at a path is for the city alone, or lies inside one that is."""
    for depth in range(1, len(path) + 1):
        question = shape.find(kind, path[:depth])
        if question and question.show == "private":
            return True
    return False


def _place(draft: Draft, tree: PositionTree | None) -> Span:
    node = draft.node
    if tree is None:
        return Span(1, 1, 1, 1)
    if node.missing_kind or draft.at_key:
        found = tree.lookup(node.path)
        return (found.key if found else None) or Span(1, 1, 1, 1)
    return place_of(tree, node.path)
