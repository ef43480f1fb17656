"""The setting of the needs: figures, policies and the association's part (NEED, Annex 2)."""

from __future__ import annotations

from collections.abc import Iterator

from mentorat.findings import Severity
from mentorat.i18n import N_
from mentorat.nodes import Document, Node
from mentorat.rules.answers import about_integration, unanswered
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.workspace import Case

MIGRATION_TOPICS = frozenset({"integration_strategy", "immigrant_groups"})
CONTEXT_TOPICS = (
    "integration_strategy",
    "sector_policies",
    "supported_institutions",
    "ngo_networks",
    "formal_ngo_relations",
    "immigrant_groups",
)
COUNTRY_QUESTIONS = ("government_relations", "supportive_framework", "shared_goals")
"""What an association can say once for all its cities, in its own file."""
FURTHER_QUESTIONS = ("mutual_learning", "frameworks")
OLD_AFTER_YEARS = 5


def unanswered_by_association(case: Case, document: Node) -> list[str]:
    """What neither this document nor the association's own file says, though the association is asked."""
    typicality = document.at("national_context", "typicality")
    return unanswered(typicality, *(case.country_answer(document, key) for key in COUNTRY_QUESTIONS))


def further_questions(case: Case, document: Node) -> Problems:
    """What else the association is asked, there or in its own file, once it has answered those."""
    own = document["national_context"]
    for key in FURTHER_QUESTIONS:
        question = own[key].field
        if question and not case.country_answer(document, key):
            text = N_("The association has not answered yet: {question}")
            grade = Severity(question.severity)
            yield problem(own[key], text, question=question.question, terms=("question",), severity=grade)


@rule(
    "NEED016",
    "migration-history",
    on="pairing",
    due={"needs": ERROR},
    by="mentee_city",
    place="annex-2-local",
    mend=N_("Write a paragraph under `local_context`, `migration_history`."),
    after=("NEED001",),
    about=("needs-analysis.local_context.migration_history",),
)
def migration_history(case: Case) -> Problems:
    """A mentor from abroad understands the city's choices only if it knows who came, when and why."""
    history = case.needs.at("local_context", "migration_history")
    if about_integration(case) and not history:
        yield problem(history, N_("The local context does not tell how migration to the city has changed."))


@rule(
    "NEED017",
    "population",
    on="pairing",
    due={"needs": ERROR},
    by="mentee_city",
    place="annex-2-local",
    mend=N_("Write under `local_context`, `population` the `value`, its `year` and its `source`."),
    after=("NEED001",),
    about=("needs-analysis.local_context.population",),
)
def population(case: Case) -> Problems:
    """The size of a city decides which solutions fit; a figure without year and source cannot be compared."""
    figure = case.needs.at("local_context", "population")
    if figure.declined:
        return
    if figure["value"].numeric is None:
        yield problem(figure["value"] if figure else figure, N_("The number of inhabitants is missing."))
        return
    if not figure["year"]:
        yield problem(figure["year"], N_("The number of inhabitants has no year."), severity=WARNING)
    if not figure["source"]:
        yield problem(figure["source"], N_("The number of inhabitants has no source."), severity=WARNING)


@rule(
    "NEED018",
    "migrant-population",
    on="pairing",
    due={"needs": ERROR},
    by="mentee_city",
    place="annex-2-local",
    mend=N_(
        "Write under `local_context`, `migrant_population` a `value` or a `share`, and as `definition` who is counted; `not_collected` where the law forbids it."
    ),
    after=("NEED001",),
    about=("needs-analysis.local_context.migrant_population",),
)
def migrant_population(case: Case) -> Problems:
    """Countries count differently; a figure says something only together with who is counted in it."""
    figure = case.needs.at("local_context", "migrant_population")
    counted = figure["definition"]
    if not about_integration(case) or figure.declined or counted.word == "not_collected":
        return
    if figure["value"].numeric is None and figure["share"].numeric is None:
        yield problem(figure, N_("The number or share of inhabitants with a migration history is missing."))
    elif not counted:
        yield problem(
            counted,
            N_(
                "The figure on migration does not say who is counted: foreign nationals, people born abroad or others."
            ),
        )
    elif counted.word == "other" and not figure["explanation"]:
        yield problem(
            figure["explanation"],
            N_("The figure on migration counts somebody else, and does not explain whom."),
        )


@rule(
    "NEED019",
    "municipal-budget",
    on="pairing",
    due={"needs": WARNING},
    by="mentee_city",
    place="annex-2-local",
    mend=N_(
        "Write under `local_context`, `municipal_budget` a rough `amount` with its `currency`, or `unknown: true`."
    ),
    after=("NEED001",),
    about=("needs-analysis.local_context.municipal_budget",),
)
def municipal_budget(case: Case) -> Problems:
    """The yearly budget tells a mentor at once what is within reach, even where it is a rough figure."""
    budget = case.needs.at("local_context", "municipal_budget")
    if not budget.declined and budget["amount"].numeric is None:
        yield problem(budget, N_("The city's yearly budget is missing."))


@rule(
    "NEED020",
    "local-policies",
    on="pairing",
    due={"needs": WARNING},
    by="mentee_city",
    place="annex-2-local",
    mend=N_("Answer each of them under `local_context`; an empty list says that there is nothing."),
    after=("NEED001",),
    about=tuple(f"needs-analysis.local_context.{key}" for key in CONTEXT_TOPICS),
)
def local_policies(case: Case) -> Problems:
    """What is in place already, strategies, institutions and associations, is what a new action has to fit into."""
    context = case.needs["local_context"]
    asked = [key for key in CONTEXT_TOPICS if about_integration(case) or key not in MIGRATION_TOPICS]
    missing = unanswered(*(context[key] for key in asked))
    if missing:
        text = N_("Without an answer in the local context: {missing}.")
        yield problem(context, text, missing=missing, terms=("missing",))


PARTIES_ASKED = {
    "needs-analysis": ("mentee_city", "mentee_association"),
    "mentor-strengths": ("mentor_city", "mentor_association"),
    "organisation": ("mentee_association", "mentee_association"),
}
"""Kind of document -> who answers for its local and its national part."""


@rule(
    "NEED021",
    "other-factor-explained",
    on="document",
    due={"needs": ERROR},
    by="mentee_city",
    place="annex-2-local",
    mend=N_("Write under `explanation` what kind of factor it is."),
)
def other_factor_explained(document: Document) -> Problems:
    """“Other” alone tells nobody what to watch out for."""
    for part, party in zip(
        ("local_context", "national_context"), PARTIES_ASKED.get(document.kind, ()), strict=False
    ):
        for factor in document.root.at(part, "other_factors"):
            if factor["kind"].word == "other" and not factor["explanation"]:
                yield problem(
                    factor["explanation"], N_("A factor of the kind “other” is not explained."), party=party
                )


@rule(
    "NEED022",
    "association-part",
    on="pairing",
    due={"scope": ERROR},
    by="mentee_association",
    place="annex-2-national",
    mend=N_(
        "Answer under `national_context`, or once for all your cities in the association's own file, named under `taken_from`. How typical the city is stays here."
    ),
    after=("NEED001",),
    about=(
        "needs-analysis.national_context.typicality",
        *(
            f"{kind}.national_context.{key}"
            for kind in ("needs-analysis", "organisation")
            for key in (*COUNTRY_QUESTIONS, *FURTHER_QUESTIONS)
        ),
    ),
)
def association_part(case: Case) -> Problems:
    """The association knows what the state decides, whom it can talk to, and how many cities share the problem."""
    missing = unanswered_by_association(case, case.needs)
    if missing:
        text = N_("The mentee's association has not answered yet: {missing}.")
        yield problem(case.needs["national_context"], text, missing=missing, terms=("missing",))
    else:
        yield from further_questions(case, case.needs)


@rule(
    "NEED029",
    "figures-possible",
    on="document",
    due={"now": ERROR},
    by="mentee_city",
    place="data",
    mend=N_("Correct the figure; shares are written in per cent (14, not 0.14)."),
)
def figures_possible(document: Document) -> Problems:
    """A figure that cannot be right makes readers doubt all the others."""
    if document.kind not in ("needs-analysis", "mentor-strengths"):
        return
    party = PARTIES_ASKED[document.kind][0]
    context = document.root["local_context"]
    for share in (
        context.at("migrant_population", "share"),
        context.at("integration_budget", "share"),
        context.at("unemployment", "value"),
    ):
        if share.numeric is not None and not 0 <= share.numeric <= 100:
            yield problem(share, N_("{value} per cent is impossible."), value=share.numeric, party=party)
    people = context.at("population", "value")
    if people.numeric is not None and people.numeric <= 0:
        yield problem(
            people, N_("A city cannot have {value} inhabitants."), value=people.numeric, party=party
        )
        return
    for part in _parts_of_population(context):
        if part.numeric is not None and part.numeric < 0:
            yield problem(
                part, N_("A number of people cannot be negative ({value})."), value=part.numeric, party=party
            )
        elif part.numeric is not None and people.numeric is not None and part.numeric > people.numeric:
            text = N_("{value} people are more than the city has inhabitants ({population}).")
            yield problem(part, text, value=part.numeric, population=people.numeric, party=party)


def _parts_of_population(context: Node) -> Iterator[Node]:
    yield context.at("migrant_population", "value")
    for key in ("main_nationalities", "status_groups"):
        for group in context[key]:
            yield group["count"]
            yield group["value"]


@rule(
    "NEED030",
    "figures-recent",
    on="pairing",
    due={"needs": INFO},
    by="mentee_city",
    place="annex-2-local",
    mend=N_("Look for a newer figure, and give its `year` and `source`."),
    after=("NEED001",),
)
def figures_recent(case: Case) -> Problems:
    """Cities change fast; a mentor should see them as they are today."""
    context = case.needs["local_context"]
    for key in ("population", "migrant_population", "municipal_budget", "integration_budget"):
        year, question = context.at(key, "year"), context[key].field
        if question and year.numeric is not None and case.as_of.year - year.numeric > OLD_AFTER_YEARS:
            text = N_("The figure under “{field}” is from {year}.")
            yield problem(year, text, field=question.label, year=year.numeric, terms=("field",))


RULES: tuple[Rule, ...] = (
    migration_history,
    population,
    migrant_population,
    municipal_budget,
    local_policies,
    other_factor_explained,
    association_part,
    figures_possible,
    figures_recent,
)
