"""The steps of the method, in their order, and what it means to have reached one.

Source: guide, chapters 3 to 5, and the deck's list of stages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mentorat.i18n import N_

StepId = Literal[
    "setup", "needs", "strengths", "match", "training", "scope", "mobilise",
    "visit_1", "visit_2", "visit_3", "approve", "implement", "review",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its id, its name, what is done in it, and its place in the guide (a key of PLACES)."""

    id: StepId
    label: str
    meaning: str
    place: str


STEPS: tuple[Step, ...] = (
    Step("setup", N_("Setting up"), N_("The programme and the pairing are declared: theme, parties, period."), "chapter-2"),
    Step("needs", N_("Needs analysis"), N_("The mentee city drafts its needs, before any mentor is sought."), "chapter-4-needs"),
    Step("strengths", N_("Mentor's strengths"), N_("Candidate mentors list their strengths, practices and context."), "chapter-4-strengths"),
    Step("match", N_("Matching"), N_("Criteria are set, candidates are compared, people choose a mentor."), "chapter-4-match"),
    Step("training", N_("Training"), N_("Everybody learns the method together and agrees who does what, and when."), "chapter-4-training"),
    Step("scope", N_("Scope"), N_("The needs are refined with the mentor and the scope is agreed."), "chapter-4-scope"),
    Step("mobilise", N_("Mobilising"), N_("The local support network is convened and political leaders commit themselves."), "chapter-4-network"),
    Step("visit_1", N_("Visit: setting the scene"), N_("The mentor discovers the mentee city; a first list of actions comes out of it."), "chapter-5-visit-1"),
    Step("visit_2", N_("Visit: inspiration"), N_("The mentee sees the mentor's practices and revises its plan."), "chapter-5-visit-2"),
    Step("visit_3", N_("Visit: consolidation"), N_("Open questions are settled and the final plan is presented to politicians."), "chapter-5-visit-3"),
    Step("approve", N_("Approval"), N_("The mentee's own administration approves the plan formally."), "chapter-5-after"),
    Step("implement", N_("Implementation"), N_("Actions are carried out, with regular exchanges with the mentor."), "chapter-5-after"),
    Step("review", N_("Review"), N_("Both sides look back: what worked, what to improve, what was learned."), "deck"),
)  # fmt: skip

BY_ID: dict[str, Step] = {step.id: step for step in STEPS}
ORDER: dict[str, int] = {step.id: index for index, step in enumerate(STEPS)}

BLOCK: frozenset[str] = frozenset({"training", "scope", "mobilise"})
"""Done in any order; all three are due by the first visit."""

PHASE_STEP: dict[str, str] = {
    "setting_scene": "visit_1",
    "inspiration": "visit_2",
    "consolidation": "visit_3",
}
"""The step that a visit's phase belongs to; further visits belong to none."""


STEP_KINDS: dict[str, tuple[str, ...]] = {
    "needs": ("needs-analysis",),
    "scope": ("scope",),
    "visit_1": ("setting_scene", "action-plan"),
    "visit_2": ("inspiration",),
    "visit_3": ("consolidation",),
    "approve": ("follow-up",),
    "implement": ("follow-up",),
    "review": ("review",),
}
"""The documents, or phases of visits, without which nothing of a step is there."""


def counts(due: str, reached: str) -> bool:
    """Whether what is due from step `due` counts for a pairing that is working on step `reached`.

    While a step is current its questions are things to do; they count once a later step is current.
    Training, scope and mobilising are one block, which counts from the first visit on.
    """
    if due in BLOCK:
        return ORDER[reached] >= ORDER["visit_1"]
    return ORDER[reached] > ORDER[due]


def later(*steps: str | None) -> str:
    """The latest of some steps (`setup` where there is none)."""
    return max((step for step in steps if step in ORDER), key=ORDER.__getitem__, default="setup")


def owed_by_visit(due: str, phase: str) -> str | None:
    """The step at which a visit of some phase owes what is first due at `due`; None where it never does."""
    own = PHASE_STEP.get(phase)
    if own is None or due not in PHASE_STEP.values():
        return due
    return own if ORDER[own] >= ORDER[due] else None


def following(step: str) -> str | None:
    """The step after `step`; None after the last one."""
    index = ORDER[step] + 1
    return STEPS[index].id if index < len(STEPS) else None
