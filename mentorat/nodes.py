"""A place in a document and the answer that stands there.

Rules and reports walk documents by keys: `case.plan["actions"]` is a `Node`, and so is everything
below it.  What is absent, or of the wrong type, is simply an unanswered node, so that a half-filled
or faulty draft can be walked as safely as a finished one.  Every node knows its path, from which
places in the file are found at the very end.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mentorat import shape
from mentorat.source.positions import Key, Path

_PLACEHOLDER = re.compile(
    r"^\W*$|^[\[<{(]?\s*(to ?do|tbd|tbc|fixme|xxx+|à compléter|à remplir|à préciser|to be completed|"
    r"write here|écrire ici|lorem ipsum.*)\s*[\]>})]?[.…]*$",
    re.IGNORECASE,
)


LONGEST_MARK = 40
"""No mark that something is still to be written is longer than this."""


@functools.lru_cache(maxsize=8192)
def is_placeholder(text: str) -> bool:
    """Whether a text is only a mark that something is still to be written (`…`, `à compléter`)."""
    if len(text) > LONGEST_MARK and not text.lstrip()[:11].casefold().startswith("lorem ipsum"):
        return False
    plain = text.strip()
    return bool(plain) and bool(_PLACEHOLDER.match(plain))


def is_answer(value: Any) -> bool:
    """Whether a value says something: text that is not a placeholder, a number, a yes or no, "none"."""
    if value is None:
        return False
    if isinstance(value, str):
        return bool(value.strip()) and not is_placeholder(value)
    if isinstance(value, dict):
        if value.get("none") is True or value.get("unknown") is True:
            return True
        return any(is_answer(part) for key, part in value.items() if key != "id")
    if isinstance(value, list):
        return not value or any(is_answer(part) for part in value)
    return True


@dataclass(slots=True, eq=False)
class Document:
    """One file of a programme as it was read.

    `file` is its path relative to the programme's root; `kind` is "" where it cannot be known;
    `owner` is the pairing, mentor or organisation it belongs to; `readable` is False where nothing
    could be read, so that rules about it are skipped rather than failed; `personal` whether addresses or
    telephone numbers may stand in it; `survey` what stands where (see `mentorat.survey`).
    """

    file: str
    kind: str
    id: str
    owner: str
    value: dict[str, Any]
    readable: bool = True
    problems: tuple[FileProblem, ...] = ()
    personal: bool = True
    survey: Mapping[str, list[Any]] = field(default_factory=dict)

    @property
    def pairing(self) -> str:
        """The pairing that it belongs to ("" for the programme, mentors and organisations)."""
        return self.owner if self.file.startswith("pairings/") else ""

    @property
    def root(self) -> Node:
        """The document as a node."""
        return Node(self, (), self.value)

    def forget(self) -> None:
        """Let go of the content, where it can be fetched again."""


@dataclass(frozen=True, slots=True)
class FileProblem:
    """What is wrong with a file itself: a DATA code, the case, and a path or a place."""

    code: str
    case: str
    path: Path | None = None
    span: tuple[int, int, int, int] | None = None
    values: Mapping[str, str] = field(default_factory=dict)


class Unreadable(Exception):
    """Raised where a rule needs a document that exists but cannot be read."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class Node:
    """A path in a document and the value there; None where nothing is answered.

    `missing_kind` is the kind of the document that does not exist, where this stands for a missing
    file.  There are tens of thousands of nodes in one check, hence a plain class with slots.
    """

    __slots__ = ("document", "missing_kind", "path", "value")

    def __init__(self, document: Document, path: Path, value: Any = None, missing_kind: str = "") -> None:
        self.document = document
        self.path = path
        self.value = value
        self.missing_kind = missing_kind

    def __getitem__(self, key: Key) -> Node:
        if self.missing_kind:
            return Node(self.document, self.path, None, self.missing_kind)
        value = None
        if isinstance(key, str) and isinstance(self.value, dict):
            value = self.value.get(key)
        elif isinstance(key, int) and isinstance(self.value, list) and 0 <= key < len(self.value):
            value = self.value[key]
        return Node(self.document, (*self.path, key), value)

    def at(self, *keys: Key) -> Node:
        """The node some keys below."""
        if self.missing_kind:
            return self
        value = self.value
        for key in keys:
            if isinstance(key, str):
                value = value.get(key) if isinstance(value, dict) else None
            else:
                value = value[key] if isinstance(value, list) and 0 <= key < len(value) else None
        return Node(self.document, (*self.path, *keys), value)

    def __iter__(self) -> Iterator[Node]:
        """The entries of a list that say something (nothing for anything else).

        An entry that a scaffold laid and nobody has filled in is passed over.
        """
        if isinstance(self.value, list):
            for index, value in enumerate(self.value):
                if is_answer(value):
                    yield Node(self.document, (*self.path, index), value)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        """A node is true where it is answered."""
        return self.answered

    @property
    def exists(self) -> bool:
        """Whether the document is there at all."""
        return not self.missing_kind

    @property
    def field(self) -> shape.Field | None:
        """The question that is answered here."""
        return None if self.missing_kind else shape.find(self.document.kind, self.path)

    @property
    def answered(self) -> bool:
        """Whether the question is answered; "none" counts only where the method allows it."""
        value = self.value
        declined = value == [] or (isinstance(value, dict) and value.get("none") is True)
        if declined:
            asked = self.field
            return bool(asked and asked.none)
        return is_answer(value)

    @property
    def declined(self) -> bool:
        """Whether the answer is an honest "none" or "unknown"."""
        value = self.value
        return value == [] or (
            isinstance(value, dict) and (value.get("none") is True or value.get("unknown") is True)
        )

    @property
    def id(self) -> str:
        """The id of a list's entry ("" without one)."""
        value = self.value.get("id") if isinstance(self.value, dict) else None
        return value if isinstance(value, str) else ""

    @property
    def name(self) -> str:
        """What to call a list's entry in a sentence: its id, else its number counted from 1."""
        index = next((key for key in reversed(self.path) if isinstance(key, int)), 0)
        return self.id or str(index + 1)

    @property
    def trail(self) -> str:
        """The path with the ids of entries in place of their numbers: `actions/buddies/lead`."""
        value: Any = self.document.value
        parts = []
        for key in self.path:
            value = _inside(value, key)
            own = value.get("id") if isinstance(value, dict) and isinstance(key, int) else None
            parts.append(str(own) if own else "" if isinstance(key, int) else key)
        return "/".join(parts)

    @property
    def number(self) -> int:
        """The number of a list's entry, counted from 1."""
        return next((key for key in reversed(self.path) if isinstance(key, int)), 0) + 1

    def text(self, *languages: str) -> str:
        """The text in the first of some languages that it has, else in any ("" without one)."""
        return say(self.value, *languages)

    @property
    def word(self) -> str:
        """The value where it is one word or one line; "" otherwise."""
        return self.value.strip() if isinstance(self.value, str) and is_answer(self.value) else ""

    @property
    def words(self) -> list[str]:
        """The texts of a list of words."""
        return [entry.word for entry in self if entry.word]

    @property
    def numeric(self) -> float | int | None:
        """The value where it is a number."""
        number = self.value
        return number if isinstance(number, int | float) and not isinstance(number, bool) else None

    @property
    def date(self) -> datetime.date | None:
        """The value as a day, the first of the month or year where only those are known."""
        return as_date(self.value)

    @property
    def last_day(self) -> datetime.date | None:
        """The value as a day, the last of the month or year where only those are known."""
        return as_date(self.value, last=True)


def _inside(value: Any, key: Key) -> Any:
    try:
        return value[key]
    except (KeyError, IndexError, TypeError):
        return None


class LocalName(str):
    """A name that differs by language: as a text it is the programme's, `within` a sentence the reader's."""

    __slots__ = ("names",)
    names: Mapping[str, Any]

    def within(self, lang: str) -> str:
        """The name in a language where there is one, else as it is."""
        return say(dict(self.names), lang) if lang in self.names else str(self)


def say(value: Any, *languages: str) -> str:
    """A text, or the text of a language map in the first of some languages that it has."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        for lang in languages:
            for key, text in value.items():
                if isinstance(text, str) and text.strip() and (key == lang or key.split("-")[0] == lang):
                    return text.strip()
        return next((text.strip() for text in value.values() if isinstance(text, str) and text.strip()), "")
    return ""


LAST_YEAR = 9000
"""Dates behind this one (9999-12-31) mean that there is none."""


def as_date(value: Any, *, last: bool = False) -> datetime.date | None:
    """A date as precise as it is written: `2021-05-03`, `2021-05`, `2021` (first day, or last)."""
    if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999:
        value = str(value)
    if not isinstance(value, str):
        return None
    parts = value.split("-")
    if not all(part.isdigit() for part in parts) or not 1 <= len(parts) <= 3 or len(parts[0]) != 4:
        return None
    year, month, day = (*(int(part) for part in parts), *(0, 0))[:3]
    if year > LAST_YEAR:
        return None
    try:
        if day:
            return datetime.date(year, month, day)
        if not last:
            return datetime.date(year, month or 1, 1)
        after = datetime.date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
        return after - datetime.timedelta(days=1)
    except ValueError:
        return None
