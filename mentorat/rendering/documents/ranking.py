"""A ranking as one page to read and to print: bars, shaded tables, and city by city the reasons with their places.

What a bar or a shade shows stands in a sentence above it and in a table beside it.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from mentorat.guide.vocabulary import CRITERION
from mentorat.i18n import N_
from mentorat.matching.criteria import CRITERIA
from mentorat.matching.results import REMINDER, Criterion, Detail, Evidence, Ranked, Ranking
from mentorat.nodes import Document
from mentorat.rendering import audience as who
from mentorat.rendering import ranking_words as words
from mentorat.rendering.page import fact, page
from mentorat.rendering.ranking_words import points, say
from mentorat.rendering.saying import Reader, View
from mentorat.workspace import Workspace

LABEL = N_("Comparison of mentors")
_STEP = 5
_SHADES = 5
_STEPS = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
"""The keys of a place as people write it: `items[2].title`."""


def ranking_view(reader: Reader, ranking: Ranking) -> View:
    """The comparison of mentors for a pairing, for those who may read of candidates that were not chosen."""
    return _Page(ranking, reader).view()


class _Page:
    """The parts of the page, made one after the other."""

    def __init__(self, ranking: Ranking, reader: Reader) -> None:
        self.ranking, self.reader = ranking, reader
        self.translate = reader.translate
        self.criteria = [words.capital(self.translate(CRITERION.terms[id_])) for id_ in CRITERIA]

    def view(self) -> View:
        _, ranking = self.translate, self.ranking
        parts = [
            self.part("order", _(N_("The cities in their order")), [self.bars()]),
            self.part("strong", _(N_("What each city is strong in")), list(self.heats())),
            self.part("firm", _(N_("How firm the order is")), [self.sentences(words.firmness(ranking, _))]),
            *(
                self.part(f"city-{number}", self.title(one), [self.city(one)])
                for number, one in enumerate(ranking.candidates, 1)
            ),
            self.part("made", _(N_("How the comparison was made")), [self.sentences(self.audit())]),
        ]
        title = self.reader.ours(N_("Mentors for {mentee}"), mentee=ranking.mentee)
        pairing = self.reader.case.pairing
        frame = page(self.reader, pairing, LABEL, title=title, summary=self.summary())
        return {
            **frame,
            "parts": [part for part in parts if part["blocks"]],
            "remarks": [_(REMINDER), *frame["remarks"]],
        }

    def part(self, anchor: str, title: str, blocks: list[View]) -> View:
        shown = [block for block in blocks if block.get("texts") != []]
        return {"anchor": anchor, "title": title, "blocks": shown}

    def sentences(self, texts: Sequence[str]) -> View:
        return {"form": "sentences", "texts": list(texts)}

    def summary(self) -> list[View]:
        reader, ranking = self.reader, self.ranking
        theme = reader.open(reader.case.pairing["theme"])
        lines = fact(reader, N_("Theme"), reader.said(theme.value) if theme else None)
        lines += fact(reader, N_("Pairing"), reader.plain(ranking.pairing))
        lines += fact(reader, N_("Needs"), reader.plain(str(ranking.needs)))
        return lines + fact(reader, N_("Cities compared"), reader.plain(str(ranking.compared)))

    def audit(self) -> list[str]:
        ranking, _ = self.ranking, self.translate
        return [words.title(ranking, _), *words.basis(ranking, _), *words.closing(ranking, _)]

    # -------------------------------------------------------------- figures

    def bars(self) -> View:
        """The contributions as stacked bars, and as a table."""
        ranking, _ = self.ranking, self.translate
        head, *cells = words.table(ranking, _)
        head = [_(N_("Rank")), *head[1:5], *self.criteria, *head[9:]]
        rows = [
            {
                "name": self.title(ranked),
                "score": points(ranked.score, _),
                "widths": _widths([criterion.contribution for criterion in ranked.criteria]),
                "cells": row,
            }
            for ranked, row in zip(ranking.candidates, cells, strict=True)
        ]
        return {
            "form": "bars",
            "result": self.result(),
            "caption": _(N_("Points by criterion; the four criteria add up to the score")),
            "rows": rows,
            "key": self.criteria,
            "head": head,
            "legend": words.legend(_),
            "more": list(words.further(ranking, _)),
        }

    def result(self) -> str:
        """Who comes first, in a sentence."""
        _ = self.translate
        open_ = [ranked for ranked in self.ranking.candidates if not ranked.gated]
        if not open_:
            return _(N_("No city meets all the conditions."))
        first, *others = open_
        values = {"first": first.name, "score": points(first.score, _)}
        if not others:
            return _(N_("{first} has {score} points of 100; no other city meets the conditions."), **values)
        second = others[0]
        ahead = points(round(first.score - second.score, 1), _)
        values |= {"second": second.name, "ahead": ahead}
        if second.score == first.score:
            return _(N_("{first} and {second} are level, with {score} points of 100."), **values)
        return _(N_("{first} is first with {score} points of 100, {ahead} ahead of {second}."), **values)

    def heats(self) -> Iterator[View]:
        """What each city reaches on the criteria and on the needs, as shaded tables."""
        candidates, _ = self.ranking.candidates, self.translate
        if not candidates:
            return
        first = candidates[0]
        by_score = sorted(zip(first.criteria, self.criteria, strict=True), key=lambda pair: pair[0].score)
        (low, weak), (high, strong) = by_score[0], by_score[-1]
        yield self.heat(
            _(N_("By criterion")),
            _(
                N_("{name} reaches most on “{strong}” ({high} of 100) and least on “{weak}” ({low})."),
                name=first.name, strong=strong, weak=weak, high=points(high.score, _), low=points(low.score, _),
            ),
            self.criteria,
            [[(criterion.score, "") for criterion in ranked.criteria] for ranked in candidates],
        )  # fmt: skip
        if not first.needs:
            return
        counts = [sum(need.covered for need in ranked.needs) for ranked in candidates]
        covered = [
            any(ranked.needs[index].covered for ranked in candidates) for index in range(len(first.needs))
        ]
        best = [one.name for one, count in zip(candidates, counts, strict=True) if count == max(counts)]
        values = {
            "covered": sum(covered),
            "total": len(covered),
            "most": max(counts),
            "names": ", ".join(best),
        }
        text = N_("{covered} of {total} needs are covered by some city; most of them ({most}) by {names}.")
        sign = _(N_("covered"))
        yield self.heat(
            _(N_("By need")),
            _(text if sum(covered) else N_("No need is covered by any city."), **values),
            [need.title for need in first.needs],
            [[(need.fit, sign if need.covered else "") for need in ranked.needs] for ranked in candidates],
        )

    def heat(
        self, title: str, result: str, head: Sequence[str], rows: Sequence[Sequence[tuple[float, str]]]
    ) -> View:
        _ = self.translate
        shown = [
            {
                "name": self.title(ranked),
                "cells": [
                    {"value": points(value, _), "shade": f"s{_shade(value)}", "sign": sign}
                    for value, sign in row
                ],
            }
            for ranked, row in zip(self.ranking.candidates, rows, strict=True)
        ]
        caption = _(N_("{title}: points of 100; the darker a cell, the more"), title=title)
        corner = _(N_("City"))
        return {
            "form": "heat",
            "title": title,
            "result": result,
            "caption": caption,
            "corner": corner,
            "head": list(head),
            "rows": shown,
        }

    # -------------------------------------------------------------- one city

    def title(self, ranked: Ranked) -> str:
        return self.translate(N_("{rank}. {mentor}"), rank=ranked.rank, mentor=ranked.name)

    def city(self, ranked: Ranked) -> View:
        _ = self.translate
        place = words.firm(ranked, self.ranking, _)
        return {
            "form": "city",
            "score": words.score(ranked, _),
            "gates": [{"hard": gate.hard, "text": words.condition(gate, _)} for gate in ranked.gates],
            "remarks": [*(say(remark, _) for remark in ranked.remarks), *([place] if place else [])],
            "criteria": [self.criterion(criterion) for criterion in ranked.criteria],
            "talk": _(N_("To talk about")),
            "closing": [
                words.unmet(ranked, self.ranking.needs, _),
                words.ask(ranked, _),
                words.in_return(ranked, _),
            ],
        }

    def criterion(self, criterion: Criterion) -> View:
        _ = self.translate
        text = N_("{points} of {most} points.")
        values = {"points": points(criterion.contribution, _), "most": points(100 * criterion.weight, _)}
        return {
            "title": self.criteria[CRITERIA.index(criterion.id)],
            "width": f"w{_rounded(criterion.score)}",
            "points": _(text, **values),
            "reason": say(criterion.reason, _),
            "details": [self.detail(detail) for detail in criterion.details],
            "missing": [words.not_comparable(missing, _) for missing in criterion.missing],
        }

    def detail(self, detail: Detail) -> View:
        evidence = [
            {
                "text": found.text if detail.quoted and self.quotable(found) else "",
                "lang": found.lang if found.lang != self.reader.page_lang else "",
                "file": found.file,
                "key": found.key,
            }
            for found in detail.evidence
        ]
        return {
            "text": " ".join(say(sentence, self.translate) for sentence in detail.sentences),
            "evidence": evidence,
        }

    def quotable(self, found: Evidence) -> bool:
        """Whether this reader may read the words that a score rests on; what may not be is counted."""
        document = _documents(self.reader.workspace).get(found.file)
        if document is None:
            return True
        node = document.root.at(*(int(index) if index else key for key, index in _STEPS.findall(found.key)))
        if who.may_read(self.reader.audience, who.of_node(node)):
            return True
        self.reader.leave_out(node)
        return False


@functools.lru_cache(maxsize=1)
def _documents(workspace: Workspace) -> dict[str, Document]:
    return {document.file: document for document in workspace.documents}


def _rounded(value: float) -> int:
    return _STEP * max(0, min(100 // _STEP, round(value / _STEP)))


def _widths(parts: Sequence[float]) -> list[str]:
    """The widths of a bar's parts in steps, so that together they are as wide as their sum."""
    ends = [_rounded(total) for total in itertools.accumulate(parts)]
    return [f"w{end - start}" for start, end in itertools.pairwise((0, *ends))]


def _shade(value: float) -> int:
    return min(_SHADES - 1, int(value * _SHADES / 100))
