"""From the bytes of a file to its value and its problems, with a cache of what was parsed before.

Rules always run; only parsing and the check of types are remembered, by content, tool and models.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from mentorat.model.documents import KINDS
from mentorat.nodes import FileProblem
from mentorat.personal import personal_data
from mentorat.source.reader import Problem, decode, read
from mentorat.survey import Survey, survey

Content = tuple[Any, Survey]
"""What a file says (None where nothing could be read), and the survey of its answers."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of a file from its bytes alone.

    `kind` as written or guessed, what is wrong, whether there may be `personal` data, whether it can be
    read, and the `content`, which is fetched when somebody asks for it (None: it has been lost).
    """

    kind: str
    problems: list[list[Any]]
    personal: bool
    readable: bool
    content: Callable[[], Content | None]


def facts_of(data: bytes, guess: str) -> Facts:
    """Read and type-check one file.

    Args:
        data: the bytes of the file.
        guess: the kind that its name and folder suggest, used where `kind` is absent or unknown.
    """
    text, problem = decode(data)
    if problem:
        return _facts(guess, [_located(problem)])
    return _read(text, guess, personal=any(personal_data(text)))


def _facts(kind: str, problems: list[list[Any]], value: Any = None, *, personal: bool = True) -> Facts:
    content = value, survey(kind, value) if kind and value is not None else {}
    return Facts(kind, problems, personal, value is not None, lambda: content)


def _read(text: str, guess: str, *, personal: bool) -> Facts:
    reading = read(text)
    problems = [_located(found) for found in reading.problems]
    value = reading.value
    if value is None and problems:
        return _facts(guess, problems, personal=personal)
    if value is None:
        return _facts(guess, [["DATA009", "empty", [], None, {}]], personal=personal)
    if not isinstance(value, dict):
        problems.append(["DATA007", "document", [], None, {}])
        return _facts(guess, problems, personal=personal)
    kind = value.get("kind")
    known = isinstance(kind, str) and kind in KINDS
    if not known:
        case = "kind" if kind is None else "unknown_kind"
        code = "DATA009" if kind is None else "DATA008"
        path: list[str] = [] if kind is None else ["kind"]
        problems.append([code, case, path, None, {"key": "kind", "value": str(kind)}])
    use = str(kind) if known else guess
    if use:
        problems += _type_problems({**value, "kind": use}, use)
    return _facts(use, problems, value, personal=personal)


def _located(problem: Problem) -> list[Any]:
    span = problem.span
    place = [span.line, span.column, span.end_line, span.end_column]
    return [problem.code, problem.case, None, place, dict(problem.values)]


def problems_of(facts: Facts) -> tuple[FileProblem, ...]:
    """The problems of a file as objects."""
    return tuple(
        FileProblem(code, case, None if path is None else tuple(path), tuple(span) if span else None, values)
        for code, case, path, span, values in facts.problems
    )


# ------------------------------------------------------------------ types

_EXPECTED = {
    "int_type": "whole_number",
    "int_from_float": "whole_number",
    "float_type": "number",
    "bool_type": "flag",
    "list_type": "list",
    "dict_type": "group",
    "model_type": "group",
    "model_attributes_type": "group",
    "string_type": "text",
    "wrong_languages": "languages",
    "finite_number": "number",
}
_RANGE = frozenset({"greater_than_equal", "less_than_equal", "greater_than", "less_than"})


def _type_problems(value: dict[str, Any], kind: str) -> list[list[Any]]:
    from pydantic import ValidationError

    try:
        KINDS[kind].model.model_validate(value)
    except ValidationError as error:
        return _distinct(
            [_type_problem(item, value) for item in error.errors(include_url=False, include_input=False)]
        )
    return []


def _distinct(problems: list[list[Any]]) -> list[list[Any]]:
    """One problem a place: a union of types would report one for each of them."""
    seen: dict[str, list[Any]] = {}
    for problem in problems:
        seen.setdefault(json.dumps(problem[2]), problem)
    return list(seen.values())


def _type_problem(error: Any, value: Any) -> list[Any]:
    kind, context = error["type"], error.get("ctx") or {}
    path = _data_path(error["loc"], value, absent=kind == "missing")
    values = {
        "key": str(path[-1]) if path else "",
        **{key: str(text) for key, text in context.items() if key != "error"},
    }
    match kind:
        case "missing":
            return ["DATA009", "key", path, None, values]
        case "extra_forbidden":
            return ["DATA002", "key", path, None, values]
        case "unknown_value" | "literal_error" | "enum":
            return ["DATA008", "value", path, None, values]
        case "wrong_id":
            return ["DATA008", "id", path, None, values]
        case "wrong_date":
            return ["DATA003", "date", path, None, values]
        case "wrong_country":
            return ["DATA005", "country", path, None, values]
        case "string_pattern_mismatch":
            return ["DATA008", "pattern", path, None, values]
        case "wrong_type":
            return ["DATA007", {"text": "text", "date": "date"}[context["expected"]], path, None, values]
    if kind in _RANGE:
        return ["DATA008", "range", path, None, values]
    return ["DATA007", _EXPECTED.get(kind, "other"), path, None, values]


def _data_path(loc: tuple[Any, ...], value: Any, *, absent: bool) -> list[Any]:
    """Pydantic's place as a path of keys of the data, without the names of union members."""
    path: list[Any] = []
    for index, key in enumerate(loc):
        last = index == len(loc) - 1
        inside = (isinstance(value, dict) and key in value) or (
            isinstance(value, list) and isinstance(key, int) and key < len(value)
        )
        if inside:
            path.append(key)
            value = value[key]
        elif absent and last and isinstance(value, dict):
            path.append(key)
    return path


# ------------------------------------------------------------------ cache


def cache_folder() -> Path:
    """The user's own folder for what can be deleted at any time."""
    chosen = os.environ.get("MENTORAT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "mentorat/cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mentorat"


def tool_digest() -> str:
    """A digest of the reader and the models: another version of them never meets this cache."""
    package = Path(__file__).parent
    digest = hashlib.blake2b(digest_size=16)
    for folder in ("model", "source", "guide"):
        for path in sorted((package / folder).glob("*.py")):
            digest.update(path.read_bytes())
    for name in ("loading.py", "nodes.py", "personal.py", "shape.py", "survey.py"):
        digest.update((package / name).read_bytes())
    return digest.hexdigest()


class Cache:
    """Facts by content for one programme: one file, safe to delete, never trusted blindly.

    A line of JSON says where the content of each entry lies behind it, so that a run reads only those
    contents that it asks for.
    """

    def __init__(self, root: Path, *, enabled: bool = True) -> None:
        name = hashlib.blake2b(str(root).encode(), digest_size=16).hexdigest()
        self._file = cache_folder() / f"{name}.facts"
        self._enabled = enabled
        self._tool = tool_digest() if enabled else ""
        self._stored: BinaryIO = io.BytesIO()
        self._old: dict[str, list[Any]] = {}
        self._new: dict[str, Facts] = {}
        if enabled:
            self._load()

    def _load(self) -> None:
        try:
            # An open file cannot be replaced on Windows, so there it is read whole.
            stored = io.BytesIO(self._file.read_bytes()) if os.name == "nt" else self._file.open("rb")
            head = json.loads(stored.readline())
            if head["tool"] == self._tool:
                self._old, start = dict(head["entries"]), stored.tell()
                for entry in self._old.values():
                    entry[-2] += start
                self._stored = stored
        except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
            self._old = {}

    def facts(self, data: bytes, guess: str, digest: str) -> Facts:
        """The facts of a file, from memory where its content was seen before.

        Args:
            data: the bytes of the file.
            guess: the kind that its name and folder suggest.
            digest: a digest of the bytes.
        """
        if not self._enabled:
            return facts_of(data, guess)
        key = digest + guess
        found = self._new.get(key) or self._known(key) or facts_of(data, guess)
        self._new[key] = found
        return found

    def _known(self, key: str) -> Facts | None:
        try:
            kind, problems, personal, readable, start, length = self._old[key]
        except (KeyError, ValueError, TypeError):
            return None
        return Facts(kind, problems, personal, readable, lambda: self._content(start, length))

    def _content(self, start: int, length: int) -> Content | None:
        try:
            value, found = json.loads(self._bytes(start, length))
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        return value, found

    def _bytes(self, start: int, length: int) -> bytes:
        if isinstance(self._stored, io.BytesIO):
            return self._stored.getvalue()[start : start + length]
        return os.pread(self._stored.fileno(), length, start)  # a forked process shares where a file is read

    def save(self) -> None:
        """Keep what this run has seen; a folder that cannot be written is no error."""
        if not self._enabled or self._new.keys() == self._old.keys():
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            entries: dict[str, list[Any]] = {}
            with tempfile.TemporaryFile(dir=self._file.parent) as bodies:
                for key, facts in self._new.items():
                    old = self._old.get(key)
                    written = self._bytes(*old[-2:]) if old else _written(facts)
                    known = [facts.kind, facts.problems, facts.personal, facts.readable]
                    entries[key] = [*known, bodies.tell(), len(written)]
                    bodies.write(written)
                bodies.seek(0)
                handle, name = tempfile.mkstemp(dir=self._file.parent, suffix=".tmp")
                with os.fdopen(handle, "wb") as file:
                    head = json.dumps({"tool": self._tool, "entries": entries}, ensure_ascii=False)
                    file.write(head.encode() + b"\n")
                    shutil.copyfileobj(bodies, file)
            Path(name).replace(self._file)
        except (OSError, ValueError, TypeError):
            return


def _written(facts: Facts) -> bytes:
    return json.dumps(facts.content(), ensure_ascii=False).encode()
