"""The method's documents as pages, calendars and lists, for those who may read them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypedDict, Unpack

from mentorat.i18n import Translator, translator
from mentorat.nodes import Unreadable
from mentorat.rendering import formats
from mentorat.rendering.audience import AUDIENCES
from mentorat.rendering.files import Written, stale, write
from mentorat.rendering.formats.extras import NotInstalled
from mentorat.rendering.page import NotRendered

if TYPE_CHECKING:
    from mentorat.case import Case
    from mentorat.rendering.targets import Target

FORMATS: dict[str, formats.Writer] = {
    "md": formats.markdown,
    "html": formats.html,
    "pdf": formats.printed,
    "ics": formats.calendar,
    "csv": formats.sheet,
}
"""The ending of a file -> what writes it."""
PAGES = ("md", "html")
"""The formats in which every document comes without more ado."""


class Options(TypedDict, total=False):
    """How to render: see `export`."""

    formats: Sequence[str]
    audience: str
    doc_lang: str
    translate_for: Callable[[str], Translator]


def formats_of(what: str) -> tuple[str, ...]:
    """The formats in which a document comes: pages always, dates and lists where it has them."""
    from mentorat.rendering.views import WHAT

    without = {"ics": WHAT[what].calendar is None, "csv": WHAT[what].sheet is None}
    return tuple(ending for ending in FORMATS if not without.get(ending))


def render(target: Target | Case, what: str, **options: Unpack[Options]) -> dict[str, str]:
    """One document as texts, in formats that are texts: see `export`."""
    return {name: data.decode() for name, data in export(target, what, **options).items()}


def render_with_linked(target: Target | Case, what: str, **options: Unpack[Options]) -> dict[str, str]:
    """One document as texts, and those that it links to: see `export_with_linked`."""
    return {name: data.decode() for name, data in export_with_linked(target, what, **options).items()}


def export(target: Target | Case, what: str, **options: Unpack[Options]) -> dict[str, bytes]:
    """One document, in some formats.

    Args:
        target: what the document belongs to: a pairing, or what `WHAT[what].belongs_to` says.
        what: a key of `views.WHAT`.
        options: `formats`, endings of `formats_of(what)` (default: `PAGES`); `audience`, `public`,
            `pairing` (the default) or `internal`: what it may not read is left out and counted;
            `doc_lang`, the language of the document (default: `fr`): where the tool does not speak it, its
            labels are English, and two of them, as in `fr+nl`, stand in one page; `translate_for`, the
            sentences of a language.

    Returns:
        Each file by its name below the folder of outputs: `<id>/<what>.<lang>.<ending>`.

    Raises:
        NotRendered: there is no such document, or this audience may not read it.
        NotInstalled: a format needs more than is installed.
        Unreadable: the document is there and cannot be read.
    """
    from mentorat.rendering.views import WHAT

    lang = options.get("doc_lang", "fr")
    audience, speak = options.get("audience", "pairing"), options.get("translate_for", translator)
    draft = formats.Draft(target, WHAT[what], audience, lang, speak)
    stem = f"{target.id}/{what}" if target.id else what
    return {f"{stem}.{lang}.{ending}": FORMATS[ending](draft) for ending in options.get("formats", PAGES)}


def export_with_linked(target: Target | Case, what: str, **options: Unpack[Options]) -> dict[str, bytes]:
    """One document as `export` makes it, and the pages that it links to, where they can be made."""
    from mentorat.rendering.targets import targets
    from mentorat.rendering.views import WHAT

    files = export(target, what, **options)
    linked = WHAT[what].leads_to
    for below in targets(target.workspace, WHAT[linked].belongs_to) if linked else ():
        with contextlib.suppress(NotRendered, Unreadable):
            files |= export(below, linked, **options)
    return files


__all__ = [
    "AUDIENCES",
    "FORMATS",
    "PAGES",
    "NotInstalled",
    "NotRendered",
    "Options",
    "Written",
    "export",
    "export_with_linked",
    "formats_of",
    "render",
    "render_with_linked",
    "stale",
    "write",
]
