"""What a ranking says in words, in the order in which it is read; text and Markdown only lay it out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from mentorat.findings import Message
from mentorat.guide.vocabulary import CRITERION
from mentorat.i18n import N_, Translator
from mentorat.matching.results import REMINDER, Criterion, Evidence, Gate, Ranked, Ranking
from mentorat.rendering.locales import locale_of

VERDICTS = {"solid": N_("solid"), "open": N_("open"), "fragile": N_("fragile")}
BARRED, UNJUDGED = N_("barred"), "–"
COLUMNS = (
    "",
    N_("City"),
    N_("Score"),
    N_("Range"),
    N_("Known"),
    N_("Fit"),
    N_("Ahead"),
    N_("Profile"),
    N_("Govern."),
    N_("Firmness"),
)

Kind = Literal["title", "text", "item", "sub", "quote"]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: a heading, plain text, a point, a point below it, or a quotation with its place."""

    kind: Kind
    text: str


def say(message: Message, translate: Translator) -> str:
    """A sentence in the reader's language, its numbers as that language writes them."""
    values = {
        key: say(value, translate) if isinstance(value, Message) else number(value, translate)
        for key, value in message.values.items()
    }
    return Message(message.text, values, message.terms).show(translate)


def number(value: object, translate: Translator, *, places: int | None = None) -> object:
    """A number as the reader's language writes it; anything else as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return locale_of(translate.lang).number(value, places=places)


def points(value: float, translate: Translator) -> str:
    """Points with one decimal."""
    return str(number(value, translate, places=1))


def percent(value: float) -> str:
    """A share from 0 to 1 as a whole number of per cent."""
    return f"{math.floor(100 * value + 0.5)}"


def share_of(weight: float, translate: Translator) -> str:
    """A weight in per cent, with one decimal where it is not whole."""
    return str(number(round(100 * weight, 1), translate))


def interval(ranked: Ranked) -> str:
    """The range in whole points, which holds the exact one."""
    return f"{math.floor(ranked.interval[0])}–{math.ceil(ranked.interval[1])}"


# ------------------------------------------------------------------ the ranking as a whole


def title(ranking: Ranking, translate: Translator) -> str:
    """What this is, and of which day."""
    text = N_("Mentors for {mentee} ({pairing}), as of {date}")
    return translate(text, mentee=ranking.mentee, pairing=ranking.pairing, date=ranking.as_of.isoformat())


def basis(ranking: Ranking, translate: Translator) -> Iterator[str]:
    """What the scores rest on: needs, cities, weights."""
    yield translate(
        N_("Needs: {needs}. Cities compared: {cities}."), needs=ranking.needs, cities=ranking.compared
    )
    yield weighing(ranking.weights, translate)
    yield say(ranking.weights_from, translate)
    for assumption in ranking.assumptions:
        yield say(assumption, translate)


def weighing(weights: Mapping[str, float], translate: Translator) -> str:
    """How much each criterion counts."""
    shares = ", ".join(
        translate(
            N_("{criterion} {share}%"),
            criterion=translate(CRITERION.terms[id_]),
            share=share_of(weight, translate),
        )
        for id_, weight in weights.items()
    )
    return translate(N_("Weights: {weights}."), weights=shares)


def table(ranking: Ranking, translate: Translator) -> list[list[str]]:
    """The overview, its heading first: place, city, score, range, coverage, four parts, firmness."""
    rows = [[translate(name) for name in COLUMNS]]
    for ranked in ranking.candidates:
        rows.append(
            [
                str(ranked.rank),
                ranked.name,
                points(ranked.score, translate),
                interval(ranked),
                translate(N_("{share}%"), share=percent(ranked.coverage)),
                *(points(criterion.contribution, translate) for criterion in ranked.criteria),
                order(ranked, translate),
            ]
        )
    return rows


def order(ranked: Ranked, translate: Translator) -> str:
    """How firm a place is, in a word."""
    if ranked.gated:
        return translate(BARRED)
    return translate(VERDICTS[ranked.verdict]) if ranked.verdict else UNJUDGED


def legend(translate: Translator) -> str:
    """How the overview is read."""
    return translate(
        N_(
            "Score and range are out of 100; the range shows what the answers still missing could change. "
            "The four parts add up to the score. A place is solid if it holds in four of five weightings "
            "near these, fragile if in less than half."
        )
    )


def further(ranking: Ranking, translate: Translator) -> Iterator[str]:
    """How many cities were compared that are not told."""
    if ranking.others:
        yield translate.plural(
            N_("{n} more city was compared and comes behind these; --top tells of more cities."),
            N_("{n} more cities were compared and come behind these; --top tells of more cities."),
            len(ranking.others),
        )


def firmness(ranking: Ranking, translate: Translator) -> list[str]:
    """How firmly the order stands, and what weakens the comparison."""
    return [say(message, translate) for message in (*ranking.stability, *ranking.notes)]


def closing(ranking: Ranking, translate: Translator) -> Iterator[str]:
    """How the ranking can be made again, and what it is for."""
    yield translate(
        N_("Engine: {engine}. Seed: {seed}. Files read: {files}. Digest of the inputs: {digest}."),
        engine=ranking.engine,
        seed=ranking.seed,
        files=len(ranking.inputs),
        digest=ranking.digest[:16],
    )
    yield translate(REMINDER)


# ------------------------------------------------------------------ one candidate


def candidate(ranked: Ranked, ranking: Ranking, translate: Translator) -> Iterator[Line]:
    """Everything about one candidate."""
    yield Line("title", translate(N_("{rank}. {mentor}"), rank=ranked.rank, mentor=ranked.name))
    yield Line("text", score(ranked, translate))
    for gate in ranked.gates:
        yield Line("text", condition(gate, translate))
    for remark in ranked.remarks:
        yield Line("text", say(remark, translate))
    place = firm(ranked, ranking, translate)
    if place:
        yield Line("text", place)
    for criterion in ranked.criteria:
        yield from _criterion(criterion, translate)
    yield Line("text", unmet(ranked, ranking.needs, translate))
    yield Line("text", ask(ranked, translate))
    yield Line("text", in_return(ranked, translate))


def firm(ranked: Ranked, ranking: Ranking, translate: Translator) -> str:
    """How firm a place is, in a sentence ("" where it is not judged)."""
    if ranked.acceptability is None:
        return ""
    return translate(
        N_("Its place is {verdict}: it holds in {share} per cent of {draws} weightings near these."),
        verdict=order(ranked, translate),
        share=percent(ranked.acceptability),
        draws=number(ranking.draws, translate),
    )


def in_return(ranked: Ranked, translate: Translator) -> str:
    """What the mentor could learn itself."""
    if ranked.could_learn:
        return translate(N_("In return: {learned}"), learned=say(ranked.could_learn, translate))
    return translate(N_("What it could learn in return is not written down."))


def score(ranked: Ranked, translate: Translator) -> str:
    """The points, their range and what it rests on."""
    return translate(
        N_("{score} points of 100; from {low} to {high}, as {known} per cent of what is compared is known."),
        score=points(ranked.score, translate),
        low=points(ranked.interval[0], translate),
        high=points(ranked.interval[1], translate),
        known=percent(ranked.coverage),
    )


def condition(gate: Gate, translate: Translator) -> str:
    """A condition that is not met, and what that means."""
    text = N_("Barred: {reason}") if gate.hard else N_("To be weighed: {reason}")
    return translate(text, reason=say(gate.reason, translate))


def ask(ranked: Ranked, translate: Translator) -> str:
    """The one question to ask."""
    return translate(N_("Ask: {question}"), question=say(ranked.question, translate))


def part(criterion: Criterion, translate: Translator) -> str:
    """One criterion in a line: its points and the reason."""
    return translate(
        N_("{criterion}: {contribution} of {most} points. {reason}"),
        criterion=capital(translate(CRITERION.terms[criterion.id])),
        contribution=points(criterion.contribution, translate),
        most=points(100 * criterion.weight, translate),
        reason=say(criterion.reason, translate),
    )


def _criterion(criterion: Criterion, translate: Translator) -> Iterator[Line]:
    yield Line("item", part(criterion, translate))
    for detail in criterion.details:
        yield Line("sub", " ".join(say(sentence, translate) for sentence in detail.sentences))
        for evidence in detail.evidence:
            if detail.quoted:
                yield Line("quote", _quoted(evidence, translate))
        if detail.evidence and not detail.quoted:
            yield Line("quote", " · ".join(_place(evidence, translate) for evidence in detail.evidence))
    for missing in criterion.missing:
        yield Line("sub", not_comparable(missing, translate))


def filled_in(ranked: Ranked, translate: Translator) -> Iterator[str]:
    """What was compared with values that no document says, but a table of the tool."""
    for criterion in ranked.criteria:
        for detail in criterion.details:
            if any(evidence.source for evidence in detail.evidence):
                yield from (say(sentence, translate) for sentence in detail.sentences)


def not_comparable(missing: Message, translate: Translator) -> str:
    """What could not be compared, and why."""
    return translate(N_("Not comparable – {reason}"), reason=say(missing, translate))


def capital(text: str) -> str:
    """A text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def _quoted(evidence: Evidence, translate: Translator) -> str:
    if not evidence.text:
        return _place(evidence, translate)
    text = N_("“{text}” ({file}, {key})")
    return translate(text, text=evidence.text, file=evidence.file, key=evidence.key)


def _place(evidence: Evidence, translate: Translator) -> str:
    return translate(N_("{file}, {key}"), file=evidence.file, key=evidence.key)


def unmet(ranked: Ranked, needs: int, translate: Translator) -> str:
    """The needs that are not covered, of so many."""
    if ranked.unmet_needs:
        quoted = (translate(N_("“{title}”"), title=need.title) for need in ranked.unmet_needs)
        titles = ", ".join(quoted)
        return translate(N_("Needs not covered: {needs}."), needs=titles)
    if not needs:
        return translate(N_("There are no needs to cover yet."))
    return translate(N_("Every need is covered."))
