"""Texts of cities, made harmless for the documents they are put into.

What a person wrote is shown exactly, and is never read as markup.  HTML is escaped by the template
engine; Markdown has no such thing, so its five functions stand here.  Backslash escapes fail inside
a bare web address, and Markdowns differ on which signs a backslash protects: hence entities for
`& < >` and for the signs of extensions, and backslashes only for the signs that all of them know.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from urllib.parse import quote, urlsplit, urlunsplit

_NEWLINES = re.compile("\r\n|[\r\x85\u2028\u2029]")
_PLANE_ENDS = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # direction, no width
    "\ufff9-\ufffb\ufdd0-\ufdef\U000e0000-\U000e007f"  # annotations, noncharacters, tags
    "\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff" + _PLANE_ENDS + "]"  # halves, private use
)
_ODD = re.compile(f"{_NEWLINES.pattern}|{_UNSEEN.pattern}")


def visible(text: str) -> str:
    """The text in composed form, with what cannot be seen shown as its number (⟦U+001B⟧).

    Line breaks and tabs stay; so do the joiners that Persian and Indian scripts need.
    """
    if text.isascii() and text.isprintable():
        return text
    if _ODD.search(text):
        text = _UNSEEN.sub(lambda found: f"⟦U+{ord(found[0]):04X}⟧", _NEWLINES.sub("\n", text))
    return unicodedata.normalize("NFC", text)


# ------------------------------------------------------------------ Markdown


class Markdown(str):
    """Text that is Markdown already; the environment escapes every other text that is put out."""

    __slots__ = ()


_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPACE = re.compile("[ \t\n]+")
_SIGNS = re.compile(r"[&<>|~$^\\`*_\[\]{}#!]|=(?==)")
_COLON = re.compile(r"(?<!\d):(?=\S)|:(?=//)")
_WWW = re.compile(r"\bwww\.", re.IGNORECASE)
_MENTION = re.compile(r"(?<![\w.+-])@(?=\w)")
_ORDINARY = re.compile(r"(?!\d)[^\s\W]([\w,;'’(]|[ \u00a0](?! |$))*[.):]?")
_LINE_START = re.compile(r"([-+=:])|(\d{1,9})([.)])(?=\s|$)")


def _entity(sign: str) -> str:
    return _ENTITIES.get(sign) or f"&#{ord(sign)};"


def _sign(found: re.Match[str]) -> str:
    return _entity(found[0]) if found[0] in "&<>|~$^=" else "\\" + found[0]


def _start(found: re.Match[str]) -> str:
    sign, number, point = found.groups()
    if number:
        return f"{number}\\{point}"
    return "\\" + sign if sign in "-+" else _entity(sign)


@functools.lru_cache(maxsize=4096)
def _line(text: str) -> str:
    """One line without meaning to any Markdown, wherever in a line it is put."""
    if _ORDINARY.fullmatch(text) and "_" not in text:
        return text
    text = _SIGNS.sub(_sign, _SPACE.sub(" ", text).strip())
    text = _COLON.sub(_entity(":"), text)
    text = _WWW.sub(lambda found: found[0][:-1] + "\\.", text)
    text = _MENTION.sub("@\u2060", text)
    return _LINE_START.sub(_start, text, count=1) if _LINE_START.match(text) else text


def inline(value: object) -> Markdown:
    """A text within a line; its line breaks become spaces."""
    return _inline(str(value))


@functools.lru_cache(maxsize=8192)
def _inline(value: str) -> Markdown:
    return Markdown(_line(visible(value)))


def text(value: object) -> Markdown:
    """A text of its own, which may begin a line; its line breaks are kept as `<br>`."""
    return _text(str(value))


@functools.lru_cache(maxsize=8192)
def _text(value: str) -> Markdown:
    lines = visible(value).strip().split("\n")
    return Markdown("<br>".join(_line(line) for line in lines))


def cell(value: object) -> Markdown:
    """A text in a cell of a table.  Never put a code span there: Markdowns differ on its bars."""
    return text(value)


def heading(value: object) -> Markdown:
    """A text as a heading: one line (a closing `#` is escaped as every other one)."""
    return inline(value)


def code(value: object) -> Markdown:
    """A code span, fenced by more backticks than it holds; for paragraphs and lists, not for tables."""
    plain = _SPACE.sub(" ", visible(str(value))).strip()
    longest = max((len(run) for run in re.findall("`+", plain)), default=0)
    fence, pad = "`" * (longest + 1), " " if plain[:1] in ("`", "") or plain[-1:] == "`" else ""
    return Markdown(f"{fence}{pad}{plain}{pad}{fence}")


def link(title: object, address: object) -> Markdown:
    """A link; its title and address as plain text where the address is not one to follow."""
    target = url(address)
    if not target:
        return inline(title if title == address else f"{title} ({address})")
    return Markdown(f"[{inline(title)}](<{target.replace('&', '&amp;')}>)")


_CHART_SIGNS = re.compile('[#;:,%<>"`{}&\\\\]|^.')


def mermaid(value: object) -> Markdown:
    """A name in a Mermaid chart, where signs and first letters that could be read as orders are numbers."""
    plain = _SPACE.sub(" ", visible(str(value))).strip()
    return Markdown(_CHART_SIGNS.sub(lambda found: f"#{ord(found[0])};", plain))


# ------------------------------------------------------------------ addresses

SCHEMES = frozenset({"http", "https", "mailto"})
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.?|\[[0-9A-Fa-f:.]+\]")
_KEPT = frozenset("-._~:/@!$&'()*+,;=%")


def url(address: object) -> str:
    """A web or mail address that is safe as a link; "" for any other scheme, or for what is no address."""
    written = str(address).strip()
    if visible(written) != unicodedata.normalize("NFC", written) or re.search(r"\s", written):
        return ""
    try:
        parts = urlsplit(unicodedata.normalize("NFC", written))
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        return ""
    scheme, place = parts.scheme.lower(), parts.netloc
    if scheme == "mailto":
        fine = not place and re.fullmatch(r"[^@]+@[^@]+", parts.path)
    else:
        fine = scheme in SCHEMES and _HOST.fullmatch(place.removesuffix(port) if port else place)
    if not fine:
        return ""
    return urlunsplit(
        (scheme, place, _quoted(parts.path), _quoted(parts.query, "?"), _quoted(parts.fragment, "?"))
    )


def page(path: object) -> Markdown:
    """The path of another page below this one's folder, as a link may name it."""
    return Markdown("/".join(quote(step, safe="", errors="replace") for step in str(path).split("/") if step))


def _quoted(part: str, also: str = "") -> str:
    """A part of an address with every sign encoded that may not stand there as it is."""
    part = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part)
    return "".join(
        sign if (sign.isalnum() and sign.isascii()) or sign in _KEPT or sign in also else _percent(sign)
        for sign in part
    )


def _percent(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode())
