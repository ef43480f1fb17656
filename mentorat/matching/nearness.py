"""How near the texts of a need and of an offer are, on a scale that no other candidate changes.

Within one language words are compared as in `matching.text`, but weighed by a fixed collection (the
terms and sentences of the themes) instead of by the pool.  In one language or across two, texts also
meet in the themes they speak of.  A text copied from the need says nothing of its own and is left out.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentorat import themes
from mentorat.matching import text as engine
from mentorat.nodes import Document, Node, is_answer
from mentorat.source.positions import show_path

FULL = 0.25
"""The cosine from which two texts in one language count as near as can be: both were written independently."""
_TELLING, _ENOUGH = 40, 800
_COPY_WORDS, _COPY_RUN, _COPY_SHARE = 6, 3, 0.6
_LONGEST_QUOTE = 240


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a document, in one language."""

    text: str
    file: str
    key: str


Texts = Mapping[str, tuple[Passage, ...]]
"""Passages by language."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near two texts are, from 0 to 1; None where they cannot be compared.

    `by` is `words` or `themes`; `langs` are the languages of both sides; `copied` says that texts of
    the offer repeat the need.
    """

    value: float | None
    by: str = ""
    langs: tuple[str, str] = ("", "")
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an offer, and the words or themes that it shares with the need."""

    passage: Passage
    sentence: str
    shared: tuple[str, ...]


# ------------------------------------------------------------------ texts by language


def texts_of(nodes: Sequence[Node], usual: str) -> Texts:
    """The answers among some nodes, by their language key, else by the language they seem to be in.

    Plain texts of a few words say little about their language; the whole document is asked then, and
    where it does not tell either, they are taken to be in the usual language (the programme's).
    """
    found: dict[str, list[Passage]] = defaultdict(list)
    plain: list[tuple[Passage, Node]] = []
    for node in nodes:
        place = (node.document.file, show_path(node.path))
        if isinstance(node.value, str) and is_answer(node.value):
            plain.append((Passage(node.value.strip(), *place), node))
        elif isinstance(node.value, dict):
            for lang, words in node.value.items():
                if isinstance(words, str) and is_answer(words):
                    found[str(lang).split("-")[0].casefold()].append(Passage(words.strip(), *place))
    if plain:
        joined = " ".join(passage.text for passage, _ in plain)[:_ENOUGH]
        guessed = engine.guess_language(joined) if len(joined) >= _TELLING else None
        found[guessed or _language_of(plain[0][1].document) or usual] += [passage for passage, _ in plain]
    return {lang: tuple(passages) for lang, passages in sorted(found.items())}


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


# ------------------------------------------------------------------ comparing


def nearness(need: Texts, offer: Texts) -> Nearness:
    """How near an offer's texts come to a need: in a language of both, else through the themes."""
    copied = _copied(need, offer)
    if copied:
        rest = {lang: tuple(each for each in own if each.key not in copied) for lang, own in offer.items()}
        offer = {lang: own for lang, own in rest.items() if own}
    langs = _languages(need, offer)
    if langs is None:
        return Nearness(0.0 if copied else None, copied=bool(copied))
    mine, theirs = langs
    value, by = max(_compared(need[mine], mine, offer[theirs], theirs))
    return Nearness(value, by, langs, bool(copied))


def _languages(need: Texts, offer: Texts) -> tuple[str, str] | None:
    """The languages to compare in: one that both have, the one with most text; else two with a lexicon."""

    def room(pair: tuple[str, str]) -> tuple[int, tuple[str, str]]:
        return -min(len(_joined(need[pair[0]])), len(_joined(offer[pair[1]]))), pair

    both = [(lang, lang) for lang in need if lang in offer]
    across = [(a, b) for a in need if _has_lexicon(a) for b in offer if _has_lexicon(b)]
    return min(both or across, key=room, default=None)


def _compared(
    need: tuple[Passage, ...], mine: str, offer: tuple[Passage, ...], theirs: str
) -> list[tuple[float, str]]:
    """How near two texts are by their words (in one language), and by the themes they speak of."""
    found: list[tuple[float, str]] = []
    wanted = _joined(need)
    if mine == theirs:
        cosines = sorted(
            (_cosine(_vector(wanted, mine), _vector(each.text, mine)) for each in offer), reverse=True
        )
        best = cosines[: engine.BEST_TEXTS]
        found.append((min(1.0, math.fsum(best) / len(best) / FULL), "words"))
    if _has_lexicon(mine) and _has_lexicon(theirs):
        spoken = _cosine(_concepts(wanted, mine), _concepts(_joined(offer), theirs))
        found.append((min(1.0, spoken), "themes"))
    return found


def _joined(passages: tuple[Passage, ...]) -> str:
    return " ".join(passage.text for passage in passages)


@functools.cache
def _has_lexicon(lang: str) -> bool:
    return any(themes.lexicon(lang).values())


@functools.lru_cache(maxsize=20_000)
def _concepts(text: str, lang: str) -> Mapping[str, float]:
    return engine.concepts(text, lang)


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(weight * other[term] for term, weight in one.items() if term in other)


@functools.lru_cache(maxsize=50_000)
def _vector(text: str, lang: str) -> Mapping[str, float]:
    """The terms of a text, each weighed by how rare it is in the fixed collection; sum of squares 1."""
    frequency, size = _collection(lang)
    weights = {
        term: (1 + math.log(count)) * math.log((size + 1) / (frequency[term] + 0.5)) * _share(term)
        for term, count in _terms(text, lang).items()
    }
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def _share(term: str) -> float:
    return engine.PAIR_WEIGHT if " " in term else 1.0


def _terms(text: str, lang: str) -> Counter[str]:
    stems = [engine.stem(word, lang) for word in engine.words(text, lang)]
    return Counter([*stems, *(f"{one} {two}" for one, two in itertools.pairwise(stems))])


@functools.cache
def _collection(lang: str) -> tuple[Counter[str], int]:
    """In how many texts of the fixed collection each term stands, and how many texts there are."""
    collected = [sentence for own in themes.sentences(lang).values() for sentence in own]
    collected += [" ".join(terms) for terms in themes.lexicon(lang).values() if terms]
    frequency: Counter[str] = Counter()
    for text in collected:
        frequency.update(_terms(text, lang).keys())
    return frequency, len(collected)


# ------------------------------------------------------------------ copies


def _copied(need: Texts, offer: Texts) -> frozenset[str]:
    """The keys of an offer's texts that repeat the need's: long ones, and then short ones beside them."""
    both = [(_joined(need[lang]), each) for lang in need if lang in offer for each in offer[lang]]
    if not any(_repeats(wanted, each.text) for wanted, each in both):
        return frozenset()
    return frozenset(
        each.key for wanted, each in both if _repeats(wanted, each.text) or _stands_in(wanted, each.text)
    )


def _repeats(need: str, text: str) -> bool:
    runs = _runs(text)
    return len(runs) > _COPY_WORDS - _COPY_RUN and len(runs & _runs(need)) >= _COPY_SHARE * len(runs)


def _stands_in(need: str, text: str) -> bool:
    return f" {' '.join(_words(text))} " in f" {' '.join(_words(need))} "


@functools.lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", engine.fold(text)))


@functools.lru_cache(maxsize=20_000)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of three words of a text."""
    words = _words(text)
    return frozenset(zip(*(words[start:] for start in range(_COPY_RUN)), strict=False))


# ------------------------------------------------------------------ quoting


def quote(need: Texts, offer: Texts, near: Nearness) -> Quote | None:
    """The sentence of an offer that shows best how near it is, with what it shares with the need."""
    mine, theirs = near.langs
    wanted = _joined(need.get(mine, ()))
    best: Quote | None = None
    best_value = 0.0
    for passage in offer.get(theirs, ()):
        if near.copied and _repeats(wanted, passage.text):
            continue
        for sentence in re.split(r"(?<=[.!?…])\s+", passage.text):
            if near.by == "words":
                value = _cosine(_vector(wanted, mine), _vector(sentence, theirs))
            else:
                value = _cosine(_concepts(wanted, mine), _concepts(sentence, theirs))
            value *= math.sqrt(len(sentence)) * (0.5 if passage.key.endswith("title") else 1.0)
            if value > best_value:
                best_value = value
                best = Quote(passage, _short(sentence), ())
    if best is None:
        return None
    if near.by == "words":
        shared = engine.evidence(wanted, _joined(offer[theirs]), theirs)
    else:
        both = _concepts(wanted, mine).keys() & _concepts(_joined(offer[theirs]), theirs).keys()
        shared = sorted(both, key=lambda code: (-_concepts(wanted, mine)[code], code))[:3]
    return Quote(best.passage, best.sentence, tuple(shared))


def _short(sentence: str) -> str:
    """A sentence that is cut at a word where it is long."""
    plain = " ".join(sentence.split())
    if len(plain) <= _LONGEST_QUOTE:
        return plain
    return plain[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
