"""The example programme, copied out of the package to play with."""

from __future__ import annotations

import re
from pathlib import Path

from mentorat import resources
from mentorat.founding import schema_files
from mentorat.i18n import Translator
from mentorat.scaffold import NewFile, lay

NAME = "inclucities"
_SCHEMA_LINE = re.compile(r"^(# yaml-language-server: \$schema=)\S*/(\S+?)\.schema\.json$", re.MULTILINE)


def example_files(translate: Translator) -> list[NewFile]:
    """Every file of the example, pointing to schemas that lie beside it."""
    folder = resources.folder("examples") / NAME
    files = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            relative = path.relative_to(folder)
            up = "../" * (len(relative.parts) - 1)
            text = _SCHEMA_LINE.sub(rf"\g<1>{up}.mentorat/schemas/\g<2>.json", path.read_text("utf-8"))
            files.append(NewFile(relative.as_posix(), text))
    return [*files, *schema_files(translate)]


def copy_example(target: Path, translate: Translator) -> tuple[list[str], list[str]]:
    """Lay the example into a folder; returns what was written and what was there."""
    target.mkdir(parents=True, exist_ok=True)
    return lay(target, example_files(translate))
