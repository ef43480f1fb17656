"""The worked example of the pages that explain a ranking, made from the example programme itself.

A page holds its parts between `<!-- example: NAME -->` and `<!-- end -->`; `python -m tests.regenerate`
writes them again.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator

from mentorat import resources
from mentorat.guide.vocabulary import CRITERION
from mentorat.i18n import N_, Translator, translator
from mentorat.matching import Ranking, rank
from mentorat.rendering import ranking_words as words
from mentorat.rendering.escape import cell, inline
from mentorat.workspace import Workspace

PAGES = {"en": "matching.md", "fr": "appariement.md"}
PAIRING = "capaci-mechelen"
AS_OF = datetime.date(2023, 2, 1)

_PART = re.compile(r"(<!-- example: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def ranking() -> Ranking:
    """The ranking that the pages tell of."""
    workspace = Workspace(resources.folder("examples") / "inclucities", as_of=AS_OF, cache=False)
    case = workspace.case(PAIRING)
    assert case, f"the example programme has no pairing {PAIRING}"
    return rank(case)


def page(lang: str, text: str) -> str:
    """A page with its parts as they are today."""
    found, translate = ranking(), translator(lang)

    def part(match: re.Match[str]) -> str:
        lines = "\n".join(PARTS[match[2]](found, translate))
        return f"{match[1]}\n{lines}\n\n{match[3]}"

    return _PART.sub(part, text)


def _table(ranking: Ranking, translate: Translator) -> Iterator[str]:
    head, *rows = words.table(ranking, translate)
    head[0] = translate(N_("Rank"))
    yield from _rows(head, rows)
    yield ""
    yield inline(words.legend(translate))


def _sum(ranking: Ranking, translate: Translator) -> Iterator[str]:
    first = ranking.candidates[0]
    head = [translate(name) for name in (N_("Criterion"), N_("Reached"), N_("Weight"), N_("Points"))]
    rows = [
        [
            words.capital(translate(CRITERION.terms[criterion.id])),
            translate(N_("{share}%"), share=words.points(criterion.score, translate)),
            str(words.number(round(100 * criterion.weight, 1), translate)),
            words.points(criterion.contribution, translate),
        ]
        for criterion in first.criteria
    ]
    rows.append([translate(N_("Together")), "", "100", words.points(first.score, translate)])
    yield from _rows(head, rows)


def _needs(ranking: Ranking, translate: Translator) -> Iterator[str]:
    first = ranking.candidates[0]
    head = [translate(name) for name in (N_("Need"), N_("Nearest practice"), N_("Fit, of 100"))]
    rows = [[need.title, need.practice, words.points(need.fit, translate)] for need in first.needs]
    yield from _rows(head, rows)


def _criterion(number: int) -> Callable[[Ranking, Translator], Iterator[str]]:
    def told(ranking: Ranking, translate: Translator) -> Iterator[str]:
        criterion = ranking.candidates[0].criteria[number]
        yield f"> {inline(words.part(criterion, translate))}"
        yield ">"
        for detail in criterion.details:
            told = " ".join(words.say(sentence, translate) for sentence in detail.sentences)
            yield f"> - {inline(told)}"

    return told


def _firmness(ranking: Ranking, translate: Translator) -> Iterator[str]:
    yield from (f"- {inline(text)}" for text in words.firmness(ranking, translate))


def _evidence(ranking: Ranking, translate: Translator) -> Iterator[str]:
    criterion = ranking.candidates[0].criteria[0]
    found = next(evidence for detail in criterion.details for evidence in detail.evidence)
    yield f"> {inline(found.text)}"
    yield ">"
    yield f"> `{found.file}`, `{found.key}`"


def _rows(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(cell(name) for name in head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(cell(text) for text in row)} |" for row in rows)


PARTS: dict[str, Callable[[Ranking, Translator], Iterator[str]]] = {
    "table": _table,
    "sum": _sum,
    "needs": _needs,
    "experience": _criterion(1),
    "profile": _criterion(2),
    "governance": _criterion(3),
    "firmness": _firmness,
    "evidence": _evidence,
}


def write() -> None:
    """The pages with their parts as they are today."""
    folder = resources.folder("schemas").parent / "docs"
    for lang, name in PAGES.items():
        path = folder / name
        path.write_text(page(lang, path.read_text("utf-8")), "utf-8")
