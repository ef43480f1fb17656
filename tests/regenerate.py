"""Write what is derived from the code again: `python -m tests.regenerate` (schemas,
translations, the reference of rules, the worked example)."""

from __future__ import annotations

import json

from mentorat import resources, schemas
from mentorat.model.documents import KINDS
from tests import reference, translations, worked_example


def write_schemas() -> None:
    """schemas/*.schema.json from the models."""
    folder = resources.folder("schemas")
    for kind in KINDS.values():
        (folder / kind.schema_file).write_text(schemas.dump(schemas.generate(kind)), "utf-8")


def share_candidates() -> None:
    """A candidate is described once: the cohort's report takes it from the ranking's."""
    folder = resources.folder("schemas")
    path = folder / "cohort-report.schema.json"
    cohort = json.loads(path.read_text("utf-8"))
    cohort["$defs"] |= json.loads((folder / "match-report.schema.json").read_text("utf-8"))["$defs"]
    path.write_text(json.dumps(cohort, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    write_schemas()
    share_candidates()
    translations.write()
    reference.write()
    worked_example.write()
