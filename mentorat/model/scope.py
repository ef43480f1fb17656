"""The scope of a pairing: its focus, the common ground of both cities, and the use of a benchmark."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mentorat.guide import vocabulary
from mentorat.i18n import N_
from mentorat.model.base import (
    Base,
    Date,
    Declinable,
    Document,
    Item,
    NeedRef,
    ObjectiveRef,
    OneOf,
    OrganisationRef,
    PartyId,
    PracticeRef,
    Ref,
    Text,
    ask,
)

SCOPE = "chapter-4-scope"
GROUND = "chapter-3"
FACILITATOR = "facilitator"
MENTEE = "mentee_city"
CITIES = ("mentee_city", "mentor_city")


class Definition(Base):
    """Where the work begins and where it ends."""

    in_scope: list[Text] | None = ask(N_("In scope"), N_("What will the partners work on?"), by=CITIES, place="deck", due="scope", severity="error")
    out_of_scope: list[Text] | None = ask(N_("Out of scope"), N_("What will they leave aside, though it is near?"), by=CITIES, place="deck", due="scope", none=True)


class Workshop(Declinable):
    """A first workshop of both teams on the theme."""

    date: Date | None = ask(N_("Date"), N_("On which day was it?"), by=FACILITATOR, place=SCOPE)
    participants: list[Annotated[str, OneOf(vocabulary.PARTICIPANT_PARTY)]] | None = ask(N_("Participants"), N_("Which parties took part?"), by=FACILITATOR, place=SCOPE)
    notes: Text | None = ask(N_("Notes"), N_("What did the partners learn about the theme that was not in the needs analysis?"), by=FACILITATOR, place=SCOPE, long=True)


class Objective(Item):
    """An objective of the mentee city, tied to its needs."""

    text: Text | None = ask(N_("Objective"), N_("What does the city want to achieve?"), by=MENTEE, place=SCOPE, due="scope", severity="error", long=True)
    needs: list[NeedRef] | None = ask(N_("Needs"), N_("Which needs does it answer (ids)?"), by=MENTEE, place="chapter-5", due="scope", severity="warning")


class PersonToInvolve(Base):
    """Somebody whom the work needs, by function."""

    role: Text | None = ask(N_("Function"), N_("Which function (no name)?"), by=MENTEE, place=SCOPE)
    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("In which organisation?"), by=MENTEE, place=SCOPE)
    why: Text | None = ask(N_("Why"), N_("What are they needed for?"), by=MENTEE, place=SCOPE)


class Input(Base):
    """What the local network or the association added."""

    from_: Annotated[PartyId | None, Field(alias="from")] = ask(N_("From"), N_("Which party added it?"), by=("local_network", "mentee_association"), place=SCOPE)
    text: Text | None = ask(N_("Contribution"), N_("What did it add to the analysis?"), by=("local_network", "mentee_association"), place=SCOPE, long=True)


class UsefulPractice(Base):
    """A part of the mentor's work from which the mentee can gain most."""

    practice: PracticeRef | None = ask(N_("Practice"), N_("Which practice of the mentor, if it has a sheet?"), by=MENTEE, place=SCOPE)
    text: Text | None = ask(N_("What helps"), N_("Which aspect of it would help most, and why?"), by=MENTEE, place=SCOPE, long=True)


class ScopeChange(Base):
    """A demand that came up on the way."""

    date: Date | None = ask(N_("Date"), N_("On which day did it come up?"), by=MENTEE, place="chapter-6")
    demand: Text | None = ask(N_("Demand"), N_("What is newly asked for?"), by=MENTEE, place="chapter-6")
    decision: Text | None = ask(N_("Decision"), N_("What was decided about it?"), by=MENTEE, place="chapter-6")


class Comparison(Base):
    """What is alike in both cities and what is not."""

    similar: Text | None = ask(N_("Alike"), N_("What is alike in both cities?"), by=CITIES, place=GROUND, long=True)
    different: Text | None = ask(N_("Different"), N_("What differs, so that a solution has to be adapted?"), by=CITIES, place=GROUND, long=True)


class CommonGround(Base):
    """What the partners must know of each other before they transfer anything."""

    institutional: Comparison | None = ask(N_("Institutions"), N_("How do the institutional settings of both cities compare?"), by=CITIES, place=GROUND, due="scope", severity="warning")
    migration: Comparison | None = ask(N_("Migration"), N_("How do their migration contexts compare?"), by=CITIES, place=GROUND, due="scope", severity="warning")
    integration_concept: Comparison | None = ask(N_("Idea of integration"), N_("How does what each city means by integration compare?"), by=CITIES, place=GROUND, due="scope", severity="warning")
    existing_base: Text | None = ask(N_("Common base"), N_("Which law, budget rules, policies or earlier work do the cities share already?"), by=("mentee_association", "mentor_association"), place=GROUND)


class FactorAnswer(Base):
    """An answer to one guiding question of a key factor."""

    question: Text | None = ask(N_("Question"), N_("Which guiding question of the benchmark?"), by=CITIES, place=GROUND)
    answer: Text | None = ask(N_("Answer"), N_("How does your city answer it?"), by=CITIES, place=GROUND, long=True)


class Assessment(Base):
    """How one city sees itself on one key factor."""

    party: PartyId | None = ask(N_("Party"), N_("Which city assesses itself?"), by=CITIES, place=GROUND)
    key_factor: Annotated[str, Ref("key_factor")] | None = ask(N_("Key factor"), N_("On which key factor (id)?"), by=CITIES, place=GROUND)
    level: Annotated[str, OneOf(vocabulary.ASSESSMENT_LEVEL)] | None = ask(N_("Level"), N_("Is the factor absent, partly present or present in your city, or is it not known?"), by=CITIES, place=GROUND)
    strengths: Text | None = ask(N_("Strengths"), N_("What is strong?"), by=CITIES, place=GROUND, long=True)
    weaknesses: Text | None = ask(N_("Weaknesses"), N_("What is weak?"), by=CITIES, place=GROUND, long=True)
    evidence: Text | None = ask(N_("Evidence"), N_("What shows it?"), by=CITIES, place=GROUND)
    answers: list[FactorAnswer] | None = ask(N_("Guiding questions"), N_("How does your city answer the guiding questions of this factor?"), by=CITIES, place=GROUND, due="scope", severity="warning")


class BenchmarkFindings(Base):
    """What the self-assessment leads to."""

    gaps: list[Text] | None = ask(N_("Gaps"), N_("What is missing or goes wrong and must change?"), by=MENTEE, place=GROUND, due="scope", none=True)
    assets: list[Text] | None = ask(N_("Assets"), N_("On which of its assets can the city build?"), by=MENTEE, place=GROUND, due="scope", none=True)
    objectives: list[Text] | None = ask(N_("Objectives"), N_("Which objectives should the city aim at in this field?"), by=MENTEE, place=GROUND, due="scope", none=True)
    measures: list[Text] | None = ask(N_("Measures"), N_("Which practical measures lead there?"), by=MENTEE, place=GROUND, due="visit_1", none=True)


class BenchmarkUse(Base):
    """Whether a benchmark is used, and what it shows.  All but the first two questions need `used: true`."""

    used: bool | None = ask(N_("Benchmark used"), N_("Do you use a benchmark? It saves time, but you may do without."), by=CITIES, place=GROUND, due="scope")
    reason: Text | None = ask(N_("Reason"), N_("Why do you use one, or why not?"), by=CITIES, place=GROUND)
    file: Annotated[str, Ref("benchmark")] | None = ask(N_("Benchmark"), N_("Which benchmark do you use (id)?"), by="facilitator", place=GROUND)
    selected_key_factors: list[Annotated[str, Ref("key_factor")]] | None = ask(N_("Key factors chosen"), N_("On which key factors does the pairing concentrate (ids)?"), by=(*CITIES, "facilitator"), place=GROUND, due="scope", severity="error")
    assessments: list[Assessment] | None = ask(N_("Self-assessments"), N_("How does each city see itself on the key factors chosen? Nobody meets them all."), by=CITIES, place=GROUND, due="scope", severity="warning")
    findings: BenchmarkFindings | None = ask(N_("Findings"), N_("What follows from the self-assessment: gaps, assets, objectives, measures?"), by=MENTEE, place=GROUND, due="scope")


class Scope(Document):
    """What the pairing concentrates on, agreed by both cities (guide, chapters 3 and 4)."""

    kind: Literal["scope"]
    sector: list[Annotated[str, OneOf(vocabulary.SECTOR)]] | None = ask(N_("Sector"), N_("Which sectors of the policy is the pairing about? A cross-cutting topic alone will do as well."), by=CITIES, place="chapter-4-needs", due="scope", severity="error", show="public", none=True)
    cross_cutting_topics: list[Annotated[str, OneOf(vocabulary.CROSS_CUTTING_TOPIC)]] | None = ask(N_("Cross-cutting topics"), N_("Which topics across the sectors is it about?"), by=CITIES, place="chapter-4-needs", show="public", none=True)
    definition: Definition | None = ask(N_("Scope"), N_("What is in scope, and what is out of scope?"), by=CITIES, place="deck", due="scope", severity="error")
    workshop: Workshop | None = ask(N_("Workshop"), N_("Was there a workshop to refine the analysis with the mentor?"), by=FACILITATOR, place=SCOPE, due="scope", severity="warning", none=True)
    objectives: list[Objective] | None = ask(N_("Objectives"), N_("Which objectives does the mentee city have?"), by=MENTEE, place=SCOPE, due="scope", severity="error")
    focus_objectives: list[ObjectiveRef] | None = ask(N_("Focus"), N_("On which of them does the mentoring concentrate (ids)?"), by=MENTEE, place=SCOPE, due="scope", severity="warning")
    resources: list[Text] | None = ask(N_("Resources"), N_("Which resources are there already?"), by=MENTEE, place=SCOPE, due="scope", severity="warning", none=True)
    people_to_involve: list[PersonToInvolve] | None = ask(N_("People to involve"), N_("Which functions must be involved?"), by=MENTEE, place=SCOPE, due="scope", severity="warning")
    obstacles: list[Text] | None = ask(N_("Obstacles"), N_("What stands in the way, seen more closely?"), by=MENTEE, place=SCOPE, due="scope", severity="warning", none=True)
    inputs: list[Input] | None = ask(N_("Contributions"), N_("What have the local support network and the association added?"), by=("local_network", "mentee_association"), place=SCOPE, due="scope", severity="warning")
    useful_mentor_practices: list[UsefulPractice] | None = ask(N_("Useful parts of the mentor's work"), N_("Which parts of the mentor's work would help most?"), by=MENTEE, place=SCOPE, due="scope", severity="warning")
    key_elements: list[Text] | None = ask(N_("Elements of a good policy"), N_("Having thought about it together: what does a good policy in this field need?"), by=CITIES, place="deck", due="scope", severity="warning")
    changes: list[ScopeChange] | None = ask(N_("Changes of scope"), N_("Which new demands came up on the way, and what was decided?"), by=MENTEE, place="chapter-6", none=True)
    common_ground: CommonGround | None = ask(N_("Common ground"), N_("What is alike in both cities, and what differs?"), by=CITIES, place=GROUND, due="scope", severity="warning")
    benchmark: BenchmarkUse | None = ask(N_("Benchmark"), N_("Is a benchmark used, and what does it show?"), by=CITIES, place=GROUND, due="scope")
