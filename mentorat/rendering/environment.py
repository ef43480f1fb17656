"""The template engine: the only module that knows Jinja2.

Templates are the tool's own, never a repository's, and are given dictionaries, lists and strings.
What they print is escaped without being asked: in HTML by the engine, in Markdown by `finalize`,
which leaves alone only what a Markdown function has written.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from mentorat import resources
from mentorat.i18n import Translator
from mentorat.loading import cache_folder
from mentorat.rendering import escape as escaping
from mentorat.rendering import said
from mentorat.rendering.dress import DIGEST, STYLE, dressed

FOLDERS = {"html": "html", "md": "markdown"}
"""Format -> the folder of its templates."""


View = Mapping[str, Any]


def fill(stem: str, format_: str, sides: Sequence[tuple[View, Translator]]) -> str:
    """A template filled with one view, or with two languages of it, as the text of a file.

    Two languages stand side by side in HTML, part by part; in Markdown one follows the other.
    """
    template = _environment(format_).get_template(f"{stem}.{format_}")
    if format_ == "html":
        views, says = [view for view, _ in sides], [_html_sentences(say) for _, say in sides]
        more = {"sides": views, "says": says, "rows": _rows(views), "style_here": Markup(STYLE)}
        written = template.render(views[0], _=says[0], digest_here=Markup(DIGEST), **more)
        written = dressed(written, views[0]["house"]["colour"])
    else:
        written = "\n\n---\n\n".join(template.render(view, _=say) for view, say in sides)
    lines = (line.rstrip() for line in written.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _rows(views: Sequence[View]) -> list[list[Any]]:
    """The parts of a page; those that say the same in two languages stand in one row.

    What is said in one of the languages alone has nothing beside it.
    """
    sides = [
        {part["anchor"].removesuffix(f"-{view['doc_lang']}" if at else ""): part for part in view["parts"]}
        for at, view in enumerate(views)
    ]
    return [
        [side.get(anchor) for side in sides] for anchor in dict.fromkeys(a for side in sides for a in side)
    ]


def _html_sentences(translate: Translator) -> Any:
    """Translated sentences for HTML; what is filled in is escaped unless it is markup already."""
    return lambda message, **values: escape(translate(message)).format(**values)


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, where the keys of a view come before the methods of dictionaries."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


@functools.cache
def _environment(format_: str) -> ImmutableSandboxedEnvironment:
    html = format_ == "html"
    environment = _Environment(
        loader=FileSystemLoader(resources.folder("templates") / FOLDERS[format_]),
        autoescape=html,
        undefined=StrictUndefined,
        finalize=_finalize_html if html else _finalize_markdown,
        bytecode_cache=_bytecode(),
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    if html:
        environment.filters |= {
            "said": said.html,
            "breakable": said.breakable,
            "paragraphs": paragraphs,
            "page": escaping.page,
        }
    else:
        environment.filters |= {
            "inline": escaping.inline,
            "text": escaping.text,
            "cell": escaping.cell,
            "heading": escaping.heading,
            "code": escaping.code,
            "mermaid": escaping.mermaid,
            "said": said.markdown,
            "written": escaping.Markdown,
            "pad": lambda depth: escaping.Markdown("  " * depth),
            "paragraphs": paragraphs,
            "page": escaping.page,
        }
    return environment


def _finalize_html(value: object) -> object:
    return escaping.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _finalize_markdown(value: object) -> object:
    return value if isinstance(value, escaping.Markdown) else escaping.inline(value)


def _bytecode() -> FileSystemBytecodeCache | None:
    """Compiled templates in the user's own folder, never in a programme's; without one, none are kept."""
    folder = cache_folder() / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text; single line breaks stay within them."""
    return [part.strip("\n") for part in re.split(r"\n[ \t]*\n", text) if part.strip()]
