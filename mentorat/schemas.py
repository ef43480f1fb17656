"""JSON Schemas (draft 2020-12) of every kind of document, derived from the models.

They serve editors and other validators, and carry the method's data on each question under
`x-mentorat`, from which `shape` reads everything the rules, scaffolds and reports need.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mentorat import resources
from mentorat.model.documents import KINDS, Kind

if TYPE_CHECKING:
    from mentorat.i18n import Translator

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TRANSLATED = ("title", "description", "example")


def generate(kind: Kind) -> dict[str, Any]:
    """The schema of one kind, computed from its model (English)."""
    from mentorat.model.base import TEXT_SCHEMA, Document

    model: type[Document] = kind.model
    model.model_rebuild()
    raw = model.model_json_schema(by_alias=True)
    shared = {"Text": TEXT_SCHEMA}
    schema: dict[str, Any] = _tidy(raw, shared)
    schema["$defs"] = dict(sorted({**schema.get("$defs", {}), **shared}.items()))
    head = {"$schema": DIALECT, "$id": f"urn:mentorat:schema:1:{kind.id}"}
    return {**head, **schema, "title": kind.label, "description": (model.__doc__ or "").split("\n\n")[0]}


def _tidy(node: Any, shared: dict[str, Any]) -> Any:
    if isinstance(node, list):
        return [_tidy(item, shared) for item in node]
    if not isinstance(node, dict):
        return node
    if {key: node[key] for key in node if key not in ("title", "description")} == shared["Text"]:
        rest = {key: node[key] for key in ("title", "description") if key in node}
        return {"$ref": "#/$defs/Text", **rest}
    tidy = {key: _tidy(value, shared) for key, value in node.items() if key != "default" or value is not None}
    if "properties" in tidy and "title" in tidy:
        tidy.pop("title")
    return tidy


def stored(kind_id: str) -> dict[str, Any]:
    """The schema of a kind as shipped."""
    path = resources.folder("schemas") / KINDS[kind_id].schema_file
    schema: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return schema


def translated(kind_id: str, translate: Translator) -> dict[str, Any]:
    """The shipped schema with its titles, descriptions and examples in another language."""

    def walk(node: Any, *, names: bool = False) -> Any:
        if isinstance(node, list):
            return [walk(item) for item in node]
        if not isinstance(node, dict):
            return node
        return {
            key: translate(value)
            if not names and key in _TRANSLATED and isinstance(value, str)
            else walk(value, names=key in ("properties", "$defs"))
            for key, value in node.items()
        }

    schema: dict[str, Any] = walk(stored(kind_id))
    return schema


def dump(schema: dict[str, Any]) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
