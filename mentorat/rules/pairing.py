"""The pairing itself: its theme, its parties, its period and its terms (PAIR)."""

from __future__ import annotations

import datetime

from mentorat.guide.vocabulary import PURPOSE, TEAM_KIND
from mentorat.i18n import N_
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.workspace import Case, normalise


def has_mentor(case: Case) -> bool:
    """Whether anybody stands on the mentor's side yet, be it an association alone."""
    mentor = case.pairing["mentor"]
    return bool(mentor["city"] or mentor["association"])


def _months(start: datetime.date, end: datetime.date) -> int:
    """The whole months from a first to a last day."""
    after = end + datetime.timedelta(days=1)
    return (after.year - start.year) * 12 + after.month - start.month - (after.day < start.day)


@rule(
    "PAIR001",
    "theme",
    on="pairing",
    due={"setup": ERROR},
    by="coordinator",
    place="chapter-1",
    mend=N_("Say in one sentence under `theme` what the two cities work on."),
    about=("pairing.theme",),
)
def theme(case: Case) -> Problems:
    """Every pairing works on one theme. It decides which needs are looked at and which mentor can help."""
    if not case.pairing["theme"]:
        yield problem(case.pairing["theme"], N_("The pairing has no theme yet."))


@rule(
    "PAIR002",
    "mentee-city",
    on="pairing",
    due={"setup": ERROR},
    by="coordinator",
    place="chapter-2",
    mend=N_("Write the city's id or name under `mentee`, `city`."),
    about=("pairing.mentee", "pairing.mentee.city"),
)
def mentee_city(case: Case) -> Problems:
    """The mentee city wants to improve its work; everything in the method starts from it."""
    city = case.pairing.at("mentee", "city")
    if not city:
        yield problem(city, N_("No mentee city is named."))


@rule(
    "PAIR003",
    "mentee-association",
    on="pairing",
    due={"setup": ERROR},
    by="coordinator",
    place="chapter-2",
    mend=N_("Write the association's id or name under `mentee`, `association`."),
    about=("pairing.mentee.association",),
)
def mentee_association(case: Case) -> Problems:
    """The mentee's association ties the pairing to its country's setting and carries results further."""
    association = case.pairing.at("mentee", "association")
    if not association:
        yield problem(
            association, N_("No association stands beside the mentee city; it supplies the national context.")
        )


@rule(
    "PAIR004",
    "mentor-city",
    on="pairing",
    due={"match": ERROR},
    by="coordinator",
    place="chapter-2",
    mend=N_(
        "Write the city's id or name under `mentor`, `city`, or explain under `adaptations` why an association mentors alone."
    ),
    about=("pairing.mentor", "pairing.mentor.city"),
)
def mentor_city(case: Case) -> Problems:
    """A city learns best from a city: colleagues who do the same work can share what worked and what failed."""
    city = case.pairing.at("mentor", "city")
    if city:
        return
    if case.pairing.at("mentor", "association"):
        text = N_("On the mentor's side an association is named, but no city.")
        yield problem(city, text, severity=WARNING, silences=False)
    else:
        yield problem(city, N_("No mentor city is named."))


@rule(
    "PAIR005",
    "mentor-association",
    on="pairing",
    due={"match": ERROR},
    by="coordinator",
    place="chapter-2",
    mend=N_("Write the association's id or name under `mentor`, `association`."),
    after=("PAIR004",),
    about=("pairing.mentor.association",),
)
def mentor_association(case: Case) -> Problems:
    """The mentor's association helps its city to list its strengths and explains how its country works."""
    association = case.pairing.at("mentor", "association")
    if not association:
        yield problem(association, N_("No association stands beside the mentor city."))


@rule(
    "PAIR006",
    "facilitator",
    on="pairing",
    due={"setup": WARNING},
    by="coordinator",
    place="chapter-2",
    mend=N_("Name under `facilitators` who supports the method; an association may do it itself."),
    about=("pairing.facilitators",),
)
def facilitator(case: Case) -> Problems:
    """Somebody looks after the method, so that both cities can keep their minds on the substance."""
    if not case.pairing["facilitators"]:
        yield problem(
            case.pairing["facilitators"], N_("Nobody is named who supports the partners in using the method.")
        )


@rule(
    "PAIR007",
    "two-cities",
    on="pairing",
    due={"now": ERROR},
    by="coordinator",
    place="chapter-1",
    mend=N_("Correct the city under `mentee` or under `mentor`."),
)
def two_cities(case: Case) -> Problems:
    """A mentor speaks from outside. Inside one administration there is always a line of command."""
    mentee, mentor = case.mentee, case.mentor
    if mentee and mentor and normalise(mentee) == normalise(mentor):
        text = N_("{city} is both the mentee and the mentor.")
        yield problem(case.pairing.at("mentor", "city"), text, city=case.workspace.name_of(mentor))


@rule(
    "PAIR008",
    "long-enough",
    on="pairing",
    due={"setup": WARNING},
    by="facilitator",
    place="deck",
    mend=N_("Plan a longer `period`, or agree on fewer actions."),
    after=("PAIR015",),
)
def long_enough(case: Case) -> Problems:
    """Trust and change take time; those who tried the method advise cities to plan for some years."""
    period = case.pairing["period"]
    start, end = period["start"].date, period["end"].last_day
    if start is None or end is None:
        return
    months = _months(start, end)
    if months < 2:
        yield problem(period, N_("The pairing lasts less than two months; mentoring takes some years."))
    elif months < 24:
        text = N_("The pairing lasts {months} months; mentoring takes some years.")
        yield problem(period, text, months=months, severity=WARNING if months < 12 else INFO)


@rule(
    "PAIR009",
    "city-funding",
    on="pairing",
    due={"match": WARNING},
    by="coordinator",
    place="deck",
    mend=N_(
        "Add a line for the city under `funding`, `for_cities`, in the programme's file; an empty list says that there is no such money."
    ),
    about=("programme.funding.for_cities",),
)
def city_funding(case: Case) -> Problems:
    """Staff time and travel cost money. A city without it drops out half-way, mentors no less than mentees."""
    lines = case.programme.at("funding", "for_cities")
    if lines.declined or case.programme["funding"].declined:
        return
    funded = {case.workspace.organisation_id(line["city"].word) for line in lines}
    for city in dict.fromkeys((case.mentee, case.mentor)):
        if city and city not in funded:
            text = N_("No money is recorded with which {city} can take part.")
            yield problem(lines, text, city=case.workspace.name_of(city))


@rule(
    "PAIR010",
    "end-point",
    on="pairing",
    due={"setup": INFO},
    by="facilitator",
    place="chapter-5",
    mend=N_("Write `ends_at: plan` or `ends_at: implementation`."),
    about=("pairing.ends_at",),
)
def end_point(case: Case) -> Problems:
    """Some mentors leave when the plan is ready, others stay while it is carried out. Both know it best beforehand."""
    if not case.pairing["ends_at"]:
        yield problem(
            case.pairing["ends_at"],
            N_(
                "It is open whether the mentoring ends with the plan or goes on while the plan is carried out."
            ),
        )


@rule(
    "PAIR011",
    "independence",
    on="pairing",
    due={"match": WARNING},
    by="facilitator",
    place="chapter-1",
    mend=N_("Confirm it with `no_formal_relationship: true` under `trust`, or look for another mentor."),
    after=("PAIR004",),
    about=("pairing.trust", "pairing.trust.no_formal_relationship"),
)
def independence(case: Case) -> Problems:
    """People speak openly to a mentor who has no say over them. That is where the trust comes from."""
    free = case.pairing.at("trust", "no_formal_relationship")
    if free.value is False:
        yield problem(
            free,
            N_("There is a line of command between mentor and mentee, which makes frank talk hard."),
            mend=N_("Look for another mentor, or say under `adaptations` why this one shall stay."),
        )
    elif not free:
        yield problem(
            free, N_("Nobody has confirmed that mentor and mentee are free of any line of command.")
        )


@rule(
    "PAIR012",
    "confidentiality",
    on="pairing",
    due={"training": WARNING},
    by="facilitator",
    place="chapter-1",
    mend=N_("Agree on a rule in the training, and write it under `trust`, `confidentiality`, `rule`."),
    about=("pairing.trust.confidentiality", "pairing.trust.confidentiality.rule"),
)
def confidentiality(case: Case) -> Problems:
    """Mentees talk about what does not work. They do so only where all know what stays between the partners."""
    agreed = case.pairing.at("trust", "confidentiality", "rule")
    if not agreed:
        yield problem(agreed, N_("The partners have not agreed on a rule of confidentiality."))


@rule(
    "PAIR013",
    "full-teams",
    on="pairing",
    due={"match": WARNING},
    by="mentee_city",
    place="deck",
    mend=N_("Add the organisations to the `team`, each with its `kind`."),
    about=("pairing.mentee.team", "pairing.mentor.team"),
)
def full_teams(case: Case) -> Problems:
    """City hall alone cannot change a policy: a team joins the municipality, its association and civil society."""
    sides = [("mentee", "mentee_city", N_("The mentee's team has nobody yet from: {missing}."))]
    if has_mentor(case):
        sides.append(("mentor", "mentor_city", N_("The mentor's team has nobody yet from: {missing}.")))
    for side, party, text in sides:
        team = case.pairing.at(side, "team")
        present = {member["kind"].word for member in team}
        missing = [label for kind, label in TEAM_KIND.terms.items() if kind not in present]
        if missing:
            yield problem(team, text, missing=missing, terms=("missing",), party=party)


@rule(
    "PAIR014",
    "other-purpose",
    on="pairing",
    due={"setup": INFO},
    by="facilitator",
    place="chapter-6",
    mend=N_("Nothing needs to be done if that is meant; otherwise write `purpose: action_planning`."),
)
def other_purpose(case: Case) -> Problems:
    """Mentoring may also serve to analyse needs or to look back. Then nobody asks for an action plan."""
    purpose = case.pairing["purpose"]
    label = PURPOSE.terms.get(purpose.word, "")
    if label and purpose.word != "action_planning":
        text = N_("This pairing serves another purpose ({purpose}), so the rules on the action plan are off.")
        yield problem(purpose, text, purpose=label, terms=("purpose",))


@rule(
    "PAIR015",
    "period-in-order",
    on="pairing",
    due={"now": ERROR},
    by="facilitator",
    place="data",
    mend=N_("Correct one of the two dates."),
)
def period_in_order(case: Case) -> Problems:
    """Timetables and reports are counted from these dates, so they must follow one another."""
    period = case.pairing["period"]
    start, end = period["start"].date, period["end"].last_day
    if start is not None and end is not None and end < start:
        text = N_("The pairing ends ({end}) before it begins ({start}).")
        yield problem(period["end"], text, start=period["start"].value, end=period["end"].value)


@rule(
    "PAIR016",
    "level-fits",
    on="pairing",
    due={"setup": INFO},
    by="coordinator",
    place="chapter-3",
    mend=N_("Write `level: within_association`, or correct one of the associations."),
)
def level_fits(case: Case) -> Problems:
    """Within one association, laws and budgets are alike; across borders, common ground has to be looked for."""
    names = [
        case.workspace.organisation_id(case.pairing.at(side, "association").word)
        for side in ("mentee", "mentor")
    ]
    level = case.pairing["level"]
    if names[0] and names[0] == names[1] and level.word == "transnational":
        text = N_("Both cities belong to {association}, and yet the pairing is called transnational.")
        yield problem(level, text, association=case.workspace.name_of(names[0]))


@rule(
    "PAIR017",
    "shared-aims",
    on="pairing",
    due={"training": WARNING},
    by="mentee_city",
    place="deck",
    mend=N_("Write under `shared_objectives` what both cities want to reach together."),
    about=("pairing.shared_objectives",),
)
def shared_aims(case: Case) -> Problems:
    """Trust between people and aims in common are what carries a mentoring."""
    aims = case.pairing["shared_objectives"]
    if not aims:
        yield problem(aims, N_("No aim that both cities share is written down."))


RULES: tuple[Rule, ...] = (
    theme,
    mentee_city,
    mentee_association,
    mentor_city,
    mentor_association,
    facilitator,
    two_cities,
    long_enough,
    city_funding,
    end_point,
    independence,
    confidentiality,
    full_teams,
    other_purpose,
    period_in_order,
    level_fits,
    shared_aims,
)
