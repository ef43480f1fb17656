"""A drawing reduced to shapes, colours and words: nothing in it can run, load or lead anywhere."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

NAMESPACE = "http://www.w3.org/2000/svg"
_ELEMENTS = (
    "svg g defs path rect circle ellipse line polyline polygon text tspan title desc linearGradient "
    "radialGradient stop clipPath"
)
_ATTRIBUTES = (
    "id viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points "
    "transform offset gradientTransform gradientUnits spreadMethod clip-path clip-rule clipPathUnits "
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-dasharray stroke-dashoffset opacity stop-color stop-opacity color "
    "display visibility font-family font-size font-weight font-style text-anchor letter-spacing "
    "word-spacing"
)
ELEMENTS, ATTRIBUTES = frozenset(_ELEMENTS.split()), frozenset(_ATTRIBUTES.split())
"""All that is kept of a drawing."""
_SILENT = frozenset({"metadata", "style"})
"""Elements that draw nothing themselves."""
_DEPTH = 40
_DECLARATION = re.compile(r"<!(ENTITY|ELEMENT|ATTLIST|NOTATION)|<!DOCTYPE[^>]*\[", re.IGNORECASE)
_VALUE = re.compile(r"[\w\s#%.,()+\-':;*/]*")
_ADDRESS = re.compile(r"url\s*\(\s*(?!['\"]?#)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")

Styles = dict[str, dict[str, str]]


def cleaned(data: bytes) -> tuple[str, tuple[str, ...]]:
    """A drawing of which only harmless parts are left, and the names of the elements that were taken out.

    Raises:
        ValueError: it is no SVG drawing, or declares something of its own.
    """
    try:
        text = data.decode("utf-8-sig")
        if _DECLARATION.search(text):
            raise ValueError("declarations")
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from None
    if _name(root) != "svg":
        raise ValueError("not a drawing")
    left_out: dict[str, None] = {}
    copy = _copy(root, _styles(root), left_out, 0)
    copy.set("xmlns", NAMESPACE)
    return ElementTree.tostring(copy, encoding="unicode"), tuple(left_out)


def _name(element: Element) -> str:
    """The name of an element of SVG; "" for one of another language, or for a comment."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, name = tag[1:].partition("}") if tag.startswith("{") else (NAMESPACE, "", tag)
    return name if space == NAMESPACE else ""


def _copy(element: Element, styles: Styles, left_out: dict[str, None], depth: int) -> Element:
    copy = Element(_name(element))
    for key, value in _attributes(element, styles).items():
        if key in ATTRIBUTES and _VALUE.fullmatch(value) and not _ADDRESS.search(value):
            copy.set(key, value)
    copy.text = element.text
    for child in element:
        name = _name(child)
        if name in ELEMENTS and depth < _DEPTH:
            below = _copy(child, styles, left_out, depth + 1)
            below.tail = child.tail
            copy.append(below)
        elif name and name not in _SILENT:
            left_out[name] = None
    return copy


def _attributes(element: Element, styles: Styles) -> dict[str, str]:
    """The attributes of an element; what its classes and its style say stands in them too."""
    found = dict(element.attrib)
    for name in found.pop("class", "").split():
        found |= styles.get(name, {})
    return found | _declarations(found.pop("style", ""))


def _styles(root: Element) -> Styles:
    """What the style sheets of a drawing say about classes; anything else in them is passed over."""
    styles: Styles = {}
    for element in root.iter():
        if _name(element) != "style":
            continue
        for selectors, body in _RULE.findall(re.sub(r"/\*.*?\*/", "", element.text or "", flags=re.DOTALL)):
            for selector in selectors.split(","):
                found = _CLASS.fullmatch(selector.strip())
                if found:
                    styles.setdefault(found[1], {}).update(_declarations(body))
    return styles


def _declarations(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {key.strip().lower(): value.strip() for key, _, value in pairs if value.strip()}
