"""How firmly an order stands, in sentences, and what is to be known before it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mentorat.case import Case
from mentorat.findings import Message
from mentorat.guide.vocabulary import CRITERION
from mentorat.i18n import N_
from mentorat.matching.criteria import CRITERIA
from mentorat.matching.features import Candidate, Mentee
from mentorat.matching.robustness import DRAWS, Row, flip, leaders, without


def stability(
    rows: Sequence[Row], names: Sequence[str], weights: Row, kept: Sequence[float]
) -> Iterator[Message]:
    """What it would take to change who comes first.

    Args:
        rows: the scores of the candidates that meet the conditions, in their order.
        names: what they are called.
        weights: the weights in use.
        kept: their acceptability.
    """
    if len(rows) < 2:
        return
    first = leaders(rows, weights)
    text = N_(
        "Under {draws} other sets of weights near these, {name} keeps the first place in {share} per cent."
    )
    yield Message(text, {"draws": DRAWS, "name": names[0], "share": round(100 * kept[0])})
    equal = leaders(rows, (0.25, 0.25, 0.25, 0.25))
    text = (
        N_("With equal weights the first would be the same: {names}.")
        if equal == first
        else N_("With equal weights the first would be another: {names}.")
    )
    yield Message(text, {"names": _named(equal, names)})
    yield from _left_out(rows, names, weights, first)
    if len(first) == 1:
        yield _flip(rows, names, weights)


def _named(indices: Sequence[int], names: Sequence[str]) -> str:
    return ", ".join(names[index] for index in indices)


def _left_out(
    rows: Sequence[Row], names: Sequence[str], weights: Row, first: tuple[int, ...]
) -> Iterator[Message]:
    changed = False
    for index, id_ in enumerate(CRITERIA):
        rest = without(weights, index) if weights[index] else None
        now = leaders(rows, rest) if rest else first
        if now != first:
            changed = True
            text = N_("Without “{criterion}” the first would be another: {names}.")
            values = {"criterion": CRITERION.terms[id_], "names": _named(now, names)}
            yield Message(text, values, frozenset({"criterion"}))
    if not changed:
        yield Message(N_("Whichever criterion is left out, the first stays the same."))


def _flip(rows: Sequence[Row], names: Sequence[str], weights: Row) -> Message:
    found = flip(rows[0], rows[1], weights)
    values: dict[str, object] = {"first": names[0], "second": names[1]}
    if found is None:
        return Message(N_("No change of a single weight puts {second} before {first}."), values)
    now, then = weights[found.criterion], found.weight
    values |= {
        "criterion": CRITERION.terms[CRITERIA[found.criterion]],
        "now": round(100 * now, 1),
        "then": round(100 * then, 1),
    }
    text = N_(
        "{second} would draw level with {first} if “{criterion}” counted {then} per cent instead of {now}."
    )
    return Message(text, values, frozenset({"criterion"}))


def notes(
    case: Case, mentee: Mentee, candidates: Sequence[Candidate], lang: str, *, gated: int
) -> Iterator[Message]:
    """What weakens the comparison as a whole."""
    for entry in case.pairing.at("matching", "criteria"):
        if entry["criterion"].word == "other":
            text = N_("A criterion of the pairing is for people alone to judge: “{description}”.")
            described = entry["description"].text(lang).rstrip(" .") or "other"
            yield Message(text, {"description": described})
    if mentee.city.question:
        yield mentee.city.question
    if not mentee.needs:
        yield Message(N_("The needs are not written down yet: fit and experience cannot be compared."))
    if len(candidates) == 1:
        yield Message(N_("Only one city was compared; a choice takes at least two."))
    if candidates and gated == len(candidates):
        yield Message(N_("No city meets all the conditions."))
    cities = Counter(candidate.city.id for candidate in candidates)
    for candidate in candidates:
        if cities[candidate.city.id] > 1:
            text = N_("{mentor} is compared more than once ({file}).")
            yield Message(text, {"mentor": candidate.city.name, "file": candidate.file})
