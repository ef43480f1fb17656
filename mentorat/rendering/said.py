"""One text of a view as markup: with its language, its link, and what stands behind it in brackets."""

from __future__ import annotations

import functools
import re
from typing import Any

from markupsafe import Markup, escape

from mentorat.rendering import escape as escaping

_LONG = re.compile(r"\S{16}(?=\S{12})")


@functools.lru_cache(maxsize=8192)
def breakable(text: str) -> Markup:
    """Plain words in HTML, with places to break those that no column is wide enough for."""
    shown, start = escaping.visible(text), 0
    words = Markup()
    for found in _LONG.finditer(shown):
        words += escape(shown[start : found.end()]) + Markup("<wbr>")
        start = found.end()
    return words + escape(shown[start:])


def html(text: dict[str, Any]) -> Markup:
    """A text in HTML."""
    words = breakable(text["text"])
    if "sign" in text:
        words = Markup(f'<span aria-hidden="true">{escape(text["sign"])}</span>\u00a0{words}')
    if text["lang"]:
        direction = f' dir="{escape(text["dir"])}"' if text["dir"] else ""
        words = Markup(f'<span lang="{escape(text["lang"])}"{direction}>{words}</span>')
    address = escaping.url(text["href"]) if text["href"] else ""
    if text.get("page"):
        address = escaping.page(text["page"])
    if address:
        words = Markup(f'<a href="{escape(address)}">{words}</a>')
    if text["mark"]:
        words = Markup(f'{words} <small class="mark">({escape(text["mark"])})</small>')
    if text["details"]:
        words = Markup(f"{words} <small>({' · '.join(html(detail) for detail in text['details'])})</small>")
    return words


def markdown(text: dict[str, Any], *, line: bool = False) -> escaping.Markdown:
    """A text in Markdown; on one `line`, as in a heading, its line breaks become spaces."""
    if text["href"]:
        words: str = escaping.link(text["text"], text["href"])
    else:
        words = escaping.inline(text["text"]) if line else escaping.text(text["text"])
    if "sign" in text:
        words = f"{escaping.inline(text['sign'])}\u00a0{words}"
    if text["mark"]:
        words += f" *({escaping.inline(text['mark'])})*"
    if text["details"]:
        words += f" ({' · '.join(markdown(detail, line=line) for detail in text['details'])})"
    return escaping.Markdown(words)
