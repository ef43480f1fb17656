"""Dates, numbers and money as Babel writes them, and French spaces."""

from __future__ import annotations

import datetime
import gettext

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from mentorat.i18n import translator
from mentorat.model.countries import COUNTRIES
from mentorat.rendering import render
from mentorat.rendering.locales import (
    ENGLISH,
    FRENCH,
    LANGUAGE_NAMES,
    LOCALES,
    language_tag,
    locale_of,
    typeset,
)
from mentorat.slugs import slug
from tests.rendering.programme import load
from tests.translations import PLURALS

EACH = pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
LONG = {"es": "d 'de' MMMM 'de' y", "lv": "y. 'gada' d. MMMM"}
MONTH = {"es": "MMMM 'de' y", "lv": "y. 'gada' MMMM"}


@EACH
def test_every_day_of_a_year_as_babel_writes_it(locale) -> None:  # type: ignore[no-untyped-def]
    day = datetime.date(2024, 1, 1)
    while day.year == 2024:
        babel = format_date(day, LONG.get(locale.lang, "d MMMM y"), locale=locale.lang)
        ours = locale.date(day.isoformat()).replace("\u00a0", " ")
        assert ours == (babel.replace("1 ", "1er ", 1) if locale.lang == "fr" and day.day == 1 else babel)
        day += datetime.timedelta(days=1)


@EACH
def test_months_and_weekdays_as_babel_writes_them(locale) -> None:  # type: ignore[no-untyped-def]
    for month in range(1, 13):
        babel = format_date(
            datetime.date(2021, month, 1), MONTH.get(locale.lang, "LLLL y"), locale=locale.lang
        )
        assert locale.date(f"2021-{month:02}").replace("\u00a0", " ") == babel
    for day in range(2, 9):
        date = datetime.date(2021, 5, day)
        full = "EEEE d MMMM y" if locale.lang == "en" else "full"
        assert locale.weekday(date.isoformat()).replace("\u00a0", " ") == format_date(
            date, full, locale=locale.lang
        )


@EACH
def test_dates_are_as_precise_as_they_are_written(locale) -> None:  # type: ignore[no-untyped-def]
    assert locale.date("2021") == locale.date(2021) == "2021"
    assert "2021" in locale.date("2021-05").split("\u00a0")[0 if locale.lang == "lv" else -1]
    assert locale.date("2021-02-30") == locale.date("soon") == locale.date(None) == ""
    assert FRENCH.date("2021-05-03") == "3\u00a0mai\u00a02021"


@given(st.integers(-(10**15), 10**15))
def test_whole_numbers_as_babel_groups_them(number: int) -> None:
    for locale in LOCALES.values():
        assert locale.number(number).replace("\u2212", "-") == format_decimal(number, locale=locale.lang)


@given(st.decimals(-(10**9), 10**9, places=2))
def test_money_as_babel_writes_it(number) -> None:  # type: ignore[no-untyped-def]
    amount = float(number)
    if amount.is_integer() or amount == 0:
        return
    for locale in LOCALES.values():
        for currency in ("EUR", "GBP"):
            babel = format_currency(number, currency, locale=locale.lang).replace("£GB", "£")
            ours = locale.money(amount, currency).replace("\u2212", "-")
            assert ours == (babel if locale.lang != "nl" or amount > 0 else f"-{babel.replace('-', '')}")


def test_numbers_are_never_rounded() -> None:
    assert FRENCH.number(12345.6) == "12\u202f345,6"
    assert FRENCH.money(12345.6, "EUR") == "12\u202f345,60\u00a0€"
    assert FRENCH.money(12000, "EUR") == "12\u202f000\u00a0€"
    assert ENGLISH.money(12345.678, "EUR") == "€12,345.678"
    assert ENGLISH.money(5, "CHF") == "CHF\u00a05"
    assert ENGLISH.money(5, "") == "5"
    assert ENGLISH.number(1e22) == "10,000,000,000,000,000,000,000"


def test_countries_as_babel_names_them() -> None:
    for code in COUNTRIES:
        for lang, locale in LOCALES.items():
            assert locale.country(code) == Locale(lang).territories[code]
    assert FRENCH.country("XX") == "XX"


def test_languages_are_those_babel_knows() -> None:
    in_french = translator("fr")
    for code, name in LANGUAGE_NAMES.items():
        assert Locale("en").languages[code] == name
        assert Locale("fr").languages[code] == in_french(name).lower()


SEVEN = ("el", "en", "es", "fr", "it", "lv", "nl")
"""The languages of the pilot's cities."""


@pytest.mark.parametrize("lang", SEVEN)
def test_plurals_part_numbers_as_babel_does(lang: str) -> None:
    """Babel also has a form for round millions in some languages, which no sentence here counts to."""
    number, rule = PLURALS[lang].removesuffix(";").split("; plural=")
    form, babel = gettext.c2py(rule), Locale(lang).plural_form
    pairs = {(form(n), babel(n)) for n in range(1000)}
    assert len(pairs) == len({ours for ours, _ in pairs}) == len({theirs for _, theirs in pairs})
    assert len(pairs) == int(number.removeprefix("nplurals="))


def test_none_is_singular_in_french() -> None:
    one, many = "{n} confidential answer is not shown.", "{n} confidential answers are not shown."
    assert (
        translator("fr").plural(one, many, 0).partition(" ")[2]
        == translator("fr").plural(one, many, 1).partition(" ")[2]
    )
    assert translator("en").plural(one, many, 0) == "0 confidential answers are not shown."


@pytest.mark.parametrize("lang", sorted(set(SEVEN) - {"fr", "en"}))
def test_without_a_catalogue_labels_are_english_and_say_so(lang: str) -> None:
    case = load()
    case.plan.document.value["title"] = {"fr": "Titre", lang: "Ονομα ā ñ"}
    [text] = render(case, "plan", formats=["html"], doc_lang=lang).values()
    assert '<html lang="en">' in text
    assert f'<span lang="{lang}">Ονομα ā ñ</span>' in text
    assert "As of 1\u00a0March\u00a02026" in text
    assert "€12,000" in text


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Saint-Jean-de-la-Ruelle", "saint-jean-de-la-ruelle"), ("L’Haÿ-les-Roses", "l-hay-les-roses"),
        ("Œuilly", "oeuilly"), ("Forlì", "forli"), ("’s-Hertogenbosch", "s-hertogenbosch"), ("Peñíscola", "peniscola"),
        ("Λιβαδειά", "livadeia"), ("Αγία Παρασκευή", "agia-paraskevi"), ("Jēkabpils", "jekabpils"), ("Žuļi", "zuli"),
        ("Newcastle upon Tyne", "newcastle-upon-tyne"),
    ],
)  # fmt: skip
def test_ids_from_names_in_every_language(name: str, id_: str) -> None:
    assert slug(name) == id_


def test_french_spaces_do_not_break() -> None:
    assert typeset("Vraiment ? Oui : « demain » ; 12 000 € !", "fr") == (
        "Vraiment\u202f? Oui\u00a0: «\u00a0demain\u00a0»\u202f; 12\u202f000\u202f€\u202f!"
    )
    assert typeset("Really ? Yes : no", "en") == "Really ? Yes : no"
    assert (
        typeset("Le 12 345 678 ; voir http://a.b ?x", "fr-BE")
        == "Le 12\u202f345\u202f678\u202f; voir http://a.b ?x"
    )


@given(st.text(alphabet="a1 :;!?«»€%\n", max_size=30))
def test_typesetting_changes_spaces_only(text: str) -> None:
    assert typeset(text, "fr").replace("\u00a0", " ").replace("\u202f", " ") == text


def test_language_tags() -> None:
    assert [language_tag(code) for code in ("fr", "nl-BE", "sr-Latn", "xx", "zz-top", "", "arz")] == [
        "fr", "nl-BE", "sr-Latn", "", "", "", "arz",
    ]  # fmt: skip
    assert locale_of("sv") is ENGLISH
