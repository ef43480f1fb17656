"""The visits as a sequence: their dates, their numbers, how many there are (VISI)."""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.rules.cases import VisitCase
from mentorat.workspace import Case

FEWEST_VISITS, MOST_VISITS = 2, 10
LONGEST_YEARS = 5


@rule(
    "VISI014",
    "visit-dates-in-order",
    on="visit",
    due={"now": ERROR},
    by="facilitator",
    place="data",
    mend=N_("Correct the date that is wrong, here or where the other one stands."),
)
def visit_dates_in_order(visit: VisitCase) -> Problems:
    """Reports, reminders and the steps of the pairing follow the dates of its visits."""
    dates = visit.visit["dates"]
    start, end = dates["start"], dates["end"]
    if start.date and end.last_day and end.last_day < start.date:
        yield problem(end, N_("Visit {visit} ends before it begins."), visit=visit.number)
        return
    said = set()
    for found in (*_outside_period(visit, start, end), *_before_earlier(visit, start)):
        if found.node.path not in said:
            said.add(found.node.path)
            yield found


def _outside_period(visit: VisitCase, start: Node, end: Node) -> Problems:
    """The dates that lie outside the pairing, where its own dates are in order."""
    period = visit.case.pairing["period"]
    first, latest = period["start"].date, period["end"].last_day
    if first and latest and latest < first:
        return
    if start.last_day and first and start.last_day < first:
        yield problem(start, N_("Visit {visit} takes place before the pairing begins."), visit=visit.number)
    last = end if end.date else start
    if last.date and latest and last.date > latest:
        yield problem(last, N_("Visit {visit} takes place after the pairing has ended."), visit=visit.number)


def _before_earlier(visit: VisitCase, start: Node) -> Problems:
    """The visits with a lower number that begin later."""
    number = visit.visit["number"].numeric
    for other in visit.case.visits:
        earlier, begun = other["number"].numeric, other.at("dates", "start").date
        if number and earlier and earlier < number and start.last_day and begun and begun > start.last_day:
            text = N_("Visit {visit} is dated before visit {earlier}.")
            yield problem(start, text, visit=visit.number, earlier=earlier)


@rule(
    "VISI019",
    "usual-number-and-length",
    on="pairing",
    due={"match": INFO},
    by="facilitator",
    place="chapter-6",
    mend=N_("If it is meant so, say why under `adaptations`."),
)
def usual_number_and_length(case: Case) -> Problems:
    """The method may be stretched: from one year to five, from two visits to ten. Beyond that nobody has tried
    it.
    """
    planned = case.pairing["visits_planned"]
    count = planned.numeric or len(case.visits)
    if planned.numeric is not None and planned.numeric < 1:
        text = N_("{count} visits are not possible; a pairing needs at least one.")
        yield problem(planned, text, count=planned.numeric, severity=ERROR)
    elif count > MOST_VISITS:
        text = N_("{count} visits are unusual: between two and ten have been thought of.")
        yield problem(planned, text, count=count)
    elif planned.numeric is not None and count < FEWEST_VISITS:
        yield problem(planned, N_("A single visit is unusual: between two and ten have been thought of."))
    period = case.pairing["period"]
    start, end = period["start"].last_day, period["end"].date
    if start and end and (end - start).days > LONGEST_YEARS * 366:
        yield problem(period, N_("The pairing lasts more than five years, which is unusual."))


@rule(
    "VISI024",
    "visit-number-twice",
    on="pairing",
    due={"now": WARNING},
    by="facilitator",
    place="data",
    mend=N_("Number the visits in the order in which they take place."),
)
def visit_number_twice(case: Case) -> Problems:
    """Reports and invitations call a visit by its number; with two of them nobody knows which is meant."""
    seen: set[float] = set()
    for visit in case.visits:
        number = visit["number"].numeric
        if number in seen:
            yield problem(visit["number"], N_("Several visits have the number {number}."), number=number)
        elif number is not None:
            seen.add(number)


RULES: tuple[Rule, ...] = (visit_dates_in_order, usual_number_and_length, visit_number_twice)
