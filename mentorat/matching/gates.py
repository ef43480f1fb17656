"""What speaks against a candidate before any score: each condition with the reason that it fails.

A candidate that fails a hard condition stays in the list, behind the others; a soft one only warns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mentorat.case import Case
from mentorat.confidence import is_private
from mentorat.findings import Message
from mentorat.i18n import N_
from mentorat.matching.criteria import Match
from mentorat.matching.features import Candidate, Mentee
from mentorat.matching.results import Gate
from mentorat.matching.setting import City
from mentorat.nodes import Node
from mentorat.workspace import normalise


@dataclass(frozen=True, slots=True)
class Choice:
    """A city that the pairing excludes or sets as mentor in advance, and why."""

    ref: str
    name: str
    reason: str

    def means(self, candidate: Candidate) -> bool:
        """Whether this is that candidate."""
        return self.ref in (candidate.id, candidate.city.id) or normalise(self.ref) in candidate.city.names


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a pairing says about who can be its mentor.

    `busy` are the other pairings under way, by mentor; `decided` that this pairing has its mentor, so
    that places taken since then are only mentioned.  Which city it is, is not known here.
    """

    excluded: tuple[Choice, ...]
    forced: Choice | None
    busy: Mapping[str, tuple[str, ...]]
    decided: bool
    interpreter: bool


def conditions_of(case: Case, lang: str) -> Conditions:
    """The conditions of a pairing."""
    workspace, pairing = case.workspace, case.pairing
    matching = pairing["matching"]

    def choice(node: Node) -> Choice | None:
        ref = node["city"].word
        if not ref:
            return None
        id_ = workspace.organisation_id(ref)
        if is_private(node):
            return Choice(id_, "…", "")
        reason = node["reason"].text(lang, *workspace.languages)
        return Choice(id_, workspace.name_of(ref, lang), reason)

    busy: dict[str, tuple[str, ...]] = {}
    for other in workspace.cases():
        if other.id == case.id or not other.readable or other.ended or not other.mentor:
            continue
        busy[other.mentor] = (*busy.get(other.mentor, ()), other.id)
    interpretation = pairing["interpretation"]
    return Conditions(
        excluded=tuple(found for node in matching["exclusions"] if (found := choice(node))),
        forced=choice(matching["forced"]),
        busy=busy,
        decided=bool(pairing.at("mentor", "city").word),
        interpreter=interpretation.value is True or bool(interpretation.text()),
    )


def gates(
    mentee: Mentee, candidate: Candidate, matched: Sequence[Match], conditions: Conditions
) -> tuple[Gate, ...]:
    """The conditions that a candidate does not meet, hard ones first."""
    found = [*_hard(mentee.city, candidate, conditions), *_soft(mentee, candidate, matched, conditions)]
    return tuple(sorted(found, key=lambda gate: not gate.hard))


def is_barred(mentee: City, candidate: Candidate, conditions: Conditions) -> bool:
    """Whether a hard condition speaks against a candidate, whatever it offers."""
    return any(gate.hard for gate in _hard(mentee, candidate, conditions))


def barring(mentee: City, candidate: Candidate, conditions: Conditions) -> tuple[Gate, ...]:
    """The hard conditions that a candidate does not meet, whatever it offers."""
    return tuple(gate for gate in _hard(mentee, candidate, conditions) if gate.hard)


def _hard(mentee: City, candidate: Candidate, conditions: Conditions) -> Iterator[Gate]:
    city = candidate.city
    who = {"mentor": city.name, "mentee": mentee.name}
    if not candidate.readable:
        text = N_("{file} cannot be read; `mentorat check` says why.")
        yield Gate("unreadable", True, Message(text, {"file": candidate.file}))
    if same_authority(mentee, city):
        yield Gate(
            "same_authority", True, Message(N_("{mentor} and the mentee are the same authority."), who)
        )
    yield from _capacity(candidate, conditions)
    for excluded in conditions.excluded:
        if excluded.means(candidate):
            yield _chosen(
                "excluded",
                N_("{mentor} is excluded from this pairing: “{reason}”"),
                N_("{mentor} is excluded from this pairing; no reason is written down."),
                city.name,
                excluded.reason,
            )
    forced = conditions.forced
    if forced and not forced.means(candidate):
        yield _chosen(
            "forced",
            N_("{mentor} is set as the mentor in advance: “{reason}”"),
            N_("{mentor} is set as the mentor in advance; no reason is written down."),
            forced.name,
            forced.reason,
        )
    if mentee.languages and city.languages and not mentee.languages & city.languages:
        if conditions.interpreter:
            return
        text = N_(
            "{mentee} ({mine}) and {mentor} ({theirs}) have no working language in common, and no "
            "interpreter is planned."
        )
        if mentee.discreet or city.discreet:
            text = N_(
                "{mentee} and {mentor} have no working language in common, and no interpreter is planned."
            )
        values = {
            **who,
            "mine": ", ".join(sorted(mentee.languages)),
            "theirs": ", ".join(sorted(city.languages)),
        }
        yield Gate("language", True, Message(text, values))


def _chosen(id_: str, text: str, without: str, mentor: str, reason: str, *, hard: bool = True) -> Gate:
    if not reason:
        return Gate(id_, hard, Message(without, {"mentor": mentor}))
    return Gate(id_, hard, Message(text, {"mentor": mentor, "reason": reason}))


def _capacity(candidate: Candidate, conditions: Conditions) -> Iterator[Gate]:
    name, capacity = candidate.city.name, candidate.capacity
    if capacity == 0:
        yield Gate(
            "capacity", True, Message(N_("{mentor} takes no pairing now (capacity 0)."), {"mentor": name})
        )
        return
    busy = conditions.busy.get(candidate.city.id, ())
    if capacity and len(busy) >= capacity:
        text = N_("{mentor} can mentor {capacity} at a time and has no place free: {pairings}.")
        values = {"mentor": name, "capacity": str(capacity), "pairings": ", ".join(busy)}
        yield Gate("capacity", not conditions.decided, Message(text, values))


def same_authority(one: City, other: City) -> bool:
    """Whether two cities are one: by code, else by country and name; both in the same country at least."""
    if one.country and other.country and one.country != other.country:
        return False
    if one.lau and other.lau:
        return one.lau == other.lau
    return one.id == other.id or (one.country == other.country and bool(one.names & other.names))


def _soft(
    mentee: Mentee, candidate: Candidate, matched: Sequence[Match], conditions: Conditions
) -> Iterator[Gate]:
    name = candidate.city.name
    if conditions.forced and conditions.forced.means(candidate):
        yield _chosen(
            "set_in_advance",
            N_("{mentor} is set as the mentor in advance: “{reason}”"),
            N_("{mentor} is set as the mentor in advance; no reason is written down."),
            name,
            conditions.forced.reason,
            hard=False,
        )
    urgent = {need.id for need in mentee.urgent}
    first = [match for match in matched if match.need.id in urgent]
    for match in (match for match in first if not match.covered):
        text = N_("{mentor} has no practice on the theme of “{need}”, a need of the highest priority.")
        yield Gate("top_need", False, Message(text, {"mentor": name, "need": match.need.title}))
    for match in (match for match in first if match.covered and match.gap is not None and match.gap <= 0):
        text = N_(
            "On “{need}”, a need of the highest priority, {mentor} is not ahead of {mentee}. "
            "It need not be, but ask what each would bring."
        )
        values = {"mentor": name, "mentee": mentee.city.name, "need": match.need.title}
        yield Gate("not_ahead", False, Message(text, values))
