"""Single answers as words in the reader's language: texts, dates, numbers, choices, references.

A text is a plain dictionary, which templates can only print: `text`, the language it is in where that
is not the page's (`lang`, `dir`), `mark` where a translation is missing, `href` where it leads
somewhere (`page` where that is a page of the same site), and `details` that stand behind it.
"""

from __future__ import annotations

from typing import Any

from mentorat import shape, themes
from mentorat.case import Case
from mentorat.guide.steps import owed_by_visit
from mentorat.guide.vocabulary import VOCABULARIES
from mentorat.i18n import LANGUAGES, N_, Translator
from mentorat.model.documents import KINDS
from mentorat.nodes import Document, Node, Unreadable, is_placeholder
from mentorat.rendering import audience as who
from mentorat.rendering.escape import url
from mentorat.rendering.locales import LANGUAGE_NAMES, RIGHT_TO_LEFT, language_tag, locale_of, typeset
from mentorat.rendering.targets import Pairing, Target
from mentorat.source.positions import Path
from mentorat.workspace import load_untracked

View = dict[str, Any]
"""What templates are given: dictionaries, lists and strings, and nothing else."""

Place = tuple[str, Path]
"""A file, and the keys that lead to an answer in it."""

_LISTS: dict[str, tuple[str, str]] = {
    "need": ("needs-analysis", "items"),
    "desired_result": ("needs-analysis", "desired_results"),
    "obstacle": ("needs-analysis", "obstacles"),
    "objective": ("scope", "objectives"),
    "action": ("action-plan", "actions"),
    "risk": ("action-plan", "risks"),
    "key_factor": ("benchmark", "key_factors"),
}
"""What an id may point to -> the document and its list."""
_NAMING = ("title", "text", "risk", "theme")
_LANGUAGE_PATTERN = "^[a-z]{2,3}(-"


class Reader:
    """One reader of the documents of one target: the language, what may be read, and what was left out."""

    def __init__(self, target: Target | Case, audience: str, doc_lang: str, translate: Translator) -> None:
        self.target = Pairing(target) if isinstance(target, Case) else target
        self.workspace = target.workspace
        self.audience = audience
        self.doc_lang = self.edition = doc_lang
        self.translate = translate
        self.page_lang = doc_lang if doc_lang in LANGUAGES else "en"
        self.locale = locale_of(self.page_lang)
        self._hidden: dict[Place, int] = {}
        self._gaps: set[Place] = set()
        self._odd: set[Place] = set()
        self.untranslated = 0
        spoken = self.workspace.languages
        self.main_lang = spoken[0] if spoken else ""
        self._languages = (doc_lang, *spoken)
        self._contacts = self._untracked("contacts.yaml", "contacts")
        self.notes = self._private_notes()

    @property
    def case(self) -> Case:
        """The pairing, for documents that belong to one (see `views.WHAT`)."""
        if self.target.case is None:
            raise LookupError(self.target.home.file)
        return self.target.case

    # -------------------------------------------------------------- what is not there

    def leave_out(self, node: Node, answers: int = 1) -> None:
        """Note that what stands at a place may not be read; a page that asks twice counts once."""
        self._hidden[node.document.file, node.path] = answers

    def miss(self, node: Node) -> None:
        """Note that the answer at a place is missing."""
        self._gaps.add((node.document.file, node.path))

    def find_odd(self, node: Node) -> None:
        """Note that something is written at a place, but not in the form that is asked for."""
        self._odd.add((node.document.file, node.path))

    def hear(self, other: Reader) -> None:
        """Take over what somebody who read a part of the same page noted."""
        self._hidden |= other._hidden
        self._gaps |= other._gaps
        self._odd |= other._odd
        self.untranslated += other.untranslated

    @property
    def hidden(self) -> int:
        """How many answers were left out; what lies inside something left out is counted with it."""
        return sum(
            answers
            for (file, path), answers in self._hidden.items()
            if not any((file, path[:depth]) in self._hidden for depth in range(len(path)))
        )

    @property
    def gaps(self) -> int:
        """How many answers are missing."""
        return len(self._gaps)

    @property
    def odd(self) -> int:
        """How many answers are not in the form that is asked for."""
        return len(self._odd)

    # -------------------------------------------------------------- texts

    def plain(self, text: str, **more: Any) -> View:
        """A text without a language of its own, or of ours."""
        return {"text": text, "lang": "", "dir": "", "mark": "", "href": "", "details": [], **more}

    def ours(self, message: str, **values: object) -> View:
        """A sentence of ours."""
        return self.plain(self.translate(message, **values))

    def said(self, value: Any, *, count: bool = True) -> View | None:
        """A city's text in the document's language, else in the best language there is."""
        lang, text = self._best(value)
        if not text or is_placeholder(text):
            return None
        tag = language_tag(lang)
        here = tag.split("-")[0]
        asked = here == self.doc_lang or not tag
        mark = ""
        if not asked and isinstance(value, dict) and count:
            name = LANGUAGE_NAMES.get(here)
            mark = self.translate(
                N_("not translated, in {language}"), language=self.translate(name) if name else tag
            )
        if not asked and count:
            self.untranslated += 1
        foreign = bool(tag) and here != self.page_lang
        return self.plain(
            typeset(text, tag or self.page_lang),
            lang=tag if foreign else "",
            dir="rtl"
            if here in RIGHT_TO_LEFT
            else "ltr"
            if foreign and self.page_lang in RIGHT_TO_LEFT
            else "",
            mark=mark,
        )

    def _best(self, value: Any) -> tuple[str, str]:
        if isinstance(value, str):
            return self.main_lang, value.strip()
        if not isinstance(value, dict):
            return "", ""
        texts = {
            str(lang): text.strip() for lang, text in value.items() if isinstance(text, str) and text.strip()
        }
        for wanted in self._languages:
            for lang, text in texts.items():
                if wanted in (lang, lang.split("-")[0]):
                    return lang, text
        return next(iter(texts.items()), ("", ""))

    # -------------------------------------------------------------- scalars

    def scalar(self, field: shape.Field, value: Any) -> View | None:
        """One answer that is neither a group nor a list; None where there is nothing to say."""
        if isinstance(value, bool):
            return self.ours(N_("yes") if value else N_("no"))
        if isinstance(value, int | float):
            return self.plain(self._number(field, value) if field.form in ("number", "text") else str(value))
        if field.form == "text" or isinstance(value, dict):
            return self.said(value)
        word = str(value).strip()
        if not word or is_placeholder(word):
            return None
        if field.form == "reference":
            return self.reference(field.target, word)
        if field.form == "date":
            return self.plain(self.locale.date(word) or word)
        if field.vocabulary in VOCABULARIES:
            return self.plain(self.label(field.vocabulary, word))
        if field.form == "choice" and field.key == "country":
            return self.plain(self.locale.country(word))
        if str(field.schema.get("pattern", "")).startswith(_LANGUAGE_PATTERN):
            name = LANGUAGE_NAMES.get(word)
            return self.plain(self.translate(name) if name else word)
        if field.form == "word" and field.path[-1 if field.key != "[]" else -2] in ("themes", "theme"):
            return self.theme(word)
        return self.plain(word, href=url(word))

    def _number(self, field: shape.Field, value: float) -> str:
        options = field.schema.get("enum")
        if field.schema.get("minimum") == 1000:  # a year
            return str(value)
        if options == [0, 1, 2, 3, 4]:
            label = self.label("experience", str(value))
            return self.translate(N_("{value} ({meaning})"), value=value, meaning=label)
        if isinstance(options, list) and value in options:
            return self.translate(N_("{value} out of {most}"), value=value, most=options[-1])
        return self.locale.number(value)

    def label(self, vocabulary: str, term: str) -> str:
        """The label of a term (the term itself where the list does not know it)."""
        return self.translate(VOCABULARIES[vocabulary].terms.get(term, term))

    def theme(self, ref: str) -> View | None:
        """A policy theme by its name: the programme's own themes have theirs in the programme's file."""
        own = next((entry for entry in self.target.programme["themes"] if entry.id == ref), None)
        if own:
            return self.said(own["label"].value, count=False) or self.plain(ref)
        code = themes.resolve(ref)
        return self.plain(themes.label(code, self.page_lang) if code else ref)

    # -------------------------------------------------------------- references

    def reference(self, target: str, ref: str) -> View | None:
        """What an id points to, by its name; None (and counted) where that may not be read."""
        if target == "organisation":
            return self.organisation(ref)
        if target == "contact":
            return self.contact(ref)
        entry = self._target(target, ref)
        if entry is None:
            return self.plain(ref)
        named = next((entry[key] for key in _NAMING if entry[key].answered), None)
        if named is None:
            return self._numbered(entry) or self.plain(ref)
        if self.open(named) is None:
            self.leave_out(named)
            return None
        return self.said(named.value) or self.plain(ref)

    def _target(self, target: str, ref: str) -> Node | None:
        """What an id points to: a document, or an entry of a list."""
        if target == "practice":
            return self.workspace.practice(ref)
        if target == "benchmark":
            document = self.workspace.benchmarks.get(ref)
            return document.root if document else None
        kind, key = _LISTS.get(target, ("", ""))
        found = self.part(kind)
        return next((entry for entry in found[key] if entry.id == ref), None) if found else None

    def _numbered(self, entry: Node) -> View | None:
        """An entry without a name by its place in its list."""
        field = shape.find(entry.document.kind, entry.path[:-1]) if entry.path else None
        return (
            self.ours(N_("{list}, no. {n}"), list=self.translate(field.label), n=entry.number)
            if field
            else None
        )

    def part(self, kind: str) -> Node | None:
        """A document of the target, where it is there and readable."""
        try:
            if kind == "benchmark":
                node = self.target.case.benchmark if self.target.case else None
            else:
                node = self.target.part(kind) if kind else None
        except Unreadable:
            return None
        return node if node is not None and node.exists else None

    def open(self, node: Node) -> Node | None:
        """The node, where it is answered and this reader may read it."""
        return node if node.answered and who.may_read(self.audience, who.of_node(node)) else None

    def organisation(self, ref: str) -> View | None:
        """An organisation by its name in the reader's language, or the words that were written."""
        document = self.workspace.organisation(ref)
        if document is None:
            return self.plain(ref)
        if not who.may_read(self.audience, who.of_document(document)):
            self.leave_out(document.root)
            return None
        return self.said(document.root["names"].value, count=False) or self.plain(ref)

    def contact(self, ref: str) -> View:
        """A person by name, function and address; only internal documents ever have any."""
        contacts = self._contacts
        person = (
            next((entry for entry in contacts.root["contacts"] if entry.id == ref), None)
            if contacts
            else None
        )
        if person is None:
            return self.plain(ref)
        parts = [person[key].text(self.doc_lang) for key in ("name", "function", "email", "phone")]
        return self.plain(", ".join(part for part in parts if part) or ref)

    # -------------------------------------------------------------- what Git ignores

    def _untracked(self, file: str, kind: str) -> Document | None:
        path = self.workspace.root / file
        return load_untracked(path, kind) if self.audience == "internal" else None

    def _private_notes(self) -> dict[str, list[Any]]:
        """Remarks in confidence, by the answer they are about (`needs.items[0].problem`)."""
        folder = self.target.beside
        document = self._untracked(f"{folder}/private.yaml", "private-notes") if folder else None
        notes: dict[str, list[Any]] = {}
        for note in document.root["notes"] if document else []:
            if note["text"].answered:
                notes.setdefault(note["about"].word, []).append(note["text"].value)
        return notes

    def remarks(self, about: str) -> list[View]:
        """The remarks in confidence about one answer; each is given out once."""
        return [text for value in self.notes.pop(about, []) if (text := self.said(value))]

    @staticmethod
    def owed(due: str, node: Node) -> str | None:
        """The step at which an answer that is due is owed here; None where its visit never owes it."""
        phase = node.document.root["phase"].word if node.document.kind == "visit" else ""
        return owed_by_visit(due, phase)

    @staticmethod
    def stem(document: Document) -> str:
        """What remarks call a document: `needs`; `visits/2-inspiration`, as there are several."""
        stem = KINDS[document.kind].stem
        return f"visits/{document.id}" if document.kind == "visit" else stem

    def other_remarks(self, kind: str) -> list[View]:
        """The remarks about a document that belong to none of the answers shown."""
        stem = self.stem(self.target.part(kind).document)
        about = [key for key in self.notes if key == stem or key.startswith((f"{stem}.", f"{stem}["))]
        return [{**text, "details": [self.plain(key)]} for key in about for text in self.remarks(key)]
