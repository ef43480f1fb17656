"""The visits: who hosts, when, who comes, what is on the agenda (VISI)."""

from __future__ import annotations

from collections.abc import Iterator

from mentorat.guide.parties import PARTIES
from mentorat.guide.vocabulary import AGENDA_KIND
from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.rules.cases import VisitCase
from mentorat.workspace import Case

USUAL_VISITS = 3

AGENDA: dict[str, tuple[str, ...]] = {
    "setting_scene": ("needs_summary", "interviews", "mentor_practices", "plan_workshop"),
    "inspiration": ("mentor_context", "interviews", "practice_visits", "plan_revision"),
    "consolidation": ("open_questions", "implementation_interviews", "final_presentation"),
}
"""What the agenda of each phase holds; each element is explained in the guide, chapter 5."""


def _sides(case: Case) -> Iterator[tuple[str, str]]:
    """The two cities and two associations, as far as they are named, with their organisations."""
    for side in ("mentee", "mentor"):
        for part in ("city", "association"):
            organisation = case.pairing.at(side, part).word
            if organisation:
                yield f"{side}_{part}", case.workspace.organisation_id(organisation)


def _expected(case: Case) -> list[str]:
    """The parties that meet at every visit, as far as the pairing has them."""
    network = ["local_network"] if case.network["members"] else []
    return [*(party for party, _ in _sides(case)), *network]


def _present(visit: VisitCase) -> set[str]:
    """The parties that take part, as they are listed or through their organisation."""
    case = visit.case
    parties = {participant["party"].word for participant in visit.visit["participants"]}
    organisations = {
        case.workspace.organisation_id(participant["organisation"].word)
        for participant in visit.visit["participants"]
    }
    organisations |= {organisation for party, organisation in _sides(case) if party in parties}
    parties |= {party for party, organisation in _sides(case) if organisation in organisations}
    if visit.visit["host"].word == "mentor" and "mentor_network" in parties:
        parties.add("local_network")
    return parties


def _three(case: Case) -> list[Node]:
    """The first and the last of three visits, as far as they are written down."""
    visits, planned = case.visits, case.pairing["visits_planned"].numeric
    if len(visits) == 3:
        return [visits[0], visits[2]]
    if planned == 3 and len(visits) < 3:
        return [visit for visit in visits if visit["number"].numeric in (1, 3)]
    return []


def _all_written(case: Case) -> bool:
    """Whether the visits are all written down, so that something can be said of them together."""
    planned = case.pairing["visits_planned"].numeric or USUAL_VISITS
    last = any(visit["phase"].word == "consolidation" for visit in case.visits)
    return last or len(case.visits) >= max(planned, 1)


@rule(
    "VISI001",
    "visit-has-host",
    on="visit",
    due={"planned": ERROR},
    by="facilitator",
    place="chapter-5",
    mend=N_("Write `host: mentee` or `host: mentor`."),
    about=("visit.host",),
)
def visit_has_host(visit: VisitCase) -> Problems:
    """Where a visit takes place decides who prepares it and what can be seen."""
    host = visit.visit["host"]
    if not host:
        text = N_("Nothing says which city hosts visit {visit}.")
        yield problem(host, text, visit=visit.number)


@rule(
    "VISI002",
    "visit-has-agenda",
    on="visit",
    due={"planned": ERROR},
    by="facilitator",
    place="chapter-5",
    mend=N_("List under `agenda` what happens when, each item with its `kind` and `title`."),
    about=("visit.agenda",),
)
def visit_has_agenda(visit: VisitCase) -> Problems:
    """Visits are short. Without an agenda, what matters most has no time left."""
    agenda = visit.visit["agenda"]
    if not agenda:
        yield problem(agenda, N_("Visit {visit} has no agenda yet."), visit=visit.number)


@rule(
    "VISI003",
    "visit-has-participants",
    on="visit",
    due={"planned": ERROR},
    by="facilitator",
    place="chapter-5",
    mend=N_(
        "List under `participants` who takes part, each with its `party` and a function instead of a name."
    ),
    about=("visit.participants",),
)
def visit_has_participants(visit: VisitCase) -> Problems:
    """A visit brings people together; who they are decides what can be asked and agreed."""
    participants = visit.visit["participants"]
    if not participants:
        yield problem(participants, N_("Nothing says who takes part in visit {visit}."), visit=visit.number)


@rule(
    "VISI005",
    "three-visits-begin-and-end-at-mentee",
    on="pairing",
    due={"match": ERROR},
    by="facilitator",
    place="chapter-5",
    mend=N_("Plan this visit in the mentee city, or set the rule aside under `adaptations` with the reason."),
)
def three_visits_begin_and_end_at_mentee(case: Case) -> Problems:
    """Of three visits, the first shows the mentor where the mentee stands, and the last brings the plan home."""
    for visit in _three(case):
        if visit["host"] and visit["host"].word != "mentee":
            text = N_(
                "Of three visits, the first and the last take place in the mentee city; visit {visit} does not."
            )
            yield problem(visit["host"], text, visit=VisitCase(case, visit).number)


@rule(
    "VISI006",
    "visits-in-both-cities",
    on="pairing",
    due={"match": WARNING},
    by="facilitator",
    place="chapter-5",
    mend=N_("Plan a visit there: `mentorat new visit {pairing}/NAME` lays the file."),
)
def visits_in_both_cities(case: Case) -> Problems:
    """The mentor understands what it has seen, and so does the mentee; each city is visited at least once."""
    hosts = {visit["host"].word for visit in case.visits}
    node = case.pairing["visits_planned"]
    if not hosts:
        yield problem(node, N_("No visit is planned yet."), pairing=case.id)
    elif "" not in hosts and _all_written(case):
        if "mentee" not in hosts:
            yield problem(node, N_("No visit takes place in the mentee city."), pairing=case.id)
        if "mentor" not in hosts:
            yield problem(node, N_("No visit takes place in the mentor city."), pairing=case.id)


@rule(
    "VISI007",
    "visit-unites-all-parties",
    on="visit",
    due={"planned": WARNING},
    by="facilitator",
    place="chapter-5",
    mend=N_("Invite them and list them under `participants`; online is better than not at all."),
    after=("VISI003",),
)
def visit_unites_all_parties(visit: VisitCase) -> Problems:
    """Both cities, both associations and the local support network meet, so that nobody has to be told
    afterwards.
    """
    present = _present(visit)
    missing = [PARTIES[party] for party in _expected(visit.case) if party not in present]
    if missing:
        text = N_("Visit {visit} takes place without: {missing}.")
        yield problem(
            visit.visit["participants"], text, terms=("missing",), visit=visit.number, missing=missing
        )


@rule(
    "VISI008",
    "agenda-fits-phase",
    on="visit",
    due={"planned": WARNING},
    by="facilitator",
    place="chapter-5",
    mend=N_("Add an item of this `kind` to the agenda, or give its `kind` to the item that stands for it."),
    after=("VISI002",),
)
def agenda_fits_phase(visit: VisitCase) -> Problems:
    """Each phase has its own task, and the elements of its agenda together achieve it."""
    agenda = visit.visit["agenda"]
    kinds = {item["kind"].word for item in agenda}
    missing = [AGENDA_KIND.terms[kind] for kind in AGENDA.get(visit.phase, ()) if kind not in kinds]
    if missing:
        text = N_("The agenda of visit {visit} lacks: {missing}.")
        yield problem(agenda, text, terms=("missing",), visit=visit.number, missing=missing)


@rule(
    "VISI012",
    "plan-shown-to-politicians",
    on="visit",
    due={"planned": WARNING},
    by="mentee_city",
    place="chapter-5-visit-3",
    mend=N_("Invite politicians to the presentation and list them with `party: politician`."),
    after=("VISI003",),
)
def plan_shown_to_politicians(visit: VisitCase) -> Problems:
    """Those who will vote on the plan should hear it from those who made it, while the mentor is there to back
    it.
    """
    participants = visit.visit["participants"]
    if visit.phase == "consolidation" and all(entry["party"].word != "politician" for entry in participants):
        text = N_("No politician is listed for visit {visit}, at which the final plan is presented.")
        yield problem(participants, text, visit=visit.number)


@rule(
    "VISI013",
    "visit-prepared",
    on="visit",
    due={"planned": WARNING},
    by="mentee_city",
    place="chapter-5",
    mend=N_("Ask the visitors what they need, and write it under `planning`, `to_see` and `to_meet`."),
    about=("visit.planning", "visit.planning.to_see", "visit.planning.to_meet"),
)
def visit_prepared(visit: VisitCase) -> Problems:
    """Two days are soon over. What to see and whom to meet is thought through before, by the hosts with the
    visitors.
    """
    planning = visit.visit["planning"]
    host = "mentor_city" if visit.visit["host"].word == "mentor" else "mentee_city"
    if not planning["to_see"]:
        text = N_("Nothing says what the visitors must see during visit {visit}.")
        yield problem(planning["to_see"], text, party=host, visit=visit.number)
    if not planning["to_meet"]:
        text = N_("Nothing says whom the visitors must meet during visit {visit}.")
        yield problem(planning["to_meet"], text, party=host, visit=visit.number)


@rule(
    "VISI017",
    "open-questions-listed",
    on="visit",
    due={"planned": WARNING},
    by="mentee_city",
    place="chapter-5-visit-3",
    mend=N_("List them under `open_questions` of the plan, or write `[]` if there are none."),
    after=("PLAN002",),
    about=("action-plan.open_questions",),
)
def open_questions_listed(visit: VisitCase) -> Problems:
    """The last visit settles what is still open. That works only if everybody knows before what it is."""
    questions = visit.case.plan["open_questions"]
    if visit.phase == "consolidation" and not questions:
        text = N_("Nothing says which questions on the plan are still open before visit {visit}.")
        yield problem(questions, text, visit=visit.number)


@rule(
    "VISI020",
    "meet-in-person",
    on="pairing",
    due={"visit_1": INFO},
    by="facilitator",
    place="deck",
    mend=N_("Plan at least one visit in person, or a meeting of the two teams on another occasion."),
)
def meet_in_person(case: Case) -> Problems:
    """Personal ties carry a mentoring, and on screens they form late."""
    modes = {visit["mode"].word for visit in case.visits}
    if modes == {"online"} and _all_written(case):
        yield problem(case.visits[0]["mode"], N_("All visits take place online."))


@rule(
    "VISI023",
    "first-visit-has-questions",
    on="visit",
    due={"planned": WARNING},
    by="mentee_city",
    place="chapter-5-visit-1",
    mend=N_("Write under `questions` what you hope to know after the visit."),
    about=("visit.questions",),
)
def first_visit_has_questions(visit: VisitCase) -> Problems:
    """A visit answers only what was asked. The summary of the needs says which questions it has to answer."""
    questions = visit.visit["questions"]
    if visit.phase == "setting_scene" and not questions:
        text = N_("Visit {visit} sets the scene, but no question is written down for it.")
        yield problem(questions, text, visit=visit.number)


RULES: tuple[Rule, ...] = (
    visit_has_host,
    visit_has_agenda,
    visit_has_participants,
    three_visits_begin_and_end_at_mentee,
    visits_in_both_cities,
    visit_unites_all_parties,
    agenda_fits_phase,
    plan_shown_to_politicians,
    visit_prepared,
    open_questions_listed,
    meet_in_person,
    first_visit_has_questions,
)
