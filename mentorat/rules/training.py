"""The training of all parties, what they expect, and the role charter (TRAI)."""

from __future__ import annotations

import datetime

from mentorat.guide.parties import PARTIES
from mentorat.guide.vocabulary import TRAINING_TOPIC
from mentorat.i18n import N_
from mentorat.rules.base import INFO, WARNING, Problems, Rule, problem, rule
from mentorat.workspace import Case

QUESTIONS = ("what_and_benefits", "responsibilities", "steps", "documents", "expectations")
"""The five questions that the guide puts to the training."""


def _partners(case: Case) -> list[str]:
    """The parties of both sides that are named."""
    sides = (("mentee", "city"), ("mentee", "association"), ("mentor", "city"), ("mentor", "association"))
    return [f"{side}_{role}" for side, role in sides if case.pairing.at(side, role)]


def _first_visit(case: Case) -> datetime.date | None:
    starts = [visit.at("dates", "start").date for visit in case.visits]
    return min((start for start in starts if start), default=None)


@rule(
    "TRAI001",
    "trained-before-visits",
    on="pairing",
    due={"training": WARNING},
    by="facilitator",
    place="chapter-4-training",
    mend=N_(
        "Hold a joint session before the first visit, and note it under `training`, `sessions` with its date."
    ),
    about=("pairing.training", "pairing.training.sessions", "pairing.training.sessions[].date"),
)
def trained_before_visits(case: Case) -> Problems:
    """In the training everybody learns the method and its own part in it; after the first visit that comes too late."""
    sessions = case.pairing.at("training", "sessions")
    first = _first_visit(case)
    dates = [session["date"].date for session in sessions]
    if not sessions:
        yield problem(sessions, N_("No joint training is noted."))
    elif not any(dates):
        yield problem(sessions[0]["date"], N_("No session of the training has a date."), silences=False)
    elif first and all(date >= first for date in dates if date):
        text = N_("No session of the training took place before the first visit ({date}).")
        yield problem(sessions[0]["date"], text, date=first.isoformat(), silences=False)


@rule(
    "TRAI002",
    "everybody-trained",
    on="pairing",
    due={"training": WARNING},
    by="facilitator",
    place="chapter-4-training",
    mend=N_("Add the party to the `participants` of a session, or hold a short session for it."),
    after=("TRAI001",),
    about=("pairing.training.sessions[].participants",),
)
def everybody_trained(case: Case) -> Problems:
    """Cities and associations have different parts in the method; each has to hear its own."""
    sessions = case.pairing.at("training", "sessions")
    present = {trainee["party"].word for session in sessions for trainee in session["participants"]}
    for party in _partners(case):
        if party not in present:
            text = N_("{label}: nobody is noted as having taken part in the training.")
            yield problem(sessions, text, label=PARTIES[party], terms=("label",), party=party)


@rule(
    "TRAI003",
    "training-topics",
    on="pairing",
    due={"training": INFO},
    by="facilitator",
    place="chapter-4-training",
    mend=N_("Note under `training`, `topics` what was dealt with, or take it up in the next session."),
    after=("TRAI001",),
    about=("pairing.training.topics",),
)
def training_topics(case: Case) -> Problems:
    """These questions come up anyway; dealt with in the training, they do not take up the time of a visit."""
    topics = case.pairing.at("training", "topics")
    covered = {entry["topic"].word for entry in topics if entry["covered"].value is not False}
    missing = [TRAINING_TOPIC.terms[topic] for topic in QUESTIONS if topic not in covered]
    if missing:
        yield problem(
            topics, N_("The training has not dealt with: {missing}."), missing=missing, terms=("missing",)
        )


@rule(
    "TRAI004",
    "expectations",
    on="pairing",
    due={"training": INFO},
    by="facilitator",
    place="chapter-4-training",
    mend=N_("Write what the party expects under `expectations`."),
    about=("pairing.expectations",),
)
def expectations(case: Case) -> Problems:
    """Expectations that nobody has spoken out turn into disappointments."""
    written = case.pairing["expectations"]
    heard = {entry["party"].word for entry in written if entry["text"]}
    if not written:
        yield problem(written, N_("No party has written down what it expects."))
        return
    for party in _partners(case):
        if party not in heard:
            text = N_("{label}: its expectations are not written down.")
            yield problem(written, text, label=PARTIES[party], terms=("label",), party=party)


@rule(
    "TRAI005",
    "timetable",
    on="pairing",
    due={"training": WARNING},
    by="facilitator",
    place="chapter-4-training",
    mend=N_("Write under `timetable` what is to be done by when."),
    about=("pairing.timetable",),
)
def timetable(case: Case) -> Problems:
    """Visits bind many people in two cities; dates agreed early are kept."""
    agreed = case.pairing["timetable"]
    if not agreed:
        yield problem(agreed, N_("The partners have not agreed on a timetable."))


@rule(
    "TRAI006",
    "training-in-person",
    on="pairing",
    due={"training": INFO},
    by="facilitator",
    place="chapter-4-training",
    mend=N_("Make room for personal talk in the first visit, if no session in person is possible."),
    after=("TRAI001",),
)
def training_in_person(case: Case) -> Problems:
    """Those who only met on a screen were slower to trust one another."""
    sessions = case.pairing.at("training", "sessions")
    modes = {session["mode"].word for session in sessions}
    if modes == {"online"}:
        yield problem(sessions, N_("The whole training was held online."))


@rule(
    "TRAI007",
    "charter-accepted",
    on="pairing",
    due={"training": WARNING},
    by="mentor_city",
    place="annex-1",
    mend=N_(
        "Read the role charter together (`mentorat render charter`), and note each party with the date under `charter`, `acknowledged`."
    ),
    about=("pairing.charter", "pairing.charter.acknowledged"),
)
def charter_accepted(case: Case) -> Problems:
    """A mentor helps and does not decide. Both cities say so before they begin, so that they can remind one another."""
    acknowledged = case.pairing.at("charter", "acknowledged")
    accepted = {entry["party"].word for entry in acknowledged}
    if "mentee_city" not in accepted:
        yield problem(
            acknowledged, N_("The mentee city has not accepted the role charter."), party="mentee_city"
        )
    if "mentor_city" not in accepted:
        yield problem(
            acknowledged, N_("The mentor city has not accepted the role charter."), party="mentor_city"
        )


RULES: tuple[Rule, ...] = (
    trained_before_visits,
    everybody_trained,
    training_topics,
    expectations,
    timetable,
    training_in_person,
    charter_accepted,
)
