"""A site made piece by piece: every document once, then the pages that lead to them.

Each piece is a function of its own, so that whoever runs them can count them and write each file at once;
nothing but the names of what was made is kept until the last page.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from mentorat.board import Row
from mentorat.case import Case
from mentorat.i18n import Translator, translator
from mentorat.matching import WrongWeights
from mentorat.nodes import Unreadable
from mentorat.rendering import FORMATS, formats_of
from mentorat.rendering.documents.ranking import LABEL as COMPARISON
from mentorat.rendering.environment import fill
from mentorat.rendering.formats import Draft
from mentorat.rendering.formats.extras import NotInstalled
from mentorat.rendering.page import NotRendered
from mentorat.rendering.saying import Reader, View
from mentorat.rendering.site.calendar import calendar_file, calendar_view
from mentorat.rendering.site.leftovers import LIST, listed
from mentorat.rendering.site.matching import comparison_view, matching_view
from mentorat.rendering.site.overview import board_rows, overview_view
from mentorat.rendering.site.pairings import is_open, name_of, pairing_view, stem_of
from mentorat.rendering.site.places import (
    ACCESSIBILITY,
    CALENDAR,
    INDEX,
    ISSUES,
    MATCHING,
    NAMES,
    PRACTICES,
    Made,
    Place,
    Places,
    Trail,
)
from mentorat.rendering.targets import Pairing, Target, targets, visits_of
from mentorat.rendering.views import WHAT, What
from mentorat.workspace import Workspace

Files = dict[str, bytes]
"""Files by their names below the folder of the site."""
Piece = Callable[[], Files]

PARTNERS_ONLY = frozenset(
    {
        "network",
        "invitation",
        "training",
        "charter",
        "scope",
        "agenda",
        "runsheet",
        "visit",
        "handover",
        ISSUES,
    }
)
"""Papers that the partners work with: of the answers in them the public may read none."""
_OF_PAIRING = tuple(name for name, what in WHAT.items() if what.belongs_to == "pairing")
_OF_VISIT = tuple(name for name, what in WHAT.items() if what.belongs_to == "visit")
_OF_PROGRAMME = (PRACTICES, ISSUES, ACCESSIBILITY)


class Site:
    """The site of one programme for one audience.

    Args:
        workspace: the documents.
        audience: who will read it, a key of `AUDIENCES`.
        editions: its languages, or pairs of them; the first is that of `index.html`.
        formats: the files of which documents come beside their page (endings of `FORMATS`).
        translate_for: the sentences of a language.

    Attributes:
        unreadable: the files that could not be read, known when all pieces are made.
        lacking: what is not installed and would have made the calendar file.
    """

    def __init__(
        self,
        workspace: Workspace,
        *,
        audience: str = "public",
        editions: Sequence[str] = ("fr",),
        formats: Sequence[str] = ("html",),
        translate_for: Callable[[str], Translator] = translator,
    ) -> None:
        self.workspace = workspace
        self.audience = audience
        self.formats = tuple(ending for ending in FORMATS if ending == "html" or ending in formats)
        self.unreadable = [document.file for document in workspace.documents if not document.readable]
        self.lacking: NotInstalled | None = None
        self._translate_for = translate_for
        self._places = Places(audience, tuple(dict.fromkeys(editions)))
        self._cases = [case for case in workspace.cases() if is_open(case, audience)]
        self._names: set[str] = set()

    def pieces(self) -> list[Piece]:
        """What makes the site, in the order in which it has to be made."""
        found: list[Piece] = []
        rows = functools.cache(
            lambda: board_rows(self._reader(Target(self.workspace), self._places.editions[0]))
        )
        for edition in self._places.editions:
            drafts = self._programme_drafts(edition)
            self._places.pages = tuple(name for name in NAMES if name in drafts or self._is_ours(name))
            singles = [("strengths", MATCHING, mentor) for mentor in self._mentors()]
            singles += [("practice", PRACTICES, one) for one in targets(self.workspace, "practice")]
            found += [functools.partial(self._single, edition, *single) for single in singles]
            found += [functools.partial(self._pairing, edition, case, rows) for case in self._cases]
            found += [
                functools.partial(self._programme, edition, name, draft) for name, draft in drafts.items()
            ]
            found.append(functools.partial(self._overviews, edition, rows))
        return [functools.partial(self._noted, piece) for piece in found]

    def last(self) -> Files:
        """The list of all its files, by which the next run knows what is left over."""
        return {LIST: listed(self._names)}

    @property
    def names(self) -> frozenset[str]:
        """The files that were made."""
        return frozenset(self._names)

    def _noted(self, piece: Piece) -> Files:
        files = piece()
        self._names |= files.keys()
        return files

    # -------------------------------------------------------------- what there is

    def _is_ours(self, name: str) -> bool:
        candidates = self.audience != "public" and self.workspace.mentors
        return name == INDEX or bool(
            (name in (MATCHING, CALENDAR) and self._cases) or (name == MATCHING and candidates)
        )

    def _programme_drafts(self, edition: str) -> dict[str, Draft]:
        """The documents of the whole programme that this audience finds something in."""
        found = {}
        for name in _OF_PROGRAMME:
            draft = self._draft(Target(self.workspace), WHAT[name], edition)
            if self._offers(name) and self._has_content(draft):
                found[name] = draft
        return found

    def _offers(self, what: str) -> bool:
        return self.audience != "public" or what not in PARTNERS_ONLY

    def _mentors(self) -> Iterator[Target]:
        """The mentors whose profiles belong to the site: for the public, those that were chosen."""
        chosen = {strengths.document.id for case in self._cases if (strengths := case.strengths)}
        for mentor in targets(self.workspace, "mentor"):
            if self.audience != "public" or mentor.id in chosen:
                yield mentor

    def _has_content(self, draft: Draft) -> bool:
        """Whether a document is there, may be opened, and says anything to this audience."""
        try:
            return bool(draft.sides[0][0]["parts"])
        except NotRendered:
            return False
        except Unreadable as unreadable:
            if unreadable.file not in self.unreadable:
                self.unreadable.append(unreadable.file)
            return False

    # -------------------------------------------------------------- documents

    def _reader(self, target: Target | Case, edition: str) -> Reader:
        """Somebody who reads the (first) language of an edition."""
        lang = edition.partition("+")[0]
        return Reader(target, self.audience, lang, self._translate_for(lang))

    def _draft(self, target: Target | Case, what: What, edition: str) -> Draft:
        return Draft(target, what, self.audience, edition, self._translate_for)

    def _single(self, edition: str, name: str, above: str, target: Target) -> Files:
        """A document that stands for itself, below the page that leads to it."""
        reader = self._reader(target, edition)
        trail = [(reader.ours(NAMES[above]), above)] if above in self._places.pages else []
        return self._document(edition, name, target, trail)

    def _document(self, edition: str, name: str, target: Target, trail: Trail) -> Files:
        """One document in its formats, where there is something to read."""
        draft = self._draft(target, WHAT[name], edition)
        if not self._offers(name) or not self._has_content(draft):
            return {}
        place = Place(self._places, edition, f"{self._places.folder(target.id)}/{name}")
        return self._write(draft, name, target.id, place, trail)

    def _write(self, draft: Draft, name: str, id_: str, place: Place, trail: Trail = ()) -> Files:
        endings = tuple(ending for ending in self.formats if ending in formats_of(name))
        self._places.add(place, id_, Made(name, place.stem, draft.sides[0][0]["kind"], endings))
        others = (ending for ending in endings if ending != "html")
        files = {place.other(place.stem, ending): FORMATS[ending](draft) for ending in others}
        return files | {place.file: self._page(draft, place, trail, endings)}

    def _programme(self, edition: str, name: str, draft: Draft) -> Files:
        if name == PRACTICES:
            self._lead_to_sheets(draft, edition)
        return self._write(draft, name, "", Place(self._places, edition, name))

    def _lead_to_sheets(self, draft: Draft, edition: str) -> None:
        """The cards of the library lead to where the practice sheets are in this site."""
        end = f"/practice.{edition}"
        for view, _ in draft.sides:
            for card in _cards(view):
                card["page"] = self._places.folder(card["page"].removesuffix(end)) + end

    def _pairing(self, edition: str, case: Case, rows: Callable[[], Mapping[str, Row]]) -> Files:
        """A pairing: its documents, those of its visits, the comparison of its mentors, and its own page."""
        target, files = Pairing(case), Files()
        reader = self._reader(target, edition)
        place = Place(self._places, edition, stem_of(self._places, reader))
        above = [(name_of(reader), place.stem)]
        for name in _OF_PAIRING:
            files |= self._document(edition, name, target, above)
        for visit in visits_of(case):
            for name in _OF_VISIT:
                files |= self._document(edition, name, visit, above)
        files |= self._comparison(edition, case, above)
        row = rows()[case.id]
        what = What(lambda reader: pairing_view(reader, place, row), "site")
        return files | {place.file: self._page(self._draft(target, what, edition), place)}

    def _comparison(self, edition: str, case: Case, above: Trail) -> Files:
        """The ranking of the mentors, which names cities that were not chosen: never for the public."""
        if self.audience == "public" or not self.workspace.mentors:
            return {}
        draft = self._draft(case, What(comparison_view, "match"), edition)
        try:
            if not self._has_content(draft):
                return {}
        except WrongWeights:
            return {}
        place = Place(self._places, edition, f"{self._places.folder(case.id)}/{MATCHING}")
        label = draft.reader().translate(COMPARISON)
        made = Made(MATCHING, place.stem, label, ("html",))
        self._places.add(place, case.id, made)
        return {place.file: self._page(draft, place, above)}

    # -------------------------------------------------------------- pages about all of it

    def _overviews(self, edition: str, rows: Callable[[], Mapping[str, Row]]) -> Files:
        """The pages that tell of all pairings; the first of them last, when all is known."""
        files, target = self._calendar_file(edition), Target(self.workspace)
        file = bool(files)
        views: dict[str, Callable[[Reader, Place], View]] = {
            MATCHING: matching_view,
            CALENDAR: lambda reader, place: calendar_view(reader, place, file=file),
            INDEX: lambda reader, place: overview_view(reader, place, rows(), self.unreadable),
        }
        for stem, view in views.items():
            if stem in self._places.pages:
                place = Place(self._places, edition, stem)
                what = What(functools.partial(_seen, view, place), "site")
                files[place.file] = self._page(self._draft(target, what, edition), place)
        if edition == self._places.editions[0]:
            files["index.html"] = files[Place(self._places, edition, INDEX).file]
        return files

    def _calendar_file(self, edition: str) -> Files:
        """The dates for people's own calendars, where what writes them is installed."""
        if not self._cases:
            return {}
        try:
            data = calendar_file(self._reader(Target(self.workspace), edition))
        except NotInstalled as lacking:
            self.lacking = lacking
            return {}
        return {Place(self._places, edition, "site").other("site", "ics"): data}

    def _page(self, draft: Draft, place: Place, trail: Trail = (), endings: Sequence[str] = ()) -> bytes:
        """A document as a page of the site."""
        (view, translate), *others = draft.sides
        around = place.around(draft.reader(), trail, endings)
        sides = [({**view, "site": around}, translate), *others]
        return fill(draft.what.template, "html", sides).encode()


def _seen(view: Callable[[Reader, Place], View], place: Place, reader: Reader) -> View:
    return view(reader, place)


def _cards(view: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The cards of a library."""
    for part in view["parts"]:
        for block in part["blocks"]:
            yield from block.get("cards", ())
