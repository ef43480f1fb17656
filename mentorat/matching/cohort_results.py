"""What a proposal for a whole cohort says: frozen data, from which every report format is made.

Scores are points from 0 to 100 with one decimal, as in a single ranking, so that every sum can be
checked by hand.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mentorat.findings import Message
from mentorat.matching.assignment import Objective
from mentorat.matching.results import Fault, Gate, Ranked, digest_of

State = Literal["proposed", "set", "open"]
"""Proposed by this run; set already by people; left without a mentor."""


@dataclass(frozen=True, slots=True)
class Option:
    """A mentor, and its score for a mentee."""

    mentor: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Shift:
    """A pairing that would change its mentor; None is to go without."""

    pairing: str
    mentee: str
    source: str | None
    target: str | None


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another mentor for a mentee, and what it would mean for the others.

    `others` are those who would have to change too; `change` is what the sum of all scores would gain or
    lose, `lowest` the lowest score of the cohort then.
    """

    mentor: Ranked
    others: tuple[Shift, ...]
    change: float
    lowest: float


@dataclass(frozen=True, slots=True)
class Placement:
    """One mentee and its mentor.

    Attributes:
        mentor: the mentor with its score and reasons; None where there is none, or where nothing is
            written down about the one that is set (`name` then says who it is).
        by_decree: whether the mentor was set from outside, before any comparison.
        favourite: the mentor with the highest score for this mentee, whoever has it.
        barred: where nobody can be proposed: how many mentors each condition bars, by its id.
        because: and the reasons of the first of them.
    """

    pairing: str
    mentee: str
    state: State
    mentor: Ranked | None
    name: str
    by_decree: bool
    favourite: Option | None
    alternates: tuple[Alternate, ...]
    needs: int
    weights: Mapping[str, float]
    barred: Mapping[str, int]
    because: tuple[Gate, ...]

    @property
    def score(self) -> float | None:
        """The score of the pair."""
        return self.mentor.score if self.mentor else None

    @property
    def regret(self) -> float | None:
        """By how many points the favourite would score higher."""
        if self.mentor is None or self.favourite is None:
            return None
        return round(max(0.0, self.favourite.score - self.mentor.score), 1)

    @property
    def has_favourite(self) -> bool:
        """Whether nobody else would score higher."""
        return self.regret == 0.0


@dataclass(frozen=True, slots=True)
class Load:
    """How many pairings a mentor can take, and which it has."""

    mentor: str
    name: str
    capacity: int
    pairings: tuple[str, ...]
    mentees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """A mentee and a mentor who would both score higher together; `instead` would lose the mentor."""

    pairing: str
    mentee: str
    mentor: str
    name: str
    mentee_gains: float
    mentor_gains: float
    instead: str
    instead_mentee: str


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """Mentees who can only be served by some mentors, which have fewer places between them.

    `taken` places of these mentors are held by pairings that are set; `open` are the mentees without one.
    """

    pairings: tuple[str, ...]
    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    names: tuple[str, ...]
    places: int
    taken: int
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A pairing whose mentor was another in an earlier run; None is to be without, or not to take part."""

    pairing: str
    mentee: str
    before: str | None
    after: str | None
    score_before: float | None
    score_after: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What is otherwise than in an earlier run."""

    as_of: str
    changes: tuple[Change, ...]
    unchanged: int
    appeared: tuple[str, ...]
    gone: tuple[str, ...]
    total_before: float
    lowest_before: float | None
    files: tuple[str, ...]
    options_differ: bool


@dataclass(frozen=True, slots=True)
class Cohort:
    """Who mentors whom.

    `options` is how the run was asked for; `assumptions` what it takes for granted instead of what the
    files say; `compared` how many cities were compared; `faults` the first lines of a register that could
    not be used.
    """

    as_of: datetime.date
    engine: str
    objective: Objective
    floor: float | None
    options: Mapping[str, object]
    assumptions: tuple[Message, ...]
    inputs: Mapping[str, str]
    weights_from: tuple[Message, ...]
    compared: int
    placements: tuple[Placement, ...]
    loads: tuple[Load, ...]
    wishes: tuple[Wish, ...]
    bottlenecks: tuple[Bottleneck, ...]
    notes: tuple[Message, ...]
    faults: tuple[Fault, ...] = ()
    difference: Difference | None = None

    @property
    def names(self) -> Mapping[str, str]:
        """What each pairing is called: its mentee, and its id beside it where two have the same."""
        times = Counter(placement.mentee for placement in self.placements)
        return {
            one.pairing: one.mentee if times[one.mentee] == 1 else f"{one.mentee} ({one.pairing})"
            for one in self.placements
        }

    @property
    def served(self) -> tuple[Placement, ...]:
        """The mentees that have a mentor."""
        return tuple(placement for placement in self.placements if placement.state != "open")

    @property
    def scores(self) -> tuple[float, ...]:
        """The scores of the pairs that have one."""
        return tuple(placement.mentor.score for placement in self.placements if placement.mentor)

    @property
    def total(self) -> float:
        """The sum of the scores."""
        return round(sum(self.scores), 1)

    @property
    def lowest(self) -> float | None:
        """The lowest score of a pair."""
        return min(self.scores, default=None)

    @property
    def digest(self) -> str:
        """One SHA-256 over all inputs."""
        return digest_of(self.inputs)
