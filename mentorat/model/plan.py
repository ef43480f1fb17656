"""Annex 6: the action plan of the mentee city, one action a row and six columns."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mentorat.guide import vocabulary
from mentorat.i18n import N_
from mentorat.model.base import (
    Base,
    Date,
    Document,
    Item,
    Money,
    NeedRef,
    Number,
    ObjectiveRef,
    OneOf,
    OrganisationRef,
    PartialDate,
    PartyId,
    Period,
    PracticeRef,
    Ref,
    Text,
    Word,
    ask,
)

A6 = "annex-6"
CITY = "mentee_city"
BOTH = ("mentee_city", "mentor_city")

ObstacleRef = Annotated[str, Ref("obstacle")]


class Lead(Base):
    """Who leads an action: somebody of the mentee's side, never the mentor."""

    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("Which organisation leads the action? The mentor accompanies and does not lead."), by=CITY, place=A6, show="public")
    function: Text | None = ask(N_("Function"), N_("Which function there is responsible (no name)?"), by=CITY, place=A6, show="public")


class PlanStaff(Base):
    """Staff planned for an action, by function."""

    role: Text | None = ask(N_("Function"), N_("Which function works on the action?"), by=CITY, place=A6, show="public")
    fte: Number | None = ask(N_("Full-time equivalent"), N_("How much working time is planned (1 is full time)?"), by=CITY, place=A6, show="public")


class Partner(Base):
    """An organisation that takes part in an action without leading it."""

    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("Which organisation takes part?"), by=CITY, place=A6, show="public")
    part: Text | None = ask(N_("Part"), N_("What is its part in the action?"), by=CITY, place=A6, show="public")


class Funding(Money):
    """Money planned for an action, by funder."""

    source: Text | None = ask(N_("Funder"), N_("Who is to pay, or from which fund?"), by=CITY, place=A6, show="public")
    status: Annotated[str, OneOf(vocabulary.FUNDING_STATUS)] | None = ask(N_("Status"), N_("Is the money secured, requested or still to be found?"), by=CITY, place=A6, show="public")


class ActionResources(Base):
    """The fifth column: staff, partners and money."""

    staff: list[PlanStaff] | None = ask(N_("Staff"), N_("Which staff is planned for the action?"), by=CITY, place=A6, due="visit_1", severity="warning", show="public", none=True)
    partners: list[Partner] | None = ask(N_("Partners"), N_("Which partners take part in the action?"), by=CITY, place=A6, due="visit_1", severity="warning", show="public", none=True)
    funding: list[Funding] | None = ask(N_("Funding"), N_("Which funding is planned for the action?"), by=CITY, place=A6, due="visit_1", severity="warning", show="public", none=True)


class SuccessEvidence(Base):
    """What will show that an action worked, with a measure where there is one."""

    evidence: Text | None = ask(N_("What will show it"), N_("What will show that the action worked?"), by=CITY, place=A6, show="public")
    indicator: Text | None = ask(N_("Measure"), N_("What can be counted or observed?"), by=CITY, place="tool", show="public")
    baseline: Text | Number | None = ask(N_("Value today"), N_("What is its value today (a number, or in words)?"), by=CITY, place="tool", show="public")
    target: Text | Number | None = ask(N_("Value aimed at"), N_("Which value do you aim at (a number, or in words)?"), by=CITY, place="tool", show="public")
    source: Text | None = ask(N_("Source"), N_("Where will the value come from?"), by=CITY, place="tool", show="public")
    due: PartialDate | None = ask(N_("By when"), N_("By when should the value be reached (YYYY-MM-DD, YYYY-MM or YYYY)?"), by=CITY, place="tool", show="public")


class Viability(Base):
    """A view on whether an action can work, and whose view it is."""

    opinion: Annotated[str, OneOf(vocabulary.VIABILITY)] | None = ask(N_("Opinion"), N_("Is the action viable, doubtful or not viable?"), by=CITY, place="chapter-5-visit-1")
    source: Text | None = ask(N_("Whose opinion"), N_("Which department or partner thinks so (no person)?"), by=CITY, place="chapter-5-visit-1")
    text: Text | None = ask(N_("Reasons"), N_("Why do they think so?"), by=CITY, place="chapter-5-visit-1")


class Progress(Base):
    """Where an action stands on one day."""

    date: Date | None = ask(N_("Date"), N_("On which day was this noted?"), by=CITY, place="chapter-5-after")
    note: Text | None = ask(N_("Progress"), N_("What has been done, and what comes next?"), by=CITY, place="chapter-5-after", long=True)
    percent: Annotated[float, Field(ge=0, le=100)] | None = ask(N_("Done (%)"), N_("How much of the action is done, roughly, in per cent?"), by=CITY, place="tool")


class Action(Item):
    """One row of the plan: what the city will do about its needs."""

    title: Text | None = ask(N_("Action"), N_("What will you do, in a few words?"), by=CITY, place=A6, due="visit_1", severity="error", show="public")
    description: Text | None = ask(N_("Description"), N_("What exactly will be done, for whom and where?"), by=CITY, place=A6, show="public", long=True)
    answers: list[NeedRef] | None = ask(N_("Needs answered"), N_("Which needs of the needs analysis does the action answer (ids)?"), by=CITY, place=A6, due="visit_1", severity="warning", show="public")
    objectives: list[ObjectiveRef] | None = ask(N_("Objectives"), N_("Which objectives of the scope does the action serve (ids)?"), by=CITY, place="chapter-5", due="visit_1")
    key_factors: list[Annotated[str, Ref("key_factor")]] | None = ask(N_("Key factors"), N_("Which key factors of the benchmark does the action work on (ids), where one is used?"), by=CITY, place="chapter-3", none=True)
    expected_results: list[Text] | None = ask(N_("Expected results"), N_("Which results do you expect from the action?"), by=CITY, place=A6, due="visit_1", severity="warning", show="public")
    schedule: Period | None = ask(N_("Timetable"), N_("When will the action take place?"), by=CITY, place=A6, due="visit_1", severity="warning", show="public")
    lead: Lead | None = ask(N_("Lead"), N_("Who leads the action? It is never the mentor."), by=CITY, place=A6, due="visit_1", severity="warning", show="public")
    resources: ActionResources | None = ask(N_("Resources and partners"), N_("Which staff, partners and funding are planned for the action?"), by=CITY, place=A6, due="visit_1", severity="warning", show="public")
    success_evaluation: list[SuccessEvidence] | None = ask(N_("Evaluation of success"), N_("What will show that the action succeeded?"), by=CITY, place=A6, due="visit_1", severity="warning", show="public")
    status: Annotated[str, OneOf(vocabulary.ACTION_STATUS)] | None = ask(N_("Status"), N_("Is the action proposed, planned, started, done, paused or dropped?"), by=CITY, place="chapter-2", due="visit_1")
    transferred_from: PracticeRef | None = ask(N_("Taken over from"), N_("Does the action take over a practice of the mentor: which (id of its sheet)?"), by=CITY, place="chapter-4-commitment")
    adaptation_notes: Text | None = ask(N_("Adaptation"), N_("Where a practice is taken over: what do you change to suit your city?"), by=CITY, place="chapter-3", long=True)
    risks: list[Annotated[str, Ref("risk")]] | None = ask(N_("Risks"), N_("Which risks of the plan's list concern this action (ids)?"), by=BOTH, place="chapter-2", none=True)
    obstacles: list[ObstacleRef] | None = ask(N_("Obstacles addressed"), N_("Which obstacles of the needs analysis or the scope does the action help to overcome (ids)?"), by=CITY, place="chapter-4-needs", none=True)
    viability: Viability | None = ask(N_("Viability"), N_("Can the action work, in the view of departments and partners?"), by=CITY, place="chapter-5-visit-1", due="visit_2")
    progress: list[Progress] | None = ask(N_("Progress"), N_("What has been done so far, and when?"), by=CITY, place="chapter-5-after", due="implement", severity="warning")


class Risk(Item):
    """Something that may go wrong, and what is done about it."""

    risk: Text | None = ask(N_("Risk"), N_("What may go wrong?"), by=BOTH, place="chapter-2")
    likelihood: Literal[1, 2, 3] | None = ask(N_("Likelihood"), N_("How likely is it, from 1 to 3?"), by=BOTH, place="tool")
    impact: Literal[1, 2, 3] | None = ask(N_("Impact"), N_("How heavily would it weigh, from 1 to 3?"), by=BOTH, place="tool")
    mitigation: Text | None = ask(N_("Response"), N_("What do you do to prevent it or to soften it?"), by=BOTH, place="chapter-2")
    owner: Text | None = ask(N_("Who watches it"), N_("Which function of the mentee's side watches it (no name)?"), by=CITY, place="tool")
    obstacles: list[ObstacleRef] | None = ask(N_("Obstacles"), N_("Which obstacles of the needs analysis or the scope does this response answer (ids)?"), by=CITY, place="chapter-4-needs", none=True)


class CoDesign(Base):
    """A moment at which stakeholders shaped the plan."""

    date: Date | None = ask(N_("Date"), N_("On which day did you work on the plan together?"), by=CITY, place="chapter-4-network")
    who: list[OrganisationRef] | None = ask(N_("Who"), N_("Which organisations took part (no persons)?"), by=CITY, place="chapter-4-network")
    represents: list[Annotated[str, OneOf(vocabulary.REPRESENTS)]] | None = ask(N_("Represents"), N_("Whom did they represent?"), by=CITY, place="chapter-4-network")
    what_changed: Text | None = ask(N_("What changed"), N_("What did it change in the plan?"), by=CITY, place="chapter-4-network")


class PlanRevision(Base):
    """A revision of the plan, and the version that came out of it."""

    date: Date | None = ask(N_("Date"), N_("On which day was the plan revised?"), by=CITY, place="chapter-5-visit-1")
    version: Word | None = ask(N_("Version"), N_("Which version came out of it (in quotes)?"), by=CITY, place="chapter-5")
    with_: Annotated[list[PartyId] | None, Field(alias="with")] = ask(N_("With"), N_("With which parties was it revised?"), by=CITY, place="chapter-5-visit-1")
    summary: Text | None = ask(N_("What changed"), N_("What was changed in the plan?"), by=CITY, place="chapter-5-visit-1")


class PlanConsultation(Base):
    """What a department or an outside partner thinks of the draft."""

    kind: Annotated[str, OneOf(vocabulary.CONSULTATION_KIND)] | None = ask(N_("Kind"), N_("Is it a municipal department or an outside partner?"), by=CITY, place="chapter-5-visit-1")
    name: Text | None = ask(N_("Name"), N_("Which department or partner was asked (no person)?"), by=CITY, place="chapter-5-visit-1")
    date: Date | None = ask(N_("Date"), N_("On which day?"), by=CITY, place="chapter-5-visit-1")
    opinion: Text | None = ask(N_("Opinion"), N_("What do they think of the plan?"), by=CITY, place="chapter-5-visit-1", long=True)
    changes: Text | None = ask(N_("Changes"), N_("What did you change in the plan after it?"), by=CITY, place="chapter-5-visit-1")


class OpenQuestion(Base):
    """A question that is still open before the last visit."""

    question: Text | None = ask(N_("Question"), N_("What is still open?"), by=(CITY, "mentee_association"), place="chapter-5-visit-3")
    answer: Text | None = ask(N_("Answer"), N_("What was the answer, once it was found?"), by=(CITY, "mentee_association"), place="chapter-5-visit-3")


class ActionPlan(Document):
    """What the mentee city will do, when, led by whom, with what, and how it will know (Annex 6).

    Mentee and mentor stand in the pairing, the number of an action is its place in the list:
    neither is stored here.
    """

    kind: Literal["action-plan"]
    title: Text | None = ask(N_("Title"), N_("What is the mentoring programme of this plan called?"), by=CITY, place=A6, due="visit_1", severity="error", show="public")
    date: Date | None = ask(N_("Date"), N_("Of which day is this version of the plan?"), by=CITY, place=A6, due="visit_1", severity="error", show="public")
    version: Word | None = ask(N_("Version"), N_("Which version is this (in quotes, as in \"1.10\")?"), by=CITY, place=A6, due="visit_1", severity="error", show="public")
    status: Annotated[str, OneOf(vocabulary.DOCUMENT_STATUS)] | None = ask(N_("Status"), N_("Is the plan a draft, a revised version or final? It is final after the last visit."), by=CITY, place="chapter-5-visit-3", due="visit_3", severity="error", show="public")
    actions: list[Action] | None = ask(N_("Actions"), N_("What will you do to meet the needs that were found?"), by=CITY, place=A6, due="visit_1", severity="error", show="public")
    risks: list[Risk] | None = ask(N_("Risks"), N_("What may go wrong with the plan, and what do you do about it?"), by=BOTH, place="chapter-2", due="visit_2", severity="warning", none=True)
    codesign: list[CoDesign] | None = ask(N_("Made together"), N_("When did the local support network and other stakeholders shape the plan, and what did they change?"), by=(CITY, "local_network"), place="chapter-4-network", due="visit_2", severity="warning")
    revisions: list[PlanRevision] | None = ask(N_("Revisions"), N_("When was the plan revised with the mentor and the local support network?"), by=CITY, place="chapter-5-visit-1", due="visit_1", severity="warning")
    consultations: list[PlanConsultation] | None = ask(N_("Consultations"), N_("Which municipal departments and outside partners were asked about the draft, and what did they think?"), by=CITY, place="chapter-5-visit-1", due="visit_2", severity="warning")
    open_questions: list[OpenQuestion] | None = ask(N_("Open questions"), N_("Which questions are still open before the last visit?"), by=(CITY, "mentee_association"), place="chapter-5-visit-3", due="visit_3", severity="warning", none=True)
