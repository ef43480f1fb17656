"""One pairing with everything that bears on it, as rules and reports see it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mentorat.guide.steps import PHASE_STEP, later
from mentorat.nodes import Document, Node, Unreadable
from mentorat.slugs import slug

if TYPE_CHECKING:
    from mentorat.workspace import Workspace


@dataclass(slots=True)
class PairingFolder:
    """The documents of one pairing."""

    id: str
    documents: dict[str, Document] = field(default_factory=dict)
    visits: list[Document] = field(default_factory=list)


class Case:
    """One pairing with everything that bears on it, as rules and reports see it."""

    def __init__(self, workspace: Workspace, folder: PairingFolder) -> None:
        self.workspace = workspace
        self.id = folder.id
        self._folder = folder

    def _part(self, kind: str) -> Node:
        document = self._folder.documents.get(kind)
        if document is None:
            return Node(self._folder.documents["pairing"], ("kind",), None, kind)
        if not document.readable:
            raise Unreadable(document.file)
        return document.root

    @property
    def pairing(self) -> Node:
        """`pairing.yaml`."""
        return self._part("pairing")

    @property
    def needs(self) -> Node:
        """The needs analysis (Annex 2)."""
        return self._part("needs-analysis")

    @property
    def scope(self) -> Node:
        """The scope and common ground."""
        return self._part("scope")

    @property
    def network(self) -> Node:
        """The local support network (Annex 5)."""
        return self._part("support-network")

    @property
    def plan(self) -> Node:
        """The action plan (Annex 6)."""
        return self._part("action-plan")

    @property
    def follow_up(self) -> Node:
        """Approval and implementation."""
        return self._part("follow-up")

    @property
    def review(self) -> Node:
        """The review at the end."""
        return self._part("review")

    @property
    def programme(self) -> Node:
        """`mentorat.yaml` (raises `Unreadable` where it cannot be read)."""
        programme = self.workspace.programme
        if not programme.document.readable:
            raise Unreadable(programme.document.file)
        return programme

    @property
    def own(self) -> Node:
        """`pairing.yaml` as far as it can be read."""
        return self._folder.documents["pairing"].root

    @property
    def as_of(self) -> datetime.date:
        """The day on which the pairing is judged."""
        return self.workspace.as_of

    @property
    def documents(self) -> list[Document]:
        """Every document of the pairing that there is."""
        return [*self._folder.documents.values(), *self._folder.visits]

    def part(self, kind: str) -> Node:
        """The document of a kind (raises `Unreadable` where it cannot be read)."""
        return self._part(kind)

    def has(self, kind: str) -> bool:
        """Whether there is a document of a kind, or a visit of a phase."""
        if kind in PHASE_STEP:
            return any(self.phase_of(visit) == kind for visit in self.visits)
        return kind in self._folder.documents

    @property
    def visits(self) -> list[Node]:
        """The readable visits, in the order of their numbers, dates and names."""
        nodes = [document.root for document in self._folder.visits if document.readable]
        far = datetime.date.max
        return sorted(
            nodes,
            key=lambda visit: (
                visit["number"].numeric or 99,
                visit.at("dates", "start").date or far,
                visit.document.file,
            ),
        )

    def visit(self, phase: str) -> Node | None:
        """The (first) visit of a phase."""
        return next((visit for visit in self.visits if self.phase_of(visit) == phase), None)

    def phase_of(self, visit: Node) -> str:
        """The phase of a visit; where it is not said, what its host and its place in the order suggest."""
        said = visit["phase"].word
        if said or visit["phase"].value is not None:
            return said
        files = [other.document.file for other in self.visits]
        if visit["host"].word == "mentor":
            return "inspiration"
        return "setting_scene" if files.index(visit.document.file) == 0 else "consolidation"

    def is_held(self, visit: Node) -> bool:
        """Whether a visit has taken place: it says so, or its dates are past."""
        if isinstance(visit["held"].value, bool):
            return bool(visit["held"].value)
        last = visit.at("dates", "end").last_day or visit.at("dates", "start").last_day
        return last is not None and last < self.as_of

    def phase_held(self, phase: str) -> bool:
        """Whether a visit of that phase has taken place."""
        return any(self.is_held(visit) for visit in self.visits if self.phase_of(visit) == phase)

    @property
    def declared(self) -> str:
        """The step that the pairing says it is working on."""
        return self.own["step"].word or "setup"

    @property
    def reached(self) -> str:
        """The step being worked on: the later of the declared one and the one that dates imply."""
        implied: list[str | None] = [self.declared]
        implied += [step for phase, step in PHASE_STEP.items() if self.phase_held(phase)]
        pairing = self.own
        if _past(pairing.at("matching", "decision", "date"), self.as_of):
            implied.append("training")
        for kind, path, step in (
            ("needs-analysis", ("drafted_on",), "needs"),
            ("follow-up", ("approval", "date"), "implement"),
            ("review", ("date",), "review"),
        ):
            document = self._folder.documents.get(kind)
            if document and document.readable and _past(document.root.at(*path), self.as_of):
                implied.append(step)
        return later(*implied)

    @property
    def reviewed(self) -> bool:
        """Whether the review has taken place."""
        document = self._folder.documents.get("review")
        return bool(document and document.readable and _past(document.root["date"], self.as_of))

    @property
    def readable(self) -> bool:
        """Whether `pairing.yaml` can be read."""
        return self._folder.documents["pairing"].readable

    @property
    def ended(self) -> bool:
        """Whether the pairing is over, so that nothing is asked of it any more."""
        return self.own["state"].word in ("ended", "abandoned")

    @property
    def mentee(self) -> str:
        """The id (or name) of the mentee city; "" where none is named or the id leads nowhere."""
        return self._city("mentee")

    @property
    def mentor(self) -> str:
        """The id (or name) of the mentor city; "" before matching, or where the id leads nowhere."""
        return self._city("mentor")

    def _city(self, side: str) -> str:
        ref = self.own.at(side, "city").word
        known = self.workspace.organisation(ref)
        return known.id if known else "" if ref and ref == slug(ref) else ref

    @property
    def strengths(self) -> Node | None:
        """The chosen mentor's inventory of strengths."""
        return self.workspace.mentor_of(self.mentor) if self.mentor else None

    @property
    def practices(self) -> list[Node]:
        """The chosen mentor's practices."""
        strengths = self.strengths
        return self.workspace.practices_of(strengths.document.owner) if strengths else []

    @property
    def benchmark(self) -> Node | None:
        """The benchmark that the scope names."""
        ref = self.scope.at("benchmark", "file").word
        document = self.workspace.benchmarks.get(ref)
        return document.root if document and document.readable else None

    def national_context(self, document: Node) -> Node:
        """The association's part: written in the document, or in the file it is taken from."""
        return self.workspace.national_context(document)

    def country_answer(self, document: Node, key: str) -> Node:
        """One answer of the association's part, from the document or from the file it names."""
        return self.workspace.country_answer(document, key)


def _past(node: Node, as_of: datetime.date) -> bool:
    day = node.date
    return day is not None and day <= as_of
