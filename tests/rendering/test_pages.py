"""Plan and needs analysis as they are handed out: whole pages, hostile texts, faulty drafts."""

from __future__ import annotations

import itertools
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mentorat.case import Case
from mentorat.model.documents import KINDS
from mentorat.nodes import is_placeholder
from mentorat.rendering import escape, render
from mentorat.rendering.views import WHAT
from mentorat.shape import document
from tests.rendering.programme import filled, load, put
from tests.rendering.test_escape import NASTY

SNAPSHOTS = Path(__file__).parent / "snapshots"
ENGINE = MarkdownIt("commonmark").enable(["table", "strikethrough"])
KIND = {"needs": "needs-analysis", "plan": "action-plan"}
BOTH = pytest.mark.parametrize("what", KIND)


@BOTH
@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("audience", ["public", "pairing"])
def test_pages_are_as_they_were(what: str, lang: str, audience: str) -> None:
    """`SNAPSHOTS=write pytest tests/rendering` writes them anew; read the difference before keeping it."""
    for name, text in render(load(), what, audience=audience, doc_lang=lang).items():
        path = SNAPSHOTS / audience / Path(name).name
        shown = re.sub(r"<style>.*?</style>|'sha256-[^']*'", "", text, flags=re.DOTALL)
        if os.environ.get("SNAPSHOTS") == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(shown.encode())
        assert shown.encode() == path.read_bytes(), f"{path.name} has changed: SNAPSHOTS=write writes it anew"


# ------------------------------------------------------------------ structure

DRAWN = {"svg", "desc", "polygon", "polyline", "line", "circle", "rect", "text"}
SIZES = {
    "width", "height", "viewbox", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "fill", "stroke",
    "text-anchor", "font-size",
}  # fmt: skip
VOID = {"meta", "br", "img", "wbr"}
ALLOWED = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "header",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "main",
    "section",
    "footer",
    "nav",
    "ul",
    "li",
    "dl",
    "div",
    "dt",
    "dd",
    "strong",
    "small",
    "span",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "br",
    "img",
    "wbr",
    "ol",
    "figure",
    "figcaption",
    *DRAWN,
}


class Page(HTMLParser):
    """A page as a browser reads it; anything not of our templates is a failure."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.links: list[str] = []
        self.headings: list[int] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        for name, value in attrs:
            assert (name in SIZES and tag in DRAWN) or name in {
                "lang", "dir", "href", "class", "id", "scope", "colspan", "rowspan", "role", "aria-label", "tabindex",
                "charset", "content", "http-equiv", "name", "src", "alt", "aria-hidden",
            }, name  # fmt: skip
            if name == "href":
                self.links.append(value or "")
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data


@BOTH
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_headings_follow_each_other(what: str, audience: str) -> None:
    for text in render(load(), what, formats=["html"], audience=audience).values():
        levels = Page(text).headings
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def tokens(markdown: str) -> list[Token]:
    return [part for token in ENGINE.parse(markdown) for part in (token, *(token.children or []))]


@BOTH
@pytest.mark.parametrize("nasty", NASTY)
def test_hostile_texts_are_shown_and_nothing_more(what: str, nasty: str) -> None:
    case = load()
    for kind in (KIND[what], "pairing", "scope", "follow-up"):
        put(case, kind, filled(kind, nasty.replace("{", "{{").replace("}", "}}")))
    case.workspace.programme.document.value |= {"name": nasty, "disclaimer": nasty}
    harmless = render_filled(what, "x")
    files = render(case, what, audience="internal", doc_lang="en")
    for name, text in files.items():
        if name.endswith(".html"):
            page = Page(text)
            assert is_placeholder(nasty) or plain(page.text).count(plain(escape.visible(nasty))) >= 10
            assert {link.split(":")[0] for link in page.links if link[0] != "#"} <= {"https", "mailto"}
        else:
            found = tokens(text)
            assert {token.content for token in found if token.type.startswith("html")} <= {"<br>"}
            gaps = {"em_open", "em_close"} if is_placeholder(nasty) else set()
            allowed = {"html_inline", "text_special", "link_open", "link_close", *gaps}
            assert {token.type for token in found} <= harmless | allowed
            links = [str(token.attrs["href"]) for token in found if token.type == "link_open"]
            assert all(link.startswith(("https://", "mailto:")) for link in links)


def render_filled(what: str, text: str) -> set[str]:
    """The kinds of Markdown tokens of a harmless document."""
    case = load()
    put(case, KIND[what], filled(KIND[what], text))
    return {
        token.type
        for page in render(case, what, formats=["md"], audience="internal").values()
        for token in tokens(page)
    }


# ------------------------------------------------------------------ drafts of any shape

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False),
    st.text(max_size=12),
    st.sampled_from(["2021", "2021-13-40", "à compléter", "private", "fr"]),
)


def shapes(kind: str) -> st.SearchStrategy[Any]:
    """Values whose keys are those of the questions, and whose forms are anything."""
    keys = sorted(
        {key for field in [document(kind), *_fields(kind)] for key in field.children}
        | {"none", "unknown", "x"}
    )
    return st.recursive(
        scalars,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(keys), inner, max_size=4)
        ),
        max_leaves=12,
    )


def _fields(kind: str) -> list[Any]:
    from mentorat import shape

    return [field for field in shape.walk(document(kind)) if field.children]


case_of_drafts: list[Case] = []


@BOTH
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_draft_is_too_odd(what: str, data: st.DataObject) -> None:
    case = case_of_drafts[0] if case_of_drafts else load()
    case_of_drafts[:] = [case]
    kind = KIND[what]
    top = st.fixed_dictionaries({}, optional={key: shapes(kind) for key in document(kind).children})
    put(case, kind, {**data.draw(top), "visibility": None})
    audience = data.draw(st.sampled_from(["public", "pairing", "internal"]))
    for name, text in render(case, what, audience=audience, doc_lang="en").items():
        text.encode()
        if name.endswith(".html"):
            Page(text)
        else:
            assert {token.content for token in tokens(text) if token.type.startswith("html")} <= {"<br>"}


# ------------------------------------------------------------------ words


def test_every_kind_of_output_has_its_templates() -> None:
    from mentorat import resources

    folder = resources.folder("templates")
    for what in WHAT.values():
        assert (folder / "html" / f"{what.template}.html").is_file()
        assert (folder / "markdown" / f"{what.template}.md").is_file()


def test_a_language_without_sentences_has_english_labels_and_marks_what_is_not_its_own() -> None:
    files = render(load(), "needs", doc_lang="nl")
    page = files["valmont-rijkhoven/needs.nl.html"]
    assert '<html lang="en">' in page
    assert '<span lang="nl">Vrijwilligers haken af.</span>' in page
    assert '<span lang="nl">Rijkhoven</span>' in page
    assert "in French" in page


def test_each_text_says_its_language() -> None:
    page = render(load(), "needs", formats=["html"], doc_lang="en")["valmont-rijkhoven/needs.en.html"]
    assert '<span lang="fr">Deux soirées d&#39;écoute</span>' in page
    assert (
        '<span lang="nl">Vrijwilligers haken af.</span> <small class="mark">(not translated, in Dutch)</small>'
        in page
    )
    case = load()
    put(case, "needs-analysis", {"title": {"ar": "مرحبا"}})
    page = render(case, "needs", formats=["html"], doc_lang="en")["valmont-rijkhoven/needs.en.html"]
    assert '<span lang="ar" dir="rtl">مرحبا</span>' in page


def test_gaps_name_who_is_to_fill_them_and_when() -> None:
    case = load()
    put(case, "needs-analysis", {"items": [{"id": "a", "title": "Parler", "problem": "…"}]})
    text = render(case, "needs", formats=["md"], doc_lang="en")["valmont-rijkhoven/needs.en.md"]
    assert re.search(
        r"Not answered yet:\*\*\n  - Problem, Kind, .* \(Mentee city · step: Needs analysis\)", text
    )
    case.pairing.document.value["state"] = "ended"
    text = render(case, "needs", formats=["md"], doc_lang="en")["valmont-rijkhoven/needs.en.md"]
    assert "Not answered yet" not in text
    assert "*Not answered.*" in text


def test_kinds_of_documents_are_known() -> None:
    assert set(KIND.values()) <= set(KINDS)
