"""A programme's folder: where it is, which documents it holds, and what their ids point to."""

from __future__ import annotations

import contextlib
import datetime
import functools
import hashlib
import io
import os
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from mentorat.case import Case, PairingFolder
from mentorat.confidence import is_private
from mentorat.history import History
from mentorat.loading import Cache, Content, Facts, facts_of, problems_of
from mentorat.model.documents import KINDS
from mentorat.naming import guess_kind, id_of, in_house, owner_of, pairing_in
from mentorat.nodes import Document, FileProblem, LocalName, Node
from mentorat.source.positions import PositionTree
from mentorat.source.reader import decode, read

PROGRAMME_FILE = "mentorat.yaml"
_SKIPPED_FOLDERS = frozenset({"node_modules", "build", "dist", "site", "__pycache__", "venv"})
_ENDINGS = (".yaml", ".yml")
_MARKDOWN = (".md", ".markdown")
REMARK = b"mentorat:"
"""What a remark to the tool begins with, in a comment of any file."""
MAX_FILES = 50_000


def find_root(start: Path) -> Path | None:
    """The programme's folder: `start` or the nearest folder above it that holds `mentorat.yaml`."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / PROGRAMME_FILE).is_file():
            return folder
    return None


def load_workspace(
    root: Path, *, as_of: datetime.date | Callable[[str], datetime.date], cache: bool = True
) -> Workspace:
    """Read a programme's folder.

    Args:
        root: the folder that holds `mentorat.yaml`.
        as_of: the day to judge on, or a function that gives it from the programme's own `as_of`.
        cache: whether to remember parsed files in the user's cache folder.
    """
    if not callable(as_of):
        return Workspace(root, as_of=as_of, cache=cache)
    workspace = Workspace(root, as_of=datetime.date.min, cache=cache)
    workspace.today = as_of(workspace.programme["as_of"].word)
    return workspace


def normalise(name: str) -> str:
    """A name for comparison: without accents, case, spaces or punctuation."""
    plain = unicodedata.normalize("NFKD", name.casefold()).replace("ς", "σ")
    return "".join(char for char in plain if char.isalnum())


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the folder that is worth a line, though nothing is wrong with a document."""

    file: str
    case: str


class Workspace:
    """All documents of a programme, indexed.  Reading never fails: problems stay with their file.

    `texts` stand in the place of what some files hold.  `markdown` are the texts beside the documents,
    `remarks` the files in which a remark to the tool may stand, `digests` the SHA-256 of the YAML files.
    """

    def __init__(
        self, root: Path, *, as_of: datetime.date, cache: bool = True, texts: Mapping[str, str] | None = None
    ) -> None:
        self.root = root
        self._folder_name = str(root)
        self.cached = cache
        self._texts = texts or {}
        self.today = as_of
        self.documents: list[Document] = []
        self.markdown: list[Document] = []
        self.remarks: list[str] = []
        self.digests: dict[str, str] = {}
        self.notices: list[Notice] = []
        self.pairings: dict[str, PairingFolder] = {}
        self.mentors: dict[str, Document] = {}
        self.practices: dict[str, Document] = {}
        self.benchmarks: dict[str, Document] = {}
        self.organisations: dict[str, Document] = {}
        self._programme: Document | None = None
        self._names: dict[str, str] | None = None
        self._positions: dict[str, tuple[str, PositionTree | None]] = {}
        store = Cache(root, enabled=cache)
        for path in sorted(self.files(*_ENDINGS, *_MARKDOWN)):
            self._take(path, store)
        store.save()

    # -------------------------------------------------------------- discovery

    def files(self, *endings: str) -> Iterator[str]:
        """The files with some endings below the root, as relative POSIX paths; links that lead outside are left."""
        count, folders = 0, [""]
        while folders:
            here = folders.pop()
            try:
                entries = list(os.scandir(self.root / here))
            except OSError:
                continue
            for entry in entries:
                name = entry.name
                if name[0] == ".":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if name not in _SKIPPED_FOLDERS:
                        folders.append(f"{here}{name}/")
                    if guess_kind(here + name):
                        self.notices.append(Notice(here + name, "no_file"))
                    continue
                if not name.endswith(endings):
                    continue
                relative = here + name
                case = self._refused(entry, relative)
                if case:
                    self.notices.append(Notice(relative, case))
                    continue
                count += 1
                if count > MAX_FILES:
                    self.notices.append(Notice(relative, "too_many"))
                    return
                yield relative

    def _refused(self, entry: os.DirEntry[str], relative: str) -> str:
        """Why a name in a folder is not read: it leads outside, or is no file ("" where it is read)."""
        try:
            if entry.is_symlink() and not (self.root / relative).resolve().is_relative_to(self.root):
                return "outside"
            return "" if entry.is_file() else "no_file"
        except (OSError, RuntimeError):
            return "no_file"

    def _take(self, relative: str, store: Cache) -> None:
        is_text = relative.endswith(_MARKDOWN)
        guess = "" if is_text else guess_kind(relative)
        if guess and not KINDS[guess].tracked:
            return
        try:
            data = self._bytes(relative)
        except OSError:
            self.notices.append(Notice(relative, "unreadable"))
            return
        if REMARK in data:
            self.remarks.append(relative)
        if is_text:
            self.markdown.append(Document(relative, "", "", pairing_in(relative), {}))
            return
        digest = self.digests[relative] = hashlib.sha256(data).hexdigest()
        facts = store.facts(data, guess, digest)
        kind = facts.kind
        if not kind and not in_house(relative):
            return
        if kind in KINDS and not KINDS[kind].tracked:
            return
        self._index(_document(relative, facts, lambda: self._read_again(relative, guess)))

    def _read_again(self, relative: str, guess: str) -> Content:
        """The content of a file that the cache has lost."""
        try:
            content = facts_of(self._bytes(relative), guess).content()
        except OSError:
            content = None
        return content or (None, {})

    def _bytes(self, relative: str) -> bytes:
        if relative in self._texts:
            return self._texts[relative].encode()
        with io.FileIO(f"{self._folder_name}/{relative}") as file:
            small = os.fstat(file.fileno()).st_size <= 4_000_000
            return file.readall() if small else b"x" * 2_000_001

    def with_texts(self, texts: Mapping[str, str]) -> Workspace:
        """The same programme as if some files held other texts; nothing is written."""
        return Workspace(self.root, as_of=self.today, cache=self.cached, texts=texts)

    def _index(self, document: Document) -> None:
        self.documents.append(document)
        match document.kind:
            case "programme":
                if self._programme is None or document.file == PROGRAMME_FILE:
                    self._programme = document
            case "organisation":
                self.organisations.setdefault(document.id, document)
            case "mentor-strengths":
                self.mentors[document.id] = _first(self.mentors.get(document.id), document)
            case "good-practice":
                self.practices.setdefault(document.id, document)
            case "benchmark":
                self.benchmarks.setdefault(document.id, document)
            case "visit":
                self._folder(document.owner).visits.append(document)
            case "":
                return
            case _:
                known = self._folder(document.owner).documents
                known[document.kind] = _first(known.get(document.kind), document)

    def _folder(self, pairing: str) -> PairingFolder:
        return self.pairings.setdefault(pairing, PairingFolder(pairing))

    # -------------------------------------------------------------- documents

    @property
    def programme(self) -> Node:
        """`mentorat.yaml` (unanswered where it is missing)."""
        if self._programme is None:
            nowhere = Document(PROGRAMME_FILE, "programme", "", "", {})
            return Node(nowhere, (), None, "programme")
        return self._programme.root

    @property
    def as_of(self) -> datetime.date:
        """The day on which the programme is judged."""
        return self.today

    @property
    def languages(self) -> tuple[str, ...]:
        """The programme's languages, the main one first."""
        main = self.programme["language"].word
        return tuple(dict.fromkeys([*([main] if main else []), *self.programme["languages"].words]))

    def cases(self) -> list[Case]:
        """Every pairing that has a `pairing.yaml`, in the order of their ids."""
        return [
            Case(self, folder) for _, folder in sorted(self.pairings.items()) if "pairing" in folder.documents
        ]

    def case(self, pairing: str) -> Case | None:
        """The pairing of that id."""
        folder = self.pairings.get(pairing)
        return Case(self, folder) if folder and "pairing" in folder.documents else None

    def candidates(self) -> list[Node]:
        """The strengths of every mentor, in the order of their ids."""
        return [document.root for _, document in sorted(self.mentors.items())]

    def practices_of(self, mentor: str) -> list[Node]:
        """The practices in a mentor's folder."""
        return [document.root for _, document in sorted(self.practices.items()) if document.owner == mentor]

    # -------------------------------------------------------------- references

    def organisation(self, ref: str) -> Document | None:
        """The organisation with that id, name or alias (compared without case and accents)."""
        if not ref:
            return None
        found = self.organisations.get(ref)
        if found:
            return found
        if self._names is None:
            self._names = {}
            for id_, document in sorted(self.organisations.items()):
                for name in _names_of(document.root):
                    self._names.setdefault(normalise(name), id_)
        known = self._names.get(normalise(ref))
        return self.organisations[known] if known else None

    def organisation_id(self, ref: str) -> str:
        """The id of an organisation, or the words themselves where it has no file."""
        document = self.organisation(ref)
        return document.id if document else ref

    def name_of(self, ref: str, *languages: str) -> str:
        """What to call an organisation in the reader's language; in findings it turns to each reader's.

        One whose names are for itself alone is called as it was referred to.
        """
        document = self.organisation(ref)
        names = document.root["names"] if document else None
        if names and is_private(names):
            names = None
        name = LocalName((names.text(*languages, *self.languages) if names else "") or ref)
        name.names = names.value if names and isinstance(names.value, dict) else {}
        return name

    def mentor_of(self, ref: str) -> Node | None:
        """The strengths of a mentor, named by its folder or by its city."""
        city = self.organisation_id(ref)
        for document in self.mentors.values():
            if city and city in (document.id, self.organisation_id(document.root["city"].word)):
                return document.root
        return None

    def practice(self, ref: str) -> Node | None:
        """A practice, named `mentor/practice` or, where that is clear, `practice` alone."""
        if ref in self.practices:
            return self.practices[ref].root
        found = [document for id_, document in self.practices.items() if id_.rsplit("/", 1)[-1] == ref]
        return found[0].root if len(found) == 1 else None

    def national_context(self, document: Node) -> Node:
        """The association's part: written in the document, or in the file it is taken from."""
        own = document["national_context"]
        association = self.organisation(own["taken_from"].word)
        return association.root["national_context"] if association else own

    def country_answer(self, document: Node, key: str) -> Node:
        """One answer of the association's part, from the document or from the file it names."""
        own = document.at("national_context", key)
        return own if own.answered or own.value == [] else self.national_context(document)[key]

    # -------------------------------------------------------------- places

    @functools.cached_property
    def history(self) -> History:
        """What Git knows of the programme's folder; it is asked only when somebody needs it."""
        return History(self.root)

    def source(self, file: str) -> tuple[str, PositionTree | None]:
        """The text of a file and its tree of places, read again only for files with findings."""
        if file not in self._positions:
            try:
                text, _ = decode(self._bytes(file))
            except OSError:
                text = ""
            self._positions[file] = (text, read(text, places=True).positions if text else None)
        return self._positions[file]


class _Fetched(Document):
    """A document whose content is fetched when somebody first asks for it."""

    __slots__ = ("fetch",)

    fetch: Callable[[], Content]

    def __getattr__(self, name: str) -> Any:
        if name not in ("value", "survey"):
            raise AttributeError(name)
        value, self.survey = self.fetch()
        self.value = value if isinstance(value, dict) else {}
        return getattr(self, name)

    def forget(self) -> None:
        """Let go of the content; it is fetched again when somebody asks for it."""
        with contextlib.suppress(AttributeError):
            del self.value, self.survey


def _document(relative: str, facts: Facts, again: Callable[[], Content]) -> Document:
    kind = facts.kind
    document = _Fetched(
        file=relative,
        kind=kind,
        id=id_of(relative, kind),
        owner=owner_of(relative, kind),
        value={},
        readable=facts.readable,
        problems=problems_of(facts),
        personal=facts.personal,
    )
    document.fetch = lambda: facts.content() or again()
    del document.value, document.survey
    return document


def _first(known: Document | None, other: Document) -> Document:
    """Which of two documents of one kind is used: the one with the usual name; the other says so."""
    if known is None:
        return other
    usual = KINDS[other.kind].stem
    used, copy = (other, known) if PurePosixPath(other.file).stem == usual else (known, other)
    twin = FileProblem("DATA016", "twin", ("kind",), None, {"file": used.file})
    copy.problems = (*copy.problems, twin)
    return used


def load_untracked(path: Path, kind: str) -> Document | None:
    """A file that Git ignores (contacts, private notes), where it is there and readable."""
    try:
        facts = facts_of(path.read_bytes(), kind)
    except OSError:
        return None
    return _document(path.name, facts, lambda: (None, {}))


def _names_of(organisation: Node) -> list[str]:
    names = organisation["names"].value
    written = list(names.values()) if isinstance(names, dict) else [names]
    return [name for name in [*written, *organisation["aliases"].words] if isinstance(name, str) and name]


__all__ = [
    "PROGRAMME_FILE",
    "Case",
    "FileProblem",
    "Notice",
    "PairingFolder",
    "Workspace",
    "find_root",
    "guess_kind",
    "load_untracked",
    "load_workspace",
    "normalise",
]
