"""A good practice (Annex 4): told so that another city can judge whether to take it up."""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.rendering.documents.answers import Answers, labelled
from mentorat.rendering.page import asked, blocks, confidences, document_of, fact, page, part
from mentorat.rendering.saying import Reader, View

KIND, LABEL = "good-practice", N_("Good practice")
_SUMMARY = ("lead_bodies", "practice_kind", "experience", "themes", "drafted_on")
_PARTS = ("background", "description", "resources", "outcome", "success", "risks", "replicability")
_LAST = ("contact", "links", "sources", "signatures")


def practice_view(reader: Reader) -> View:
    """One practice as one reader sees it."""
    node = document_of(reader, KIND, LABEL)
    answers = Answers(reader, node)
    title = answers.at("title", remarked=False)
    said = title["value"] if title and title["form"] == "text" else None
    summary = ([title] if title and not said else []) + _place(reader, answers)
    summary += asked(answers, *_SUMMARY)
    parts = part("short", reader.translate(N_("In short")), _lead(answers))
    for key in _PARTS:
        group = answers.at(key)
        facts = group["facts"] if group and group["form"] == "group" else [group] if group else []
        notes = group["notes"] if group and group["form"] == "group" else []
        heading = reader.translate(answers.top.children[key].label)
        parts += part(key, heading, side_by_side(blocks(reader, facts)) + _remarks(reader, notes))
    ends = blocks(reader, asked(answers, *_LAST))
    parts += part("sources", reader.translate(N_("Contact, links and sources")), ends)
    parts += confidences(reader, KIND)
    return {**page(reader, node, LABEL, title=said, summary=summary), "parts": parts, "style": "letter"}


def _place(reader: Reader, answers: Answers) -> list[View]:
    """The city, with the part of it that the practice covers."""
    where = answers.at("location")
    if where is None or where["form"] != "group":
        return [where] if where else []
    texts = [answer["value"] for answer in where["facts"] if answer["form"] == "text"]
    if len(texts) < len(where["facts"]) or where["notes"]:
        return [where]
    first, *others = texts
    return fact(reader, N_("Place"), {**first, "details": [*first["details"], *others]})


def _lead(answers: Answers) -> list[View]:
    """The practice in a few sentences, without a heading of its own."""
    summary = answers.at("summary")
    return [{**summary, "label": "", "lead": "", "short": False}] if summary else []


def _remarks(reader: Reader, notes: list[View]) -> list[View]:
    """Remarks in confidence about a whole part."""
    frame = labelled(reader, reader.translate(N_("Remarks in confidence")), None)
    return [{**frame, "form": "list", "short": False, "values": notes, "run": False}] if notes else []


def side_by_side(content: list[View]) -> list[View]:
    """Lists that follow each other stand in pairs, where there is room; of three, the last two do."""
    paired: list[View] = []
    run: list[View] = []
    for block in [*content, None]:
        if block and block["form"] in ("list", "entries") and not block.get("cards") and not block.get("run"):
            run.append(block)
            continue
        paired += run[: len(run) % 2]
        for at in range(len(run) % 2, len(run), 2):
            paired.append({"form": "side", "blocks": run[at : at + 2]})
        run = []
        paired += [block] if block else []
    return paired
