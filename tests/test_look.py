"""A programme's own look: colours that can be read, pictures that cannot do anything."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorat import look, svg
from mentorat.checking import check
from mentorat.rendering import render
from mentorat.rendering.dress import DIGEST, STYLE, dressed, stylesheet
from mentorat.workspace import Workspace
from tests.rendering.programme import AS_OF, load
from tests.rendering.test_pages import Page

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'

# ------------------------------------------------------------------ colour


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    light, dark = re.findall(r":root\{([^}]*)\}", stylesheet())[:2]
    for block, paper, panel in (
        (light, look.PAPER, look.PANEL),
        (dark, look.DARK_PAPER, look.DARK_PANEL),
    ):
        assert f"--paper:{paper}" in block
        assert f"--panel:{panel}" in block


@pytest.mark.parametrize(
    ("written", "read"),
    [("#1F4A7F", "#1f4a7f"), (" #abc ", "#aabbcc"), ("red", ""), ("#12345", ""), ("", ""), ("#fff;}", "")],
)
def test_colours_are_hexadecimal_digits(written: str, read: str) -> None:
    assert look.colour(written) == read


def test_contrast_is_that_of_the_guidelines() -> None:
    assert look.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert look.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_what_is_used_can_be_read_everywhere(rgb: tuple[int, int, int]) -> None:
    accent = look.accent("#{:02x}{:02x}{:02x}".format(*rgb))
    if accent is None:
        return
    for front, back in (
        (accent.light, look.PAPER),
        (accent.light, look.PANEL),
        (accent.on_light, accent.light),
        (accent.dark, look.DARK_PAPER),
        (accent.dark, look.DARK_PANEL),
        (accent.on_dark, accent.dark),
    ):
        assert look.contrast(front, back) >= look.CONTRAST


def test_a_colour_that_cannot_be_used_changes_nothing() -> None:
    bare = f"<style>{STYLE}</style>{DIGEST}"
    assert dressed(bare, "#ffcc00") == dressed(bare)
    assert "--accent:#7a1f1f" in dressed(bare, "#7a1f1f")
    assert dressed(bare, "#7a1f1f").split("</style>")[1] != dressed(bare).split("</style>")[1]


# ------------------------------------------------------------------ logo


def put(root: Path, name: str, data: bytes) -> str:
    (root / name).write_bytes(data)
    return name


def test_pictures_are_known_by_what_they_hold(tmp_path: Path) -> None:
    assert look.logo(tmp_path, put(tmp_path, "logo.txt", PNG)).address.startswith("data:image/png;base64,")
    jpeg = put(tmp_path, "logo.png", b"\xff\xd8\xff\xe0rest")
    assert look.logo(tmp_path, jpeg).address.startswith("data:image/jpeg;base64,")


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("nowhere.png", "missing"),
        (".", "missing"),
        ("nul\0.png", "missing"),
        ("../outside.png", "outside"),
        ("/etc/hostname", "outside"),
        ("link.png", "outside"),
        ("large.png", "large"),
        ("page.html", "kind"),
        ("broken.svg", "broken"),
        ("bomb.svg", "broken"),
        ("page.svg", "broken"),
        ("utf16.svg", "broken"),
    ],
)
def test_what_is_no_logo_is_not_used(tmp_path: Path, name: str, case: str) -> None:
    root = tmp_path / "programme"
    root.mkdir()
    put(tmp_path, "outside.png", PNG)
    (root / "link.png").symlink_to(tmp_path / "outside.png")
    put(root, "large.png", PNG + b"0" * look.MOST)
    put(root, "page.html", b"<p>")
    put(root, "page.svg", b"<html xmlns='http://www.w3.org/1999/xhtml'/>")
    put(root, "broken.svg", b"<svg")
    put(root, "bomb.svg", b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + HEAD.encode() + b"&a;</svg>")
    put(root, "utf16.svg", (HEAD + "</svg>").encode("utf-16"))
    with pytest.raises(look.NoLogo) as caught:
        look.logo(root, name)
    assert caught.value.case == case


def test_a_logo_that_changes_is_read_again(tmp_path: Path) -> None:
    import os

    name = put(tmp_path, "logo.svg", f"{HEAD}<path d='M0 0'/></svg>".encode())
    before = look.logo(tmp_path, name).address
    put(tmp_path, name, f"{HEAD}<path d='M1 1'/></svg>".encode())
    os.utime(tmp_path / name, ns=(1, 1))
    assert look.logo(tmp_path, name).address != before


# ------------------------------------------------------------------ drawings

EVIL = (
    "<script>alert(1)</script>",
    "<style>@import url(https://x.example/a.css); .a{fill:url(https://x.example)} .b{fill:red}</style><path class='a b' d='M0 0'/>",
    "<a xlink:href='javascript:alert(1)'><text>x</text></a>",
    "<image href='https://x.example/a.png'/>",
    "<use href='#a'/>",
    "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='alert(1)'/></foreignObject>",
    "<path d='M0 0' onload='alert(1)' style='fill:url(https://x.example/#a);stroke:#123456'/>",
    "<rect fill='url( \"https://x.example/#a\")' filter='url(#f)' width='1'/>",
    "<set attributeName='href' to='javascript:alert(1)'/>",
    "<x:evil xmlns:x='urn:x' onclick='1'/>",
    "<?xml-stylesheet href='https://x.example/a.css'?>",
    "<!-- <script> -->",
    "<g><g><script>1</script></g></g>",
)


@pytest.mark.parametrize("inside", EVIL)
def test_nothing_in_a_drawing_runs_loads_or_leads_anywhere(inside: str) -> None:
    text, _ = svg.cleaned(f"{HEAD}{inside}</svg>".encode())
    for element in ElementTree.fromstring(text).iter():
        assert element.tag.removeprefix(f"{{{svg.NAMESPACE}}}") in svg.ELEMENTS
        assert set(element.attrib) <= svg.ATTRIBUTES
        assert not any("example" in value or "script" in value for value in element.attrib.values())
    assert "example" not in text
    assert "alert" not in text


def test_shapes_keep_their_colours() -> None:
    drawing = (
        "<style>/* a */ .st0, .st1{fill:#E30613;} .st1{stroke : #000}</style>"
        "<defs><linearGradient id='g'><stop offset='0' stop-color='#fff'/></linearGradient></defs>"
        "<path class='st1' d='M0 0h1e-5'/><rect style='fill:url(#g)' width='1'/><text>Mairie &amp; élus</text>"
    )
    text, left_out = svg.cleaned(f"<?xml version='1.0' encoding='UTF-8'?>{HEAD}{drawing}</svg>".encode())
    assert left_out == ()
    assert '<path d="M0 0h1e-5" fill="#E30613" stroke="#000"' in text
    assert '<rect width="1" fill="url(#g)"' in text
    assert "Mairie &amp; élus" in text


def test_what_is_left_out_is_named() -> None:
    _, left_out = svg.cleaned(f"{HEAD}<metadata/><image/><image/><filter/></svg>".encode())
    assert left_out == ("image", "filter")


def test_a_deep_drawing_ends() -> None:
    text, left_out = svg.cleaned((HEAD + "<g>" * 900 + "</g>" * 900 + "</svg>").encode())
    assert left_out == ("g",)
    assert text.count("<g") == 40


@given(st.text(alphabet=st.characters(exclude_characters="<&\r", exclude_categories=["Cs", "Cc"])))
def test_any_text_in_a_drawing_stays_text(words: str) -> None:
    text, _ = svg.cleaned(f"{HEAD}<text>{words}</text></svg>".encode())
    assert ElementTree.fromstring(text)[0].text == (words or None)


# ------------------------------------------------------------------ pages


def test_pages_carry_the_look(tmp_path: Path) -> None:
    import shutil

    from tests.rendering.programme import FIXTURE

    shutil.copytree(FIXTURE, tmp_path, dirs_exist_ok=True)
    put(tmp_path, "logo.svg", f"{HEAD}<script/><path d='M0 0'/></svg>".encode())
    case = load(tmp_path)
    case.programme.document.value["look"] = {
        "colour": "#7a1f1f",
        "name": {"fr": "Ville & Cie", "en": "Town & Co"},
        "header": "Une ligne",
        "footer": "Une autre",
        "logo": "logo.svg",
    }
    files = render(case, "plan", doc_lang="en", audience="public")
    page = next(text for name, text in files.items() if name.endswith("html"))
    assert "img-src data:;" in page
    assert re.search(r'<img src="data:image/svg\+xml;base64,[\w+/=]+" alt="">', page)
    assert "--accent:#7a1f1f" in page
    assert '<strong>Town &amp; Co</strong><br><span lang="fr">Une ligne</span>' in page
    digest = re.findall(r"'(sha256-[^']*)'", page)
    style = re.findall(r"<style>(.*?)</style>", page)[0]
    assert digest == [f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}"]
    assert "Une autre" in page.split("<footer>")[1]
    Page(page)
    text = next(text for name, text in files.items() if name.endswith("md"))
    assert text.startswith("**Town &amp; Co** · Une ligne\n\n# ")


def test_what_cannot_be_used_is_left_away_and_said() -> None:
    from tests.rendering.programme import FIXTURE

    workspace = Workspace(FIXTURE, as_of=AS_OF, cache=False)
    workspace.programme.document.value["look"] = {"colour": "#ffcc00", "logo": "nowhere.png"}
    found = {finding.code for finding in check(workspace).findings if finding.code.startswith("LOOK")}
    assert found == {"LOOK001", "LOOK002"}
    case = workspace.case("valmont-rijkhoven")
    assert case
    [page] = render(case, "plan", formats=["html"]).values()
    assert "<img" not in page
    assert "img-src" not in page
    assert "ffcc00" not in page


@pytest.mark.parametrize(
    ("written", "said"),
    [("yellow", "is no colour"), ("#ffcc00", "is too faint on white (1.3 to 1; text needs 4.5 to 1)")],
)
def test_a_colour_is_refused_with_the_reason(written: str, said: str) -> None:
    from mentorat.i18n import translator
    from tests.rendering.programme import FIXTURE

    workspace = Workspace(FIXTURE, as_of=AS_OF, cache=False)
    workspace.programme.document.value["look"] = {"colour": written}
    [finding] = [finding for finding in check(workspace).findings if finding.code == "LOOK001"]
    assert said in finding.message.show(translator("en"))
