"""Write what is derived from the code again: `python -m tests.regenerate` (schemas,
translations, the reference of rules)."""

from __future__ import annotations

from mentorat import resources, schemas
from mentorat.model.documents import KINDS
from tests import reference, translations


def write_schemas() -> None:
    """schemas/*.schema.json from the models."""
    folder = resources.folder("schemas")
    for kind in KINDS.values():
        (folder / kind.schema_file).write_text(schemas.dump(schemas.generate(kind)), "utf-8")


if __name__ == "__main__":
    write_schemas()
    translations.write()
    reference.write()
