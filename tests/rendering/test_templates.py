"""Rules that every template and the style sheet keep."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from mentorat import resources
from mentorat.rendering import render
from mentorat.rendering.dress import stylesheet
from tests.rendering.programme import load

TEMPLATES = sorted((resources.folder("templates") / "html").glob("*.html"))
MARKDOWN = sorted((resources.folder("templates") / "markdown").glob("*.md"))
EVERY = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)


@EVERY
def test_what_is_put_into_an_attribute_is_quoted(path: Path) -> None:
    text = re.sub(r"{#.*?#}", "", path.read_text("utf-8"), flags=re.DOTALL)
    text = re.sub(r"{%.*?%}", "", re.sub(r"{{.*?}}", "\0", text, flags=re.DOTALL), flags=re.DOTALL)
    for tag in re.findall(r"<[a-z][^>]*>", text):
        for at in (found.start() for found in re.finditer("\0", tag)):
            assert tag[:at].count('"') % 2 == 1, tag


@EVERY
def test_no_template_trusts_a_text_or_brings_style_or_script(path: Path) -> None:
    text = path.read_text("utf-8").replace('src="{{ house.logo }}"', "")
    assert not re.search(r"\|\s*safe|autoescape|<script|\bstyle=|\bon[a-z]+=", text)
    assert not re.search(r"\b(src|srcset|data|action)=", text)


@EVERY
def test_addresses_pass_the_filter(path: Path) -> None:
    for target in re.findall(r'href="([^"]*)"', path.read_text("utf-8")):
        assert target.startswith("#") or target.endswith(("|url }}", "|page }}.html", "|page }}"))


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.name)
def test_only_what_a_macro_has_written_goes_out_unescaped(path: Path) -> None:
    for expression in re.findall(r"{{-?\s*(.*?)\s*-?}}", path.read_text("utf-8"), flags=re.DOTALL):
        if "|written" in expression:
            assert re.fullmatch(r"([mc]\.)?[a-z]+\(.*\)\|written", expression), expression


def test_the_only_picture_is_the_logo_that_was_read_into_the_page() -> None:
    sources = [found for path in TEMPLATES for found in re.findall(r'\bsrc="[^"]*"', path.read_text("utf-8"))]
    assert sources == ['src="{{ house.logo }}"']


def test_the_page_allows_its_own_style_and_nothing_else() -> None:
    page = render(load(), "plan", formats=["html"])["valmont-rijkhoven/plan.fr.html"]
    [style] = re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'content="{policy}"' in page
    assert "&" not in style
    assert not re.search(r"url\(|@import|expression", style)


# ------------------------------------------------------------------ colours

PAIRS = [
    ("ink", "paper"), ("ink", "panel"), ("soft", "paper"), ("soft", "panel"), ("accent", "paper"), ("accent", "panel"),
    ("on-accent", "accent"), ("good", "paper"), ("warn", "paper"),
]  # fmt: skip


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def schemes() -> dict[str, dict[str, str]]:
    """The colours in light, in dark and on paper."""
    css = stylesheet()
    found = [
        {
            name: colour if len(colour) == 7 else "#" + "".join(digit * 2 for digit in colour[1:])
            for name, colour in re.findall(r"--([a-z-]+):(#[0-9a-f]{3,6})\b", block)
        }
        for block in re.findall(r":root\{([^}]*)\}", css)
    ]
    return dict(zip(("light", "dark", "print"), found, strict=True))


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_every_text_has_enough_contrast(scheme: str, front: str, back: str) -> None:
    colours = schemes()[scheme]
    high, low = sorted((luminance(colours[front]), luminance(colours[back])), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_every_colour_of_the_sheet_is_one_of_the_variables() -> None:
    rules = re.sub(r":root\{[^}]*\}", "", stylesheet())
    assert not re.search(r"#[0-9a-f]{3,8}\b|\brgb|\bhsl", rules)
    used = set(re.findall(r"(?<![-\w])color:var\(--([a-z-]+)\)", rules))
    assert used <= {front for front, _ in PAIRS}
