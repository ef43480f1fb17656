"""`match` for machines: versioned, with a schema in schemas/match-report.schema.json."""

from __future__ import annotations

import json
from typing import Any

from mentorat import __version__
from mentorat.findings import Message
from mentorat.i18n import Translator
from mentorat.matching.results import REMINDER, Criterion, Ranked, Ranking
from mentorat.rendering.ranking_words import say

FORMAT = "mentorat-match/1"


def report(ranking: Ranking, translate: Translator, **_: Any) -> str:
    """The ranking as JSON, the candidates in their order."""
    document = {
        "format": FORMAT,
        "version": __version__,
        "as_of": ranking.as_of.isoformat(),
        "pairing": ranking.pairing,
        "mentee": ranking.mentee,
        "engine": ranking.engine,
        "inputs": dict(ranking.inputs),
        "digest": ranking.digest,
        "weights": {id_: round(weight, 4) for id_, weight in ranking.weights.items()},
        "weights_from": say(ranking.weights_from, translate),
        "seed": ranking.seed,
        "draws": ranking.draws,
        "needs": ranking.needs,
        "compared": ranking.compared,
        "assumptions": _said(ranking.assumptions, translate),
        "candidates": [candidate(ranked, translate) for ranked in ranking.candidates],
        "others": [
            {
                "rank": other.rank,
                "mentor": other.mentor,
                "name": other.name,
                "score": other.score,
                "barred": other.gated,
            }
            for other in ranking.others
        ],
        "stability": _said(ranking.stability, translate),
        "notes": _said(ranking.notes, translate),
        "reminder": translate(REMINDER),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _said(messages: tuple[Message, ...], translate: Translator) -> list[str]:
    return [say(message, translate) for message in messages]


def candidate(ranked: Ranked, translate: Translator) -> dict[str, Any]:
    """One candidate with its score and reasons."""
    return {
        "rank": ranked.rank,
        "mentor": ranked.mentor,
        "city": ranked.city,
        "name": ranked.name,
        "score": ranked.score,
        "interval": list(ranked.interval),
        "coverage": ranked.coverage,
        "gates": [
            {"id": gate.id, "hard": gate.hard, "reason": say(gate.reason, translate)} for gate in ranked.gates
        ],
        "criteria": [_criterion(criterion, translate) for criterion in ranked.criteria],
        "needs": [
            {
                "id": need.id,
                "title": need.title,
                "fit": need.fit,
                "covered": need.covered,
                "practice": need.practice or None,
            }
            for need in ranked.needs
        ],
        "unmet_needs": [{"id": need.id, "title": need.title} for need in ranked.unmet_needs],
        "question": say(ranked.question, translate),
        "could_learn": say(ranked.could_learn, translate) if ranked.could_learn else None,
        "remarks": _said(ranked.remarks, translate),
        "acceptability": ranked.acceptability,
        "verdict": ranked.verdict or None,
    }


def _criterion(criterion: Criterion, translate: Translator) -> dict[str, Any]:
    return {
        "id": criterion.id,
        "score": criterion.score,
        "weight": criterion.weight,
        "contribution": criterion.contribution,
        "coverage": criterion.coverage,
        "reason": say(criterion.reason, translate),
        "details": [" ".join(_said(detail.sentences, translate)) for detail in criterion.details],
        "missing": _said(criterion.missing, translate),
        "evidence": [
            {
                "file": evidence.file,
                "key": evidence.key,
                "text": evidence.text,
                **({"source": evidence.source} if evidence.source else {}),
            }
            for evidence in criterion.evidence
        ],
    }
