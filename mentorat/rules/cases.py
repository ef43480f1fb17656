"""What rules on visits, mentors and practices are given to judge."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mentorat.guide.steps import PHASE_STEP, later
from mentorat.nodes import Node
from mentorat.workspace import Case, Workspace

DEFAULT_LEAD_DAYS = 14


@dataclass(frozen=True, slots=True, eq=False)
class VisitCase:
    """One visit of a pairing."""

    case: Case
    visit: Node

    @property
    def phase(self) -> str:
        """The phase of the visit ("" where none is given)."""
        return self.case.phase_of(self.visit)

    @property
    def step(self) -> str:
        """The step of its phase ("" for a further visit)."""
        return PHASE_STEP.get(self.phase, "")

    @property
    def number(self) -> int:
        """Its number as written, else its place in the order of visits."""
        written = self.visit["number"].numeric
        if isinstance(written, int):
            return written
        files = [visit.document.file for visit in self.case.visits]
        return files.index(self.visit.document.file) + 1

    @property
    def held(self) -> bool:
        """Whether it has taken place."""
        return self.case.is_held(self.visit)

    @property
    def due_soon(self) -> bool:
        """Whether it is over, or begins within the lead time."""
        if self.held:
            return True
        start = self.visit.at("dates", "start").date
        days = self.case.workspace.programme["lead_time_days"].numeric
        lead = datetime.timedelta(days=DEFAULT_LEAD_DAYS if days is None else int(days))
        return start is not None and start - lead <= self.case.as_of


@dataclass(frozen=True, slots=True, eq=False)
class MentorCase:
    """One mentor's strengths, with the pairings that chose it."""

    workspace: Workspace
    strengths: Node
    cases: tuple[Case, ...] = ()

    @property
    def city(self) -> str:
        """The id of the mentor city."""
        return self.workspace.organisation_id(self.strengths["city"].word)

    @property
    def reached(self) -> str:
        """The latest step of its pairings; for a candidate, of the pairings that look for a mentor."""
        cases = self.cases or tuple(
            case for case in self.workspace.cases() if case.readable and not case.mentor and not case.ended
        )
        return later(*(case.reached for case in cases))


@dataclass(frozen=True, slots=True, eq=False)
class PracticeCase:
    """One good practice, with the mentor whose it is."""

    workspace: Workspace
    practice: Node
    mentor: MentorCase | None

    @property
    def name(self) -> str:
        """The last part of its id."""
        return self.practice.document.id.rsplit("/", 1)[-1]

    @property
    def reached(self) -> str:
        """The step of its mentor."""
        return self.mentor.reached if self.mentor else "setup"
