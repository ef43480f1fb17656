"""Make `mentorat/matching/centres.json`, the centres that the semantic engine takes off (it takes the model).

    python -m tests.make_centres

A centre of a language and a side is half of the way between two estimates: the middle of its own texts of
that side in `benchmarks/sets/policies.json`; and the middle of the language's sentences on the themes, moved
by what that side differs from such sentences in all languages.  Numbers are ten-thousandths.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from pathlib import Path

from mentorat import themes
from mentorat.matching.semantic import NEED, OFFER, Vector, embedding

SET = Path(__file__).parent / "benchmarks" / "sets" / "policies.json"
TARGET = Path(__file__).parent.parent / "mentorat" / "matching" / "centres.json"


def middle(vectors: Iterable[Vector]) -> list[float]:
    """The mean of some vectors."""
    own = list(vectors)
    return [math.fsum(column) / len(own) for column in zip(*own, strict=True)]


def centres(side: str, texts: list[dict[str, str]]) -> dict[str, list[int]]:
    """The centre of a side in each language."""
    said = {
        lang: middle(embedding(text) for pair in themes.sentences(lang).values() for text in pair)
        for lang in themes.LANGUAGES
    }
    written = {
        lang: middle(embedding(each["text"]) for each in texts if each["lang"] == lang) for lang in said
    }
    shift = middle([a - b for a, b in zip(written[lang], said[lang], strict=True)] for lang in said)
    return {
        lang: [
            round(5_000 * (own + other + moved))
            for own, other, moved in zip(written[lang], said[lang], shift, strict=True)
        ]
        for lang in said
    }


def main() -> None:
    found = json.loads(SET.read_bytes())
    made = {NEED: centres(NEED, found["needs"]), OFFER: centres(OFFER, found["strengths"])}
    TARGET.write_text(json.dumps(made, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
