"""What a page wears: of the one style sheet, the rules that it uses, in the programme's own colour.

A page is a file of its own and carries its style with it, so it carries no more than it needs: a rule
whose class, id or element the page does not have is left out.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mentorat import look, resources

STYLE, DIGEST = "\0style\0", "\0digest\0"
"""Where a template wants the style and the digest that allows it; no text of a document can hold these signs."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TIGHT = re.compile(r"\s*([{};,>])\s*|(?<=:) +(?=[^{}]*[;}])")
_TAG = re.compile(r"<([a-z][a-z0-9]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r'\s(class|id)="([^"]*)"')
_STATE = re.compile(r":not\([^()]*\)|:has\([^()]*\)|::?[a-z-]+(\([^()]*\))?|\[[^\]]*\]")
_NAME = re.compile(r"[.#]?[a-zA-Z][\w-]*")
_PAGE = re.compile(r"\bpage:([a-z]+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the sheet: what it is written for, and the names that each of its selectors needs."""

    selector: str
    body: str
    needs: tuple[frozenset[str], ...]

    def serves(self, names: set[str]) -> bool:
        """Whether a page with these elements, classes and ids has anything that the rule is for."""
        return any(need <= names for need in self.needs)


@dataclass(frozen=True, slots=True)
class Block:
    """Rules that hold together, under a condition (`@media …`) or always ("")."""

    condition: str
    rules: tuple[Rule, ...]


def dressed(page: str, colour: str = "") -> str:
    """A page with its style, and with the digest that allows this style and no other.

    Args:
        page: the page in HTML, with `STYLE` and `DIGEST` where these belong.
        colour: the programme's own colour, `""` for the usual one.
    """
    css = _worn(page) + _own(colour)
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return page.replace(STYLE, css, 1).replace(DIGEST, f"sha256-{digest}", 1)


def _worn(page: str) -> str:
    names = {"*", *_names(page)}
    css = ""
    for block in sheet():
        rules = "".join(f"{rule.selector}{{{rule.body}}}" for rule in block.rules if rule.serves(names))
        css += f"{block.condition}{{{rules}}}" if block.condition and rules else rules
    named = {"", *_PAGE.findall(css)}
    return re.sub(r"@page ?([a-z]*)\{[^{}]*\}", lambda found: found[0] if found[1] in named else "", css)


def _names(page: str) -> Iterator[str]:
    """The elements of a page, its classes (`.card`) and its ids (`#table`)."""
    for tag, attributes in _TAG.findall(page):
        yield tag
        for kind, value in _ATTRIBUTE.findall(attributes):
            sign = "." if kind == "class" else "#"
            yield from (f"{sign}{name}" for name in value.split())


def _own(colour: str) -> str:
    accent = look.accent(colour)
    if not accent:
        return ""
    light = f":root{{--accent:{accent.light};--on-accent:{accent.on_light}}}"
    dark = f":root{{--accent:{accent.dark};--on-accent:{accent.on_dark}}}"
    return f"{light}@media (prefers-color-scheme:dark){{{dark}}}@media print{{{light}}}"


# ------------------------------------------------------------------ the sheet


@functools.cache
def stylesheet() -> str:
    """The whole style sheet without its comments and its indentation."""
    css = _COMMENT.sub("", (resources.folder("templates") / "page.css").read_text("utf-8"))
    css = _TIGHT.sub(lambda found: found[1] or "", re.sub(r"\s+", " ", css))
    return css.replace(";}", "}").strip()


@functools.cache
def sheet() -> tuple[Block, ...]:
    """The style sheet in its blocks, in their order."""
    blocks: list[Block] = []
    for head, body in _parts(stylesheet()):
        if head.startswith("@media"):
            blocks.append(Block(head, tuple(_rule(*part) for part in _parts(body))))
        else:
            blocks.append(Block("", (_rule(head, body),)))
    return tuple(blocks)


def _rule(selector: str, body: str) -> Rule:
    if selector.startswith("@page"):
        return Rule(selector, body, (frozenset(),))
    return Rule(selector, body, tuple(frozenset(_needs(one)) for one in selector.split(",")))


def _needs(selector: str) -> Iterator[str]:
    """The names without which nothing on a page can be meant; states and attributes are not asked."""
    yield from _NAME.findall(_STATE.sub(" ", selector))


def _parts(css: str) -> Iterator[tuple[str, str]]:
    """The heads and bodies of what stands side by side in a sheet."""
    start = depth = opened = 0
    for at, sign in enumerate(css):
        if sign == "{":
            depth += 1
            if depth == 1:
                opened = at
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened].strip(), css[opened + 1 : at].strip()
                start = at + 1
