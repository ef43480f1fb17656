"""What can be rendered: a name on the command line -> the view that is made and the template it fills."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mentorat.rendering.accessibility_view import accessibility_view
from mentorat.rendering.approval_view import approval_view
from mentorat.rendering.brief_view import brief_view
from mentorat.rendering.budget_view import budget_view
from mentorat.rendering.csv import Sheet
from mentorat.rendering.dates import Happening, agenda, happenings
from mentorat.rendering.document_view import needs_view, strengths_view
from mentorat.rendering.handover_view import handover_view
from mentorat.rendering.invitation_view import invitation_view
from mentorat.rendering.issues_view import issues_view
from mentorat.rendering.library_view import library_view
from mentorat.rendering.network_view import network_view
from mentorat.rendering.plan_view import plan_view
from mentorat.rendering.practice_view import practice_view
from mentorat.rendering.progress_view import progress_view
from mentorat.rendering.review_view import review_view
from mentorat.rendering.runsheet_view import runsheet_view
from mentorat.rendering.saying import Reader, View
from mentorat.rendering.scope_view import scope_view
from mentorat.rendering.sheets import budget_sheet, network_sheet, plan_sheet
from mentorat.rendering.summary_view import summary_view
from mentorat.rendering.training_view import charter_view, training_view
from mentorat.rendering.visit_view import agenda_view, visit_view


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
