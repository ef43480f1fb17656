"""Two cities on the key factors of a benchmark: a drawing with as many axes as factors.

It repeats a table, for those who see shapes better than words: nothing is said by it alone, and
nothing by colour alone (dots and squares).  Every length is computed here, in units of the screen,
so that its letters keep their size on a narrow one.
"""

from __future__ import annotations

import itertools
import math
import unicodedata
from collections.abc import Iterator, Sequence

from mentorat.guide.vocabulary import VOCABULARIES
from mentorat.i18n import N_
from mentorat.rendering.escape import visible
from mentorat.rendering.saying import Reader, View

LEVELS = ("absent", "partial", "present")
"""The rings, from the innermost; a level that is not known has no point."""
FEWEST, MOST = 3, 12
"""Axes with which a drawing still shows something."""
COLOURS = {"mentee": "#1f4a7f", "mentor": "#8a4b08"}
"""The light colours of the style sheet, for printers of pages that read attributes alone."""

_RADIUS, _SIDE, _EDGE = 132, 192, 84
_WIDTH, _TOP = 2 * (_RADIUS + _SIDE), _EDGE
_HEIGHT = 2 * (_RADIUS + _EDGE) + 80
_X, _Y = _WIDTH // 2, _TOP + _RADIUS
_LINE, _SIGNS, _LINES = 16, 24, 4

Level = str
Shape = tuple[str, str, Sequence[Level]]
"""The side (`mentee`, `mentor`), its name, and its level on each factor."""


def radar(
    reader: Reader, title: str, caption: str, factors: Sequence[View], shapes: Sequence[Shape]
) -> list[View]:
    """The drawing; nothing where it would show nothing."""
    count = len(factors)
    known = [level for _, _, levels in shapes for level in levels if level in LEVELS]
    if not FEWEST <= count <= MOST or len(known) < FEWEST:
        return []
    rings = [
        {"points": " ".join(_point(axis, count, step) for axis in range(count))}
        for step in range(1, len(LEVELS) + 1)
    ]
    terms = VOCABULARIES["assessment_level"].terms
    inner, middle, outer = (reader.translate(terms[level]) for level in LEVELS)
    scale = N_("From the centre outwards: {inner}, {middle}, {outer}.")
    return [
        {
            "form": "radar",
            "title": title,
            "desc": _described(reader, factors, shapes),
            "caption": caption,
            "width": str(_WIDTH),
            "height": str(_HEIGHT),
            "x": str(_X),
            "y": str(_Y),
            "rings": rings,
            "scale": reader.translate(scale, inner=inner, middle=middle, outer=outer),
            "bottom": str(_HEIGHT - 8),
            "axes": [_axis(factor, axis, count) for axis, factor in enumerate(factors)],
            "shapes": [_shape(place, *shape) for place, shape in enumerate(shapes)],
        }
    ]


def _described(reader: Reader, factors: Sequence[View], shapes: Sequence[Shape]) -> str:
    """The drawing in words: factor by factor, who stands where."""
    terms = VOCABULARIES["assessment_level"].terms
    lines = []
    for axis, factor in enumerate(factors):
        parts = [
            reader.translate(N_("{city} {level}"), city=name, level=reader.translate(terms[levels[axis]]))
            for _, name, levels in shapes
            if levels[axis] in terms
        ]
        lines.append(f"{factor['text']}{reader.locale.colon} {', '.join(parts)}.")
    return visible(" ".join(lines))


def _spot(axis: int, count: int, step: float) -> tuple[float, float]:
    angle = 2 * math.pi * axis / count
    length = _RADIUS * step / len(LEVELS)
    return _X + length * math.sin(angle), _Y - length * math.cos(angle)


def _tenth(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _point(axis: int, count: int, step: float) -> str:
    return ",".join(_tenth(value) for value in _spot(axis, count, step))


def _axis(factor: View, axis: int, count: int) -> View:
    """The end of an axis, and the factor's name beside it in short lines."""
    x, y = _spot(axis, count, len(LEVELS))
    lines = _wrapped(f"{axis + 1}. {visible(factor['text'])}")
    sine, cosine = (x - _X) / _RADIUS, (_Y - y) / _RADIUS
    anchor = "middle" if abs(sine) < 0.2 else "start" if sine > 0 else "end"
    left = x + (0 if anchor == "middle" else 12 if sine > 0 else -12)
    if anchor == "middle":
        first = y - 12 - _LINE * (len(lines) - 1) if cosine > 0 else y + 20
    else:
        first = y + 4 - _LINE * (len(lines) - 1) / 2
    placed = [
        {"text": line, "x": _tenth(left), "y": _tenth(first + _LINE * number)}
        for number, line in enumerate(lines)
    ]
    return {"x": _tenth(x), "y": _tenth(y), "anchor": anchor, "lang": factor["lang"], "lines": placed}


def _shape(place: int, side: str, name: str, levels: Sequence[Level]) -> View:
    """One city: its marks, and lines between those that are neighbours."""
    count = len(levels)
    steps = [LEVELS.index(level) + 1 if level in LEVELS else 0 for level in levels]
    dots = []
    for axis, step in enumerate(steps):
        if step:
            x, y = _spot(axis, count, step)
            dots.append({"x": _tenth(x), "y": _tenth(y), "left": _tenth(x - 8), "top": _tenth(y - 8)})
    base = _HEIGHT - 62 + 24 * place
    dots.append({"x": "14", "y": str(base), "left": "6", "top": str(base - 8)})
    return {
        "side": side,
        "colour": COLOURS[side],
        "name": _cut(visible(name), 60),
        "dots": dots,
        "lines": [
            " ".join(_point(axis, count, steps[axis]) for axis in run)
            for run in _runs([bool(s) for s in steps])
        ],
        "x": "30",
        "y": str(base + 4),
    }


def _runs(known: Sequence[bool]) -> Iterator[list[int]]:
    """The neighbours that a line joins; a full circle is closed."""
    count = len(known)
    if all(known):
        yield [*range(count), 0]
        return
    start = known.index(False)
    order = [(start + step) % count for step in range(count)]
    for there, group in itertools.groupby(order, key=lambda axis: known[axis]):
        run = list(group)
        if there and len(run) > 1:
            yield run


# ------------------------------------------------------------------ letters


def _breadth(text: str) -> int:
    """About how many letters wide a text is."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" or ord(sign) > 0x2FFF for sign in text)
    return len(text) + wide


def _cut(text: str, most: int) -> str:
    """The text within a breadth, with dots where something is left out."""
    if _breadth(text) <= most:
        return text
    kept = ""
    for sign in text:
        if _breadth(kept + sign) >= most:
            break
        kept += sign
    return f"{kept.rstrip()}…"


def _wrapped(text: str) -> list[str]:
    """The text in a few short lines."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if _breadth(joined) <= _SIGNS or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) > _LINES:
        lines[_LINES - 1] = f"{lines[_LINES - 1][: _SIGNS - 1].rstrip(' ,;:')}…"
    return [_cut(line, _SIGNS) for line in lines[:_LINES]]
