"""What a rule is: a small function over a pairing, a visit, a mentor or the programme.

A rule yields problems at nodes (paths of keys, never lines).  Its docstring says why the method
asks for it; its decorator says from when it counts and how gravely, who is to mend it and how, where
the guide says so, and which other rules' failure makes it pointless.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from mentorat.findings import Fix, Severity
from mentorat.guide.parties import PARTIES
from mentorat.guide.places import PLACES
from mentorat.guide.steps import BY_ID
from mentorat.nodes import Node
from mentorat.source.positions import Span

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

Subject = Literal["programme", "pairing", "visit", "mentor", "practice", "benchmark", "document"]
"""What one call of a rule judges: the `Workspace`, a `Case`, a `VisitCase`, a `MentorCase`, a `Document`."""

MOMENTS = frozenset(
    {"now", "planned", "held", "after_setting_scene", "after_inspiration", "after_consolidation"}
)
"""When a rule counts, where that is no step.

`now`: at once.  `planned`: from a lead time before that visit.  `held`: once that visit is over.
`after_<phase>`: once the visit of that phase is over.
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """One failure of a rule: where, and the sentence that says it.

    `severity`, `mend` and `party` stand only where this case differs from the rule's own; `span` only
    where the place is no value of the document (a word in a comment, a line of a text file).  A problem
    that leaves the rules behind this one their say has `silences` false.  `fix` stands only where nobody
    has to decide anything.
    """

    node: Node
    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    terms: frozenset[str] = frozenset()
    severity: Severity | None = None
    mend: str = ""
    party: str = ""
    span: Span | None = None
    silences: bool = True
    fix: Fix | None = None


Problems = Iterator[Problem]
Check = Callable[[Any], Iterable[Problem]]


def problem(
    node: Node,
    text: str,
    /,
    *,
    severity: Severity | None = None,
    mend: str = "",
    party: str = "",
    span: Span | None = None,
    silences: bool = True,
    fix: Fix | None = None,
    terms: Iterable[str] = (),
    **values: Any,
) -> Problem:
    """A problem at a node.

    Args:
        node: where it is, or where the missing answer belongs.
        text: the whole English sentence, marked with `N_`, with named placeholders.
        silences: whether it makes the rules pointless that name this one as their prerequisite.
        fix: the change that mends it, where only one is possible.
        terms: the names of values that are sentences or labels of ours, to be translated too.
        values: what to fill in: words of the documents, numbers, or lists of labels.
    """
    return Problem(node, text, values, frozenset(terms), severity, mend, party, span, silences, fix)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule of the method.

    Attributes:
        code: its code; never used again for another meaning.
        slug: its name in words.
        subject: what one call judges.
        due: from which step or moment it counts, and how gravely; later entries weigh more.
        party: who is to mend it (a key of PARTIES).
        place: where the guide says so (a key of PLACES).
        mend: how to put it right.
        after: the rules whose failure silences this one.
        about: the questions it answers for, as `kind.path`; the generated rules leave them to it.
        waivable: whether the partners may set it aside with a reason.
    """

    code: str
    slug: str
    subject: Subject
    due: Mapping[str, Severity]
    party: str
    place: str
    mend: str
    check: Check
    why: str
    after: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    waivable: bool = True

    @property
    def part(self) -> str:
        """The letters of its code: the part of the method it belongs to."""
        return self.code[:4]


def found_elsewhere(_: object) -> tuple[Problem, ...]:
    """The check of rules whose problems come from reading files or from the questions themselves."""
    return ()


def rule(
    code: str,
    slug: str,
    *,
    on: Subject,
    due: Mapping[str, Severity],
    by: str,
    place: str,
    mend: str,
    after: Iterable[str] = (),
    about: Iterable[str] = (),
    waivable: bool = True,
) -> Callable[[Check], Rule]:
    """Turn a function into a rule; its docstring is the reason that people read."""
    unknown = [moment for moment in due if moment not in BY_ID and moment not in MOMENTS]
    if unknown or by not in PARTIES or place not in PLACES:
        raise ValueError(f"{code}: unknown moment, party or place ({unknown}, {by}, {place})")

    def wrap(check: Check) -> Rule:
        why = " ".join(inspect.getdoc(check).split()) if check.__doc__ else ""  # type: ignore[union-attr]
        silent, fields = frozenset(after), frozenset(about)
        return Rule(code, slug, on, due, by, place, mend, check, why, silent, fields, waivable)

    return wrap
