"""Programmes of any size, made from the example: pairings are copied under new ids."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from mentorat import resources, schemas
from mentorat.model.documents import KINDS

EXAMPLE = resources.folder("examples") / "inclucities"


def programme(target: Path, documents: int) -> int:
    """A programme of at least so many documents; returns how many it has (a single one is `mentorat.yaml`)."""
    if documents == 1:
        target.mkdir()
        shutil.copy(EXAMPLE / "mentorat.yaml", target)
        return 1
    shutil.copytree(EXAMPLE, target)
    count = len(yaml_files(target))
    sources = sorted((EXAMPLE / "pairings").iterdir())
    number = 0
    while count < documents:
        source = sources[number % len(sources)]
        copy = target / "pairings" / f"{source.name}-{number}"
        shutil.copytree(source, copy)
        count += len(yaml_files(copy))
        number += 1
    return count


def yaml_files(folder: Path) -> list[Path]:
    """The documents below a folder."""
    return sorted(folder.rglob("*.yaml"))


def combined_schema(target: Path) -> Path:
    """One schema that judges every document by its kind, so that peers need one process only."""
    folder = target / "schemas"
    folder.mkdir()
    whole: dict[str, Any] = {
        "$schema": schemas.DIALECT,
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": {"$ref": f"#/$defs/{kind}"},
            }
            for kind in KINDS
        ],
        "$defs": {},
    }
    for kind in KINDS:
        schema = schemas.stored(kind)
        text = json.dumps(schema).replace("#/$defs/", f"#/$defs/{kind}/$defs/")
        part = json.loads(text)
        part.pop("$id")
        whole["$defs"][kind] = part
    path = folder / "all.schema.json"
    path.write_text(json.dumps(whole), "utf-8")
    return path
