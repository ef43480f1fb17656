"""The choice of a mentor, written into its pairing with the reason and the comparison that it rests on.

People decide: any city that was compared can be chosen, also one that is not first or that a condition
speaks against.  What is written says so, and nothing else in the file changes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mentorat import __version__
from mentorat.case import Case
from mentorat.findings import Message
from mentorat.guide.parties import PARTIES
from mentorat.i18n import N_, Translator
from mentorat.matching.criteria import CRITERIA
from mentorat.matching.results import Gate, Ranked, Ranking
from mentorat.nodes import Node
from mentorat.personal import personal_data
from mentorat.source.editor import EditRefused, set_value
from mentorat.source.positions import Path

RECORDED = 10
"""How many of the cities compared are written down as considered, where nobody has done it yet."""
_DECISION: Path = ("matching", "decision")


class NotDecided(Exception):
    """Why a choice cannot be written down: a sentence and what to fill in."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text)
        self.text = text
        self.values = values


@dataclass(frozen=True, slots=True)
class Choice:
    """A mentor chosen by people: a candidate of the ranking, why, by whom and on which day."""

    chosen: Ranked
    reason: str
    parties: tuple[str, ...]
    day: datetime.date


@dataclass(frozen=True, slots=True)
class Decided:
    """The text of `pairing.yaml` with the decision, what is to be said about it, and what speaks against it."""

    text: str
    remarks: tuple[Message, ...]
    against: tuple[Gate, ...]


def decide(case: Case, ranking: Ranking, choice: Choice, text: str, translate: Translator) -> Decided:
    """Write a choice into the text of `pairing.yaml`; everything else in it stays as it is.

    Args:
        case: the pairing.
        ranking: the comparison, with the chosen candidate among those told in full.
        choice: the choice.
        text: what the file holds.
        translate: the language in which an earlier decision is kept in the history.

    Raises:
        NotDecided: with the reason.
    """
    _accept(choice)
    pairing = case.pairing
    try:
        for path, value in _edits(case, ranking, choice, translate):
            text = set_value(text, path, value)
    except EditRefused:
        sentence = N_("{file} cannot take the decision as it is written; `mentorat check` says what to mend.")
        raise NotDecided(sentence, file=pairing.document.file) from None
    return Decided(text, tuple(_remarks(case, ranking, choice)), choice.chosen.gates)


def _accept(choice: Choice) -> None:
    if not choice.reason.strip():
        raise NotDecided(N_("A choice needs its reason: say it with --reason."))
    if any(personal_data(choice.reason)):
        raise NotDecided(
            N_("A reason holds no address and no telephone number; persons belong in contacts.yaml.")
        )
    for party in choice.parties:
        if party not in PARTIES:
            sentence = N_("There is no party “{value}”. The parties are: {known}.")
            raise NotDecided(sentence, value=party, known=", ".join(PARTIES))


# ------------------------------------------------------------------ what is written


def _edits(case: Case, ranking: Ranking, choice: Choice, translate: Translator) -> Iterator[tuple[Path, Any]]:
    pairing = case.pairing
    decision, earlier = pairing.at(*_DECISION), _earlier(case, choice)
    if earlier:
        name = case.workspace.name_of(earlier, translate.lang)
        what = translate(N_("{mentor} was chosen as the mentor."), mentor=name)
        kept = {"date": decision["date"].word, "what": what, "reason": decision["reason"].value}
        entry = {key: value for key, value in kept.items() if value}
        yield ("history", _length(pairing["history"])), entry
    if not pairing.at("mentor", "city"):
        yield ("mentor", "city"), choice.chosen.city
    if not _criteria_agreed(case):
        criteria = [{"criterion": id_, "weight": _percent(ranking.weights[id_])} for id_ in CRITERIA]
        yield ("matching", "criteria"), criteria
    yield from _considered(case, ranking, choice)
    yield (*_DECISION, "chosen"), choice.chosen.city
    yield (*_DECISION, "reason"), " ".join(choice.reason.split())
    yield (*_DECISION, "date"), choice.day.isoformat()
    if choice.parties or (earlier and decision["decided_by"]):
        yield (*_DECISION, "decided_by"), list(choice.parties)
    yield (*_DECISION, "comparison"), _comparison(ranking, choice)


def _earlier(case: Case, choice: Choice) -> str:
    """The city of the decision that stood before, where it was another ("" otherwise)."""
    before = case.workspace.organisation_id(case.pairing.at(*_DECISION, "chosen").word)
    return "" if before == choice.chosen.city else before


def _length(node: Node) -> int:
    return len(node.value) if isinstance(node.value, list) else 0


def _percent(share: float) -> float | int:
    percent = round(100 * share, 1)
    return int(percent) if percent == int(percent) else percent


def _criteria_agreed(case: Case) -> bool:
    weights = case.programme.at("matching", "weights")
    return bool(case.pairing.at("matching", "criteria")) or bool(weights)


def _considered(case: Case, ranking: Ranking, choice: Choice) -> Iterator[tuple[Path, Any]]:
    """The cities considered: the first of the ranking where none is written down, and always the chosen one."""
    matching = case.pairing["matching"]
    listed, identify = matching["candidates"], case.workspace.organisation_id
    if len(listed):
        if choice.chosen.city not in [identify(entry["city"].word) for entry in listed]:
            yield ("matching", "candidates", _length(listed)), {"city": choice.chosen.city}
    elif not matching["forced"]:
        first = [ranked.city for ranked in ranking.candidates[:RECORDED]]
        yield (
            ("matching", "candidates"),
            [{"city": city} for city in dict.fromkeys((*first, choice.chosen.city))],
        )


def _comparison(ranking: Ranking, choice: Choice) -> dict[str, Any]:
    """How the comparison was made, so that it can be made again."""
    read = {file for ranked in ranking.candidates[:RECORDED] for file in ranked.files}
    read |= {*ranking.shared, *choice.chosen.files}
    return {
        "tool": f"mentorat {__version__}",
        "engine": ranking.engine,
        "criteria": [{"criterion": id_, "weight": _percent(ranking.weights[id_])} for id_ in CRITERIA],
        "compared": ranking.compared,
        "rank": choice.chosen.rank,
        "score": choice.chosen.score,
        "digest": ranking.digest,
        "inputs": [f"{ranking.inputs[file]}  {file}" for file in sorted(read) if file in ranking.inputs],
    }


# ------------------------------------------------------------------ what is said


def _remarks(case: Case, ranking: Ranking, choice: Choice) -> Iterator[Message]:
    chosen, pairing = choice.chosen, case.pairing
    values: dict[str, object] = {"mentor": chosen.name, "mentee": ranking.mentee}
    yield Message(
        N_("{mentor} is chosen as the mentor of {mentee}; the reason and the comparison stand in {file}."),
        {**values, "file": pairing.document.file},
    )
    first = next((ranked for ranked in ranking.candidates if not ranked.gated), None)
    if first and first.mentor != chosen.mentor and first.rank < chosen.rank:
        text = N_(
            "{mentor} is in place {rank} with {score} points; {first} is first with {best}. People may choose so."
        )
        values |= {"rank": chosen.rank, "score": chosen.score, "first": first.name, "best": first.score}
        yield Message(text, values)
    yield from _changed(case, choice, values)
    if not pairing.at("matching", "mentor_confirms_can_help", "needs"):
        text = N_(
            "Next: let {mentor} read the needs, and note with which of them it can help (matching.mentor_confirms_can_help)."
        )
        yield Message(text, values)


def _changed(case: Case, choice: Choice, values: dict[str, object]) -> Iterator[Message]:
    workspace, pairing = case.workspace, case.pairing
    if not _criteria_agreed(case):
        yield Message(N_("No criteria had been agreed; those of this comparison are written down as such."))
    if _earlier(case, choice):
        yield Message(N_("The decision that stood before is kept under `history`."))
    named = workspace.organisation_id(pairing.at("mentor", "city").word)
    if named and named != choice.chosen.city:
        text = N_("`mentor` still names {city}; change it there if {mentor} takes its place.")
        yield Message(text, {**values, "city": workspace.name_of(named)})
