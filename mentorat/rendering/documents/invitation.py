"""An invitation into the local support network, on one page and in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rendering.documents.answers import Answers
from mentorat.rendering.documents.entries import beside, read
from mentorat.rendering.page import document_of, fact, page, part
from mentorat.rendering.pictures.charts import blanks
from mentorat.rendering.pieces import bullets, prose, sheet
from mentorat.rendering.saying import Reader, View

LABEL = N_("Invitation")
_NOTICE = N_("A personal invitation; not for publication.")
_TITLE = N_("Come and think with us")
_TASKS = (
    N_("Help us to find what our city can contribute."),
    N_("Meet the people from the other city, and help us to prepare their visits."),
    N_("Help us to write the plan, and look at how it comes along."),
    N_("Make sure that those concerned are heard, and tell others what comes of it."),
)
"""What the method asks of the network (`TASKS`), said to whoever is invited."""


def invitation_view(reader: Reader) -> View:
    """What it is about, what is asked, when, in which language, and how to answer."""
    node = document_of(reader, "pairing", LABEL)
    parts = part("about", reader.translate(N_("What is it about?")), _about(reader, node))
    parts += part("ask", reader.translate(N_("What do we ask of you?")), _ask(reader))
    parts += part("when", reader.translate(N_("When, and in which language?")), _when(reader, node))
    parts += part("trust", reader.translate(N_("What about what you say?")), _trust(reader, node))
    parts += part("answer", reader.translate(N_("How can you answer?")), _answer(reader, node))
    view = page(reader, node, LABEL, title=reader.ours(_TITLE), summary=[])
    notice = reader.translate(_NOTICE) if reader.audience == "pairing" else view["notice"]
    return {**view, "notice": notice, "style": "letter", "parts": parts}


def _about(reader: Reader, pairing: Node) -> list[View]:
    """Who works on what, with whom, and why those who live and work there are needed."""
    theme, challenge = (read(reader, pairing[key]) for key in ("theme", "challenge"))
    mentee, mentor = (read(reader, pairing.at(side, "city")) for side in ("mentee", "mentor"))
    opened = []
    if mentee and mentor:
        text = N_(
            "{mentee} wants to do better here, and learns from another city, {mentor}, that has been this way."
        )
        opened = [reader.ours(text, mentee=mentee["text"], mentor=mentor["text"])]
    elif mentee:
        text = N_("{mentee} wants to do better here, and looks for another city from which it can learn.")
        opened = [reader.ours(text, mentee=mentee["text"])]
    need = N_(
        "You know things that city hall does not know. We want to plan with you, not for you: that is why "
        "we invite you to join a small group, the local support network."
    )
    facts = fact(reader, N_("Theme"), theme) + fact(reader, N_("What has to change"), challenge)
    return [*sheet(facts), *(prose(reader, text) for text in [*opened, reader.ours(need)])]


def _ask(reader: Reader) -> list[View]:
    """The roles that the network has agreed on, else those that the method gives it."""
    network = beside(reader, "support-network")
    roles = network.at("roles") if network else None
    agreed = roles["values"] if roles and roles["form"] == "list" else []
    tasks: Sequence[View] = agreed or [reader.ours(task) for task in _TASKS]
    texts = [
        N_(
            "You come as you are: you need to know nothing about administration, and you decide how much you do."
        ),
        N_("You speak for your organisation or your neighbours, not for city hall."),
    ]
    return [bullets(reader, tasks), *(prose(reader, reader.ours(text)) for text in texts)]


def _when(reader: Reader, pairing: Node) -> list[View]:
    """The time of the network, the visits to come, the languages; lines to fill in for the first meeting."""
    network = beside(reader, "support-network")
    facts = fact(reader, N_("The network works"), read_period(network))
    days = []
    for visit in reader.case.visits:
        dates, place = Answers(reader, visit).at("dates"), read(reader, visit["place"])
        coming = visit.at("dates", "end").last_day or visit.at("dates", "start").last_day
        if coming and coming >= reader.target.as_of and dates and dates["form"] == "text":
            day = dates["value"]
            where = [place] if place else []
            days.append({**day, "details": [*day["details"], *where]})
    if len(days) > 1:
        facts.append({**bullets(reader, days, reader.translate(N_("Visits"))), "short": True})
    elif days:
        facts += fact(reader, N_("Visit"), days[0])
    answers = Answers(reader, pairing)
    facts += [answer for key in ("working_languages", "interpretation") if (answer := _known(answers, key))]
    lines = blanks(reader, N_("First meeting (day and time):"), N_("Place, and how to get in:"))
    return [*sheet(facts), lines]


def read_period(network: Answers | None) -> View | None:
    """From when to when the network works."""
    period = network.at("period") if network and network.root["period"].answered else None
    return period["value"] if period and period["form"] == "text" else None


def _known(answers: Answers, key: str) -> View | None:
    return answers.at(key) if answers.root[key].answered else None


def _trust(reader: Reader, pairing: Node) -> list[View]:
    """The rule that the partners have agreed on, and what is done with names."""
    rule = read(reader, pairing.at("trust", "confidentiality", "rule"))
    meant = N_("What is said among us stays among us, unless we agree together to make it known.")
    names = N_("You are named in a document only if you wish. You may leave at any time.")
    return [prose(reader, rule or reader.ours(meant)), prose(reader, reader.ours(names))]


def _answer(reader: Reader, pairing: Node) -> list[View]:
    """The city's shared mailbox where there is one, and a slip to cut off."""
    city = reader.workspace.organisation(pairing.at("mentee", "city").word)
    facts = []
    for key, label in (("mailbox", N_("Mailbox")), ("website", N_("Website"))):
        text = read(reader, city.root[key]) if city else None
        facts += fact(reader, label, text)
    by_hand = () if facts else (N_("Whom to write to or call:"),)
    need = N_("Tell us if you need an interpreter, somebody to look after your children, or help to get in.")
    slip = blanks(
        reader,
        *by_hand,
        N_("I come, for (organisation or group):"),
        N_("I cannot come, but call me at:"),
        N_("My language:"),
    )
    return [*sheet(facts), prose(reader, reader.ours(need)), slip]
