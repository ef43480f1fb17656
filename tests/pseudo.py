"""A language that nobody speaks: every sentence of the tool with accents and in ⟦brackets⟧.

What is shown outside the brackets was never given to a translator.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from mentorat.i18n import Translator

_ACCENTS = str.maketrans("aceinouyACEINOUY", "àçéîñöûýÀÇÉÎÑÖÛÝ")
_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
_INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
_UNSEEN = re.compile(r"⟦U\+[0-9A-F]{4,6}⟧")
WORD = re.compile(r"[^\W\d_]{2,}")


class Pseudo(Translator):
    """A translator whose sentences can be told from all other words."""

    def __init__(self) -> None:
        super().__init__("en")

    def __call__(self, message: str, /, **values: object) -> str:
        text = pseudo(message)
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        return pseudo(one if n == 1 else many).format(n=n, **values)


def pseudo(message: str) -> str:
    """A sentence as this language has it, its placeholders as they were."""
    if not message:
        return ""
    parts = _PLACEHOLDER.split(message)
    parts[::2] = (part.translate(_ACCENTS) for part in parts[::2])
    return f"⟦{''.join(parts)}⟧"


def speak(patch: Callable[[Any, str, Any], None]) -> None:
    """Let every translator of this process speak it; `patch` is pytest's `monkeypatch.setattr`."""
    stand_in = Pseudo()
    patch(Translator, "__call__", lambda _, message, /, **values: stand_in(message, **values))
    patch(Translator, "plural", lambda _, one, many, n, /, **values: stand_in.plural(one, many, n, **values))


def outside(text: str) -> str:
    """What no translator has seen of a text; the marks of invisible signs are no words either."""
    text = _UNSEEN.sub(" ", text)
    while _INNERMOST.search(text):
        text = _INNERMOST.sub(" ", text)
    return text


def untranslated(text: str, *known: str) -> set[str]:
    """The words outside the brackets, without what some patterns know."""
    left = outside(text)
    for pattern in known:
        left = re.sub(pattern, " ", left)
    return set(WORD.findall(left))
