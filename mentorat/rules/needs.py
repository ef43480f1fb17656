"""The needs analysis itself: its date, its needs, who was asked and who revised it (NEED, Annex 2)."""

from __future__ import annotations

from mentorat.guide.vocabulary import REPRESENTS
from mentorat.i18n import N_
from mentorat.rules.answers import people_concerned
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.rules.pairing import has_mentor
from mentorat.workspace import Case, normalise

SHORTEST_PROBLEM = 40
"""A problem told in fewer characters can hardly say who, where and since when."""


@rule(
    "NEED001",
    "needs-drafted",
    on="pairing",
    due={"needs": ERROR},
    by="mentee_city",
    place="chapter-4-needs",
    mend=N_(
        "Run `mentorat new needs` with the pairing's id, fill in the file, and date the first draft under `drafted_on`."
    ),
    about=("needs-analysis.drafted_on",),
)
def needs_drafted(case: Case) -> Problems:
    """The city first finds out for itself what it needs; only then can anybody tell which mentor can help."""
    if not case.needs.exists:
        yield problem(
            case.needs,
            N_("There is no needs analysis yet."),
            mend=N_("Run `mentorat new needs {pairing}` and fill in the file."),
            pairing=case.id,
        )
    elif not case.needs["drafted_on"]:
        yield problem(
            case.needs["drafted_on"],
            N_("The needs analysis does not say when its first draft was finished."),
            mend=N_("Write the day under `drafted_on`, as in 2021-05-03."),
            silences=False,
        )


@rule(
    "NEED002",
    "needs-before-search",
    on="pairing",
    due={"match": ERROR},
    by="mentee_city",
    place="chapter-4-needs",
    mend=N_(
        "Correct the date that is wrong. If the order is right, say under `adaptations` why it was turned round."
    ),
    after=("NEED001",),
)
def needs_before_search(case: Case) -> Problems:
    """A mentor found before the needs are known shapes them to what it has to offer."""
    drafted = case.needs["drafted_on"]
    search = case.pairing.at("matching", "search_started_on")
    decision = case.pairing.at("matching", "decision", "date")
    if drafted.date is None:
        return
    if search.date and drafted.date > search.date:
        text = N_(
            "The first draft of the needs is dated {drafted}, after the search for a mentor began ({search})."
        )
        yield problem(drafted, text, drafted=drafted.word, search=search.word)
    elif decision.date and drafted.date > decision.date:
        text = N_(
            "The first draft of the needs is dated {drafted}, after the mentor was chosen ({decision})."
        )
        yield problem(drafted, text, drafted=drafted.word, decision=decision.word)


@rule(
    "NEED003",
    "need-has-problem",
    on="pairing",
    due={"needs": ERROR},
    by="mentee_city",
    place="annex-2",
    mend=N_(
        "Write at least one need under `items`, each with its `problem`: who has it, where and since when?"
    ),
    after=("NEED001",),
    about=("needs-analysis.items", "needs-analysis.items[].problem"),
)
def need_has_problem(case: Case) -> Problems:
    """Everything later answers these needs: the choice of the mentor, the visits and every action of the plan."""
    needs = case.needs["items"]
    if not needs:
        yield problem(needs, N_("The needs analysis names no need."))
    for need in needs:
        if not need["problem"]:
            yield problem(
                need["problem"],
                N_("Need “{need}” does not say what the problem is."),
                need=need.name,
                silences=False,
            )


@rule(
    "NEED004",
    "need-says-why",
    on="pairing",
    due={"needs": ERROR},
    by="mentee_city",
    place="annex-2",
    mend=N_("Write under `why` what makes this need worth meeting now."),
    after=("NEED001", "NEED003"),
    about=("needs-analysis.items[].why",),
)
def need_says_why(case: Case) -> Problems:
    """The reason shows colleagues, council and mentor that the need is real and not a fashion."""
    for need in case.needs["items"]:
        if not need["why"]:
            yield problem(need["why"], N_("Need “{need}” does not say why it should be met."), need=need.name)


@rule(
    "NEED005",
    "need-has-evidence",
    on="pairing",
    due={"needs": WARNING},
    by="mentee_city",
    place="annex-2",
    mend=N_(
        "Note under `evidence` what migrants, residents, researchers or staff say; an empty list says that there is none yet."
    ),
    after=("NEED001", "NEED003"),
    about=("needs-analysis.items[].evidence",),
)
def need_has_evidence(case: Case) -> Problems:
    """What those concerned, researchers and staff see keeps the plan from being built on a guess."""
    for need in case.needs["items"]:
        if not need["evidence"]:
            text = N_("Need “{need}” names nothing that shows it.")
            yield problem(need["evidence"], text, need=need.name)


@rule(
    "NEED006",
    "need-is-precise",
    on="pairing",
    due={"needs": WARNING},
    by="mentee_city",
    place="annex-2",
    mend=N_("Say under `problem` who has the problem, where, and since when."),
    after=("NEED001", "NEED003"),
)
def need_is_precise(case: Case) -> Problems:
    """A precise problem finds a mentor who had the same one; a slogan finds nobody in particular."""
    theme = normalise(case.pairing["theme"].text(*case.workspace.languages))
    for need in case.needs["items"]:
        said = need["problem"].text(*case.workspace.languages)
        if not need["problem"]:
            continue
        if normalise(said) == theme:
            text = N_("Need “{need}” only repeats the theme of the pairing.")
            yield problem(need["problem"], text, need=need.name)
        elif len(said) < SHORTEST_PROBLEM:
            text = N_("Need “{need}” is told in so few words that an outsider cannot see the problem.")
            yield problem(need["problem"], text, need=need.name)


@rule(
    "NEED023",
    "people-consulted",
    on="pairing",
    due={"needs": INFO},
    by="mentee_city",
    place="chapter-4-needs",
    mend=N_("Add to `consulted` which organisations were asked, and whom they represent."),
    after=("NEED001",),
    about=("needs-analysis.consulted",),
)
def people_consulted(case: Case) -> Problems:
    """An analysis made together with those concerned finds needs that city hall does not see."""
    consulted = case.needs["consulted"]
    if not consulted:
        yield problem(consulted, N_("Nobody outside is noted as consulted for the analysis."))
    elif not consulted.declined:
        heard = [people for entry in consulted for people in entry["represents"].words]
        missing = [
            REPRESENTS.terms.get(people, people) for people in people_concerned(case) if people not in heard
        ]
        if missing:
            text = N_("Nobody who represents the people concerned was consulted: {people}.")
            yield problem(consulted, text, people=missing, terms=("people",))


@rule(
    "NEED025",
    "revised-with-mentor",
    on="pairing",
    due={"scope": WARNING},
    by="mentee_city",
    place="chapter-4-needs",
    mend=N_(
        "Go through the analysis with the mentor team, and note under `revisions` when and what changed."
    ),
    after=("NEED001", "PAIR004"),
    about=("needs-analysis.revisions",),
)
def revised_with_mentor(case: Case) -> Problems:
    """Questions from outside make the needs clearer; the first joint work of both teams is to revise them."""
    if not has_mentor(case):
        return
    mentors = {"mentor_city", "mentor_association"}
    revisions = case.needs["revisions"]
    if not any(not entry["by"] or mentors & set(entry["by"].words) for entry in revisions):
        yield problem(revisions, N_("The needs analysis was not revised together with the mentor."))


@rule(
    "NEED026",
    "need-has-kind",
    on="pairing",
    due={"needs": WARNING},
    by="mentee_city",
    place="chapter-4-needs",
    mend=N_("Write `kind: policy_gap`, `kind: support_gap` or `kind: coordination`."),
    after=("NEED001", "NEED003"),
    about=("needs-analysis.items[].kind",),
)
def need_has_kind(case: Case) -> Problems:
    """A policy that is missing, support that is missing and people who do not work together need different answers."""
    for need in case.needs["items"]:
        if not need["kind"]:
            text = N_("Need “{need}” does not say whether a policy, support or coordination is missing.")
            yield problem(need["kind"], text, need=need.name)


@rule(
    "NEED027",
    "cross-cutting-topics",
    on="pairing",
    due={"needs": INFO},
    by="mentee_city",
    place="annex-2",
    mend=N_("Choose some under `cross_cutting_topics`; an empty list says that you want none."),
    after=("NEED001",),
    about=("needs-analysis.cross_cutting_topics",),
)
def cross_cutting_topics(case: Case) -> Problems:
    """Communication, evaluation or participation may deserve work of their own beside the theme."""
    topics = case.needs["cross_cutting_topics"]
    if not topics:
        yield problem(
            topics, N_("It is open whether cross-cutting topics shall be treated beside the theme.")
        )


RULES: tuple[Rule, ...] = (
    needs_drafted,
    needs_before_search,
    need_has_problem,
    need_says_why,
    need_has_evidence,
    need_is_precise,
    people_consulted,
    revised_with_mentor,
    need_has_kind,
    cross_cutting_topics,
)
