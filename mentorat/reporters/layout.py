"""Text in lines and columns, for terminals."""

from __future__ import annotations

import textwrap
import unicodedata

from mentorat.visible import visible


def wrap(mark: str, text: str, width: int) -> list[str]:
    """A paragraph in lines, with a mark before the first."""
    return textwrap.wrap(
        visible(text),
        width,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def cut(text: str, width: int) -> str:
    """A text that takes at most some columns."""
    if columns(text) <= width:
        return text
    while columns(text) >= width:
        text = text[:-1]
    return text + "…"


def columns(text: str) -> int:
    """How many columns a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
