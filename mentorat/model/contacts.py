"""Persons, in one file that Git ignores; everything else names functions and points here by id."""

from __future__ import annotations

from typing import Literal

from mentorat.i18n import N_
from mentorat.model.base import Date, Document, Item, OrganisationRef, Text, Word, ask

BY = "coordinator"
LAW = "law"


class Contact(Item):
    """One person, with no more than is needed to reach them.

    Origin, religion, health and opinions of a person have no place here; an organisation may say whom it represents.
    """

    name: Word | None = ask(N_("Name"), N_("What is the person's name?"), by=BY, place=LAW, show="private")
    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("For which organisation does the person work?"), by=BY, place=LAW, show="private")
    function: Text | None = ask(N_("Function"), N_("In which function?"), by=BY, place=LAW, show="private")
    email: Word | None = ask(N_("E-mail"), N_("At which e-mail address can the person be reached?"), by=BY, place=LAW, show="private")
    phone: Word | None = ask(N_("Telephone"), N_("At which number, in quotes?"), by=BY, place=LAW, show="private")
    informed_on: Date | None = ask(N_("Informed on"), N_("On which day was the person told that these data are kept?"), by=BY, place=LAW, show="private")
    keep_until: Date | None = ask(N_("Keep until"), N_("On which day shall the entry be deleted?"), by=BY, place=LAW, show="private")


class Contacts(Document):
    """The persons of the programme (`contacts.yaml`, never in Git)."""

    kind: Literal["contacts"]
    contacts: list[Contact] | None = ask(N_("Contacts"), N_("Whom must the partners be able to reach?"), by=BY, place=LAW, show="private", none=True)
