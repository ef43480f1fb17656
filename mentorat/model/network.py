"""Annex 5: the local support network of the mentee city, and its mirror in the mentor city."""

from __future__ import annotations

from typing import Annotated, Literal

from mentorat.guide import vocabulary
from mentorat.i18n import N_
from mentorat.model.base import (
    Base,
    ContactRef,
    Date,
    Declinable,
    Document,
    Money,
    OneOf,
    OrganisationRef,
    PartialDate,
    Period,
    StepId,
    Text,
    ask,
)

A5 = "annex-5"
CITY = "mentee_city"
MENTOR = "mentor_city"
NETWORK = "local_network"


class Member(Base):
    """An organisation in the network; whom it represents is said of it, never of a person."""

    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("Which organisation is a member?"), by=CITY, place=A5, due="mobilise", severity="error")
    person: ContactRef | None = ask(N_("Person"), N_("Who speaks for it (id in the contacts), if you must know?"), by=CITY, place=A5, show="private")
    type: Annotated[str, OneOf(vocabulary.MEMBER_TYPE)] | None = ask(N_("Kind of member"), N_("Is it a residents' association, a non-governmental organisation, a company, a public body or another kind of member?"), by=CITY, place=A5, due="mobilise")
    represents: list[Annotated[str, OneOf(vocabulary.REPRESENTS)]] | None = ask(N_("Represents"), N_("Whom does the organisation represent: migrants, residents, business, workers, others?"), by=CITY, place="chapter-4-network", due="mobilise")
    position: Annotated[str, OneOf(vocabulary.MEMBER_POSITION)] | None = ask(N_("Position"), N_("Is it part of city hall, or outside it?"), by=CITY, place=A5, due="mobilise", severity="warning")
    stake: Text | None = ask(N_("Interest in the problem"), N_("Why does the problem matter to this member?"), by=CITY, place=A5, due="mobilise", severity="warning")
    reason: Text | None = ask(N_("Reason"), N_("Why was this member chosen, given the theme and the scope?"), by=CITY, place="chapter-4-network", due="mobilise")
    usual_decision_role: Annotated[str, OneOf(vocabulary.DECISION_ROLE)] | None = ask(N_("Usual part in decisions"), N_("Does it usually take part in the city's decisions, or is it usually left out?"), by=CITY, place=A5)
    prior_engagement: Text | None = ask(N_("Dialogue so far"), N_("Which experience of dialogue or of projects with the city does it have?"), by=CITY, place=A5)
    joined_on: PartialDate | None = ask(N_("Joined"), N_("When did it join (YYYY-MM-DD, YYYY-MM or YYYY)?"), by=CITY, place=A5)
    left_on: PartialDate | None = ask(N_("Left"), N_("When did it leave, if it did (YYYY-MM-DD, YYYY-MM or YYYY)?"), by=CITY, place=A5)
    influence: Literal[1, 2, 3] | None = ask(N_("Influence"), N_("How much can this member move, from 1 to 3?"), by=CITY, place="tool", show="private")
    interest: Literal[1, 2, 3] | None = ask(N_("Interest"), N_("How much does the work matter to this member, from 1 to 3?"), by=CITY, place="tool", show="private")


class MirrorMember(Base):
    """A member of the mentor city's group, which reflects the network as far as it can."""

    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("Which organisation is a member?"), by=MENTOR, place="chapter-2")
    person: ContactRef | None = ask(N_("Person"), N_("Who speaks for it (id in the contacts), if you must know?"), by=MENTOR, place="chapter-2", show="private")
    type: Annotated[str, OneOf(vocabulary.MEMBER_TYPE)] | None = ask(N_("Kind of member"), N_("Is it a residents' association, a non-governmental organisation, a company, a public body or another kind of member?"), by=MENTOR, place="chapter-2")
    represents: list[Annotated[str, OneOf(vocabulary.REPRESENTS)]] | None = ask(N_("Represents"), N_("Whom does the organisation represent: migrants, residents, business, workers, others?"), by=MENTOR, place="chapter-2")


class Involvement(Base):
    """How the network takes part in one step."""

    step: StepId | None = ask(N_("Step"), N_("In which step does the network take part?"), by=CITY, place="chapter-4-network")
    how: Text | None = ask(N_("How"), N_("How does it take part?"), by=CITY, place="chapter-4-network")


class Contribution(Base):
    """Something that the city can bring to the mentoring, as the network sees it."""

    kind: Annotated[str, OneOf(vocabulary.CONTRIBUTION_KIND)] | None = ask(N_("Kind"), N_("Is it a practice, a tool, a place to visit, a policy or an experience?"), by=NETWORK, place=A5)
    text: Text | None = ask(N_("Contribution"), N_("What can the city bring?"), by=NETWORK, place=A5)


class Partnership(Base):
    """A partnership that the mentoring helped to form."""

    partner: OrganisationRef | None = ask(N_("Partner"), N_("With which organisation?"), by=NETWORK, place="deck")
    status: Text | None = ask(N_("Status"), N_("How far has the partnership come?"), by=NETWORK, place="deck")


class Dissemination(Base):
    """One way in which the network spreads the results in the city."""

    audience: Text | None = ask(N_("Audience"), N_("Which local audience is addressed?"), by=NETWORK, place=A5)
    action: Text | None = ask(N_("What is done"), N_("What is done so that it hears of the results?"), by=NETWORK, place=A5)
    date: PartialDate | None = ask(N_("Date"), N_("When (YYYY-MM-DD, YYYY-MM or YYYY)?"), by=NETWORK, place=A5)


class NetworkBenefit(Base):
    """A benefit of working with people outside city hall that was seen to come true."""

    kind: Annotated[str, OneOf(vocabulary.NETWORK_BENEFIT)] | None = ask(N_("Kind"), N_("Which benefit did you see?"), by=NETWORK, place=A5)
    note: Text | None = ask(N_("Remark"), N_("What showed it?"), by=NETWORK, place=A5)


class OtherCost(Money):
    """A cost beyond those of a light structure."""

    label: Text | None = ask(N_("Cost"), N_("What is it spent on?"), by=CITY, place=A5)


class Costs(Declinable):
    """What the network costs; a light structure costs little more than rooms and meals."""

    venue: Money | None = ask(N_("Venue"), N_("How much do the rooms cost?"), by=CITY, place=A5)
    catering: Money | None = ask(N_("Catering"), N_("How much do food and drink cost?"), by=CITY, place=A5)
    attendance_fees: Money | None = ask(N_("Attendance fees"), N_("How much is paid to members for taking part?"), by=CITY, place=A5)
    other: list[OtherCost] | None = ask(N_("Other costs"), N_("Which other costs are there?"), by=CITY, place=A5, none=True)


class SupportNetwork(Document):
    """The stakeholders of the mentee city who help to draft the plan and to follow it (Annex 5)."""

    kind: Literal["support-network"]
    members: list[Member] | None = ask(N_("Members"), N_("Which organisations belong to the local support network (ten at most, some of them speaking for migrants)?"), by=CITY, place=A5, due="mobilise", severity="error")
    tasks: list[Annotated[str, OneOf(vocabulary.NETWORK_TASK)]] | None = ask(N_("Tasks"), N_("Does the network help to draft the plan, to follow its progress, or both?"), by=CITY, place=A5, due="mobilise")
    roles: list[Annotated[str, OneOf(vocabulary.NETWORK_ROLE)]] | None = ask(N_("Roles"), N_("Which roles has the network agreed to take on?"), by=(CITY, NETWORK), place=A5, due="mobilise")
    involved_from: StepId | None = ask(N_("Involved from"), N_("From which step on does the network take part? The needs analysis is best."), by=(CITY, NETWORK), place="chapter-2", due="mobilise")
    involved_until: StepId | None = ask(N_("Involved until"), N_("Until which step does the network take part?"), by=CITY, place="chapter-2", due="mobilise")
    involvement: list[Involvement] | None = ask(N_("Part in each step"), N_("How does the network take part, step by step?"), by=CITY, place="chapter-4-network", due="mobilise", severity="warning")
    period: Period | None = ask(N_("Period"), N_("From when to when does the network work? It should last into the implementation, if possible."), by=CITY, place=A5, due="mobilise")
    reactivated_on: Date | None = ask(N_("Called together again"), N_("If the network had paused: when was it called together again?"), by=CITY, place=A5)
    informal: bool | None = ask(N_("Informal"), N_("Is it an informal group, called together for this plan?"), by=CITY, place=A5)
    existing_structures_checked: list[Text] | None = ask(N_("Existing bodies checked"), N_("Which advisory bodies did you look at, so that the network does not double one?"), by=CITY, place=A5, due="mobilise", none=True)
    contributions_identified: list[Contribution] | None = ask(N_("What the city can bring"), N_("What did the network find that the city can bring to the mentoring?"), by=NETWORK, place=A5, due="mobilise", none=True)
    costs: Costs | None = ask(N_("Costs"), N_("What does the network cost?"), by=CITY, place=A5, none=True)
    mirror_group: list[MirrorMember] | None = ask(N_("Mirror group"), N_("Which organisations of the mentor city form a group that reflects the local network?"), by=MENTOR, place="chapter-2", due="visit_2", none=True)
    contributions: list[Text] | None = ask(N_("What it contributed"), N_("What did the network give to the plan and the visits, and what changed between it and city hall?"), by=NETWORK, place="chapter-4-network", due="review", none=True)
    partnerships: list[Partnership] | None = ask(N_("Partnerships"), N_("Which partnerships came out of the mentoring?"), by=NETWORK, place="deck", due="review", none=True)
    dissemination: list[Dissemination] | None = ask(N_("Spreading the results"), N_("How does the network spread the results in the city?"), by=NETWORK, place=A5, due="review", none=True)
    benefits: list[NetworkBenefit] | None = ask(N_("Benefits"), N_("Which benefits did the work with the network bring?"), by=NETWORK, place=A5, due="review", none=True)
