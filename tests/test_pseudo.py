"""Every word that the tool says has gone through a translator: shown in a language that nobody speaks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import icalendar
import pytest

from mentorat.cli.app import COMMANDS
from mentorat.i18n import translator
from mentorat.rendering import AUDIENCES, export, formats_of
from mentorat.rendering.locales import ENGLISH
from mentorat.rendering.targets import targets
from mentorat.rendering.views import WHAT
from mentorat.rules import RULES
from mentorat.rules.examples import example
from mentorat.workspace import Workspace
from tests.cli import mentorat
from tests.pseudo import Pseudo, pseudo, speak, untranslated
from tests.rendering.canaries import AS_OF, PAIRING, Programme

MARKS = r"zq\d{4}x(?:fr|nl)?"
DATES = "|".join((*ENGLISH.months, *ENGLISH.weekdays))
IDS = r"\b(?:mentee|mentor)-(?:town|union)\b|canary-pair|good-way|yardstick|c1\b"
PLACES = r"https?://\S+|[\w./-]+/[\w./\[\]-]+|\b[\w-]+\.(?:yaml|html|md)\b|\bEUR\b"
CODES = r"\b[A-Z]{3,4}\d{3}\b(?:  [\w-]+)?"
KNOWN = (PLACES, MARKS, DATES, IDS)
"""What stands outside of sentences: the cities' own words, dates, ids, files, addresses, currencies."""


class Shown(HTMLParser):
    """What a page shows or has read out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag == "style"
        self.texts += [value or "" for name, value in attrs if name in ("title", "alt", "aria-label")]

    def handle_endtag(self, tag: str) -> None:
        self._style = False

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.texts.append(data)


def test_the_language_can_be_told_from_every_other() -> None:
    assert pseudo("See {file} and “x”.") == "⟦Séé {file} àñd “x”.⟧"
    assert Pseudo()("{n} of {all}", n=1, all="⟦ten⟧") == "⟦1 öf ⟦ten⟧⟧"
    assert untranslated("⟦a ⟦bcd⟧ ef⟧ here ⟦U+001B⟧ 12 x") == {"here"}


# ------------------------------------------------------------------ documents


def shown(name: str, data: bytes) -> str:
    """What people see of a document."""
    text = data.decode()
    match name.rpartition(".")[2]:
        case "html":
            return "\n".join(Shown(text).texts)
        case "md":
            return html.unescape(text.replace("\\", "").replace("<br>", " "))
        case "ics":
            calendar = icalendar.Calendar.from_ical(data)
            keys = ("SUMMARY", "LOCATION", "DESCRIPTION", "X-WR-CALNAME")
            return "\n".join(str(part[key]) for part in calendar.walk() for key in keys if key in part)
    return text


def documents(root: Path, choices: int, audience: str) -> Iterator[tuple[str, bytes]]:
    workspace = Workspace(Programme(choices=choices).write(root), as_of=AS_OF, cache=False)
    for what, each in WHAT.items():
        formats = [ending for ending in formats_of(what) if ending != "pdf"]
        for target in targets(workspace, each.belongs_to):
            options = {"audience": audience, "doc_lang": "en"}
            yield from export(
                target, what, formats=formats, translate_for=lambda _: Pseudo(), **options
            ).items()


@pytest.mark.parametrize(("choices", "audience"), [*enumerate(AUDIENCES)])
def test_documents_say_nothing_that_no_translator_has_seen(
    choices: int, audience: str, tmp_path: Path
) -> None:
    for name, data in documents(tmp_path, choices, audience):
        text = shown(name, data)
        assert "⟦" in text
        country = ENGLISH.country(("AD", "AE", "AF")[choices])
        assert untranslated(text, *KNOWN, country) == set(), name


# ------------------------------------------------------------------ commands


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    speak(monkeypatch.setattr)
    yield
    translator.cache_clear()


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(command: str) -> None:
    text = mentorat(*([command] if command else []), "--help").out
    codes = (
        r"--?[\w-]+",
        r"\b[A-Z]{2,}\b",
        re.escape(pseudo("[default:")) + r"\s+[\w,-]+",
        r"\bmentorat\b",
        *(rf"\b{name}\b" for name in COMMANDS),
    )
    text = re.sub(codes[2], "", text)
    assert "⟦" in text
    assert untranslated(text, *codes) == set()


SAYINGS = (
    ("status",), ("status", "--format=markdown"), ("match", PAIRING), ("match", PAIRING, "--format=markdown"),
    ("match", PAIRING, "--format=csv"), ("match", "--all"), ("match", "--all", "--format=markdown"),
    ("check", "--next", "--format=summary"), ("render", "plan", "--to=md"), ("render", "plan", "--check", "--to=md"),
    ("render", "foo"), ("explain", "foo"), ("new", "foo"), ("foo",),
)  # fmt: skip


@pytest.mark.usefixtures("spoken")
def test_commands(tmp_path: Path) -> None:
    Programme().write(tmp_path)
    (tmp_path / "out").mkdir()
    for command in SAYINGS:
        outcome = mentorat(*command, cwd=tmp_path)
        text = outcome.out + outcome.err
        assert "⟦" in text, command
        assert untranslated(text, *KNOWN, r"`[^`]*`", CODES) == set(), command


@pytest.mark.usefixtures("spoken")
def test_findings(tmp_path: Path) -> None:
    """Beside sentences stand codes, places and the lines of files."""
    Programme(misfit=True).write(tmp_path)
    text = mentorat("check", "--next", cwd=tmp_path).out
    assert untranslated(re.sub(r"(?m)^ +\d+ \|.*$", "", text), *KNOWN, CODES) == set()


@pytest.mark.usefixtures("spoken")
def test_explanations() -> None:
    """Beside sentences stand the names of rules and their examples."""
    for code, rule in RULES.items():
        text, given = mentorat("explain", code).out, example(code)
        lines = (
            {line.strip() for part in (given.bad, given.good, given.show) for line in part.splitlines()}
            if given
            else set()
        )
        left = "\n".join(line for line in text.splitlines() if line.strip() not in lines)
        assert untranslated(left, rule.slug, code, PLACES) == set(), code
    for topic in ("method", "steps", "roles", "charter", "visits", "visit_1", "plan.actions[].lead.function"):
        text = mentorat("explain", topic).out
        assert untranslated(text, r"[\w-]+(?:\.[\w\[\]]+)+|visit_1", *KNOWN, CODES) == set(), topic
