"""How the mentors were chosen: the decisions, and for those who may read them the comparisons behind them."""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.matching import rank
from mentorat.nodes import Node
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import read
from mentorat.rendering.documents.ranking import ranking_view
from mentorat.rendering.page import fact, page, part
from mentorat.rendering.pieces import bullets, cell, prose, row, table
from mentorat.rendering.saying import Reader, View
from mentorat.rendering.site.pairings import name_of, readers, stem_of
from mentorat.rendering.site.places import MATCHING, Place

LABEL = N_("Matching")
TOP = 20
"""How many cities the page of a comparison tells in full."""
_DECIDED = ("date", "decided_by", "reason")


def comparison_view(reader: Reader) -> View:
    """The ranking of the mentors for one pairing (raises `WrongWeights`, `Unreadable`)."""
    return ranking_view(reader, rank(reader.case, lang=reader.page_lang, top=TOP))


def matching_view(reader: Reader, place: Place) -> View:
    """Who learns from whom and why; who else was considered is for those who may read the comparisons."""
    pairings = list(readers(reader))
    chosen = sum(bool(one.case.mentor) for one in pairings)
    summary = fact(reader, N_("Pairings"), reader.plain(str(len(pairings))))
    summary += fact(reader, N_("With a mentor"), reader.plain(str(chosen)))
    how = N_(
        "Mentors are compared by what the mentee needs, by their experience, by how alike both cities are and "
        "by how alike they are governed. The scores help to talk; people decide."
    )
    parts = part("how", reader.translate(N_("How mentors are chosen")), [prose(reader, reader.ours(how))])
    parts += part("choices", reader.translate(N_("Who learns from whom")), _choices(reader, place, pairings))
    parts += part("mentors", reader.translate(N_("The mentor cities")), _mentors(reader, place))
    for one in pairings:
        reader.hear(one)
    others = [one.case.own for one in pairings]
    frame = page(
        reader, reader.target.programme, LABEL, title=None, summary=summary, others=others,
        file="pairings/*/pairing.yaml",
    )  # fmt: skip
    return {**frame, "parts": parts}


def _choices(reader: Reader, place: Place, pairings: list[Reader]) -> list[View]:
    """One row a pairing; columns of which this audience may read nothing are not there."""
    rows = [(one, _decision(one), _comparison(one, place)) for one in pairings]
    columns = [key for key in _DECIDED if any(decided[key] for _, decided, _ in rows)]
    compared = any(comparison for _, _, comparison in rows)
    labels = {"date": N_("Decided on"), "decided_by": N_("Decided by"), "reason": N_("Reason")}
    head = [N_("Pairing"), N_("Theme"), *(labels[key] for key in columns)]
    head += [N_("Comparison")] if compared else []
    shown = []
    for one, decided, comparison in rows:
        theme = read(one, one.case.own["theme"])
        cells = [cell(reader, theme), *(decided[key] for key in columns)]
        cells += [cell(reader, comparison)] if compared else []
        shown.append(row(place.link(name_of(one), stem_of(place.places, one)), cells))
    caption = N_("The pairings, and how each came about")
    found = table(reader, caption, [reader.translate(name) for name in head], shown, wide=len(head) > 3)
    return [{**found, "style": "choices"}] if shown else []


def _decision(reader: Reader) -> dict[str, View | None]:
    """What was decided, as far as this reader may know it."""
    node = reader.case.own.at("matching", "decision")
    texts: dict[str, View | None] = {key: cell(reader, _read(reader, node[key])) for key in _DECIDED}
    return texts


def _read(reader: Reader, node: Node) -> View | None:
    if not isinstance(node.value, list):
        return read(reader, node)
    if not node.answered or reader.open(node) is None:
        return None
    answer = Answers(reader, reader.case.own).at(*(str(key) for key in node.path), remarked=False)
    values = answer["values"] if answer and answer["form"] == "list" else []
    return reader.plain(", ".join(value["text"] for value in values)) if values else None


def _comparison(reader: Reader, place: Place) -> View | None:
    """The way to the comparison of a pairing, where the site has it."""
    stem = place.places.has(place.edition, reader.case.id, MATCHING)
    return place.link(reader.ours(N_("the cities compared")), stem) if stem else None


def _mentors(reader: Reader, place: Place) -> list[View]:
    """The profiles of the mentor cities that the site has."""
    links = []
    for id_, document in sorted(reader.workspace.mentors.items()):
        stem = place.places.has(place.edition, id_, "strengths")
        if stem:
            name = read(reader, document.root["city"]) or reader.plain(id_)
            links.append(place.link(name, stem))
    return [bullets(reader, links)] if links else []
