"""How near the texts of a need and of an offer are, on a scale that no other candidate changes.

Within one language words are compared as in `matching.text`, but weighed by a fixed collection instead
of by the pool.  In one language or across two, texts also meet in the themes they speak of; where both
can be told, the clearer counts most.  A text copied from the need says nothing of its own and is left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from mentorat.matching import text as engine
from mentorat.matching.passages import (
    Passage,
    Side,
    Texts,
    concepts,
    cosine,
    has_lexicon,
    plain_words,
    vector,
)

FULL = 0.12
"""The cosine from which two texts in one language count as near as can be: both were written independently."""
CLEARER = 0.7
"""What the clearer of words and themes counts where both can be told; the other has the rest."""
_COPY_WORDS, _COPY_SHARE = 4, 0.6
_LONGEST_QUOTE = 240
_CLEAR = 0.05


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near two texts are, from 0 to 1; None where they cannot be compared.

    `by` is `words` or `themes` (or `meaning`, where another engine says so); `langs` are the languages of
    both sides; `copied` says that texts of the offer repeat the need; `passage` is the text that is
    nearest, where the engine compares them one by one.
    """

    value: float | None
    by: str = ""
    langs: tuple[str, str] = ("", "")
    copied: bool = False
    passage: Passage | None = None


Compare = Callable[[Texts, Texts], Nearness]
"""An engine: the texts of a need and of an offer to how near they are."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an offer ("" where it is private), and the words or themes that it shares with the need."""

    passage: Passage
    sentence: str
    shared: tuple[str, ...]


# ------------------------------------------------------------------ comparing


def nearness(need: Texts, offer: Texts) -> Nearness:
    """How near an offer's texts come to a need: in a language of both, else through the themes."""
    own, copied = original(need, offer)
    langs = _languages(need, own)
    if langs is None:
        return Nearness(0.0 if copied else None, copied=copied)
    found = sorted(_compared(need[langs[0]], own[langs[1]]))
    value = CLEARER * found[-1][0] + (1 - CLEARER) * found[0][0]
    return Nearness(value, found[-1][1], langs, copied)


def _languages(need: Texts, offer: Texts) -> tuple[str, str] | None:
    """The languages to compare in: one that both have, the one with most text; else two with a lexicon."""

    def room(pair: tuple[str, str]) -> tuple[int, tuple[str, str]]:
        return -min(len(need[pair[0]].joined), len(offer[pair[1]].joined)), pair

    pairs = [(lang, lang) for lang in need if lang in offer]
    if not pairs:
        pairs = [(a, b) for a in need if has_lexicon(a) for b in offer if has_lexicon(b)]
    return min(pairs, key=room, default=None) if len(pairs) != 1 else pairs[0]


def _compared(need: Side, offer: Side) -> list[tuple[float, str]]:
    """How near two texts are by their words (in one language), and by the themes they speak of."""
    found: list[tuple[float, str]] = []
    if need.lang == offer.lang:
        cosines = sorted((cosine(need.whole, each) for each in offer.each), reverse=True)
        best = cosines[: engine.BEST_TEXTS]
        found.append((min(1.0, math.fsum(best) / len(best) / FULL), "words"))
    if has_lexicon(need.lang) and has_lexicon(offer.lang):
        found.append((min(1.0, cosine(need.concepts, offer.concepts)), "themes"))
    return found


# ------------------------------------------------------------------ copies


def original(need: Texts, offer: Texts) -> tuple[Texts, bool]:
    """An offer without what repeats the need (long texts, and then short ones beside them); whether any does."""
    both = [(need[lang], offer[lang]) for lang in need if lang in offer]
    if not any(
        _repeats(mine, theirs, place) for mine, theirs in both for place in range(len(theirs.passages))
    ):
        return offer, False
    copied = {
        each.key
        for mine, theirs in both
        for place, each in enumerate(theirs.passages)
        if _repeats(mine, theirs, place) or _stands_in(mine.joined, each.text)
    }
    rest = {lang: [each for each in side.passages if each.key not in copied] for lang, side in offer.items()}
    return Texts({lang: own for lang, own in rest.items() if own}), True


def _repeats(need: Side, offer: Side, place: int) -> bool:
    runs = offer.runs_of_each[place]
    return len(runs) >= _COPY_WORDS and len(runs & need.runs) >= _COPY_SHARE * len(runs)


def _stands_in(need: str, text: str) -> bool:
    return f" {' '.join(plain_words(text))} " in f" {' '.join(plain_words(need))} "


# ------------------------------------------------------------------ quoting


def quote(need: Texts, offer: Texts, near: Nearness) -> Quote | None:
    """The sentence of an offer that shows best how near it is, with what it shares with the need.

    Where words are shared, a sentence that holds one of them comes before any that holds none.
    """
    if near.passage:
        return Quote(near.passage, "" if near.passage.private else shortened(near.passage.text), ())
    mine, theirs = near.langs
    own = original(need, offer)[0] if near.copied else offer
    if mine not in need or theirs not in own:
        return None
    wanted, side = need[mine], own[theirs]
    if near.by == "words":
        shared = engine.evidence(wanted.quotable.joined, side.quotable.joined, theirs)
        telling = {word for word in plain_words(" ".join(shared)) if len(word) > 2}
    else:
        shared, telling = _spoken_of(wanted.quotable, side.quotable), set()
    best: Quote | None = None
    best_value = (False, 0.0)
    for passage in side.quotable.passages or side.passages:
        for sentence in sentences(passage.text):
            value = cosine(wanted.concepts, concepts(sentence, theirs))
            if mine == theirs:
                value += cosine(wanted.whole, vector(sentence, theirs)) / FULL
            value *= math.sqrt(len(sentence)) * (0.5 if passage.key.endswith("title") else 1.0)
            rank = not telling.isdisjoint(plain_words(sentence)), value
            if rank > best_value:
                best_value = rank
                best = Quote(passage, "" if passage.private else shortened(sentence), tuple(shared))
    return best


def _spoken_of(need: Side, offer: Side) -> list[str]:
    """The themes that both texts speak of clearly, the clearest first; at least one, if they meet at all."""
    both = {
        code: need.concepts[code] * value for code, value in offer.concepts.items() if code in need.concepts
    }
    ranked = sorted(both, key=lambda code: (-both[code], code))[:3]
    return [code for code in ranked if code == ranked[0] or both[code] >= _CLEAR]


def sentences(text: str) -> list[str]:
    """A text sentence by sentence."""
    return re.split(r"(?<=[.!?…])\s+", text)


def shortened(sentence: str) -> str:
    """A sentence that is cut at a word where it is long."""
    plain = " ".join(sentence.split())
    if len(plain) <= _LONGEST_QUOTE:
        return plain
    return plain[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
