"""What a ranking says: frozen data, from which every report format is made.

Scores, intervals and contributions are points from 0 to 100 with one decimal; weights and coverages run
from 0 to 1.  Sentences are whole and translated when they are shown; what stands in quotation marks in
them are the cities' own words.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from mentorat.findings import Message
from mentorat.i18n import N_

REMINDER = N_("Scores help to talk; people decide.")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a score rests on: an answer of a document, with its place, and the language of a quotation.

    Where a table of the tool gave the value, `source` names it, and the place is that by which it was found.
    """

    file: str
    key: str
    text: str
    lang: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """One need or one variable: what is said of it, and the answers that this rests on."""

    sentences: tuple[Message, ...]
    evidence: tuple[Evidence, ...] = ()
    quoted: bool = False
    """Whether the evidence is a sentence worth reading, and not only a value already told."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition that a candidate does not meet; a hard one puts it behind all the others."""

    id: str
    hard: bool
    reason: Message


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of one candidate.

    `details` says more, need by need or variable by variable; `missing` what could not be compared.
    """

    id: str
    score: float
    weight: float
    contribution: float
    coverage: float
    reason: Message
    details: tuple[Detail, ...]
    missing: tuple[Message, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every answer that the score rests on, once."""
        return tuple(dict.fromkeys(found for detail in self.details for found in detail.evidence))


@dataclass(frozen=True, slots=True)
class Unmet:
    """A need on which a candidate has nothing."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class NeedFit:
    """How well the best of a candidate's offers fits one need; the offer is named where it covers the need."""

    id: str
    title: str
    fit: float
    covered: bool
    practice: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """One candidate in its place.

    `mentor` is the id of its strengths, `city` that of its organisation.  `needs` are all needs,
    `unmet_needs` those that it does not cover; `files` are what was read of it.
    `acceptability` is the share of weight draws in which it keeps that place, with `verdict` in a word
    (`solid`, `open`, `fragile`); both are absent after the twentieth place, for gated candidates, and
    where no need is written down, as half of the comparison is lacking then.
    """

    rank: int
    mentor: str
    city: str
    name: str
    score: float
    interval: tuple[float, float]
    coverage: float
    gates: tuple[Gate, ...]
    criteria: tuple[Criterion, ...]
    needs: tuple[NeedFit, ...]
    unmet_needs: tuple[Unmet, ...]
    question: Message
    could_learn: Message | None
    remarks: tuple[Message, ...]
    acceptability: float | None
    verdict: str
    files: tuple[str, ...]

    @property
    def gated(self) -> bool:
        """Whether a hard condition speaks against it."""
        return any(gate.hard for gate in self.gates)


@dataclass(frozen=True, slots=True)
class Standing:
    """The place and the score of a candidate that is not told in full."""

    rank: int
    mentor: str
    name: str
    score: float
    gated: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """A line of a register that cannot be used, and why."""

    line: int
    message: Message


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates of one pairing in their order, and what the order hangs on.

    `compared` is how many cities were compared; the first of them are `candidates`, told in full, and
    `others` come behind.  `inputs` are the hashes of all files read, `shared` those of them that bear on
    every candidate.  `assumptions` is what this run takes for granted although no document says it;
    `faults` are the first lines of a register that could not be used; `asked` is the mentor that was asked for.
    """

    pairing: str
    mentee: str
    as_of: datetime.date
    engine: str
    inputs: Mapping[str, str]
    shared: tuple[str, ...]
    weights: Mapping[str, float]
    weights_from: Message
    seed: int
    draws: int
    needs: int
    compared: int
    candidates: tuple[Ranked, ...]
    others: tuple[Standing, ...]
    assumptions: tuple[Message, ...]
    stability: tuple[Message, ...]
    notes: tuple[Message, ...]
    faults: tuple[Fault, ...] = ()
    asked: str = ""

    @property
    def digest(self) -> str:
        """One SHA-256 over all inputs."""
        return digest_of(self.inputs)


def digest_of(inputs: Mapping[str, str]) -> str:
    """One SHA-256 over the hashes of many files."""
    listed = "".join(f"{digest}  {file}\n" for file, digest in sorted(inputs.items()))
    return hashlib.sha256(listed.encode(errors="surrogatepass")).hexdigest()
