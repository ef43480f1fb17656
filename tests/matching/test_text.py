"""The lexical engine: bounds, order, whole words, seven languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorat.matching.text import evidence, fold, guess_language, score, stem

TEXTS = st.lists(st.text(alphabet="abcdé ", max_size=30), max_size=4)

SUBJECTS = {
    "fr": ("cours de français pour les nouveaux arrivants", "apprentissage de la langue française par les arrivants", "rénovation des logements sociaux"),
    "en": ("language courses for newcomers", "newcomers learn the language in courses", "renovation of social housing"),
    "nl": ("taallessen voor nieuwkomers", "nieuwkomers volgen taallessen", "renovatie van sociale woningen"),
    "it": ("corsi di lingua per i nuovi arrivati", "i nuovi arrivati seguono corsi di lingua", "alloggi popolari da ristrutturare"),
    "es": ("cursos de idioma para recién llegados", "los recién llegados siguen un curso de idioma", "rehabilitación de viviendas sociales"),
    "el": ("μαθήματα γλώσσας για νεοαφιχθέντες", "οι νεοαφιχθέντες παρακολουθούν μαθήματα γλώσσας", "ανακαίνιση κοινωνικών κατοικιών"),
    "lv": ("latviešu valodas kursi jaunpienācējiem", "jaunpienācēji apmeklē valodas kursus", "sociālo mājokļu atjaunošana"),
}  # fmt: skip


@pytest.mark.parametrize("lang", SUBJECTS)
def test_the_same_subject_comes_first(lang: str) -> None:
    query, near, far = SUBJECTS[lang]
    best, other = score(query, [[near], [far]], lang)
    assert best > other


@pytest.mark.parametrize("lang", SUBJECTS)
def test_the_language_is_told_by_its_little_words(lang: str) -> None:
    text = {
        "fr": "La ville est avec les associations dans un projet pour les habitants.",
        "en": "The city is with the associations in a project for its residents.",
        "nl": "De stad is met de verenigingen in een project voor de bewoners.",
        "it": "La città è con le associazioni in un progetto per gli abitanti.",
        "es": "La ciudad es con las asociaciones en un proyecto para los vecinos.",
        "el": "Η πόλη είναι με τους συλλόγους σε ένα έργο για τους κατοίκους.",
        "lv": "Pilsēta ir kopā ar biedrībām un par to arī ir projekts.",
    }[lang]
    assert guess_language(text) == lang


@given(st.text(alphabet="abcdé ", max_size=30), st.lists(TEXTS, max_size=5))
def test_scores_are_between_nothing_and_all(query: str, documents: list[list[str]]) -> None:
    scores = score(query, documents, "fr")
    assert len(scores) == len(documents)
    assert all(0 <= value <= 1 for value in scores)


@given(st.text(alphabet="abcdé ", max_size=30), st.lists(TEXTS, min_size=2, max_size=5))
def test_order_of_documents_changes_nothing(query: str, documents: list[list[str]]) -> None:
    assert score(query, documents, "en") == pytest.approx(score(query, documents[::-1], "en")[::-1])


def test_an_empty_query_or_document_scores_nothing() -> None:
    assert score("", [["a text"], []], "en") == [0, 0]


def test_whole_words_only() -> None:
    assert score("AI", [["retail and trail"], ["AI in city hall"]], "en")[0] == 0
    assert evidence("AI policy", "Retail; policies and AI", "en") == ["policies"]


def test_letters_are_folded() -> None:
    assert fold("Λόγος") == fold("ΛΟΓΟΣ")
    assert fold("Mājokļi") == "majokli"
    assert stem("l", "fr") == "l"
    assert score("l'école", [["écoles"]], "fr")[0] > 0
