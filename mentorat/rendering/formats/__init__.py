"""A document on its way into files: what is made of it in each format."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from mentorat.i18n import Translator

if TYPE_CHECKING:
    from mentorat.case import Case
    from mentorat.rendering.saying import Reader
    from mentorat.rendering.targets import Target
    from mentorat.rendering.views import What

Side = tuple[Mapping[str, Any], Translator]
"""A page in one language, and the sentences of that language."""


class Draft:
    """One document for one audience in one language, or in two; it is worked out only once."""

    def __init__(
        self,
        target: Target | Case,
        what: What,
        audience: str,
        doc_lang: str,
        translate_for: Callable[[str], Translator],
    ) -> None:
        self.what = what
        self._target = target
        self._audience = audience
        self._doc_lang = doc_lang
        self._translate_for = translate_for

    def reader(self, lang: str = "") -> Reader:
        """Somebody who reads it for the first time; where no language is named, the first one."""
        from mentorat.rendering.saying import Reader

        lang = lang or self._doc_lang.split("+")[0]
        reader = Reader(self._target, self._audience, lang, self._translate_for(lang))
        reader.edition = self._doc_lang
        return reader

    @functools.cached_property
    def sides(self) -> list[Side]:
        """The page in each of its languages."""
        readers = [self.reader(lang) for lang in self._doc_lang.split("+")]
        views = [self.what.view(reader) for reader in readers]
        for view, reader in zip(views[1:], readers[1:], strict=True):
            view["parts"] = [
                {**part, "anchor": f"{part['anchor']}-{reader.doc_lang}"} for part in view["parts"]
            ]
        return [(view, reader.translate) for view, reader in zip(views, readers, strict=True)]

    def page(self, ending: str) -> str:
        """The page by its template."""
        from mentorat.rendering.environment import fill

        return fill(self.what.template, ending, self.sides)


Writer = Callable[[Draft], bytes]


def markdown(draft: Draft) -> bytes:
    """A page for other tools, and for reading where files are kept."""
    return draft.page("md").encode()


def html(draft: Draft) -> bytes:
    """A page for the browser, whole in one file."""
    return draft.page("html").encode()


def printed(draft: Draft) -> bytes:
    """The same page to print and to file away (raises `NotInstalled`)."""
    from mentorat.rendering.formats import pdf

    return pdf.write(draft.page("html"))


def calendar(draft: Draft) -> bytes:
    """Its dates for a calendar (raises `NotInstalled`)."""
    from mentorat.rendering.formats import ics

    reader = draft.reader()
    return ics.write(reader, draft.what.calendar(reader)) if draft.what.calendar else b""


def sheet(draft: Draft) -> bytes:
    """Its list for a spreadsheet."""
    from mentorat.rendering.formats import csv

    reader = draft.reader()
    return csv.write(draft.what.sheet(reader), reader.locale.decimal) if draft.what.sheet else b""
