"""The paper on which the mentee's own body decides on the plan: what is asked, why, at what cost, and the plan itself."""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.rendering.documents.answers import Answers, brief, labelled
from mentorat.rendering.documents.entries import Entry, beside, entries, read, read_all
from mentorat.rendering.documents.plan import KIND, cards
from mentorat.rendering.documents.plan import LABEL as PLAN
from mentorat.rendering.known import body, columns, decision, lead, members, mentee, mentor, plan_in_short
from mentorat.rendering.money import Line, budget, by_status, lines, staff, total
from mentorat.rendering.page import asked, blocks, document_of, fact, page, part, partners
from mentorat.rendering.pieces import bullets, cell, note, prose, row, sheet, table
from mentorat.rendering.saying import Reader, View

LABEL = N_("Paper for approval")
_ASKED_OF_ITSELF = {
    "": N_("{city} is asked to approve its action plan, which stands in the annex."),
    "approved": N_("{city} has approved its action plan, which stands in the annex."),
    "approved_with_changes": N_("{city} has approved its action plan with changes."),
    "rejected": N_("{city} has not approved its action plan in this form."),
}
_ASKED = {
    "": N_("{body} is asked to approve the action plan of {city}, which stands in the annex."),
    "approved": N_("{body} has approved the action plan of {city}, which stands in the annex."),
    "approved_with_changes": N_("{body} has approved the action plan of {city} with changes."),
    "rejected": N_("{body} has not approved the action plan of {city} in this form."),
}


def approval_view(reader: Reader) -> View:
    """The paper as one reader sees it; it needs a plan, and gains by everything that was written beside it."""
    node = document_of(reader, KIND, PLAN)
    plan, follow_up = Answers(reader, node), beside(reader, "follow-up")
    found = lines(plan)
    title = read(reader, node["title"])
    parts = part("asked", reader.translate(N_("What is asked")), _request(reader, follow_up))
    parts += part("why", reader.translate(N_("Why it is needed")), _why(reader))
    parts += part("actions", reader.translate(N_("What is proposed")), _proposed(reader, plan, found))
    parts += part("costs", reader.translate(N_("What it costs, and who pays")), _costs(reader, plan, found))
    parts += part("consulted", reader.translate(N_("Who was consulted")), consulted(reader, plan))
    parts += part("risks", reader.translate(N_("What may go wrong")), risks(reader, plan))
    after = asked(follow_up, "implementation", "mentor_role", "network_part") if follow_up else []
    parts += part("after", reader.translate(N_("After the decision")), blocks(reader, after))
    if decision(reader, follow_up) != "rejected":
        parts += part(
            "decision", reader.translate(N_("Text of the decision")), _decision(reader, plan, found)
        )
    actions = cards(reader, plan, only=("answers",))
    annex = [
        {"form": "actions", "actions": actions} if actions else note(reader, N_("No action is planned yet."))
    ]
    parts += part("annex", reader.translate(N_("Annex: the action plan")), annex)
    summary = _summary(reader, plan, follow_up, found)
    return {**page(reader, node, LABEL, title=title, summary=summary), "parts": parts}


def _summary(reader: Reader, plan: Answers, follow_up: Answers | None, found: list[Line]) -> list[View]:
    lines_ = fact(reader, N_("To be decided by"), body(reader, follow_up))
    lines_ += partners(reader)
    lines_ += plan_in_short(reader, plan)
    lines_ += fact(reader, N_("Actions"), reader.plain(str(len(list(entries(plan, "actions"))))))
    if found:
        lines_ += fact(
            reader, N_("Planned cost"), reader.plain(total(reader, found), details=by_status(reader, found))
        )
    return lines_


# ------------------------------------------------------------------ the request and its reasons


def _request(reader: Reader, follow_up: Answers | None) -> list[View]:
    decided = decision(reader, follow_up)
    decider = body(reader, follow_up) or reader.ours(N_("The body in charge"))
    city = mentee(reader)
    if decider["text"] == city["text"]:
        sentence = reader.ours(_ASKED_OF_ITSELF[decided], city=city["text"])
    else:
        sentence = reader.ours(_ASKED[decided], body=decider["text"], city=city["text"])
    found = [prose(reader, sentence)]
    if follow_up:
        found += blocks(reader, [answer for answer in [follow_up.at("approval")] if answer])
    accompanied = mentor(reader)
    if accompanied:
        text = N_(
            "{mentor} has accompanied this work as mentor city. It gives its view; it neither decides nor leads an action."
        )
        found.append(prose(reader, reader.ours(text, mentor=accompanied["text"])))
    return found


def _why(reader: Reader) -> list[View]:
    challenge = read(reader, reader.case.pairing["challenge"])
    found = [prose(reader, challenge)] if challenge else []
    needs = beside(reader, "needs-analysis")
    if needs is None:
        return found
    told = []
    for need in entries(needs, "items"):
        problem, why = need.read("problem"), need.read("why")
        title = need.read("title") or problem
        labels = need.field.children
        facts = fact(reader, labels["problem"].label, problem if problem is not title else None)
        facts += fact(reader, labels["why"].label, why)
        if title:
            told.append({"number": need.number, "heading": title, "facts": facts, "compact": False})
    if told:
        found.append(
            {**labelled(reader, reader.translate(N_("Needs that were found")), None), **_listed(told)}
        )
    results = [text for result in entries(needs, "desired_results") if (text := result.read("text"))]
    if results:
        found.append(bullets(reader, results, reader.translate(needs.top.children["desired_results"].label)))
    return found


def _listed(told: list[View]) -> View:
    return {"form": "entries", "short": False, "entries": told, "cards": False}


# ------------------------------------------------------------------ what is proposed, and its cost

_PROPOSED = ("expected_results", "lead", "schedule")


def _proposed(reader: Reader, plan: Answers, found: list[Line]) -> list[View]:
    actions = list(entries(plan, "actions"))
    if not actions:
        return blocks(reader, asked(plan, "actions"))
    children = actions[0].field.children
    head = [reader.translate(children[key].label) for key in ("title", *_PROPOSED)]
    rows = [
        row(
            action.text("title"),
            [*_cells(reader, action), _cost(reader, action, found)],
            number=action.number,
        )
        for action in actions
    ]
    caption = N_("The actions with their leads, their time and their cost")
    return [table(reader, caption, [*head, reader.translate(N_("Planned cost"))], rows)]


def _cells(reader: Reader, action: Entry) -> list[View | None]:
    return [brief(action.at("expected_results")), lead(reader, action), brief(action.at("schedule"))]


def _cost(reader: Reader, action: Entry, found: list[Line]) -> View | None:
    own = [line for line in found if line.action.number == action.number]
    if own:
        return cell(reader, reader.plain(total(reader, own)))
    if action.node.at("resources", "funding").answered:
        return cell(reader, reader.ours(N_("none")))
    return brief(action.at("resources")) if not action.node["resources"].answered else None


def _costs(reader: Reader, plan: Answers, found: list[Line]) -> list[View]:
    shown = [budget(reader, found)] if found else []
    if not found:
        shown.append(prose(reader, reader.ours(N_("The plan names no amounts."))))
    return shown + sheet(staffing(reader, plan))


def staffing(reader: Reader, plan: Answers) -> list[View]:
    """How much working time the plan needs."""
    time = staff(plan)
    if time is None:
        return []
    text = reader.ours(N_("{n} full-time equivalents"), n=reader.locale.number(time.normalize()))
    return fact(reader, N_("Staff in all actions together"), text)


# ------------------------------------------------------------------ who had a say, and what may go wrong


def consulted(reader: Reader, plan: Answers) -> list[View]:
    """The local support network, what it changed, and what departments and partners think."""
    found: list[View] = []
    network = [
        {**name, "details": read_all(reader, member.node["represents"])}
        for member in members(reader)
        if (name := member.read("organisation"))
    ]
    if network:
        found.append(bullets(reader, network, reader.translate(N_("Local support network"))))
    head, rows = columns(reader, plan, "codesign", ("date", "who", "what_changed"))
    if rows:
        found.append(table(reader, N_("What the plan owes to working on it together"), head, rows))
    head, rows = columns(reader, plan, "consultations", ("name", "date", "opinion", "changes"))
    if rows:
        found.append(table(reader, N_("Opinions of departments and outside partners"), head, rows))
    return found


def risks(reader: Reader, plan: Answers) -> list[View]:
    """The risks of the plan and what is done about each."""
    names = ("risk", "likelihood", "impact", "mitigation", "owner")
    head, rows = columns(reader, plan, "risks", names)
    return [table(reader, N_("The risks, and what is done about them"), head, rows)] if rows else []


# ------------------------------------------------------------------ the decision


def _decision(reader: Reader, plan: Answers, found: list[Line]) -> list[View]:
    remark = N_(
        "A proposal in general terms: adapt it to your law and to the rules of the body that decides."
    )
    laws = reader.ours(N_("the legal bases, which the city adds"))
    regards = [laws, *_regards(reader, plan)]
    return [
        note(reader, remark),
        bullets(reader, regards, reader.translate(N_("Having regard to"))),
        bullets(reader, _articles(reader, plan, found), reader.translate(N_("It is decided")), ordered=True),
    ]


def _regards(reader: Reader, plan: Answers) -> list[View]:
    name = mentee(reader)["text"]
    found = []
    needs = beside(reader, "needs-analysis")
    if needs:
        date = read(reader, needs.root["drafted_on"])
        if date:
            text = N_("the needs analysis of {city}, first drafted on {date}")
            found.append(reader.ours(text, city=name, date=date["text"]))
        elif any(entries(needs, "items")):
            found.append(reader.ours(N_("the needs analysis of {city}"), city=name))
    accompanied = mentor(reader)
    if accompanied:
        text = N_("the exchanges with {mentor} as mentor city, which bind nobody")
        found.append(reader.ours(text, mentor=accompanied["text"]))
    if any(entries(plan, "codesign")):
        found.append(reader.ours(N_("the work of the local support network on the plan")))
    names = [name for entry in entries(plan, "consultations") if (name := entry.read("name"))]
    if names:
        text = N_("the opinions of those consulted: {names}")
        found.append(reader.ours(text, names=", ".join(name["text"] for name in names)))
    return found


def _articles(reader: Reader, plan: Answers, found: list[Line]) -> list[View]:
    title, version = (read(reader, plan.root[key]) for key in ("title", "version"))
    if title and version:
        text = N_("The action plan “{plan}”, version {version}, which is annexed, is approved.")
        articles = [reader.ours(text, plan=title["text"], version=version["text"])]
    elif title:
        text = N_("The action plan “{plan}”, which is annexed, is approved.")
        articles = [reader.ours(text, plan=title["text"])]
    else:
        articles = [reader.ours(N_("The action plan, which is annexed, is approved."))]
    articles.append(
        reader.ours(N_("Each action is entrusted to the organisation that the plan names as its lead."))
    )
    secured = [line for line in found if line.status == "secured"]
    if found and len(secured) == len(found):
        text = N_("The costs of {total} are noted; they are covered.")
        articles.append(reader.ours(text, total=total(reader, found)))
    elif secured:
        text = N_(
            "The costs of {total} are noted, of which {secured} are secured. Funds shall be sought for the rest."
        )
        articles.append(reader.ours(text, total=total(reader, found), secured=total(reader, secured)))
    elif found:
        text = N_("The costs of {total} are noted. Funds shall be sought for them.")
        articles.append(reader.ours(text, total=total(reader, found)))
    else:
        articles.append(reader.ours(N_("Spending is decided on separately: the plan names no amounts.")))
    articles.append(reader.ours(N_("A report on progress is laid before the same body each year.")))
    text = N_("The administration of {city} is entrusted with carrying out this decision.")
    articles.append(reader.ours(text, city=mentee(reader)["text"]))
    return articles
