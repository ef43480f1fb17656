"""What can be rendered: a name on the command line -> the view that is made and the template it fills."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mentorat.rendering.dates import Happening, agenda, happenings
from mentorat.rendering.documents.accessibility import accessibility_view
from mentorat.rendering.documents.approval import approval_view
from mentorat.rendering.documents.brief import brief_view
from mentorat.rendering.documents.budget import budget_view
from mentorat.rendering.documents.document import needs_view, strengths_view
from mentorat.rendering.documents.handover import handover_view
from mentorat.rendering.documents.invitation import invitation_view
from mentorat.rendering.documents.issues import issues_view
from mentorat.rendering.documents.library import library_view
from mentorat.rendering.documents.network import network_view
from mentorat.rendering.documents.plan import plan_view
from mentorat.rendering.documents.practice import practice_view
from mentorat.rendering.documents.progress import progress_view
from mentorat.rendering.documents.review import review_view
from mentorat.rendering.documents.runsheet import runsheet_view
from mentorat.rendering.documents.scope import scope_view
from mentorat.rendering.documents.summary import summary_view
from mentorat.rendering.documents.training import charter_view, training_view
from mentorat.rendering.documents.visit import agenda_view, visit_view
from mentorat.rendering.formats.csv import Sheet
from mentorat.rendering.formats.sheets import budget_sheet, network_sheet, plan_sheet
from mentorat.rendering.saying import Reader, View


@dataclass(frozen=True, slots=True)
class What:
    """One kind of output: its view function, and the stem of its template in every format.

    `belongs_to` says of what there is one each: `pairing`, `visit`, `mentor`, `practice` or `programme`;
    `or_to` what may be named instead, and `leads_to` the output that its pages link to; `calendar` gives
    its dates and `sheet` its list, where it has any.
    """

    view: Callable[[Reader], View]
    template: str
    belongs_to: str = "pairing"
    or_to: str = ""
    leads_to: str = ""
    calendar: Callable[[Reader], list[Happening]] | None = None
    sheet: Callable[[Reader], Sheet] | None = None


WHAT: dict[str, What] = {
    "needs": What(needs_view, "document"),
    "strengths": What(strengths_view, "document", "mentor"),
    "practice": What(practice_view, "practice", "practice"),
    "network": What(network_view, "document", sheet=network_sheet),
    "invitation": What(invitation_view, "document"),
    "training": What(training_view, "document"),
    "charter": What(charter_view, "document"),
    "scope": What(scope_view, "document"),
    "agenda": What(agenda_view, "document", "visit", calendar=agenda),
    "runsheet": What(runsheet_view, "document", "visit"),
    "visit": What(visit_view, "document", "visit", calendar=agenda),
    "plan": What(plan_view, "plan", calendar=happenings, sheet=plan_sheet),
    "budget": What(budget_view, "document", sheet=budget_sheet),
    "approval": What(approval_view, "plan"),
    "brief": What(brief_view, "document"),
    "summary": What(summary_view, "plan"),
    "handover": What(handover_view, "document"),
    "progress": What(progress_view, "plan"),
    "review": What(review_view, "document"),
    "issues": What(issues_view, "document", "programme", or_to="association"),
    "practices": What(library_view, "library", "programme", leads_to="practice"),
    "accessibility": What(accessibility_view, "document", "programme"),
}
