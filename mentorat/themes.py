"""The themes on which needs and practices meet, in the languages of the pilot's cities.

A code stands for one theme in every language, which is what lets a need written in Greek find a
practice written in Dutch.  The four families, and the columns that lead to the EU Action Plan on
Integration and Inclusion, the Intercultural Cities index and MIPEX, stand in `guide/themes/themes.json`;
labels, aliases, typical terms and sample sentences in one file a language beside it.  The guide has
no such list: it is an addition of this tool.  Files are read on first use.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

LANGUAGES = ("fr", "en", "it", "nl", "es", "el", "lv")
"""The languages that have labels, aliases, terms and sentences for every theme."""

SAME_FAMILY = 0.4
"""How close two themes of one family are, where the same theme is 1."""

_FOLDER = Path(__file__).parent / "guide" / "themes"
_ENDINGS = {
    lang: re.compile(f"(?<=...)(?:{endings})$")
    for lang, endings in {
        "fr": "aux|als?|ales?|ifs?|ives?|es?|[sx]",
        "en": "ies|es|[ey]|(?<!s)s",
        "it": "[hi]?[aeio]",
        "nl": "eren|en|[se]",
        "es": "[aeo]s?|s",
        "el": "ματ(?:α|οσ|ων)|μα|ι?(?:ουσ|εισ|εων|[αεηο]σ|οι|ου|ον|ων|α|η|ο)|ι",
        "lv": "(?:aj)?(?:iem|ais|[aieu]m|[aeiou]s|[aei]i|ie|[aeious])",
    }.items()
}
_CLEAR = 2
_MOST = 3

_Words = Mapping[str, Mapping[str, Any]]
_Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """One policy theme: its code, its family, and the areas of three European frameworks it belongs to."""

    code: str
    family: str
    eu_action_plan: tuple[str, ...] = ()
    intercultural_cities: tuple[str, ...] = ()
    mipex: tuple[str, ...] = ()


@functools.cache
def themes() -> dict[str, Theme]:
    """Every built-in theme by its code, family by family."""
    return {
        code: Theme(code, row.pop("family"), **{column: tuple(areas) for column, areas in row.items()})
        for code, row in _read("themes").items()
    }


def resolve(word: str, own: Mapping[str, str] | None = None) -> str | None:
    """The code that a word stands for: a code, a label or an alias in any language, or a programme's own code."""
    wanted = _plain(word)
    for code in own or ():
        if _plain(code) == wanted:
            return code
    return _names().get(wanted)


def label(code: str, lang: str) -> str:
    """What a theme is called in a language (else in English; a programme's own theme is shown by its code)."""
    words = _words(lang if lang in LANGUAGES else "en").get(code)
    return words["label"] if words else code


def affinity(a: str, b: str, own: Mapping[str, str] | None = None) -> float:
    """How close two themes are: 1 for the same code, 0.4 within a family, else 0."""
    if a == b:
        return 1.0
    family = _family(a, own)
    return SAME_FAMILY if family and family == _family(b, own) else 0.0


def suggest(text: str, lang: str | None = None) -> list[str]:
    """The themes that the words of a text clearly point to, the clearest first, at most three.

    A theme needs two different terms, as whole words in any number, gender or case, and at least half as many as
    the clearest one.  Without a language, the one counts whose terms the text uses most.
    """
    languages = LANGUAGES if lang is None else tuple({lang} & {*LANGUAGES})
    hits = max((_hits(text, each) for each in languages), key=_weight, default={})
    least = max(_CLEAR, max(map(len, hits.values()), default=0) / 2)
    clear = [code for code in themes() if len(hits.get(code, ())) >= least]
    return sorted(clear, key=lambda code: -len(hits[code]))[:_MOST]


@functools.cache
def lexicon(lang: str) -> dict[str, list[str]]:
    """For each theme its terms, aliases and label in one language (empty for a language without a file)."""
    return {
        code: list(dict.fromkeys([*words["terms"], *words["aliases"], words["label"]]))
        for code, words in _words(lang).items()
    }


def sentences(lang: str) -> dict[str, list[str]]:
    """For each theme two sample sentences in one language (empty for a language without a file)."""
    return {code: list(words["sentences"]) for code, words in _words(lang).items()}


def _plain(word: str) -> str:
    """A word for comparison: without case, accents, final sigma, spaces, hyphens or punctuation."""
    decomposed = unicodedata.normalize("NFKD", word.casefold()).replace("ς", "σ")
    return "".join(char for char in decomposed if char.isalnum())


def _read(name: str) -> dict[str, dict[str, Any]]:
    return cast("dict[str, dict[str, Any]]", json.loads((_FOLDER / f"{name}.json").read_bytes()))


@functools.cache
def _words(lang: str) -> _Words:
    return _read(lang) if lang in LANGUAGES else {}


@functools.cache
def _names() -> dict[str, str]:
    names = {_plain(code): code for code in themes()}
    for lang in LANGUAGES:
        for code, words in _words(lang).items():
            names.update((_plain(name), code) for name in (words["label"], *words["aliases"]))
    return names


def _family(code: str, own: Mapping[str, str] | None) -> str:
    if own and code in own:
        return own[code]
    theme = themes().get(code)
    return theme.family if theme else ""


# ------------------------------------------------------------------ words of a text


def _weight(hits: Mapping[str, set[_Phrase]]) -> int:
    return len(set().union(*hits.values()))


def _hits(text: str, lang: str) -> dict[str, set[_Phrase]]:
    """The terms that a text uses, by theme; where terms overlap, the longest one counts."""
    phrases = _phrases(lang)
    longest = max(map(len, phrases))
    stems = _stems(text, lang)
    hits: dict[str, set[_Phrase]] = defaultdict(set)
    place = 0
    while place < len(stems):
        for size in range(longest, 0, -1):
            phrase = stems[place : place + size]
            if phrase in phrases:
                for code in phrases[phrase]:
                    hits[code].add(phrase)
                place += len(phrase)
                break
        else:
            place += 1
    return hits


@functools.cache
def _phrases(lang: str) -> dict[_Phrase, set[str]]:
    phrases: dict[_Phrase, set[str]] = defaultdict(set)
    for code, names in lexicon(lang).items():
        for name in names:
            phrases[_stems(name, lang)].add(code)
    return dict(phrases)


def _stems(text: str, lang: str) -> _Phrase:
    return tuple(_stem(word, lang) for word in re.findall(r"\w+", unicodedata.normalize("NFC", text)))


@functools.lru_cache(maxsize=50_000)
def _stem(word: str, lang: str) -> str:
    """A word without accents and without the ending of its number, gender or case."""
    stem = _ENDINGS[lang].sub("", _plain(word))
    return re.sub(r"(.)\1", r"\1", stem) if lang == "nl" else stem
