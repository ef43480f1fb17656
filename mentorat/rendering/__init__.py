"""The method's documents as Markdown and accessible HTML, for those who may read them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypedDict, Unpack

from mentorat.i18n import Translator, translator
from mentorat.nodes import Unreadable
from mentorat.rendering.audience import AUDIENCES
from mentorat.rendering.files import Written, stale, write
from mentorat.rendering.page import NotRendered

if TYPE_CHECKING:
    from mentorat.case import Case
    from mentorat.rendering.targets import Target

FORMATS = ("md", "html")
"""Every format, by the ending of its files."""


class Options(TypedDict, total=False):
    """How to render: see `render`."""

    formats: Sequence[str]
    audience: str
    doc_lang: str
    translate_for: Callable[[str], Translator]


def render(
    target: Target | Case,
    what: str,
    *,
    formats: Sequence[str] = FORMATS,
    audience: str = "pairing",
    doc_lang: str = "fr",
    translate_for: Callable[[str], Translator] = translator,
) -> dict[str, str]:
    """One document, in some formats.

    Args:
        target: what the document belongs to: a pairing, or what `WHAT[what].belongs_to` says.
        what: a key of `views.WHAT`.
        formats: endings of `FORMATS`.
        audience: `public`, `pairing` or `internal`; what it may not read is left out and counted.
        doc_lang: the language of the document; where the tool does not speak it, its labels are English.
            Two of them, as in `fr+nl`, stand in one page.
        translate_for: the sentences of a language.

    Returns:
        The text of each file by its name below the folder of outputs: `<id>/<what>.<lang>.<ending>`.

    Raises:
        NotRendered: there is no such document, or this audience may not read it.
        Unreadable: the document is there and cannot be read.
    """
    from mentorat.rendering.environment import fill
    from mentorat.rendering.saying import Reader
    from mentorat.rendering.views import WHAT

    readers = [Reader(target, audience, lang, translate_for(lang)) for lang in doc_lang.split("+")]
    for reader in readers:
        reader.edition = doc_lang
    sides = [(WHAT[what].view(reader), reader.translate) for reader in readers]
    for (view, _), reader in zip(sides[1:], readers[1:], strict=True):
        view["parts"] = [{**part, "anchor": f"{part['anchor']}-{reader.doc_lang}"} for part in view["parts"]]
    stem = f"{target.id}/{what}" if target.id else what
    return {f"{stem}.{doc_lang}.{ending}": fill(WHAT[what].template, ending, sides) for ending in formats}


def render_with_linked(target: Target | Case, what: str, **options: Unpack[Options]) -> dict[str, str]:
    """One document as `render` makes it, and the pages that it links to, where they can be made."""
    from mentorat.rendering.targets import targets
    from mentorat.rendering.views import WHAT

    files = render(target, what, **options)
    linked = WHAT[what].leads_to
    for below in targets(target.workspace, WHAT[linked].belongs_to) if linked else ():
        with contextlib.suppress(NotRendered, Unreadable):
            files |= render(below, linked, **options)
    return files


__all__ = [
    "AUDIENCES",
    "FORMATS",
    "NotRendered",
    "Options",
    "Written",
    "render",
    "render_with_linked",
    "stale",
    "write",
]
