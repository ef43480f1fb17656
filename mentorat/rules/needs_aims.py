"""What the mentee city wants, with whom it works and what it can build on (NEED, Annex 2)."""

from __future__ import annotations

from mentorat.guide.vocabulary import REPRESENTS
from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rules.answers import people_concerned
from mentorat.rules.base import ERROR, WARNING, Problems, Rule, problem, rule
from mentorat.workspace import Case

SPEAKS_FOR: dict[str, frozenset[str]] = {
    "migrants": frozenset({"migrant_group"}),
    "ethnic_minorities": frozenset({"migrant_group"}),
    "residents": frozenset({"civil_society"}),
    "service_users": frozenset({"civil_society"}),
    "civil_society": frozenset({"civil_society"}),
    "business": frozenset({"employers", "private"}),
    "workers": frozenset({"trade_union"}),
    "administration": frozenset({"other_department", "other_government_level"}),
}
"""People concerned -> the kinds of actor that can speak for them; for anybody else, any actor may."""


@rule(
    "NEED007",
    "results-wanted",
    on="pairing",
    due={"needs": ERROR},
    by="mentee_city",
    place="annex-2",
    mend=N_("Write under `desired_results` what shall be different after the mentoring."),
    after=("NEED001",),
    about=("needs-analysis.desired_results",),
)
def results_wanted(case: Case) -> Problems:
    """The plan will be measured against what the city wanted to see at the end."""
    results = case.needs["desired_results"]
    if not results:
        yield problem(results, N_("The city names no result that it wants to see."))


@rule(
    "NEED008",
    "learning-expected",
    on="pairing",
    due={"needs": ERROR},
    by="mentee_city",
    place="annex-2",
    mend=N_("Write under `learning_expected` what you would like to see or ask elsewhere."),
    after=("NEED001",),
    about=("needs-analysis.learning_expected",),
)
def learning_expected(case: Case) -> Problems:
    """A mentor can prepare what the mentee hopes to learn, and can say early what it has no answer to."""
    learning = case.needs["learning_expected"]
    if not learning:
        yield problem(learning, N_("The city does not say what it hopes to learn from others."))


@rule(
    "NEED009",
    "key-actors",
    on="pairing",
    due={"needs": ERROR},
    by="mentee_city",
    place="annex-2",
    mend=N_(
        "Name under `key_actors` the departments, governments, companies, associations and groups you must work with (no persons)."
    ),
    after=("NEED001",),
    about=("needs-analysis.key_actors",),
)
def key_actors(case: Case) -> Problems:
    """One department rarely solves such a problem alone; whoever is needed must be known from the start."""
    actors = case.needs["key_actors"]
    if not actors:
        yield problem(actors, N_("No actor outside the department is named."))


@rule(
    "NEED010",
    "people-concerned-are-actors",
    on="pairing",
    due={"needs": WARNING},
    by="mentee_city",
    place="annex-2",
    mend=N_(
        "Add under `key_actors` a group that speaks for them, with its `type` (`migrant_group` for migrants)."
    ),
    after=("NEED001", "NEED009"),
)
def people_concerned_are_actors(case: Case) -> Problems:
    """Those whom the policy concerns know best what is missing, and they must have a say in it."""
    actors = case.needs["key_actors"]
    kinds = frozenset(actor["type"].word for actor in actors)
    missing = [
        REPRESENTS.terms.get(people, people)
        for people in people_concerned(case)
        if not kinds & SPEAKS_FOR.get(people, kinds)
    ]
    if missing:
        text = N_("No key actor speaks for the people concerned: {people}.")
        yield problem(actors, text, people=missing, terms=("people",))


@rule(
    "NEED011",
    "working-relations",
    on="pairing",
    due={"needs": WARNING},
    by="mentee_city",
    place="annex-2",
    mend=N_(
        "Say for each actor under `difficulties` whether the work together is hard (“none” is an answer), or under `to_strengthen` whether it must become stronger."
    ),
    after=("NEED001", "NEED009"),
    about=("needs-analysis.key_actors[].difficulties", "needs-analysis.key_actors[].to_strengthen"),
)
def working_relations(case: Case) -> Problems:
    """Plans fail at relations that everybody knew to be difficult and nobody wrote down."""
    silent = [
        actor
        for actor in case.needs["key_actors"]
        if not actor["difficulties"] and not actor["to_strengthen"]
    ]
    if silent:
        yield problem(
            silent[0]["difficulties"],
            N_("The analysis does not say how the work goes with these key actors: {actors}."),
            actors=", ".join(_actor(case, actor) for actor in silent),
        )


def _actor(case: Case, actor: Node) -> str:
    """What to call a key actor."""
    named = actor["name"].text(*case.workspace.languages)
    return named or case.workspace.name_of(actor["organisation"].word) or actor.name


@rule(
    "NEED012",
    "strengths-to-build-on",
    on="pairing",
    due={"needs": ERROR},
    by="mentee_city",
    place="annex-2",
    mend=N_("Write under `strengths` what is there already: people, places, networks, experience."),
    after=("NEED001",),
    about=("needs-analysis.strengths",),
)
def strengths_to_build_on(case: Case) -> Problems:
    """No city begins from nothing; a plan that builds on what works is carried out sooner."""
    strengths = case.needs["strengths"]
    if not strengths:
        yield problem(strengths, N_("The city names no strength or resource to build on."))


@rule(
    "NEED013",
    "obstacles",
    on="pairing",
    due={"needs": ERROR},
    by="mentee_city",
    place="annex-2",
    mend=N_("Write under `obstacles` what stands in the way: money, knowledge, political will, cooperation."),
    after=("NEED001",),
    about=("needs-analysis.obstacles",),
)
def obstacles(case: Case) -> Problems:
    """An obstacle that is named early can be answered by an action; one that is not will stop the plan later."""
    named = case.needs["obstacles"]
    if not named:
        yield problem(named, N_("The city names no obstacle."))


@rule(
    "NEED014",
    "plan-makers",
    on="pairing",
    due={"needs": WARNING, "scope": ERROR},
    by="mentee_city",
    place="annex-2",
    mend=N_("Name functions and bodies, never persons."),
    after=("NEED001",),
    about=("needs-analysis.plan_creation", "needs-analysis.plan_approval"),
)
def plan_makers(case: Case) -> Problems:
    """A plan is carried out by those who helped to make it, and only once the right body has approved it."""
    if not case.needs["plan_creation"]:
        yield problem(case.needs["plan_creation"], N_("Nobody is named who must help to make the plan."))
    if not case.needs["plan_approval"]:
        yield problem(case.needs["plan_approval"], N_("Nobody is named who must approve the plan."))


@rule(
    "NEED015",
    "other-benefits",
    on="pairing",
    due={"needs": WARNING},
    by="mentee_city",
    place="annex-2",
    mend=N_(
        "Write under `other_benefits` what you expect beside learning; an empty list says that it is nothing."
    ),
    after=("NEED001",),
    about=("needs-analysis.other_benefits",),
)
def other_benefits(case: Case) -> Problems:
    """Mentoring can also raise the standing of the work at home or win the backing of politicians."""
    benefits = case.needs["other_benefits"]
    if not benefits:
        yield problem(benefits, N_("The city does not say what it expects beside learning."))


@rule(
    "NEED024",
    "power-to-act",
    on="pairing",
    due={"needs": WARNING},
    by="mentee_city",
    place="chapter-4-needs",
    mend=N_("Fill in `change_agents` and both parts of `support`. These answers stay private."),
    after=("NEED001",),
    about=(
        "needs-analysis.change_agents",
        "needs-analysis.support",
        "needs-analysis.support.senior_management",
        "needs-analysis.support.politicians",
    ),
)
def power_to_act(case: Case) -> Problems:
    """Officers who know how far they can go, and who stands behind them, promise what they can keep."""
    asked = {
        N_("your own power to act"): case.needs["change_agents"],
        N_("backing by senior managers"): case.needs.at("support", "senior_management"),
        N_("backing by politicians"): case.needs.at("support", "politicians"),
    }
    missing = {label: node for label, node in asked.items() if not node}
    if missing:
        first = next(iter(missing.values()))
        yield problem(
            first,
            N_("The analysis does not look yet at: {missing}."),
            missing=list(missing),
            terms=("missing",),
        )


@rule(
    "NEED028",
    "resources-today",
    on="pairing",
    due={"needs": WARNING},
    by="mentee_city",
    place="chapter-4-needs",
    mend=N_(
        "Note under `resources` the `staff` and `budgets` there are; `none: true` says that there are none."
    ),
    after=("NEED001",),
    about=("needs-analysis.resources", "needs-analysis.resources.staff", "needs-analysis.resources.budgets"),
)
def resources_today(case: Case) -> Problems:
    """What the city can already draw on decides how large its plan may be."""
    resources = case.needs["resources"]
    if not resources.declined and not resources["staff"] and not resources["budgets"]:
        yield problem(
            resources,
            N_("The analysis does not say which staff and which money the city has for this today."),
        )


RULES: tuple[Rule, ...] = (
    results_wanted,
    learning_expected,
    key_actors,
    people_concerned_are_actors,
    working_relations,
    strengths_to_build_on,
    obstacles,
    plan_makers,
    other_benefits,
    power_to_act,
    resources_today,
)
