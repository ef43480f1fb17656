"""The lexical engine: bounds, order, whole words, seven languages."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorat.matching.text import concepts, cross_score, evidence, fold, guess_language, score, stem

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


def test_common_words_say_little_even_where_one_candidate_stands_alone() -> None:
    query = "Results of a new method for social housing"
    subject = score(query, [["Tenants and landlords of social housing."]], "en")
    manner = score(query, [["Results of a new method of paving roads."]], "en")
    assert subject > manner


def test_to_have_all_that_is_asked_for_counts_more_than_to_repeat_one_word() -> None:
    rest = " ".join(f"word{number}" for number in range(40))
    both, one = f"{rest} interpreters hospitals", f"{rest} hospitals hospitals"
    first, second = score("interpreters in hospitals", [[both], [one]], "en")
    assert first > 1.5 * second


def test_the_title_counts_more() -> None:
    one, other = "Housing. Tenants meet landlords.", "Landlords. Tenants meet housing."
    first, second = score("housing", [[one], [other]], "en")
    assert first > second


def test_the_same_in_every_process() -> None:
    code = (
        "from mentorat.matching.text import concepts, score\n"
        "print(score('language courses for newcomers', [['newcomers learn', 'a course'], ['roads']], 'en'),"
        " concepts('Tenants find no flat, and rents rise.', 'en'))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


def test_single_words_of_a_theme_hint_at_it() -> None:
    found = concepts("Les propriétaires se méfient d'un nom étranger.", "fr")
    assert max(found, key=lambda code: found[code]) == "housing"


@pytest.mark.parametrize(
    ("lang", "near", "far"),
    [
        (
            "nl",
            "Eigenaars verhuren geen appartement aan vluchtelingen.",
            "De fanfare zoekt jonge muzikanten.",
        ),
        (
            "el",
            "Οι ιδιοκτήτες δεν νοικιάζουν διαμερίσματα σε πρόσφυγες.",
            "Η χορωδία ψάχνει νέους τραγουδιστές.",
        ),
        ("lv", "Izīrētāji neizīrē dzīvokļus bēgļu ģimenēm.", "Koris meklē jaunus dziedātājus."),
    ],
)
def test_texts_meet_across_languages_in_their_themes(lang: str, near: str, far: str) -> None:
    wanted = "Families who were given protection find no landlord who lets them a flat."
    assert cross_score(wanted, "en", near, lang) > cross_score(wanted, "en", far, lang) + 0.2


def test_little_words_are_no_evidence() -> None:
    need = "Chaque habitant, afin que la ville accueille mieux, prend un cours de langue."
    offer = "Chaque nouvel habitant de la ville suit un cours de langue afin de parler."
    assert evidence(need, offer, "fr") == ["langue", "cours"]
