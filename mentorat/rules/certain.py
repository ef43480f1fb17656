"""What a slip was meant to be, where it can be one thing only: the fixes that ask nobody.

A suggestion may be wrong, a fix may not.  So a word counts as meant only if the same letters or one
slip of the hand lead to it, and to nothing else; a number is never taken for another one.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Any

from mentorat import shape
from mentorat.workspace import normalise

SHORTEST = 4
"""Below this many letters, one of them more or less makes another word."""

_YEAR_FIRST = re.compile(r"([0-9]{4})([-/. ])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/. ])(?:([0-9]{1,2})\2)?([0-9]{4})")


def same(word: str, options: Iterable[str]) -> str:
    """The one option with the same letters, whatever the case, accents and hyphens ("" without one)."""
    plain = normalise(word)
    return _only(option for option in options if plain and normalise(option) == plain)


def slip(word: str, options: Iterable[str]) -> str:
    """The one option that a letter too many, too few, wrong or out of turn leads to ("" without one)."""
    plain = normalise(word)
    return _only(option for option in options if _one_slip(plain, normalise(option)))


def meant(word: str, options: Iterable[str]) -> str:
    """The one option that was meant for certain ("" without one)."""
    known = list(options)
    return same(word, known) or slip(word, known)


def _only(found: Iterable[str]) -> str:
    different = set(found)
    return different.pop() if len(different) == 1 else ""


def _one_slip(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST or _digits(one) != _digits(other):
        return False
    if len(short) < len(long):
        return any(long[:index] + long[index + 1 :] == short for index in range(len(long)))
    wrong = [index for index in range(len(one)) if one[index] != other[index]]
    if len(wrong) == 2:
        first, second = wrong
        return second == first + 1 and one[first] == other[second] and one[second] == other[first]
    return len(wrong) == 1


def _digits(word: str) -> str:
    return "".join(char for char in word if char.isdigit())


def fits(value: Any, field: shape.Field) -> bool:
    """Whether a value has the form that a question asks for, so that it may have been meant for it."""
    match field.form:
        case "list":
            return value is None or isinstance(value, list)
        case "group":
            return value is None or isinstance(value, dict)
        case "text":
            return not isinstance(value, list)
    return not isinstance(value, list | dict)


def day(text: str, *, partial: bool = False) -> str:
    """The date that a text can only mean, as it is to be written ("" where it could mean two).

    Args:
        text: `2021/05/03`, `31.12.2021`; not `3.5.2021`, which is another day on the other side of a border.
        partial: whether a month alone is an answer (`05/2021`).
    """
    if found := _YEAR_FIRST.fullmatch(text.strip()):
        year, month, number = found[1], found[3], found[4]
    elif found := _YEAR_LAST.fullmatch(text.strip()):
        year, month, number = found[4], found[3] or found[1], found[1] if found[3] else None
        if number and int(month) > 12:
            month, number = number, month
        elif number and int(number) <= 12 and int(number) != int(month):
            return ""
    else:
        return ""
    if not number and not partial:
        return ""
    try:
        written = datetime.date(int(year), int(month), int(number or 1)).isoformat()
    except ValueError:
        return ""
    return written if number else written[:7]
