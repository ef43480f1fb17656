"""How widely an answer may be read: as its question says, or narrower where the document or an entry says so.

A document, a group or an entry of a list may narrow that by its own `visibility`, never widen it.  What
is said there and not understood counts as private.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mentorat import shape
from mentorat.nodes import Document, Node

PUBLIC, PROGRAMME, PAIRING, PRIVATE = "public", "programme", "pairing", "private"
RANK = {PUBLIC: 0, PROGRAMME: 1, PAIRING: 2, PRIVATE: 3}
"""Visibility -> how narrow it is."""

_SHORTEST = 4
"""Signs from which on a text in confidence is also looked for within a longer one."""


def narrowest(*visibilities: str) -> str:
    """The narrowest of some visibilities."""
    return max(visibilities, key=RANK.__getitem__)


def declared(value: object) -> str:
    """What a `visibility` key says: nothing narrows nothing, a slip of the pen narrows to private."""
    if value is None:
        return PUBLIC
    return value if isinstance(value, str) and value in RANK else PRIVATE


def of_document(document: Document) -> str:
    """How widely a document may be read at all."""
    return declared(document.value.get("visibility"))


def of_field(field: shape.Field, above: str) -> str:
    """How widely an answer may be read, below something of visibility `above`.

    A part of an answer that says nothing itself (the year of a figure) is as visible as the whole.
    """
    own = "x-mentorat" in field.schema or len(field.path) == 1
    return narrowest(above, field.show) if own else above


def of_entry(field: shape.Field, node: Node, above: str) -> str:
    """How widely one group or entry of a list may be read: as its list, or narrower if it says so.

    The key counts also where the question does not provide for it: who writes it means it.
    """
    if not isinstance(node.value, dict) or "visibility" not in node.value or not narrows(field):
        return above
    return narrowest(above, declared(node.value["visibility"]))


def narrows(field: shape.Field) -> bool:
    """Whether `visibility` in a group says who may read it, and is not a question of its own."""
    question = field.children.get("visibility")
    return question is None or question.vocabulary == "visibility"


def of_node(node: Node) -> str:
    """How widely the answer at a place of any document may be read."""
    *_, (_, visibility) = _way(node)
    return visibility


def is_private(node: Node) -> bool:
    """Whether the answer at a place is for the city alone, or lies inside one that is.

    Under a key that nobody asks for, it is what stands around it that counts.
    """
    return _closed(node) is not None


def unquoted(values: Mapping[str, object], node: Node) -> Mapping[str, object]:
    """What fills in a sentence about a place, without what stands there for the city alone."""
    closed = _closed(node)
    if closed is None:
        return values
    written = {str(leaf) for leaf in _leaves(closed.value)}
    return {key: "…" if _quotes(value, written) else value for key, value in values.items()}


def _closed(node: Node) -> Node | None:
    """The outermost answer for the city alone in which a place lies."""
    way = _way(node, unknown=PUBLIC)
    return next((here for here, visibility in way if visibility == PRIVATE), None)


def _quotes(value: object, written: set[str]) -> bool:
    if isinstance(value, list | tuple):
        return any(_quotes(part, written) for part in value)
    said = str(value)
    return said in written or any(len(leaf) >= _SHORTEST and leaf in said for leaf in written)


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _leaves(part)
    elif value is not None:
        yield value


def _way(node: Node, unknown: str = PRIVATE) -> Iterator[tuple[Node, str]]:
    """From the document down to a place, how widely each may be read; `unknown` is a key that nobody asks for."""
    here, visibility = node.document.root, of_document(node.document)
    field = shape.find(node.document.kind, ())
    yield here, visibility
    for key in node.path:
        here = here[key]
        below = None
        if field:
            below = field.item if isinstance(key, int) else field.children.get(key)
        field = below
        if field is None:
            visibility = narrowest(visibility, unknown)
        else:
            above = of_field(field, visibility) if isinstance(key, str) else visibility
            visibility = of_entry(field, here, above)
        yield here, visibility
