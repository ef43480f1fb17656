"""Where the pages of a site are, and what surrounds each: the navigation, the way back, the other languages."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, field

from mentorat.i18n import N_
from mentorat.rendering.locales import AUTONYMS
from mentorat.rendering.saying import Reader, View
from mentorat.slugs import slug

INDEX, MATCHING, PRACTICES = "index", "matching", "practices"
CALENDAR, ISSUES, ACCESSIBILITY = "calendar", "issues", "accessibility"
NAMES: dict[str, str] = {
    INDEX: N_("Overview"),
    MATCHING: N_("Matching"),
    PRACTICES: N_("Good practices"),
    CALENDAR: N_("Calendar"),
    ISSUES: N_("Issues raised"),
    ACCESSIBILITY: N_("Accessibility"),
}
"""The pages of the navigation, in its order; each is the stem of a file as well."""

Trail = Sequence[tuple[View, str]]
"""The pages above a page: what each is called, and its stem."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document that the site has in one edition: which, the stem of its files, its name, their endings."""

    what: str
    stem: str
    label: str
    endings: tuple[str, ...]


@dataclass(slots=True)
class Places:
    """The places of one site.

    `editions` are languages, or pairs of them; `pages` those of `NAMES` that the site has; `made` is filled
    while documents are made: edition and id of what they belong to -> the documents.
    """

    audience: str
    editions: tuple[str, ...]
    pages: tuple[str, ...] = ()
    made: dict[tuple[str, str], list[Made]] = field(default_factory=dict)
    _folders: dict[str, str] = field(default_factory=dict)

    def folder(self, id_: str) -> str:
        """The folder of a pairing, a visit, a mentor or a practice: its id in Latin letters."""
        if id_ not in self._folders:
            name = "/".join(slug(step) or "x" for step in id_.split("/"))
            while name in self._folders.values():
                name += "-2"
            self._folders[id_] = name
        return self._folders[id_]

    def add(self, place: Place, id_: str, made: Made) -> None:
        """Note a document that was made of something."""
        self.made.setdefault((place.edition, id_), []).append(made)

    def documents(self, edition: str, id_: str) -> list[Made]:
        """The documents made of something, in the order of the command line."""
        return self.made.get((edition, id_), [])

    def has(self, edition: str, id_: str, what: str) -> str:
        """The stem of one document ("" where the site has none)."""
        return next((made.stem for made in self.documents(edition, id_) if made.what == what), "")


@dataclass(frozen=True, slots=True)
class Place:
    """One page in one edition: from here its links lead on."""

    places: Places
    edition: str
    stem: str

    @property
    def file(self) -> str:
        """Its file, below the folder of the site."""
        return self.other(self.stem)

    def other(self, stem: str, ending: str = "html") -> str:
        """Another file of the same edition."""
        return f"{stem}.{self.edition}.{ending}"

    def way(self, stem: str, ending: str = "html", edition: str = "") -> str:
        """The way from here to another file of the site."""
        file = f"{stem}.{edition or self.edition}.{ending}"
        return posixpath.relpath(file, posixpath.dirname(self.stem) or ".")

    def link(self, text: View, stem: str) -> View:
        """A text that leads to another page."""
        return {**text, "page": self.way(stem)}

    def downloads(self, reader: Reader, made: Made) -> View:
        """A document by its name, with its other formats behind it."""
        formats = self._formats(reader, made.stem, made.endings)
        return self.link(reader.plain(made.label, details=formats), made.stem)

    def _formats(self, reader: Reader, stem: str, endings: Sequence[str]) -> list[View]:
        """The ways to the files that stand beside a page."""
        others = [ending for ending in endings if ending != "html"]
        return [reader.plain(_FORMATS[ending], page=self.way(stem, ending)) for ending in others]

    def around(self, reader: Reader, trail: Trail, endings: Sequence[str]) -> View:
        """What the templates put around the page; `endings` are those of its files."""
        others = [edition for edition in self.places.editions if edition != self.edition]
        return {
            "pages": [
                {
                    "name": reader.translate(NAMES[stem]),
                    "page": self.way(stem),
                    "here": stem == self.stem,
                }
                for stem in self.places.pages
            ],
            "trail": [self.link(text, stem) for text, stem in self._above(reader, trail)],
            "formats": self._formats(reader, self.stem, endings),
            "language": _language(self.edition),
            "languages": [
                {
                    "name": _language(edition),
                    "lang": _lang(edition),
                    "page": self.way(self.stem, "html", edition),
                }
                for edition in others
            ],
            "closed": self.places.audience != "public",
        }

    def _above(self, reader: Reader, trail: Trail) -> Trail:
        return [] if self.stem == INDEX else [(reader.ours(NAMES[INDEX]), INDEX), *trail]


_FORMATS = {"md": "Markdown", "html": "HTML", "pdf": "PDF", "ics": "iCalendar", "csv": "CSV"}


def _language(edition: str) -> str:
    """What the language of an edition calls itself; of two, both."""
    return " + ".join(AUTONYMS.get(lang.split("-")[0], lang) for lang in edition.split("+"))


def _lang(edition: str) -> str:
    """The code of an edition in one language ("" for one in two)."""
    return "" if "+" in edition else edition
