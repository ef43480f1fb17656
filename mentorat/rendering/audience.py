"""Who may read what: the three audiences of a document.

How widely each answer may be read, `confidence` says; its names stand here too, for the views.
"""

from __future__ import annotations

from mentorat.confidence import (
    PAIRING,
    PRIVATE,
    PROGRAMME,
    PUBLIC,
    RANK,
    declared,
    narrowest,
    narrows,
    of_document,
    of_entry,
    of_field,
    of_node,
)

AUDIENCES: dict[str, str] = {"public": PUBLIC, "pairing": PAIRING, "internal": PRIVATE}
"""Audience -> the narrowest visibility that it may still read."""


def may_read(audience: str, visibility: str) -> bool:
    """Whether an audience may read what has this visibility."""
    return RANK[visibility] <= RANK[AUDIENCES[audience]]


__all__ = [
    "AUDIENCES",
    "PAIRING",
    "PRIVATE",
    "PROGRAMME",
    "PUBLIC",
    "declared",
    "may_read",
    "narrowest",
    "narrows",
    "of_document",
    "of_entry",
    "of_field",
    "of_node",
]
