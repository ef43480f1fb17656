"""Key factors of a benchmark: where the mentee sees itself weak, and a mentor sees itself strong.

Cities assess themselves.  What a scope says of its mentor is left out on purpose: only the city that was
chosen has a word there, so it would give the choice away.  A mentor's own strengths are open to all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mentorat.case import Case
from mentorat.confidence import is_private
from mentorat.nodes import Node, Unreadable
from mentorat.source.positions import show_path
from mentorat.workspace import Workspace

FactorId = tuple[str, str]
"""The id of a benchmark, and of a key factor in it."""
WEAK, STRONG = frozenset({"absent", "partial"}), "present"


@dataclass(frozen=True, slots=True)
class Weakness:
    """How weak the mentee sees itself on a key factor, and where it says so."""

    level: str
    file: str
    key: str
    private: bool


@dataclass(frozen=True, slots=True)
class Strength:
    """A key factor that a mentor says it has in place; `described` is the factor where there is one."""

    id: FactorId
    said: Node
    described: Node | None


def weaknesses(case: Case) -> dict[FactorId, Weakness]:
    """The key factors of the benchmark in use on which the mentee sees itself weak."""
    try:
        scope = case.scope
    except Unreadable:
        return {}
    benchmark = scope["benchmark"]
    if benchmark["used"].value is not True:
        return {}
    found: dict[FactorId, Weakness] = {}
    for entry in benchmark["assessments"]:
        level = entry["level"]
        if entry["party"].word == "mentee_city" and level.word in WEAK and entry["key_factor"].word:
            id_ = benchmark["file"].word, entry["key_factor"].word
            found[id_] = Weakness(level.word, level.document.file, show_path(level.path), is_private(level))
    return found


def strengths(mentor: Node, workspace: Workspace) -> Iterator[Strength]:
    """The key factors that a mentor says it has in place, each once."""
    seen: set[FactorId] = set()
    for entry in mentor["assessments"]:
        benchmark, factor = entry["benchmark"].word, entry["key_factor"].word
        if entry["level"].word != STRONG or not benchmark or not factor or (benchmark, factor) in seen:
            continue
        seen.add((benchmark, factor))
        document = workspace.benchmarks.get(benchmark)
        listed = document.root["key_factors"] if document and document.readable else ()
        yield Strength((benchmark, factor), entry, next((each for each in listed if each.id == factor), None))
