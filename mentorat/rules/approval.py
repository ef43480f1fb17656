"""Approval of the plan by the mentee's own side, and what follows while it is carried out."""

from __future__ import annotations

import datetime

from mentorat.i18n import N_
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.rules.plan import live_actions
from mentorat.rules.sides import mentor_side, same
from mentorat.rules.walking import texts
from mentorat.workspace import Case, normalise

DAYS = {"monthly": 31, "quarterly": 92, "half_yearly": 184}
"""How long, at most, an agreed rhythm lets pass between two exchanges."""


@rule(
    "APPR001", "plan-approved", on="pairing", due={"approve": WARNING, "implement": ERROR}, by="mentee_city", place="chapter-5-after",
    mend=N_("Write `body`, `date` and `decision` under `approval` in follow-up.yaml."),
    after=("PLAN002",),
    about=("follow-up.approval", "follow-up.approval.body", "follow-up.approval.date", "follow-up.approval.decision"),
)  # fmt: skip
def plan_approved(case: Case) -> Problems:
    """Without the formal consent of those who decide in the mentee city, staff and money for the plan stay uncertain."""
    approval = case.follow_up["approval"]
    if not approval:
        yield problem(approval, N_("The plan has no formal approval yet."))
        return
    labels = {"body": N_("Body"), "date": N_("Date"), "decision": N_("Decision")}
    missing = [key for key in labels if not approval[key]]
    decision = approval["decision"]
    if decision.word == "pending":
        mend = N_("Write the decision once it is taken.")
        yield problem(decision, N_("The decision on the plan is still pending."), mend=mend)
    elif decision.word == "rejected":
        mend = N_("Revise the plan with those who rejected it, and submit it again.")
        yield problem(decision, N_("The plan was rejected."), mend=mend)
    elif missing:
        names = [labels[key] for key in missing]
        text = N_("The approval of the plan lacks: {missing}.")
        yield problem(approval[missing[0]], text, missing=names, terms=("missing",))


@rule(
    "APPR002", "mentor-never-approves", on="pairing", due={"now": ERROR}, by="mentee_city", place="annex-1",
    mend=N_("Name the body of the mentee's side that approves the plan."),
    waivable=False,
)  # fmt: skip
def mentor_never_approves(case: Case) -> Problems:
    """The plan belongs to the mentee city: its own bodies decide on it, and the mentor has no vote."""
    body = case.follow_up.at("approval", "body")
    if body and same(case, body.word) in mentor_side(case):
        text = N_("{organisation} is on the mentor's side and cannot approve the mentee's plan.")
        yield problem(body, text, organisation=case.workspace.name_of(body.word))


@rule(
    "APPR003", "approver-foreseen", on="pairing", due={"approve": WARNING}, by="mentee_city", place="annex-2",
    mend=N_("Add the body to `plan_approval` in the needs analysis, or check whether the right one has decided."),
    after=("PLAN002", "APPR001", "APPR002"),
)  # fmt: skip
def approver_foreseen(case: Case) -> Problems:
    """The needs analysis asks who must have a part in approving the plan. If another body decides, somebody
    who matters may not have been asked."""
    body = case.follow_up.at("approval", "body")
    foreseen = case.needs["plan_approval"]
    if not body or not foreseen:
        return
    wanted = _ways_to_name(case, body.word)
    for entry in foreseen:
        words = [text for key in ("body", "role_or_person") for text in texts(entry[key])]
        ref = entry["organisation"].word
        named = {normalise(text) for text in words} | (_ways_to_name(case, ref) if ref else set())
        if wanted & named:
            return
    text = N_("The needs analysis does not name {body} among those who approve the plan.")
    yield problem(body, text, body=case.workspace.name_of(body.word))


def _ways_to_name(case: Case, ref: str) -> set[str]:
    document = case.workspace.organisation(ref)
    names = [*texts(document.root["names"]), *document.root["aliases"].words] if document else []
    return {normalise(name) for name in (ref, *names)} | {same(case, ref)}


@rule(
    "APPR004", "approved-after-work", on="pairing", due={"approve": WARNING}, by="mentee_city", place="chapter-5-after",
    mend=N_("Check the dates; if the plan changed after the approval, have the final version approved."),
    after=("PLAN002", "APPR001"),
)  # fmt: skip
def approved_after_work(case: Case) -> Problems:
    """What is approved should be the final plan, with all that the last visit brought."""
    approval = case.follow_up.at("approval", "date")
    approved = approval.last_day
    if not approved:
        return
    ends = [visit.at("dates", "end").date or visit.at("dates", "start").date for visit in case.visits]
    last = max((end for end in ends if end), default=None)
    final = case.plan["date"].date if case.plan["status"].word == "final" else None
    if last and approved < last:
        text = N_("The plan was approved on {date}, before the last visit ({visit}).")
        yield problem(approval, text, date=approved.isoformat(), visit=last.isoformat())
    elif final and approved < final:
        text = N_("The plan was approved on {date}, before its final version of {final}.")
        yield problem(approval, text, date=approved.isoformat(), final=final.isoformat())


@rule(
    "APPR005", "decision-can-be-found", on="pairing", due={"approve": INFO}, by="mentee_city", place="chapter-5-after",
    mend=N_("Write the number of the decision under `reference`, or its web address under `document`."),
    after=("PLAN002", "APPR001"),
    about=("follow-up.approval.reference", "follow-up.approval.document"),
)  # fmt: skip
def decision_can_be_found(case: Case) -> Problems:
    """Staff and politicians change; a number or a link lets their successors find what was decided."""
    approval = case.follow_up["approval"]
    if not approval["reference"] and not approval["document"]:
        yield problem(
            approval["reference"], N_("The approval has no number and no link under which it can be found.")
        )


@rule(
    "FOLL001", "exchange-goes-on", on="pairing", due={"implement": WARNING}, by="mentee_city", place="chapter-5-after",
    mend=N_("Arrange the next exchange and note it under `exchanges`, or agree on another `rhythm`."),
)  # fmt: skip
def exchange_goes_on(case: Case) -> Problems:
    """Regular talks with the mentor keep the work going after the visits."""
    follow_up = case.follow_up
    rhythm, exchanges = follow_up["rhythm"].word, follow_up["exchanges"]
    dates = [(day, entry["date"]) for entry in exchanges if (day := entry["date"].date) and day <= case.as_of]
    if not dates or rhythm not in DAYS:
        return
    last, node = max(dates, key=lambda pair: pair[0])
    if last + datetime.timedelta(days=DAYS[rhythm]) < case.as_of:
        sentences = {
            "monthly": N_("The last exchange with the mentor was on {date}; you agreed to talk every month."),
            "quarterly": N_(
                "The last exchange with the mentor was on {date}; you agreed to talk every three months."
            ),
            "half_yearly": N_(
                "The last exchange with the mentor was on {date}; you agreed to talk every six months."
            ),
        }
        yield problem(node, sentences[rhythm], date=last.isoformat())


@rule(
    "FOLL002", "progress-noted", on="pairing", due={"implement": WARNING}, by="mentee_city", place="chapter-5-after",
    mend=N_("Note under `progress` what has been done, with the day."),
    about=("action-plan.actions[].progress",),
)  # fmt: skip
def progress_noted(case: Case) -> Problems:
    """A short note now and then shows the network, the association and the council how far the plan has come."""
    for action in live_actions(case):
        start, status = action.at("schedule", "start").date, action["status"].word
        if action["progress"] or status == "paused":
            continue
        if start and start <= case.as_of:
            text = N_("Action “{action}” was to begin on {date}; no progress is noted.")
            yield problem(
                action["progress"], text, action=action.name, date=action.at("schedule", "start").value
            )
        elif status in ("started", "done"):
            text = N_("Action “{action}” has begun; no progress is noted.")
            yield problem(action["progress"], text, action=action.name)


@rule(
    "FOLL003", "action-late", on="pairing", due={"implement": INFO}, by="mentee_city", place="annex-6",
    mend=N_("Set `status` to `done`, or write a new date under `schedule`, `end`."),
)  # fmt: skip
def action_late(case: Case) -> Problems:
    """Being late is no fault; a date that nobody believes any more helps nobody."""
    for action in live_actions(case):
        start, end = action.at("schedule", "start").date, action.at("schedule", "end")
        if start and end.last_day and end.last_day < start:
            continue
        if end.last_day and end.last_day < case.as_of and action["status"].word != "done":
            yield problem(
                end,
                N_("Action “{action}” should have been done by {date}."),
                action=action.name,
                date=end.value,
            )


@rule(
    "FOLL004", "problems-carried-upward", on="pairing", due={"visit_3": WARNING}, by="mentee_association", place="chapter-1",
    mend=N_("Note the issues under `multilevel_issues` in follow-up.yaml; write `[]` if there is none."),
    about=("follow-up.multilevel_issues",),
)  # fmt: skip
def problems_carried_upward(case: Case) -> Problems:
    """Some problems of a city can only be solved by the region, the state or Europe; its association can take
    them there."""
    issues = case.follow_up["multilevel_issues"]
    if not issues:
        text = N_("It is not noted which local problems the associations take to other levels of government.")
        yield problem(issues, text)


@rule(
    "FOLL005", "mentor-part-after-plan", on="pairing", due={"approve": WARNING}, by="mentor_city", place="chapter-5",
    mend=N_("Write under `mentor_role` in follow-up.yaml how the mentor helps, or set `ends_at: plan` in pairing.yaml."),
    about=("follow-up.mentor_role",),
)  # fmt: skip
def mentor_part_after_plan(case: Case) -> Problems:
    """Where the mentoring goes on after the plan, both sides should know what the mentor still does."""
    role = case.follow_up["mentor_role"]
    if case.pairing["ends_at"].word == "implementation" and not role:
        text = N_("The mentoring goes on into implementation, but nobody has said how the mentor helps then.")
        yield problem(role, text)


@rule(
    "FOLL006", "network-follows-progress", on="pairing", due={"implement": WARNING}, by="local_network", place="annex-5",
    mend=N_("Write under `network_part` in follow-up.yaml how the network follows the progress."),
    after=("NETW001",),
    about=("follow-up.network_part",),
)  # fmt: skip
def network_follows_progress(case: Case) -> Problems:
    """The network helps to draft the plan, and also to see whether it is carried out."""
    part = case.follow_up["network_part"]
    if not part:
        yield problem(part, N_("It is not said how the local support network follows the progress."))


@rule(
    "FOLL007", "means-to-carry-out", on="pairing", due={"implement": WARNING}, by="mentee_city", place="chapter-5-after",
    mend=N_("List under `implementation`, `capacity` the staff, skills and means that the city has for it."),
    about=("follow-up.implementation", "follow-up.implementation.capacity"),
)  # fmt: skip
def means_to_carry_out(case: Case) -> Problems:
    """Once the mentor has left, the city needs its own capacity to do what it has planned."""
    capacity = case.follow_up.at("implementation", "capacity")
    if not capacity:
        yield problem(
            capacity, N_("It is not said with which staff and means the city carries the plan out.")
        )


RULES: tuple[Rule, ...] = (
    plan_approved,
    mentor_never_approves,
    approver_foreseen,
    approved_after_work,
    decision_can_be_found,
    exchange_goes_on,
    progress_noted,
    action_late,
    problems_carried_upward,
    mentor_part_after_plan,
    network_follows_progress,
    means_to_carry_out,
)
