"""`match` as a table for spreadsheets: one city a line.

UTF-8 with a byte order mark, semicolons between the cells, numbers as the reader's language writes them.
A cell that a spreadsheet would take for a formula has an apostrophe before it.  Cities that are not told
in full have their place and their score only.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from mentorat.guide.vocabulary import CRITERION
from mentorat.i18n import N_, Translator
from mentorat.matching.criteria import CRITERIA
from mentorat.matching.results import Ranked, Ranking
from mentorat.rendering import ranking_words as words
from mentorat.rendering.ranking_words import order, percent, points, say
from mentorat.visible import visible

HEADINGS = (
    N_("Rank"), N_("Mentor"), N_("City"), N_("Score"), N_("From"), N_("To"), N_("Known (%)"),
)  # fmt: skip
REASONS = (
    N_("Firmness"), N_("Barred"), N_("To be weighed"), N_("Reasons"), N_("Needs not covered"), N_("To ask"),
    N_("Could learn in return"), N_("Filled in from tables"),
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula, or leaves out to find one."""


def report(ranking: Ranking, translate: Translator, **_: Any) -> str:
    """The ranking as a table, and below it what it rests on; the reminder is in its last line."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    criteria = [CRITERION.terms[id_] for id_ in CRITERIA]
    head = [translate(heading) for heading in (*HEADINGS, *criteria, *REASONS)]
    rows = [head, *(_row(ranked, translate) for ranked in ranking.candidates)]
    rows += [
        [str(each.rank), each.mentor, each.name, points(each.score, translate)] for each in ranking.others
    ]
    rows += [[line] for line in (words.title(ranking, translate), *words.basis(ranking, translate))]
    rows += [[line] for line in words.closing(ranking, translate)]
    for row in rows:
        writer.writerow([safe(cell) for cell in row] + [""] * (len(head) - len(row)))
    return "\ufeff" + out.getvalue()


def safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    shown = visible(text)
    return f"'{shown}" if text.startswith(FORMULA) or shown.lstrip().startswith(FORMULA) else shown


def _row(ranked: Ranked, translate: Translator) -> list[str]:
    barred, weighed = (
        " ".join(say(gate.reason, translate) for gate in ranked.gates if gate.hard == hard)
        for hard in (True, False)
    )
    return [
        str(ranked.rank),
        ranked.mentor,
        ranked.name,
        points(ranked.score, translate),
        points(ranked.interval[0], translate),
        points(ranked.interval[1], translate),
        percent(ranked.coverage),
        *(points(criterion.contribution, translate) for criterion in ranked.criteria),
        order(ranked, translate),
        barred,
        weighed,
        " ".join(say(criterion.reason, translate) for criterion in ranked.criteria),
        "; ".join(need.title for need in ranked.unmet_needs),
        say(ranked.question, translate),
        say(ranked.could_learn, translate) if ranked.could_learn else "",
        " ".join(words.filled_in(ranked, translate)),
    ]
