"""The scope and the common ground of both cities (SCOP)."""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.rules.answers import about_integration, first_open, unanswered
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.workspace import Case


@rule(
    "SCOP001",
    "scope-names-its-field",
    on="pairing",
    due={"scope": ERROR},
    by="mentee_city",
    place="deck",
    mend=N_("Choose at least one value under `sector` or `cross_cutting_topics`."),
    about=("scope.sector",),
)
def scope_names_its_field(case: Case) -> Problems:
    """The mentoring works on one well-defined part of the policy. Partners who have not named it prepare for
    different things.
    """
    scope = case.scope
    if not scope.exists:
        yield problem(
            scope,
            N_("There is no scope yet: nothing says what the pairing works on."),
            mend=N_("Run `mentorat new scope {pairing}` and fill in the file."),
            pairing=case.id,
        )
    elif not scope["sector"].words and not scope["cross_cutting_topics"].words:
        text = N_("The scope names neither a sector nor a cross-cutting topic.")
        yield problem(scope["sector"], text, silences=False)


@rule(
    "SCOP002",
    "scope-has-focus",
    on="pairing",
    due={"scope": WARNING},
    by="mentee_city",
    place="chapter-4-scope",
    mend=N_("List under `focus_objectives` the ids of the objectives that matter most."),
    after=("SCOP001",),
    about=("scope.focus_objectives",),
)
def scope_has_focus(case: Case) -> Problems:
    """A few visits cannot serve every objective. The city says on which of them it wants the mentor's help."""
    focus = case.scope["focus_objectives"]
    if not focus:
        yield problem(focus, N_("No objective is chosen for the mentoring to concentrate on."))


@rule(
    "SCOP003",
    "scope-says-what-helps",
    on="pairing",
    due={"scope": WARNING},
    by="mentee_city",
    place="chapter-4-scope",
    mend=N_(
        "Name under `useful_mentor_practices` a practice of the mentor, or say in words what you want to learn about."
    ),
    after=("SCOP001",),
    about=("scope.useful_mentor_practices",),
)
def scope_says_what_helps(case: Case) -> Problems:
    """The mentor can prepare what it shows only if it knows which parts of its work would help most."""
    useful = case.scope["useful_mentor_practices"]
    if not useful:
        yield problem(useful, N_("Nothing says which parts of the mentor's work would help the mentee most."))


@rule(
    "SCOP004",
    "scope-knows-its-means",
    on="pairing",
    due={"scope": WARNING},
    by="mentee_city",
    place="chapter-4-scope",
    mend=N_("Write what you know under `resources`, `people_to_involve` and `obstacles`."),
    after=("SCOP001",),
    about=("scope.resources", "scope.people_to_involve", "scope.obstacles"),
)
def scope_knows_its_means(case: Case) -> Problems:
    """Detailed planning starts from what is there already, who is needed and what stands in the way."""
    scope = case.scope
    parts = [scope["resources"], scope["people_to_involve"], scope["obstacles"]]
    missing = unanswered(*parts)
    if missing:
        text = N_("The scope says nothing yet about: {missing}.")
        yield problem(first_open(*parts), text, terms=("missing",), missing=missing)


@rule(
    "SCOP005",
    "scope-heard-others",
    on="pairing",
    due={"scope": WARNING},
    by="local_network",
    place="chapter-4-scope",
    mend=N_(
        "Note under `inputs` what the local support network or the association added, and who it came from."
    ),
    after=("SCOP001",),
    about=("scope.inputs",),
)
def scope_heard_others(case: Case) -> Problems:
    """People outside the department, and the association, see sides of the problem that the city alone does
    not.
    """
    inputs = case.scope["inputs"]
    if not inputs:
        yield problem(
            inputs, N_("Neither the local support network nor the association has added to the scope.")
        )


@rule(
    "SCOP006",
    "common-ground-compared",
    on="pairing",
    due={"scope": WARNING},
    by="mentee_city",
    place="chapter-3",
    mend=N_(
        "For each aspect under `common_ground`, say what is alike (`similar`) and what differs (`different`)."
    ),
    after=("SCOP001",),
    about=(
        "scope.common_ground",
        "scope.common_ground.institutional",
        "scope.common_ground.migration",
        "scope.common_ground.integration_concept",
    ),
)
def common_ground_compared(case: Case) -> Problems:
    """What works in one city rarely works unchanged in another. Partners who know how their settings differ
    can adapt it.
    """
    ground = case.scope["common_ground"]
    aspects = [ground["institutional"]]
    if about_integration(case):
        aspects += [ground["migration"], ground["integration_concept"]]
    missing = unanswered(*aspects)
    if missing:
        text = N_("Both cities have still to be compared on: {missing}.")
        yield problem(first_open(*aspects), text, terms=("missing",), missing=missing)


@rule(
    "SCOP007",
    "objective-serves-a-need",
    on="pairing",
    due={"scope": WARNING},
    by="mentee_city",
    place="chapter-5",
    mend=N_("List under the objective's `needs` the ids of the needs that it answers."),
    after=("SCOP001",),
    about=("scope.objectives[].needs",),
)
def objective_serves_a_need(case: Case) -> Problems:
    """The plan follows from the needs analysis; an objective without a need would lead away from it."""
    for objective in case.scope["objectives"]:
        if not objective["needs"]:
            text = N_("The objective “{objective}” answers no need.")
            yield problem(objective["needs"], text, objective=objective.name)


@rule(
    "SCOP008",
    "scope-knows-good-policy",
    on="pairing",
    due={"scope": WARNING},
    by="mentee_city",
    place="deck",
    mend=N_(
        "List under `key_elements` what you found together, or use a benchmark (`benchmark`, `used: true`)."
    ),
    after=("SCOP001",),
    about=("scope.key_elements",),
)
def scope_knows_good_policy(case: Case) -> Problems:
    """Before they plan, both cities think about what a good policy in this field is made of; a benchmark does
    it for them.
    """
    scope = case.scope
    if scope.at("benchmark", "used").value is not True and not scope["key_elements"]:
        text = N_("Nothing shows that the partners have thought together about what a good policy needs.")
        yield problem(scope["key_elements"], text)


@rule(
    "SCOP009",
    "scope-settled",
    on="pairing",
    due={"scope": INFO},
    by="facilitator",
    place="deck",
    mend=N_("Make sure that each change has its reason, and talk about what a settled theme would take."),
)
def scope_settled(case: Case) -> Problems:
    """Choosing the theme proved hard in the first pairings. Many changes are a sign to stop and talk about it."""
    history, changes = case.pairing["history"], case.scope["changes"]
    count = len(history) + len(changes)
    if count > 2:
        text = N_("The pairing or its scope has changed {count} times.")
        yield problem(history if history else changes, text, count=count)


RULES: tuple[Rule, ...] = (
    scope_names_its_field,
    scope_has_focus,
    scope_says_what_helps,
    scope_knows_its_means,
    scope_heard_others,
    common_ground_compared,
    objective_serves_a_need,
    scope_knows_good_policy,
    scope_settled,
)
