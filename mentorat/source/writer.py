"""Plain values as YAML text, in the one layout that scaffolds and edits use."""

from __future__ import annotations

import json
import re
from typing import Any

from mentorat.source.reader import resolve

_PLAIN = re.compile(r"^[^\W_][^\n:#\[\]{},&*!|>'\"%@`\\]*$", re.UNICODE)


class Code(str):
    """A code such as `082020`: quoted even where it need not be, so that nobody takes it for a number."""

    __slots__ = ()


def scalar(value: Any) -> str:
    """A single value on one line; text is quoted only where it must be."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    if isinstance(value, Code):
        return json.dumps(text, ensure_ascii=False)
    if _PLAIN.match(text) and resolve(text) == text and text == text.strip() and not _is_time(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def _is_time(text: str) -> bool:
    """What other YAML readers would take for a date."""
    return bool(re.match(r"^\d{4}-\d\d", text))


def lines(value: Any, indent: int = 0) -> list[str]:
    """A mapping or a list as lines, two spaces a level."""
    pad = " " * indent
    if isinstance(value, dict):
        out = []
        for key, part in value.items():
            if isinstance(part, dict | list) and part:
                out += [f"{pad}{key}:", *lines(part, indent + 2)]
            else:
                out.append(f"{pad}{key}: {_leaf(part)}".rstrip())
        return out
    if isinstance(value, list):
        out = []
        for part in value:
            if isinstance(part, dict) and part:
                inner = lines(part, indent + 2)
                out += [f"{pad}- {inner[0].lstrip()}", *inner[1:]]
            else:
                out.append(f"{pad}- {_leaf(part)}".rstrip())
        return out
    return [f"{pad}{scalar(value)}"]


def _leaf(value: Any) -> str:
    if value == []:
        return "[]"
    if value == {}:
        return "{}"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return scalar(value)
