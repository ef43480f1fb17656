"""Stamps under documents: which party has read what, in which function, on which day.

A stamp holds a digest of what was signed, so that a later change shows.  It is no signature in law, and
it names no person.  Whoever stamps says that it has read these words; mentors read, but do not decide.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from mentorat.guide.parties import PARTIES
from mentorat.i18n import N_
from mentorat.nodes import Document, Node
from mentorat.personal import personal_data
from mentorat.source.editor import EditRefused, set_value
from mentorat.source.positions import Key, show_path

DIGEST_LENGTH = 32
_MENTORS = frozenset({"mentor_city", "mentor_association"})
_TOKEN = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<entry>[^.\[\]]+)\]")


class NotSigned(Exception):
    """Why something cannot be signed: a sentence and what to fill in."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text)
        self.text = text
        self.values = values


@dataclass(frozen=True, slots=True)
class Signed:
    """A document with its new stamp: its text, and the name of the part ("" for all of it)."""

    text: str
    part: str
    already: bool = False


def sign(
    text: str, document: Document, part: str, *, party: str, function: str, day: datetime.date
) -> Signed:
    """Put a stamp under a document or a part of it.

    Args:
        text: the document's text; everything in it stays as it is.
        document: what was read from it.
        part: the path of the part, as in `actions[2]` or `actions[welcome-desk]`; "" for all of it.
        party: who signs (a key of PARTIES).
        function: in which function; no name.
        day: the day of the stamp.

    Raises:
        NotSigned: with the reason.
    """
    function = " ".join(function.split())
    if party not in PARTIES:
        sentence = N_("There is no party “{value}”. The parties are: {known}.")
        raise NotSigned(sentence, value=party, known=", ".join(PARTIES))
    if not function:
        raise NotSigned(N_("Say in which function the party signs, such as “head of department”."))
    if any(personal_data(function)):
        raise NotSigned(
            N_(
                "A function holds no address and no telephone number; write it as in “head of department”. "
                "Persons belong in contacts.yaml."
            )
        )
    node = find(document, part)
    if node is None or meaning(node) is None or node.path[:1] == ("signatures",):
        raise NotSigned(
            N_("There is nothing under “{part}” in {file} that can be signed."), part=part, file=document.file
        )
    if party in _MENTORS and document.kind == "follow-up" and node.path[:1] == ("approval",):
        raise NotSigned(
            N_("The mentor's side does not sign the approval of the plan: it accompanies, and others decide.")
        )
    part = name_of(node)
    stamp = {"party": party, "function": function, "date": day.isoformat()}
    stamp |= {"part": part} if part else {}
    stamp["digest"] = digest(node)
    for old in standing(document):
        if _signer(old) == (party, function, part) and holds(old):
            return Signed(text, part, already=True)
    return Signed(_stamped(text, document, stamp), part)


def _stamped(text: str, document: Document, stamp: dict[str, str]) -> str:
    there = document.value.get("signatures")
    try:
        if there is None or there == []:
            return set_value(text, ("signatures",), [stamp])
        if isinstance(there, list):
            return set_value(text, ("signatures", len(there)), stamp)
    except EditRefused:
        pass
    raise NotSigned(
        N_("{file} cannot take a stamp as it is written; `mentorat check` says what to mend."),
        file=document.file,
    )


# ------------------------------------------------------------------ stamps that are there


def standing(document: Document) -> list[Node]:
    """The last stamp of each party, function and part; those before it are history."""
    return list({_signer(entry): entry for entry in document.root["signatures"]}.values())


def _signer(entry: Node) -> tuple[str, str, str]:
    return entry["party"].word, entry["function"].word, entry["part"].word


def holds(entry: Node) -> bool:
    """Whether what a stamp stands under is still what was signed."""
    node = find(entry.document, entry["part"].word)
    return node is not None and digest(node) == entry["digest"].word


# ------------------------------------------------------------------ parts and their digests


def find(document: Document, part: str) -> Node | None:
    """The part of a document that a path names; entries by their number from 0, or by their id."""
    node = document.root
    rest = f".{part}" if part and not part.startswith("[") else part
    while rest:
        token = _TOKEN.match(rest)
        if token is None:
            return None
        rest = rest[token.end() :]
        key = token["key"] or _index(node, token["entry"])
        if key is None or node[key].value is None:
            return None
        node = node[key]
    return node


def _index(node: Node, entry: str) -> Key | None:
    if entry.isdecimal():
        return int(entry)
    entries = node.value if isinstance(node.value, list) else []
    return next((index for index in range(len(entries)) if node[index].id == entry), None)


def name_of(node: Node) -> str:
    """The path of a part with the ids of entries in place of their numbers, which move."""
    parts: list[Any] = []
    inner = node.document.root
    for key in node.path:
        inner = inner[key]
        parts.append(inner.id if isinstance(key, int) and inner.id and not inner.id.isdecimal() else key)
    keys = (
        f"[{part}]" if isinstance(key, int) else f".{key}" for key, part in zip(node.path, parts, strict=True)
    )
    name = "".join(keys).removeprefix(".")
    found = find(node.document, name)
    return name if found and found.path == node.path else show_path(node.path)


def digest(node: Node) -> str:
    """A digest of what a part says, whatever its layout, comments and order of keys."""
    written = json.dumps(meaning(node), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:DIGEST_LENGTH]


def meaning(node: Node) -> Any:
    """What a part says: without stamps and without what is not answered; None where that is nothing.

    An empty list stays where the method takes it as the answer "none".
    """
    value = node.value
    if isinstance(value, dict):
        parts = {key: meaning(node[key]) for key in value if (*node.path, key) != ("signatures",)}
        return {_same(key): part for key, part in parts.items() if part is not None} or None
    if isinstance(value, list):
        entries = [meaning(node[index]) for index in range(len(value))]
        return [entry for entry in entries if entry is not None] or ([] if node.answered else None)
    if isinstance(value, str):
        return _same(value) if value.strip() else None
    return value


def _same(text: str) -> str:
    return unicodedata.normalize("NFC", text)
