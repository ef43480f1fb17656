"""No text that a person can write is read as markup, and every text is shown as it was written."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mentorat.rendering import escape

ENGINE = MarkdownIt("commonmark").enable(["table", "strikethrough"])

NASTY = [
    "<script>alert(1)</script>", "http://a.b\\<a href=x\\>", "https://example.org/?a=1&b=2", "www.example.org",
    "a|b\\|c", "`code`", "``", "**bold** __bold__ *i* _i_", "![x](javascript:alert(1))", "[x](y)", "[x]: y",
    "# heading #", "- item", "+ item", "* item", "1. item", "23) item", "===", "---", "> quote", "&copy; &#60;b&#62;",
    ":smile:", "10:30", "=HYPERLINK(1)", "~~gone~~", "$x^2$", "@somebody and a.b@c.example", "{% raw %} {{ x }}",
    "\\", "\\\\*", "line\nbreak", "line\n\n# heading", "tab\there", "trailing \\", "<!-- x", "&lt;", "a  \nb", "!",
    "Nous avons\u202f: « oui »", "\u0645\u0631\u062d\u0628\u0627", "é", "e\u0301", ": definition", "==marked==",
    "| a | b |\n|---|---|", "```\ncode\n```", "<https://a.b>", "mailto:a@b.c", "http&#58;//x", "1\\. x", "#1", "xmpp:a@b",
]  # fmt: skip
SIGNS = "\\`*_[]{}()#!|~$^&<>:=@+-.1)w/\"' \n\tab\u00a0é"
texts = st.one_of(
    st.text(alphabet=SIGNS, max_size=25),
    st.text(max_size=25),
    st.lists(st.sampled_from(NASTY), min_size=1, max_size=3).map("".join),
)


def shown(tokens: list[Token]) -> str:
    """What a reader sees of inline tokens; anything but text, line breaks and entities is a failure."""
    seen = ""
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                seen += token.content
            case "softbreak":
                seen += " "
            case "html_inline" if token.content == "<br>":
                seen += "\n"
            case _:
                pytest.fail(f"{token.type} {token.content!r}")
    return seen.replace("@\u2060", "@")


def expected(value: str, *, lines: bool) -> str:
    """The text itself, with its spaces as any browser shows them."""
    plain = escape.visible(value).strip()
    kept = [re.sub("[ \t\n]+", " ", line).strip() for line in (plain.split("\n") if lines else [plain])]
    return "\n".join(kept)


def parse(markdown: str, kinds: list[str]) -> list[Token]:
    """The tokens, which must be blocks of exactly these kinds."""
    tokens = ENGINE.parse(markdown)
    assert [token.type for token in tokens if token.type != "inline"] == kinds, markdown
    return [token for token in tokens if token.type == "inline"]


@settings(max_examples=1500, deadline=None)
@given(texts)
def test_text_is_a_paragraph_that_says_just_that(value: str) -> None:
    written = escape.text(value)
    if expected(value, lines=True):
        [inline] = parse(written, ["paragraph_open", "paragraph_close"])
        assert shown(inline.children or []) == expected(value, lines=True)


@settings(max_examples=1500, deadline=None)
@given(texts, texts)
def test_cells_stay_in_their_table(first: str, second: str) -> None:
    table = f"| A | B |\n| --- | --- |\n| {escape.cell(first)} | {escape.cell(second)} |\n"
    row = ["tr_open", "td_open", "td_close", "td_open", "td_close", "tr_close"]
    head = [kind.replace("td", "th") for kind in row]
    frame = [
        "table_open",
        "thead_open",
        *head,
        "thead_close",
        "tbody_open",
        *row,
        "tbody_close",
        "table_close",
    ]
    cells = parse(table, frame)[2:]
    assert [shown(cell.children or []) for cell in cells] == [
        expected(v, lines=True) for v in (first, second)
    ]


@settings(max_examples=800, deadline=None)
@given(texts)
def test_inline_within_a_list_and_a_strong_label(value: str) -> None:
    if not expected(value, lines=False):
        return
    frame = [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
        "paragraph_close",
        "list_item_close",
        "bullet_list_close",
    ]
    [token] = parse(f"- **Label:** {escape.inline(value)}\n", frame)
    children = token.children or []
    assert [child.type for child in children[1:4]] == ["strong_open", "text", "strong_close"]
    assert shown(children[4:]).strip() == expected(value, lines=False)
    [token] = parse(f"- {escape.text(value)}\n", frame)
    assert shown(token.children or []) == expected(value, lines=True)


@settings(max_examples=800, deadline=None)
@given(texts)
def test_heading_stays_a_heading(value: str) -> None:
    [token] = parse(f"## 1. {escape.heading(value)}\n", ["heading_open", "heading_close"])
    assert shown(token.children or []) == f"1. {expected(value, lines=False)}".rstrip()


@settings(max_examples=800, deadline=None)
@given(texts)
def test_code_is_one_code_span(value: str) -> None:
    if not expected(value, lines=False):
        return
    [token] = parse(f"See {escape.code(value)}.\n", ["paragraph_open", "paragraph_close"])
    first, span, last = token.children or []
    assert (first.content, span.type, last.content) == ("See ", "code_inline", ".")
    assert span.content == expected(value, lines=False)


@settings(max_examples=800, deadline=None)
@given(texts, texts)
def test_link_leads_where_it_says(title: str, end: str) -> None:
    address = f"https://example.org/{end}"
    target = escape.url(address)
    if not target or not expected(title, lines=False):
        return
    [token] = parse(f"- {escape.link(title, address)}\n", [
        "bullet_list_open", "list_item_open", "paragraph_open", "paragraph_close", "list_item_close", "bullet_list_close",
    ])  # fmt: skip
    opening, *said, closing = token.children or []
    assert (opening.type, closing.type) == ("link_open", "link_close")
    assert str(opening.attrs["href"]).isascii()
    assert shown(said) == expected(title, lines=False)


@pytest.mark.parametrize("value", NASTY)
def test_nothing_is_linked_by_an_engine_that_links_bare_addresses(value: str) -> None:
    written = escape.text(value)
    assert not re.search(r"(?i)\b(https?|ftp|xmpp|mailto):", written)
    assert not re.search(r"(?i)\bwww\.", written)


@given(st.text())
def test_visible_leaves_nothing_invisible_and_changes_nothing_else(value: str) -> None:
    seen = escape.visible(value)
    seen.encode("utf-8")
    assert escape.visible(seen) == seen
    assert not [
        sign for sign in seen if unicodedata.category(sign) in ("Cc", "Cs", "Co") and sign not in "\n\t"
    ]


def test_visible_names_what_it_shows() -> None:
    assert escape.visible("a\x1b[31m\u202eb\ud800\r\nc") == "a⟦U+001B⟧[31m⟦U+202E⟧b⟦U+D800⟧\nc"
    assert escape.visible("می\u200cخواهم e\u0301") == "می\u200cخواهم é"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "java\nscript:x", "data:text/html,x", "vbscript:x",
        "file:///etc/passwd", "//evil.example", "/etc/passwd", "http:///x", "http://user:word@evil.example/", "ftp://a.b",
        "http://a b/", "http://[x", "http://a.b:port/", "http://\u202eevil.example", "mailto:", "mailto:a", "", "https:", "x",
        "http://a..b/", "http://<b>/", "\x01javascript:x",
    ],
)  # fmt: skip
def test_url_refuses_what_is_no_plain_address(address: str) -> None:
    assert escape.url(address) == ""


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://inclucities.eu", "https://inclucities.eu"),
        ("HTTP://Example.org:8080/a(b)?q=1&r=2#x", "http://Example.org:8080/a(b)?q=1&r=2#x"),
        ("https://a.b/x\"><b>|[1]`\\", "https://a.b/x%22%3E%3Cb%3E%7C%5B1%5D%60%5C"),
        ("https://ville.example/été?p=50%", "https://ville.example/%C3%A9t%C3%A9?p=50%25"),
        ("mailto:mairie@ville.example", "mailto:mairie@ville.example"),
    ],
)  # fmt: skip
def test_url_keeps_what_is_one(address: str, target: str) -> None:
    assert escape.url(address) == target
    assert html.escape(target, quote=True).count("<") == 0
