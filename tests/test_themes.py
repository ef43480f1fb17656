"""The themes: complete in every language, found again from any word for them, suggested with care."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections import Counter

import pytest

from mentorat import themes

FAMILIES = {"sectors": 8, "arrival": 5, "society": 8, "governance": 7}


def test_the_four_families() -> None:
    assert Counter(theme.family for theme in themes.themes().values()) == FAMILIES
    assert all(code == theme.code for code, theme in themes.themes().items())


def test_the_frameworks_a_theme_belongs_to() -> None:
    found = themes.themes()
    assert found["health"].eu_action_plan == found["health"].mipex == ("health",)
    assert found["reception"].intercultural_cities == ("welcoming newcomers",)
    assert found["emergency"].mipex == ()


@pytest.mark.parametrize("lang", themes.LANGUAGES)
def test_every_theme_is_complete(lang: str) -> None:
    text = json.dumps(themes.lexicon(lang), ensure_ascii=False)
    assert text == unicodedata.normalize("NFC", text)
    assert list(themes.lexicon(lang)) == list(themes.themes())
    for code, words in themes._words(lang).items():
        assert set(words) == {"label", "aliases", "terms", "sentences"}, code
        assert words["label"], code
        assert 3 <= len(words["aliases"]) <= 8, code
        assert 10 <= len(words["terms"]) <= 20, code
        assert len(themes.sentences(lang)[code]) == 2, code
        for names in ([words["label"], *words["aliases"]], words["terms"]):
            assert len({themes._plain(name) for name in names}) == len(names), code


def test_no_word_stands_for_two_themes() -> None:
    owners: dict[str, set[str]] = {themes._plain(code): {code} for code in themes.themes()}
    for lang in themes.LANGUAGES:
        for code, words in themes._words(lang).items():
            for name in (words["label"], *words["aliases"]):
                owners.setdefault(themes._plain(name), set()).add(code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(
    "word",
    [
        "language",
        "langue",
        "taal",
        "γλώσσα",
        "ΓΛΩΣΣΕΣ",
        "valoda",
        "lingua",
        "idioma",
        "Cours de langue",
        "LANGUE",
    ],
)
def test_words_for_language(word: str) -> None:
    assert themes.resolve(word) == "language"


def test_words_compare_without_accents_hyphens_and_case() -> None:
    assert (
        themes.resolve("Skills Recognition") == themes.resolve("skills_recognition") == "skills-recognition"
    )
    assert themes.resolve("egalite de genre") == "gender"
    assert themes.resolve("mobility") is None
    assert themes.resolve("") is None


def test_a_programme_brings_its_own_themes() -> None:
    own = {"cycling": "transport", "parking": "transport", "school-streets": "sectors"}
    assert themes.resolve("Cycling", own) == "cycling"
    assert themes.resolve("Cycling") is None
    assert themes.affinity("cycling", "parking", own) == themes.SAME_FAMILY
    assert themes.affinity("school-streets", "education", own) == themes.SAME_FAMILY
    assert themes.affinity("cycling", "education", own) == 0


def test_affinity() -> None:
    assert themes.affinity("language", "language") == 1
    assert themes.affinity("language", "education") == 0.4
    assert themes.affinity("language", "funding") == 0
    assert themes.affinity("cycling", "cycling") == 1
    assert themes.affinity("cycling", "parking") == 0


def test_labels() -> None:
    assert themes.label("housing", "fr") == "Logement"
    assert themes.label("housing", "en") == themes.label("housing", "fi") == "Housing"
    assert themes.label("cycling", "fr") == "cycling"


def test_suggestions() -> None:
    french = "Les loyers montent, les bailleurs refusent des familles et l'attente d'un logement social est longue."
    english = "Landlords ask for high rents and refuse tenants who have just arrived."
    assert themes.suggest(french, "fr") == themes.suggest(french) == ["housing"]
    assert themes.suggest(english, "en") == themes.suggest(english) == ["housing"]


def test_nothing_is_suggested_on_weak_grounds() -> None:
    assert themes.suggest("") == []
    assert themes.suggest("The rent is high.", "en") == []
    assert themes.suggest("Rent, rents, rented: one word is one ground.", "en") == []
    assert themes.suggest("Landlords ask for high rents.", "fi") == []


def test_words_are_whole() -> None:
    assert themes.suggest("Parenthood and currents in Brentwood; the landlordism of yore.", "en") == []


@pytest.mark.parametrize("lang", themes.LANGUAGES)
def test_sample_sentences_point_to_their_theme(lang: str) -> None:
    wrong = {
        code: found
        for code, pair in themes.sentences(lang).items()
        if code not in (found := themes.suggest(" ".join(pair), lang))
    }
    assert wrong == {}


def test_at_most_three_suggestions_of_known_themes() -> None:
    everything = " ".join(name for names in themes.lexicon("en").values() for name in names)
    found = themes.suggest(everything)
    assert len(found) == 3
    assert set(found) <= set(themes.themes())


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("it", "Gli inquilini cercano appartamenti e gli affitti salgono."),
        ("nl", "De huurders vinden geen betaalbare woningen."),
        ("es", "Los inquilinos buscan pisos y los alquileres suben."),
        ("el", "Οι ιδιοκτήτες διώχνουν ενοικιαστές και τα ενοίκια ανεβαίνουν."),
        ("lv", "Īrniekiem trūkst dzīvokļu, un īres maksas aug."),
    ],
)
def test_words_are_found_in_other_forms(lang: str, text: str) -> None:
    assert themes.suggest(text, lang) == themes.suggest(text) == ["housing"]


def test_nothing_is_read_before_it_is_needed() -> None:
    code = "from mentorat import themes; themes.label('housing', 'fr'); print(themes._words.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
