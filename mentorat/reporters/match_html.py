"""`match` as one page to read and to print, as the programme's site has it."""

from __future__ import annotations

from typing import Any

from mentorat.case import Case
from mentorat.i18n import Translator
from mentorat.matching.results import Ranking
from mentorat.rendering.documents.ranking import ranking_view
from mentorat.rendering.environment import fill
from mentorat.rendering.saying import Reader


def report(ranking: Ranking, translate: Translator, *, case: Case, **_: Any) -> str:
    """The ranking as a page for the partners of its pairing."""
    view = ranking_view(Reader(case, "pairing", translate.lang, translate), ranking)
    return fill("match", "html", [(view, translate)])
