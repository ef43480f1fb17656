"""`match --all` as a table for spreadsheets: one pairing a line.

Written as the table of a single ranking is: semicolons, a byte order mark, numbers as the reader's
language writes them, and an apostrophe before what a spreadsheet would take for a formula.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from mentorat.i18n import N_, Translator
from mentorat.matching.cohort_results import Cohort, Placement
from mentorat.matching.results import REMINDER
from mentorat.rendering.ranking_words import percent, points, say
from mentorat.reporters import cohort_gaps
from mentorat.reporters.cohort_words import STATES
from mentorat.reporters.match_csv import safe

HEADINGS = (
    N_("Pairing"),
    N_("Mentee"),
    N_("Mentor"),
    N_("State"),
    N_("Score"),
    N_("From"),
    N_("To"),
    N_("Known (%)"),
    N_("Choice"),
    N_("Favourite"),
    N_("Points lost"),
    N_("Reasons"),
    N_("Needs not covered"),
    N_("Otherwise"),
    N_("Otherwise: score"),
)


def report(cohort: Cohort, translate: Translator, **_: Any) -> str:
    """The proposal as a table, the reminder in the last line."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow([translate(heading) for heading in HEADINGS])
    for placement in cohort.placements:
        writer.writerow([safe(cell) for cell in _row(placement, cohort, translate)])
    writer.writerow([translate(REMINDER), *("" for _ in HEADINGS[1:])])
    return "\ufeff" + out.getvalue()


def _row(one: Placement, cohort: Cohort, translate: Translator) -> list[str]:
    mentor, favourite = one.mentor, one.favourite
    reasons = list(cohort_gaps.unserved(one, cohort, translate)) if one.state == "open" else []
    if mentor:
        reasons = [say(criterion.reason, translate) for criterion in mentor.criteria]
    otherwise = one.alternates[0].mentor if one.alternates else None
    return [
        one.pairing,
        one.mentee,
        one.name,
        translate(STATES[one.state]),
        points(mentor.score, translate) if mentor else "",
        points(mentor.interval[0], translate) if mentor else "",
        points(mentor.interval[1], translate) if mentor else "",
        percent(mentor.coverage) if mentor else "",
        str(mentor.rank) if mentor else "",
        favourite.name if favourite else "",
        points(one.regret, translate) if one.regret is not None else "",
        " ".join(reasons),
        "; ".join(need.title for need in mentor.unmet_needs) if mentor else "",
        otherwise.name if otherwise else "",
        points(otherwise.score, translate) if otherwise else "",
    ]
