"""What no city can solve alone: the issues that associations carry upward, gathered from all pairings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mentorat.case import Case
from mentorat.findings import Message
from mentorat.guide.vocabulary import VOCABULARIES
from mentorat.i18n import N_
from mentorat.nodes import Node, Unreadable
from mentorat.rendering import audience as who
from mentorat.rendering.documents.answers import Answers, labelled
from mentorat.rendering.documents.entries import Entry, entries
from mentorat.rendering.page import NotRendered, fact, page, part
from mentorat.rendering.pictures.charts import blanks
from mentorat.rendering.pieces import bullets, prose
from mentorat.rendering.saying import Reader, View
from mentorat.rendering.targets import Association
from mentorat.workspace import normalise

KIND, LABEL = "follow-up", N_("Issues for other levels of government")
LEVELS, STATES = (VOCABULARIES[name].terms for name in ("government_level", "issue_status"))


@dataclass(frozen=True, slots=True)
class _Raised:
    """One issue, with the pairing that noted it."""

    case: Case
    entry: Entry

    @property
    def level(self) -> str:
        """The level of government that must act ("" where that may not be read, or is not said)."""
        node = self.entry.open("level")
        return node.word if node and node.word in LEVELS else ""

    @property
    def state(self) -> str:
        """How far the issue has been taken."""
        node = self.entry.open("status")
        return node.word if node and node.word in STATES else ""


def issues_view(reader: Reader) -> View:
    """The issues of one association, or of all of them with one part each."""
    target = reader.target
    one = target if isinstance(target, Association) else None
    cases = one.cases if one else reader.workspace.cases()
    if not cases:
        text = N_("There is no pairing yet; `mentorat new pairing ID` adds one.")
        raise NotRendered(Message(text, {}))
    documents: list[Node] = []
    silent: list[Case] = []
    by_association: dict[str, list[_Raised]] = {}
    for case in cases:
        raised = _raised(reader, case, documents, silent)
        by_association.setdefault(_association(reader, case), []).extend(raised)
    parts: list[View] = []
    for ref, issues in sorted(by_association.items(), key=lambda item: (not item[0], normalise(item[0]))):
        title = reader.translate(N_("What has to be decided elsewhere")) if one else _title(reader, ref)
        parts += part(f"issues-{len(parts) + 1}", title, _blocks(reader, issues))
    every = [issue for issues in by_association.values() for issue in issues]
    if parts:
        opening = N_(
            "The cities named here have met problems that they cannot solve alone. "
            "They ask the levels of government that can act on them to do so."
        )
        about = part(
            "about", reader.translate(N_("What this list is")), [prose(reader, reader.ours(opening))]
        )
        parts = about + parts
    names = [_names(reader, case) for case in silent]
    waiting = [bullets(reader, names)] if names else []
    parts += part("silent", reader.translate(N_("Pairings that have not said yet")), waiting)
    if one and every:
        lines = blanks(reader, N_("Place and date"), N_("Function and signature"))
        parts += part("signature", reader.translate(N_("For the association")), [lines])
    name = reader.organisation(one.id) if one else None
    summary = fact(reader, N_("Association"), name) + _summary(reader, every)
    home = documents[0] if documents else cases[0].workspace.programme
    frame = page(
        reader, home, LABEL, title=None, summary=summary, others=documents, file="pairings/*/follow-up.yaml"
    )
    return {**frame, "parts": parts}


# ------------------------------------------------------------------ gathering


def _raised(reader: Reader, case: Case, documents: list[Node], silent: list[Case]) -> Iterator[_Raised]:
    """The issues of one pairing; where it has not been asked yet, it is `silent`."""
    try:
        node = case.part(KIND)
    except Unreadable as unreadable:
        reader.find_odd(Node(case.pairing.document, (unreadable.file,)))
        return
    if not node.exists or not node["multilevel_issues"].answered:
        if not case.ended or node.exists:
            silent.append(case)
        return
    if not who.may_read(reader.audience, who.of_document(node.document)):
        reader.leave_out(node)
        return
    documents.append(node)
    for entry in entries(Answers(reader, node), "multilevel_issues"):
        yield _Raised(case, entry)


def _association(reader: Reader, case: Case) -> str:
    """The mentee's association, by its id or by the words that stand there ("" where there is none)."""
    try:
        node = reader.open(case.pairing.at("mentee", "association"))
    except Unreadable:
        return ""
    return reader.workspace.organisation_id(node.word) if node else ""


def _title(reader: Reader, ref: str) -> str:
    name = reader.organisation(ref) if ref else None
    return name["text"] if name else reader.translate(N_("Association not named"))


def _city(reader: Reader, case: Case, side: str) -> View | None:
    try:
        node = reader.open(case.pairing.at(side, "city"))
    except Unreadable:
        return None
    return reader.organisation(node.word) if node else None


def _names(reader: Reader, case: Case) -> View:
    """A pairing by the names of its cities."""
    mentee, mentor = _city(reader, case, "mentee"), _city(reader, case, "mentor")
    if mentee and mentor:
        return {**mentee, "details": [mentor]}
    return mentee or reader.plain(case.id)


# ------------------------------------------------------------------ telling


def _blocks(reader: Reader, issues: list[_Raised]) -> list[View]:
    """Issues by the level that must act, from Europe down; those without a level at the end."""
    found = []
    for level in (*reversed(tuple(LEVELS)), ""):
        here = [issue for issue in issues if issue.level == level]
        views = [view for number, issue in enumerate(here, 1) if (view := _issue(reader, issue, number))]
        if views:
            label = reader.translate(LEVELS[level] if level else N_("Level not named")).capitalize()
            frame = labelled(reader, label, None)
            found.append({**frame, "form": "entries", "entries": views, "cards": False, "short": False})
    return found


def _issue(reader: Reader, issue: _Raised, number: int) -> View | None:
    heading = issue.entry.text("issue")
    city = _city(reader, issue.case, "mentee")
    facts = [labelled(reader, reader.translate(N_("City")), city)] if city else []
    facts += [answer for answer in issue.entry.cells("addressee", "status") if answer]
    if heading is None and not facts:
        return None
    return {"number": number, "heading": heading, "facts": facts, "compact": True}


def _summary(reader: Reader, issues: list[_Raised]) -> list[View]:
    """How many issues there are, and how far each has been taken."""
    states = [issue.state for issue in issues]
    details = [
        reader.ours(N_("{state}: {n}"), state=reader.translate(label), n=states.count(state))
        for state, label in STATES.items()
        if state in states
    ]
    return fact(reader, N_("Issues"), reader.plain(str(len(issues)), details=details))
