"""The texts of needs and offers by language, each made ready for comparison once.

Words are weighed by a fixed collection (the terms and sentences of the themes), so that no other
candidate changes what a text is worth.
"""

from __future__ import annotations

import functools
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mentorat.confidence import is_private
from mentorat.matching import text as engine
from mentorat.matching.lexicon import lexicon
from mentorat.nodes import Document, Node, is_answer
from mentorat.source.positions import show_path

Vector = Mapping[str, float]
"""Terms or themes, each with its weight; the sum of squares is 1."""

_TELLING, _ENOUGH = 40, 800
_RUN = 3
_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a document, in one language; a private one counts and is never quoted."""

    text: str
    file: str
    key: str
    private: bool = False


class Side:
    """The passages of one language, and what comparing them takes, worked out when it is first asked for."""

    def __init__(self, lang: str, passages: tuple[Passage, ...]) -> None:
        self.lang = lang
        self.passages = passages

    @functools.cached_property
    def quotable(self) -> Side:
        """What may be quoted of it."""
        if not any(passage.private for passage in self.passages):
            return self
        return Side(self.lang, tuple(passage for passage in self.passages if not passage.private))

    @functools.cached_property
    def joined(self) -> str:
        """All passages as one text."""
        return " ".join(passage.text for passage in self.passages)

    @functools.cached_property
    def whole(self) -> Vector:
        """The terms of all passages together."""
        return vector(self.joined, self.lang)

    @functools.cached_property
    def each(self) -> tuple[Vector, ...]:
        """The terms of each passage."""
        return tuple(vector(passage.text, self.lang) for passage in self.passages)

    @functools.cached_property
    def concepts(self) -> Vector:
        """The themes that all passages together speak of."""
        return concepts(self.joined, self.lang)

    @functools.cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """The runs of three words of all passages together."""
        return runs(self.joined)

    @functools.cached_property
    def runs_of_each(self) -> tuple[frozenset[tuple[str, ...]], ...]:
        """The runs of three words of each passage."""
        return tuple(runs(passage.text) for passage in self.passages)


class Texts(Mapping[str, Side]):
    """Passages by language."""

    def __init__(self, passages: Mapping[str, Sequence[Passage]]) -> None:
        self._sides = {lang: Side(lang, tuple(own)) for lang, own in sorted(passages.items())}

    def __getitem__(self, lang: str) -> Side:
        return self._sides[lang]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sides)

    def __len__(self) -> int:
        return len(self._sides)


def texts_of(nodes: Sequence[Node], usual: str) -> Texts:
    """The answers among some nodes, by their language key, else by the language they seem to be in.

    Plain texts of a few words say little about their language; the whole document is asked then, and
    where it does not tell either, they are taken to be in the usual language (the programme's).
    """
    found: dict[str, list[Passage]] = defaultdict(list)
    plain: list[tuple[Passage, Node]] = []
    for node in nodes:
        value = node.value
        if value is None:
            continue
        place = (node.document.file, show_path(node.path), is_private(node))
        if isinstance(value, str) and is_answer(value):
            plain.append((Passage(value.strip(), *place), node))
        elif isinstance(value, dict):
            for lang, words in value.items():
                if isinstance(words, str) and is_answer(words):
                    found[str(lang).split("-")[0].casefold()].append(Passage(words.strip(), *place))
    if plain:
        joined = " ".join(passage.text for passage, _ in plain)[:_ENOUGH]
        guessed = engine.guess_language(joined) if len(joined) >= _TELLING else None
        found[guessed or _language_of(plain[0][1].document) or usual] += [passage for passage, _ in plain]
    return Texts(found)


def _language_of(document: Document) -> str:
    """The language in which the longer plain texts of a document seem to be written ("" if none tells)."""
    return engine.guess_language(" ".join(_plain_texts(document.value))[:_ENOUGH]) or ""


def _plain_texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if len(value) >= _TELLING and " " in value else []
    if isinstance(value, list):
        return [text for part in value for text in _plain_texts(part)]
    if isinstance(value, dict):
        return [text for key, part in value.items() if key != "sources" for text in _plain_texts(part)]
    return []


# ------------------------------------------------------------------ words


def cosine(one: Vector, other: Vector) -> float:
    """How far two vectors point the same way, from 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return math.fsum([weight * other[term] for term, weight in one.items() if term in other])


@functools.lru_cache(maxsize=_KEPT)
def concepts(text: str, lang: str) -> Vector:
    """The themes that a text speaks of."""
    return engine.concepts(text, lang)


@functools.lru_cache(maxsize=_KEPT)
def vector(text: str, lang: str) -> Vector:
    """The terms of a text, each weighed by how rare it is in the fixed collection."""
    themes = lexicon(lang)
    return engine.normal(
        {
            term: (1 + math.log(count))
            * engine.rarity(term, themes.frequency.get(term, 0), themes.size, lang)
            for term, count in engine.terms(text, lang).items()
        }
    )


def has_lexicon(lang: str) -> bool:
    """Whether there are terms of themes in a language."""
    return bool(lexicon(lang).phrases)


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text without case and accents."""
    return tuple(re.findall(r"\w+", engine.fold(text)))


@functools.lru_cache(maxsize=_KEPT)
def runs(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of three words of a text."""
    words = plain_words(text)
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))
