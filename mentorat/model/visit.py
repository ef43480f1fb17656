"""A mentoring visit: preparation, agenda, participants, and what came out of it (guide, chapter 5).

`due` names the first visit that owes an answer: `visit_1` means every visit, each by its own step;
`visit_2` means the visit for inspiration and those after it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mentorat.guide import vocabulary
from mentorat.i18n import N_
from mentorat.model.base import (
    Base,
    ContactRef,
    Date,
    Document,
    LanguageCode,
    OneOf,
    OrganisationRef,
    PartyId,
    Period,
    PracticeRef,
    Text,
    Word,
    ask,
)

VISIT = "chapter-5"
FIRST = "chapter-5-visit-1"
SECOND = "chapter-5-visit-2"
FACILITATOR = "facilitator"
MENTEE = "mentee_city"
MENTOR = "mentor_city"
CITIES = ("mentee_city", "mentor_city")
HOSTS = ("mentee_city", "mentor_city", "local_network")
EVERYBODY = ("mentee_city", "mentee_association", "mentor_city", "mentor_association", "facilitator", "local_network")

Time = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""A time of day, `HH:MM`."""


class Encounter(Base):
    """Somebody whom the visitors must meet, by function."""

    role: Text | None = ask(N_("Function"), N_("Which function or group (no name)?"), by=HOSTS, place=VISIT)
    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("In which organisation?"), by=HOSTS, place=VISIT)
    why: Text | None = ask(N_("Why"), N_("What shall the visitors learn from them?"), by=HOSTS, place=VISIT)


class Planning(Base):
    """The careful preparation that each visit needs."""

    to_see: list[Text] | None = ask(N_("To see"), N_("What must the visitors see?"), by=HOSTS, place=VISIT, due="visit_1", severity="warning")
    to_meet: list[Encounter] | None = ask(N_("To meet"), N_("Whom must they meet?"), by=HOSTS, place=VISIT, due="visit_1", severity="warning")
    prepared_with_network: bool | None = ask(N_("Prepared with the network"), N_("Did the local support network help to prepare the visit?"), by="local_network", place="annex-5", due="visit_1")
    logistics: Text | None = ask(N_("Logistics"), N_("What is arranged for travel, rooms and equipment? Leave out diets and health: they do not belong in these files."), by=CITIES, place="tool", long=True)


class Participant(Base):
    """Somebody who takes part, by party and function."""

    party: Annotated[str, OneOf(vocabulary.PARTICIPANT_PARTY)] | None = ask(N_("Party"), N_("For which party do they take part?"), by=FACILITATOR, place=VISIT, due="visit_1", severity="error")
    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("From which organisation?"), by=FACILITATOR, place=VISIT)
    person: ContactRef | None = ask(N_("Person"), N_("Who (the id of a contact, never a name)?"), by=FACILITATOR, place=VISIT, show="private")
    function: Text | None = ask(N_("Function"), N_("In which function?"), by=FACILITATOR, place=VISIT)
    role: Text | None = ask(N_("Role in the visit"), N_("What do they do in the visit (speak, guide, take notes)?"), by=FACILITATOR, place=VISIT)


class VisitQuestion(Base):
    """A question that the visit shall answer."""

    text: Text | None = ask(N_("Question"), N_("What is to be found out?"), by=MENTEE, place=FIRST)
    answer: Text | None = ask(N_("Answer"), N_("What was found out?"), by=MENTEE, place=FIRST, long=True)


class AgendaItem(Base):
    """One item of the agenda."""

    kind: Annotated[str, OneOf(vocabulary.AGENDA_KIND)] | None = ask(N_("Kind"), N_("Which element of the visit is it?"), by=FACILITATOR, place=VISIT)
    title: Text | None = ask(N_("Title"), N_("What is it called on the agenda?"), by=FACILITATOR, place=VISIT)
    day: Date | None = ask(N_("Day"), N_("On which day (YYYY-MM-DD)?"), by=FACILITATOR, place="tool")
    start: Time | None = ask(N_("From"), N_("At what time does it begin (HH:MM)?"), by=FACILITATOR, place="tool")
    end: Time | None = ask(N_("To"), N_("At what time does it end (HH:MM)?"), by=FACILITATOR, place="tool")
    place: Text | None = ask(N_("Place"), N_("Where is it?"), by=FACILITATOR, place="tool")
    speakers: list[Text] | None = ask(N_("Speakers"), N_("Who speaks or leads, by function?"), by=FACILITATOR, place="tool", none=True)
    practices: list[PracticeRef] | None = ask(N_("Practices"), N_("Which practices are shown (ids of their sheets)?"), by=MENTOR, place=SECOND, none=True)
    language: LanguageCode | None = ask(N_("Language"), N_("In which language is it held?"), by=FACILITATOR, place="tool")
    access: Text | None = ask(N_("Access"), N_("How can everybody get in and follow (steps, lift, hearing loop)?"), by=CITIES, place="tool")


class VisitContext(Base):
    """The challenge in its setting."""

    social: Text | None = ask(N_("Social"), N_("What is the social setting of the challenge?"), by=CITIES, place=VISIT, due="visit_1", long=True)
    urban: Text | None = ask(N_("Urban"), N_("What is its urban setting?"), by=CITIES, place=VISIT, due="visit_1", long=True)
    political: Text | None = ask(N_("Political"), N_("What is its political setting?"), by=CITIES, place=VISIT, due="visit_1", long=True)


class Findings(Base):
    """What the visit brought to light."""

    context: VisitContext | None = ask(N_("Setting"), N_("In which social, urban and political setting does the challenge stand?"), by=CITIES, place=VISIT, due="visit_1")
    solutions: list[Text] | None = ask(N_("Solutions"), N_("Which solutions look best?"), by=MENTEE, place=VISIT, due="visit_1", none=True)
    actions: list[Text] | None = ask(N_("Possible actions"), N_("Which possible actions came up in the talks?"), by=MENTEE, place=FIRST, due="visit_1", severity="warning")
    obstacles: list[Text] | None = ask(N_("Obstacles"), N_("Which obstacles came up in the talks?"), by=MENTEE, place=FIRST, due="visit_1", severity="warning")
    new_ideas: list[Text] | None = ask(N_("New ideas"), N_("Which new ideas did the visit give?"), by=MENTEE, place=SECOND, due="visit_2", none=True)


class Transfer(Base):
    """What can be taken over from one practice of the mentor, and what cannot."""

    practice: PracticeRef | None = ask(N_("Practice"), N_("Which practice is it (id or name)?"), by=MENTEE, place=VISIT)
    transferable: Annotated[str, OneOf(vocabulary.TRANSFERABLE)] | None = ask(N_("Transferable"), N_("Can it be taken over: yes, partly or no?"), by=MENTEE, place=VISIT)
    conditions: Text | None = ask(N_("Conditions"), N_("What must be in place for it?"), by=MENTEE, place=VISIT, long=True)
    reason: Text | None = ask(N_("Reason"), N_("Why, or why not?"), by=MENTEE, place=VISIT, long=True)


class Output(Base):
    """Something that exists because of the visit: a first list of actions, a revised plan, the final plan."""

    title: Text | None = ask(N_("Title"), N_("What is it?"), by=MENTEE, place=VISIT)
    text: Text | None = ask(N_("Content"), N_("What does it say?"), by=MENTEE, place=VISIT, long=True)
    url: Word | None = ask(N_("Address"), N_("Where can it be found (web address)?"), by=MENTEE, place=VISIT)


class NextStep(Base):
    """What a party will do next; a mentor may well have something to do here."""

    who: PartyId | None = ask(N_("Party"), N_("Which party does it?"), by=CITIES, place="annex-1", due="visit_1", severity="warning")
    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("Which organisation, if that must be said?"), by=CITIES, place="annex-1")
    what: Text | None = ask(N_("What"), N_("What is to be done?"), by=CITIES, place="annex-1", due="visit_1", severity="warning")
    due: Date | None = ask(N_("By when"), N_("By which day?"), by=CITIES, place="annex-1", due="visit_1", severity="warning")
    done: bool | None = ask(N_("Done"), N_("Has it been done?"), by=CITIES, place="tool")


class VisitEffects(Base):
    """What the visit moved beyond the facts."""

    attitudes: Text | None = ask(N_("Attitudes"), N_("Did attitudes change in city hall or among others?"), by=MENTEE, place=VISIT, due="visit_1", show="private", long=True)
    visibility: Text | None = ask(N_("Visibility"), N_("Did the theme become more visible?"), by=MENTEE, place=VISIT, due="visit_1", long=True)
    support: Text | None = ask(N_("Support"), N_("Did political or social support grow?"), by=MENTEE, place=VISIT, due="visit_1", show="private", long=True)
    alliances: list[Text] | None = ask(N_("Alliances"), N_("Which alliances for change were formed, in and outside city hall?"), by=MENTEE, place=VISIT, due="visit_1", none=True)
    mentor: Text | None = ask(N_("Effect on the mentor"), N_("What did the visit do for the mentor: its work seen, things to think about?"), by=MENTOR, place=VISIT, due="visit_1", long=True)


class VisitLearning(Base):
    """What one party learned."""

    party: PartyId | None = ask(N_("Party"), N_("Which party learned it?"), by=EVERYBODY, place="tool")
    text: Text | None = ask(N_("Learning"), N_("What did it learn?"), by=EVERYBODY, place="tool", long=True)


class VisitDecision(Base):
    """A decision taken during the visit; the mentor takes none for the mentee."""

    text: Text | None = ask(N_("Decision"), N_("What was decided?"), by=MENTEE, place="tool")
    by: list[PartyId] | None = ask(N_("Decided by"), N_("Which parties decided?"), by=MENTEE, place="tool")
    date: Date | None = ask(N_("Date"), N_("On which day?"), by=MENTEE, place="tool")


class Visit(Document):
    """One visit of the pairing, in person or online."""

    kind: Literal["visit"]
    number: int | None = ask(N_("Number"), N_("Which visit is it in the order (1, 2, 3…)?"), by=FACILITATOR, place=VISIT, due="match", show="public")
    phase: Annotated[str, OneOf(vocabulary.PHASE)] | None = ask(N_("Phase"), N_("Does the visit set the scene, give inspiration or consolidate the plan?"), by=FACILITATOR, place=VISIT, due="visit_1", severity="error", show="public")
    host: Annotated[str, OneOf(vocabulary.HOST)] | None = ask(N_("Host"), N_("Does it take place in the mentee city or in the mentor city?"), by=FACILITATOR, place=VISIT, due="visit_1", severity="error", show="public")
    mode: Annotated[str, OneOf(vocabulary.MODE)] | None = ask(N_("Form"), N_("Is it in person, online or both?"), by=FACILITATOR, place=VISIT, due="visit_1", show="public")
    dates: Period | None = ask(N_("Dates"), N_("From which day to which day does it last?"), by=FACILITATOR, place=VISIT, due="visit_1", show="public")
    held: bool | None = ask(N_("Held"), N_("Has it taken place?"), by=FACILITATOR, place="tool", show="public")
    place: Text | None = ask(N_("Place"), N_("Where do people meet?"), by=CITIES, place="tool")
    purpose: Text | None = ask(N_("Purpose"), N_("What is this visit for?"), by=FACILITATOR, place=VISIT, due="visit_1", long=True)
    planning: Planning | None = ask(N_("Preparation"), N_("What must the visitors see, and whom must they meet?"), by=HOSTS, place=VISIT, due="visit_1", severity="warning")
    participants: list[Participant] | None = ask(N_("Participants"), N_("Who takes part: both cities, both associations, the local support network, others?"), by=FACILITATOR, place=VISIT, due="visit_1", severity="error")
    questions: list[VisitQuestion] | None = ask(N_("Questions"), N_("Which questions shall the visit answer?"), by=MENTEE, place=FIRST, due="visit_1", severity="warning")
    agenda: list[AgendaItem] | None = ask(N_("Agenda"), N_("What happens when, where and with whom?"), by=FACILITATOR, place=VISIT, due="visit_1", severity="error")
    interpretation: Text | bool | None = ask(N_("Interpretation"), N_("Is there an interpreter (true or false, or in words: between which languages)?"), by=FACILITATOR, place="tool")
    findings: Findings | None = ask(N_("Findings"), N_("What did the visit bring to light?"), by=CITIES, place=VISIT, due="visit_1", severity="warning")
    transferability: list[Transfer] | None = ask(N_("Transferability"), N_("What can be taken over from the mentor, under which conditions, and what cannot?"), by=MENTEE, place=VISIT, due="visit_2", severity="warning")
    outputs: list[Output] | None = ask(N_("Outputs"), N_("What came out of the visit: a list of actions, a revised plan, the final plan?"), by=MENTEE, place=VISIT, due="visit_1", severity="error")
    next_steps: list[NextStep] | None = ask(N_("Next steps"), N_("Who does what next, and by when?"), by=CITIES, place="annex-1", due="visit_1", severity="warning")
    feedback: list[Text] | None = ask(N_("Mentor's comments"), N_("Which frank and helpful comments does the mentor have?"), by=MENTOR, place="annex-1", due="visit_1", show="private", none=True)
    effects: VisitEffects | None = ask(N_("Effects"), N_("What did the visit move: attitudes, visibility, support, alliances?"), by=CITIES, place=VISIT, due="visit_1")
    learning: list[VisitLearning] | None = ask(N_("Learning"), N_("What did each party learn?"), by=EVERYBODY, place="tool", none=True)
    decisions: list[VisitDecision] | None = ask(N_("Decisions"), N_("What was decided, and by whom? The mentor does not decide for the mentee."), by=MENTEE, place="tool", none=True)
    minutes: Text | None = ask(N_("Minutes"), N_("What shall be remembered of the talks?"), by=FACILITATOR, place="tool", long=True)
