"""What the method says in so many words, told in ours: principles, role charter, outline of visits.

Shown by `mentorat explain <topic>` and printed in the documents that need it.
Source: guide, chapters 1 to 6 and Annexes 1 and 5; slide deck.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentorat.guide.parties import PARTIES, TASKS
from mentorat.guide.steps import BY_ID, PHASE_STEP, STEPS
from mentorat.guide.vocabulary import AGENDA_KIND
from mentorat.i18n import N_


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing that the method says: its id within the topic, under which heading, and the sentence."""

    id: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A part of the method to read in one go."""

    id: str
    title: str
    place: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """What a visit of one phase is for, who hosts it, what its agenda holds and what comes out of it."""

    phase: str
    host: str
    purpose: str
    agenda: tuple[str, ...]
    output: str


OUTLINE: dict[str, Outline] = {
    "setting_scene": Outline(
        "setting_scene",
        "mentee",
        N_("The mentor gets to know the local context of the mentee city."),
        ("needs_summary", "interviews", "mentor_practices", "plan_workshop"),
        N_("A first list of actions, in the form of the action plan."),
    ),
    "inspiration": Outline(
        "inspiration",
        "mentor",
        N_("The mentee finds inspiration in the mentor city and sees what can be transferred and what cannot."),
        ("mentor_context", "interviews", "practice_visits", "plan_revision"),
        N_("A revised action plan."),
    ),
    "consolidation": Outline(
        "consolidation",
        "mentee",
        N_("The last details of the plan are settled and its implementation is thought through."),
        ("open_questions", "implementation_interviews", "final_presentation"),
        N_("The final action plan, presented to politicians and local stakeholders."),
    ),
}
"""The three-visit outline (guide, chapter 5): phase -> what belongs to it."""

_OFFERS = N_("What a mentor offers")
_LIMITS = N_("What a mentor does not do")
_PRACTICES = N_("How a mentor works")
_HELP = N_("Helping, which is the mentor's part")
_DECIDE = N_("Deciding, which is not")
_ROLE = N_("The mentor city's role in short")
_NOT_ROLE = N_("Outside the mentor city's role")
_CORE = N_("What stays, whatever is adapted")
_MOTTO = N_("Motto")

CHARTER = Topic(
    "charter",
    N_("Role charter of the mentor"),
    "annex-1",
    (
        Passage("offers.fresh_perspective", _OFFERS, N_("A fresh look at what the mentee does and at how it does it.")),
        Passage("offers.confidential_listening", _OFFERS, N_("An ear for the mentee's concerns, in confidence.")),
        Passage("offers.impartial_views", _OFFERS, N_("Views from a friend who has no stake in the matter.")),
        Passage("offers.sounding_board", _OFFERS, N_("Somebody to try ideas on.")),
        Passage("offers.honest_experience", _OFFERS, N_("Its own successes and failures, told frankly.")),
        Passage("offers.options", _OFFERS, N_("Help with decisions, by showing other options it has known itself.")),
        Passage("offers.feedback", _OFFERS, N_("Feedback that is honest and of use.")),
        Passage("offers.encouragement", _OFFERS, N_("Support and encouragement.")),
        Passage("limits.no_professional_or_legal_advice", _LIMITS, N_("It gives no professional or legal advice.")),
        Passage("limits.no_consultancy_or_training", _LIMITS, N_("It sells no consultancy and gives no training courses.")),
        Passage("limits.no_coaching", _LIMITS, N_("It is no coach, though the line is not a sharp one.")),
        Passage("limits.no_therapy", _LIMITS, N_("It is no therapist.")),
        Passage("limits.no_direct_problem_solving", _LIMITS, N_("It does not step in to solve the mentee's problems.")),
        Passage("limits.no_false_promise", _LIMITS, N_("It does not let the mentee believe that it can solve everything.")),
        Passage("limits.no_decisions", _LIMITS, N_("It takes no decision in the mentee's place.")),
        Passage("limits.no_responsibility_for_success", _LIMITS, N_("It does not answer for the success of the mentee's project.")),
        Passage("practices.listen", _PRACTICES, N_("It listens in order to understand.")),
        Passage("practices.clarify", _PRACTICES, N_("It asks whether it has understood rightly.")),
        Passage("practices.explore_options", _PRACTICES, N_("It asks about options: another way of doing it, what would happen if, what else there is.")),
        Passage("practices.clarify_goal", _PRACTICES, N_("It makes clear what the mentee wants to do.")),
        Passage("practices.agree_next_step", _PRACTICES, N_("It agrees the next step with the mentee, and then does its own part of it.")),
        Passage("help.listen", _HELP, N_("Listening to understand.")),
        Passage("help.ask", _HELP, N_("Asking questions.")),
        Passage("help.paraphrase", _HELP, N_("Saying again in other words, and summing up.")),
        Passage("help.options", _HELP, N_("Proposing options.")),
        Passage("help.feedback", _HELP, N_("Giving feedback.")),
        Passage("help.orientation", _HELP, N_("Pointing out a direction.")),
        Passage("decide.advise", _DECIDE, N_("Advising what to do.")),
        Passage("decide.instruct", _DECIDE, N_("Instructing.")),
        Passage("decide.tell", _DECIDE, N_("Telling.")),
        Passage("mentor_role.outside_view", _ROLE, N_("It brings a new view from outside.")),
        Passage("mentor_role.listen_encourage_ask", _ROLE, N_("It listens to the mentee city, encourages it and asks questions.")),
        Passage("mentor_role.ideas", _ROLE, N_("It gives ideas and leads for action.")),
        Passage("mentor_role.feedback", _ROLE, N_("It makes honest comments that help.")),
        Passage("not_role.professional_legal", _NOT_ROLE, N_("Opinions as a professional or a lawyer.")),
        Passage("not_role.telling", _NOT_ROLE, N_("Telling the mentee city what it should do.")),
        Passage("not_role.deciding", _NOT_ROLE, N_("Deciding for the mentee city.")),
        Passage("not_role.solving_all", _NOT_ROLE, N_("Claiming that the mentor city can solve every problem of the mentee city.")),
        Passage("not_role.owning_success", _NOT_ROLE, N_("Taking charge of the success of the mentee city's project.")),
        Passage("core_elements", _CORE, N_("Listening, clarifying, asking, being a sounding board and, above all, standing outside any line of management.")),
        Passage("motto", _MOTTO, N_("A mentor city walks beside the mentee; it does not push.")),
    ),
)  # fmt: skip

_ABOUT = N_("The method")
_PRINCIPLES = N_("Principles")
_REFERENCE = N_("To read further")

METHOD = Topic(
    "method",
    N_("City-to-city mentoring"),
    "chapter-1",
    (
        Passage("title", _ABOUT, N_("City-to-city mentoring is a method by which cities help each other to develop their policies.")),
        Passage("author", _ABOUT, N_("Its guide was written by MigrationWork CIC for the Council of European Municipalities and Regions, in the IncluCities project.")),
        Passage("edition_date", _ABOUT, N_("The edition followed here is that of November 2022.")),
        Passage("scope", _ABOUT, N_("The guide presents the actors, the steps from scope to plan, the visits and the ways of adapting them.")),
        Passage("templates", _ABOUT, N_("Its annexes hold templates: role of the mentor, needs analysis, strengths, good practice, local support network, action plan.")),
        Passage("deck", _ABOUT, N_("A slide deck presents mentoring as a tool for better local integration policies.")),
        Passage("principles.solidarity", _PRINCIPLES, N_("Peers support each other: solidarity between cities, networks, and learning on both sides.")),
        Passage("principles.beyond_practice_transfer", _PRINCIPLES, N_("It goes further than handing over good practices: what was learned is adapted.")),
        Passage("principles.support_tool", _PRINCIPLES, N_("It supports persons as well as organisations, and lives on personal trust.")),
        Passage("principles.confidential", _PRINCIPLES, N_("What is said in mentoring is confidential and stays outside lines of management and reporting.")),
        Passage("notes.benchmark", _PRINCIPLES, N_("A benchmark is an ideal drawn from many places; no city meets all of it, and low marks are normal.")),
        Passage("reference", _REFERENCE, N_("Guide and project: https://inclucities.eu")),
    ),
)  # fmt: skip


def _roles() -> Topic:
    passages = [
        Passage(f"{party}.{number}", PARTIES[party], task)
        for party, tasks in TASKS.items()
        for number, task in enumerate(tasks, 1)
    ]
    return Topic("roles", N_("Who does what"), "chapter-2", tuple(passages))


def _visits() -> Topic:
    passages = []
    for outline in OUTLINE.values():
        step = BY_ID[PHASE_STEP[outline.phase]]
        passages.append(Passage(f"{outline.phase}.purpose", step.label, outline.purpose))
        passages += [
            Passage(f"{outline.phase}.agenda.{kind}", step.label, AGENDA_KIND.terms[kind]) for kind in outline.agenda
        ]
        passages.append(Passage(f"{outline.phase}.output", step.label, outline.output))
    return Topic("visits", N_("The three visits"), "chapter-5", tuple(passages))


def _steps() -> Topic:
    passages = tuple(Passage(step.id, step.label, step.meaning) for step in STEPS)
    return Topic("steps", N_("The steps of the method"), "chapter-5", passages)


TOPICS: dict[str, Topic] = {topic.id: topic for topic in (METHOD, _steps(), _roles(), CHARTER, _visits())}
"""Topic id -> what the method says about it."""
