"""The candidates of a pairing in their order, with the reasons, and how firmly the order stands.

    documents -> features -> four criteria -> weighted score -> order -> sentences, evidence, stability

Every scale is fixed: another candidate, another order of files or another name changes no score.  Who was
really chosen is never read.  All candidates are measured (or remembered), the first are told in full.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mentorat.case import Case
from mentorat.findings import Message
from mentorat.i18n import N_
from mentorat.matching import advice, robustness, semantic
from mentorat.matching.criteria import CRITERIA, Measure
from mentorat.matching.features import Candidate, mentee_of, vocabulary_of
from mentorat.matching.gates import conditions_of, is_barred
from mentorat.matching.measuring import (
    Assessment,
    Measured,
    assess,
    judged,
    measured,
    row_of,
    shares,
    tenths,
    weighted,
)
from mentorat.matching.memory import Memory
from mentorat.matching.pool import Pool
from mentorat.matching.results import Ranked, Ranking, Standing
from mentorat.matching.robustness import Row
from mentorat.matching.stability import notes, stability
from mentorat.matching.telling import tell
from mentorat.matching.weights import Weight, weights_of
from mentorat.matching.what_if import Field, WhatIf, applied, named
from mentorat.workspace import PROGRAMME_FILE, Workspace

__all__ = ["ENGINES", "Assessment", "assess", "hashes", "rank", "shares", "tell"]

ENGINES = ("lexical",)
"""Engines that compare any number of candidates; one pairing may also be compared by meaning."""
SEMANTIC = "semantic"
_FRESH = 200
"""How many candidates that were measured in this run stay at hand to be told."""


@dataclass(slots=True)
class Contender:
    """A candidate that has been measured: what its place hangs on, without what stands in its documents."""

    candidate: Candidate
    measures: tuple[Measure, ...]
    points: int
    exact: float
    gated: bool

    @property
    def row(self) -> Row:
        """The scores of the four criteria."""
        return row_of(self.measures)

    @property
    def order(self) -> tuple[bool, int, float, str]:
        """What the candidates are sorted by."""
        return self.gated, -self.points, -self.exact, self.candidate.id


def rank(
    case: Case,
    *,
    weights: Mapping[str, Weight] | None = None,
    engine: str = "lexical",
    lang: str = "",
    top: int | None = None,
    what_if: WhatIf | None = None,
    also: str = "",
) -> Ranking:
    """Rank every mentor of the programme for one pairing.

    Args:
        case: the pairing; its needs may still be a draft, or missing.
        weights: how much some criteria count in this run, in words or numbers, instead of what was agreed.
        engine: how texts are compared: `lexical` (by words and themes), or `semantic` (by meaning, the
            first fifty by words; it takes the extra `mentorat[semantic]`).
        lang: the language in which names, titles and themes are shown (the programme's by default).
        top: how many candidates, from the first on, are told in full; all by default.
        what_if: other candidates than those of the programme.
        also: a candidate, by id or name, that is told in full wherever it stands.

    Raises:
        WrongWeights: the weights cannot be used.
        NotInstalled: the engine `semantic` is not there.
        Unreadable: the pairing or its needs cannot be read.
        UnknownMentor, NoStrengths, OSError: the other candidates cannot be had.
    """
    if engine not in (*ENGINES, SEMANTIC):
        raise ValueError(f"unknown engine {engine!r}")
    label = semantic.name() if engine == SEMANTIC else engine
    lang = lang or next(iter(case.workspace.languages), "en")
    row, source = weights_of(case, weights, lang)
    run = _Run(case, lang, what_if or WhatIf(), row)
    if engine == SEMANTIC:
        run.compare_by_meaning()
    return run.ranking(source, label, top, also)


class _Run:
    """One run: the mentee, the candidates as far as they are known, and what of them was measured."""

    def __init__(self, case: Case, lang: str, what_if: WhatIf, weights: Row) -> None:
        self.case, self.lang, self.weights = case, lang, weights
        self.workspace = case.workspace
        self.vocabulary = vocabulary_of(self.workspace, lang)
        self.conditions = conditions_of(case, lang)
        self.pool = Pool(self.workspace, self.vocabulary)
        self.mentee = mentee_of(case, self.vocabulary, ())
        self.measures: dict[str, tuple[Measure, ...]] = {}
        self.fresh: dict[str, Measured] = {}
        self.behind = 0
        known = self._measured()
        self.mentee = mentee_of(case, self.vocabulary, self.pool.practices_of(self.mentee.city.id))
        supposed = what_if != WhatIf()
        self.field = (
            applied(what_if, known, self.workspace, self.vocabulary) if supposed else Field(tuple(known))
        )
        self.contenders = sorted(map(self._contender, self.field.candidates), key=lambda one: one.order)

    def _measured(self) -> list[Candidate]:
        """Every mentor of the programme, measured now or before."""
        memory = Memory(self.case, self.mentee, self.pool.shared)
        found = []
        for sketch, whole in self.pool.meet():
            key = self.pool.keys[sketch.id]
            known = memory.recall(key)
            if known is None:
                fresh = measured(self.mentee, whole or self.pool.read(sketch.id), self.vocabulary)
                known = fresh.measures
                memory.keep(key, known)
                if len(self.fresh) < _FRESH:
                    self.fresh[sketch.id] = fresh
            self.measures[sketch.id] = known
            found.append(sketch)
        memory.save()
        return found

    def _contender(self, candidate: Candidate, *, again: bool = True) -> Contender:
        if again and candidate.id in self.field.outside:
            self.fresh[candidate.id] = measured(self.mentee, candidate, self.vocabulary)
            self.measures[candidate.id] = self.fresh[candidate.id].measures
        measures = self.measures[candidate.id]
        parts = weighted(measures, self.weights)
        return Contender(
            candidate,
            measures,
            points=tenths(math.fsum(parts)),
            exact=robustness.totals([row_of(measures)], self.weights)[0],
            gated=is_barred(self.mentee.city, candidate, self.conditions),
        )

    def compare_by_meaning(self) -> None:
        """Measure the first contenders anew, with the texts compared by meaning; the rest stays behind them."""
        first, rest = self.contenders[: semantic.SHORTLIST], self.contenders[semantic.SHORTLIST :]
        for one in first:
            id_ = one.candidate.id
            outside = one.candidate.id in self.field.outside
            candidate = one.candidate if outside else self.pool.read(id_)
            self.fresh[id_] = measured(self.mentee, candidate, self.vocabulary, semantic.nearness)
            self.measures[id_] = self.fresh[id_].measures
        again = [self._contender(one.candidate, again=False) for one in first]
        self.contenders = [*sorted(again, key=lambda one: one.order), *rest]
        self.behind = len(rest)

    # -------------------------------------------------------------- telling

    def ranking(self, source: Message, engine: str, top: int | None, also: str) -> Ranking:
        """The contenders in their order, the first of them told in full."""
        contenders, row = self.contenders, self.weights
        open_ = [one for one in contenders[: len(contenders) - self.behind] if not one.gated]
        gated = sum(one.gated for one in contenders)
        rows = [one.row for one in open_] if self.mentee.needs else []
        names = [one.candidate.city.name for one in open_]
        kept = robustness.acceptability(rows, row)
        told = set(range(len(contenders) if top is None else min(top, len(contenders))))
        asked = self._asked_for(also) if also else None
        told |= {asked} if asked is not None else set()
        candidates = self.field.candidates
        read = hashes(self.workspace, self.mentee.files, *(candidate.files for candidate in candidates))
        return Ranking(
            pairing=self.case.id,
            mentee=self.mentee.city.name,
            as_of=self.case.as_of,
            engine=engine,
            inputs=dict(sorted({**read, **self.field.hashes}.items())),
            shared=(PROGRAMME_FILE, *self.mentee.files),
            weights=dict(zip(CRITERIA, row, strict=True)),
            weights_from=source,
            seed=robustness.seed_of(row),
            draws=robustness.DRAWS,
            needs=len(self.mentee.needs),
            compared=len(contenders),
            candidates=tuple(self._told(place, open_, kept) for place in sorted(told)),
            others=tuple(self._standing(place) for place in range(len(contenders)) if place not in told),
            assumptions=self.field.assumptions,
            stability=tuple(stability(rows, names, row, kept)),
            notes=(
                *notes(self.case, self.mentee, candidates, self.lang, gated=gated),
                *self._left_behind(),
            ),
            asked="" if asked is None else contenders[asked].candidate.id,
        )

    def _left_behind(self) -> Iterator[Message]:
        if self.behind:
            text = N_(
                "Only the first {first} cities by words were compared by meaning; {behind} come behind them."
            )
            yield Message(text, {"first": semantic.SHORTLIST, "behind": self.behind})

    def _asked_for(self, name: str) -> int:
        meant = {id(one) for one in named(name, self.field.candidates)}
        return next(place for place, one in enumerate(self.contenders) if id(one.candidate) in meant)

    def _told(self, place: int, open_: Sequence[Contender], kept: Sequence[float]) -> Ranked:
        sketch = self.contenders[place].candidate
        found = self.fresh.get(sketch.id) or measured(self.mentee, self.pool.read(sketch.id), self.vocabulary)
        found = replace(found, candidate=replace(found.candidate, capacity=sketch.capacity))
        return tell(
            judged(found, self.mentee, self.conditions, self.weights),
            self.mentee,
            self.weights,
            self.vocabulary,
            rank=self.places[place],
            remarks=tuple(_remarks(place, open_, self.weights)) if place < len(open_) else (),
            share=round(kept[place], 4) if place < len(kept) else None,
        )

    def _standing(self, place: int) -> Standing:
        one = self.contenders[place]
        return Standing(
            self.places[place], one.candidate.id, one.candidate.city.name, one.points / 10, one.gated
        )

    @functools.cached_property
    def places(self) -> list[int]:
        """The ranks, counted from 1; equal scores share one."""
        found: list[int] = []
        for index, one in enumerate(self.contenders):
            level = index and self.contenders[index - 1].order[:2] == one.order[:2]
            found.append(found[-1] if level else index + 1)
        return found


def _remarks(place: int, open_: Sequence[Contender], weights: Row) -> Iterator[Message]:
    """How a candidate stands to the first one, or the first to the second."""
    if len(open_) < 2:
        return
    other = open_[0 if place else 1]
    mine, theirs = (
        [share / 10 for share in shares(weighted(one.measures, weights))[1]] for one in (open_[place], other)
    )
    yield advice.standing(mine, theirs, other.candidate.city.name, ahead=not place)
    if place < robustness.FIRST:
        better = robustness.dominator([each.row for each in open_[: place + 1]], place)
        if better is not None:
            text = N_("{other} is nowhere behind it and somewhere ahead, whatever the weights.")
            yield Message(text, {"other": open_[better].candidate.city.name})


def hashes(workspace: Workspace, *read: Sequence[str]) -> dict[str, str]:
    """The SHA-256 of the programme's file and of every other that was read."""
    digests = workspace.digests
    files = {PROGRAMME_FILE, *itertools.chain.from_iterable(read)}
    return {file: digests[file] for file in sorted(files) if file in digests}
