"""How a language writes dates, numbers, money, countries and punctuation."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from mentorat.i18n import N_
from mentorat.nodes import as_date

NO_BREAK, NARROW = "\u00a0", "\u202f"

LANGUAGE_NAMES: dict[str, str] = {
    "ar": N_("Arabic"),
    "bg": N_("Bulgarian"),
    "ca": N_("Catalan"),
    "cs": N_("Czech"),
    "da": N_("Danish"),
    "de": N_("German"),
    "el": N_("Greek"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "et": N_("Estonian"),
    "eu": N_("Basque"),
    "fi": N_("Finnish"),
    "fr": N_("French"),
    "ga": N_("Irish"),
    "hr": N_("Croatian"),
    "hu": N_("Hungarian"),
    "it": N_("Italian"),
    "lt": N_("Lithuanian"),
    "lv": N_("Latvian"),
    "mt": N_("Maltese"),
    "nl": N_("Dutch"),
    "pl": N_("Polish"),
    "pt": N_("Portuguese"),
    "ro": N_("Romanian"),
    "ru": N_("Russian"),
    "sk": N_("Slovak"),
    "sl": N_("Slovenian"),
    "sv": N_("Swedish"),
    "tr": N_("Turkish"),
    "uk": N_("Ukrainian"),
}
"""The languages that are named in words; others are named by their code."""

AUTONYMS: dict[str, str] = {
    "ar": "العربية", "bg": "български", "ca": "català", "cs": "čeština", "da": "dansk", "de": "Deutsch",
    "el": "Ελληνικά", "en": "English", "es": "español", "et": "eesti", "eu": "euskara", "fi": "suomi",
    "fr": "français", "ga": "Gaeilge", "hr": "hrvatski", "hu": "magyar", "it": "italiano", "lt": "lietuvių",
    "lv": "latviešu", "mt": "Malti", "nl": "Nederlands", "pl": "polski", "pt": "português", "ro": "română",
    "ru": "русский", "sk": "slovenčina", "sl": "slovenščina", "sv": "svenska", "tr": "Türkçe", "uk": "українська",
}  # fmt: skip
"""What the same languages call themselves, for links that those follow who read them."""

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
    "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu "
    "ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na "
    "nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so "
    "sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_ISO_639_1 = frozenset(_CODES.split())


@dataclass(frozen=True, slots=True)
class Locale:
    """The habits of one language.  A language without habits of its own here takes the English ones.

    `day` is a day of a month, `whole` a day or a month with its year, `named` a date behind its weekday;
    `column` is where its names of countries stand.
    """

    lang: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    grouping: str
    decimal: str
    colon: str
    symbols: dict[str, str]
    symbol_first: bool
    column: int
    day: str = "{day} {month}"
    whole: str = "{month} {year}"
    named: str = "{weekday} {date}"
    months_alone: tuple[str, ...] = ()
    after_symbol: str = ""

    # -------------------------------------------------------------- dates

    def date(self, value: Any) -> str:
        """A date as precise as it is written: "3 May 2021", "May 2021", "2021" ("" where it is none)."""
        day = as_date(value)
        if day is None:
            return ""
        parts = str(value).count("-")
        if parts == 0:
            return str(day.year)
        months = (self.months_alone or self.months) if parts == 1 else self.months
        month = months[day.month - 1]
        if parts > 1:
            number = "1er" if self.lang == "fr" and day.day == 1 else str(day.day)
            month = self.day.format(day=number, month=month)
        return self.whole.format(month=month, year=day.year).replace(" ", NO_BREAK)

    def weekday(self, value: Any) -> str:
        """A day with its name: "Monday 3 May 2021"; a month or a year as it is."""
        day, written = as_date(value), self.date(value)
        if day is None or str(value).count("-") != 2:
            return written
        return self.named.format(weekday=self.weekdays[day.weekday()], date=written)

    def time(self, value: str) -> str:
        """A time of day (`HH:MM`): "9:30", "9 h 30"; what is none stays as it is."""
        found = re.fullmatch(r"(\d\d?):(\d\d)", value)
        if not found:
            return value
        hour, minutes = str(int(found[1])), found[2]
        if self.lang != "fr":
            return f"{hour}:{minutes}"
        return f"{hour}{NO_BREAK}h" if minutes == "00" else f"{hour}{NO_BREAK}h{NO_BREAK}{minutes}"

    # -------------------------------------------------------------- numbers

    def number(self, value: float | Decimal, *, places: int | None = None) -> str:
        """A number with every digit it was written with, and at least `places` decimals."""
        plain = format(Decimal(repr(value)) if isinstance(value, float) else Decimal(value), "f")
        whole, _, fraction = plain.partition(".")
        if fraction.strip("0") == "":
            fraction = "" if places is None else "0" * places
        fraction = fraction.ljust(places or 0, "0")
        digits = whole.lstrip("-")
        grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", self.grouping, digits)
        sign = "\u2212" if whole.startswith("-") else ""
        return f"{sign}{grouped}{self.decimal}{fraction}" if fraction else f"{sign}{grouped}"

    def money(self, amount: float, currency: str) -> str:
        """An amount with its currency; cents are shown where there are any."""
        number = self.number(amount, places=None if isinstance(amount, int) or amount.is_integer() else 2)
        symbol = self.symbols.get(currency, currency)
        if not symbol:
            return number
        if not self.symbol_first:
            return f"{number}{NO_BREAK}{symbol}"
        sign = number[:1] if number[:1] == "\u2212" else ""
        gap = NO_BREAK if symbol.isalpha() else self.after_symbol
        return f"{sign}{symbol}{gap}{number.removeprefix(sign)}"

    # -------------------------------------------------------------- words

    def country(self, code: str) -> str:
        """The name of a country (its code where it is unknown)."""
        names = _countries().get(code)
        return names[self.column] if names else code


ENGLISH = Locale(
    lang="en",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    grouping=",",
    decimal=".",
    colon=":",
    symbols={"EUR": "€", "GBP": "£"},
    symbol_first=True,
    column=0,
)  # fmt: skip
FRENCH = Locale(
    lang="fr",
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    months=("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    grouping=NARROW,
    decimal=",",
    colon=f"{NO_BREAK}:",
    symbols={"EUR": "€", "GBP": "£"},
    symbol_first=False,
    column=1,
)  # fmt: skip

ITALIAN = Locale(
    lang="it",
    weekdays=("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    months=("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
    grouping=".",
    decimal=",",
    colon=":",
    symbols={"EUR": "€", "GBP": "£"},
    symbol_first=False,
    column=2,
)  # fmt: skip
DUTCH = Locale(
    lang="nl",
    weekdays=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    months=("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"),
    grouping=".",
    decimal=",",
    colon=":",
    symbols={"EUR": "€", "GBP": "£"},
    symbol_first=True,
    column=3,
    after_symbol=NO_BREAK,
)  # fmt: skip
SPANISH = Locale(
    lang="es",
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    months=("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    grouping=".",
    decimal=",",
    colon=":",
    symbols={"EUR": "€"},
    symbol_first=False,
    column=4,
    day="{day} de {month}",
    whole="{month} de {year}",
    named="{weekday}, {date}",
)  # fmt: skip
GREEK = Locale(
    lang="el",
    weekdays=("Δευτέρα", "Τρίτη", "Τετάρτη", "Πέμπτη", "Παρασκευή", "Σάββατο", "Κυριακή"),
    months=("Ιανουαρίου", "Φεβρουαρίου", "Μαρτίου", "Απριλίου", "Μαΐου", "Ιουνίου", "Ιουλίου", "Αυγούστου", "Σεπτεμβρίου", "Οκτωβρίου", "Νοεμβρίου", "Δεκεμβρίου"),
    months_alone=("Ιανουάριος", "Φεβρουάριος", "Μάρτιος", "Απρίλιος", "Μάιος", "Ιούνιος", "Ιούλιος", "Αύγουστος", "Σεπτέμβριος", "Οκτώβριος", "Νοέμβριος", "Δεκέμβριος"),
    grouping=".",
    decimal=",",
    colon=":",
    symbols={"EUR": "€", "GBP": "£"},
    symbol_first=False,
    column=5,
)  # fmt: skip
LATVIAN = Locale(
    lang="lv",
    weekdays=("pirmdiena", "otrdiena", "trešdiena", "ceturtdiena", "piektdiena", "sestdiena", "svētdiena"),
    months=("janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs", "jūlijs", "augusts", "septembris", "oktobris", "novembris", "decembris"),
    grouping=NO_BREAK,
    decimal=",",
    colon=":",
    symbols={"EUR": "€", "GBP": "£"},
    symbol_first=False,
    column=6,
    day="{day}. {month}",
    whole="{year}. gada {month}",
    named="{weekday}, {date}",
)  # fmt: skip

LOCALES = {locale.lang: locale for locale in (ENGLISH, FRENCH, ITALIAN, DUTCH, SPANISH, GREEK, LATVIAN)}


def locale_of(lang: str) -> Locale:
    """The habits of a language."""
    return LOCALES.get(lang, ENGLISH)


@functools.cache
def _countries() -> dict[str, list[str]]:
    lines = (Path(__file__).parent / "countries.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line[:1] != "#")
    return {code: names for code, *names in rows}


_FRENCH_SPACE = re.compile(
    r"(?P<narrow>(?<=\S) (?=[;!?](?:\s|$|[)»\]]))|(?<=\d) (?=[%€£]|\d{3}(?!\d)))"
    r"|(?<=\S) (?=:(?:\s|$))|(?<=«) (?=\S)|(?<=\S) (?=»)"
)


def typeset(text: str, lang: str) -> str:
    """A text with the no-break spaces that its language wants where a plain space was typed.

    Signs are never added or removed; only French is known to need it.
    """
    if lang.partition("-")[0] != "fr":
        return text
    return _FRENCH_SPACE.sub(lambda found: NARROW if found["narrow"] else NO_BREAK, text)


def language_tag(code: str) -> str:
    """A language as it may stand in a `lang` attribute; "" where it is no language anybody registered."""
    primary = code.partition("-")[0]
    known = primary in _ISO_639_1 or re.fullmatch(r"[a-z]{3}", primary)
    return code if known and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2}|-[A-Za-z]{4})?", code) else ""
