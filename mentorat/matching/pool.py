"""The mentors of a programme: who they are is at hand, what they offer is read when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mentorat.matching.features import Candidate, Vocabulary, candidate_of, sheets_of
from mentorat.matching.memory import Sketches
from mentorat.nodes import Document, Node
from mentorat.workspace import Workspace


class Pool:
    """The mentors in the order of their ids, remembered or read."""

    def __init__(self, workspace: Workspace, vocabulary: Vocabulary) -> None:
        self._workspace, self._vocabulary = workspace, vocabulary
        self._sheets = sheets_of(workspace)
        self._sketches = Sketches(workspace, vocabulary.lang)
        self._keys: dict[str, str] = {}
        self._own: dict[str, str] = {}

    @property
    def shared(self) -> str:
        """A digest of all that every score hangs on besides the mentee and the mentor."""
        return self._sketches.shared

    @property
    def keys(self) -> Mapping[str, str]:
        """What each mentor is remembered under, by its id; those that have been met."""
        return self._keys

    def sketches(self) -> list[Candidate]:
        """Every mentor without its offers."""
        return [sketch for sketch, _ in self.meet()]

    def meet(self) -> Iterator[tuple[Candidate, Candidate | None]]:
        """Every mentor without its offers, and whole where it had to be read; what was read is let go of."""
        for id_, document in sorted(self._workspace.mentors.items()):
            sheets = self._sheets[document.owner]
            key = self._keys[id_] = self._sketches.key(document, sheets)
            sketch, whole = self._sketches.recall(key, document), None
            if sketch is None:
                whole = self.read(id_)
                sketch = self._sketches.keep(key, document, whole)
            self._own.setdefault(sketch.city.id, document.owner)
            yield sketch, whole
            self.forget(id_)
        self._sketches.save()

    def read(self, id_: str) -> Candidate:
        """A mentor with all that it offers."""
        document = self._workspace.mentors[id_]
        sheets = [each.root for each in self._sheets[document.owner]]
        return candidate_of(self._workspace, document.root, sheets, self._vocabulary)

    def forget(self, id_: str) -> None:
        """Let go of the contents of a mentor's documents."""
        document = self._workspace.mentors[id_]
        for each in (document, *self._sheets[document.owner]):
            each.forget()

    def practices_of(self, city: str) -> list[Node]:
        """The practice sheets of a city, where it is one of the mentors that have been met."""
        owner = self._own.get(city)
        documents: list[Document] = self._sheets[owner] if owner else []
        return [each.root for each in documents]
