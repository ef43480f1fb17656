"""New documents: commented YAML whose comments are the questions of the annexes, in one language.

Derived from the same description of each question as everything else.  Empty keys are answers not
yet given; nothing here counts as an answer, and nothing that exists is ever overwritten.
"""

from __future__ import annotations

import os
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from mentorat import shape
from mentorat.guide.parties import PARTIES
from mentorat.guide.steps import BY_ID
from mentorat.guide.vocabulary import VOCABULARIES
from mentorat.i18n import N_, Translator
from mentorat.model.documents import KINDS, Kind
from mentorat.source.writer import lines

WIDTH = 76
_FRAME = frozenset({"kind", "schema", "provenance", "visibility", "sources", "signatures"})
MAX_CHOICES = 12


@dataclass(frozen=True, slots=True)
class Given:
    """What a new document holds from the start.

    `values` by top-level key; `answers` by the name of a question anywhere in it
    (`needs-analysis.local_context.population`); `remarks` are comments above a top-level key.
    """

    values: Mapping[str, Any]
    answers: Mapping[str, Any]
    remarks: Mapping[str, str]


def document(kind: Kind, path: str, translate: Translator, given: Given) -> str:
    """The text of a new document.

    Args:
        kind: what it is.
        path: where it will lie, relative to the programme's root; the schema is named from there.
        translate: the language of the comments.
        given: what is known already.
    """
    top = shape.document(kind.id)
    depth = len(PurePosixPath(path).parts) - 1
    schema = "../" * depth + f".mentorat/schemas/{kind.id}.json"
    out = [
        f"# yaml-language-server: $schema={schema}",
        *_comment(translate(top.question), 0),
        f"kind: {kind.id}",
        "schema: 1",
    ]
    for key, field in top.children.items():
        if key in _FRAME:
            continue
        out.append("")
        out += list(_question(field, translate, 0))
        if key in given.remarks:
            out += _comment(given.remarks[key], 0)
        if key in given.values:
            out += lines({key: given.values[key]})
        else:
            out += _answer(field, translate, 0, given.answers)
    return "\n".join(out) + "\n"


def _comment(text: str, indent: int) -> list[str]:
    pad = " " * indent + "# "
    return textwrap.wrap(
        text, WIDTH, initial_indent=pad, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False
    )


def _question(field: shape.Field, translate: Translator, indent: int) -> Iterator[str]:
    yield from _comment(translate(field.question), indent)
    if field.due and field.by:
        parties = ", ".join(translate(PARTIES[party]) for party in field.by)
        text = translate(N_("({party}; step: {step})"), party=parties, step=translate(BY_ID[field.due].label))
        yield from _comment(text, indent)
    item = field.item or field
    if item.form == "choice" and item.vocabulary:
        terms = VOCABULARIES[item.vocabulary].terms
        if len(terms) <= MAX_CHOICES:
            choices = "; ".join(f"{term} = {translate(label)}" for term, label in terms.items())
            yield from _comment(translate(N_("Choose: {choices}."), choices=choices), indent)
    if field.none and field.form == "list":
        yield from _comment(translate(N_("If there is none, write [].")), indent)


def _answer(field: shape.Field, translate: Translator, indent: int, answers: Mapping[str, Any]) -> list[str]:
    """The place for an answer; groups are opened, lists of groups get a first empty entry."""
    pad = " " * indent
    if field.dotted in answers:
        return lines({field.key: answers[field.dotted]}, indent)
    if field.form == "group" and field.children:
        return [f"{pad}{field.key}:", *_group(field, translate, indent + 2, answers)]
    if field.form == "list" and field.item and field.item.form == "group":
        entry = _group(field.item, translate, indent + 4, answers, entry=_entry_name(field))
        return [f"{pad}{field.key}:", *_first_entry(entry, indent + 2)]
    return [f"{pad}{field.key}:"]


def _group(
    group: shape.Field, translate: Translator, indent: int, answers: Mapping[str, Any], entry: str = ""
) -> list[str]:
    out: list[str] = []
    for key, field in group.children.items():
        if key == "none":
            continue
        if key == "id" and entry:
            out.append(f"{' ' * indent}id: {entry}-1")
            continue
        if field.form == "choice" and not field.vocabulary:
            continue
        out += list(_question(field, translate, indent))
        out += _answer(field, translate, indent, answers)
    return out


def _entry_name(field: shape.Field) -> str:
    """What an entry of a list is called in the models: `KeyFactor` as `key-factor`."""
    name = str(field.schema.get("items", {}).get("$ref", "entry")).rsplit("/", 1)[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def _first_entry(entry: list[str], indent: int) -> list[str]:
    """Put the hyphen of a list before the first key of an entry; comments go above it."""
    index = next((i for i, line in enumerate(entry) if not line.lstrip().startswith("#")), None)
    if index is None:
        return []
    pad = " " * indent
    above = [pad + line.lstrip() for line in entry[:index]]
    return [*above, f"{pad}- {entry[index].lstrip()}", *entry[index + 1 :]]


# ------------------------------------------------------------------ files


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to lay: where, relative to the programme's root, and its text."""

    path: str
    text: str


def lay(root: Path, files: list[NewFile]) -> tuple[list[str], list[str]]:
    """Write the files that are not there yet; returns what was written and what was left alone."""
    written, kept = [], []
    for file in files:
        target = root / file.path
        if not target.resolve().is_relative_to(root.resolve()):
            kept.append(file.path)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError:
            kept.append(file.path)
            continue
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(file.text)
        written.append(file.path)
    return written, kept


def new_document(
    kind_id: str,
    path: str,
    translate: Translator,
    values: Mapping[str, Any] | None = None,
    answers: Mapping[str, Any] | None = None,
    remarks: Mapping[str, str] | None = None,
) -> NewFile:
    """A new document of a kind as a file to lay; what is known of it as `Given` says."""
    given = Given(values or {}, answers or {}, remarks or {})
    return NewFile(path, document(KINDS[kind_id], path, translate, given))
