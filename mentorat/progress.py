"""How far a pairing is, and how much of what each step asks is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, field

from mentorat.findings import StepProgress
from mentorat.guide.steps import ORDER, PHASE_STEP, counts, following
from mentorat.rules.cases import VisitCase
from mentorat.workspace import Case


@dataclass(slots=True)
class Clock:
    """How far one pairing, mentor or programme is, for the rules that are judged on it.

    The review is the last step, so that no later one can make it count: its own date does.
    """

    pairing: str
    reached: str
    case: Case | None = None
    visit: VisitCase | None = None
    before: str | None = None
    ended: bool = False

    def counts(self, moment: str) -> bool:
        """Whether what is due at a step or moment counts now."""
        if moment == "now":
            return True
        if self.ended:
            return False
        if moment == "review" and self.case and self.case.reviewed:
            return True
        if moment in ORDER:
            return counts(moment, self.reached)
        phase = self.visit.phase if self.visit else moment.removeprefix("after_")
        step = PHASE_STEP.get(phase)
        if step and self.before is not None:
            return ORDER[self.before] > ORDER[step]
        if step and ORDER[self.reached] > ORDER[step]:
            return True
        if self.visit:
            return self.visit.held if moment == "held" else self.visit.due_soon
        return bool(self.case and self.case.phase_held(phase))

    def step_of(self, moment: str) -> str:
        """The step that a moment belongs to ("" for what counts at once)."""
        if moment in ORDER:
            return moment
        if self.visit:
            return self.visit.step
        return PHASE_STEP.get(moment.removeprefix("after_"), "")

    def is_next(self, step: str) -> bool:
        """Whether a step is the current one or the one after it."""
        if not step:
            return True
        return ORDER[step] <= ORDER[following(self.reached) or self.reached]


@dataclass(slots=True)
class Tally:
    """Which requirements of which step hold, in one pairing."""

    units: dict[tuple[str, str], dict[str, bool]] = field(default_factory=lambda: defaultdict(dict))

    def note(self, pairing: str, step: str, unit: str, *, ok: bool) -> None:
        units = self.units[pairing, step]
        units[unit] = units.get(unit, True) and ok

    def progress(self, empty: Container[tuple[str, str]] = ()) -> tuple[StepProgress, ...]:
        """How much holds, in the order of pairings and steps; nothing does in steps that are `empty`.

        A rule that has nothing to judge finds nothing wrong; that is no progress.
        """
        order = sorted(self.units, key=lambda key: (key[0], ORDER[key[1]]))
        return tuple(
            StepProgress(
                pairing,
                step,
                0 if (pairing, step) in empty else sum(self.units[pairing, step].values()),
                len(self.units[pairing, step]),
            )
            for pairing, step in order
        )
