"""The candidates of a pairing in their order, with the reasons, and how firmly the order stands.

    documents -> features -> four criteria -> weighted score -> order -> sentences, evidence, stability

Every scale is fixed: another candidate, another order of files or another name changes no score.  Who was
really chosen is never read.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mentorat.case import Case
from mentorat.findings import Message
from mentorat.i18n import N_
from mentorat.matching import advice, contrast, criteria, robustness, wording
from mentorat.matching.criteria import CRITERIA, Comparison, Match, Measure
from mentorat.matching.features import (
    Candidate,
    Mentee,
    Vocabulary,
    candidates_of,
    mentee_of,
    vocabulary_of,
)
from mentorat.matching.gates import Conditions, conditions_of, gates
from mentorat.matching.results import Criterion, Gate, Ranked, Ranking, Unmet
from mentorat.matching.robustness import Row
from mentorat.matching.stability import notes, stability
from mentorat.matching.weights import Weight, weights_of
from mentorat.workspace import PROGRAMME_FILE, Workspace

ENGINES = ("lexical",)


@dataclass(frozen=True, slots=True)
class Assessment:
    """One candidate measured, before it is put into words."""

    candidate: Candidate
    gates: tuple[Gate, ...]
    matched: tuple[Match, ...]
    profile: tuple[Comparison, ...]
    governance: tuple[Comparison, ...]
    measures: tuple[Measure, ...]
    points: int
    contributions: tuple[int, ...]

    @property
    def row(self) -> Row:
        """The scores of the four criteria."""
        a, b, c, d = (measure.score for measure in self.measures)
        return a, b, c, d

    def exact(self, weights: Row) -> float:
        """The score before it is rounded."""
        return robustness.totals([self.row], weights)[0]

    @property
    def gated(self) -> bool:
        """Whether a hard condition speaks against it."""
        return any(gate.hard for gate in self.gates)


def rank(
    case: Case,
    *,
    weights: Mapping[str, Weight] | None = None,
    engine: str = "lexical",
    lang: str = "",
    top: int | None = None,
) -> Ranking:
    """Rank every mentor of the programme for one pairing.

    Args:
        case: the pairing; its needs may still be a draft, or missing.
        weights: how much each criterion counts, in words or numbers, instead of what was agreed.
        engine: how texts are compared; `lexical` is the only one.
        lang: the language in which names, titles and themes are shown (the programme's by default).
        top: how many candidates, from the first on, are told in full; all by default.

    Raises:
        WrongWeights: the weights cannot be used.
        Unreadable: the pairing or its needs cannot be read.
    """
    if engine not in ENGINES:
        raise ValueError(f"unknown engine {engine!r}")
    workspace = case.workspace
    lang = lang or next(iter(workspace.languages), "en")
    row, source = weights_of(case, weights, lang)
    vocabulary = vocabulary_of(workspace, lang)
    mentee = mentee_of(case, vocabulary)
    conditions = conditions_of(case, lang)
    candidates = candidates_of(workspace, vocabulary)
    assessed = [assess(mentee, candidate, conditions, vocabulary, row) for candidate in candidates]
    assessed.sort(key=lambda one: (one.gated, -one.points, -one.exact(row), one.candidate.id))
    open_ = [one for one in assessed if not one.gated]
    rows, names = [one.row for one in open_], [one.candidate.city.name for one in open_]
    kept = robustness.acceptability(rows, row)
    shown = assessed if top is None else assessed[:top]
    return Ranking(
        pairing=case.id,
        mentee=mentee.city.name,
        as_of=case.as_of,
        engine=engine,
        inputs=hashes(workspace, mentee.files, *(candidate.files for candidate in candidates)),
        weights=dict(zip(CRITERIA, row, strict=True)),
        weights_from=source,
        seed=robustness.seed_of(row),
        draws=robustness.DRAWS,
        needs=len(mentee.needs),
        compared=len(assessed),
        candidates=tuple(
            _ranked(place, assessed, open_, mentee, row, vocabulary, kept) for place in range(len(shown))
        ),
        stability=tuple(stability(rows, names, row, kept)),
        notes=tuple(notes(case, mentee, candidates, lang, gated=len(assessed) - len(open_))),
    )


# ------------------------------------------------------------------ measuring


def assess(
    mentee: Mentee, candidate: Candidate, conditions: Conditions, vocabulary: Vocabulary, weights: Row
) -> Assessment:
    """Measure one candidate for one mentee."""
    matched = criteria.matches(mentee, candidate, vocabulary)
    profile = criteria.profile(mentee.city, candidate.city)
    governance = criteria.governance(mentee.city, candidate.city, matched)
    measures = (
        criteria.correspondence(candidate, matched),
        criteria.experience(candidate, matched),
        criteria.alike(profile),
        criteria.alike(governance),
    )
    points, contributions = shares([m.score * w for m, w in zip(measures, weights, strict=True)])
    return Assessment(
        candidate,
        gates(mentee, candidate, matched, conditions),
        matched,
        profile,
        governance,
        measures,
        points,
        contributions,
    )


def shares(parts: Sequence[float]) -> tuple[int, tuple[int, ...]]:
    """A sum in tenths of a point, and its parts in tenths that add up to it (largest remainder)."""
    exact = [round(part * 1000, 6) for part in parts]
    whole = tenths(math.fsum(parts))
    floors = [math.floor(part) for part in exact]
    order = sorted(range(len(parts)), key=lambda index: (floors[index] - exact[index], index))
    for index in order[: whole - sum(floors)]:
        floors[index] += 1
    return whole, tuple(floors)


def tenths(value: float) -> int:
    """A number from 0 to 1 in tenths of a point, rounded half up."""
    return math.floor(round(value * 1000, 6) + 0.5)


# ------------------------------------------------------------------ telling


def _ranked(
    place: int,
    assessed: Sequence[Assessment],
    open_: Sequence[Assessment],
    mentee: Mentee,
    weights: Row,
    vocabulary: Vocabulary,
    kept: Sequence[float],
) -> Ranked:
    one = assessed[place]
    return tell(
        one,
        mentee,
        weights,
        vocabulary,
        rank=_place(place, assessed),
        remarks=tuple(_remarks(place, open_)) if place < len(open_) else (),
        share=round(kept[place], 4) if place < len(kept) else None,
    )


def tell(
    one: Assessment,
    mentee: Mentee,
    weights: Row,
    vocabulary: Vocabulary,
    *,
    rank: int,
    remarks: tuple[Message, ...] = (),
    share: float | None = None,
) -> Ranked:
    """Everything about one candidate; `share` is the part of the weight draws in which it keeps its place."""
    low = math.fsum(m.low * w for m, w in zip(one.measures, weights, strict=True))
    high = math.fsum(m.high * w for m, w in zip(one.measures, weights, strict=True))
    return Ranked(
        rank=rank,
        mentor=one.candidate.id,
        name=one.candidate.city.name,
        score=one.points / 10,
        interval=(min(one.points, tenths(low)) / 10, max(one.points, tenths(high)) / 10),
        coverage=round(sum(m.coverage * w for m, w in zip(one.measures, weights, strict=True)), 3),
        gates=one.gates,
        criteria=tuple(_criteria(one, mentee, weights, vocabulary)),
        unmet_needs=tuple(Unmet(m.need.id, m.need.title) for m in one.matched if not m.covered),
        question=advice.question(mentee, one.candidate, one.matched),
        could_learn=advice.could_learn(mentee, one.candidate, one.matched, vocabulary.lang),
        remarks=remarks,
        acceptability=share,
        verdict="" if share is None else robustness.verdict(share),
    )


def _place(place: int, assessed: Sequence[Assessment]) -> int:
    """The rank, counted from 1; equal scores share it."""
    one = assessed[place]
    while place and (assessed[place - 1].gated, assessed[place - 1].points) == (one.gated, one.points):
        place -= 1
    return place + 1


def _criteria(one: Assessment, mentee: Mentee, weights: Row, vocabulary: Vocabulary) -> Iterator[Criterion]:
    city, candidate = mentee.city, one.candidate
    reasons = (
        wording.correspondence(candidate, one.matched, vocabulary),
        wording.experience(city, candidate, one.matched),
        contrast.contrast(one.profile, city, candidate.city, vocabulary),
        contrast.contrast(one.governance, city, candidate.city, vocabulary),
    )
    blanks = (
        tuple(wording.uncompared(candidate, one.matched)),
        tuple(wording.unknown_levels(city, candidate, one.matched)),
        (
            *contrast.missing(one.profile, city, candidate.city, vocabulary),
            *contrast.doubts(city, candidate.city),
        ),
        tuple(contrast.missing(one.governance, city, candidate.city, vocabulary)),
    )
    for index, id_ in enumerate(CRITERIA):
        measure = one.measures[index]
        reason, details = reasons[index]
        yield Criterion(
            id=id_,
            score=tenths(measure.score) / 10,
            weight=round(weights[index], 4),
            contribution=one.contributions[index] / 10,
            coverage=round(measure.coverage, 3),
            reason=reason,
            details=details,
            missing=blanks[index],
        )


def _remarks(place: int, open_: Sequence[Assessment]) -> Iterator[Message]:
    """How a candidate stands to the first one, or the first to the second."""
    if len(open_) < 2:
        return
    one, other = open_[place], open_[0 if place else 1]
    mine = [share / 10 for share in one.contributions]
    theirs = [share / 10 for share in other.contributions]
    yield advice.standing(mine, theirs, other.candidate.city.name, ahead=not place)
    if place < robustness.FIRST:
        better = robustness.dominator([each.row for each in open_[: place + 1]], place)
        if better is not None:
            text = N_("{other} is nowhere behind it and somewhere ahead, whatever the weights.")
            yield Message(text, {"other": open_[better].candidate.city.name})


# ------------------------------------------------------------------ audit


def hashes(workspace: Workspace, *read: Sequence[str]) -> dict[str, str]:
    """The SHA-256 of the programme's file and of every other that was read."""
    found: dict[str, str] = {}
    for file in sorted({PROGRAMME_FILE, *(file for files in read for file in files)}):
        try:
            data = (workspace.root / file).read_bytes()
        except OSError:
            continue
        found[file] = hashlib.sha256(data).hexdigest()
    return found
