"""Names of places for comparison: whatever accents, capitals or hyphens somebody writes."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ς": "σ"}
)
_WORDS = {"st": "saint", "sankt": "saint", "ste": "sainte"}


def plain(name: str) -> str:
    """`St-Jean-de-la-Ruelle` as `saint jean de la ruelle`, `Λειβαδιά` as `λειβαδια`."""
    text = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(char for char in text if not unicodedata.combining(char)).translate(_LETTERS)
    return " ".join(_WORDS.get(word, word) for word in re.findall(r"[^\W_]+", text))
