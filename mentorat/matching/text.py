"""The lexical engine: how near two texts are, word by word, explainable to the word.

Words are folded (case, accents, Greek final sigma, French elision) and stemmed by language, so that
"quartiers" meets "quartier"; whole words only, so that "AI" is not found in "retail".  Stems and pairs
of stems are weighed by their rarity, in the pool and in what is known of a language's common words
(sublinear TF-IDF).  A text is near as far as both say the same (cosine), and as far as it has at all
what is asked for (coverage).  Across languages texts meet through the terms of the themes.  No network,
no model, the same result every time.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from mentorat.matching.stopwords import STOP_WORDS, common

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_SNOWBALL = {"fr": "french", "en": "english", "it": "italian", "nl": "dutch", "es": "spanish", "el": "greek"}
_PREFIX = 6
PAIR_WEIGHT = 0.8
BEST_TEXTS = 3
COVERAGE = 0.3
"""What counts besides the cosine: the share of the query that a text has at all, however long the text is."""
BACKGROUND = 200
"""As how many texts the known common words of a language count beside those that are compared."""
FAINT = 0.4
"""How much a text must say of themes to be taken at its word: as much as two whole terms, or so."""
_HEAD = 0.5
_HEAD_ENDS = re.compile(r"[.!?:]\s|\n")


def score(query: str, documents: Sequence[Sequence[str]], lang: str) -> list[float]:
    """How near each document is to a query.

    Args:
        query: a text, such as a need or the title and summary of a paper.
        documents: for each candidate the list of its texts; an empty list scores 0.
        lang: the language of all of them (`fr`, `en`, `it`, `nl`, `es`, `el`, `lv`; others are
            compared without stemming by language).

    Returns:
        One number from 0 (no word in common) to 1 a document: the mean of its best three texts,
        texts that it lacks counting by what it has.
    """
    pool = [[_weighed(text, lang) for text in texts] for texts in documents]
    wanted = _weighed(query, lang)
    rarity = _rarity([terms for texts in pool for terms in texts] + [wanted], lang)
    target = _vector(wanted, rarity)
    return [_best([_near(target, _vector(terms, rarity)) for terms in texts]) for texts in pool]


def _best(scores: list[float]) -> float:
    top = sorted(scores, reverse=True)[:BEST_TEXTS]
    return min(1.0, math.fsum(top) / len(top)) if top else 0.0


def _near(target: Mapping[str, float], vector: Mapping[str, float]) -> float:
    return (1 - COVERAGE) * _cosine(target, vector) + COVERAGE * covered(target, vector)


def covered(target: Mapping[str, float], vector: Mapping[str, float]) -> float:
    """The share of a text (a vector of length 1) whose terms another has at all."""
    return min(1.0, math.fsum(sorted(weight * weight for term, weight in target.items() if term in vector)))


def _weighed(text: str, lang: str) -> Mapping[str, float]:
    """How often a text has each term; its title, or first sentence, counts half as much again."""
    found: dict[str, float] = dict(terms(text, lang))
    head = _HEAD_ENDS.split(text.strip(), maxsplit=1)
    if len(head) > 1:
        for term, count in terms(head[0], lang).items():
            found[term] = found.get(term, 0.0) + _HEAD * count
    return found


def _rarity(pool: list[Mapping[str, float]], lang: str) -> dict[str, float]:
    """How much a term says: the rarer in the pool and in the language, the more."""
    frequency: Counter[str] = Counter()
    for found in pool:
        frequency.update(found.keys())
    return {term: rarity(term, count, len(pool), lang) for term, count in frequency.items()}


def rarity(term: str, count: int, size: int, lang: str) -> float:
    """How much a term says that `count` of `size` texts have, beside what is known of the language."""
    known = BACKGROUND * common_stems(lang).get(term, 0.0)
    return math.log((size + BACKGROUND + 1) / (count + known + 0.5)) * (PAIR_WEIGHT if " " in term else 1.0)


@functools.cache
def common_stems(lang: str) -> Mapping[str, float]:
    """The common words of a language by their stems, with the share of texts that have them."""
    return {stem(word, lang): share for word, share in common(lang).items()}


def _vector(found: Mapping[str, float], rarity: Mapping[str, float]) -> dict[str, float]:
    return normal({term: (1 + math.log(count)) * rarity[term] for term, count in found.items()})


def normal(weights: Mapping[str, float]) -> dict[str, float]:
    """Weights of which the sum of squares is 1 (empty where there is no weight)."""
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    common = sorted(small.keys() & large.keys())
    return math.fsum(small[term] * large[term] for term in common)


# ------------------------------------------------------------------ words


def terms(text: str, lang: str) -> Counter[str]:
    """The stems of a text and the pairs of stems that stand side by side."""
    stems = [stem(word, lang) for word in words(text, lang)]
    return Counter([*stems, *(f"{one} {two}" for one, two in itertools.pairwise(stems))])


def words(text: str, lang: str) -> list[str]:
    """The words of a text that say something, in small letters, as they stand."""
    stop = STOP_WORDS.get(lang, frozenset())
    return [word for word in _WORD.findall(text.casefold()) if word not in stop and len(word) > 1]


@functools.lru_cache(maxsize=200_000)
def stem(word: str, lang: str) -> str:
    """What a word has in common with its other forms."""
    name = _SNOWBALL.get(lang)
    if name:
        return fold(_stemmer(name)(word))
    return fold(word)[:_PREFIX]


@functools.cache
def _stemmer(name: str) -> Callable[[str], str]:
    import snowballstemmer

    function: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    return function


def fold(word: str) -> str:
    """A word without case and accents; Greek final sigma as any other."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char)).replace("ς", "σ")


def evidence(query: str, text: str, lang: str, *, most: int = 6) -> list[str]:
    """The words of `text` that the query has too, as they stand there, the longest first.

    Those that some theme speaks of, where there are two; else all, without the commonest of the language.
    """
    from mentorat.matching.lexicon import lexicon

    wanted = {stem(word, lang) for word in words(query, lang)} - common_stems(lang).keys()
    found: dict[str, str] = {}
    stop = STOP_WORDS.get(lang, frozenset())
    for word in _WORD.findall(text):
        small = word.casefold()
        if small not in stop and len(small) > 2 and stem(small, lang) in wanted:
            found.setdefault(stem(small, lang), word)
    telling = [word for each, word in found.items() if each in lexicon(lang).words]
    return sorted(telling if len(telling) > 1 else found.values(), key=lambda word: (-len(word), word))[:most]


def guess_language(text: str) -> str | None:
    """The language that a text's little words belong to; None where they do not tell."""
    tokens = _WORD.findall(text.casefold())
    counts = {lang: sum(token in stop for token in tokens) for lang, stop in STOP_WORDS.items()}
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    best, second = ranked[0], ranked[1]
    return best[0] if best[1] >= 2 and best[1] > second[1] else None


# ------------------------------------------------------------------ across languages


def concepts(text: str, lang: str) -> dict[str, float]:
    """How much a text speaks of each theme, by its terms and sentences in a language (sum of squares under 1).

    A whole term counts most; a single word of a term or of a sample sentence hints at its themes, the more,
    the fewer themes have it.  A text that says little stays faint.
    """
    from mentorat.matching.lexicon import lexicon

    themes = lexicon(lang)
    present = Counter(stem(word, lang) for word in words(text, lang))
    weights: dict[str, float] = {}
    for first, times in present.items():
        for code, worth in themes.words.get(first, ()):
            weights[code] = weights.get(code, 0.0) + worth * (1 + math.log(times))
        for code, rest in themes.phrases.get(first, ()):
            count = min(present[part] for part in (first, *rest))
            if count:
                weights[code] = weights.get(code, 0.0) + (1 + math.log(count)) / math.sqrt(themes.terms[code])
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()) + FAINT * FAINT)
    return {code: weight / length for code, weight in sorted(weights.items())}


def cross_score(query: str, query_lang: str, text: str, text_lang: str) -> float:
    """How near two texts in two languages are, from 0 to 1, by the themes that they speak of."""
    return min(1.0, _cosine(concepts(query, query_lang), concepts(text, text_lang)))
