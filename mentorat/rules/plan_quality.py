"""How good the plan is: made together, able to work, and with what it takes from the mentor adapted."""

from __future__ import annotations

import re

from mentorat.guide.vocabulary import REPRESENTS
from mentorat.i18n import N_
from mentorat.rules.answers import people_concerned
from mentorat.rules.base import INFO, WARNING, Problems, Rule, problem, rule
from mentorat.rules.plan import live_actions
from mentorat.rules.sides import mentor_side, same
from mentorat.rules.walking import texts
from mentorat.workspace import Case

_SERVICE = re.compile(
    r"\b(?:train(?:s|ing|ings|er|ers)?|consultan\w+|consulting|formations?|form(?:er|ent|era|eront)|formateurs?|"
    r"formatrices?|conseils?(?! (?:municipal|communal|régional|départemental|d'))|formazion[ei]|consulenz[ae]|"
    r"formación|asesor\w+|capacitación|opleiding(?:en)?|vorming|advies|adviseert|"
    r"κατάρτιση\w*|εκπαίδευση\w*|συμβουλευτικ\w+|apmācīb\w+|konsult\w+)\b",
    re.IGNORECASE,
)
"""Words of an offer to teach or to advise, in the languages of the method's first programme."""


@rule(
    "PLAN012", "success-can-be-measured", on="pairing", due={"visit_3": INFO}, by="mentee_city", place="annex-6",
    mend=N_("Add `indicator`, `baseline`, `target` and `due` where you can; words alone are a good answer too."),
)  # fmt: skip
def success_can_be_measured(case: Case) -> Problems:
    """The method asks in free words what will show success. A measure, its value today, the value aimed at
    and a date make it easier to agree later whether it came."""
    labels = {
        "indicator": N_("Measure"),
        "baseline": N_("Value today"),
        "target": N_("Value aimed at"),
        "due": N_("By when"),
    }
    for action in live_actions(case):
        for sign in action["success_evaluation"]:
            missing = [key for key in labels if not sign[key]]
            if sign and missing:
                names = [labels[key] for key in missing]
                text = N_(
                    "What is to show the success of action “{action}” could be sharper; it lacks: {missing}."
                )
                yield problem(sign[missing[0]], text, action=action.name, missing=names, terms=("missing",))


@rule(
    "PLAN014", "obstacle-answered", on="pairing", due={"visit_2": INFO}, by="mentee_city", place="chapter-4-needs",
    mend=N_("Name the obstacle under `obstacles` of an action that helps to overcome it, or of a risk with its `mitigation`."),
    after=("PLAN002",),
)  # fmt: skip
def obstacle_answered(case: Case) -> Problems:
    """The obstacles of the needs analysis do not go away by themselves; the plan should say how it deals
    with each."""
    answered = {ref for action in live_actions(case) for ref in action["obstacles"].words}
    answered |= {ref for risk in case.plan["risks"] if risk["mitigation"] for ref in risk["obstacles"].words}
    for obstacle in case.needs["obstacles"]:
        if obstacle.id and obstacle.id not in answered:
            yield problem(
                obstacle, N_("Nothing in the plan answers the obstacle “{obstacle}”."), obstacle=obstacle.id
            )


@rule(
    "PLAN015", "plan-made-together", on="pairing", due={"visit_2": WARNING}, by="mentee_city", place="chapter-4-network",
    mend=N_("Note under `codesign` when the network and others worked on the plan, and what that changed."),
    after=("PLAN002",),
    about=("action-plan.codesign",),
)  # fmt: skip
def plan_made_together(case: Case) -> Problems:
    """The local support network helps to draft the plan. Whoever has a part in it will help to carry it out."""
    if not case.plan["codesign"]:
        text = N_("The plan does not say which part the local support network had in it.")
        yield problem(case.plan["codesign"], text)


@rule(
    "PLAN016", "people-concerned-had-a-say", on="pairing", due={"visit_2": WARNING}, by="mentee_city", place="chapter-4-network",
    mend=N_("Work on the plan with an organisation that speaks for them, and note it under `codesign` with `represents`."),
    after=("PLAN002", "PLAN015"),
)  # fmt: skip
def people_concerned_had_a_say(case: Case) -> Problems:
    """Those whom the plan is for know best what helps and what does not."""
    by_organisation = {
        same(case, member["organisation"].word): member["represents"].words
        for member in case.network["members"]
        if member["organisation"]
    }
    heard: list[str] = []
    for moment in case.plan["codesign"]:
        heard += moment["represents"].words
        for ref in moment["who"].words:
            heard += by_organisation.get(same(case, ref), [])
    missing = [people for people in people_concerned(case) if people not in heard]
    if missing:
        names = [REPRESENTS.terms.get(people, people) for people in missing]
        text = N_("Nobody who helped to shape the plan speaks for those whom it concerns: {people}.")
        yield problem(case.plan["codesign"], text, people=names, terms=("people",))


@rule(
    "PLAN017", "transfer-adapted", on="pairing", due={"visit_2": INFO}, by="mentee_city", place="chapter-3",
    mend=N_("Write under `adaptation_notes` what you keep of it and what you do otherwise."),
)  # fmt: skip
def transfer_adapted(case: Case) -> Problems:
    """No two cities are alike: a practice is seldom taken over as it is, and what has to change is worth knowing."""
    for action in live_actions(case):
        source = action["transferred_from"]
        if source and not action["adaptation_notes"]:
            sheet = case.workspace.practice(source.word)
            title = sheet["title"].text(*case.workspace.languages) if sheet else ""
            text = N_("Action “{action}” takes over “{practice}” and does not say what changes in your city.")
            yield problem(source, text, action=action.name, practice=title or source.word)


@rule(
    "PLAN019", "funding-found", on="pairing", due={"visit_3": INFO}, by="mentee_city", place="annex-6",
    mend=N_("Say under `funding` who could pay, and begin with the actions that need no new money."),
)  # fmt: skip
def funding_found(case: Case) -> Problems:
    """A plan that rests on money nobody has promised may stay on paper."""
    actions = list(live_actions(case))
    open_ = []
    for action in actions:
        status = {money["status"].word for money in action.at("resources", "funding")}
        if "to_find" in status and "secured" not in status:
            open_.append(action)
    if len(open_) * 2 > len(actions):
        text = N_("For {open} of {all} actions the money has still to be found.")
        yield problem(case.plan["actions"], text, open=len(open_), all=len(actions))


@rule(
    "PLAN020", "mentor-is-no-contractor", on="pairing", due={"after_setting_scene": WARNING}, by="mentee_city", place="chapter-1",
    mend=N_("Describe what the mentor really does (listen, show, comment), or find a trainer or consultant elsewhere."),
)  # fmt: skip
def mentor_is_no_contractor(case: Case) -> Problems:
    """A mentor is a peer who shares experience; it neither trains the mentee's staff nor works as its consultant."""
    mentors = mentor_side(case)
    for action in live_actions(case):
        for partner in action.at("resources", "partners"):
            part = partner["part"]
            offers = any(map(_SERVICE.search, texts(part)))
            if offers and same(case, partner["organisation"].word) in mentors:
                text = N_(
                    "In action “{action}”, {organisation} is to train or to advise, though it is on the mentor's side."
                )
                name = case.workspace.name_of(partner["organisation"].word)
                yield problem(part, text, action=action.name, organisation=name)


@rule(
    "PLAN022", "viability-judged", on="pairing", due={"visit_2": INFO}, by="mentee_city", place="chapter-5-visit-1",
    mend=N_("Ask departments and partners, and note their view under `viability`."),
    about=("action-plan.actions[].viability",),
)  # fmt: skip
def viability_judged(case: Case) -> Problems:
    """Between the first two visits, departments and partners look at the draft and say what can work."""
    for action in live_actions(case):
        if not action.at("viability", "opinion") and not action.at("viability", "text"):
            text = N_("Nobody has said yet whether action “{action}” can work.")
            yield problem(action["viability"], text, action=action.name)


RULES: tuple[Rule, ...] = (
    success_can_be_measured,
    obstacle_answered,
    plan_made_together,
    people_concerned_had_a_say,
    transfer_adapted,
    funding_found,
    mentor_is_no_contractor,
    viability_judged,
)
