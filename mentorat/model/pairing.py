"""A pairing: who mentors whom, on what, and on which terms."""

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
    LanguageCode,
    OneOf,
    OrganisationRef,
    PartialDate,
    PartyId,
    Period,
    StepId,
    Text,
    VisibilityId,
    Word,
    ask,
)
from mentorat.model.pairing_parts import (
    CITIES,
    COORDINATOR,
    FACILITATOR,
    TRAINING,
    Adaptation,
    Charter,
    Commitment,
    Matching,
    Training,
)

ASSOCIATIONS = ("mentee_association", "mentor_association")
EVERYBODY = ("mentee_city", "mentee_association", "mentor_city", "mentor_association", "facilitator", "local_network")


class Change(Base):
    """A change in the life of the pairing: another city, another theme, an end."""

    date: PartialDate | None = ask(N_("Date"), N_("When did it change?"), by=COORDINATOR, place="tool")
    what: Text | None = ask(N_("What"), N_("What changed (the theme, a city, the period)?"), by=COORDINATOR, place="tool")
    reason: Text | None = ask(N_("Reason"), N_("Why did it change?"), by=COORDINATOR, place="tool")


class TeamMember(Base):
    """One organisation of a city's team."""

    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("Which organisation is in the team?"), by=COORDINATOR, place="deck")
    kind: Annotated[str, OneOf(vocabulary.TEAM_KIND)] | None = ask(N_("Kind"), N_("Does it stand for the municipality, the association or civil society?"), by=COORDINATOR, place="deck")
    function: Text | None = ask(N_("Function"), N_("Which department or function takes part (no name)?"), by=COORDINATOR, place="deck")
    person: ContactRef | None = ask(N_("Person"), N_("Who (the id of a contact, never a name)?"), by=COORDINATOR, place="deck", show="private")


class MenteeSide(Base):
    """The city that learns, and its association."""

    city: OrganisationRef | None = ask(N_("Mentee city"), N_("Which city wants to improve its work?"), by=COORDINATOR, place="chapter-2", due="setup", severity="error", show="public")
    association: OrganisationRef | None = ask(N_("Mentee association"), N_("Which association of municipalities stands beside it?"), by=COORDINATOR, place="chapter-2", due="setup", severity="error", show="public")
    association_role: Text | None = ask(N_("The association's part"), N_("How does the association look after the pairing?"), by="mentee_association", place="chapter-1", due="training")
    aspects_to_improve: list[Text] | None = ask(N_("Aspects to improve"), N_("Which aspects of its work does the city want to improve?"), by="mentee_city", place="chapter-2", due="needs")
    team: list[TeamMember] | None = ask(N_("Team"), N_("Who forms the mentee's team: municipality, association, civil society?"), by="mentee_city", place="deck", due="match", severity="warning")


class MentorSide(Base):
    """The city that accompanies, and its association; both may be unknown until the matching."""

    city: OrganisationRef | None = ask(N_("Mentor city"), N_("Which city is the mentor?"), by=COORDINATOR, place="chapter-2", due="match", severity="error", show="public")
    association: OrganisationRef | None = ask(N_("Mentor association"), N_("Which association of municipalities stands beside it?"), by=COORDINATOR, place="chapter-2", due="match", severity="error", show="public")
    association_role: Text | None = ask(N_("The association's part"), N_("How does the association look after the pairing?"), by="mentor_association", place="chapter-1", due="training")
    learning_goals: list[Text] | None = ask(N_("Learning goals"), N_("What does the mentor itself hope to learn?"), by="mentor_city", place="chapter-1", none=True)
    track_record: Text | None = ask(N_("Track record"), N_("What has the mentor done in this field that makes its word count?"), by="mentor_city", place="chapter-1", due="match", long=True)
    team: list[TeamMember] | None = ask(N_("Team"), N_("Who forms the mentor's team: municipality, association, civil society?"), by="mentor_city", place="deck", due="match", severity="warning")


class Facilitator(Base):
    """Who supports the method, so that the others can think about the substance."""

    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("Which organisation facilitates (an association may do it)?"), by=COORDINATOR, place="chapter-2")
    person: ContactRef | None = ask(N_("Person"), N_("Who (the id of a contact, never a name)?"), by=COORDINATOR, place="chapter-2", show="private")
    tasks: list[Text] | None = ask(N_("Tasks"), N_("Which tasks does it take over?"), by=COORDINATOR, place="chapter-2")


class Confidentiality(Base):
    """What stays between the partners."""

    rule: Text | None = ask(N_("Rule"), N_("Which rule on confidentiality have the partners agreed?"), by=FACILITATOR, place="chapter-1", due="training", severity="warning", long=True)
    default_visibility: VisibilityId | None = ask(N_("Usual visibility"), N_("Who may read what is said, where nothing else is agreed?"), by=FACILITATOR, place="chapter-1", due="training")


class Trust(Base):
    """What makes it possible to speak frankly."""

    no_formal_relationship: bool | None = ask(N_("Independence"), N_("Are mentor and mentee free of any line of command between them?"), by=FACILITATOR, place="chapter-1", due="match", severity="warning")
    confidentiality: Confidentiality | None = ask(N_("Confidentiality"), N_("What have the partners agreed about keeping things to themselves?"), by=FACILITATOR, place="chapter-1", due="training", severity="warning")
    contacts_met_in_person: bool | None = ask(N_("Met in person"), N_("Have the people of both teams met in person?"), by=FACILITATOR, place="deck", due="visit_1")
    since: PartialDate | None = ask(N_("Since"), N_("Since when do they know each other?"), by=FACILITATOR, place="deck")


class Expectation(Base):
    """What one party expects of the others."""

    party: PartyId | None = ask(N_("Party"), N_("Which party expects it?"), by=EVERYBODY, place=TRAINING)
    text: Text | None = ask(N_("Expectation"), N_("What does it expect of the mentoring and of the others?"), by=EVERYBODY, place=TRAINING, long=True)


class PlannedMilestone(Base):
    """One date of the agreed timetable."""

    milestone: Text | None = ask(N_("Milestone"), N_("What is to be done by then?"), by=FACILITATOR, place=TRAINING)
    date: PartialDate | None = ask(N_("Date"), N_("By when?"), by=FACILITATOR, place=TRAINING)


class Meeting(Base):
    """An online meeting, mostly between two visits."""

    date: Date | None = ask(N_("Date"), N_("On which day?"), by=FACILITATOR, place="chapter-5")
    purpose: Annotated[str, OneOf(vocabulary.MEETING_PURPOSE)] | None = ask(N_("Purpose"), N_("Is it to prepare a visit, to work on drafts of the plan, or something else?"), by=FACILITATOR, place="chapter-5")
    topic: Text | None = ask(N_("Topic"), N_("What was it about?"), by=FACILITATOR, place="chapter-5")
    participants: list[Annotated[str, OneOf(vocabulary.PARTICIPANT_PARTY)]] | None = ask(N_("Participants"), N_("Which parties took part?"), by=FACILITATOR, place="chapter-5")
    notes: Text | None = ask(N_("Notes"), N_("What was said and agreed?"), by=FACILITATOR, place="chapter-5", long=True)
    after_visit: int | None = ask(N_("After visit"), N_("After which visit was it (its number)?"), by=FACILITATOR, place="chapter-5")


class Option(Base):
    """A way to change things that the partners saw together."""

    text: Text | None = ask(N_("Option"), N_("What could be done?"), by=CITIES, place="chapter-2", long=True)
    origin: Annotated[str, OneOf(vocabulary.OPTION_ORIGIN)] | None = ask(N_("Origin"), N_("Who brought it up?"), by=CITIES, place="deck")
    retained: bool | None = ask(N_("Kept"), N_("Has the mentee city kept it?"), by="mentee_city", place="chapter-2")


class Agreement(Declinable):
    """An agreement between members of an association, or between the cities."""

    parties: list[OrganisationRef] | None = ask(N_("Parties"), N_("Between which organisations?"), by=ASSOCIATIONS, place="chapter-6")
    date: Date | None = ask(N_("Date"), N_("Of which day is it?"), by=ASSOCIATIONS, place="chapter-6")
    kind: Annotated[str, OneOf(vocabulary.AGREEMENT_KIND)] | None = ask(N_("Kind"), N_("Is it for exchange, support, long-term learning, or to solve one problem quickly?"), by=ASSOCIATIONS, place="chapter-6")
    document: Word | None = ask(N_("Document"), N_("Where is it (a number or a web address)?"), by=ASSOCIATIONS, place="chapter-6")


class Pairing(Document):
    """One mentee, one mentor, one theme: the header, the terms, the matching and the preparation."""

    kind: Literal["pairing"]
    step: StepId | None = ask(N_("Step"), N_("On which step of the method is the pairing working now?"), by=FACILITATOR, place="tool", show="public")
    state: Annotated[str, OneOf(vocabulary.PAIRING_STATE)] | None = ask(N_("State"), N_("Is the pairing active (where nothing is said), ended or abandoned?"), by=COORDINATOR, place="tool", show="public")
    history: list[Change] | None = ask(N_("History"), N_("What has changed since the beginning (a city, the theme), when and why?"), by=COORDINATOR, place="tool", none=True)
    theme: Text | None = ask(N_("Theme"), N_("What is the pairing about, in one sentence?"), by=COORDINATOR, place="chapter-1", due="setup", severity="error", show="public")
    challenge: Text | None = ask(N_("Challenge"), N_("Which challenge of local policy shall be met?"), by="mentee_city", place="chapter-1", due="setup", long=True)
    practice_to_change: Text | None = ask(N_("Practice to change"), N_("Which practice of the mentee city shall change?"), by="mentee_city", place="chapter-1", due="scope", long=True)
    purpose: Annotated[str, OneOf(vocabulary.PURPOSE)] | None = ask(N_("Purpose"), N_("Are the visits to plan actions, to analyse needs, to review existing work or to evaluate?"), by=FACILITATOR, place="chapter-6", due="setup", show="public")
    ends_at: Annotated[str, OneOf(vocabulary.ENDS_AT)] | None = ask(N_("End"), N_("Does the mentoring end with the plan, or does it go on while the plan is carried out?"), by=FACILITATOR, place="chapter-5", due="setup", show="public")
    level: Annotated[str, OneOf(vocabulary.LEVEL)] | None = ask(N_("Level"), N_("Are both cities in the same association, in the same country, or in two countries?"), by=COORDINATOR, place="chapter-3", due="setup", show="public")
    period: Period | None = ask(N_("Period"), N_("From when to when does the pairing last? Good mentoring takes some years."), by=FACILITATOR, place="chapter-6", due="setup", show="public")
    visits_planned: int | None = ask(N_("Visits planned"), N_("How many visits are planned?"), by=FACILITATOR, place="chapter-6", due="match", show="public")
    experience_gap: Annotated[str, OneOf(vocabulary.EXPERIENCE_GAP)] | None = ask(N_("Difference of experience"), N_("How far is the mentor ahead of the mentee in this field? It need not be."), by=FACILITATOR, place="chapter-1")
    working_languages: list[LanguageCode] | None = ask(N_("Working languages"), N_("In which languages do the partners work together?"), by=FACILITATOR, place="tool", show="public")
    interpretation: Text | bool | None = ask(N_("Interpretation"), N_("Is there an interpreter (true or false, or in words: between which languages)?"), by=FACILITATOR, place="tool")
    mentee: MenteeSide | None = ask(N_("Mentee"), N_("Which city and which association are on the mentee's side?"), by=COORDINATOR, place="chapter-2", due="setup", severity="error", show="public")
    mentor: MentorSide | None = ask(N_("Mentor"), N_("Which city and which association are on the mentor's side? It may stay open until the matching."), by=COORDINATOR, place="chapter-2", due="match", severity="error", show="public")
    facilitators: list[Facilitator] | None = ask(N_("Facilitators"), N_("Who supports the partners in using the method?"), by=COORDINATOR, place="chapter-2", due="setup", severity="warning")
    trust: Trust | None = ask(N_("Trust"), N_("Is the mentor independent, and what is agreed about confidentiality?"), by=FACILITATOR, place="chapter-1", due="match", severity="warning")
    shared_objectives: list[Text] | None = ask(N_("Shared aims"), N_("Which aims do both parties share?"), by=CITIES, place="deck", due="training", severity="warning")
    expectations: list[Expectation] | None = ask(N_("Expectations"), N_("What does each party expect of the mentoring?"), by=EVERYBODY, place=TRAINING, due="training")
    timetable: list[PlannedMilestone] | None = ask(N_("Timetable"), N_("Which timetable have the partners agreed?"), by=FACILITATOR, place=TRAINING, due="training", severity="warning")
    meetings: list[Meeting] | None = ask(N_("Meetings"), N_("Which online meetings took place, above all between the visits?"), by=FACILITATOR, place="chapter-5", due="visit_2", severity="warning")
    options: list[Option] | None = ask(N_("Options"), N_("Which ways to change things have the partners seen together?"), by=CITIES, place="chapter-2", due="visit_1", none=True)
    chosen_solution: Text | None = ask(N_("Chosen solution"), N_("Which solution has the mentee city chosen, and how does it get there?"), by="mentee_city", place="chapter-2", due="visit_2", long=True)
    agreement: Agreement | None = ask(N_("Agreement"), N_("Is there an agreement between the partners, and of which kind?"), by=ASSOCIATIONS, place="chapter-6", due="setup", none=True)
    matching: Matching | None = ask(N_("Matching"), N_("How was the mentor looked for and chosen?"), by=COORDINATOR, place="chapter-4-match", due="match", severity="error")
    training: Training | None = ask(N_("Training"), N_("How were all parties trained together?"), by=FACILITATOR, place=TRAINING, due="training", severity="warning")
    charter: Charter | None = ask(N_("Role charter"), N_("Which parties have accepted the role charter?"), by=CITIES, place="annex-1", due="training", severity="warning")
    commitment: Commitment | None = ask(N_("Political commitment"), N_("Which backing do the political leaders of the mentee city give?"), by="mentee_city", place="chapter-4-commitment", due="mobilise", severity="error")
    adaptations: list[Adaptation] | None = ask(N_("Adaptations"), N_("What do you do otherwise than the method says, and why? Leave out what does not fit your situation."), by=FACILITATOR, place="chapter-6", due="scope", none=True)
