"""The sentence that is quoted for a need, and how its nearness is put into words."""

from __future__ import annotations

from mentorat.i18n import translator
from mentorat.matching import rank
from mentorat.matching.nearness import Nearness, quote
from mentorat.matching.passages import Passage, Texts
from mentorat.matching.results import Detail
from tests.matching.build import Value, mentor, need, policy, programme


def told(asked: Value, offered: Value) -> Detail:
    """What is said of the only need and the only offer."""
    [detail] = rank(programme([asked], {"brona": mentor(offered)})).candidates[0].criteria[0].details
    return detail


def test_the_quoted_sentence_holds_a_word_that_is_named_as_shared() -> None:
    asked = "La discrimination et le racisme augmentent ; le message de la mairie reste faible."
    short = "Un message."
    long = (
        "Contre les préjugés et les stéréotypes, des agents antirumeurs sont formés dans les quartiers, et une "
        "permanence recueille chaque plainte des victimes pour l'égalité de traitement."
    )
    texts = [Texts({"fr": [Passage(text, "x.yaml", "text")]}) for text in (asked, f"{long} {short}")]
    found = quote(texts[0], texts[1], Nearness(1.0, "words", ("fr", "fr")))
    assert found
    assert (found.sentence, found.shared) == (short, ("message",))


def test_texts_in_two_languages_are_not_said_to_use_like_words() -> None:
    asked = need(
        title={"el": "Μαθήματα ελληνικών για ενήλικες"},
        problem={
            "el": "Οι νεοαφιχθέντες περιμένουν μήνες για μαθήματα ελληνικών τα βράδια, "
            "και οι γονείς δεν έχουν φύλαξη παιδιών."
        },
    )
    offered = policy(
        title={"nl": "Avondlessen Nederlands met kinderopvang"},
        text={
            "nl": "Volwassen nieuwkomers volgen avondlessen Nederlands, "
            "en hun kinderen worden intussen opgevangen."
        },
    )
    first, *_ = told(asked, offered).sentences
    assert first.show(translator("en")).endswith("comes near it.")
