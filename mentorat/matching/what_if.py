"""What if: a mentor that does not take part, one more that does, other places, no choice made yet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mentorat.findings import Message
from mentorat.i18n import N_
from mentorat.loading import facts_of
from mentorat.matching.features import Candidate, Vocabulary, candidate_of
from mentorat.nodes import Document
from mentorat.slugs import slug
from mentorat.workspace import Workspace, normalise

KIND = "mentor-strengths"


class UnknownMentor(ValueError):
    """A name that no candidate bears, and the names that there are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = tuple(known)


class NoStrengths(ValueError):
    """A file that holds no mentor's strengths; `text` is the sentence that says so."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a run takes for granted instead of what the files say.

    Attributes:
        without: mentors that are left out, by id or name.
        added: files with the strengths of cities that are no mentors of the programme.
        places: how many pairings some mentors take, by id or name.
        ignore_choices: whether mentors that have been chosen count as not chosen yet.
        more: candidates that somebody has read elsewhere.
    """

    without: tuple[str, ...] = ()
    added: tuple[Path, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)
    ignore_choices: bool = False
    more: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """The candidates of a run: those that take part, those left out, and what is assumed of them.

    `pinned` are the ids of candidates whose places were set for this run; `outside` those of candidates
    that are no mentors of the programme; `hashes` the SHA-256 of the files that hold them.
    """

    candidates: tuple[Candidate, ...]
    left_out: tuple[Candidate, ...] = ()
    pinned: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    assumptions: tuple[Message, ...] = ()
    hashes: Mapping[str, str] = field(default_factory=dict)


def applied(
    what_if: WhatIf, candidates: Sequence[Candidate], workspace: Workspace, vocabulary: Vocabulary
) -> Field:
    """The candidates as they would be.

    Raises:
        UnknownMentor: a name means none of them.
        NoStrengths: an added file holds no strengths.
        OSError: it cannot be read.
    """
    assumptions: list[Message] = []
    hashes: dict[str, str] = {}
    known = [*candidates, *what_if.more]
    outside = {candidate.id for candidate in what_if.more}
    for path in what_if.added:
        candidate, digest = _read(path, workspace, vocabulary)
        known = [*(each for each in known if each.id != candidate.id), candidate]
        hashes[candidate.file] = digest
        outside.add(candidate.id)
        text = N_("Supposed: {mentor} takes part too ({file}).")
        assumptions.append(Message(text, {"mentor": candidate.city.name, "file": candidate.file}))
    known.sort(key=lambda candidate: candidate.id)
    out: dict[str, Candidate] = {}
    for name in what_if.without:
        for candidate in named(name, known):
            out[candidate.id] = candidate
            assumptions.append(
                Message(N_("Supposed: {mentor} does not take part."), {"mentor": candidate.city.name})
            )
    places: dict[str, int] = {}
    for name, number in what_if.places.items():
        for candidate in named(name, known):
            places[candidate.id] = number
            values = {"mentor": candidate.city.name, "places": number}
            assumptions.append(Message(N_("Supposed: places for pairings in {mentor}: {places}."), values))
    if what_if.ignore_choices:
        assumptions.append(Message(N_("Supposed: no pairing has chosen its mentor yet.")))
    kept = [
        replace(candidate, capacity=places[candidate.id]) if candidate.id in places else candidate
        for candidate in known
        if candidate.id not in out
    ]
    return Field(
        tuple(kept),
        tuple(out.values()),
        frozenset(places),
        frozenset(outside),
        tuple(assumptions),
        hashes,
    )


def named(name: str, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates that a name means: the id of one, or of a city, or one of a city's names."""
    known = list(candidates)
    found = [candidate for candidate in known if name in (candidate.id, candidate.city.id)]
    found = found or [candidate for candidate in known if normalise(name) in candidate.city.names]
    if not found:
        raise UnknownMentor(name, [candidate.id for candidate in known])
    return iter(found)


def _read(path: Path, workspace: Workspace, vocabulary: Vocabulary) -> tuple[Candidate, str]:
    """A candidate from a file of strengths that is not the programme's."""
    data = path.read_bytes()
    facts = facts_of(data, KIND)
    content = facts.content()
    if facts.kind != KIND or content is None or not isinstance(content[0], dict):
        raise NoStrengths(path.name)
    value = content[0]
    city = value.get("city")
    id_ = slug(city) if isinstance(city, str) and slug(city) else slug(path.stem) or KIND
    document = Document(path.name, KIND, id_, id_, value)
    return candidate_of(workspace, document.root, [], vocabulary), hashlib.sha256(data).hexdigest()
