"""Every sentence of the tool exists in French, whole, with the same placeholders and French spacing."""

from __future__ import annotations

import re
import string

import polib
import pytest

from mentorat.i18n import LANGUAGES, LOCALE_DIR
from tests import translations

CATALOGUES = [lang for lang in LANGUAGES if lang != "en"]


def stored(lang: str) -> polib.POFile:
    return polib.pofile(str(LOCALE_DIR / lang / "LC_MESSAGES" / "mentorat.po"))


def names(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


@pytest.mark.parametrize("lang", CATALOGUES)
def test_catalogue_holds_the_sentences_of_the_code(lang: str) -> None:
    assert {entry.msgid for entry in stored(lang)} == {s.text for s in translations.sentences()}, (
        "run: python -m tests.regenerate"
    )


@pytest.mark.parametrize("lang", CATALOGUES)
def test_nothing_is_untranslated(lang: str) -> None:
    assert [entry.msgid for entry in stored(lang) if not entry.translated() or entry.fuzzy] == []


@pytest.mark.parametrize("lang", CATALOGUES)
def test_placeholders_are_the_same(lang: str) -> None:
    wrong = []
    for entry in stored(lang):
        texts = [entry.msgstr, *entry.msgstr_plural.values()] if entry.msgid_plural else [entry.msgstr]
        wanted = names(entry.msgid) | (names(entry.msgid_plural) if entry.msgid_plural else set())
        wrong += [text for text in texts if text and not names(text) <= wanted]
        if not entry.msgid_plural and names(entry.msgstr) != wanted:
            wrong.append(entry.msgstr)
    assert wrong == []


@pytest.mark.parametrize("lang", CATALOGUES)
def test_compiled_catalogue_is_current(lang: str) -> None:
    compiled = polib.mofile(str(LOCALE_DIR / lang / "LC_MESSAGES" / "mentorat.mo"))
    assert {e.msgid: e.msgstr for e in compiled} == {
        e.msgid: e.msgstr for e in stored(lang) if e.translated()
    }


def test_french_has_french_spacing() -> None:
    bad = [
        entry.msgstr
        for entry in stored("fr")
        if re.search(r"(?<=\w) [;!?»]|(?<=\w) :(?=\s|$)|« ", re.sub(r"`[^`]*`", "", entry.msgstr))
    ]
    assert bad == []
