"""An organisation of the programme: a city, an association, a facilitator, a member of a network.

One file serves every document that names it: an id, a name or an alias found elsewhere leads here.
Figures about a city stand in its needs analysis or its strengths, where they have a date and a source.
"""

from __future__ import annotations

from typing import Annotated, Literal

from mentorat.guide import vocabulary
from mentorat.i18n import N_
from mentorat.model.base import Base, Country, Document, LanguageCode, OneOf, Text, Word, ask
from mentorat.model.context import ASSOCIATION, NATIONAL, CountryContext

BY = "coordinator"


class Codes(Base):
    """Official codes by which a territory is found in public registers.  They are texts: quote them."""

    lau: Word | None = ask(N_("Municipality code (LAU)"), N_("What is its code among Eurostat's local administrative units, in quotes and with its leading zeros?"), by=BY, place="tool", show="public", example=N_("\"45285\""))
    nuts3: Word | None = ask(N_("Region code (NUTS 3)"), N_("In which region of level NUTS 3 does it lie?"), by=BY, place="tool", show="public", example=N_("\"FRB06\""))
    other: Word | None = ask(N_("Other code"), N_("Under which other code is it known (register of associations, enterprise number)?"), by=BY, place="tool", show="public")


class Organisation(Document):
    """An organisation that takes part in the programme, or that its documents name."""

    kind: Literal["organisation"]
    type: Annotated[str, OneOf(vocabulary.ORGANISATION_TYPE)] | None = ask(N_("Type"), N_("Is it a municipality, an association of municipalities, a facilitator or another kind of organisation?"), by=BY, place="chapter-2", due="setup", show="public")
    names: Text | None = ask(N_("Name"), N_("What is it called, in each language in which people name it?"), by=BY, place="chapter-1", due="setup", severity="warning", show="public")
    aliases: list[Word] | None = ask(N_("Other names"), N_("Under which other names, spellings or abbreviations do people know it?"), by=BY, place="tool", show="public", none=True)
    country: Country | None = ask(N_("Country"), N_("In which country is it (two letters of ISO 3166-1: GR for Greece, GB for the United Kingdom)?"), by=BY, place="chapter-1", due="setup", show="public")
    codes: Codes | None = ask(N_("Official codes"), N_("Which official codes does it have?"), by=BY, place="tool", show="public")
    languages: list[LanguageCode] | None = ask(N_("Working languages"), N_("In which languages can its staff work with others? Matching looks for a language in common."), by=BY, place="tool", show="public")
    website: Word | None = ask(N_("Website"), N_("What is the address of its website?"), by=BY, place="front", show="public")
    mailbox: Word | None = ask(N_("Shared mailbox"), N_("At which shared mailbox can it be reached? Never give the address of a person."), by=BY, place="law", show="public")
    description: Text | None = ask(N_("Presentation"), N_("Who is it and what is its mission, in a few sentences?"), by=BY, place="front", show="public", long=True)
    national_context: CountryContext | None = ask(N_("National and regional context"), N_("If it is an association: what should an outsider know about your country's setting? Written here once, it serves all your cities."), by=ASSOCIATION, place=NATIONAL, show="public")
