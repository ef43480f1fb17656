"""The first page of a site: what the programme is, how far each pairing is, and what comes next where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mentorat import board
from mentorat.findings import Finding, State
from mentorat.guide.steps import STEPS
from mentorat.i18n import N_
from mentorat.rendering import checked
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import read
from mentorat.rendering.page import fact, page, part, partners
from mentorat.rendering.pieces import note
from mentorat.rendering.saying import Reader, View
from mentorat.rendering.site.pairings import (
    ahead,
    mark,
    name_of,
    readers,
    standing,
    stem_of,
    unreadable,
    waiting,
)
from mentorat.rendering.site.places import Place

LABEL = N_("Mentoring programme")
Rows = Mapping[str, board.Row]
"""The id of a pairing -> its row on the board."""


def board_rows(reader: Reader) -> dict[str, board.Row]:
    """The board, as far as this audience may know what is open."""
    found = [finding for one in readers(reader) for finding in checked.known(one, _is_wanted)]
    report = replace(checked.report(reader.workspace), findings=tuple(found))
    return {row.pairing: row for row in board.board(reader.workspace, report, reader.page_lang).rows}


def _is_wanted(finding: Finding) -> bool:
    return finding.state is State.TODO or (finding.state is State.OPEN and finding.severity.rank < 2)


def overview_view(reader: Reader, place: Place, rows: Rows, broken: list[str]) -> View:
    """The programme in short, the board, and pairing by pairing what comes next."""
    programme, pairings = reader.target.programme, list(readers(reader))
    purpose = read(reader, programme["purpose"])
    opening: list[View] = [{"form": "lead", "value": purpose}] if purpose else []
    parts = part("broken", reader.translate(N_("What cannot be read")), unreadable(reader, broken))
    parts += part("about", reader.translate(N_("What it is for")), opening)
    parts += part(
        "board",
        reader.translate(N_("Where the pairings are")),
        [_board(reader, place, pairings, rows)]
        if pairings
        else [note(reader, N_("There is no pairing yet."))],
    )
    cards = [_card(one, place, rows[one.case.id]) for one in pairings]
    parts += part(
        "pairings",
        reader.translate(N_("Pairing by pairing")),
        [{"form": "pairings", "cards": cards}] if cards else [],
    )
    summary = _summary(reader, pairings)
    for one in pairings:
        reader.hear(one)
    frame = page(
        reader,
        programme,
        LABEL,
        title=read(reader, programme["name"]),
        summary=summary,
        others=[one.case.own for one in pairings],
        file="mentorat.yaml, pairings/*/",
    )
    return {**frame, "programme": None, "parts": parts}


def _summary(reader: Reader, pairings: Sequence[Reader]) -> list[View]:
    """Who leads it, from when to when, and how many take part."""
    programme = reader.target.programme
    if not programme.document.readable:
        return []
    answers = Answers(reader, programme)
    period = answers.at("period", remarked=False) if reader.open(programme["period"]) else None
    leads = (programme.at("coordinator", key) for key in ("organisation", "name"))
    lead = next((text for node in leads if (text := read(reader, node))), None)
    cities = {city for one in pairings for city in (one.case.mentee, one.case.mentor) if city}
    summary = fact(reader, N_("Coordination"), lead)
    summary += [period] if period else []
    summary += fact(reader, N_("Pairings"), reader.plain(str(len(pairings))))
    summary += fact(reader, N_("Cities"), reader.plain(str(len(cities)))) if cities else []
    return summary + fact(reader, N_("Website"), read(reader, programme.at("contact", "website")))


def _board(reader: Reader, place: Place, pairings: Sequence[Reader], rows: Rows) -> View:
    """Pairings by steps; every cell says its state in a word."""
    shown = [
        {
            "heading": place.link(name_of(one), stem_of(place.places, one)),
            "cells": [mark(reader, rows[one.case.id], step) for step in rows[one.case.id].cells],
        }
        for one in pairings
    ]
    return {
        "form": "board",
        "caption": reader.translate(N_("Each pairing and how far it is, step by step")),
        "corner": reader.translate(N_("Pairing")),
        "head": [reader.translate(step.label) for step in STEPS],
        "rows": shown,
    }


def _card(reader: Reader, place: Place, row: board.Row) -> View:
    """One pairing in short, with the way to its page."""
    facts = partners(reader) if reader.case.readable else []
    facts += fact(reader, N_("Step being worked on"), standing(reader, row))
    return {
        "heading": place.link(name_of(reader), stem_of(place.places, reader)),
        "facts": [*facts, *ahead(reader, row), *waiting(reader, row)],
    }
