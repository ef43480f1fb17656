"""What a document belongs to: a pairing, a visit, a mentor, a practice, an association, or the programme."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import PurePosixPath

from mentorat.case import Case
from mentorat.nodes import Document, Node, Unreadable
from mentorat.workspace import Workspace


class Target:
    """The programme, and the base of what lies below it.

    `id` is what the user calls it, and the folder of its pages; `home` the file that it stands in;
    `case` the pairing that it belongs to, where there is one.
    """

    ended = False
    """Whether it is over, so that nothing is asked of it any more."""

    def __init__(
        self, workspace: Workspace, id_: str = "", home: Document | None = None, case: Case | None = None
    ) -> None:
        self.workspace = workspace
        self.id = id_
        self.home = home or workspace.programme.document
        self.case = case

    def part(self, kind: str) -> Node:
        """Its document of a kind, without a value where it has none (raises `Unreadable`)."""
        if kind != self.home.kind or (kind == "programme" and not self.workspace.programme.exists):
            return Node(self.home, ("kind",), None, kind)
        if not self.home.readable:
            raise Unreadable(self.home.file)
        return self.home.root

    @property
    def programme(self) -> Node:
        """`mentorat.yaml`."""
        return self.workspace.programme

    @property
    def as_of(self) -> datetime.date:
        """The day of which the documents are."""
        return self.workspace.as_of

    @property
    def beside(self) -> str:
        """The folder in which remarks in confidence about it may lie ("" where there is none)."""
        return ""

    def answers_to(self, name: str) -> bool:
        """Whether this is what the user named, by its id or by its path."""
        path = PurePosixPath(name.replace("\\", "/")).as_posix()
        return path in (self.id, self.home.file)


class Pairing(Target):
    """A pairing, with all that it has written."""

    def __init__(self, case: Case) -> None:
        [home] = [document for document in case.documents if document.kind == "pairing"]
        super().__init__(case.workspace, case.id, home, case)
        self._case = case

    @property
    def ended(self) -> bool:  # type: ignore[override]
        """Whether the pairing is over."""
        return self._case.ended

    def part(self, kind: str) -> Node:
        """Its document of a kind."""
        return self._case.part(kind)

    @property
    def beside(self) -> str:
        """The pairing's folder."""
        return self.home.file.rpartition("/")[0]

    def answers_to(self, name: str) -> bool:
        """Its id, its folder or any file in it."""
        path = PurePosixPath(name.replace("\\", "/"))
        files = {document.file for document in self._case.documents}
        return path.as_posix() in {self.id, self.beside, *files}


class Visit(Pairing):
    """One visit of a pairing, with all that the pairing has written."""

    def __init__(self, case: Case, document: Document) -> None:
        super().__init__(case)
        self.id = f"{case.id}/{document.id}"
        self.visit = document

    def part(self, kind: str) -> Node:
        """The visit itself, or another document of its pairing."""
        if kind != "visit":
            return super().part(kind)
        if not self.visit.readable:
            raise Unreadable(self.visit.file)
        return self.visit.root

    def answers_to(self, name: str) -> bool:
        """Its id, its file, or its pairing."""
        path = PurePosixPath(name.replace("\\", "/")).as_posix()
        return path in (self.id, self.visit.file, self._case.id, self.beside)


class Mentor(Target):
    """A mentor city, with its inventory of strengths."""

    @property
    def beside(self) -> str:
        """The mentor's folder."""
        return self.home.file.rpartition("/")[0]

    def answers_to(self, name: str) -> bool:
        """Its id, its folder or the file of its strengths."""
        path = PurePosixPath(name.replace("\\", "/")).as_posix()
        return path in (self.id, self.beside, self.home.file)


class Practice(Target):
    """A good practice."""

    def answers_to(self, name: str) -> bool:
        """Its id, with or without its mentor's, its file, or its mentor."""
        path = PurePosixPath(name.replace("\\", "/")).as_posix()
        mentor, _, own = self.id.rpartition("/")
        return path in (self.id, own, self.home.file, mentor, self.home.file.rpartition("/practices/")[0])


class Association(Target):
    """The association of one or several mentee cities."""

    @property
    def cases(self) -> list[Case]:
        """The pairings whose mentee is one of its members."""
        return [case for case in self.workspace.cases() if _association_of(case) == self.id]


def _association_of(case: Case) -> str:
    if not case.readable:
        return ""
    return case.workspace.organisation_id(case.pairing.at("mentee", "association").word)


def visits_of(case: Case) -> list[Visit]:
    """The visits of a pairing, in the order of their files."""
    visits = [document for document in case.documents if document.kind == "visit"]
    return [Visit(case, visit) for visit in sorted(visits, key=lambda visit: visit.file)]


def targets(workspace: Workspace, belongs_to: str) -> Iterator[Target]:
    """All pairings (`pairing`), visits, mentors, practices or associations, or the `programme`."""
    match belongs_to:
        case "pairing":
            yield from (Pairing(case) for case in workspace.cases())
        case "visit":
            for case in workspace.cases():
                yield from visits_of(case)
        case "mentor":
            yield from (Mentor(workspace, id_, home) for id_, home in sorted(workspace.mentors.items()))
        case "practice":
            yield from (Practice(workspace, id_, home) for id_, home in sorted(workspace.practices.items()))
        case "association":
            for id_ in sorted({_association_of(case) for case in workspace.cases()}):
                if id_ in workspace.organisations:
                    yield Association(workspace, id_, workspace.organisations[id_])
        case "programme":
            yield Target(workspace)
        case _:
            raise ValueError(belongs_to)
