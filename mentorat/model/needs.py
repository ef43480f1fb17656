"""Annex 2: the mentee city's needs analysis, with its local context and the association's part."""

from __future__ import annotations

from typing import Annotated, Literal

from mentorat.guide import vocabulary
from mentorat.i18n import N_
from mentorat.model.base import (
    Base,
    Date,
    Declinable,
    Document,
    Experience,
    Item,
    Money,
    NeedRef,
    Number,
    OneOf,
    OrganisationRef,
    Text,
    Word,
    ask,
)
from mentorat.model.context import LocalContext, NationalContext

A2 = "annex-2"
CITY = "mentee_city"


class Evidence(Base):
    """What shows that the need is real, and who says so."""

    source: Annotated[str, OneOf(vocabulary.EVIDENCE_SOURCE)] | None = ask(N_("Who says so"), N_("Who provides it: migrants, residents, researchers, city staff?"), by=CITY, place=A2)
    text: Text | None = ask(N_("Evidence"), N_("What did they say or find?"), by=CITY, place=A2, long=True)


class NeedContext(Base):
    """The frameworks around one need."""

    local: Text | None = ask(N_("Local"), N_("Which local framework matters?"), by=CITY, place="chapter-4-needs")
    regional: Text | None = ask(N_("Regional"), N_("Which regional framework matters?"), by=CITY, place="chapter-4-needs")
    national: Text | None = ask(N_("National"), N_("Which national framework matters?"), by=CITY, place="chapter-4-needs")


class Need(Item):
    """One challenge, problem or need that the city wants to tackle."""

    title: Text | None = ask(N_("Title"), N_("How would you name this need in a few words?"), by=CITY, place=A2, show="public", due="needs")
    problem: Text | None = ask(N_("Problem"), N_("Which challenge, problem or need do you want to tackle? Be precise: who, where, since when?"), by=CITY, place=A2, due="needs", severity="error", show="public", long=True)
    kind: Annotated[str, OneOf(vocabulary.NEED_KIND)] | None = ask(N_("Kind"), N_("Is it a gap in policy, a gap in support or a problem of coordination?"), by=CITY, place="chapter-4-needs", due="needs", severity="warning", show="public")
    response: Annotated[str, OneOf(vocabulary.NEED_RESPONSE)] | None = ask(N_("Response expected"), N_("Does it call for a new policy, a revised one, or both?"), by=CITY, place="chapter-4-needs", show="public")
    themes: list[Word] | None = ask(N_("Themes"), N_("Which themes of the theme list does it touch? Matching uses them first."), by=CITY, place="tool", due="needs", show="public")
    sectors: list[Annotated[str, OneOf(vocabulary.SECTOR)]] | None = ask(N_("Sectors"), N_("Which sectors are concerned (housing, employment…)?"), by=CITY, place="chapter-4-needs", due="needs", show="public", none=True)
    priority: Literal[1, 2, 3] | None = ask(N_("Priority"), N_("How urgent is it: 1 (useful), 2 (important) or 3 (most urgent)?"), by=CITY, place="tool", show="public")
    experience: Experience | None = ask(N_("Own experience"), N_("How far is the city itself on this: 0 none, 1 planned, 2 pilot, 3 established, 4 evaluated?"), by=CITY, place="tool", show="public")
    why: Text | None = ask(N_("Why"), N_("Why do you want to meet this need?"), by=CITY, place=A2, due="needs", severity="error", show="public", long=True)
    evidence: list[Evidence] | None = ask(N_("Evidence"), N_("What shows it (migrants, residents, researchers or city staff on gaps and policies that do not work)?"), by=CITY, place=A2, due="needs", severity="warning", none=True)
    gap_or_failure: Text | None = ask(N_("Gap or failure"), N_("Which gap was observed, or which policy does not work?"), by=CITY, place=A2)
    context: NeedContext | None = ask(N_("Context"), N_("Which local, regional and national frameworks bear on it?"), by=(CITY, "mentee_association"), place="chapter-4-needs", due="needs")
    causes: list[Text] | None = ask(N_("Causes"), N_("What causes the problem?"), by=CITY, place="tool", none=True)
    effects: list[Text] | None = ask(N_("Effects"), N_("What does the problem lead to?"), by=CITY, place="tool", none=True)


class Wanted(Item):
    """A change that the city wants in its work."""

    text: Text | None = ask(N_("Change"), N_("Which change does the city want?"), by=CITY, place="chapter-2", show="public")


class DesiredResult(Item):
    """An impact or a result that the city wants after the mentoring."""

    text: Text | None = ask(N_("Result"), N_("Which impact or result do you want to see?"), by=CITY, place=A2, show="public")
    territory: Text | None = ask(N_("Where"), N_("In the city, or in the region?"), by=CITY, place=A2, show="public")
    needs: list[NeedRef] | None = ask(N_("Needs met"), N_("Which needs does it meet (ids)?"), by=CITY, place=A2, show="public")


class KeyActor(Base):
    """Somebody outside the department with whom the city must work."""

    name: Text | None = ask(N_("Name"), N_("Which department, level of government, company, association or group (no person)?"), by=CITY, place=A2)
    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("Which organisation of the programme is it, if it has a file?"), by=CITY, place=A2)
    type: Annotated[str, OneOf(vocabulary.ACTOR_TYPE)] | None = ask(N_("Kind of actor"), N_("Is it another department, another level of government, private, civil society or a migrant group?"), by=CITY, place=A2)
    why: Text | None = ask(N_("Why"), N_("Why must you work with them?"), by=CITY, place=A2)
    difficulties: Text | None = ask(N_("Difficulties"), N_("Is it hard to work together? “None” is an answer."), by=CITY, place=A2, due="needs", severity="warning", show="private")
    to_strengthen: Text | bool | None = ask(N_("To be strengthened"), N_("Must the relation become stronger, and how?"), by=CITY, place=A2, due="needs", severity="warning")
    influence: Literal[1, 2, 3] | None = ask(N_("Influence"), N_("How much can they move, from 1 to 3?"), by=CITY, place="tool", show="private")
    interest: Literal[1, 2, 3] | None = ask(N_("Interest"), N_("How much does it matter to them, from 1 to 3?"), by=CITY, place="tool", show="private")


class Obstacle(Item):
    """Something that stands in the way of change."""

    kind: Annotated[str, OneOf(vocabulary.OBSTACLE_KIND)] | None = ask(N_("Kind"), N_("Is it about funding, knowledge, political commitment, cooperation, coordination or staff?"), by=CITY, place=A2)
    text: Text | None = ask(N_("Obstacle"), N_("What stands in the way?"), by=CITY, place=A2)
    severity: Literal[1, 2, 3] | None = ask(N_("Weight"), N_("How heavy is it, from 1 to 3?"), by=CITY, place="chapter-4-needs")


class ChangeAgent(Base):
    """An honest look at one's own position and power to act."""

    actor: Text | None = ask(N_("Who"), N_("Which unit or function is to drive the change?"), by=CITY, place="chapter-4-needs", show="private")
    position: Text | None = ask(N_("Position"), N_("Which position does it have in city hall?"), by=CITY, place="chapter-4-needs", show="private")
    capacity_to_act: Text | None = ask(N_("Power to act"), N_("What can it really set in motion?"), by=CITY, place="chapter-4-needs", show="private")


class Backing(Base):
    """Backing by a group of decision-makers: what there is, and what could be had."""

    current: Annotated[str, OneOf(vocabulary.SUPPORT_LEVEL)] | None = ask(N_("Today"), N_("How strong is their support today?"), by=CITY, place="chapter-4-needs", show="private")
    potential: Annotated[str, OneOf(vocabulary.SUPPORT_LEVEL)] | None = ask(N_("Possible"), N_("How strong could it become?"), by=CITY, place="chapter-4-needs", show="private")
    text: Text | None = ask(N_("Remark"), N_("What would win their support?"), by=CITY, place="chapter-4-needs", show="private")


class Support(Base):
    """Support by managers and politicians, held or obtainable."""

    senior_management: Backing | None = ask(N_("Senior managers"), N_("How far do senior managers back the work?"), by=CITY, place="chapter-4-needs", due="needs", severity="warning", show="private")
    politicians: Backing | None = ask(N_("Politicians"), N_("How far do politicians back the work?"), by=CITY, place="chapter-4-needs", due="needs", severity="warning", show="private")


class PlanPerson(Base):
    """Somebody who must take part in making or approving the plan, by function."""

    role_or_person: Text | None = ask(N_("Function"), N_("Which function (no name)?"), by=CITY, place=A2)
    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("In which organisation?"), by=CITY, place=A2)
    body: Text | None = ask(N_("Body"), N_("Which body (council, board, department)?"), by=CITY, place=A2, show="public")


class Benefit(Base):
    """A benefit expected beyond learning."""

    kind: Annotated[str, OneOf(vocabulary.BENEFIT_KIND)] | None = ask(N_("Kind"), N_("A higher local profile, political commitment, or another benefit?"), by=CITY, place=A2)
    text: Text | None = ask(N_("Benefit"), N_("What do you expect?"), by=CITY, place=A2)


class Staff(Base):
    """Staff by function."""

    role: Text | None = ask(N_("Function"), N_("Which function?"), by=CITY, place="chapter-4-needs", show="public")
    fte: Number | None = ask(N_("Full-time equivalent"), N_("How much working time (1 is full time)?"), by=CITY, place="chapter-4-needs", show="public")


class Budget(Money):
    """A budget line that exists already."""

    label: Text | None = ask(N_("Line"), N_("Which budget line?"), by=CITY, place="chapter-4-needs", show="public")


class Resources(Declinable):
    """What the city can already draw on."""

    staff: list[Staff] | None = ask(N_("Staff"), N_("Which staff works on it today?"), by=CITY, place="chapter-4-needs", due="needs", show="public", none=True)
    budgets: list[Budget] | None = ask(N_("Budgets"), N_("Which budgets are there today?"), by=CITY, place="chapter-4-needs", due="needs", show="public", none=True)


class Consultation(Base):
    """Somebody consulted for the analysis."""

    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("Who was consulted (organisation, no person)?"), by=CITY, place="chapter-4-needs")
    represents: list[Annotated[str, OneOf(vocabulary.REPRESENTS)]] | None = ask(N_("Represents"), N_("Whom does it represent?"), by=CITY, place="chapter-4-needs")
    how: Text | None = ask(N_("How"), N_("How were they consulted?"), by=CITY, place="chapter-4-needs")
    date: Date | None = ask(N_("Date"), N_("When?"), by=CITY, place="chapter-4-needs")


class Revision(Base):
    """A revision of the draft with the mentor team."""

    date: Date | None = ask(N_("Date"), N_("When was it revised?"), by=(CITY, "mentor_city"), place="chapter-4-needs")
    by: list[Annotated[str, OneOf(vocabulary.PARTY)]] | None = ask(N_("By"), N_("Which parties revised it?"), by=(CITY, "mentor_city"), place="chapter-4-needs")
    summary: Text | None = ask(N_("What changed"), N_("What was changed?"), by=(CITY, "mentor_city"), place="chapter-4-needs")


class NeedsAnalysis(Document):
    """The needs of the mentee city, tied to the context that its association supplies (Annex 2)."""

    kind: Literal["needs-analysis"]
    title: Text | None = ask(N_("Title"), N_("What is this needs analysis called?"), by=CITY, place=A2, show="public")
    drafted_on: Date | None = ask(N_("First draft"), N_("On which day was the first draft finished? It must come before the search for a mentor."), by=CITY, place="chapter-4-needs", due="needs", severity="error", show="public")
    status: Annotated[str, OneOf(vocabulary.DOCUMENT_STATUS)] | None = ask(N_("Status"), N_("Is it a draft, a revised version or final?"), by=CITY, place="chapter-4-needs", due="needs", show="public")
    version: Word | None = ask(N_("Version"), N_("Which version is this (in quotes, as in \"1.10\")?"), by=CITY, place=A2, show="public")
    items: list[Need] | None = ask(N_("Needs"), N_("Which challenges, problems or needs of your city do you want to tackle?"), by=CITY, place=A2, due="needs", severity="error", show="public")
    cross_cutting_topics: list[Annotated[str, OneOf(vocabulary.CROSS_CUTTING_TOPIC)]] | None = ask(N_("Cross-cutting topics"), N_("Should topics such as communication, evaluation or participation be treated beside the theme?"), by=CITY, place=A2, due="needs", show="public", none=True)
    changes_wanted: list[Wanted] | None = ask(N_("Changes wanted"), N_("Which changes does the city want in its own work?"), by=CITY, place="chapter-2", due="needs", show="public", none=True)
    learning_expected: list[Text] | None = ask(N_("Learning expected"), N_("What do you think other cities can teach you about this?"), by=CITY, place=A2, due="needs", severity="error", show="public")
    desired_results: list[DesiredResult] | None = ask(N_("Desired results"), N_("Which impact or result do you want in your city or region after the mentoring?"), by=CITY, place=A2, due="needs", severity="error", show="public")
    key_actors: list[KeyActor] | None = ask(N_("Key actors"), N_("With whom outside your department must you work: departments, levels of government, companies, civil society, migrant groups?"), by=CITY, place=A2, due="needs", severity="error")
    strengths: list[Text] | None = ask(N_("Strengths to build on"), N_("Which resources and strengths can you build on?"), by=CITY, place=A2, due="needs", severity="error", show="public")
    obstacles: list[Obstacle] | None = ask(N_("Obstacles"), N_("What are the main obstacles (funding, knowledge, political commitment, cooperation…)?"), by=CITY, place=A2, due="needs", severity="error")
    change_agents: list[ChangeAgent] | None = ask(N_("Power to act"), N_("Looking at yourselves: what is your position, and how far can you act for change?"), by=CITY, place="chapter-4-needs", due="needs", severity="warning", show="private")
    support: Support | None = ask(N_("Backing"), N_("How far do senior managers and politicians support the work, or could they?"), by=CITY, place="chapter-4-needs", due="needs", severity="warning", show="private")
    resources: Resources | None = ask(N_("Resources today"), N_("Which staff and budgets does the city already have for this?"), by=CITY, place="chapter-4-needs", due="needs", severity="warning", show="public", none=True)
    plan_creation: list[PlanPerson] | None = ask(N_("Who makes the plan"), N_("Who must take part in making the plan, so that it works?"), by=CITY, place=A2, due="needs", severity="warning")
    plan_approval: list[PlanPerson] | None = ask(N_("Who approves the plan"), N_("Who must take part in approving the plan?"), by=CITY, place=A2, due="needs", severity="warning")
    other_benefits: list[Benefit] | None = ask(N_("Other benefits"), N_("What else than learning do you expect: a higher profile for the work, political commitment?"), by=CITY, place=A2, due="needs", severity="warning", none=True)
    consulted: list[Consultation] | None = ask(N_("Who was consulted"), N_("Which stakeholders were consulted for this analysis, migrants among them?"), by=CITY, place="chapter-4-needs", due="needs", none=True)
    revisions: list[Revision] | None = ask(N_("Revisions"), N_("When and how was the draft revised with the mentor team?"), by=(CITY, "mentor_city"), place="chapter-4-needs", due="scope", severity="warning")
    local_context: LocalContext | None = ask(N_("Local context"), N_("What should an outsider know about your city and its migration?"), by=CITY, place="annex-2-local", show="public")
    national_context: NationalContext | None = ask(N_("National and regional context"), N_("What should an outsider know about your country's setting? Your association fills this part."), by="mentee_association", place="annex-2-national", show="public")
