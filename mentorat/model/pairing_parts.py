"""The larger parts of a pairing: matching, training, charter, political commitment and adaptations."""

from __future__ import annotations

from typing import Annotated

from mentorat.guide import vocabulary
from mentorat.i18n import N_
from mentorat.model.base import (
    Base,
    ContactRef,
    Date,
    Declinable,
    NeedRef,
    Number,
    OneOf,
    OrganisationRef,
    PartialDate,
    PartyId,
    Text,
    Word,
    ask,
)

COORDINATOR = "coordinator"
FACILITATOR = "facilitator"
MENTEE = "mentee_city"
CITIES = ("mentee_city", "mentor_city")

MATCH = "chapter-4-match"
TRAINING = "chapter-4-training"
COMMITMENT = "chapter-4-commitment"


# ------------------------------------------------------------------ matching


class Criterion(Base):
    """One criterion of the choice, set before anybody is compared."""

    criterion: Annotated[str, OneOf(vocabulary.CRITERION)] | None = ask(N_("Criterion"), N_("Which criterion is it?"), by=COORDINATOR, place=MATCH)
    weight: Annotated[str, OneOf(vocabulary.WEIGHT_WORD)] | Number | None = ask(N_("Weight"), N_("How much does it count: decisive, important, useful, ignored, or a number?"), by=COORDINATOR, place=MATCH)
    description: Text | None = ask(N_("Description"), N_("What exactly is looked at? Needed where the criterion is “other”."), by=COORDINATOR, place=MATCH)


class Candidate(Base):
    """A city considered as mentor."""

    city: OrganisationRef | None = ask(N_("City"), N_("Which city is considered?"), by=COORDINATOR, place=MATCH)
    notes: Text | None = ask(N_("Remarks"), N_("What was said for and against it?"), by=COORDINATOR, place=MATCH, long=True)


class Confirmation(Base):
    """The mentor's own word that it can help, after reading the needs."""

    needs: list[NeedRef] | None = ask(N_("Needs"), N_("With which needs does the mentor say it can help (ids)?"), by="mentor_city", place="chapter-4-needs", due="match", severity="warning")
    date: Date | None = ask(N_("Date"), N_("On which day did it say so?"), by="mentor_city", place="chapter-4-needs", due="match")


class WeighedCriterion(Base):
    """How much one criterion counted in a comparison, in per cent."""

    criterion: Annotated[str, OneOf(vocabulary.CRITERION)] | None = ask(N_("Criterion"), N_("Which criterion is it?"), by=COORDINATOR, place="tool")
    weight: Number | None = ask(N_("Weight"), N_("How much did it count, in per cent?"), by=COORDINATOR, place="tool")


class ComparisonRun(Base):
    """The comparison that a decision rests on, so that it can be understood and made again; the tool writes it."""

    tool: Word | None = ask(N_("Tool"), N_("Which version of the tool compared?"), by=COORDINATOR, place="tool")
    engine: Word | None = ask(N_("Engine"), N_("How were texts compared?"), by=COORDINATOR, place="tool")
    criteria: list[WeighedCriterion] | None = ask(N_("Criteria"), N_("How much did each criterion count?"), by=COORDINATOR, place="tool")
    compared: int | None = ask(N_("Cities compared"), N_("How many cities were compared?"), by=COORDINATOR, place="tool")
    rank: int | None = ask(N_("Place"), N_("In which place was the chosen city?"), by=COORDINATOR, place="tool")
    score: Number | None = ask(N_("Score"), N_("How many points of 100 did it have?"), by=COORDINATOR, place="tool")
    digest: Word | None = ask(N_("Digest"), N_("What is the digest of everything that was read?"), by=COORDINATOR, place="tool")
    inputs: list[Word] | None = ask(N_("Files read"), N_("Which files bore on the cities considered (SHA-256 and path)?"), by=COORDINATOR, place="tool")


class Decision(Base):
    """The choice of the mentor, made by people, with its reason."""

    chosen: OrganisationRef | None = ask(N_("Chosen city"), N_("Which city was chosen as mentor?"), by=COORDINATOR, place=MATCH, due="match", severity="error")
    reason: Text | None = ask(N_("Reason"), N_("Why this city?"), by=COORDINATOR, place=MATCH, due="match", severity="error", long=True)
    date: Date | None = ask(N_("Date"), N_("On which day was it decided?"), by=COORDINATOR, place=MATCH, due="match", severity="error")
    decided_by: list[PartyId] | None = ask(N_("Decided by"), N_("Which parties decided?"), by=COORDINATOR, place=MATCH, due="match")
    comparison: ComparisonRun | None = ask(N_("Comparison"), N_("Which comparison does the decision rest on? `mentorat match` writes it."), by=COORDINATOR, place="tool")


class Exclusion(Base):
    """A city that must not be the mentor here."""

    city: OrganisationRef | None = ask(N_("City"), N_("Which city cannot be the mentor?"), by=COORDINATOR, place="tool")
    reason: Text | None = ask(N_("Reason"), N_("Why not (a conflict of interest, a line of command, no capacity)?"), by=COORDINATOR, place="tool")


class ForcedChoice(Base):
    """A mentor set from outside, before any comparison."""

    city: OrganisationRef | None = ask(N_("City"), N_("Which city is set as mentor in advance?"), by=COORDINATOR, place="tool")
    reason: Text | None = ask(N_("Reason"), N_("Why is it set in advance?"), by=COORDINATOR, place="tool")


class Matching(Base):
    """How the mentor was looked for and chosen (guide, chapter 4)."""

    setting: Annotated[str, OneOf(vocabulary.MATCH_SETTING)] | None = ask(N_("Setting"), N_("Is the mentor sought for an application for funding, by a call in a network, or otherwise?"), by=COORDINATOR, place=MATCH, due="match")
    deadline: Date | None = ask(N_("Deadline"), N_("By which day must the choice be made?"), by=COORDINATOR, place=MATCH)
    search_started_on: Date | None = ask(N_("Search began"), N_("On which day did the search for a mentor begin? The first draft of the needs comes before it."), by=COORDINATOR, place="chapter-4-needs")
    criteria: list[Criterion] | None = ask(N_("Criteria"), N_("By which criteria is the mentor chosen? Agree on them before you compare."), by=COORDINATOR, place=MATCH, due="match", severity="error")
    candidates: list[Candidate] | None = ask(N_("Candidates"), N_("Which cities were considered?"), by=COORDINATOR, place=MATCH, due="match")
    mentor_confirms_can_help: Confirmation | None = ask(N_("Mentor's word"), N_("Has the mentor read the needs and said with which of them it can help?"), by="mentor_city", place="chapter-4-needs", due="match", severity="warning")
    decision: Decision | None = ask(N_("Decision"), N_("Which city was chosen, why, when and by whom?"), by=COORDINATOR, place=MATCH, due="match", severity="error")
    exclusions: list[Exclusion] | None = ask(N_("Excluded"), N_("Which cities must not be the mentor, and why?"), by=COORDINATOR, place="tool", none=True)
    forced: ForcedChoice | None = ask(N_("Set in advance"), N_("Is the mentor set in advance, and why?"), by=COORDINATOR, place="tool")


# ------------------------------------------------------------------ training and charter


class Trainee(Base):
    """Somebody who took part in the training, by party and organisation."""

    party: PartyId | None = ask(N_("Party"), N_("Which party takes part?"), by=FACILITATOR, place=TRAINING)
    organisation: OrganisationRef | None = ask(N_("Organisation"), N_("Which organisation?"), by=FACILITATOR, place=TRAINING)
    person: ContactRef | None = ask(N_("Person"), N_("Who (the id of a contact, never a name)?"), by=FACILITATOR, place=TRAINING, show="private")


class TrainingSession(Base):
    """One joint session of training."""

    date: Date | None = ask(N_("Date"), N_("On which day is it?"), by=FACILITATOR, place=TRAINING, due="training", severity="warning")
    duration: Text | None = ask(N_("Duration"), N_("How long does it last?"), by=FACILITATOR, place=TRAINING)
    mode: Annotated[str, OneOf(vocabulary.MODE)] | None = ask(N_("Form"), N_("Is it in person, online or both? Meeting in person builds trust sooner."), by=FACILITATOR, place=TRAINING)
    place: Text | None = ask(N_("Place"), N_("Where is it?"), by=FACILITATOR, place=TRAINING)
    participants: list[Trainee] | None = ask(N_("Participants"), N_("Which parties take part?"), by=FACILITATOR, place=TRAINING, due="training", severity="warning")


class TrainingOutcomes(Base):
    """What the training achieved."""

    roles_clarified: bool | None = ask(N_("Roles clear"), N_("Does every partner know its role now?"), by=FACILITATOR, place=TRAINING, due="training")
    method_presented: bool | None = ask(N_("Method presented"), N_("Was the method presented?"), by=FACILITATOR, place=TRAINING, due="training")
    notes: Text | None = ask(N_("Remarks"), N_("What was agreed about the roles, and what stayed open?"), by=FACILITATOR, place=TRAINING, long=True)


class TrainingTopic(Base):
    """A question that the training should answer."""

    topic: Annotated[str, OneOf(vocabulary.TRAINING_TOPIC)] | None = ask(N_("Topic"), N_("Which topic is it?"), by=FACILITATOR, place=TRAINING)
    covered: bool | None = ask(N_("Covered"), N_("Was it dealt with?"), by=FACILITATOR, place=TRAINING)
    notes: Text | None = ask(N_("Remarks"), N_("What came out of it?"), by=FACILITATOR, place=TRAINING)


class Training(Base):
    """The joint training of all parties (guide, chapter 4)."""

    sessions: list[TrainingSession] | None = ask(N_("Sessions"), N_("When and how are all parties trained together? It should be before the first visit."), by=FACILITATOR, place=TRAINING, due="training", severity="warning")
    outcomes: TrainingOutcomes | None = ask(N_("Outcomes"), N_("Are the roles clear, and was the method presented?"), by=FACILITATOR, place=TRAINING, due="training")
    topics: list[TrainingTopic] | None = ask(N_("Topics"), N_("Which topics were dealt with: benefits, responsibilities, steps, documents, expectations?"), by=FACILITATOR, place=TRAINING, due="training")


class Acknowledgement(Base):
    """One party's acceptance of the role charter."""

    party: PartyId | None = ask(N_("Party"), N_("Which party accepts the charter?"), by=CITIES, place="annex-1")
    date: Date | None = ask(N_("Date"), N_("On which day?"), by=CITIES, place="annex-1")


class Charter(Base):
    """The role charter, whose text comes with the tool (guide, Annex 1)."""

    acknowledged: list[Acknowledgement] | None = ask(N_("Accepted by"), N_("Which parties have read and accepted what a mentor does and does not do?"), by=CITIES, place="annex-1", due="training", severity="warning")


# ------------------------------------------------------------------ political commitment


class PoliticalCommitment(Base):
    """The commitment of one political leader, by office."""

    name_or_office: Text | None = ask(N_("Office"), N_("Which office commits itself (mayor, deputy for housing…)? No name is needed."), by=MENTEE, place=COMMITMENT, due="mobilise", severity="warning", show="private")
    party: Text | None = ask(N_("Political party"), N_("Of which party or group? Only for somebody elected."), by=MENTEE, place=COMMITMENT, show="private")
    elected: bool | None = ask(N_("Elected"), N_("Is the office an elected one?"), by=MENTEE, place="law", show="private")
    date: Date | None = ask(N_("Date"), N_("On which day was the commitment given? It should be early."), by=MENTEE, place=COMMITMENT, due="mobilise", severity="warning", show="private")
    form: Text | None = ask(N_("Form"), N_("How was it given (a letter, a vote, a speech)?"), by=MENTEE, place=COMMITMENT, show="private")
    document: Word | None = ask(N_("Document"), N_("Which document shows it (a number or a web address)?"), by=MENTEE, place=COMMITMENT, show="private")


class CrossParty(Declinable):
    """Support that outlives a change of leaders."""

    parties: list[Text] | None = ask(N_("Parties"), N_("Which parties or groups support the work?"), by=MENTEE, place=COMMITMENT, show="private")
    evidence: Text | None = ask(N_("Evidence"), N_("What shows it?"), by=MENTEE, place=COMMITMENT, show="private")


class PoliticalExchange(Base):
    """A meeting of politicians of both cities."""

    date: PartialDate | None = ask(N_("Date"), N_("When?"), by=CITIES, place=COMMITMENT)
    participants: list[Text] | None = ask(N_("Participants"), N_("Which offices of both cities take part?"), by=CITIES, place=COMMITMENT)
    topic: Text | None = ask(N_("Topic"), N_("What do they talk about?"), by=CITIES, place=COMMITMENT)


class Commitment(Base):
    """The backing of the mentee's political leaders; who supports what is private."""

    political: list[PoliticalCommitment] | None = ask(N_("Commitments"), N_("Which political leaders have committed themselves, when and how?"), by=MENTEE, place=COMMITMENT, due="mobilise", severity="error", show="private")
    covers: list[Annotated[str, OneOf(vocabulary.COMMITMENT_COVERS)]] | None = ask(N_("Covers"), N_("Does the support hold for drafting the plan, for carrying it out, or for both?"), by=MENTEE, place=COMMITMENT, due="approve", severity="error", show="private")
    leadership_may_change: bool | None = ask(N_("Leaders may change"), N_("May the political leaders change before the end?"), by=MENTEE, place=COMMITMENT, due="mobilise", severity="warning", show="private")
    next_election: PartialDate | None = ask(N_("Next election"), N_("When is the next local election?"), by=MENTEE, place=COMMITMENT, due="mobilise")
    cross_party: CrossParty | None = ask(N_("Several parties"), N_("Where leaders may change: do several parties support the work?"), by=MENTEE, place=COMMITMENT, due="mobilise", severity="warning", show="private", none=True)
    exchanges: list[PoliticalExchange] | None = ask(N_("Exchanges of politicians"), N_("Which meetings of politicians of both cities take place?"), by=CITIES, place=COMMITMENT, due="visit_2", none=True)
    duration_years: Number | None = ask(N_("Years"), N_("For how many years do the cities commit themselves?"), by=CITIES, place="deck")


# ------------------------------------------------------------------ adaptations


class Adaptation(Base):
    """Something done otherwise than the method says, with its reason; `rule` sets a rule aside."""

    kind: Annotated[str, OneOf(vocabulary.ADAPTATION_KIND)] | None = ask(N_("Kind"), N_("What is done otherwise: the purpose, the visits, no benchmark, a tool left out, a rule set aside…?"), by=FACILITATOR, place="chapter-6")
    description: Text | None = ask(N_("Description"), N_("What exactly is done otherwise?"), by=FACILITATOR, place="chapter-6", long=True)
    reason: Text | None = ask(N_("Reason"), N_("Why? A rule is never set aside without a reason."), by=FACILITATOR, place="chapter-6", long=True)
    rule: Word | None = ask(N_("Rule"), N_("Which rule is set aside (its code, as in VISI005)?"), by=FACILITATOR, place="chapter-6")
    tool: Annotated[str, OneOf(vocabulary.TOOL)] | None = ask(N_("Tool"), N_("Which tool of the method is meant?"), by=FACILITATOR, place="chapter-3")
    used: bool | None = ask(N_("Used"), N_("Is the tool used (true) or left out (false)?"), by=FACILITATOR, place="chapter-3")
    decided_by: list[PartyId] | None = ask(N_("Decided by"), N_("Which parties decided?"), by=FACILITATOR, place="chapter-6")
    date: Date | None = ask(N_("Date"), N_("On which day was it decided?"), by=FACILITATOR, place="chapter-6")
    agreed_lines_of_work: Text | bool | None = ask(N_("Agreed lines of work"), N_("Without a benchmark: do both cities agree on the lines of work, and on which?"), by=CITIES, place="chapter-6")
    confident_in_good_practice: Text | bool | None = ask(N_("Good practice is known"), N_("Without a benchmark: are both cities sure that they know good practice in this field, and why?"), by=CITIES, place="chapter-6")
