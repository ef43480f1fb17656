"""The half-filled pairing of `fixture`, and documents filled with a mark in every answer."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mentorat import shape
from mentorat.case import Case
from mentorat.workspace import Workspace

FIXTURE = Path(__file__).parent / "fixture"
PAIRING = "valmont-rijkhoven"
AS_OF = datetime.date(2026, 3, 1)
RANK = ("public", "programme", "pairing", "private")
NOT_ANSWERS = frozenset({"kind", "schema", "provenance", "visibility"})
NEVER_SHOWN = frozenset({"id", "none", "unknown"})


def load(root: Path = FIXTURE) -> Case:
    """The pairing, read anew."""
    case = Workspace(root, as_of=AS_OF, cache=False).case(PAIRING)
    assert case
    return case


def put(case: Case, kind: str, value: dict[str, Any]) -> None:
    """Replace the content of one document of the pairing."""
    document = case.part(kind).document
    document.value = {"kind": kind, "schema": 1, **value}


def level(field: shape.Field, above: str, *, top: bool) -> str:
    """How widely an answer may be read, said once more and without the code under test."""
    own = field.schema.get("x-mentorat", {}).get("show") or ("pairing" if top else "public")
    return max(own, above, key=RANK.index)


def filled(kind: str, text: str = "⟪{level}:{name}⟫") -> dict[str, Any]:
    """A document with every question answered; words carry a mark with their level and name."""
    return {
        key: _fill(child, level(child, "public", top=True), text)
        for key, child in shape.document(kind).children.items()
        if key not in NOT_ANSWERS
    }


def _fill(field: shape.Field, here: str, text: str) -> Any:
    match field.form:
        case "group":
            return _group(field, here, text)
        case "list":
            item = field.item
            assert item
            return [_fill(item, here, text)]
        case "flag":
            return True
        case "number":
            return (field.schema.get("enum") or [field.schema.get("minimum", 1)])[0]
        case "choice":
            return field.schema["enum"][0]
        case "date":
            return "2026-05-03"
    return text.format(level=here, name=field.dotted)


def _group(field: shape.Field, here: str, text: str) -> dict[str, Any]:
    skipped = {"none", "unknown", "taken_from", "url", "start", "end"}
    return {
        key: "entry" if key == "id" else _fill(child, level(child, here, top=False), text)
        for key, child in field.children.items()
        if key not in skipped
    }


def questions(kind: str) -> Iterator[tuple[shape.Field, str]]:
    """Every question of a kind with its level."""

    def below(field: shape.Field, above: str, depth: int) -> Iterator[tuple[shape.Field, str]]:
        for child in field.children.values():
            here = level(child, above, top=depth == 0)
            yield child, here
            yield from below(child, here, depth + 1)

    return below(shape.document(kind), "public", 0)
