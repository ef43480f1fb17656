"""The questions of the method as rules, scaffolds and reports see them.

Read from the shipped JSON Schemas, which are derived from the models: nothing is written a second
time, and nothing here needs Pydantic.  A `Field` knows its label, question, who answers, the step
from which it is due, who may read the answer and its place in the guide.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from mentorat import schemas
from mentorat.model.documents import KINDS
from mentorat.source.positions import Path

Form = Literal["group", "list", "text", "word", "date", "number", "flag", "choice", "reference"]


@dataclass(frozen=True, slots=True)
class Side:
    """How the shared context questions are turned towards one side of the pairing."""

    parties: dict[str, str]
    steps: dict[str, str]
    annex: str


_MENTEE = Side({"mentor_city": "", "mentor_association": ""}, {}, "annex-2")
_MENTOR = Side(
    {"mentee_city": "", "mentee_association": ""}, {"needs": "strengths", "scope": "match"}, "annex-3"
)
SIDES: dict[str, Side] = {"needs-analysis": _MENTEE, "mentor-strengths": _MENTOR}
_SHARED = frozenset({"mentee_city", "mentee_association", "mentor_city", "mentor_association"})


@dataclass(frozen=True, slots=True)
class Field:
    """One question: what it asks, of whom, from when on, and what its answer looks like."""

    kind: str
    path: tuple[str, ...]
    key: str
    form: Form
    label: str
    question: str
    by: tuple[str, ...]
    due: str | None
    severity: str
    show: str
    place: str
    none: bool
    long: bool
    required: bool
    example: str
    vocabulary: str
    target: str
    schema: dict[str, Any]
    root: dict[str, Any]

    @property
    def children(self) -> dict[str, Field]:
        """The questions inside a group, or inside each entry of a list of groups."""
        return _children(self)

    @property
    def item(self) -> Field | None:
        """What each entry of a list is."""
        return _item(self) if self.form == "list" else None

    @property
    def dotted(self) -> str:
        """The name under which `explain` knows it: `needs-analysis.items[].problem`."""
        return ".".join((self.kind, *self.path)).replace(".[]", "[]")


def _resolve(schema: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    """The schema behind references and behind "or null"; outer words win over inner ones."""
    outer: dict[str, Any] = {}
    while True:
        outer = {
            **{key: schema[key] for key in ("title", "description", "x-mentorat") if key in schema},
            **outer,
        }
        if "$ref" in schema:
            schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        elif "anyOf" in schema and "x-text" not in schema and "x-date" not in schema:
            options = [option for option in schema["anyOf"] if option.get("type") != "null"]
            schema = options[0]
        else:
            return {**schema, **outer}


def _form(schema: dict[str, Any]) -> Form:
    match schema.get("type"):
        case "object":
            return "group"
        case "array":
            return "list"
        case "boolean":
            return "flag"
        case "integer" | "number":
            return "number"
    if "x-ref" in schema:
        return "reference"
    if "x-text" in schema:
        return "text"
    if "x-date" in schema or schema.get("format") == "date":
        return "date"
    if "enum" in schema or "const" in schema:
        return "number" if isinstance((schema.get("enum") or [""])[0], int) else "choice"
    return "word"


def _field(
    kind: str, path: tuple[str, ...], raw: dict[str, Any], root: dict[str, Any], *, required: bool = False
) -> Field:
    schema = _resolve(raw, root)
    facts = schema.get("x-mentorat", {})
    by, due, place = tuple(facts.get("by", ())), facts.get("due"), facts.get("place", "tool")
    side = SIDES.get(kind)
    if side and set(by) <= _SHARED and any(party not in side.parties for party in by):
        shared = len({party.split("_")[0] for party in by}) > 1
        by = tuple(party for party in by if party not in side.parties)
        if shared:
            due = side.steps.get(due, due) if due else None
            place = place.replace("annex-2", side.annex)
    return Field(
        kind=kind,
        path=path,
        key=path[-1] if path else kind,
        form=_form(schema),
        label=schema.get("title", ""),
        question=schema.get("description", ""),
        by=by,
        due=due,
        severity=facts.get("severity", "info"),
        show=facts.get("show", "pairing"),
        place=place,
        none=bool(facts.get("none")),
        long=bool(facts.get("long")),
        required=required,
        example=facts.get("example", ""),
        vocabulary=schema.get("x-vocabulary", ""),
        target=schema.get("x-ref", ""),
        schema=schema,
        root=root,
    )


_child_cache: dict[tuple[str, tuple[str, ...]], dict[str, Field]] = {}


def _children(field: Field) -> dict[str, Field]:
    cached = _child_cache.get((field.kind, field.path))
    if cached is not None:
        return cached
    schema = field.schema
    if field.form == "list":
        item = _item(field)
        children = item.children if item else {}
    else:
        required = set(schema.get("required", ()))
        children = {
            key: _field(field.kind, (*field.path, key), value, field.root, required=key in required)
            for key, value in schema.get("properties", {}).items()
        }
    _child_cache[field.kind, field.path] = children
    return children


_item_cache: dict[tuple[str, tuple[str, ...]], Field] = {}


def _item(field: Field) -> Field:
    cached = _item_cache.get((field.kind, field.path))
    if cached is None:
        cached = _field(field.kind, (*field.path, "[]"), field.schema.get("items", {}), field.root)
        _item_cache[field.kind, field.path] = cached
    return cached


@functools.cache
def document(kind: str) -> Field:
    """The questions of one kind of document, as one group."""
    root = schemas.stored(kind)
    return _field(kind, (), root, root)


def walk(field: Field) -> Iterator[Field]:
    """Every question below a group, parents before children."""
    for child in field.children.values():
        yield child
        yield from walk(child)


def find(kind: str, path: Path) -> Field | None:
    """The question at a path of keys (indices stand for any entry of a list)."""
    field: Field | None = document(kind) if kind in KINDS else None
    for key in path:
        if field is None:
            return None
        field = field.item if isinstance(key, int) or key == "[]" else field.children.get(key)
    return field
