"""What a check finds: frozen data, from which every report format is made."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from mentorat.i18n import Translator
from mentorat.nodes import LocalName
from mentorat.source.positions import Path, Span, show_path


class Severity(StrEnum):
    """How the method words a requirement: must, should, can."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return ("error", "warning", "info").index(self.value)


class State(StrEnum):
    """Whether a finding counts now, comes later, or was set aside with a reason."""

    OPEN = "open"
    TODO = "todo"
    WAIVED = "waived"


Suppressor = Literal["", "inline", "pairing", "baseline"]
"""What set a finding aside: a comment beside it, an adaptation of its pairing, or a baseline that knows it."""

NOWHERE = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Message:
    """A whole English sentence and what to fill in; it is translated when it is shown.

    Values named in `terms` are sentences or labels of ours and are translated too; a value may be a
    message itself.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    terms: frozenset[str] = frozenset()

    def show(self, translate: Translator) -> str:
        """The sentence in the reader's language."""
        values = {
            key: _translated(value, translate) if key in self.terms else _local(value, translate)
            for key, value in self.values.items()
        }
        return translate(self.text, **values)


def _local(value: object, translate: Translator) -> object:
    if isinstance(value, Message):
        return value.show(translate)
    return value.within(translate.lang) if isinstance(value, LocalName) else value


def _translated(value: object, translate: Translator) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(translate(str(part)) for part in value)
    return translate(str(value))


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that mends a finding without anybody having to decide anything.

    Attributes:
        file: the document; `path` is the place inside it.
        kind: `set` writes `value` there, `rename` calls the key `value`, `quote` puts quotation marks
            around `value`, which is spelled as it stands in the file.
    """

    file: str
    path: Path
    kind: Literal["set", "rename", "quote"]
    value: Any = None

    @property
    def key(self) -> str:
        """The path as people write it."""
        return show_path(self.path)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or still missing, and everything needed to mend it.

    Attributes:
        code: the rule's code; `slug` is its name in words.
        file: the document, relative to the programme's root.
        path: the keys inside the document; `span` is where that is in the file.
        line_text: the line itself.
        message: what is wrong; `why` it matters in the method; `mend` how to put it right.
        party: who is to do it; `step` from when it is due ("" where it counts at once).
        pairing: the pairing it concerns ("" for the programme as a whole).
        reason: why it was set aside, where somebody said so; `suppressed_by` is what set it aside.
        trail: the path with the ids of entries in place of their numbers.
        fix: the change that mends it, where only one is possible.
        fingerprint: a mark that stays the same while lines and lists move around it.
    """

    code: str
    slug: str
    severity: Severity
    state: State
    file: str
    path: Path
    message: Message
    why: str
    mend: Message
    party: str
    step: str
    place: str
    pairing: str = ""
    reason: str = ""
    suppressed_by: Suppressor = ""
    waivable: bool = True
    trail: str = ""
    span: Span = NOWHERE
    line_text: str = ""
    fix: Fix | None = None
    fingerprint: str = ""

    @property
    def key(self) -> str:
        """The path as people write it."""
        return show_path(self.path)

    @property
    def where(self) -> tuple[str, int, int, str]:
        """What findings are sorted by, whatever their state: file, place and code."""
        return self.file, self.span.line, self.span.column, self.code

    @property
    def rank(self) -> tuple[bool, int, str, int, int, str]:
        """What a report is sorted by: what counts now first, the gravest first, then by place."""
        return (self.state is not State.OPEN, self.severity.rank, *self.where)


@dataclass(frozen=True, slots=True)
class StepProgress:
    """How much of what a step asks is there, in one pairing.  It describes files, not cities."""

    pairing: str
    step: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that could not be judged, and why."""

    code: str
    pairing: str
    because: Message


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of a baseline: the fingerprint of a finding, and its rule and file for people."""

    fingerprint: str
    code: str
    file: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one check.

    Attributes:
        todo: how many things to do do not count yet.
        gone: what a baseline knows and this check no longer finds.
    """

    root: str
    as_of: datetime.date
    findings: tuple[Finding, ...]
    steps: tuple[StepProgress, ...]
    skipped: tuple[Skipped, ...] = ()
    reached: Mapping[str, str] = field(default_factory=dict)
    documents: int = 0
    todo: int = 0
    notices: tuple[Message, ...] = ()
    gone: tuple[Known, ...] = ()

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that count now."""
        return tuple(finding for finding in self.findings if finding.state is State.OPEN)

    def count(self, severity: Severity) -> int:
        """How many findings of a severity count now."""
        return sum(finding.severity is severity for finding in self.open)
