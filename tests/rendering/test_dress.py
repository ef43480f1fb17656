"""A page carries the part of the style sheet that it uses, and no more."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorat import resources
from mentorat.rendering.dress import DIGEST, STYLE, dressed, sheet, stylesheet


def style(body: str) -> str:
    found = re.search(r"<style>(.*?)</style>", dressed(f"<style>{STYLE}</style><i>{DIGEST}</i>{body}"))
    assert found
    return found[1]


def test_a_rule_stands_where_its_class_does() -> None:
    assert ".card{" not in style("<p>")
    assert ".card{" in style('<section class="card">')
    assert "@page plain" not in style("<main>")
    assert "@page plain" in style('<body class="plain">')
    assert "#table{" not in style("<table>")
    assert "#table," in style('<section id="table"><main></main><footer></footer>')


def test_text_is_no_class() -> None:
    assert ".card{" not in style("<p>class=&#34;card&#34;</p>")


def test_nothing_is_lost_on_a_page_that_has_all() -> None:
    """Every rule of the sheet is worn by some page, and the parts of the sheet are the whole of it."""
    css = stylesheet()
    names = sorted(
        {name for block in sheet() for rule in block.rules for need in rule.needs for name in need}
    )
    body = "".join(
        f'<b class="{name[1:]}">'
        if name[0] == "."
        else f'<b id="{name[1:]}">'
        if name[0] == "#"
        else f"<{name}>"
        for name in names
        if name != "*"
    )
    assert style(body) == css


def test_every_class_of_the_sheet_is_used_somewhere() -> None:
    """A class that no template and no view names any more is taken out of the sheet."""
    sources = [path.read_text("utf-8") for path in resources.folder("templates").rglob("*.html")]
    package = resources.folder("schemas").parent / "mentorat"
    sources += [path.read_text("utf-8") for path in package.rglob("*.py")]
    words = set(re.findall(r"[\w-]+", "\n".join(sources)))
    classes = {
        name[1:]
        for block in sheet()
        for rule in block.rules
        for need in rule.needs
        for name in need
        if name[0] == "."
    }
    made = {f"w{share}" for share in range(0, 101, 5)} | {
        f"{letter}{n}" for letter in "ps" for n in range(1, 5)
    }
    assert classes - words - made == set()


@pytest.mark.parametrize("sign", [STYLE, DIGEST])
@given(st.text())
def test_no_text_can_stand_where_the_style_goes(sign: str, text: str) -> None:
    """Control characters never reach a page as they are."""
    from mentorat.rendering.escape import visible

    assert sign not in visible(f"{text}{sign}{text}")
