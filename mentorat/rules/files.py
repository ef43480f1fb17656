"""What can be wrong with a file itself, before the method comes in: the DATA rules.

Reading and type checking find these; here they get their sentences.  A file with a fault never hides
the others.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Any

from mentorat import shape
from mentorat.confidence import is_private
from mentorat.findings import Fix, Severity
from mentorat.guide.vocabulary import VOCABULARIES
from mentorat.i18n import N_
from mentorat.model.documents import KINDS
from mentorat.nodes import Document, FileProblem, Node
from mentorat.rules import certain
from mentorat.rules.base import ERROR, Problem, Rule, found_elsewhere, problem
from mentorat.source.positions import Path
from mentorat.source.writer import scalar

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

_WHY_READ = N_(
    "A file that cannot be read helps nobody: neither the partners nor any report see what is in it."
)
_WHY_SHAPE = N_(
    "Files are shared between cities and languages; that works only while everybody writes the same "
    "kind of answer in the same place."
)


def _data(number: int, slug: str, why: str, mend: str, severity: Severity = ERROR) -> Rule:
    return Rule(
        code=f"DATA{number:03}",
        slug=slug,
        subject="document",
        due={"now": severity},
        party="coordinator",
        place="data",
        mend=mend,
        check=found_elsewhere,
        why=why,
    )


RULES: tuple[Rule, ...] = (
    _data(1, "yaml-syntax", _WHY_READ, N_("Correct the line; the rest of the file is read again at once.")),
    _data(2, "unknown-key", _WHY_SHAPE, N_("Correct the key, or remove it; `mentorat explain` lists the keys there are.")),
    _data(3, "not-a-date", _WHY_SHAPE, N_("Write the date as year, month, day: 2021-05-03.")),
    _data(4, "key-twice", _WHY_SHAPE, N_("Keep one of the two, and move into it what the other says.")),
    _data(5, "country-code", _WHY_SHAPE, N_("Use the ISO 3166-1 code of the country.")),
    _data(7, "wrong-type", _WHY_SHAPE, N_("Write the answer in the form that is asked for.")),
    _data(8, "unknown-value", _WHY_SHAPE, N_("Use one of the values that the question allows.")),
    _data(9, "missing-identity", _WHY_SHAPE, N_("Add the key; without it nobody can tell what this is.")),
    _data(11, "encoding", _WHY_READ, N_("Save the file as UTF-8 text, without control characters.")),
    _data(12, "merge-conflict", _WHY_READ, N_("Choose between the two versions with the partners, and remove the three marker lines.")),
    _data(13, "yaml-not-allowed", _WHY_READ, N_("Write the values out plainly; programme files need no special YAML.")),
    _data(16, "second-document", _WHY_SHAPE, N_("Keep one of the two, and move into it what the other says; Git remembers the earlier one.")),
    _data(14, "too-large", _WHY_READ, N_("Split the file, or remove what does not belong in it.")),
)  # fmt: skip

_SENTENCES: dict[tuple[str, str], str] = {
    ("DATA001", "tab"): N_("This line is indented with a tab. YAML wants spaces."),
    ("DATA001", "quote"): N_("The quotation mark that opens here is never closed."),
    ("DATA001", "bracket"): N_("The bracket that opens here is never closed."),
    ("DATA001", "colon"): N_("This line cannot be read: check its colons and its indentation. A text that holds a colon needs quotation marks around it."),
    ("DATA001", "indent"): N_("This line cannot be read: it is indented differently from the lines around it."),
    ("DATA001", "odd_key"): N_("A key must be one plain word; here it is a list or a group."),
    ("DATA001", "syntax"): N_("This line cannot be read as YAML. A text that begins with a special sign needs quotation marks around it."),
    ("DATA003", "date"): N_("“{value}” is not a date that can be read in one way only."),
    ("DATA003", "no_day"): N_("There is no day {value}."),
    ("DATA003", "form"): N_("“{value}” is not written as dates are here; write {right}."),
    ("DATA004", "duplicate"): N_("The key “{key}” stands here a second time; the first one is used."),
    ("DATA005", "country"): N_("“{value}” is not the country's code; write {right}."),
    ("DATA007", "document"): N_("This file must be a list of keys with their values, such as `kind: pairing`."),
    ("DATA007", "text"): N_("Text is expected under “{key}”. Put a number or a yes/no in quotation marks if it is meant as text."),
    ("DATA007", "date"): N_("A date is expected under “{key}”."),
    ("DATA007", "whole_number"): N_("A whole number is expected under “{key}”, in digits and without spaces."),
    ("DATA007", "number"): N_("A number is expected under “{key}”, in digits and without spaces or units."),
    ("DATA007", "flag"): N_("`true` or `false` is expected under “{key}”."),
    ("DATA007", "list"): N_("A list is expected under “{key}”: one entry a line, each with a hyphen before it."),
    ("DATA007", "group"): N_("A group of keys is expected under “{key}”, each on its own line and indented."),
    ("DATA007", "languages"): N_("Under “{key}”, a text or the same text by language (`fr:`, `nl:`…) is expected."),
    ("DATA007", "other"): N_("The answer under “{key}” is not of the kind that is asked for."),
    ("DATA008", "id"): N_("“{value}” cannot be an id: use small letters, digits and hyphens only."),
    ("DATA008", "pattern"): N_("“{value}” does not have the form that “{key}” needs."),
    ("DATA008", "range"): N_("{value} is outside what “{key}” can be."),
    ("DATA009", "empty"): N_("This file is empty."),
    ("DATA009", "kind"): N_("This file does not say what it is: it has no `kind`."),
    ("DATA009", "key"): N_("The key “{key}” is missing; it says what this is."),
    ("DATA011", "not_utf8"): N_("This file is not UTF-8 text: byte {byte} cannot be read."),
    ("DATA011", "control"): N_("There is an invisible control character here ({byte})."),
    ("DATA012", "conflict"): N_("Two versions of this file were merged and the conflict was left in it."),
    ("DATA013", "alias"): N_("An alias (*) repeats another part of the file; this is not allowed here."),
    ("DATA013", "anchor"): N_("An anchor (&) marks a part for repetition; this is not allowed here. A text that begins with & needs quotation marks."),
    ("DATA013", "merge"): N_("A merge key (<<) is not allowed here."),
    ("DATA013", "tag"): N_("The tag {tag} is not allowed here. A text that begins with ! needs quotation marks."),
    ("DATA013", "directive"): N_("A YAML directive (%) is not allowed here."),
    ("DATA013", "documents"): N_("A second document begins here (---); one file holds one document."),
    ("DATA016", "twin"): N_("This document is not used: there is another one of the same kind, {file}."),
    ("DATA014", "too_large"): N_("This file is larger than {limit}; it was not read."),
    ("DATA014", "too_deep"): N_("This file is nested more than {limit} levels deep; it was not read."),
    ("DATA014", "too_many"): N_("This file holds more than {limit} values; it was not read."),
}  # fmt: skip


def explain(trouble: FileProblem, document: Document) -> Problem:
    """The sentence for a problem of a file, with a suggestion where one is close."""
    path = trouble.path or ()
    node = document.root.at(*path)
    values: dict[str, Any] = {"key": str(path[-1]) if path else document.file, **trouble.values}
    values.setdefault("value", _shown(node))
    if trouble.code == "DATA002":
        return _unknown_key(document, path)
    if trouble.code == "DATA008" and trouble.case in ("value", "unknown_kind"):
        return _unknown_value(document, trouble)
    case, fix = trouble.case, _fix(trouble, node)
    if trouble.code == "DATA003" and fix:
        case, values["right"] = "form", fix.value
    elif trouble.code == "DATA003" and _DAY.fullmatch(_shown(node)):
        case = "no_day"
    return problem(node, _SENTENCES[trouble.code, case], fix=fix, **values)


def _fix(trouble: FileProblem, node: Node) -> Fix | None:
    """The change that mends a value by itself: a country's code, a clear date, a number meant as text."""
    file, path, value = node.document.file, node.path, node.value
    match trouble.code, trouble.case:
        case "DATA005", "country":
            return Fix(file, path, "set", trouble.values["right"])
        case "DATA007", "text" if isinstance(value, int | float) and not isinstance(value, bool):
            free = node.field is not None and node.field.form in ("text", "word", "reference")
            return Fix(file, path, "quote") if free else None
        case "DATA003", "date" if isinstance(value, str) and _shown(node) == value and node.field:
            right = certain.day(value, partial=node.field.schema.get("x-date") == "partial")
            return Fix(file, path, "set", right) if right else None
    return None


def no_pairing(document: Document) -> Problem:
    """A folder of a pairing that has no `pairing.yaml`."""
    text = N_("There is no pairing.yaml in this folder, so nobody can tell which pairing “{folder}” is.")
    mend = N_("Run `mentorat new pairing {folder}`, or move the files into the folder of their pairing.")
    node = Node(document, ("kind",), None, "pairing")
    return problem(node, text, folder=document.owner, mend=mend)


def _shown(node: Node) -> str:
    """The value as it may be quoted: a private one never is."""
    if is_private(node):
        return "…"
    if isinstance(node.value, bool):
        return "true" if node.value else "false"
    return str(node.value)[:80]


def meant_key(document: Document, path: Path) -> str:
    """The key that an unknown key was probably meant to be ("" where none is near)."""
    group = shape.find(document.kind, path[:-1])
    known = list(group.children) if group else []
    return certain.meant(str(path[-1]), known) or closest(str(path[-1]), known)


def _unknown_key(document: Document, path: Path) -> Problem:
    node, key = document.root.at(*path), str(path[-1])
    guess = meant_key(document, path)
    if guess:
        text = N_("“{key}” is not a key that exists here. Did you mean “{guess}”?")
        mend = N_("Write `{guess}:` in its place.")
        return problem(node, text, key=key, guess=guess, mend=mend, fix=_renaming(node, guess))
    return problem(node, N_("“{key}” is not a key that exists here."), key=key)


def _renaming(node: Node, guess: str) -> Fix | None:
    """The change that gives a key its right name, where that name is free and the answer fits it."""
    document, path = node.document, node.path
    group, holder = shape.find(document.kind, path[:-1]), document.root.at(*path[:-1]).value
    known = group.children if group else {}
    sure = certain.meant(str(path[-1]), known) == guess
    if not sure or guess in holder or not certain.fits(node.value, known[guess]):
        return None
    return Fix(document.file, path, "rename", guess)


def _unknown_value(document: Document, trouble: FileProblem) -> Problem:
    path = trouble.path or ("kind",)
    node = document.root.at(*path)
    value = _shown(node)
    options: dict[str, Any] = {kind: kind for kind in KINDS}
    labels: dict[str, str] = {}
    if trouble.case == "value":
        options, labels = _options(document, path, trouble.values.get("vocabulary", ""))
    sure = _meant_value(value, options, labels)
    guess = (
        sure or closest(value, list(options)) or labels.get(closest(value.casefold(), list(labels)) or "", "")
    )
    fix = Fix(document.file, path, "set", options[sure]) if sure else None
    if guess:
        text = N_("“{value}” is not a value of “{key}”. Did you mean “{guess}”?")
        mend = N_("Write `{guess}`.")
        return problem(node, text, value=value, key=str(path[-1]), guess=guess, mend=mend, fix=fix)
    if 0 < len(options) <= 20:
        text = N_("“{value}” is not a value of “{key}”. Possible values: {options}.")
        return problem(node, text, value=value, key=str(path[-1]), options=", ".join(options))
    return problem(node, N_("“{value}” is not a value of “{key}”."), value=value, key=str(path[-1]))


def _meant_value(value: str, options: Mapping[str, Any], labels: Mapping[str, str]) -> str:
    """The one value that was meant: its id in other letters, its label, or its id but for one slip."""
    by_id, by_label = certain.same(value, options), labels.get(certain.same(value, labels), "")
    if by_id and by_label and by_id != by_label:
        return ""
    return by_id or by_label or certain.slip(value, options)


def _options(document: Document, path: Path, vocabulary: str) -> tuple[dict[str, Any], dict[str, str]]:
    """The values that a question allows, by how they are written, and the labels that stand for one of them."""
    from mentorat.i18n import LANGUAGES, translator

    terms = VOCABULARIES[vocabulary].terms if vocabulary in VOCABULARIES else {}
    if terms:
        labels: dict[str, str] = {}
        for lang in LANGUAGES:
            for term, label in terms.items():
                word = translator(lang)(label).casefold()
                labels[word] = term if labels.get(word, term) == term else ""
        return {term: term for term in terms}, labels
    question = shape.find(document.kind, path)
    schema = question.schema if question else {}
    options = schema.get("enum") or ([schema["const"]] if "const" in schema else [])
    return {scalar(option): option for option in options}, {}


def closest(word: str, options: list[str]) -> str:
    """The one option that is near enough to be meant ("" where none is)."""
    near = difflib.get_close_matches(word, options, n=1, cutoff=0.72)
    return near[0] if near else ""
