"""The review across both sides: the pairing in figures, what worked, what each party learned, what changed."""

from __future__ import annotations

from mentorat.guide.parties import PARTIES
from mentorat.i18n import N_
from mentorat.rendering.dates import visits
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import beside, entries, read
from mentorat.rendering.known import decision_in_short, members, mentee, mentor, plan_in_short, tally
from mentorat.rendering.page import asked, blocks, confidences, document_of, fact, page, part, partners
from mentorat.rendering.pieces import cell, row, sheet, table
from mentorat.rendering.saying import Reader, View

KIND, LABEL = "review", N_("Review")
_OWN = {"mentee_city": "mentee_learning", "mentor_city": "mentor_learning"}
"""Party -> the question about effects that holds what it learned."""
_CHANGED = ("association_priorities_influenced", "support_gaps", "network_benefits")


def review_view(reader: Reader) -> View:
    """The review as one reader sees it, with what the visits and the plan add to it."""
    node = document_of(reader, KIND, LABEL)
    review = Answers(reader, node)
    parts = part("figures", reader.translate(N_("The pairing in figures")), sheet(_figures(reader)))
    parts += part(
        "worked",
        reader.translate(N_("What worked, and what to improve")),
        blocks(reader, asked(review, "positive", "to_improve")),
    )
    parts += part("learned", reader.translate(N_("What each side learned")), _learned(reader, review))
    change = review.at("effects", "mentee_change")
    changed = ([change] if change else []) + asked(review, *_CHANGED)
    parts += part("changed", reader.translate(N_("What has changed")), blocks(reader, changed))
    parts += part(
        "next",
        reader.translate(N_("How it goes on")),
        blocks(reader, asked(review, "reuse", "dissemination")),
    )
    ends = asked(review, "sources", "signatures")
    parts += part("sources", reader.translate(N_("Sources and signatures")), blocks(reader, ends))
    parts += confidences(reader, KIND)
    summary = partners(reader) + asked(review, "date")
    theme = read(reader, reader.case.pairing["theme"])
    return {
        **page(reader, node, LABEL, title=theme, summary=summary[1:] if theme else summary),
        "parts": parts,
    }


# ------------------------------------------------------------------ in figures


def _figures(reader: Reader) -> list[View]:
    """What can be counted, counted."""
    case = reader.case
    pairing = Answers(reader, case.pairing)
    facts = asked(pairing, "period")
    known = visits(reader)
    held = [answers.root for answers in known if case.is_held(answers.root)]
    facts += fact(reader, N_("Visits held"), reader.plain(str(len(held))))
    facts += _counted(reader, N_("Online meetings"), len(list(entries(pairing, "meetings"))))
    facts += _counted(reader, N_("Organisations in the local support network"), len(members(reader)))
    plan, follow_up = beside(reader, "action-plan"), beside(reader, "follow-up")
    if plan:
        actions = list(entries(plan, "actions"))
        facts += plan_in_short(reader, plan)
        facts += fact(reader, N_("Actions"), tally(reader, actions))
        taken = {node.word for action in actions if (node := action.open("transferred_from"))}
        facts += _counted(reader, N_("Practices of the mentor taken over"), len(taken))
        shaped = len(list(entries(plan, "codesign")))
        facts += _counted(reader, N_("Times that others shaped the plan"), shaped)
    facts += decision_in_short(reader, follow_up)
    if follow_up:
        days = (entry.node["date"].date for entry in entries(follow_up, "exchanges"))
        talks = [day for day in days if day and day <= reader.target.as_of]
        facts += _counted(reader, N_("Exchanges after the visits"), len(talks))
        raised = len(list(entries(follow_up, "multilevel_issues")))
        facts += _counted(reader, N_("Issues carried upward"), raised)
    return facts


def _counted(reader: Reader, label: str, n: int) -> list[View]:
    return fact(reader, label, reader.plain(str(n))) if n else []


# ------------------------------------------------------------------ what each side learned


def _learned(reader: Reader, review: Answers) -> list[View]:
    """By party: from the review, and from the visits."""
    found: dict[str, list[View]] = {}

    def take(party: str, text: View | None, when: View | None = None) -> None:
        if text:
            behind = [when] if when else []
            found.setdefault(party, []).append({**text, "details": [*text["details"], *behind]})

    for party, key in _OWN.items():
        take(party, read(reader, review.root.at("effects", key)))
    for entry in entries(review, "learning"):
        take(entry.node["party"].word, entry.read("text"))
    for visit in visits(reader):
        when = read(reader, visit.root.at("dates", "start"))
        for entry in entries(visit, "learning"):
            take(entry.node["party"].word, entry.read("text"), when)
        take("mentor_city", read(reader, visit.root.at("effects", "mentor")), when)
    cities = {"mentee_city": mentee(reader), "mentor_city": mentor(reader)}
    rows = [
        row(
            reader.plain(reader.translate(PARTIES[party]), details=_listed(cities.get(party))),
            [cell(reader, *found[party])],
        )
        for party in PARTIES
        if party in found
    ]
    if not rows:
        return blocks(reader, asked(review, "learning", "effects"))
    head = [reader.translate(N_("Party")), reader.translate(N_("What it learned"))]
    return [table(reader, N_("What each party learned, in the review and during the visits"), head, rows)]


def _listed(text: View | None) -> list[View]:
    return [text] if text else []
