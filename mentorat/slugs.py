"""Ids from names, in any of the alphabets of the pilot's cities."""

from __future__ import annotations

import re
import unicodedata

_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψωςϊϋ",
        [
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "th",
            "i",
            "k",
            "l",
            "m",
            "n",
            "x",
            "o",
            "p",
            "r",
            "s",
            "t",
            "y",
            "f",
            "ch",
            "ps",
            "o",
            "s",
            "i",
            "y",
        ],
        strict=True,
    )
)
_PAIRS = {
    "ου": "ou",
    "ει": "ei",
    "αι": "ai",
    "οι": "oi",
    "ευ": "ev",
    "αυ": "av",
    "γγ": "ng",
    "μπ": "b",
    "ντ": "nt",
}
_OTHERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}


def slug(name: str) -> str:
    """`Saint-Jean-de-la-Ruelle` as `saint-jean-de-la-ruelle`, `Λιβαδειά` as `livadeia`."""
    text = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(char for char in text if not unicodedata.combining(char))
    for pair, latin in _PAIRS.items():
        text = text.replace(pair, latin)
    text = "".join(_GREEK.get(char, _OTHERS.get(char, char)) for char in text)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")
