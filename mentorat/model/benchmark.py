"""A benchmark: the key factors that an ideal city would have in place on a theme (guide, chapter 3).

A reference text that any pairing may use.  What a pairing decides about it (used or not, the factors
chosen, how both cities stand) is said in the pairing's scope.
"""

from __future__ import annotations

from typing import Annotated, Literal

from mentorat.guide import vocabulary
from mentorat.i18n import N_
from mentorat.model.base import Base, Document, Item, OneOf, OrganisationRef, Text, Word, ask

C3 = "chapter-3"
AUTHOR = "facilitator"


class ExternalReference(Base):
    """A standard or toolkit from elsewhere that the benchmark builds on or stands in for."""

    title: Text | None = ask(N_("Title"), N_("Which standard or toolkit is it?"), by=AUTHOR, place=C3, show="programme")
    publisher: Text | None = ask(N_("Publisher"), N_("Which organisation publishes it?"), by=AUTHOR, place=C3, show="programme")
    url: Word | None = ask(N_("Address"), N_("Where can it be read (web address)?"), by=AUTHOR, place=C3, show="programme")


class EvidenceSource(Base):
    """A source that the benchmark was drawn from."""

    kind: Annotated[str, OneOf(vocabulary.SOURCE_KIND)] | None = ask(N_("Kind"), N_("Is it the word of experts or practitioners, a report, a survey, a case study or something else?"), by=AUTHOR, place=C3, show="programme")
    citation: Text | None = ask(N_("Citation"), N_("How is it cited?"), by=AUTHOR, place=C3, show="programme")
    url: Word | None = ask(N_("Address"), N_("Where can it be read (web address)?"), by=AUTHOR, place=C3, show="programme")


class Tip(Base):
    """A practical tip."""

    text: Text | None = ask(N_("Tip"), N_("What can a city try?"), by=AUTHOR, place=C3, show="programme")
    url: Word | None = ask(N_("Address"), N_("Where is more about it (web address)?"), by=AUTHOR, place=C3, show="programme")


class PracticeExample(Base):
    """How a city came near to the standard."""

    text: Text | None = ask(N_("Example"), N_("What was done there?"), by=AUTHOR, place=C3, show="programme")
    city: OrganisationRef | None = ask(N_("City"), N_("In which city (id or name)?"), by=AUTHOR, place=C3, show="programme")
    url: Word | None = ask(N_("Address"), N_("Where is more about it (web address)?"), by=AUTHOR, place=C3, show="programme")


class KeyFactor(Item):
    """A condition without which a policy on the theme is unlikely to succeed."""

    number: int | None = ask(N_("Number"), N_("Which number does the key factor have in the benchmark?"), by=AUTHOR, place=C3, due="scope", show="programme")
    title: Text | None = ask(N_("Title"), N_("What is the key factor called?"), by=AUTHOR, place=C3, due="scope", show="programme")
    themes: list[Word] | None = ask(N_("Themes"), N_("Which themes of the theme list does the key factor touch?"), by=AUTHOR, place="tool", show="public")
    rationale: Text | None = ask(N_("Rationale"), N_("Why is this factor a key to success?"), by=AUTHOR, place=C3, due="scope", severity="warning", show="programme", long=True)
    guiding_questions: list[Text] | None = ask(N_("Guiding questions"), N_("Which questions show whether the factor is in place in a city?"), by=AUTHOR, place=C3, due="scope", severity="warning", show="programme")
    possible_measures: list[Text] | None = ask(N_("Possible measures"), N_("What can a city do to put the factor in place?"), by=AUTHOR, place=C3, show="programme", none=True)
    tips: list[Tip] | None = ask(N_("Practical tips"), N_("Which practical tips help?"), by=AUTHOR, place=C3, show="programme", none=True)
    good_practice_examples: list[PracticeExample] | None = ask(N_("Good-practice examples"), N_("Which cities or projects show how it can be done?"), by=AUTHOR, place=C3, show="programme", none=True)


class ContextualFactor(Base):
    """A condition that a city cannot change and has to reckon with."""

    kind: Annotated[str, OneOf(vocabulary.CONTEXT_FACTOR_KIND)] | None = ask(N_("Kind"), N_("Is it a law, a budget set elsewhere, a migration trend or another factor?"), by=(AUTHOR, "mentee_association"), place=C3, show="programme")
    text: Text | None = ask(N_("Factor"), N_("What is it, and how does it bear on the theme?"), by=(AUTHOR, "mentee_association"), place=C3, show="programme")


class Benchmark(Document):
    """A shared standard on one theme; no city meets all of it, and none needs to."""

    kind: Literal["benchmark"]
    theme: Text | None = ask(N_("Theme"), N_("Which policy field does the benchmark cover?"), by=AUTHOR, place=C3, due="scope", show="public")
    purpose: list[Annotated[str, OneOf(vocabulary.BENCHMARK_PURPOSE)]] | None = ask(N_("Purpose"), N_("Is it to set the scope, to give a shared standard, to be a checklist or a menu of options?"), by=AUTHOR, place=C3, show="programme")
    authors: list[Text] | None = ask(N_("Authors"), N_("Which organisations wrote it or contributed to it (no persons)?"), by=AUTHOR, place=C3, due="scope", show="programme")
    evidence_base: list[EvidenceSource] | None = ask(N_("What it draws on"), N_("Which experts, reports, surveys, case studies and databases does it draw on?"), by=AUTHOR, place=C3, show="programme", none=True)
    external_references: list[ExternalReference] | None = ask(N_("Other standards"), N_("Which standards or toolkits from elsewhere are used with it?"), by=AUTHOR, place=C3, show="programme", none=True)
    key_factors: list[KeyFactor] | None = ask(N_("Key factors"), N_("What would an ideal city have in place to succeed on this theme?"), by=AUTHOR, place=C3, due="scope", show="programme")
    contextual_factors: list[ContextualFactor] | None = ask(N_("Factors beyond the city's reach"), N_("Which laws, budgets set elsewhere or migration trends lie outside the city's control?"), by=(AUTHOR, "mentee_association"), place=C3, due="scope", severity="warning", show="programme", none=True)
