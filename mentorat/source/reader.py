"""YAML 1.2 text to plain values: strict, fast, bounded, and never raising.

The C parser's events are built into plain values by this module; places are computed only when
asked for.  Where the C parser sees a syntax error, the pure parser is asked for a second opinion,
because libyaml refuses some good YAML.  What a programme never needs is refused with a place and a
reason: aliases, tags, directives, several documents, duplicate keys, great depth, great size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mentorat.source.positions import Key, PositionTree, Span

MAX_BYTES = 2_000_000
MAX_DEPTH = 30
MAX_NODES = 100_000

Value = Any
"""What a document holds: dict, list, str, int, float, bool or None."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text cannot be read, or not wholly: a code, what to say it with, and the place."""

    code: str
    case: str
    span: Span
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of one text: the value (None where nothing could be read) and the problems."""

    value: Value
    problems: tuple[Problem, ...] = ()
    positions: PositionTree | None = None


class _Refused(Exception):
    def __init__(self, code: str, case: str, mark: Any, end: Any = None, **values: str) -> None:
        super().__init__(code)
        self.problem = Problem(code, case, _span(mark, end or mark), values)


# ------------------------------------------------------------------ bytes to text


def decode(data: bytes) -> tuple[str, Problem | None]:
    """Bytes as strict UTF-8 text; a byte order mark is left in place, as one character."""
    if len(data) > MAX_BYTES:
        return "", Problem("DATA014", "too_large", Span(1, 1, 1, 1), {"limit": "2 MB"})
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        span = span_at(before + "�", len(before), len(before) + 1)
        return "", Problem("DATA011", "not_utf8", span, {"byte": f"0x{data[error.start]:02X}"})


def span_at(text: str, start: int, end: int) -> Span:
    """The span of `text[start:end]`."""
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    end_line = line + text.count("\n", start, end)
    end_column = end - (text.rfind("\n", 0, end) + 1) + 1
    return Span(line, column, end_line, end_column, start, end)


# ------------------------------------------------------------------ guards on the text

_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def _guard(text: str) -> Problem | None:
    conflict = _CONFLICT.search(text)
    if conflict and (text.startswith("<<<<<<<") or "\n<<<<<<<" in text or "\n>>>>>>>" in text):
        end = text.find("\n", conflict.start())
        stop = len(text) if end < 0 else end
        return Problem("DATA012", "conflict", span_at(text, conflict.start(), stop))
    control = _FORBIDDEN.search(text)
    if control:
        span = span_at(text, control.start(), control.end())
        return Problem("DATA011", "control", span, {"byte": f"U+{ord(control[0]):04X}"})
    return None


# ------------------------------------------------------------------ events


def _c_events(text: str) -> Iterator[Any]:
    from _ruamel_yaml import CParser

    parser = CParser(text)
    while parser.check_event():
        yield parser.get_event()


def _pure_events(text: str) -> Iterator[Any]:
    from ruamel.yaml import YAML

    yield from YAML(typ="safe", pure=True).parse(text)


def has_c_parser() -> bool:
    """Whether the fast parser is installed."""
    try:
        import _ruamel_yaml  # noqa: F401
    except ImportError:  # pragma: no cover - platforms without a wheel
        return False
    return True


# ------------------------------------------------------------------ plain scalars, YAML 1.2 core

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"^[-+]?[0-9]+$")
_BASED = re.compile(r"^0(o[0-7]+|x[0-9a-fA-F]+)$")
_FLOAT = re.compile(r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")


def resolve(text: str) -> Value:
    """The value of an unquoted scalar; `NO` and `2021-05-03` stay text."""
    if text in _NULL:
        return None
    first = text[0]
    if first in "tTfF":
        return _BOOL.get(text, text)
    if first not in "0123456789+-.":
        return text
    if _INT.match(text):
        return int(text) if len(text) < 25 else text
    if _BASED.match(text):
        return int(text, 0) if len(text) < 25 else text
    if _FLOAT.match(text) and len(text) < 40:
        number = float(text)
        return number if abs(number) < 1e300 else text
    return text


# ------------------------------------------------------------------ building


def _span(start: Any, end: Any) -> Span:
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1, start.index, end.index)


class _Builder:
    """Builds one document from events, refusing what it must as soon as it meets it."""

    def __init__(self, *, places: bool) -> None:
        self.places = places
        self.nodes = 0
        self.duplicates: list[Problem] = []

    def document(self, events: Iterator[Any]) -> tuple[Value, PositionTree | None]:
        value: Value = None
        tree: PositionTree | None = None
        documents = 0
        for event in events:
            name = type(event).__name__
            if name == "DocumentStartEvent":
                documents += 1
                if event.version or event.tags:
                    raise _Refused("DATA013", "directive", event.start_mark, event.end_mark)
                if documents > 1:
                    raise _Refused("DATA013", "documents", event.start_mark, event.end_mark)
            elif name in {"ScalarEvent", "MappingStartEvent", "SequenceStartEvent", "AliasEvent"}:
                value, tree = self.node(event, name, events, 0)
        return value, tree

    def node(
        self, event: Any, name: str, events: Iterator[Any], depth: int
    ) -> tuple[Value, PositionTree | None]:
        if name == "AliasEvent":
            raise _Refused("DATA013", "alias", event.start_mark, event.end_mark)
        if event.anchor is not None:
            raise _Refused("DATA013", "anchor", event.start_mark, event.end_mark)
        if event.tag is not None:
            raise _Refused("DATA013", "tag", event.start_mark, event.end_mark, tag=str(event.tag))
        self.nodes += 1
        if depth > MAX_DEPTH:
            raise _Refused("DATA014", "too_deep", event.start_mark, limit=str(MAX_DEPTH))
        if self.nodes > MAX_NODES:
            raise _Refused("DATA014", "too_many", event.start_mark, limit=str(MAX_NODES))
        if name == "ScalarEvent":
            if event.style == '"' and (control := _FORBIDDEN.search(event.value)):
                byte = f"U+{ord(control[0]):04X}"
                raise _Refused("DATA011", "control", event.start_mark, event.end_mark, byte=byte)
            value = resolve(event.value) if event.implicit[0] else event.value
            return value, PositionTree(_span(event.start_mark, event.end_mark)) if self.places else None
        build = self.mapping if name == "MappingStartEvent" else self.sequence
        return build(event, events, depth)

    def mapping(self, start: Any, events: Iterator[Any], depth: int) -> tuple[Value, PositionTree | None]:
        value: dict[str, Value] = {}
        tree = PositionTree(_span(start.start_mark, start.end_mark)) if self.places else None
        for event in events:
            name = type(event).__name__
            if name == "MappingEndEvent":
                self.close(tree, start, event)
                break
            key_event = event
            if name == "AliasEvent":
                raise _Refused("DATA013", "alias", event.start_mark, event.end_mark)
            if name != "ScalarEvent":
                raise _Refused("DATA001", "odd_key", event.start_mark, event.end_mark)
            key = key_event.value
            if key == "<<" and key_event.implicit[0]:
                raise _Refused("DATA013", "merge", event.start_mark, event.end_mark)
            following = next(events)
            child, child_tree = self.node(following, type(following).__name__, events, depth + 1)
            if key in value:
                span = _span(key_event.start_mark, key_event.end_mark)
                self.duplicates.append(Problem("DATA004", "duplicate", span, {"key": key}))
                continue
            value[key] = child
            self.attach(tree, key, child_tree, key_event)
        return value, tree

    def sequence(self, start: Any, events: Iterator[Any], depth: int) -> tuple[Value, PositionTree | None]:
        value: list[Value] = []
        tree = PositionTree(_span(start.start_mark, start.end_mark)) if self.places else None
        for event in events:
            name = type(event).__name__
            if name == "SequenceEndEvent":
                self.close(tree, start, event)
                break
            child, child_tree = self.node(event, name, events, depth + 1)
            self.attach(tree, len(value), child_tree, None)
            value.append(child)
        return value, tree

    @staticmethod
    def attach(tree: PositionTree | None, key: Key, child: PositionTree | None, event: Any) -> None:
        if tree is None or child is None:
            return
        if event is not None:
            child.key = _span(event.start_mark, event.end_mark)
        tree.children[key] = child

    @staticmethod
    def close(tree: PositionTree | None, start: Any, end: Any) -> None:
        """Set the end of a collection: behind its bracket, or behind its last child."""
        if tree is None:
            return
        last = list(tree.children.values())[-1] if tree.children else None
        if end.end_mark.index > end.start_mark.index or last is None:
            tree.value = _span(start.start_mark, end.end_mark)
            return
        stop = last.value if last.value.end > last.value.start or not last.key else last.key
        first = tree.value
        tree.value = Span(first.line, first.column, stop.end_line, stop.end_column, first.start, stop.end)


# ------------------------------------------------------------------ reading


def read(text: str, *, places: bool = False) -> Reading:
    """Read one document.

    Args:
        text: the decoded text; a byte order mark and CRLF are fine.
        places: whether to compute the tree of positions too (about as long again).

    Returns:
        The value, the problems and, if asked, the positions.  Never raises.
    """
    refused = _guard(text)
    if refused:
        return Reading(None, (refused,))
    body = text.removeprefix("\ufeff")
    shift = len(text) - len(body)
    events = (_c_events, _pure_events) if has_c_parser() else (_pure_events,)
    failure: Problem | None = None
    for parse in events:
        builder = _Builder(places=places)
        try:
            value, tree = builder.document(parse(body))
        except _Refused as refusal:
            return Reading(None, (_shift(refusal.problem, shift),))
        except RecursionError:
            return Reading(
                None, (Problem("DATA014", "too_deep", Span(1, 1, 1, 1), {"limit": str(MAX_DEPTH)}),)
            )
        except Exception as error:  # the parsers raise more than YAMLError on hostile text
            failure = failure or _syntax_problem(error, body)
            if parse is _c_events and len(body) > 200_000:
                break
            continue
        if tree and shift:
            _shift_tree(tree, shift)
        return Reading(value, tuple(_shift(p, shift) for p in builder.duplicates), tree)
    assert failure is not None
    return Reading(None, (_shift(failure, shift),))


def _shift(problem: Problem, by: int) -> Problem:
    if not by:
        return problem
    return Problem(problem.code, problem.case, _moved(problem.span, by), problem.values)


def _moved(span: Span, by: int) -> Span:
    """A span in the text behind a byte order mark, in the text with it (the mark takes no column)."""
    return Span(span.line, span.column, span.end_line, span.end_column, span.start + by, span.end + by)


def _shift_tree(tree: PositionTree, by: int) -> None:
    tree.value = _moved(tree.value, by)
    if tree.key:
        tree.key = _moved(tree.key, by)
    for child in tree.children.values():
        _shift_tree(child, by)


_TAB_INDENT = re.compile(r"^ *\t+", re.MULTILINE)


def _syntax_problem(error: Exception, text: str) -> Problem:
    """A syntax error in plain words, at the place where a person would mend it."""
    tab = _TAB_INDENT.search(text)
    said = " ".join(str(getattr(error, part, "") or "") for part in ("context", "problem"))
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if tab and (
        "\\t" in said or "tab" in said.lower() or mark is None or _line_of(text, tab.start()) <= mark.line + 1
    ):
        return Problem("DATA001", "tab", span_at(text, tab.end() - 1, tab.end()))
    if mark is None:
        return Problem("DATA001", "syntax", Span(1, 1, 1, 1))
    context = getattr(error, "context_mark", None)
    if "quoted scalar" in said and context is not None:
        return Problem("DATA001", "quote", span_at(text, context.index, context.index + 1))
    if "flow" in said and context is not None:
        return Problem("DATA001", "bracket", span_at(text, context.index, context.index + 1))
    index = min(mark.index, len(text))
    case = (
        "colon"
        if "mapping values are not allowed" in said or "simple key" in said or "':'" in said
        else "syntax"
    )
    if case == "syntax" and ("block" in said or "indent" in said):
        case = "indent"
    end = text.find("\n", index)
    stop = max(index, len(text) if end < 0 else end)
    return Problem("DATA001", case, span_at(text, index, stop))


def _line_of(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
