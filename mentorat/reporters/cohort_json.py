"""`match --all` for machines: versioned, with a schema in schemas/cohort-report.schema.json."""

from __future__ import annotations

import json
from typing import Any

from mentorat import __version__
from mentorat.i18n import Translator
from mentorat.matching.cohort_difference import FORMAT
from mentorat.matching.cohort_results import Alternate, Bottleneck, Cohort, Difference, Placement
from mentorat.matching.results import REMINDER
from mentorat.rendering.ranking_words import say
from mentorat.reporters import cohort_gaps, cohort_words
from mentorat.reporters.match_json import candidate


def report(cohort: Cohort, translate: Translator, **_: Any) -> str:
    """The proposal as JSON, the pairings in the order of their ids."""
    document = {
        "format": FORMAT,
        "version": __version__,
        "as_of": cohort.as_of.isoformat(),
        "engine": cohort.engine,
        "options": dict(cohort.options),
        "assumptions": [say(message, translate) for message in cohort.assumptions],
        "inputs": dict(cohort.inputs),
        "digest": cohort.digest,
        "weights_from": [say(message, translate) for message in cohort.weights_from],
        "compared": cohort.compared,
        "total": cohort.total,
        "lowest": cohort.lowest,
        "pairings": [_placement(one, cohort, translate) for one in cohort.placements],
        "mentors": [
            {"mentor": one.mentor, "name": one.name, "capacity": one.capacity, "pairings": list(one.pairings)}
            for one in cohort.loads
        ],
        "bottlenecks": [_bottleneck(one, cohort, translate) for one in cohort.bottlenecks],
        "swaps": [
            {
                "pairing": one.pairing,
                "mentor": one.mentor,
                "mentee_gains": one.mentee_gains,
                "mentor_gains": one.mentor_gains,
                "instead": one.instead,
                "text": cohort_words.wish(one, cohort, translate),
            }
            for one in cohort.wishes
        ],
        "difference": _difference(cohort, cohort.difference, translate) if cohort.difference else None,
        "notes": [say(message, translate) for message in cohort.notes],
        "reminder": translate(REMINDER),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _placement(one: Placement, cohort: Cohort, translate: Translator) -> dict[str, Any]:
    favourite = one.favourite
    return {
        "pairing": one.pairing,
        "mentee": one.mentee,
        "state": one.state,
        "name": one.name or None,
        "in_advance": one.by_decree,
        "mentor": candidate(one.mentor, translate) if one.mentor else None,
        "favourite": {"mentor": favourite.mentor, "name": favourite.name, "score": favourite.score}
        if favourite
        else None,
        "has_favourite": one.has_favourite,
        "regret": one.regret,
        "weights": {id_: round(weight, 4) for id_, weight in one.weights.items()},
        "alternates": [_alternate(alternate, translate) for alternate in one.alternates],
        "barred": dict(one.barred),
        "why_open": list(cohort_gaps.unserved(one, cohort, translate)) if one.state == "open" else [],
    }


def _alternate(alternate: Alternate, translate: Translator) -> dict[str, Any]:
    mentor = alternate.mentor
    return {
        "mentor": mentor.mentor,
        "name": mentor.name,
        "rank": mentor.rank,
        "score": mentor.score,
        "interval": list(mentor.interval),
        "coverage": mentor.coverage,
        "reason": say(mentor.criteria[0].reason, translate),
        "change": alternate.change,
        "lowest": alternate.lowest,
        "others": [
            {"pairing": shift.pairing, "from": shift.source, "to": shift.target} for shift in alternate.others
        ],
    }


def _bottleneck(found: Bottleneck, cohort: Cohort, translate: Translator) -> dict[str, Any]:
    return {
        "pairings": list(found.pairings),
        "mentors": list(found.mentors),
        "places": found.places,
        "taken": found.taken,
        "open": list(found.open),
        "text": cohort_gaps.bottleneck(found, cohort, translate) if found.mentors else None,
    }


def _difference(cohort: Cohort, found: Difference, translate: Translator) -> dict[str, Any]:
    return {
        "as_of": found.as_of,
        "changes": [
            {
                "pairing": change.pairing,
                "before": change.before,
                "after": change.after,
                "score_before": change.score_before,
                "score_after": change.score_after,
            }
            for change in found.changes
        ],
        "unchanged": found.unchanged,
        "appeared": list(found.appeared),
        "gone": list(found.gone),
        "total_before": found.total_before,
        "lowest_before": found.lowest_before,
        "files": list(found.files),
        "options_differ": found.options_differ,
        "text": list(cohort_words.difference(cohort, translate)),
    }
