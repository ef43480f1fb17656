"""Languages: the language of messages, and the translation of every sentence a person reads.

English sentences are the keys; `locale/<lang>/LC_MESSAGES/mentorat.po` holds the others.  Every
sentence is whole, with named placeholders in braces, and is marked with `N_` where it is written
and translated with a `Translator` where it is shown.
"""

from __future__ import annotations

import functools
import gettext
import os
from pathlib import Path

LOCALE_DIR = Path(__file__).parent / "locale"
LANGUAGES = ("fr", "en")
"""Languages in which every sentence of the tool exists."""


def N_(message: str) -> str:  # noqa: N802 - the name every gettext tool looks for
    """Mark a sentence for translation where it is written, and leave it as it is."""
    return message


class Translator:
    """The sentences of one language; `translator(message, **values)` translates, then fills in."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        if lang != "en":
            self._catalogue = gettext.translation("mentorat", LOCALE_DIR, [lang], fallback=True)

    def __call__(self, message: str, /, **values: object) -> str:
        if not message:
            return ""
        text = self._catalogue.gettext(message)
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The singular or plural sentence for `n`, which is also available as `{n}`."""
        return self._catalogue.ngettext(one, many, n).format(n=n, **values)

    @property
    def catalogue(self) -> gettext.NullTranslations:
        """The gettext catalogue itself, for template engines that want one."""
        return self._catalogue


@functools.cache
def translator(lang: str) -> Translator:
    """The translator of `lang` (`fr`, `en`; another code falls back to English sentences)."""
    return Translator(lang)


def known_language(value: str | None) -> str | None:
    """`fr_BE.UTF-8`, `fr-BE` or `FR` as `fr`; None where it is no language of ours (`C`, ``)."""
    code = (value or "").replace("-", "_").split(".")[0].split("_")[0].casefold()
    return code if code in LANGUAGES else None


def choose_language(option: str | None = None, programme: str | None = None) -> str:
    """The language of messages: `--lang`, `MENTORAT_LANG`, the programme's, the locale's, else French."""
    environment = os.environ
    locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    for candidate in (option, environment.get("MENTORAT_LANG"), programme, locale):
        lang = known_language(candidate)
        if lang:
            return lang
    return "fr"
