"""A whole programme in which every answer can be recognised, made from the questions themselves.

Every text, number and date stands once in the whole programme, so that wherever it turns up in what
was rendered, it says which question it answers and how widely that answer may be read.
"""

from __future__ import annotations

import datetime
import itertools
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mentorat import shape
from mentorat.model.documents import KINDS
from mentorat.rendering.locales import LOCALES
from tests.rendering.programme import RANK, level

AS_OF = datetime.date(2026, 3, 1)
PAIRING, MENTEE, MENTOR = "canary-pair", "mentee-town", "mentor-town"
FILES: dict[str, str] = {
    "mentorat.yaml": "programme",
    f"organisations/{MENTEE}.yaml": "organisation",
    f"organisations/{MENTOR}.yaml": "organisation",
    "organisations/mentee-union.yaml": "organisation",
    f"mentors/{MENTOR}/strengths.yaml": "mentor-strengths",
    f"mentors/{MENTOR}/practices/good-way.yaml": "good-practice",
    "benchmarks/yardstick.yaml": "benchmark",
    f"pairings/{PAIRING}/pairing.yaml": "pairing",
    f"pairings/{PAIRING}/needs.yaml": "needs-analysis",
    f"pairings/{PAIRING}/scope.yaml": "scope",
    f"pairings/{PAIRING}/network.yaml": "support-network",
    f"pairings/{PAIRING}/visits/1-setting-scene.yaml": "visit",
    f"pairings/{PAIRING}/visits/2-inspiration.yaml": "visit",
    f"pairings/{PAIRING}/plan.yaml": "action-plan",
    f"pairings/{PAIRING}/follow-up.yaml": "follow-up",
    f"pairings/{PAIRING}/review.yaml": "review",
    "contacts.yaml": "contacts",
    f"pairings/{PAIRING}/private.yaml": "private-notes",
}
"""The files of the programme, and the kind of each."""

_WRITTEN: dict[str, Any] = {
    "programme.language": "fr",
    "programme.languages[]": "fr",
    "programme.as_of": AS_OF.isoformat(),
    "mentor-strengths.city": MENTOR,
    "pairing.mentee.city": MENTEE,
    "pairing.mentee.association": "mentee-union",
    "pairing.mentor.city": MENTOR,
    "visit.number": None,
    "contacts.contacts[].id": "c1",
    "private-notes.notes[].about": "needs.items[0].problem",
}
"""What cannot be anything else, because other files point to it."""
_POINTED: dict[str, str] = {
    "contact": "c1",
    "mentor": MENTOR,
    "practice": f"{MENTOR}/good-way",
    "benchmark": "yardstick",
    "need": "needs-analysis-items",
    "objective": "scope-objectives",
    "key_factor": "benchmark-key-factors",
}
"""What a reference points to."""
_PATTERNED = {"^[A-Z]{3}$": "EUR", "^([01]\\d|2[0-3]):[0-5]\\d$": "09:30"}
_FIRST_DAY, _FIRST_NUMBER, _FIRST_YEAR = datetime.date(2031, 1, 1), 7_100_000, 4001


@dataclass(frozen=True, slots=True)
class Canary:
    """One answer: its question, who may read it, and every way in which it may be written."""

    question: str
    level: str
    form: str
    written: tuple[str, ...]
    lang: str = ""


Words = Callable[[str], str]
"""A mark -> the text that stands in a document."""


class Programme:
    """A programme with a canary in every answer.

    `choices` says which term of every list is taken; `closed` adds to each list an entry that says of
    itself that it is private; `narrowed` are kinds of documents that say so of themselves; `words` and `address` put a mark into a text; in a `misfit`
    words stand where a number, a date or a term is asked for, and a list where a text is.
    """

    def __init__(
        self,
        *,
        choices: int = 0,
        closed: bool = False,
        narrowed: frozenset[str] = frozenset(),
        misfit: bool = False,
        words: Words = str,
        address: Words = "https://{}.example/".format,
        languages: bool = True,
    ) -> None:
        self.canaries: list[Canary] = []
        self._choices, self._closed, self._narrowed, self._misfit = choices, closed, narrowed, misfit
        self._words, self._address, self._languages = words, address, languages
        self._count = itertools.count(1)
        self.values = {file: self._document(file, kind) for file, kind in FILES.items()}

    def write(self, root: Path) -> Path:
        """The programme as files; JSON is YAML too."""
        for file, value in self.values.items():
            path = root / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(value, indent=1), "utf-8")
        return root

    # -------------------------------------------------------------- documents

    def _document(self, file: str, kind: str) -> dict[str, Any]:
        top = shape.document(kind)
        above = "private" if kind in self._narrowed or not KINDS[kind].tracked else "public"
        value: dict[str, Any] = {"kind": kind, "schema": 1}
        if kind in self._narrowed:
            value["visibility"] = "private"
        for key, field in top.children.items():
            if key not in ("kind", "schema", "provenance", "visibility"):
                value[key] = self._value(field, level(field, above, top=True))
        if kind == "visit":
            value["number"] = int(file.rpartition("/")[2][0])
            value["phase"] = ("setting_scene", "inspiration")[value["number"] - 1]
        return value

    def _value(self, field: shape.Field, here: str) -> Any:
        if field.dotted in _WRITTEN:
            return _WRITTEN[field.dotted]
        match field.form:
            case "group":
                return self._group(field, here)
            case "list":
                return self._list(field, here)
            case "text" if self._misfit and field.key != "[]":
                return [self._mark(field, here)]
            case "flag" | "choice" | "number" | "date" if self._misfit:
                return self._mark(field, here)
            case "flag":
                return True
            case "choice":
                return self._choice(field)
            case "number":
                return self._number(field, here)
            case "date":
                return self._date(field, here)
            case "reference" if field.target in _POINTED:
                return _POINTED[field.target]
        return self._text(field, here)

    def _group(self, field: shape.Field, here: str) -> dict[str, Any]:
        return {
            key: self._value(child, level(child, here, top=False))
            for key, child in field.children.items()
            if key not in ("none", "unknown") and child.vocabulary != "visibility"
        }

    def _list(self, field: shape.Field, here: str) -> list[Any]:
        item = field.item
        assert item
        entries = [self._value(item, here)]
        if (
            self._closed
            and item.form == "group"
            and field.dotted not in ("contacts.contacts", "programme.themes")
        ):
            private = {**self._group(item, "private"), "visibility": "private"}
            entries.append(private | ({"id": f"{private['id']}-2"} if "id" in private else {}))
        return entries

    # -------------------------------------------------------------- answers

    def _text(self, field: shape.Field, here: str) -> Any:
        pattern = field.schema.get("pattern", "")
        if pattern in _PATTERNED:
            return _PATTERNED[pattern]
        if pattern.startswith("^[a-z]{2,3}(-"):
            return "fr"
        if field.key == "id":
            return re.sub("[^a-z]+", "-", field.dotted.removesuffix("[].id")).strip("-")
        if field.form == "text" and self._languages:
            mark = self._next()
            texts = {lang: f"{mark}{lang}" for lang in ("fr", "nl")}
            for lang, text in texts.items():
                self.canaries.append(Canary(field.dotted, here, "text", (text,), lang))
            return {lang: self._words(text) for lang, text in texts.items()}
        mark = self._mark(field, here)
        return self._address(mark) if field.key in ("url", "website") else self._words(mark)

    def _mark(self, field: shape.Field, here: str) -> str:
        mark = self._next()
        self.canaries.append(Canary(field.dotted, here, field.form, (mark,)))
        return mark

    def _next(self) -> str:
        return f"zq{next(self._count):04d}x"

    def _choice(self, field: shape.Field) -> str:
        terms: list[str] = field.schema.get("enum") or [field.schema["const"]]
        return terms[self._choices % len(terms)]

    def _number(self, field: shape.Field, here: str) -> int:
        if "enum" in field.schema:
            options: list[int] = field.schema["enum"]
            return options[self._choices % len(options)]
        if "maximum" in field.schema and field.schema["maximum"] < 1000:
            return int(field.schema["maximum"])
        count = next(self._count)
        number = _FIRST_YEAR + count if field.schema.get("minimum") == 1000 else _FIRST_NUMBER + count
        self.canaries.append(Canary(field.dotted, here, "number", (str(number),)))
        return number

    def _date(self, field: shape.Field, here: str) -> str:
        day = _FIRST_DAY + datetime.timedelta(days=3 * next(self._count))
        written = day.isoformat()
        words = tuple(locale.date(written).replace("\u00a0", " ") for locale in LOCALES.values())
        self.canaries.append(Canary(field.dotted, here, "date", (written, written.replace("-", ""), *words)))
        return written


# ------------------------------------------------------------------ finding them again

_GROUPING = re.compile("(?<=\\d)[\u202f\u00a0,.](?=\\d{3}(?!\\d))")
_NUMBERS = re.compile(r"(?<!\d)\d{4,8}(?!\d)|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}(?:er)? [^\W\d]+ \d{4}\b")
_MARKS = re.compile(r"zq\d{4}x(?:fr|nl)?")


def plain(text: str) -> str:
    """What was rendered, without what a format puts between the parts of a word or a number."""
    text = text.replace("\r\n ", "").replace("\\", "").replace("&nbsp;", " ")
    return _GROUPING.sub("", text).replace("\u00a0", " ")


def found(programme: Programme, text: str) -> Iterator[Canary]:
    """The canaries in what was rendered."""
    shown = plain(text)
    seen = {*_MARKS.findall(shown), *_NUMBERS.findall(shown)}
    return (canary for canary in programme.canaries if seen.intersection(canary.written))


def may_read(audience: str) -> frozenset[str]:
    """What an audience may read, said once more and without the code under test."""
    return frozenset(RANK[: {"public": 1, "pairing": 3, "internal": 4}[audience]])
