"""The programme (`mentorat.yaml`): who runs it, for whom, with which money, and how the tool behaves in it."""

from __future__ import annotations

from typing import Annotated, Literal

from mentorat.guide import vocabulary
from mentorat.i18n import N_
from mentorat.model.base import (
    Base,
    Date,
    Declinable,
    Document,
    Item,
    LanguageCode,
    Link,
    Money,
    Number,
    OneOf,
    OrganisationRef,
    PartialDate,
    Period,
    Text,
    Word,
    ask,
)

BY = "coordinator"
FRONT = "front"


class Target(Base):
    """Whom the programme serves in the end, and which cities it is made for."""

    beneficiaries: Text | None = ask(N_("Beneficiaries"), N_("Which people shall be better off in the end?"), by=BY, place=FRONT, due="setup", show="public")
    city_size: Text | None = ask(N_("Size of cities"), N_("For cities of which size is the programme made?"), by=BY, place=FRONT, due="setup", show="public")


class Coordinator(Base):
    """The network that leads the programme."""

    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("Which organisation leads the programme?"), by=BY, place=FRONT, due="setup", show="public")
    name: Text | None = ask(N_("Name"), N_("What is it called, where it has no file of its own?"), by=BY, place=FRONT, show="public")
    description: Text | None = ask(N_("Presentation"), N_("How does it present itself in a few sentences?"), by=BY, place=FRONT, due="setup", show="public", long=True)
    tasks: list[Text] | None = ask(N_("Tasks"), N_("What does it do in this programme beside the tasks that the method gives it?"), by=BY, place="chapter-2", due="setup", show="public", none=True)


class FacilitatorOrganisation(Declinable):
    """The body that supports the method; an association may do it itself."""

    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("Which organisation supports the pairings in using the method?"), by=BY, place=FRONT, show="public")
    name: Text | None = ask(N_("Name"), N_("What is it called, where it has no file of its own?"), by=BY, place=FRONT, show="public")
    mission: Text | None = ask(N_("Mission"), N_("What is its mission?"), by=BY, place=FRONT, show="public", long=True)


class CityFunding(Money):
    """Money that lets one city take part."""

    city: OrganisationRef | None = ask(N_("City"), N_("Which city is it for?"), by=BY, place="deck", show="public")
    source: Text | None = ask(N_("Who pays"), N_("From which fund or budget does the money come?"), by=BY, place="deck", show="public")


class Funding(Declinable):
    """Where the programme's money comes from, and what must be printed about it."""

    statement: Text | None = ask(N_("Funding statement"), N_("Which sentence about the funder must stand on everything that is published?"), by=BY, place=FRONT, due="setup", show="public")
    programme_name: Text | None = ask(N_("Funding programme"), N_("Under which funding programme does the money come?"), by=BY, place=FRONT, due="setup", show="public")
    authority: Text | None = ask(N_("Funding authority"), N_("Which authority grants it?"), by=BY, place=FRONT, due="setup", show="public")
    amount: Money | None = ask(N_("Amount"), N_("How much is granted in all?"), by=BY, place=FRONT, show="public")
    reference: Word | None = ask(N_("Reference"), N_("What is the number of the grant agreement?"), by=BY, place=FRONT, due="setup", show="public")
    for_cities: list[CityFunding] | None = ask(N_("Money for the cities"), N_("With which money can each city take part, mentee and mentor alike?"), by=BY, place="deck", due="match", severity="warning", show="public", none=True)


class ContactBlock(Base):
    """How the programme is reached as an organisation; no person stands here."""

    postal_address: Text | None = ask(N_("Postal address"), N_("What is the programme's postal address?"), by=BY, place=FRONT, show="public")
    website: Word | None = ask(N_("Website"), N_("What is the address of its website?"), by=BY, place=FRONT, show="public")
    social: list[Link] | None = ask(N_("Social networks"), N_("Which accounts does it have on social networks?"), by=BY, place=FRONT, show="public", none=True)
    partners: list[OrganisationRef] | None = ask(N_("Partners"), N_("Which organisations are its partners?"), by=BY, place=FRONT, show="public", none=True)


class CommunityMember(Base):
    """What one city gives to a community of practice and takes from it."""

    city: OrganisationRef | None = ask(N_("City"), N_("Which city is it?"), by="mentee_city", place="chapter-6", show="public")
    brings: list[Text] | None = ask(N_("What it brings"), N_("Which experience, skills and knowledge does the city bring to the others?"), by="mentee_city", place="chapter-6", due="setup", severity="warning", show="public")
    learns: list[Text] | None = ask(N_("What it learns"), N_("What does the city want to learn from the others?"), by="mentee_city", place="chapter-6", due="setup", severity="warning", show="public")


class Community(Base):
    """A community of practice: several cities of similar experience, all of which give and take."""

    members: list[CommunityMember] | None = ask(N_("Cities"), N_("Which cities form the community, and what does each bring and learn?"), by=BY, place="chapter-6", show="public")
    tools: list[Annotated[str, OneOf(vocabulary.COMMUNITY_TOOL)]] | None = ask(N_("Tools"), N_("Which tools does the community borrow from mentoring: benchmarks, study visits, plans?"), by=BY, place="chapter-6", show="public", none=True)


class Privacy(Base):
    """How the programme protects people in its files."""

    threshold: int | None = ask(N_("Smallest group"), N_("Below which number of people must a group not be shown (10 where nothing is said)?"), by=BY, place="law", show="programme")
    shared_mailboxes: list[Word] | None = ask(N_("Shared mailboxes"), N_("Which e-mail addresses are shared mailboxes, so that they may stand in the files?"), by=BY, place="law", show="programme", none=True)


class Weights(Base):
    """How much each criterion counts, in words (decisive, important, useful, ignored) or as a number."""

    correspondence: Annotated[str, OneOf(vocabulary.WEIGHT_WORD)] | Number | None = ask(N_("Fit of needs and experience"), N_("How much does it count that the mentor has worked on what the mentee needs?"), by=BY, place="chapter-4-match", show="programme")
    experience: Annotated[str, OneOf(vocabulary.WEIGHT_WORD)] | Number | None = ask(N_("Difference of experience"), N_("How much does it count that the mentor is ahead of the mentee?"), by=BY, place="deck", show="programme")
    profile: Annotated[str, OneOf(vocabulary.WEIGHT_WORD)] | Number | None = ask(N_("Similar profile"), N_("How much does it count that both cities are alike in population, society and economy?"), by=BY, place="chapter-4-match", show="programme")
    governance: Annotated[str, OneOf(vocabulary.WEIGHT_WORD)] | Number | None = ask(N_("Similar governance"), N_("How much does it count that both cities work under similar levels of government?"), by=BY, place="chapter-4-match", show="programme")


class MatchingRules(Base):
    """How candidates are weighed in the whole programme."""

    weights: Weights | None = ask(N_("Weights"), N_("How much does each criterion count? Without an answer the tool's own weights hold."), by=BY, place="chapter-4-match", show="programme")
    reason: Text | None = ask(N_("Reason"), N_("Why these weights?"), by=BY, place="chapter-4-match", show="programme", long=True)


class OwnTheme(Item):
    """A policy theme that the programme adds to the built-in list."""

    label: Text | None = ask(N_("Name"), N_("What is the theme called, in each language of the programme?"), by=BY, place="tool", show="public")
    family: Text | None = ask(N_("Family"), N_("To which family of themes does it belong? Themes of one family are close to each other."), by=BY, place="tool", show="public")
    terms: list[Word] | None = ask(N_("Words"), N_("Which words give the theme away in a text, in any language?"), by=BY, place="tool", show="public")


class Milestone(Base):
    """A date of the programme that the method does not know."""

    title: Text | None = ask(N_("Milestone"), N_("What takes place (a steering committee, a transfer workshop, a final conference)?"), by=BY, place="tool", show="public")
    date: PartialDate | None = ask(N_("Date"), N_("When?"), by=BY, place="tool", show="public")


class Look(Base):
    """What makes the pages of the programme look like its own.  No template and no style sheet is taken from it."""

    colour: Word | None = ask(N_("Colour"), N_("In which colour, dark enough to be read on white, shall headings and links stand (in quotes, as in \"#1f4a7f\")?"), by=BY, place="tool", show="public", example=N_("\"#1f4a7f\""))
    name: Text | None = ask(N_("House name"), N_("Under which name of the house shall the pages appear?"), by=BY, place="tool", show="public")
    header: Text | None = ask(N_("Line above"), N_("Which line shall stand at the top of every page?"), by=BY, place="tool", show="public")
    footer: Text | None = ask(N_("Line below"), N_("Which line shall stand at the foot of every page?"), by=BY, place="tool", show="public")
    logo: Word | None = ask(N_("Logo"), N_("Which file of the programme's folder is its logo (PNG, JPEG or SVG of at most 200 kB)?"), by=BY, place="tool", show="public", example=N_("pictures/logo.png"))


class Programme(Document):
    """A mentoring programme: the frame that its pairings share."""

    kind: Literal["programme"]
    name: Text | None = ask(N_("Name"), N_("What is the programme called?"), by=BY, place=FRONT, due="setup", show="public")
    purpose: Text | None = ask(N_("Purpose"), N_("What is the programme for?"), by=BY, place=FRONT, due="setup", show="public", long=True)
    period: Period | None = ask(N_("Period"), N_("From when to when does it run?"), by=BY, place=FRONT, due="setup", show="public")
    language: LanguageCode | None = ask(N_("Main language"), N_("In which language are its documents written first of all?"), by=BY, place="tool", show="public")
    languages: list[LanguageCode] | None = ask(N_("Languages"), N_("In which languages shall its documents be published?"), by=BY, place="tool", show="public")
    as_of: Date | None = ask(N_("As of"), N_("For a programme that is over or serves as an example: as if on which day shall it be judged?"), by=BY, place="tool", show="public")
    format: Annotated[str, OneOf(vocabulary.FORMAT)] | None = ask(N_("Format"), N_("Is it mentoring in pairs, or a community of practice of several cities?"), by=BY, place="chapter-6", due="setup", show="public")
    setting: Annotated[str, OneOf(vocabulary.SETTING)] | None = ask(N_("Setting"), N_("Does it take place in a network, an association, a project or an informal setting?"), by=BY, place="chapter-1", show="public")
    policy_field: Word | None = ask(N_("Policy field"), N_("Which policy field is it about (`integration`, or another one in a word)?"), by=BY, place="chapter-1", due="setup", show="public", example=N_("integration"))
    people_concerned: list[Annotated[str, OneOf(vocabulary.REPRESENTS)]] | None = ask(N_("People concerned"), N_("Whom does the policy concern, so that they must have a say (migrants where nothing is said)?"), by=BY, place="chapter-4-network", show="public")
    target: Target | None = ask(N_("Target"), N_("Whom and which cities does the programme aim at?"), by=BY, place=FRONT, due="setup", show="public")
    coordinator: Coordinator | None = ask(N_("Coordinator"), N_("Which network leads the programme, and what does it do?"), by=BY, place=FRONT, due="setup", show="public")
    facilitator_organisation: FacilitatorOrganisation | None = ask(N_("Facilitator"), N_("Which organisation facilitates, and what is its mission?"), by=BY, place=FRONT, due="setup", show="public", none=True)
    funding: Funding | None = ask(N_("Funding"), N_("Who funds the programme, and with how much?"), by=BY, place=FRONT, due="setup", show="public", none=True)
    credits: list[Text] | None = ask(N_("Authors and thanks"), N_("Which organisations and functions are to be named as authors or thanked?"), by=BY, place=FRONT, show="public", none=True)
    disclaimer: Text | None = ask(N_("Disclaimer"), N_("Which disclaimer must be printed in what is published?"), by=BY, place=FRONT, due="setup", severity="warning", show="public", long=True)
    contact: ContactBlock | None = ask(N_("Contact"), N_("How is the programme reached (organisation, no person)?"), by=BY, place=FRONT, show="public")
    licence: Text | None = ask(N_("Licence"), N_("Under which licence may others reuse what is published?"), by=BY, place="tool", show="public", example=N_("CC BY 4.0"))
    is_pilot: bool | None = ask(N_("Pilot"), N_("Is it a first trial rather than a scheme that comes back?"), by=BY, place="chapter-1", show="public")
    milestones: list[Milestone] | None = ask(N_("Further milestones"), N_("Which other dates matter to all pairings?"), by=BY, place="tool", show="public", none=True)
    community: Community | None = ask(N_("Community of practice"), N_("For a community of practice: which cities form it, and with which tools?"), by=BY, place="chapter-6", show="public")
    lead_time_days: int | None = ask(N_("Lead time"), N_("How many days before a visit must its preparation be complete (14 where nothing is said)?"), by=BY, place="tool", show="programme")
    privacy: Privacy | None = ask(N_("Privacy"), N_("How does the programme protect people in its files?"), by=BY, place="law", show="programme")
    matching: MatchingRules | None = ask(N_("Matching"), N_("How are candidates weighed?"), by=BY, place="chapter-4-match", show="programme")
    look: Look | None = ask(N_("Look"), N_("What shall the programme's pages look like: colour, name, lines above and below, logo?"), by=BY, place="tool", show="public")
    themes: list[OwnTheme] | None = ask(N_("Own themes"), N_("Which policy themes does the programme need beside the built-in ones?"), by=BY, place="tool", show="public", none=True)
