"""One bad and one good example for each rule: shown by `explain`, and run by the tests.

Each lies in `examples/<CODE>.yaml`:

    show: plan.yaml       the document that the fragments belong to
    step: visit_2         the step of the pairing (default: review)
    bad: |                top-level keys that break the rule
    good: |               the same, mended
    with:                 other documents that both need, as fragments too

A file is named relative to the pairing's folder, or to the programme where it begins with `/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from mentorat.source.reader import read

FOLDER = Path(__file__).parent / "examples"


@dataclass(frozen=True, slots=True)
class Example:
    """A bad and a good fragment of one document."""

    code: str
    show: str
    bad: str
    good: str
    step: str = "review"
    others: dict[str, str] = field(default_factory=dict)


def example(code: str) -> Example | None:
    """The example of a rule; None where a file cannot show it."""
    path = FOLDER / f"{code}.yaml"
    if not path.is_file():
        return None
    value = read(path.read_text("utf-8")).value
    return Example(
        code, value["show"], value["bad"], value["good"], value.get("step", "review"), value.get("with", {})
    )
