"""Who may read what: the three audiences of a document, and how visibility narrows on its way down.

Every question says how widely its answer may be read; a document or an entry may narrow that by its
own `visibility`, never widen it.  What is said there and not understood counts as private.
"""

from __future__ import annotations

from mentorat import shape
from mentorat.nodes import Document, Node

PUBLIC, PROGRAMME, PAIRING, PRIVATE = "public", "programme", "pairing", "private"
_RANK = {PUBLIC: 0, PROGRAMME: 1, PAIRING: 2, PRIVATE: 3}

AUDIENCES: dict[str, str] = {"public": PUBLIC, "pairing": PAIRING, "internal": PRIVATE}
"""Audience -> the narrowest visibility that it may still read."""


def may_read(audience: str, visibility: str) -> bool:
    """Whether an audience may read what has this visibility."""
    return _RANK[visibility] <= _RANK[AUDIENCES[audience]]


def narrowest(*visibilities: str) -> str:
    """The narrowest of some visibilities."""
    return max(visibilities, key=_RANK.__getitem__)


def declared(value: object) -> str:
    """What a `visibility` key says: nothing narrows nothing, a slip of the pen narrows to private."""
    if value is None:
        return PUBLIC
    return value if isinstance(value, str) and value in _RANK else PRIVATE


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
    visibility = of_document(node.document)
    field, here = shape.document(node.document.kind), node.document.root
    for key in node.path:
        here = here[key]
        below = field.item if isinstance(key, int) else field.children.get(key)
        if below is None:
            return PRIVATE
        field = below
        visibility = of_entry(
            field, here, of_field(field, visibility) if isinstance(key, str) else visibility
        )
    return visibility
