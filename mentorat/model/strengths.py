"""Annex 3: what a mentor city can offer, with its local context and its association's part."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mentorat.guide import vocabulary
from mentorat.i18n import N_
from mentorat.model.base import (
    EXTENSION,
    Base,
    Date,
    Document,
    Experience,
    Item,
    LanguageCode,
    OneOf,
    OrganisationRef,
    PartialDate,
    PracticeRef,
    Ref,
    Text,
    Word,
    ask,
)
from mentorat.model.context import LocalContext, NationalContext

A3 = "annex-3"
CITY = "mentor_city"
ASSOCIATION = "mentor_association"


class Policy(Item):
    """A public policy in which the city has experience to share."""

    title: Text | None = ask(N_("Title"), N_("In which public policy does your city have experience?"), by=CITY, place=A3, due="strengths", show="public")
    themes: list[Word] | None = ask(N_("Themes"), N_("Which themes of the theme list does this policy touch? Matching uses them first."), by=CITY, place="tool", due="strengths", show="public")
    sectors: list[Annotated[str, OneOf(vocabulary.SECTOR)]] | None = ask(N_("Sectors"), N_("Which sectors does this policy concern (housing, employment…)?"), by=CITY, place="tool", show="public", none=True)
    experience: Experience | None = ask(N_("Experience"), N_("How far is your city on this: 0 none, 1 planned, 2 pilot, 3 established for three years or more, 4 evaluated or taken up elsewhere?"), by=CITY, place=A3, due="strengths", show="public")
    since: PartialDate | None = ask(N_("Since"), N_("Since when has your city worked on it (YYYY, YYYY-MM or YYYY-MM-DD)?"), by=CITY, place=A3, show="public")
    text: Text | None = ask(N_("What the city does"), N_("What does your city do, and what did it learn, failures included?"), by=CITY, place=A3, show="public", long=True)
    evidence_url: Word | None = ask(N_("Evidence"), N_("Where can an evaluation or another proof of it be read (web address)?"), by=CITY, place="tool", show="public")


class GoodPractice(Base):
    """A practice that the city sees as worth taking up elsewhere."""

    practice: PracticeRef | None = ask(N_("Practice"), N_("Which practice of your city is it (id of its sheet)?"), by=CITY, place=A3, due="strengths", severity="error", show="public")
    why_replicable: Text | None = ask(N_("Why take it up"), N_("Why can this practice be taken up in other cities, and why does it deserve to be?"), by=CITY, place=A3, due="strengths", severity="warning", show="public", long=True)


class FactorAssessment(Base):
    """How the city sees itself on one key factor of a benchmark."""

    benchmark: Annotated[str, Ref("benchmark")] | None = ask(N_("Benchmark"), N_("Against which benchmark does your city hold itself (id)?"), by=CITY, place="tool", show="public")
    key_factor: Word | None = ask(N_("Key factor"), N_("On which of its key factors (id)?"), by=CITY, place="tool", show="public")
    level: Annotated[str, OneOf(vocabulary.ASSESSMENT_LEVEL)] | None = ask(N_("Level"), N_("Is the factor absent, partly present or present in your city, or is it not known?"), by=CITY, place="tool", show="public")
    evidence: Text | None = ask(N_("Evidence"), N_("What shows it?"), by=CITY, place="tool", show="public", long=True)


class OtherActor(Base):
    """Somebody outside the department who would help the city to mentor."""

    name: Text | None = ask(N_("Name"), N_("Which organisation or group is it (no person)?"), by=CITY, place=A3)
    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("Which organisation of the programme is it, if it has a file?"), by=CITY, place=A3)
    type: Annotated[str, OneOf(vocabulary.ACTOR_TYPE)] | None = ask(N_("Kind of actor"), N_("Is it a migrant group, an employers' organisation, a trade union or another kind of actor?"), by=CITY, place=A3)
    part: Text | None = ask(N_("Part"), N_("What could they bring to the mentoring?"), by=CITY, place=A3)


class Strengths(Document):
    """The strengths, experience and context of a mentor city (Annex 3).

    One document a candidate; it serves any number of pairings.
    """

    kind: Literal["mentor-strengths"]
    city: OrganisationRef = Field(
        title=N_("City"),
        description=N_("Which city offers to be a mentor (id or name of its organisation)?"),
        json_schema_extra={EXTENSION: {"by": [CITY], "place": A3, "severity": "info", "show": "public"}},
    )
    association: OrganisationRef | None = ask(N_("Association"), N_("Of which association of local and regional governments is the city a member?"), by=(CITY, ASSOCIATION), place=A3, due="strengths", show="public")
    drafted_on: Date | None = ask(N_("Drafted on"), N_("On which day was this inventory finished?"), by=CITY, place="chapter-4-strengths", due="strengths", show="public")
    version: Word | None = ask(N_("Version"), N_("Which version is this (in quotes, as in \"1.10\")?"), by=CITY, place=A3, show="public")
    supported_by: OrganisationRef | None = ask(N_("Supported by"), N_("Which association helped your city to draw up this inventory?"), by=ASSOCIATION, place="chapter-4-strengths", due="strengths", severity="warning", show="public")
    policies: list[Policy] | None = ask(N_("Policies with experience"), N_("In which public policies does your city have experience that could help another?"), by=CITY, place=A3, due="strengths", severity="error", show="public")
    good_practices: list[GoodPractice] | None = ask(N_("Good practices"), N_("Which of your projects and policies do you see as good practices for other cities?"), by=CITY, place=A3, due="strengths", severity="error", show="public")
    other_actors: list[OtherActor] | None = ask(N_("Other actors"), N_("Which actors outside your department would help your city to be a mentor on these subjects?"), by=CITY, place=A3, due="strengths", severity="warning", none=True)
    local_context: LocalContext | None = ask(N_("Local context"), N_("What should an outsider know about your city and its migration?"), by=CITY, place="annex-3-local", show="public")
    national_context: NationalContext | None = ask(N_("National and regional context"), N_("What should an outsider know about your country's setting? Your association fills this part."), by=ASSOCIATION, place="annex-3-national", show="public")
    assessments: list[FactorAssessment] | None = ask(N_("Self-assessment"), N_("How does your city see itself on the key factors of a benchmark of the programme? It may help a mentee that is weak where you are strong."), by=CITY, place="tool", show="public", none=True)
    learning_goals: list[Text] | None = ask(N_("Hopes to learn"), N_("What does your city hope to learn from a mentee in return?"), by=CITY, place="chapter-1", none=True)
    not_offered: list[Text] | None = ask(N_("Not offered"), N_("What can your city not offer to a mentee, so that nobody waits for it?"), by=CITY, place="tool", none=True)
    capacity: Annotated[int, Field(ge=0)] | None = ask(N_("Capacity"), N_("How many pairings can your city mentor at the same time?"), by=CITY, place="tool", show="public")
    languages: list[LanguageCode] | None = ask(N_("Working languages"), N_("In which languages can your team work (codes, as in fr or nl)?"), by=CITY, place="tool", show="public")
