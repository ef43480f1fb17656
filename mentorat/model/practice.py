"""Annex 4: a good practice, written so that a city elsewhere understands it and can adapt it."""

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
    Experience,
    Link,
    Money,
    Number,
    OneOf,
    OrganisationRef,
    PartialDate,
    Text,
    Word,
    ask,
)

A4 = "annex-4"
CITY = "mentor_city"


class Location(Base):
    """Where the practice takes place."""

    city: OrganisationRef | None = ask(N_("City"), N_("In which city is it (id or name)?"), by=CITY, place=A4, show="public")
    area: Text | None = ask(N_("Area"), N_("Which district, area or region does it cover, where it is not the whole city?"), by=CITY, place=A4, show="public")


class Background(Base):
    """Why the practice came to be, for whom, and to what end."""

    challenge: Text | None = ask(N_("Challenge"), N_("Why did the practice begin, and which challenge did it take up?"), by=CITY, place=A4, due="strengths", severity="error", show="public", long=True)
    target_group: Text | None = ask(N_("Target group"), N_("For whom was the practice meant?"), by=CITY, place=A4, due="strengths", severity="error", show="public")
    intended_results: list[Text] | None = ask(N_("Results aimed at"), N_("Which results did the practice aim at?"), by=CITY, place=A4, due="strengths", severity="warning", show="public")


class Description(Base):
    """What was done, since when, with whom, and what helped."""

    started: PartialDate | None = ask(N_("Start"), N_("When did the practice start (YYYY, YYYY-MM or YYYY-MM-DD)?"), by=CITY, place=A4, due="strengths", severity="warning", show="public")
    preconditions: list[Text] | None = ask(N_("Already in place"), N_("What was there beforehand and helped the practice to succeed?"), by=CITY, place=A4, due="strengths", severity="warning", show="public", none=True)
    activities: list[Text] | None = ask(N_("Main activities"), N_("What were the main activities?"), by=CITY, place=A4, due="strengths", severity="error", show="public")
    partners: list[OrganisationRef] | None = ask(N_("Bodies and partners"), N_("Which key bodies and partners took part (organisations, no persons)?"), by=CITY, place=A4, due="strengths", severity="warning", show="public", none=True)


class PracticeFunding(Money):
    """What one funder paid."""

    source: Text | None = ask(N_("Funder"), N_("Who paid for it, or which fund?"), by=CITY, place=A4, show="public")


class PracticeStaff(Declinable):
    """The staff that the practice takes."""

    fte: Number | None = ask(N_("Full-time equivalent"), N_("How much working time does it take in all (1 is full time)?"), by=CITY, place=A4, show="public")
    roles: list[Text] | None = ask(N_("Functions"), N_("Which functions are needed (no names)?"), by=CITY, place=A4, show="public")


class PracticeResources(Base):
    """What it took to set the practice up."""

    funding: list[PracticeFunding] | None = ask(N_("Funding"), N_("Which funding was needed, and from whom?"), by=CITY, place=A4, due="strengths", severity="warning", show="public", none=True)
    staff: PracticeStaff | None = ask(N_("Staff"), N_("Which staff was needed?"), by=CITY, place=A4, due="strengths", severity="warning", show="public", none=True)
    volunteers: Text | int | None = ask(N_("Volunteers"), N_("How many volunteers were needed (a number, or in words; 0 means none)?"), by=CITY, place=A4, due="strengths", show="public")
    other: list[Text] | None = ask(N_("Partners and others"), N_("What else was needed, such as partners, rooms or tools?"), by=CITY, place=A4, due="strengths", show="public", none=True)


class Evaluation(Base):
    """Whether somebody looked at how the practice works, and what they found."""

    done: bool | None = ask(N_("Evaluated"), N_("Was the practice evaluated or monitored (true or false)?"), by=CITY, place=A4, due="strengths", severity="warning", show="public")
    method: Text | None = ask(N_("Method"), N_("How was it evaluated or monitored, and by whom (no person)?"), by=CITY, place=A4, show="public")
    findings: Text | None = ask(N_("Findings"), N_("What did the evaluation find?"), by=CITY, place=A4, show="public", long=True)
    url: Word | None = ask(N_("Address"), N_("Where can the findings be read (web address)?"), by=CITY, place=A4, show="public")


class Outcome(Base):
    """Who gained from the practice, and what changed."""

    beneficiaries: Text | None = ask(N_("Who benefited"), N_("Who really benefited from the practice, and how?"), by=CITY, place=A4, due="strengths", severity="error", show="public", long=True)
    change: Text | None = ask(N_("Concrete change"), N_("What did the practice change in practical terms for its target group?"), by=CITY, place=A4, due="strengths", severity="error", show="public", long=True)
    evaluation: Evaluation | None = ask(N_("Evaluation"), N_("Was the practice evaluated or monitored, and what came out of it?"), by=CITY, place=A4, due="strengths", severity="warning", show="public")


class Success(Base):
    """What makes the practice work and last."""

    conditions_to_continue: list[Text] | None = ask(N_("Conditions to go on"), N_("What must be in place for the practice to go on?"), by=CITY, place=A4, due="strengths", severity="warning", show="public")
    most_effective: list[Text] | None = ask(N_("What worked best"), N_("What worked best, or had the strongest effect?"), by=CITY, place=A4, due="strengths", severity="warning", show="public")


class Challenge(Base):
    """A difficulty met, and the answer found to it."""

    challenge: Text | None = ask(N_("Challenge"), N_("What was difficult?"), by=CITY, place=A4, show="public")
    response: Text | None = ask(N_("Response"), N_("How did you overcome it, or what would you try now?"), by=CITY, place=A4, show="public")


class PracticeRisks(Base):
    """What was hard, and what may go wrong elsewhere."""

    challenges: list[Challenge] | None = ask(N_("Challenges met"), N_("What were the greatest challenges, and how did you overcome them?"), by=CITY, place=A4, due="strengths", severity="warning", show="public", none=True)
    main_risks: list[Text] | None = ask(N_("Main risks"), N_("Which main risks does a practice of this kind carry?"), by=CITY, place=A4, due="strengths", severity="warning", show="public", none=True)


class Replicability(Base):
    """What another city needs, and what it should and should not do."""

    preconditions: list[Text] | None = ask(N_("Preconditions elsewhere"), N_("What must another city have in place before it can use this practice?"), by=CITY, place=A4, due="visit_2", severity="warning", show="public", none=True)
    dos: list[Text] | None = ask(N_("Do"), N_("What should a city do that wants a similar practice?"), by=CITY, place=A4, due="visit_2", severity="warning", show="public")
    donts: list[Text] | None = ask(N_("Do not"), N_("What should a city avoid that wants a similar practice?"), by=CITY, place=A4, due="visit_2", severity="warning", show="public", none=True)


class Contact(Base):
    """Whom to ask: a function and a shared mailbox rather than a person."""

    person: ContactRef | None = ask(N_("Person"), N_("Who can be asked (id in the contacts, which stay outside the shared files)?"), by=CITY, place=A4, show="private")
    function: Text | None = ask(N_("Function"), N_("Which function in your city can be asked about the practice?"), by=CITY, place=A4, due="strengths", severity="warning", show="public")
    mailbox: Word | None = ask(N_("Shared mailbox"), N_("Which shared mailbox can be written to (never a person's own address)?"), by=CITY, place=A4, show="public")


class Practice(Document):
    """An initiative that succeeded in one place and may be adapted to another (Annex 4)."""

    kind: Literal["good-practice"]
    title: Text | None = ask(N_("Title"), N_("What is the practice called?"), by=CITY, place=A4, due="strengths", severity="error", show="public")
    practice_kind: Annotated[str, OneOf(vocabulary.PRACTICE_KIND)] | None = ask(N_("Kind of practice"), N_("Is it a policy, a project, a service or an activity?"), by=CITY, place=A4, due="visit_2", severity="warning", show="public")
    drafted_on: Date | None = ask(N_("Written on"), N_("On which day was this sheet written? It should be ready before the visit to the mentor city."), by=CITY, place="chapter-5-visit-2", due="visit_2", severity="warning", show="public")
    summary: Text | None = ask(N_("Summary"), N_("How would you tell the practice to an outsider in two or three sentences?"), by=CITY, place="tool", show="public", long=True)
    themes: list[Word] | None = ask(N_("Themes"), N_("Which themes of the theme list does the practice touch? Matching uses them first."), by=CITY, place="tool", due="strengths", show="public")
    experience: Experience | None = ask(N_("Experience"), N_("How far is the practice: 0 none, 1 planned, 2 pilot, 3 established for three years or more, 4 evaluated or taken up elsewhere?"), by=CITY, place="tool", show="public")
    location: Location | None = ask(N_("Place"), N_("In which city or area does the practice take place?"), by=CITY, place=A4, due="strengths", severity="error", show="public")
    lead_bodies: list[OrganisationRef] | None = ask(N_("Responsible bodies"), N_("Which bodies lead the practice (organisations, no persons)?"), by=CITY, place=A4, due="strengths", severity="error", show="public")
    background: Background | None = ask(N_("Background and reasons"), N_("Why did the practice begin, for whom, and what was it to bring about?"), by=CITY, place=A4, show="public")
    description: Description | None = ask(N_("Description"), N_("What is done in the practice, since when and with whom?"), by=CITY, place=A4, show="public")
    resources: PracticeResources | None = ask(N_("Resources needed"), N_("What was needed to set the practice up: funding, staff, volunteers, partners?"), by=CITY, place=A4, due="strengths", severity="warning", show="public")
    outcome: Outcome | None = ask(N_("Outcome"), N_("Who benefited from the practice, and what changed?"), by=CITY, place=A4, show="public")
    success: Success | None = ask(N_("Success factors"), N_("What makes the practice work, and what keeps it going?"), by=CITY, place=A4, due="strengths", severity="warning", show="public")
    risks: PracticeRisks | None = ask(N_("Risks and challenges"), N_("What was hard, and what may go wrong?"), by=CITY, place=A4, due="strengths", severity="warning", show="public")
    replicability: Replicability | None = ask(N_("For another city"), N_("What does another city need, what should it do, and what should it avoid?"), by=CITY, place=A4, due="visit_2", severity="warning", show="public")
    contact: Contact | None = ask(N_("Contact"), N_("Which function can be asked about the practice, and through which shared mailbox?"), by=CITY, place=A4, show="public")
    links: list[Link] | None = ask(N_("Further information"), N_("Where can one read or see more: websites, reports, videos?"), by=CITY, place=A4, due="strengths", show="public", none=True)
