"""One measured candidate put into words, with everything that its score rests on."""

from __future__ import annotations

import math
from collections.abc import Iterator

from mentorat.findings import Message
from mentorat.matching import advice, contrast, robustness, wording
from mentorat.matching.criteria import CRITERIA
from mentorat.matching.features import Mentee, Vocabulary
from mentorat.matching.measuring import Assessment, tenths
from mentorat.matching.results import Criterion, NeedFit, Ranked, Unmet
from mentorat.matching.robustness import Row


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
        city=one.candidate.city.id,
        name=one.candidate.city.name,
        score=one.points / 10,
        interval=(min(one.points, tenths(low)) / 10, max(one.points, tenths(high)) / 10),
        coverage=round(sum(m.coverage * w for m, w in zip(one.measures, weights, strict=True)), 3),
        gates=one.gates,
        criteria=tuple(_criteria(one, mentee, weights, vocabulary)),
        needs=tuple(_fits(one)),
        unmet_needs=tuple(Unmet(m.need.id, m.need.title) for m in one.matched if not m.covered),
        question=advice.question(mentee, one.candidate, one.matched),
        could_learn=advice.could_learn(mentee, one.candidate, one.matched, vocabulary.lang),
        remarks=(*remarks, *([one.candidate.city.question] if one.candidate.city.question else [])),
        acceptability=share,
        verdict="" if share is None else robustness.verdict(share),
        files=one.candidate.files,
    )


def _fits(one: Assessment) -> Iterator[NeedFit]:
    for match in one.matched:
        best = match.best
        yield NeedFit(
            id=match.need.id,
            title=match.need.title,
            fit=tenths(best.value) / 10 if best else 0.0,
            covered=match.covered,
            practice=best.offer.title if best and match.covered else "",
        )


def _criteria(one: Assessment, mentee: Mentee, weights: Row, vocabulary: Vocabulary) -> Iterator[Criterion]:
    city, candidate = mentee.city, one.candidate
    reasons = (
        wording.correspondence(mentee, candidate, one.matched, vocabulary),
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
