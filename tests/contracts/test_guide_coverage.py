"""Nothing of the guide is missing, and nothing that claims to stand for it points nowhere."""

from __future__ import annotations

import csv
from dataclasses import dataclass

import pytest

from mentorat import resources, shape
from mentorat.guide.places import PLACES
from mentorat.guide.texts import TOPICS
from mentorat.guide.vocabulary import VOCABULARIES
from mentorat.i18n import LOCALE_DIR
from mentorat.model.documents import KINDS
from mentorat.rules import RULES

ADDED = frozenset({"tool", "law", "data"})


@dataclass(frozen=True)
class Entry:
    item: str
    place: str
    text: str
    by: str
    what: str


def entries() -> list[Entry]:
    with (LOCALE_DIR.parent / "guide" / "items.csv").open(encoding="utf-8", newline="") as file:
        return [Entry(*row) for row in list(csv.reader(file))[1:]]


QUESTIONS = {field.dotted: field for kind in KINDS for field in shape.walk(shape.document(kind))}
PASSAGES = {f"{topic.id}.{passage.id}" for topic in TOPICS.values() for passage in topic.passages}


def test_every_item_of_the_guide_is_listed_once() -> None:
    numbers = [entry.item for entry in entries()]
    assert numbers == [f"G{number:03}" for number in range(1, 478)]


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.item)
def test_what_stands_for_an_item_exists(entry: Entry) -> None:
    assert any(place == entry.place or place.startswith(entry.place) for place in PLACES)
    if entry.by in ("computed", "left out"):
        assert len(entry.what.split()) >= 5, "say how, or why"
        return
    stands = [by for name in entry.what.split() for by in entry.by.split(", ") if exists(by, name)]
    assert len(stands) == len(entry.what.split()), entry.what
    assert set(stands) == set(entry.by.split(", "))


def exists(by: str, name: str) -> bool:
    """Whether a name means something, as one of the ways of standing for an item."""
    match by:
        case "field":
            return name in QUESTIONS
        case "text":
            return name in PASSAGES
        case "rule":
            return name in RULES
        case "vocabulary":
            vocabulary, _, term = name.partition(".")
            return vocabulary in VOCABULARIES and term in VOCABULARIES[vocabulary].terms
        case "example":
            path, _, part = name.partition("#")
            target = resources.folder("examples") / "inclucities" / path
            return target.exists() and (not part or part in target.read_text("utf-8"))
    return False


def test_every_question_that_cites_the_guide_is_listed() -> None:
    listed = [name for entry in entries() for name in entry.what.split() if name in QUESTIONS]
    stray = [
        dotted
        for dotted, field in QUESTIONS.items()
        if field.place not in ADDED
        and field.by
        and not any(_related(dotted, name) for name in listed)
        and not _shared(dotted, listed)
    ]
    assert stray == []


def _related(one: str, other: str) -> bool:
    return (
        one == other or one.startswith((f"{other}.", f"{other}[")) or other.startswith((f"{one}.", f"{one}["))
    )


def _shared(dotted: str, listed: list[str]) -> bool:
    """The context questions are one model: listed once, they are listed for every document."""
    tail = dotted.partition("national_context.")[2] or dotted.partition("local_context.")[2]
    return bool(tail) and any(
        _related(tail, name.partition("_context.")[2]) for name in listed if "_context." in name
    )


def test_every_passage_of_the_method_is_listed_or_belongs_to_an_actor_or_step() -> None:
    listed = {name for entry in entries() for name in entry.what.split() if name in PASSAGES}
    stray = {name for name in PASSAGES - listed if not name.startswith(("roles.", "steps.", "visits."))}
    assert stray == {"method.principles.confidential"}


def test_every_rule_names_its_source() -> None:
    assert all(rule.place in PLACES for rule in RULES.values())
