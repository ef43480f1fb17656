"""What comes out of the visits, and the work between them (VISI)."""

from __future__ import annotations

from itertools import pairwise

from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rules.answers import first_open, unanswered
from mentorat.rules.base import ERROR, WARNING, Problems, Rule, problem, rule
from mentorat.rules.cases import VisitCase
from mentorat.workspace import Case


def _between(day: Node, first: Node, second: Node) -> bool:
    """Whether a day lies between the beginnings of two visits, as far as their dates are known."""
    earliest, latest = first.at("dates", "start").date, second.at("dates", "start").last_day
    if day.date is None or (earliest and latest and latest < earliest):
        return True
    return (earliest is None or day.date >= earliest) and (latest is None or day.date <= latest)


def _talked_between(case: Case, first: Node, second: Node) -> bool:
    """Whether the partners met online between two visits."""
    number = VisitCase(case, first).number
    return any(
        meeting["after_visit"].numeric == number
        if meeting["after_visit"]
        else meeting["date"] and _between(meeting["date"], first, second)
        for meeting in case.pairing["meetings"]
    )


@rule(
    "VISI004",
    "visit-has-output",
    on="visit",
    due={"held": ERROR},
    by="mentee_city",
    place="chapter-5",
    mend=N_(
        "Note under `outputs` what exists now because of the visit: a first list of actions, a revised plan, the final plan."
    ),
    about=("visit.outputs",),
)
def visit_has_output(visit: VisitCase) -> Problems:
    """Every visit moves the plan on by one stage; what came out of it is what the next one starts from."""
    outputs = visit.visit["outputs"]
    if not outputs:
        yield problem(outputs, N_("Visit {visit} is over, and no output of it is noted."), visit=visit.number)


@rule(
    "VISI010",
    "plan-revised-after-inspiration",
    on="pairing",
    due={"after_inspiration": ERROR},
    by="mentee_city",
    place="chapter-5-visit-2",
    mend=N_(
        "Go through the plan with what you saw, and add the date and what changed under its `revisions`."
    ),
    after=("PLAN002",),
    about=("action-plan.revisions",),
)
def plan_revised_after_inspiration(case: Case) -> Problems:
    """What the mentee saw at its mentor's changes its plan; otherwise the visit was a trip."""
    visit, revisions = case.visit("inspiration"), case.plan["revisions"]
    start = visit.at("dates", "start").date if visit else None
    if not revisions:
        yield problem(revisions, N_("No revision of the plan is noted after the visit of inspiration."))
    elif start and all((revision["date"].date or start) < start for revision in revisions):
        yield problem(revisions, N_("The plan was last revised before the visit of inspiration."))


@rule(
    "VISI011",
    "plan-final-after-consolidation",
    on="pairing",
    due={"after_consolidation": ERROR},
    by="mentee_city",
    place="chapter-5-visit-3",
    mend=N_("Settle what is open and write `status: final` in the plan."),
    after=("PLAN002",),
    about=("action-plan.status",),
)
def plan_final_after_consolidation(case: Case) -> Problems:
    """With the last visit the planning ends. Only a final plan can be put to the vote and carried out."""
    status = case.plan["status"]
    if status.word != "final":
        yield problem(status, N_("The last visit is over, but the plan is not marked as final."))


@rule(
    "VISI015",
    "draft-shown-around",
    on="pairing",
    due={"visit_2": WARNING},
    by="mentee_city",
    place="chapter-5-visit-1",
    mend=N_(
        "Ask the departments and partners concerned, and note what they think under `consultations` of the plan."
    ),
    after=("PLAN002",),
    about=("action-plan.consultations",),
)
def draft_shown_around(case: Case) -> Problems:
    """Colleagues and partners who must help to carry out an action know best whether it can work."""
    first, second = case.visit("setting_scene"), case.visit("inspiration")
    consultations = case.plan["consultations"]
    asked = {
        entry["kind"].word
        for entry in consultations
        if not first or not second or _between(entry["date"], first, second)
    }
    if asked.isdisjoint({"department", "external"}):
        text = N_(
            "Between the first two visits, neither a municipal department nor an outside partner was asked about the draft plan."
        )
        yield problem(consultations, text)
    elif "department" not in asked:
        text = N_("Between the first two visits, no municipal department was asked about the draft plan.")
        yield problem(consultations, text)
    elif "external" not in asked:
        text = N_("Between the first two visits, no outside partner was asked about the draft plan.")
        yield problem(consultations, text)


@rule(
    "VISI016",
    "online-between-visits",
    on="pairing",
    due={"visit_2": WARNING},
    by="facilitator",
    place="chapter-5",
    mend=N_(
        "Talk online about the next visit and the draft plan, and note it under `meetings` with its date."
    ),
    about=("pairing.meetings",),
)
def online_between_visits(case: Case) -> Problems:
    """Months lie between two visits. Work online keeps the plan moving and prepares the next visit."""
    for first, second in pairwise(case.visits):
        due = case.is_held(second) or second["phase"].word == "inspiration"
        if due and not _talked_between(case, first, second):
            earlier, later = VisitCase(case, first).number, VisitCase(case, second).number
            text = N_("No online meeting is noted between visit {earlier} and visit {later}.")
            yield problem(case.pairing["meetings"], text, earlier=earlier, later=later)


@rule(
    "VISI018",
    "visit-agrees-next-steps",
    on="visit",
    due={"held": WARNING},
    by="mentee_city",
    place="annex-1",
    mend=N_("Write under `next_steps` who does what, and by when (`who`, `what`, `due`)."),
    about=("visit.next_steps", "visit.next_steps[].who", "visit.next_steps[].what", "visit.next_steps[].due"),
)
def visit_agrees_next_steps(visit: VisitCase) -> Problems:
    """Good intentions fade on the way home. A visit ends with what each party does next."""
    steps = visit.visit["next_steps"]
    if not steps:
        yield problem(steps, N_("Visit {visit} ended without next steps."), visit=visit.number)
    for step in steps:
        parts = [step["who"], step["what"], step["due"]]
        missing = unanswered(*parts)
        if missing:
            text = N_("Next step {number} of visit {visit} does not say: {missing}.")
            yield problem(
                first_open(*parts),
                text,
                terms=("missing",),
                number=step.number,
                visit=visit.number,
                missing=missing,
            )


@rule(
    "VISI021",
    "transfer-judged",
    on="visit",
    due={"held": WARNING},
    by="mentee_city",
    place="chapter-5",
    mend=N_(
        "For each practice seen, note under `transferability` whether it can be taken over, under which conditions and why."
    ),
    about=("visit.transferability",),
)
def transfer_judged(visit: VisitCase) -> Problems:
    """Seen at work, a practice shows what could be taken over and what depends on the place. Note it while it
    is fresh.
    """
    transfer = visit.visit["transferability"]
    at_mentor = visit.phase == "inspiration" or visit.visit["host"].word == "mentor"
    if at_mentor and not transfer:
        text = N_(
            "Nothing says what the mentee can take over from what it saw during visit {visit}, and what it cannot."
        )
        yield problem(transfer, text, visit=visit.number)


@rule(
    "VISI022",
    "talks-noted",
    on="visit",
    due={"held": WARNING},
    by="mentee_city",
    place="chapter-5-visit-1",
    mend=N_("Write what came up in the talks under `findings`, `actions` and `obstacles`."),
    about=("visit.findings", "visit.findings.actions", "visit.findings.obstacles"),
)
def talks_noted(visit: VisitCase) -> Problems:
    """The interviews and focus groups are held to find what could be done and what stands in the way."""
    findings = visit.visit["findings"]
    if visit.phase not in ("setting_scene", "inspiration"):
        return
    if not findings["actions"]:
        text = N_("No possible action is noted from the talks of visit {visit}.")
        yield problem(findings["actions"], text, visit=visit.number)
    if not findings["obstacles"]:
        text = N_("No obstacle is noted from the talks of visit {visit}.")
        yield problem(findings["obstacles"], text, visit=visit.number)


RULES: tuple[Rule, ...] = (
    visit_has_output,
    plan_revised_after_inspiration,
    plan_final_after_consolidation,
    draft_shown_around,
    online_between_visits,
    visit_agrees_next_steps,
    transfer_judged,
    talks_noted,
)
