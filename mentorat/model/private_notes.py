"""Confidences of a pairing that must not enter the repository (`private.yaml`, ignored by Git)."""

from __future__ import annotations

from typing import Literal

from mentorat.i18n import N_
from mentorat.model.base import Base, Document, Text, Word, ask

PARTIES = ("mentee_city", "mentor_city", "facilitator")
PLACE = "chapter-1"


class PrivateNote(Base):
    """A remark about one answer; shown beside it in internal documents only."""

    about: Word | None = ask(N_("About"), N_("Which answer is the remark about (document and key, as in needs.items[0].problem)?"), by=PARTIES, place=PLACE, show="private", example=N_("needs.items[0].problem"))
    text: Text | None = ask(N_("Remark"), N_("What must be remembered, but stay among the partners?"), by=PARTIES, place=PLACE, show="private", long=True)


class PrivateNotes(Document):
    """What the partners tell each other in confidence."""

    kind: Literal["private-notes"]
    notes: list[PrivateNote] | None = ask(N_("Notes"), N_("What must be remembered, but stay out of the repository?"), by=PARTIES, place=PLACE, show="private", none=True)
