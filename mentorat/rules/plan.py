"""The action plan (Annex 6): its header, its six columns, and who may lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rules.base import ERROR, WARNING, Problems, Rule, problem, rule
from mentorat.rules.sides import facilitators, mentor_side, same
from mentorat.rules.walking import entries
from mentorat.workspace import Case

_FILLED = {"after_setting_scene": WARNING, "visit_3": ERROR}


def live_actions(case: Case) -> Iterator[Node]:
    """The actions of the plan that were not dropped."""
    return (action for action in case.plan["actions"] if action["status"].word != "dropped")


@rule(
    "PLAN001", "plan-header", on="pairing", due={"after_setting_scene": ERROR}, by="mentee_city", place="annex-6",
    mend=N_("Write `title`, `date` and `version` at the top of the plan; put the version in quotes, as in \"1.10\"."),
    about=("action-plan.title", "action-plan.date", "action-plan.version"),
)  # fmt: skip
def plan_header(case: Case) -> Problems:
    """A plan passes through many hands and is revised several times: its title, its date and its version
    tell everybody which one they hold."""
    if not case.plan.exists:
        return
    labels = {"title": N_("Title"), "date": N_("Date"), "version": N_("Version")}
    missing = [key for key in labels if not case.plan[key]]
    if missing:
        names = [labels[key] for key in missing]
        text = N_("The head of the plan lacks: {missing}.")
        yield problem(case.plan[missing[0]], text, missing=names, terms=("missing",))


@rule(
    "PLAN002", "plan-has-actions", on="pairing", due={"after_setting_scene": ERROR}, by="mentee_city", place="annex-6",
    mend=N_("Write down the actions that came up in the first visit, under `actions`; a title each is enough to begin with."),
    about=("action-plan.actions",),
)  # fmt: skip
def plan_has_actions(case: Case) -> Problems:
    """The first visit ends with a first list of possible actions; all later work revises that list."""
    plan = case.plan
    if not plan.exists:
        mend = N_(
            "Run `mentorat new plan {pairing}`, and write down the actions that came up in the first visit."
        )
        yield problem(plan["actions"], N_("There is no action plan yet."), mend=mend, pairing=case.id)
    elif not plan["actions"]:
        yield problem(plan["actions"], N_("The plan has no action."))


@rule(
    "PLAN003", "action-results", on="pairing", due=_FILLED, by="mentee_city", place="annex-6",
    mend=N_("Write under `expected_results` what will be different once the action is done."),
    about=("action-plan.actions[].expected_results",),
)  # fmt: skip
def action_results(case: Case) -> Problems:
    """An action is worth its effort for what comes out of it; without an expected result nobody can judge
    it, neither before nor after."""
    for action in live_actions(case):
        if not action["expected_results"]:
            text = N_("Action “{action}” does not say which result is expected.")
            yield problem(action["expected_results"], text, action=action.name)


@rule(
    "PLAN004", "action-dates", on="pairing", due=_FILLED, by="mentee_city", place="annex-6",
    mend=N_("Write under `schedule` when it starts and ends, or in words where no date is known yet."),
    about=("action-plan.actions[].schedule",),
)  # fmt: skip
def action_dates(case: Case) -> Problems:
    """Dates show whether the actions fit together, and let progress be followed."""
    for action in live_actions(case):
        if not action["schedule"]:
            yield problem(action["schedule"], N_("Action “{action}” has no dates."), action=action.name)


@rule(
    "PLAN005", "action-lead", on="pairing", due=_FILLED, by="mentee_city", place="annex-6",
    mend=N_("Write under `lead` which organisation, or which function in it, is responsible."),
    about=("action-plan.actions[].lead",),
)  # fmt: skip
def action_lead(case: Case) -> Problems:
    """An action that nobody leads does not begin."""
    for action in live_actions(case):
        if not action["lead"]:
            yield problem(action["lead"], N_("Nobody leads action “{action}”."), action=action.name)


@rule(
    "PLAN006", "action-means", on="pairing", due=_FILLED, by="mentee_city", place="annex-6",
    mend=N_("Write `staff`, `partners` and `funding` under `resources`; one or two of them may be empty lists, but not all three."),
    about=("action-plan.actions[].resources",),
)  # fmt: skip
def action_means(case: Case) -> Problems:
    """Staff, partners and money decide whether an action can be carried out; naming them early shows what
    still has to be found."""
    for action in live_actions(case):
        resources = action["resources"]
        kinds = resources.value if isinstance(resources.value, dict) else {}
        declined = bool(kinds) and all(not resources[key] or resources[key].declined for key in kinds)
        if not resources or declined:
            text = N_("Action “{action}” names no staff, no partner and no funding.")
            yield problem(action["resources"], text, action=action.name)


@rule(
    "PLAN007", "action-success", on="pairing", due=_FILLED, by="mentee_city", place="annex-6",
    mend=N_("Write under `success_evaluation` what will show that the action worked; free words are enough."),
    about=("action-plan.actions[].success_evaluation",),
)  # fmt: skip
def action_success(case: Case) -> Problems:
    """Only a city that has said beforehand what success looks like can see later whether it was reached."""
    for action in live_actions(case):
        if not action["success_evaluation"]:
            text = N_("Action “{action}” does not say what will show that it worked.")
            yield problem(action["success_evaluation"], text, action=action.name)


@rule(
    "PLAN008", "mentor-never-leads", on="pairing", due={"now": ERROR}, by="mentee_city", place="annex-1",
    mend=N_("Name a leader on the mentee's side, and list {organisation} under `resources.partners` if it takes part."),
    waivable=False,
)  # fmt: skip
def mentor_never_leads(case: Case) -> Problems:
    """The mentor accompanies and does not decide: the plan is the mentee's, who leads its actions and
    answers for them."""
    mentors = mentor_side(case)
    for action in case.plan["actions"]:
        lead = action.at("lead", "organisation")
        if lead and same(case, lead.word) in mentors:
            text = N_("{organisation} is on the mentor's side and cannot lead action “{action}”.")
            name = case.workspace.name_of(lead.word)
            yield problem(lead, text, organisation=name, action=action.name)


@rule(
    "PLAN009", "need-taken-up", on="pairing", due=_FILLED, by="mentee_city", place="annex-6",
    mend=N_("Name the need under `answers` of an action that meets it, or take it out of the scope."),
    after=("PLAN002",),
)  # fmt: skip
def need_taken_up(case: Case) -> Problems:
    """The plan is there to meet the needs that were found; a need that no action meets was lost on the way."""
    answered = {ref for action in live_actions(case) for ref in action["answers"].words}
    for need in _needs_in_scope(case):
        if need.id not in answered:
            yield problem(need, N_("No action of the plan answers the need “{need}”."), need=need.id)


def _needs_in_scope(case: Case) -> list[Node]:
    """The needs behind the objectives in focus, else behind any objective, else all needs."""
    needs = [need for need in case.needs["items"] if need.id]
    focus = case.scope["focus_objectives"].words
    objectives = list(case.scope["objectives"])
    for chosen in ([entry for entry in objectives if entry.id in focus], objectives):
        wanted = {ref for entry in chosen for ref in entry["needs"].words}
        if wanted:
            return [need for need in needs if need.id in wanted]
    return needs


@rule(
    "PLAN010", "action-answers-need", on="pairing", due=_FILLED, by="mentee_city", place="annex-6",
    mend=N_("Write the ids of the needs it meets under `answers`."),
    about=("action-plan.actions[].answers",),
)  # fmt: skip
def action_answers_need(case: Case) -> Problems:
    """An action that answers no need may be useful, but it is not what the mentoring was begun for."""
    for action in live_actions(case) if case.needs["items"] else ():
        if not action["answers"]:
            text = N_("Action “{action}” answers none of the needs.")
            yield problem(action["answers"], text, action=action.name)


@rule(
    "PLAN013", "action-dates-in-order", on="pairing", due={"now": ERROR}, by="mentee_city", place="data",
    mend=N_("Correct `start` or `end`."),
)  # fmt: skip
def action_dates_in_order(case: Case) -> Problems:
    """Timetables and reminders are drawn from these dates."""
    for action in case.plan["actions"]:
        schedule = action["schedule"]
        start, end = schedule["start"].date, schedule["end"].last_day
        if start and end and end < start:
            yield problem(schedule["end"], N_("Action “{action}” ends before it starts."), action=action.name)


@rule(
    "PLAN021", "action-id-twice", on="pairing", due={"now": ERROR}, by="mentee_city", place="data",
    mend=N_("Give one of them another id, and correct what points to it."),
)  # fmt: skip
def action_id_twice(case: Case) -> Problems:
    """Progress, risks and reports point to an action by its id; with two of them nobody knows which is meant."""
    seen: Counter[str] = Counter()
    for action in entries(case.plan["actions"]):
        seen[action.id] += 1
        if action.id and seen[action.id] == 2:
            yield problem(action["id"], N_("Several actions have the id “{id}”."), id=action.id)


@rule(
    "PLAN023", "facilitator-leads", on="pairing", due={"now": WARNING}, by="mentee_city", place="chapter-2",
    mend=N_("Name a leader on the mentee's side; if the facilitator must lead, say why under `adaptations` in pairing.yaml."),
)  # fmt: skip
def facilitator_leads(case: Case) -> Problems:
    """A facilitator looks after the method and leaves once the pairing ends; whoever leads an action has to
    stay and to answer for it."""
    helpers = facilitators(case)
    for action in case.plan["actions"]:
        lead = action.at("lead", "organisation")
        if lead and same(case, lead.word) in helpers:
            text = N_("{organisation} facilitates the pairing and also leads action “{action}”.")
            name = case.workspace.name_of(lead.word)
            yield problem(lead, text, organisation=name, action=action.name)


RULES: tuple[Rule, ...] = (
    plan_header,
    plan_has_actions,
    action_results,
    action_dates,
    action_lead,
    action_means,
    action_success,
    mentor_never_leads,
    need_taken_up,
    action_answers_need,
    action_dates_in_order,
    action_id_twice,
    facilitator_leads,
)
