"""The house stands: who may import whom, sizes, versions, what is derived is current."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest

import mentorat
from mentorat import resources, schemas
from mentorat.i18n import LOCALE_DIR
from mentorat.model.documents import KINDS
from tests import reference, worked_example

PACKAGE = Path(mentorat.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)

LAYERS = (
    {"i18n", "visible", "resources", "slugs", "personal", "look", "svg"},
    {"guide"},
    {"model", "source", "themes"},
    {"schemas", "shape", "nodes", "naming", "register"},
    {"survey", "confidence"},
    {"loading", "findings", "fingerprints", "history", "signing"},
    {"case", "workspace"},
    {"rules"},
    {"notices", "progress", "checking", "suppression", "baseline", "fixing", "selection", "matching", "rendering", "scaffold", "founding", "explaining", "board", "demonstration", "locating"},
    {"reporters"},
    {"cli", "__main__"},
)  # fmt: skip
"""Rooms from the ground up: each may use those below it and its neighbours, never those above."""

OWNERS = {
    "ruamel": {"source"},
    "_ruamel_yaml": {"source"},
    "jinja2": {"rendering"},
    "typer": {"cli"},
    "pydantic": {"model", "loading", "schemas"},
    "pydantic_core": {"model"},
    "snowballstemmer": {"matching"},
    "subprocess": {"history"},
    "weasyprint": {"rendering"},
    "icalendar": {"rendering"},
}


def imports(path: Path) -> set[str]:
    """The modules that a file names in its imports, wherever they stand."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_data_flows_one_way(path: Path) -> None:
    level = {name: index for index, layer in enumerate(LAYERS) for name in layer}
    here = room(path)
    if here == "__init__":
        return
    assert here in level, f"{here} has no place in the house"
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "mentorat" and len(parts) > 1 and parts[1] in level:
            assert level[parts[1]] <= level[here], f"{here} reaches up to {parts[1]}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_libraries_have_one_room(path: Path) -> None:
    for name in imports(path):
        owners = OWNERS.get(name.split(".")[0])
        assert not owners or room(path) in owners, f"{name} belongs to {owners}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_the_console_prints(path: Path) -> None:
    if path.name in ("console.py", "__main__.py"):
        return
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    assert not [call for call in calls if getattr(call.func, "id", "") == "print"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 420


def test_no_circle_of_imports() -> None:
    """Imports at the top of modules form no circle."""
    graph = {_name(path): _top_imports(path) for path in MODULES}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name) :], name))
        if name in done or name not in graph:
            return
        for target in graph[name]:
            visit(target, (*trail, name))
        done.add(name)

    for name in graph:
        visit(name, ())


def _name(path: Path) -> str:
    parts = ("mentorat", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _top_imports(path: Path) -> set[str]:
    names = {_name(module) for module in MODULES}
    found = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name for name in inner if name in names} or {node.module}
    return {name for name in found if name in names and name != "mentorat"} - {_name(path)}


def test_the_version_is_one() -> None:
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == mentorat.__version__


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_schemas_are_current(kind: object) -> None:
    assert kind in KINDS.values()
    for one in KINDS.values():
        if one is kind:
            path = resources.folder("schemas") / one.schema_file
            assert path.read_text("utf-8") == schemas.dump(schemas.generate(one)), (
                "run: python -m tests.regenerate"
            )


def test_schemas_are_valid_2020_12() -> None:
    from jsonschema import Draft202012Validator

    for path in resources.folder("schemas").glob("*.json"):
        Draft202012Validator.check_schema(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("lang", worked_example.PAGES)
def test_the_worked_example_is_current(lang: str) -> None:
    text = (PACKAGE.parent / "docs" / worked_example.PAGES[lang]).read_text("utf-8")
    assert set(re.findall(r"<!-- example: (\w+) -->", text)) == set(worked_example.PARTS)
    assert text == worked_example.page(lang, text), "run: python -m tests.regenerate"


@pytest.mark.parametrize("lang", reference.PAGES)
def test_the_reference_of_rules_is_current(lang: str) -> None:
    path = PACKAGE.parent / "docs" / reference.PAGES[lang]
    assert path.read_text("utf-8") == reference.page(lang), "run: python -m tests.regenerate"


def test_the_c_parser_is_used() -> None:
    from mentorat.source.reader import has_c_parser

    assert has_c_parser()


def test_every_language_is_compiled() -> None:
    for path in LOCALE_DIR.rglob("*.po"):
        assert path.with_suffix(".mo").is_file()
