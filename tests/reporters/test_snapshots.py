"""Every format, written from the same programme: a change in what people or machines read is seen.

`SNAPSHOTS=write pytest tests/reporters` writes them again.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mentorat.reporters import CHECK_FORMATS, STATUS_FORMATS
from tests.cli import mentorat

SNAPSHOTS = Path(__file__).parent / "snapshots"
FAULTS = """kind: action-plan
schema: 1
titel: Welcome
actions:
  - id: desk
    title: "A desk ::add-mask::x | <b>##[set-env]</b>"
    lead: {organisation: brona}
    answers: [nothing]
"""


@pytest.fixture
def faulty(programme: Path) -> Path:
    """The small programme with a plan that has faults, hostile text, and a rule set aside."""
    pairing = programme / "pairings" / "alba-brona" / "pairing.yaml"
    waiver = "adaptations:\n  - {kind: rule_waiver, rule: PAIR006, reason: The association does it.}\n"
    pairing.write_text(pairing.read_text("utf-8").replace("step: review", "step: visit_1") + waiver, "utf-8")
    (pairing.parent / "plan.yaml").write_text(FAULTS, "utf-8")
    return programme


def compare(name: str, text: str) -> None:
    path = SNAPSHOTS / name
    if os.environ.get("SNAPSHOTS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8"), "read the difference, then SNAPSHOTS=write"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", CHECK_FORMATS)
def test_check(name: str, lang: str, faulty: Path) -> None:
    outcome = mentorat("check", "pairings/alba-brona/plan.yaml", "--format", name, cwd=faulty, lang=lang)
    compare(f"check.{lang}.{name}", outcome.out)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", STATUS_FORMATS)
def test_status(name: str, lang: str, faulty: Path) -> None:
    compare(f"status.{lang}.{name}", mentorat("status", "--format", name, cwd=faulty, lang=lang).out)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("word", ["PLAN008", "visit_1", "plan.actions[].lead", "charter"])
def test_explain(word: str, lang: str) -> None:
    name = word.replace("[]", "").replace(".", "-")
    compare(f"explain.{lang}.{name}", mentorat("explain", word, lang=lang).out)
