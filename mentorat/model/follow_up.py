"""After the visits: approval of the plan, exchanges while it is carried out, issues carried upward."""

from __future__ import annotations

from typing import Annotated, Literal

from mentorat.guide import vocabulary
from mentorat.i18n import N_
from mentorat.model.base import Base, Date, Document, OneOf, OrganisationRef, PartialDate, Text, Word, ask

AFTER = "chapter-5-after"
MENTEE = "mentee_city"
CITIES = ("mentee_city", "mentor_city")
ASSOCIATIONS = ("mentee_association", "mentor_association")


class Approval(Base):
    """The formal approval of the plan by the mentee's own side."""

    body: OrganisationRef | None = ask(N_("Body"), N_("Which body on the mentee's side approves the plan (council, board, administration)?"), by=MENTEE, place=AFTER, due="approve", severity="error", show="public")
    date: Date | None = ask(N_("Date"), N_("On which day?"), by=MENTEE, place=AFTER, due="approve", severity="error", show="public")
    decision: Annotated[str, OneOf(vocabulary.APPROVAL_DECISION)] | None = ask(N_("Decision"), N_("Is the plan approved, approved with changes or rejected, or is the decision pending?"), by=MENTEE, place=AFTER, due="approve", severity="error", show="public")
    reference: Word | None = ask(N_("Reference"), N_("What is the number of the decision?"), by=MENTEE, place=AFTER, due="approve", show="public")
    document: Word | None = ask(N_("Document"), N_("Where can the decision be found (web address or file)?"), by=MENTEE, place=AFTER, due="approve", show="public")
    text: Text | None = ask(N_("Conditions"), N_("Which conditions or changes come with the approval?"), by=MENTEE, place=AFTER, show="public", long=True)


class Implementation(Base):
    """What the city has to carry the plan out."""

    capacity: list[Text] | None = ask(N_("Capacity"), N_("Which staff, skills and means does the city have to carry out the plan?"), by=MENTEE, place=AFTER, due="implement", severity="warning")


class Exchange(Base):
    """An exchange of mentee and mentor after the visits."""

    date: Date | None = ask(N_("Date"), N_("On which day was it?"), by=CITIES, place=AFTER)
    mode: Annotated[str, OneOf(vocabulary.MODE)] | None = ask(N_("Form"), N_("Was it in person, online or both?"), by=CITIES, place=AFTER)
    topics: list[Text] | None = ask(N_("Topics"), N_("What was it about?"), by=CITIES, place=AFTER)
    next_date: Date | None = ask(N_("Next date"), N_("When do you talk again?"), by=CITIES, place=AFTER)


class MultilevelIssue(Base):
    """A local problem that another level of government must help to solve."""

    issue: Text | None = ask(N_("Issue"), N_("Which problem cannot be solved in the city alone?"), by=ASSOCIATIONS, place="chapter-1", long=True)
    level: Annotated[str, OneOf(vocabulary.GOVERNMENT_LEVEL)] | None = ask(N_("Level"), N_("Which level of government must act?"), by=ASSOCIATIONS, place="chapter-1")
    addressee: Text | None = ask(N_("Addressee"), N_("To which authority is it taken?"), by=ASSOCIATIONS, place="chapter-1")
    status: Annotated[str, OneOf(vocabulary.ISSUE_STATUS)] | None = ask(N_("Status"), N_("Has it been noted, raised, answered or closed?"), by=ASSOCIATIONS, place="chapter-1")


class Dissemination(Base):
    """Something done so that others learn from the pairing."""

    audience: Text | None = ask(N_("Audience"), N_("Who shall learn of it?"), by=ASSOCIATIONS, place="chapter-1")
    action: Text | None = ask(N_("Action"), N_("What is done for that?"), by=ASSOCIATIONS, place="chapter-1")
    date: PartialDate | None = ask(N_("Date"), N_("When?"), by=ASSOCIATIONS, place="chapter-1")


class FollowUp(Document):
    """What happens after the last visit; the progress of the actions stands in the plan itself."""

    kind: Literal["follow-up"]
    approval: Approval | None = ask(N_("Approval"), N_("Who on the mentee's side has approved the plan, when, and under which reference?"), by=MENTEE, place=AFTER, due="approve", severity="error", show="public")
    implementation: Implementation | None = ask(N_("Capacity to implement"), N_("What does the city have to carry out the plan?"), by=MENTEE, place=AFTER, due="implement", severity="warning")
    mentor_role: Text | None = ask(N_("Mentor's part"), N_("How does the mentor support the city while the plan is carried out?"), by="mentor_city", place="chapter-5", due="approve", severity="warning", long=True)
    rhythm: Annotated[str, OneOf(vocabulary.RHYTHM)] | None = ask(N_("Rhythm"), N_("How often do mentee and mentor talk?"), by=CITIES, place=AFTER, due="implement", severity="warning")
    exchanges: list[Exchange] | None = ask(N_("Exchanges"), N_("When did mentee and mentor talk, and about what?"), by=CITIES, place=AFTER, due="implement", severity="warning")
    network_part: Text | None = ask(N_("The network's part"), N_("How does the local support network help to follow the progress?"), by="local_network", place="annex-5", due="implement", severity="warning", long=True)
    multilevel_issues: list[MultilevelIssue] | None = ask(N_("Issues for other levels"), N_("Which local problems do the associations carry to the region, the state or Europe?"), by=ASSOCIATIONS, place="chapter-1", due="visit_3", severity="warning", none=True)
    dissemination: list[Dissemination] | None = ask(N_("Dissemination"), N_("How do the associations make the mentoring known among their members?"), by=ASSOCIATIONS, place="chapter-1", none=True)
