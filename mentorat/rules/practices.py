"""The mentor's good practices (PRAC, Annex 4)."""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.rules.answers import first_open, unanswered
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.rules.cases import PracticeCase
from mentorat.workspace import Case


@rule(
    "PRAC001",
    "practices-written-before-visit",
    on="pairing",
    due={"visit_2": WARNING},
    by="mentor_city",
    place="chapter-5-visit-2",
    mend=N_("If an earlier version of a sheet was ready in time, put its day under `drafted_on`."),
    after=("PAIR004", "PAIR007"),
)
def practices_written_before_visit(case: Case) -> Problems:
    """Visitors who have read about a practice ask better questions when they see it."""
    if not case.mentor:
        return
    city = case.workspace.name_of(case.mentor)
    strengths, visit = case.strengths, case.visit("inspiration")
    folder = case.mentor if strengths is None else strengths.document.owner
    practices = case.workspace.practices_of(folder)
    start = visit.at("dates", "start").last_day if visit else None
    if not practices:
        if strengths is not None and not strengths.document.readable:
            return
        yield problem(
            case.pairing.at("mentor", "city"),
            N_("No good practice of {city} is written up yet."),
            mend=N_("Run `mentorat new practice {folder}/NAME` and fill in the sheet."),
            city=city,
            folder=folder,
        )
    elif start and all((practice["drafted_on"].date or start) > start for practice in practices):
        text = N_("The good practices of {city} were written up only after the visit of inspiration.")
        yield problem(practices[0]["drafted_on"], text, city=city)


@rule(
    "PRAC002",
    "practice-can-be-understood",
    on="practice",
    due={"strengths": ERROR},
    by="mentor_city",
    place="annex-4",
    mend=N_(
        "Fill in these parts of the sheet, as you would tell them to somebody who does not know your city."
    ),
    about=(
        "good-practice.title",
        "good-practice.location",
        "good-practice.lead_bodies",
        "good-practice.background.challenge",
        "good-practice.background.target_group",
        "good-practice.description.activities",
        "good-practice.outcome.beneficiaries",
        "good-practice.outcome.change",
    ),
)
def practice_can_be_understood(case: PracticeCase) -> Problems:
    """Somebody from elsewhere should see what was done, where, by whom, for whom and with what effect."""
    sheet = case.practice
    parts = [
        sheet["title"],
        sheet["location"],
        sheet["lead_bodies"],
        sheet.at("background", "challenge"),
        sheet.at("background", "target_group"),
        sheet.at("description", "activities"),
        sheet.at("outcome", "beneficiaries"),
        sheet.at("outcome", "change"),
    ]
    missing = unanswered(*parts)
    if missing:
        text = N_("The sheet of the practice “{practice}” lacks: {missing}.")
        yield problem(first_open(*parts), text, terms=("missing",), practice=case.name, missing=missing)


@rule(
    "PRAC003",
    "practice-says-if-evaluated",
    on="practice",
    due={"strengths": WARNING},
    by="mentor_city",
    place="annex-4",
    mend=N_("Write `done: true` or `done: false` under `outcome`, `evaluation`; no is an answer too."),
    about=("good-practice.outcome.evaluation", "good-practice.outcome.evaluation.done"),
)
def practice_says_if_evaluated(case: PracticeCase) -> Problems:
    """Other cities want to know whether success was measured or is an impression; both can be worth a visit."""
    done = case.practice.at("outcome", "evaluation", "done")
    if not done:
        text = N_("Nothing says whether the practice “{practice}” was evaluated or monitored.")
        yield problem(done, text, practice=case.name)


@rule(
    "PRAC004",
    "practice-says-how-to-repeat",
    on="practice",
    due={"visit_2": WARNING},
    by="mentor_city",
    place="annex-4",
    mend=N_(
        "Write under `replicability` what a city needs first (`preconditions`), what it should do (`dos`) and avoid (`donts`)."
    ),
    about=("good-practice.replicability",),
)
def practice_says_how_to_repeat(case: PracticeCase) -> Problems:
    """A practice is shown so that others can adapt it. Its makers know best what that takes."""
    replicability = case.practice["replicability"]
    if not replicability:
        text = N_("Nothing says what another city needs to take up the practice “{practice}”.")
        yield problem(replicability, text, practice=case.name)


@rule(
    "PRAC005",
    "practice-tells-its-price",
    on="practice",
    due={"strengths": WARNING},
    by="mentor_city",
    place="annex-4",
    mend=N_("Fill in these parts of the sheet; what was hard teaches as much as what went well."),
    about=("good-practice.resources", "good-practice.success", "good-practice.risks"),
)
def practice_tells_its_price(case: PracticeCase) -> Problems:
    """What it cost, why it worked and what was difficult decide whether another city can do it too."""
    parts = [case.practice["resources"], case.practice["success"], case.practice["risks"]]
    missing = unanswered(*parts)
    if missing:
        text = N_("The sheet of the practice “{practice}” has nothing yet under: {missing}.")
        yield problem(first_open(*parts), text, terms=("missing",), practice=case.name, missing=missing)


@rule(
    "PRAC006",
    "practice-names-whom-to-ask",
    on="practice",
    due={"strengths": WARNING},
    by="mentor_city",
    place="annex-4",
    mend=N_(
        "Write a function under `contact`, `function`, and a shared mailbox under `mailbox`; leave names and private addresses out."
    ),
    about=("good-practice.contact.function",),
)
def practice_names_whom_to_ask(case: PracticeCase) -> Problems:
    """Readers have questions. A function and a shared mailbox still answer when people have moved on."""
    function = case.practice.at("contact", "function")
    if not function:
        text = N_("Nothing says which function can be asked about the practice “{practice}”.")
        yield problem(function, text, practice=case.name)


@rule(
    "PRAC007",
    "practice-has-links",
    on="practice",
    due={"strengths": INFO},
    by="mentor_city",
    place="annex-4",
    mend=N_("Add a website, a report or a video under `links`, or write `[]` if there is none."),
    about=("good-practice.links",),
)
def practice_has_links(case: PracticeCase) -> Problems:
    """A sheet is short; who wants to go further needs to know where."""
    links = case.practice["links"]
    if not links:
        text = N_("The sheet of the practice “{practice}” does not say where to read more.")
        yield problem(links, text, practice=case.name)


RULES: tuple[Rule, ...] = (
    practices_written_before_visit,
    practice_can_be_understood,
    practice_says_if_evaluated,
    practice_says_how_to_repeat,
    practice_tells_its_price,
    practice_names_whom_to_ask,
    practice_has_links,
)
