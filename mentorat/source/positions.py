"""Where a key and its value stand in a file: a tree of spans beside the plain value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

Key = str | int
Path = tuple[Key, ...]
"""A path of keys inside one document: `("actions", 2, "lead")`."""


class Span(NamedTuple):
    """A stretch of text: lines and columns from 1, in characters; the end is exclusive.

    `start` and `end` are offsets into the text, from 0.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class PositionTree:
    """The span of one value, the span of the key it stands under, and its children."""

    value: Span
    key: Span | None = None
    children: dict[Key, PositionTree] = field(default_factory=dict)

    def lookup(self, path: Path) -> PositionTree | None:
        """The place of `path`; None where nothing is written there."""
        tree: PositionTree | None = self
        for key in path:
            tree = tree.children.get(key) if tree else None
        return tree

    def lookup_closest(self, path: Path) -> tuple[PositionTree, int]:
        """The place of `path` or of its nearest ancestor, and how many keys of `path` were found."""
        tree = self
        for depth, key in enumerate(path):
            child = tree.children.get(key)
            if child is None:
                return tree, depth
            tree = child
        return tree, len(path)

    def first_key(self) -> Span | None:
        """The span of the first key of a mapping."""
        return next((child.key for child in self.children.values() if child.key), None)

    def walk(self, prefix: Path = ()) -> Iterator[tuple[Path, PositionTree]]:
        """Every place below, with its path."""
        for key, child in self.children.items():
            yield (*prefix, key), child
            yield from child.walk((*prefix, key))


def place_of(tree: PositionTree, path: Path) -> Span:
    """The span to show for `path`: its value, or, where it is absent, the best place to write it.

    What is missing in an entry of a list is shown at the entry's first key; what is missing in a
    group at the key of that group; what is missing at the top of a document at its first key.
    """
    found, depth = tree.lookup_closest(path)
    if depth == len(path):
        return found.value if found.value.end > found.value.start or not found.key else found.key
    in_list = depth > 0 and isinstance(path[depth - 1], int)
    if in_list or depth == 0:
        return (
            found.children["kind"].key or found.value
            if "kind" in found.children and depth == 0
            else (found.first_key() or found.value)
        )
    return found.key or found.value


def show_path(path: Path) -> str:
    """A path as people write it: `actions[2].lead`."""
    text = ""
    for key in path:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else key
    return text
