"""Local and national context: one model for Annexes 2 and 3, which ask the same of both cities.

Written from the mentee's side; in a mentor's strengths the same questions go to the mentor city and
its association, at the mentor's steps (see `shape.Side`).
"""

from __future__ import annotations

from typing import Annotated

from mentorat.guide import vocabulary
from mentorat.i18n import N_
from mentorat.model.base import (
    Base,
    Count,
    Country,
    Declinable,
    Figure,
    Money,
    Number,
    OneOf,
    OrganisationRef,
    Text,
    Word,
    Year,
    ask,
)

CITY = ("mentee_city", "mentor_city")
ASSOCIATION = ("mentee_association", "mentor_association")
LOCAL = "annex-2-local"
NATIONAL = "annex-2-national"




class MigrantPopulation(Figure):
    """How many residents have a migration history, and what exactly is counted."""

    share: Number | None = ask(N_("Share (%)"), N_("Which share of the inhabitants, in per cent (14, not 0.14)?"), by=CITY, place=LOCAL, show="public")
    definition: Annotated[str, OneOf(vocabulary.MIGRANT_DEFINITION)] | None = ask(N_("What is counted"), N_("Who is counted: foreign nationals, people born abroad, people with a migration background?"), by=CITY, place=LOCAL, show="public")
    explanation: Text | None = ask(N_("Explanation"), N_("Where the definition is another one: which?"), by=CITY, place=LOCAL, show="public")


class Nationality(Figure):
    """A main nationality, as a sum that lets nobody be recognised."""

    country: Country | None = ask(N_("Country"), N_("Which nationality (country code, as in MA)?"), by=CITY, place=LOCAL, show="public")
    name: Text | None = ask(N_("Name"), N_("What is the group called, where a country code does not say it?"), by=CITY, place=LOCAL, show="public")
    count: Count | None = ask(N_("How many"), N_("How many people, if no one can be recognised?"), by=CITY, place=LOCAL, show="public")


class StatusGroup(Figure):
    """A main status group (refugees, asylum seekers, migrant workers), as a sum."""

    group: Text | None = ask(N_("Group"), N_("Which status group (refugees, asylum seekers, migrant workers…)?"), by=CITY, place=LOCAL, show="public")
    count: Count | None = ask(N_("How many"), N_("How many people, if no one can be recognised?"), by=CITY, place=LOCAL, show="public")


class IntegrationBudget(Money):
    """What the city spends on integration and services to migrants: an amount or a share."""

    share: Number | None = ask(N_("Share (%)"), N_("Which share of the city's budget, in per cent?"), by=CITY, place=LOCAL, show="public")


class Strategy(Declinable):
    """The city's own integration strategy."""

    title: Text | None = ask(N_("Title"), N_("What is the strategy called?"), by=CITY, place=LOCAL, show="public")
    year: Year | None = ask(N_("Year"), N_("From which year is it?"), by=CITY, place=LOCAL, show="public")
    summary: Text | None = ask(N_("Main content"), N_("What are its main points?"), by=CITY, place=LOCAL, show="public", long=True)
    url: Word | None = ask(N_("Address"), N_("Where can it be read (web address)?"), by=CITY, place=LOCAL, show="public")


class LocalPolicy(Base):
    """A sector policy that matters for the theme."""

    title: Text | None = ask(N_("Title"), N_("Which policy?"), by=CITY, place=LOCAL, show="public")
    summary: Text | None = ask(N_("Summary"), N_("What does it say that matters here?"), by=CITY, place=LOCAL, show="public")
    year: Year | None = ask(N_("Year"), N_("From which year is it?"), by=CITY, place=LOCAL, show="public")


class LocalBody(Base):
    """An institution, a network or an association of the city."""

    name: Text | None = ask(N_("Name"), N_("What is it called?"), by=CITY, place=LOCAL, show="public")
    part: Text | None = ask(N_("What it does"), N_("What does it do, and what does the city give to it?"), by=CITY, place=LOCAL, show="public")


class NgoRelation(Base):
    """A formal link of the city with associations that work for migrants."""

    kind: Annotated[str, OneOf(vocabulary.NGO_RELATION)] | None = ask(N_("Kind"), N_("Is it an advisory body, a provider of services, a grant or something else?"), by=CITY, place=LOCAL, show="public")
    partner: Text | None = ask(N_("Partner"), N_("With whom?"), by=CITY, place=LOCAL, show="public")
    text: Text | None = ask(N_("Content"), N_("What does the link consist of?"), by=CITY, place=LOCAL, show="public")


class OtherFactor(Base):
    """Another factor that weighs on the work; sensitivities and rivalries stay private."""

    kind: Annotated[str, OneOf(vocabulary.OTHER_FACTOR)] | None = ask(N_("Kind"), N_("Which kind of factor is it?"), by=CITY + ASSOCIATION, place=LOCAL)
    text: Text | None = ask(N_("Content"), N_("What is it, and how does it bear on the work?"), by=CITY + ASSOCIATION, place=LOCAL, show="private", long=True)
    explanation: Text | None = ask(N_("Explanation"), N_("Where the kind is “other”: please explain."), by=CITY + ASSOCIATION, place=LOCAL, show="private")
    horizon: Annotated[str, OneOf(vocabulary.HORIZON)] | None = ask(N_("When"), N_("For legislation: is it in force now, or to come?"), by=CITY + ASSOCIATION, place=LOCAL)


class LocalContext(Base):
    """The city: how migration changed, figures, policies, institutions (Annexes 2 and 3)."""

    migration_history: Text | None = ask(N_("How migration changed"), N_("How has migration to your city changed in recent years?"), by=CITY, place=LOCAL, due="needs", severity="warning", show="public", long=True)
    trends: list[Text] | None = ask(N_("Trends and key issues"), N_("What have been the trends and the key issues?"), by=CITY, place=LOCAL, due="needs", severity="warning", show="public", none=True)
    population: Figure | None = ask(N_("Population"), N_("How many people live in your city (with year and source)?"), by=CITY, place=LOCAL, due="needs", severity="warning", show="public")
    migrant_population: MigrantPopulation | None = ask(N_("Migrant population"), N_("How many residents are foreign nationals, were born abroad or have a migration background?"), by=CITY, place=LOCAL, due="needs", severity="warning", show="public")
    main_nationalities: list[Nationality] | None = ask(N_("Main nationalities"), N_("Which are the main nationalities? Give sums only, never people."), by=CITY, place=LOCAL, due="needs", severity="warning", show="public", none=True)
    status_groups: list[StatusGroup] | None = ask(N_("Main status groups"), N_("Which are the main status groups (refugees, asylum seekers, migrant workers…)? Sums only."), by=CITY, place=LOCAL, due="needs", severity="warning", show="public", none=True)
    municipal_budget: Money | None = ask(N_("Municipal budget"), N_("How large is the city's yearly budget, roughly?"), by=CITY, place=LOCAL, due="needs", severity="warning", show="public")
    integration_budget: IntegrationBudget | None = ask(N_("Budget for integration"), N_("Which part of it goes to integration and services to migrants, if you know?"), by=CITY, place=LOCAL, due="needs", show="public")
    integration_strategy: Strategy | None = ask(N_("Integration strategy"), N_("Does your city have an integration strategy, and what does it mainly say?"), by=CITY, place=LOCAL, due="needs", severity="warning", show="public", none=True)
    sector_policies: list[LocalPolicy] | None = ask(N_("Sector policies"), N_("Which sector policies matter for this theme?"), by=CITY, place=LOCAL, due="needs", severity="warning", show="public", none=True)
    supported_institutions: list[LocalBody] | None = ask(N_("Supported institutions"), N_("Which institutions does the city fund or support?"), by=CITY, place=LOCAL, due="needs", severity="warning", show="public", none=True)
    ngo_networks: list[LocalBody] | None = ask(N_("Networks and associations"), N_("Which are the main networks or associations?"), by=CITY, place=LOCAL, due="needs", severity="warning", show="public", none=True)
    formal_ngo_relations: list[NgoRelation] | None = ask(N_("Formal links with associations"), N_("Which formal links does the city have with associations (advisory body, providers of services…)?"), by=CITY, place=LOCAL, due="needs", severity="warning", show="public", none=True)
    immigrant_groups: list[Text] | None = ask(N_("Main immigrant groups"), N_("Which are the main immigrant groups?"), by=CITY, place=LOCAL, due="needs", show="public", none=True)
    other_factors: list[OtherFactor] | None = ask(N_("Other factors"), N_("Are there sensitivities, attitudes, rivalries, funding issues, limits of power or laws that matter here?"), by=CITY, place=LOCAL, due="needs", none=True)
    unemployment: Figure | None = ask(N_("Unemployment (%)"), N_("What is the unemployment rate, in per cent? It helps to compare social profiles."), by=CITY, place="tool", show="public")
    median_income: Money | None = ask(N_("Median income"), N_("What is the median yearly income of a household?"), by=CITY, place="tool", show="public")
    economic_sectors: list[Text] | None = ask(N_("Main economic sectors"), N_("Which sectors give most of the jobs?"), by=CITY, place="tool", show="public", none=True)
    degree_of_urbanisation: Annotated[str, OneOf(vocabulary.DEGREE_OF_URBANISATION)] | None = ask(N_("Degree of urbanisation"), N_("Is it a city, a town or suburb, or a rural area (Eurostat's classes)?"), by=CITY, place="tool", show="public")
    migration_kinds: list[Annotated[str, OneOf(vocabulary.MIGRATION_KIND)]] | None = ask(N_("Kinds of migration"), N_("Which kinds of migration does the city know?"), by=CITY, place="tool", show="public", none=True)


class Framework(Base):
    """A legal or political framework at another level that binds or helps the city."""

    level: Annotated[str, OneOf(vocabulary.GOVERNMENT_LEVEL)] | None = ask(N_("Level"), N_("At which level is it?"), by=ASSOCIATION, place="chapter-2", show="public")
    title: Text | None = ask(N_("Title"), N_("Which law, plan or programme?"), by=ASSOCIATION, place="chapter-2", show="public")
    effect: Text | None = ask(N_("Effect"), N_("What does it mean for the city?"), by=ASSOCIATION, place="chapter-2", show="public")


class Typicality(Base):
    """How typical the city is among the association's members."""

    level: Annotated[str, OneOf(vocabulary.TYPICALITY)] | None = ask(N_("Typical?"), N_("Is the city typical of your members?"), by=ASSOCIATION, place=NATIONAL)
    similarities: list[Text] | None = ask(N_("Similarities"), N_("In what is it like the others?"), by=ASSOCIATION, place=NATIONAL, none=True)
    differences: list[Text] | None = ask(N_("Differences"), N_("In what does it differ from them?"), by=ASSOCIATION, place=NATIONAL, none=True)


class GovernmentRelation(Base):
    """A relation of the association with a regional or national government."""

    level: Annotated[str, OneOf(vocabulary.GOVERNMENT_LEVEL)] | None = ask(N_("Level"), N_("With which level of government?"), by=ASSOCIATION, place=NATIONAL, show="public")
    nature: Annotated[str, OneOf(vocabulary.RELATION_NATURE)] | None = ask(N_("Nature"), N_("Formal powers, a formal relation or an informal one?"), by=ASSOCIATION, place=NATIONAL, show="public")
    mechanism: Text | None = ask(N_("Mechanism"), N_("How does it work (consultation body, meetings…)?"), by=ASSOCIATION, place=NATIONAL, show="public")


class FrameworkDimension(Base):
    """One way in which a higher level supports local authorities."""

    dimension: Annotated[str, OneOf(vocabulary.FRAMEWORK_DIMENSION)] | None = ask(N_("Dimension"), N_("Consultation, coordination, information, capacity or funding?"), by=ASSOCIATION, place=NATIONAL, show="public")
    comment: Text | None = ask(N_("Comment"), N_("How far does it help?"), by=ASSOCIATION, place=NATIONAL, show="public")


class SupportiveFramework(Declinable):
    """How far higher levels give local authorities a helpful framework."""

    level: Annotated[str, OneOf(vocabulary.GOVERNMENT_LEVEL)] | None = ask(N_("Level"), N_("Which level of government is meant?"), by=ASSOCIATION, place=NATIONAL, show="public")
    rating: Annotated[str, OneOf(vocabulary.SUPPORT_LEVEL)] | None = ask(N_("Rating"), N_("How helpful is it on the whole?"), by=ASSOCIATION, place=NATIONAL, show="public")
    dimensions: list[FrameworkDimension] | None = ask(N_("Dimensions"), N_("How does it help: consultation, coordination, sharing of information, capacity, funding?"), by=ASSOCIATION, place=NATIONAL, show="public", none=True)


class SharedGoals(Base):
    """How far local and higher levels pursue the same goals."""

    rating: Annotated[str, OneOf(vocabulary.SHARED_GOALS)] | None = ask(N_("Rating"), N_("Do the levels share none, few, some, most or all goals?"), by=ASSOCIATION, place=NATIONAL, show="public")
    comment: Text | None = ask(N_("Comment"), N_("Which goals are shared, which are not?"), by=ASSOCIATION, place=NATIONAL, show="public")


class MutualLearning(Base):
    """An activity by which the association lets its members learn from each other."""

    activity: Text | None = ask(N_("Activity"), N_("What does the association do?"), by=ASSOCIATION, place=NATIONAL, show="public")
    field: Text | None = ask(N_("Field"), N_("In which policy field?"), by=ASSOCIATION, place=NATIONAL, show="public")
    beyond: bool | None = ask(N_("Beyond the field"), N_("Does it go beyond this policy field?"), by=ASSOCIATION, place=NATIONAL, show="public")


class Competence(Base):
    """Which level of government decides on a theme."""

    theme: Word | None = ask(N_("Theme"), N_("Which theme (code of the theme list)?"), by=ASSOCIATION, place="tool", show="public")
    holder: Annotated[str, OneOf(vocabulary.COMPETENCE)] | None = ask(N_("Who decides"), N_("Who decides on it: the city, several levels, the region or the state?"), by=ASSOCIATION, place="tool", show="public")


class CountryContext(Base):
    """What an association can say once for all its members: it may stand in its own file."""

    government_relations: list[GovernmentRelation] | None = ask(N_("Relations with governments"), N_("What are your association's relations with regional and national governments in this field, formal and informal?"), by=ASSOCIATION, place=NATIONAL, due="scope", severity="warning", show="public", none=True)
    supportive_framework: SupportiveFramework | None = ask(N_("Supportive framework"), N_("How far do national and regional governments give local authorities a helpful framework?"), by=ASSOCIATION, place=NATIONAL, due="scope", severity="warning", show="public", none=True)
    shared_goals: SharedGoals | None = ask(N_("Shared goals"), N_("How far do local, regional and national governments pursue the same goals?"), by=ASSOCIATION, place=NATIONAL, due="scope", severity="warning", show="public")
    other_factors: list[OtherFactor] | None = ask(N_("Other factors"), N_("Are there sensitivities, attitudes, rivalries, funding issues, powers or laws at national or regional level that matter here?"), by=ASSOCIATION, place=NATIONAL, none=True)
    mutual_learning: list[MutualLearning] | None = ask(N_("Mutual learning"), N_("What does your association do so that its members learn from each other, in this field and beyond?"), by=ASSOCIATION, place=NATIONAL, due="scope", severity="warning", show="public", none=True)
    frameworks: list[Framework] | None = ask(N_("Frameworks"), N_("Which regional, national or legal frameworks matter for the theme?"), by=ASSOCIATION, place="chapter-2", due="needs", show="public", none=True)
    state_form: Annotated[str, OneOf(vocabulary.STATE_FORM)] | None = ask(N_("Form of state"), N_("Is the state unitary, regionalised or federal?"), by=ASSOCIATION, place="tool", show="public")
    tiers: int | None = ask(N_("Tiers of government"), N_("How many elected tiers are there below the state?"), by=ASSOCIATION, place="tool", show="public")
    competences: list[Competence] | None = ask(N_("Who decides on what"), N_("For the themes that matter: which level decides?"), by=ASSOCIATION, place="tool", show="public", none=True)
    national_programme: bool | None = ask(N_("National integration programme"), N_("Is there a national integration programme that cities can rely on?"), by=ASSOCIATION, place="tool", show="public")


class NationalContext(CountryContext):
    """The association's part of Annexes 2 and 3; what it said in its own file need not be said again."""

    taken_from: OrganisationRef | None = ask(N_("Taken from"), N_("Which association's file holds the national part, where it is written once for all?"), by=ASSOCIATION, place="tool", show="public")
    typicality: Typicality | None = ask(N_("How typical the city is"), N_("How typical of your members is the city's political and migration context?"), by=ASSOCIATION, place=NATIONAL, due="scope", severity="warning")
    replication_notes: Text | None = ask(N_("Replication"), N_("With other members in mind: what is similar, what differs?"), by=ASSOCIATION, place=NATIONAL, due="scope", severity="warning", long=True)
