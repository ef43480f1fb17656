"""E-mail addresses and telephone numbers in a text: found, and made unreadable.

Numbers count with a country prefix, in the national ways of writing of the countries that this method
was tried in (France, Italy, Belgium, Greece, Spain, Latvia, the Netherlands), or as any digits behind
a word such as “tel.”.  Ways of writing that amounts, dates, codes and references share are left out:
a false alarm about a figure would teach people to ignore the true ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_ADDRESS = re.compile(r"(?<=[\w+-])@(?=[\w-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[^\W\d_]{2,24}(?![\w-])")
_LOCAL = re.compile(r"[\w.+-]{1,64}\Z")
_WEB = re.compile(r"(?:https?://|\bwww\.)[^\s\"'<>\])}]+")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " ") | {"\u2011": "-", "\u2013": "-"})

_GAP = r"[ .\-/()]{0,2}"


def _digits(first: str, more: str) -> str:
    return rf"{first}(?:{_GAP}\d){{{more}}}"


_ABROAD = "|".join(
    rf"{prefix}[ .\-/)]{{0,2}}(?:\(0\)[ .\-/]?)?(?:{number})"
    for prefix, number in (
        ("33", _digits("[1-9]", "8")),
        ("39", f"{_digits('0', '5,10')}|{_digits('3', '8,9')}"),
        ("32", f"{_digits('4', '8')}|{_digits('[1-9]', '7')}"),
        ("30", _digits("[26]", "9")),
        ("34", _digits("[6-9]", "8")),
        ("371", _digits("[26]", "7")),
        ("31", _digits("[1-9]", "8")),
    )
)
_AT_HOME = "|".join(
    (
        r"0[1-9](?P<s>[ .\-])\d\d(?P=s)\d\d(?P=s)\d\d(?P=s)\d\d",  # fr, nl: 01 23 45 67 89
        r"0[2349][ /.\-]\d{3}[ .]\d\d[ .]\d\d",  # be: 02 123 45 67
        r"0[1-9]\d[ /.\-]\d\d[ .]\d\d[ .]\d\d",  # be: 015 12 34 56
        r"04\d\d(?:[ /.\-]\d\d[ .]\d\d[ .]\d\d|[ /]\d{3}[ .]\d{3}|[ /\-]\d{6})",  # be: 0470 12 34 56
        r"0[1-9]\d?[ /.\-]\d{3,4}[ .]\d{4}",  # it, nl: 06 1234 5678
        r"0[1-9]\d{0,2}(?: |[/\-](?!19|20))\d{6,7}|0[26][ \-]\d{8}",  # it, nl: 091 1234567
        r"0[1-9]\d[ \-]\d{3} \d\d \d\d|06-\d\d \d\d \d\d \d\d",  # nl: 020 123 45 67
        r"3[2-9]\d(?:[ /\-]\d{4}(?!000)\d{3}|[ .\-]\d{3}[ .\-]\d{4}| \d\d \d\d \d{3})",  # it: 333 1234567
        r"2[1-8]\d(?: \d{7}|\d \d{6}|\d\d \d{5}|\d\d \d\d \d{3}| \d{3} \d{4})",  # gr: 22610 12345
        r"69\d(?: \d{3} \d{4}|\d \d{6}|\d \d{3} \d{3})",  # gr: 6912 345678
        r"[6-9]\d\d[ .\-]\d\d[ .\-]\d\d[ .\-]\d\d|9[1-8][ .\-]\d{3}[ .\-]\d\d[ .\-]\d\d",  # es: 916 49 70 00
        r"(?:6[3-8]|2[1-9])\d\d \d\d(?!00)\d\d",  # lv: 6300 5522
    )
)
_CUE = (
    r"t[ée]l(?:[ée](?:ph(?:one)?|fono|foon|fon\w*))?|phone|τηλ(?:έφωνο)?|κιν(?:ητό)?|t[āa]lr(?:unis)?|gsm|"
    r"mob(?:iel|ile?|ils)?|móvil|fax|portable|cell(?:ulare)?|whatsapp"
)
_DATE = r"(?:19|20)\d\d[ ./\-]|\d\d?[./\-]\d\d?[./\-](?:19|20)\d\d\b"
_NUMBER = re.compile(
    rf"(?<![\w.,/+\-])(?<!\d[ .\-/])(?:{_AT_HOME})(?!\w|[.\-/]\d| \d\d\b)"
    rf"|(?<![\w+])(?:\+|00[ .\-/]?)(?:{_ABROAD})(?!\d)"
    rf"|(?<![\w+])\+[1-9]\d{{1,2}}(?:{_GAP}\d){{7,12}}(?!\d)"
    rf"|(?<!\w)(?i:{_CUE})\W{{0,4}}(?!{_DATE})(?P<cued>\(?\d(?:{_GAP}\d){{7,11}})(?!\d)",
)


@dataclass(frozen=True, slots=True)
class PersonalData:
    """An address or a number in a text, and where it stands there (offsets from 0)."""

    kind: Literal["address", "number"]
    text: str
    start: int
    end: int

    @property
    def hint(self) -> str:
        """Enough to find it again, too little to use it: `f…@…fr`, `+33…`."""
        if self.kind == "address":
            return f"{self.text[0]}…@…{self.text.rsplit('.', 1)[1]}"
        return f"{self.text[:3]}…"


def personal_data(text: str) -> Iterator[PersonalData]:
    """Every e-mail address and telephone number in a text, addresses first; web addresses are left."""
    plain = _WEB.sub(lambda match: "x" * len(match[0]), text)
    for match in _ADDRESS.finditer(plain):
        local = _LOCAL.search(plain[max(0, match.start() - 64) : match.start()])
        if local:
            start = match.start() - len(local[0])
            yield PersonalData("address", text[start : match.end()], start, match.end())
    for match in _NUMBER.finditer(plain.translate(_SPACES)):
        start, end = match.span("cued") if match["cued"] else match.span()
        yield PersonalData("number", text[start:end], start, end)


def masked(text: str) -> str:
    """The text with the inside of every address and number dotted out; it keeps its length."""
    for found in list(personal_data(text)):
        hidden = re.sub(r"\w", "…", found.text[1:])
        text = text[: found.start + 1] + hidden + text[found.end :]
    return text
