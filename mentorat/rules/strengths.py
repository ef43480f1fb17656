"""What a mentor city can offer (STRG, Annex 3)."""

from __future__ import annotations

from mentorat import themes
from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rules.answers import about_integration
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.rules.cases import MentorCase
from mentorat.rules.needs_context import (
    COUNTRY_QUESTIONS,
    FURTHER_QUESTIONS,
    further_questions,
    unanswered_by_association,
)
from mentorat.workspace import Case


def _city(mentor: MentorCase) -> str:
    """What to call the mentor city."""
    return mentor.workspace.name_of(mentor.city) or mentor.strengths.document.owner


def _sheet(mentor: MentorCase, ref: str) -> Node | None:
    """The sheet of a practice that the mentor names, in its own folder first."""
    return mentor.workspace.practice(f"{mentor.strengths.document.owner}/{ref}") or mentor.workspace.practice(
        ref
    )


@rule(
    "STRG001",
    "mentor-inventory",
    on="pairing",
    due={"match": WARNING},
    by="mentor_city",
    place="chapter-4-strengths",
    mend=N_(
        "Run `mentorat new mentor` with the city's id, and let the city fill in the file with its association."
    ),
    after=("PAIR007",),
)
def mentor_inventory(case: Case) -> Problems:
    """A mentor is chosen for what it has done; that has to be written down before anybody can compare."""
    text = N_("{city} has no inventory of its strengths.")
    if case.workspace.organisation(case.mentor) and case.strengths is None:
        yield problem(case.pairing.at("mentor", "city"), text, city=case.workspace.name_of(case.mentor))
    for candidate in case.pairing.at("matching", "candidates"):
        city = case.workspace.organisation_id(candidate["city"].word)
        if city and city != case.mentor and case.workspace.mentor_of(city) is None:
            yield problem(candidate["city"], text, city=case.workspace.name_of(city), silences=False)


@rule(
    "STRG002",
    "policies",
    on="mentor",
    due={"strengths": ERROR},
    by="mentor_city",
    place="annex-3",
    mend=N_(
        "Write under `policies` where your city has experience, each with an `id`, a `title` and what you do."
    ),
    about=("mentor-strengths.policies",),
)
def policies(mentor: MentorCase) -> Problems:
    """The fields in which a city has experience tell which needs it can help with."""
    if not mentor.strengths["policies"]:
        text = N_("{city} names no policy in which it has experience.")
        yield problem(mentor.strengths["policies"], text, city=_city(mentor))


@rule(
    "STRG003",
    "good-practices",
    on="mentor",
    due={"strengths": ERROR},
    by="mentor_city",
    place="annex-3",
    mend=N_(
        "Name under `good_practices` the id of a sheet; `mentorat new practice` with the mentor's and the practice's id lays one."
    ),
    about=("mentor-strengths.good_practices", "mentor-strengths.good_practices[].practice"),
)
def good_practices(mentor: MentorCase) -> Problems:
    """Practices are what a mentee comes to see; without them a mentor has only advice to give."""
    named = mentor.strengths["good_practices"]
    if not named:
        yield problem(named, N_("{city} names no good practice."), city=_city(mentor))
    for entry in named:
        ref = entry["practice"].word
        if not ref:
            yield problem(entry["practice"], N_("An entry among the good practices names no practice."))
        elif _sheet(mentor, ref) is None:
            yield problem(
                entry["practice"], N_("There is no sheet of a practice called “{practice}”."), practice=ref
            )


@rule(
    "STRG004",
    "why-replicable",
    on="mentor",
    due={"strengths": WARNING},
    by="mentor_city",
    place="annex-3",
    mend=N_(
        "Write under `why_replicable` what makes it work in your city, and why it could work in another."
    ),
    about=("mentor-strengths.good_practices[].why_replicable",),
)
def why_replicable(mentor: MentorCase) -> Problems:
    """Not everything that works in one place works in another; the city that runs it can tell best."""
    for entry in mentor.strengths["good_practices"]:
        if not entry["why_replicable"]:
            ref = entry["practice"].word
            sheet = _sheet(mentor, ref)
            title = sheet["title"].text(*mentor.workspace.languages) if sheet else ""
            text = N_("Nothing says why “{practice}” deserves to be taken up elsewhere.")
            yield problem(entry["why_replicable"], text, practice=title or ref or entry.name)


@rule(
    "STRG005",
    "other-actors",
    on="mentor",
    due={"strengths": WARNING},
    by="mentor_city",
    place="annex-3",
    mend=N_("Name them under `other_actors` (no persons); an empty list says that there are none."),
    about=("mentor-strengths.other_actors",),
)
def other_actors(mentor: MentorCase) -> Problems:
    """Associations, employers or unions who share the work can show sides of it that city hall cannot."""
    actors = mentor.strengths["other_actors"]
    if not actors:
        yield problem(
            actors,
            N_("{city} names nobody outside the department who would help to mentor."),
            city=_city(mentor),
        )


@rule(
    "STRG006",
    "comparable-figures",
    on="mentor",
    due={"strengths": WARNING},
    by="mentor_city",
    place="annex-3-local",
    mend=N_("Write the figure under `local_context` with its year and source, or `unknown: true`."),
    about=("mentor-strengths.local_context.population", "mentor-strengths.local_context.migrant_population"),
)
def comparable_figures(mentor: MentorCase) -> Problems:
    """Cities of like size and make-up understand one another sooner; a city without figures cannot be compared."""
    people = mentor.strengths.at("local_context", "population")
    migrants = mentor.strengths.at("local_context", "migrant_population")
    if not people.declined and people["value"].numeric is None:
        text = N_("The population of {city} is missing, so matching leaves the size of the city out.")
        yield problem(people, text, city=_city(mentor))
    if (
        not about_integration(mentor.workspace)
        or migrants.declined
        or migrants["definition"].word == "not_collected"
    ):
        return
    if migrants["share"].numeric is None and migrants["value"].numeric is None:
        text = N_("The share of migrants in {city} is missing, so matching leaves it out.")
        yield problem(migrants, text, city=_city(mentor))


@rule(
    "STRG007",
    "association-support",
    on="mentor",
    due={"strengths": WARNING},
    by="mentor_association",
    place="chapter-4-strengths",
    mend=N_("Write under `supported_by` which association went through the inventory with the city."),
    about=("mentor-strengths.supported_by",),
)
def association_support(mentor: MentorCase) -> Problems:
    """An association knows what is special about one of its cities, and sees what the city takes for granted."""
    supporter = mentor.strengths["supported_by"]
    if not supporter:
        yield problem(
            supporter, N_("No association supports {city} with this inventory."), city=_city(mentor)
        )


@rule(
    "STRG008",
    "association-part",
    on="mentor",
    due={"match": WARNING},
    by="mentor_association",
    place="annex-3-national",
    mend=N_(
        "Answer under `national_context`, or once for all your cities in the association's own file, named under `taken_from`. How typical the city is stays here."
    ),
    about=(
        "mentor-strengths.national_context.typicality",
        *(f"mentor-strengths.national_context.{key}" for key in (*COUNTRY_QUESTIONS, *FURTHER_QUESTIONS)),
    ),
)
def association_part(mentor: MentorCase) -> Problems:
    """What a mentor could do depends on what its state allows and pays; the association can explain that."""
    for case in mentor.cases[:1]:
        missing = unanswered_by_association(case, mentor.strengths)
        if missing:
            text = N_("The mentor's association has not answered yet: {missing}.")
            yield problem(mentor.strengths["national_context"], text, missing=missing, terms=("missing",))
        else:
            yield from further_questions(case, mentor.strengths)


@rule(
    "STRG009",
    "themes",
    on="mentor",
    due={"strengths": INFO},
    by="mentor_city",
    place="tool",
    mend=N_("Write the themes it touches under `themes`, as in `themes: [reception, language]`."),
    about=("mentor-strengths.policies[].themes", "good-practice.themes"),
)
def themes_named(mentor: MentorCase) -> Problems:
    """A theme means the same in every language, so that a need and a practice meet though no word is shared."""
    workspace, strengths = mentor.workspace, mentor.strengths
    told: dict[Node, tuple[Node, ...]] = {
        policy: (policy["title"], policy["text"]) for policy in strengths["policies"]
    }
    for practice in workspace.practices_of(strengths.document.owner):
        if practice.document.readable:
            challenge = practice.at("background", "challenge")
            told[practice] = (practice["title"], practice["summary"], challenge)
    for subject, texts in told.items():
        if subject["themes"]:
            continue
        title = subject["title"].text(*workspace.languages) or subject.id or subject.document.id
        suggested = suggested_themes(*texts)
        if suggested:
            text = N_("“{title}” names no theme; its text speaks of: {themes}.")
            mend = N_("Write `themes: [{themes}]` if that is right.")
            yield problem(subject["themes"], text, title=title, themes=", ".join(suggested), mend=mend)
        else:
            text = N_("“{title}” names no theme, so matching has only its words to go by.")
            yield problem(subject["themes"], text, title=title)


def suggested_themes(*texts: Node) -> list[str]:
    """The themes that some texts clearly speak of, read in the language in which they are written."""
    by_language: dict[str | None, list[str]] = {}
    for text in texts:
        versions = text.value if isinstance(text.value, dict) else {None: text.value}
        for lang, words in versions.items():
            if isinstance(words, str):
                by_language.setdefault(lang and lang.split("-")[0], []).append(words)
    found = (themes.suggest(" ".join(words), lang) for lang, words in by_language.items())
    return next(filter(None, found), [])


RULES: tuple[Rule, ...] = (
    mentor_inventory,
    policies,
    good_practices,
    why_replicable,
    other_actors,
    comparable_figures,
    association_support,
    association_part,
    themes_named,
)
