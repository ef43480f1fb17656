"""The terms and sentences of the themes, stemmed: what texts are compared through.

Finding the stems of some thousand terms takes longer than a whole ranking of a few cities, so they are
kept by language in the user's cache folder.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.util
import json
import math
import os
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mentorat import themes
from mentorat.loading import cache_folder
from mentorat.matching.text import common_stems, stem, terms, words

IN_TERM, IN_SENTENCE = 0.22, 0.11
"""What a single word of a theme's terms, and of its sample sentences, counts beside a whole term (about 0.22)."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The themes in one language.

    Attributes:
        phrases: the terms by their first stem: the theme, and the stems that follow.
        terms: how many terms each theme has.
        words: for each stem of its terms and sentences the themes, with how much it says of each: the more,
            the fewer themes have it.
        frequency: in how many texts of the fixed collection (terms and sentences) each term stands.
        size: how many texts the collection has.
    """

    phrases: dict[str, list[tuple[str, tuple[str, ...]]]]
    terms: dict[str, int]
    words: dict[str, list[tuple[str, float]]]
    frequency: dict[str, int]
    size: int


@functools.cache
def lexicon(lang: str) -> Lexicon:
    """The themes in a language (empty for a language without a file)."""
    file, state = cache_folder() / f"themes-{lang}.json", _state(lang)
    try:
        stored = json.loads(file.read_bytes())
        if stored["state"] == state:
            return _lexicon(stored)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    found = _worked_out(lang)
    _keep(file, {"state": state, **found})
    return _lexicon(found)


def _worked_out(lang: str) -> dict[str, Any]:
    phrases: dict[str, list[Any]] = {}
    sizes: dict[str, int] = {}
    collected = [sentence for own in themes.sentences(lang).values() for sentence in own]
    for code, listed in themes.lexicon(lang).items():
        stemmed = {tuple(stem(word, lang) for word in words(term, lang)) for term in listed} - {()}
        sizes[code] = len(stemmed)
        for first, *rest in sorted(stemmed):
            phrases.setdefault(first, []).append([code, rest])
        collected += [" ".join(listed)] if listed else []
    frequency: Counter[str] = Counter()
    for text in collected:
        frequency.update(terms(text, lang).keys())
    return {
        "phrases": phrases,
        "terms": sizes,
        "words": _speaking(lang),
        "frequency": frequency,
        "size": len(collected),
    }


def _speaking(lang: str) -> dict[str, list[tuple[str, float]]]:
    found: dict[str, dict[str, float]] = {}
    collections = (IN_TERM, themes.lexicon(lang)), (IN_SENTENCE, themes.sentences(lang))
    for worth, collection in collections:
        for code, texts in collection.items():
            for each in {stem(word, lang) for text in texts for word in words(text, lang)}:
                own = found.setdefault(each, {})
                own[code] = own.get(code, 0.0) + worth
    whole, common = math.log(len(themes.themes()) + 1), common_stems(lang)
    telling = {
        each: (1 - math.log(len(own)) / whole) * (1 - common.get(each, 0.0)) for each, own in found.items()
    }
    return {
        each: [(code, worth * telling[each]) for code, worth in own.items()] for each, own in found.items()
    }


def _lexicon(stored: dict[str, Any]) -> Lexicon:
    phrases = {
        first: [(code, tuple(rest)) for code, rest in listed] for first, listed in stored["phrases"].items()
    }
    spoken = {each: [(code, worth) for code, worth in own] for each, own in stored["words"].items()}
    return Lexicon(phrases, dict(stored["terms"]), spoken, dict(stored["frequency"]), int(stored["size"]))


def _keep(file: Path, found: dict[str, Any]) -> None:
    """Write a file in one step; a folder that cannot be written is no error."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8") as temporary:
            json.dump(found, temporary, ensure_ascii=False)
        Path(name).replace(file)


# ------------------------------------------------------------------ what a result hangs on


def digest_of(parts: Iterable[str]) -> str:
    """A short digest of some texts."""
    return hashlib.blake2b("\0".join(parts).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def digest_of_files(paths: Iterable[Path]) -> str:
    """A short digest of what some files hold, and of the library that finds stems."""
    library = importlib.util.find_spec("snowballstemmer")
    stamp = str(Path(library.origin).stat().st_mtime_ns) if library and library.origin else ""
    return digest_of([stamp, *(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths)])


def _state(lang: str) -> str:
    own = Path(__file__).parent
    data = own.parent / "guide" / "themes" / f"{lang}.json"
    return digest_of_files(
        [own / "text.py", own / "lexicon.py", own / "stopwords.py", *([data] if data.is_file() else [])]
    )
