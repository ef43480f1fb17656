"""What was measured before is remembered by content, and changes nothing but the time it takes."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest

from mentorat import loading, resources
from mentorat.matching import measuring, memory, ranking
from tests.cli import mentorat

EXAMPLE = resources.folder("examples") / "inclucities"
MATCH = ("match", "capaci-mechelen", "--format", "json", "--as-of", "2023-02-01")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "programme"))


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The candidates that a run measures, in the order in which it does."""
    found: list[str] = []
    original = measuring.measured

    def watch(*arguments: object, **more: object) -> object:
        found.append(arguments[1].id)  # type: ignore[attr-defined]
        return original(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(ranking, "measured", watch)
    return found


def test_remembered_and_measured_give_the_same_bytes(root: Path) -> None:
    first = mentorat(*MATCH, cwd=root)
    again = mentorat(*MATCH, cwd=root)
    assert first.code == 0
    assert first.out == again.out


def test_only_what_changed_is_measured_and_then_told(root: Path, measured: list[str]) -> None:
    quiet = (*MATCH, "--top", "1")
    mentorat(*quiet, cwd=root)
    assert sorted(measured) == ["brussels", "fuenlabrada", "mechelen", "schaerbeek"]
    measured.clear()
    mentorat(*quiet, cwd=root)
    assert measured == ["mechelen"], "told, so looked at once more"
    measured.clear()
    file = root / "mentors" / "brussels" / "practices" / "bapa.yaml"
    file.write_text(file.read_text("utf-8") + "# a remark\n", "utf-8")
    mentorat(*quiet, cwd=root)
    assert sorted(measured) == ["brussels", "mechelen"]


@pytest.mark.parametrize(
    "name",
    ["pairings/capaci-mechelen/needs.yaml", "organisations/vvsg.yaml", "mentorat.yaml"],
)
def test_what_all_scores_hang_on_measures_all_anew(root: Path, measured: list[str], name: str) -> None:
    mentorat(*MATCH, cwd=root)
    measured.clear()
    file = root / name
    file.write_text(file.read_text("utf-8") + "# a remark\n", "utf-8")
    mentorat(*MATCH, cwd=root)
    assert len(measured) == 4


def test_weights_and_conditions_are_applied_in_every_run(root: Path) -> None:
    plain = mentorat(*MATCH, cwd=root).out
    assert mentorat(*MATCH, "--weights", "governance=decisive", cwd=root).out != plain
    assert "barred" in mentorat("match", "capaci-mechelen", "--capacity", "mechelen=0", cwd=root).out
    assert mentorat(*MATCH, cwd=root).out == plain


@pytest.mark.parametrize("damage", [b"", b"{", b'{"state": "x", "entries": []}', b"\xff\x00"])
def test_a_damaged_memory_is_no_memory(root: Path, damage: bytes) -> None:
    plain = mentorat(*MATCH, cwd=root).out
    for file in loading.cache_folder().iterdir():
        if file.is_file():
            file.write_bytes(damage)
    assert mentorat(*MATCH, cwd=root).out == plain


def test_contents_that_the_cache_has_lost_are_read_again(root: Path) -> None:
    plain = mentorat(*MATCH, cwd=root).out
    for file in loading.cache_folder().glob("*.facts"):
        head, _, _ = file.read_bytes().partition(b"\n")
        file.write_bytes(head + b"\n")
    for file in loading.cache_folder().glob("*.measures"):
        file.unlink()
    assert mentorat(*MATCH, cwd=root).out == plain


def test_every_module_that_measures_is_known() -> None:
    """A change of any module that measures must be noticed."""
    package = Path(memory.__file__).parent
    seen: set[str] = set()
    waiting = ["criteria", "features"]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for node in ast.walk(ast.parse((package / f"{name}.py").read_text("utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith(
                "mentorat.matching"
            ):
                continue
            tail = (node.module or "").removeprefix("mentorat.matching").removeprefix(".")
            names = [tail] if tail else [alias.name for alias in node.names]
            waiting += [each for each in names if (package / f"{each}.py").is_file()]
    assert {f"matching/{name}" for name in seen} <= set(memory.MODULES)
