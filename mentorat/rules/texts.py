"""Texts in all documents: no template text, no language forgotten, no broken web address."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from mentorat.i18n import N_
from mentorat.nodes import Document, Node, is_answer
from mentorat.rules import completeness
from mentorat.rules.base import INFO, WARNING, Problems, Rule, problem, rule
from mentorat.rules.walking import Answer, answers
from mentorat.workspace import Workspace

_NAMES = frozenset({"organisation.names"})
"""Names by language: a city that is called the same everywhere is written once."""


@rule(
    "DATA006", "template-text", on="document", due={"now": WARNING}, by="coordinator", place="tool",
    mend=N_("Write the answer in its place, or remove the key until somebody knows it."),
)  # fmt: skip
def template_text(document: Document) -> Problems:
    """A mark such as “to be completed” looks like an answer in a report; a key that is not there is honestly open."""
    faulty = {trouble.path for trouble in document.problems}
    for answer in answers(document, "marks"):
        if answer.node.path not in faulty and not _said_by_its_rule(answer):
            text = N_("Under “{label}” there still stands a mark in the place of an answer.")
            label = answer.question.label or answer.question.key
            yield problem(answer.node, text, label=label, terms=("label",), party=answer.party)


def _said_by_its_rule(answer: Answer) -> bool:
    """Whether a rule of its own says that the question is open: it passes over entries that are empty as a whole."""
    root, path = answer.node.document.root, answer.node.path
    place = path
    while place and isinstance(place[-1], int):
        place = place[:-1]
    holders = [root.at(*place[: index + 1]) for index, key in enumerate(place) if isinstance(key, int)]
    filled = all(is_answer(entry.value) for entry in holders)
    return completeness.is_named(answer.question) and filled and not root.at(*place)


@rule(
    "LANG001", "language-missing", on="programme", due={"now": WARNING}, by="coordinator", place="tool",
    mend=N_("Add the text in the language that is missing, or write it once, without languages."),
)  # fmt: skip
def language_missing(workspace: Workspace) -> Problems:
    """What is public is published in every language of the programme; where one is missing, its readers get
    the text in another."""
    for document in workspace.documents:
        texts_by_language = list(_by_language(document))
        for language in workspace.languages:
            missing = [answer for answer in texts_by_language if not _has(answer.node, language)]
            if not missing:
                continue
            first, label = missing[0], missing[0].question.label
            if len(missing) == 1:
                text = N_("“{label}” is written by language, but not in this one: {language}.")
                yield problem(
                    first.node, text, label=label, terms=("label",), language=language, party=first.party
                )
            else:
                text = N_(
                    "{number} public answers are written by language, but not in this one: {language}. The first is “{label}”."
                )
                yield problem(
                    first.node,
                    text,
                    label=label,
                    terms=("label",),
                    language=language,
                    number=len(missing),
                    party=first.party,
                )


def _by_language(document: Document) -> Iterator[Answer]:
    """The public answers that the method asks for, where they are written by language."""
    for answer in answers(document, "maps"):
        question = answer.question
        asked = question.due and question.show == "public" and question.dotted not in _NAMES
        if asked and answer.node:
            yield answer


def _has(node: Node, language: str) -> bool:
    return any(
        is_answer(text) and str(key).split("-")[0] == language.split("-", maxsplit=1)[0]
        for key, text in node.value.items()
    )


@rule(
    "LINK001", "web-address", on="document", due={"now": INFO}, by="coordinator", place="data",
    mend=N_("Write the whole address, beginning with https://."),
)  # fmt: skip
def web_address(document: Document) -> Problems:
    """A link that cannot be opened sends readers nowhere."""
    for answer in answers(document, "links"):
        text = answer.node.word
        if text and not _is_address(text):
            sentence = N_("What stands under “{label}” is no whole web address.")
            yield problem(
                answer.node, sentence, label=answer.question.label, terms=("label",), party=answer.party
            )


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in host.strip(".") and not any(map(str.isspace, text))


RULES: tuple[Rule, ...] = (template_text, language_missing, web_address)
