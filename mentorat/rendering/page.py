"""What every page has around its answers: where it comes from, of which day it is, for whom, who paid."""

from __future__ import annotations

from collections.abc import Sequence

from mentorat.findings import Message
from mentorat.guide.vocabulary import VOCABULARIES
from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rendering import audience as who
from mentorat.rendering.documents.answers import Answers, gathered, labelled
from mentorat.rendering.house import house
from mentorat.rendering.locales import LANGUAGE_NAMES
from mentorat.rendering.saying import Reader, View

_PROVENANCE = {
    "invented": N_("Invented as an example: it says nothing about what the cities named have decided."),
    "public": N_("Example made from public facts only."),
}
_FOR = {
    "pairing": N_("For the partners of this pairing; not for publication."),
    "programme": N_("For the partners of the programme; not for publication."),
    "internal": N_("Internal: this document holds confidences. Do not pass it on."),
}


class NotRendered(Exception):
    """A document that cannot be shown; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def document_of(reader: Reader, kind: str, label: str) -> Node:
    """A document of the target that this reader may open (raises `NotRendered`, `Unreadable`)."""
    node = reader.target.part(kind)
    if not node.exists:
        text = N_("{place} has no document of this kind yet: {kind}.")
        values = {"place": reader.target.id or node.document.file, "kind": label}
        raise NotRendered(Message(text, values, frozenset({"kind"})))
    visibility = who.of_document(node.document)
    if not who.may_read(reader.audience, visibility):
        text = N_("{file} may be read by fewer people (its visibility: {visibility}).")
        label = VOCABULARIES["visibility"].terms[visibility]
        values = {"file": node.document.file, "visibility": label}
        raise NotRendered(Message(text, values, frozenset({"visibility"})))
    return node


def page(
    reader: Reader,
    document: Node,
    kind_label: str,
    *,
    title: View | None,
    summary: list[View],
    others: Sequence[Node] = (),
    file: str = "",
) -> View:
    """The frame of a page.  It is made last: it says what was left out on the way.

    `others` are documents that it tells of too, `file` what it is made from where that is not one file.
    """
    programme = reader.target.programme
    notice = _FOR.get(
        "programme" if reader.audience == "pairing" and not reader.target.case else reader.audience
    )
    provenances = [node["provenance"].word for node in (document, *others)]
    provenance = next((word for word in _PROVENANCE if word in provenances), "")
    name = reader.open(programme["name"])
    language = LANGUAGE_NAMES.get(reader.doc_lang)
    statement, disclaimer = (
        reader.open(node) for node in (programme.at("funding", "statement"), programme["disclaimer"])
    )
    return {
        "lang": reader.page_lang,
        "doc_lang": reader.doc_lang,
        "language": reader.translate(language) if language else reader.doc_lang,
        "kind": reader.translate(kind_label),
        "title": title or reader.ours(kind_label),
        "titled": title is not None,
        "programme": reader.said(name.value) if name else None,
        "as_of": reader.translate(
            N_("As of {date}"), date=reader.locale.date(reader.target.as_of.isoformat())
        ),
        "notice": reader.translate(notice) if notice else "",
        "provenance": reader.translate(_PROVENANCE[provenance]) if provenance else "",
        "summary": summary,
        "house": house(reader),
        "site": None,
        "style": "",
        "remarks": _remarks(reader),
        "file": file or document.document.file,
        "funding": [text for node in (statement, disclaimer) if node and (text := reader.said(node.value))],
        "imprint": _imprint(reader),
    }


def _imprint(reader: Reader) -> list[View]:
    """Who is to be named, and what others may do with the page, where the programme says so."""
    programme = Answers(reader, reader.target.programme)
    if not programme.root.exists:
        return []
    keys = [key for key in ("credits", "licence") if reader.open(programme.root[key])]
    return asked(programme, *keys)


def _remarks(reader: Reader) -> list[str]:
    """What was left out, what is missing and what is not translated, each in one sentence."""
    plural, remarks = reader.translate.plural, []
    if reader.hidden:
        text = plural(
            N_("{n} confidential answer is not shown."),
            N_("{n} confidential answers are not shown."),
            reader.hidden,
        )
        remarks.append(text)
    if reader.gaps:
        text = plural(
            N_("{n} question is not answered yet."), N_("{n} questions are not answered yet."), reader.gaps
        )
        remarks.append(text)
    if reader.odd:
        text = plural(
            N_("{n} answer is not written in the form that is asked for; “mentorat check” says which."),
            N_("{n} answers are not written in the form that is asked for; “mentorat check” says which."),
            reader.odd,
        )
        remarks.append(text)
    if reader.untranslated:
        name = LANGUAGE_NAMES.get(reader.doc_lang)
        text = plural(
            N_("{n} text is not available in this language ({language}) and is shown in its own."),
            N_("{n} texts are not available in this language ({language}) and are shown in their own."),
            reader.untranslated,
            language=reader.translate(name) if name else reader.doc_lang,
        )
        remarks.append(text)
    return remarks


# ------------------------------------------------------------------ summary


def fact(reader: Reader, label: str, value: View | None) -> list[View]:
    """One line of a summary; nothing where there is nothing to say."""
    return [labelled(reader, reader.translate(label), value)] if value else []


def partners(reader: Reader) -> list[View]:
    """The theme, the mentee and the mentor, as every summary opens with."""
    pairing = reader.case.pairing
    theme = reader.open(pairing["theme"])
    lines = fact(reader, N_("Theme"), reader.said(theme.value) if theme else None)
    lines += fact(reader, N_("Mentee"), _side(reader, pairing["mentee"]))
    mentor = _side(reader, pairing["mentor"])
    if mentor is None and not reader.open(pairing.at("mentor", "city")) and not reader.case.mentor:
        mentor = reader.ours(N_("not chosen yet"))
    return lines + fact(reader, N_("Mentor"), mentor)


def _side(reader: Reader, side: Node) -> View | None:
    """A city, with its association behind it."""
    city, association = (reader.open(side[key]) for key in ("city", "association"))
    name = reader.organisation(city.word) if city else None
    beside = reader.organisation(association.word) if association else None
    return name and {**name, "details": [beside] if beside else []}


def asked(answers: Answers, *keys: str) -> list[View]:
    """Some answers of the document as lines of its summary."""
    return [answer for key in keys if (answer := answers.at(key))]


# ------------------------------------------------------------------ parts


def blocks(reader: Reader, answers: list[View]) -> list[View]:
    """Answers in their order; short ones that follow each other stand together, gaps at the end."""
    grouped: list[View] = []
    for answer in gathered(reader, answers):
        if not answer["short"] or answer["notes"]:
            grouped.append(answer)
        elif grouped and grouped[-1]["form"] == "facts":
            grouped[-1]["facts"].append(answer)
        else:
            grouped.append({"form": "facts", "facts": [answer]})
    return grouped


def part(anchor: str, title: str, content: list[View]) -> list[View]:
    """A part of a page with its heading; nothing where it would be empty."""
    return [{"anchor": anchor, "title": title, "blocks": content}] if content else []


def confidences(reader: Reader, kind: str) -> list[View]:
    """Remarks in confidence that belong to no single answer, as a last part."""
    texts = reader.other_remarks(kind)
    title = reader.translate(N_("Remarks in confidence"))
    return part(
        "remarks",
        title,
        [{**labelled(reader, "", None), "form": "list", "short": False, "values": texts, "run": False}]
        if texts
        else [],
    )
