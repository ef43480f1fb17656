"""Changes to a file by splicing text at known places: everything else stays byte for byte.

Comments, layout, quoting and line endings of what is not touched survive.  Every edit is read back
and compared with what it was meant to do before anybody sees it.
"""

from __future__ import annotations

import copy
import json
import os
import tempfile
from pathlib import Path as FilePath
from typing import Any

from mentorat.source.positions import Path, PositionTree, show_path
from mentorat.source.reader import read
from mentorat.source.writer import lines, scalar


class EditRefused(Exception):
    """An edit that cannot be made without touching more than was asked."""


def set_value(text: str, path: Path, value: Any) -> str:
    """The text with `value` at `path`; missing groups on the way are made, a list takes one more entry.

    Raises:
        EditRefused: where the text cannot be read, or the path leads through something else.
    """
    before, tree = _parsed(text)
    wanted = copy.deepcopy(before)
    _put(wanted, path, value)
    place, depth = tree.lookup_closest(path)
    if depth == len(path):
        edited = _replace(text, place, value, path)
    else:
        for key in reversed(path[depth + 1 :]):
            value = [value] if isinstance(key, int) else {key: value}
        edited = _insert(text, place, path[: depth + 1], value)
    return _verified(text, edited, wanted, path)


def remove(text: str, path: Path) -> str:
    """The text without the key or entry at `path`, and without its lines.

    Raises:
        EditRefused: where it is not there, or shares its line with others.
    """
    before, tree = _parsed(text)
    place, parent = tree.lookup(path), tree.lookup(path[:-1])
    if place is None or parent is None or _is_flow(text, parent):
        raise EditRefused(show_path(path))
    wanted = copy.deepcopy(before)
    holder = wanted
    for key in path[:-1]:
        holder = holder[key]
    del holder[path[-1]]
    start = text.rfind("\n", 0, (place.key or place.value).start) + 1
    end = _line_end(text, _true_end(text, place))
    stop = end + len(_newline(text)) if end < len(text) else end
    if len(parent.children) == 1 and parent.key:
        empty = "[]" if isinstance(path[-1], int) else "{}"
        colon = text.index(":", parent.key.end) + 1
        return _verified(text, text[:colon] + f" {empty}" + text[end:], wanted, path)
    return _verified(text, text[:start] + text[stop:], wanted, path)


def rename_key(text: str, path: Path, new: str) -> str:
    """The text with the last key of `path` called `new`; its value and its quotation marks stay.

    Raises:
        EditRefused: where it is not there, or a key called `new` is there already.
    """
    before, tree = _parsed(text)
    place = tree.lookup(path)
    wanted = copy.deepcopy(before)
    holder = wanted
    for key in path[:-1]:
        holder = _step(holder, key, path)
    if place is None or place.key is None or not isinstance(holder, dict) or new in holder:
        raise EditRefused(show_path(path))
    holder[new] = holder.pop(path[-1])
    start, end = place.key.start, place.key.end
    match text[start]:
        case '"':
            written = json.dumps(new, ensure_ascii=False)
        case "'":
            written = "'" + new.replace("'", "''") + "'"
        case _:
            written = scalar(new)
    return _verified(text, text[:start] + written + text[end:], wanted, path)


def write_atomically(path: FilePath, text: str) -> None:
    """Put a text into a file in one step: either all of it is there, or the old one still is."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        if path.exists():
            FilePath(name).chmod(path.stat().st_mode & 0o777)
        FilePath(name).replace(path)
    except BaseException:
        FilePath(name).unlink(missing_ok=True)
        raise


# ------------------------------------------------------------------ the parts of an edit


def _parsed(text: str) -> tuple[Any, PositionTree]:
    reading = read(text, places=True)
    if reading.problems or reading.positions is None or not isinstance(reading.value, dict):
        raise EditRefused("unreadable")
    return reading.value, reading.positions


def _put(target: Any, path: Path, value: Any) -> None:
    holder: Any = target
    for index, key in enumerate(path[:-1]):
        following: Any = [] if isinstance(path[index + 1], int) else {}
        if isinstance(holder, list) and isinstance(key, int) and key == len(holder):
            holder.append(following)
        elif isinstance(holder, dict) and holder.get(key) is None:
            holder[key] = following
        holder = _step(holder, key, path)
    last = path[-1]
    if isinstance(holder, list) and isinstance(last, int) and last <= len(holder):
        holder[last : last + 1] = [value]
    elif isinstance(holder, dict):
        holder[last] = value
    else:
        raise EditRefused(show_path(path))


def _step(holder: Any, key: Any, path: Path) -> Any:
    try:
        return holder[key]
    except (KeyError, IndexError, TypeError):
        raise EditRefused(show_path(path)) from None


def _verified(old: str, new: str, wanted: Any, path: Path) -> str:
    reading = read(new)
    if reading.problems or reading.value != wanted:
        raise EditRefused(show_path(path))
    return new


def _replace(text: str, place: PositionTree, value: Any, path: Path) -> str:
    start, end = place.value.start, _true_end(text, place)
    if not isinstance(value, dict | list) or not value:
        leaf = "[]" if value == [] else "{}" if value == {} else scalar(value)
        if end == start and place.key:
            colon = text.index(":", place.key.end) + 1
            return f"{text[:colon]} {leaf}{text[colon:]}" if leaf else text
        return text[:start] + leaf + text[end:]
    if place.key is None or (_is_flow(text, place) and place.children):
        return text[:start] + json.dumps(value, ensure_ascii=False) + text[end:]
    colon = text.index(":", place.key.end) + 1
    body = _block(value, _indent(text, place.key.start) + 2, text)
    return text[:colon] + _newline(text) + body + text[max(end, colon) :]


def _insert(text: str, parent: PositionTree, path: Path, value: Any) -> str:
    """Add a key to a group, or an entry to a list, that lies at `parent`."""
    key = path[-1]
    if _is_flow(text, parent):
        return _insert_flow(text, parent, key, value)
    entry: Any = [value] if isinstance(key, int) else {key: value}
    if not parent.children:
        if parent.key is None:
            raise EditRefused(show_path(path))
        colon = text.index(":", parent.key.end) + 1
        body = _block(entry, _indent(text, parent.key.start) + 2, text)
        return text[:colon] + _newline(text) + body + text[colon:]
    last = list(parent.children.values())[-1]
    first = next(iter(parent.children.values()))
    begin = (first.key or first.value).start
    if first.key is None:
        begin = text.rindex("-", 0, begin)
    column = begin - (text.rfind("\n", 0, begin) + 1)
    end = _line_end(text, _true_end(text, last))
    return text[:end] + _newline(text) + _block(entry, column, text) + text[end:]


def _insert_flow(text: str, parent: PositionTree, key: Any, value: Any) -> str:
    written = json.dumps(value, ensure_ascii=False)
    part = written if isinstance(key, int) else f"{key}: {written}"
    end = parent.value.end - 1
    inside = text[parent.value.start + 1 : end].strip()
    comma = ", " if inside and not inside.endswith(",") else " " if inside else ""
    return text[:end].rstrip() + comma + part + text[end:]


def _block(value: Any, indent: int, text: str) -> str:
    return _newline(text).join(lines(value, indent))


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _is_flow(text: str, place: PositionTree) -> bool:
    return text[place.value.start : place.value.start + 1] in ("{", "[")


def _indent(text: str, index: int) -> int:
    """The column of a key, also behind the hyphen of a list."""
    return index - (text.rfind("\n", 0, index) + 1)


def _true_end(text: str, place: PositionTree) -> int:
    """The end of a value without the white space that follows a block of text."""
    start = (place.key or place.value).start
    value = place
    while value.children:
        value = list(value.children.values())[-1]
    end = max(place.value.end, value.value.end, value.key.end + 1 if value.key else 0)
    if place.key and place.value.end <= place.value.start and not place.children:
        end = text.index(":", place.key.end) + 1
        return end if place.value.start < end else place.value.start
    return start + len(text[start:end].rstrip())


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    if end < 0:
        return len(text)
    return end - 1 if text[end - 1 : end] == "\r" else end
