"""The review: what worked, what to improve, what it changed and what each side learned (slide deck)."""

from __future__ import annotations

from typing import Annotated, Literal

from mentorat.guide import vocabulary
from mentorat.i18n import N_
from mentorat.model.base import Base, Date, Document, OneOf, PartyId, Text, ask
from mentorat.model.follow_up import Dissemination

DECK = "deck"
ASSOCIATIONS = ("mentee_association", "mentor_association")
EVERYBODY = ("mentee_city", "mentee_association", "mentor_city", "mentor_association", "facilitator", "local_network")


class Positive(Base):
    """Something that went well."""

    kind: Annotated[str, OneOf(vocabulary.POSITIVE_KIND)] | None = ask(N_("Kind"), N_("Is it about the mobilising effect, the frame for trying things out, the mentor's commitment, or something else?"), by=EVERYBODY, place=DECK)
    text: Text | None = ask(N_("What worked"), N_("What went well, and what made it go well?"), by=EVERYBODY, place=DECK, long=True)


class Improvement(Base):
    """Something to do better another time."""

    kind: Annotated[str, OneOf(vocabulary.IMPROVE_KIND)] | None = ask(N_("Kind"), N_("Is it about the choice of the theme, imposed deliverables, online meetings, or something else?"), by=EVERYBODY, place=DECK)
    text: Text | None = ask(N_("What to improve"), N_("What was hard, and how could it be done better?"), by=EVERYBODY, place=DECK, long=True)


class ReviewLearning(Base):
    """What one party learned from the whole."""

    party: PartyId | None = ask(N_("Party"), N_("Which party learned it?"), by=EVERYBODY, place=DECK)
    text: Text | None = ask(N_("Learning"), N_("What did it learn?"), by=EVERYBODY, place=DECK, long=True)


class MenteeChange(Base):
    """Whether the mentoring set a change off."""

    answer: Annotated[str, OneOf(vocabulary.CHANGE_ANSWER)] | None = ask(N_("Change"), N_("Has the mentoring set off a change in the mentee city? It may be too early to say."), by="mentee_city", place=DECK, due="review", severity="warning")
    evidence: Text | None = ask(N_("Evidence"), N_("What shows it?"), by="mentee_city", place=DECK, long=True)


class ReviewEffects(Base):
    """What the mentoring did to both sides."""

    mentee_change: MenteeChange | None = ask(N_("Change at the mentee"), N_("Has something changed in the mentee city, and what shows it?"), by="mentee_city", place=DECK, due="review", severity="warning")
    mentor_learning: Text | None = ask(N_("What the mentor learned"), N_("What did the mentor learn?"), by="mentor_city", place=DECK, due="review", severity="warning", long=True)
    mentee_learning: Text | None = ask(N_("What the mentee learned"), N_("What did the mentee learn?"), by="mentee_city", place=DECK, due="review", severity="warning", long=True)


class Reuse(Base):
    """Whether associations and networks will use the method again."""

    planned: bool | None = ask(N_("Planned"), N_("Will the method or its results be used again?"), by=("coordinator", *ASSOCIATIONS), place=DECK, due="review")
    where: Text | None = ask(N_("Where"), N_("Where, by whom and for which theme?"), by=("coordinator", *ASSOCIATIONS), place=DECK)


class NetworkBenefit(Base):
    """What the local support network was good for."""

    benefit: Annotated[str, OneOf(vocabulary.NETWORK_BENEFIT)] | None = ask(N_("Benefit"), N_("Which benefit did the network bring?"), by="local_network", place="annex-5")
    text: Text | None = ask(N_("Remark"), N_("What showed it?"), by="local_network", place="annex-5")


class Review(Document):
    """A look back by all parties; numbers of plans and actions are counted, not typed."""

    kind: Literal["review"]
    date: Date | None = ask(N_("Date"), N_("On which day did you look back?"), by="facilitator", place=DECK)
    positive: list[Positive] | None = ask(N_("What worked"), N_("What went well?"), by=EVERYBODY, place=DECK, due="review", severity="warning")
    to_improve: list[Improvement] | None = ask(N_("What to improve"), N_("What should be done otherwise another time?"), by=EVERYBODY, place=DECK, due="review", severity="warning", none=True)
    learning: list[ReviewLearning] | None = ask(N_("Learning"), N_("What did each party learn? Both sides do."), by=EVERYBODY, place=DECK, due="review", severity="warning")
    effects: ReviewEffects | None = ask(N_("Effects"), N_("What has the mentoring changed, and what did both sides learn?"), by=("mentee_city", "mentor_city"), place=DECK, due="review", severity="warning")
    association_priorities_influenced: Text | None = ask(N_("Effect on the associations"), N_("Has the mentoring changed the associations' own priorities, and how?"), by=ASSOCIATIONS, place="chapter-2", due="review", long=True)
    support_gaps: list[Text] | None = ask(N_("Gaps in support"), N_("Which gaps in the support for cities came to light?"), by=ASSOCIATIONS, place="chapter-2", due="review", none=True)
    reuse: Reuse | None = ask(N_("Reuse"), N_("Will associations and networks use the method again?"), by=("coordinator", *ASSOCIATIONS), place=DECK, due="review")
    network_benefits: list[NetworkBenefit] | None = ask(N_("Benefits of the network"), N_("What was the local support network good for?"), by="local_network", place="annex-5", due="review", none=True)
    dissemination: list[Dissemination] | None = ask(N_("Dissemination"), N_("How are the results made known?"), by=("local_network", *ASSOCIATIONS), place="annex-5", due="review", none=True)
