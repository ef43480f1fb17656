"""Whatever stands in the answers, every output stays what it is and shows the answer as it was written.

The whole programme of `canaries` is written with a hostile text behind the mark of each answer, and every
document is rendered in every format and read again by a parser.  `HOSTILE=all` takes every payload alone.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import icalendar
import pytest

from mentorat.rendering import escape, export, formats_of
from mentorat.rendering.said import breakable
from mentorat.rendering.targets import targets
from mentorat.rendering.views import WHAT
from mentorat.workspace import Workspace
from tests.rendering.canaries import AS_OF, Programme
from tests.rendering.test_pages import Page, plain, tokens

PAYLOADS = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "closing": "</style></title></textarea></svg></td></table><!-- --> ]]> <![CDATA[ <?php ?>",
    "attribute": "\" onmouseover=\"alert(1)\" x='y' `z`",
    "entities": "&lt;b&gt; &#60;i&#62; &amp;amp; &nbsp;",
    "template": "{{ 7 * 7 }} {% raw %} {# x #} ${7*7} #{7*7} %(x)s {0} {text}",
    "markdown": "# a\n\n- **b** _c_ [d](javascript:alert(1)) ![e](http://f.example/g.png)\n\n| h | i |\n|---|---|\n```\nj\n```\n---",
    "line start": "1. one\n2) two\n+ three\n> four\n    five\n===\n:::six",
    "bar": "a|b\\|c\\\\|d\\",
    "links": "javascript:alert(1) data:text/html,x file:///etc/passwd http://a.b\\<a href=x\\> www.x.example @somebody",
    "mermaid": "section X: %% y\nclick z call w()\n2026-01-01 :crit, `k`; end",
    "formula": "=HYPERLINK(\"http://evil.example\";\"x\")",
    "formulae": "+1-1\n@SUM(1)\t|cmd",
    "calendar": "x\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:file:///etc/passwd\\n\\,;:",
    "controls": "bell\x07 escape\x1b[31m null\x00 line\u2028para\u2029 next\x85 del\x7f",
    "direction": "right\u202eleft \u2066isolate\u2069 zero\u200bwidth \ufeffmark \u061c",
    "halves": "half\ud800 other\udfff end\uffff",
    "word": "x" * 400,
    "long": "Une phrase ordinaire, longue et sans fin. " * 240,
    "scripts": "\u0645\u0631\u062d\u0628\u0627 \u4f60\u597d \u0395\u03bb\u03bb\u03ac\u03b4\u03b1 e\u0301 \U0001f600 \u0e01\u0e33",
    "spaces": "  a\u00a0b\u202fc   d \t e  ",
}  # fmt: skip
"""What a person or a machine may have written, by what it aims at."""
TOGETHER = {name: text for name, text in PAYLOADS.items() if name not in ("long", "word")}
SETS = {name: {name: text} for name, text in PAYLOADS.items()} if os.environ.get("HOSTILE") == "all" else {
    "first": {"all": "\n\n".join(TOGETHER.values())},
    "long": {"long": PAYLOADS["long"], "word": PAYLOADS["word"]},
}  # fmt: skip
MARK = re.compile(r"zq\d{4}x(?:fr|nl)?")
ADDRESSES = (
    "javascript:alert(1)//{}",
    'https://h.example/"><b>|[{}]`',
    "https://u:p@h.example/{}",
    "file:///{}",
)
CODED = re.compile(r"#(\d+);")
PROPERTIES = {"UID", "DTSTAMP", "SUMMARY", "DTSTART", "DTEND", "LOCATION", "DESCRIPTION", "CLASS", "TRANSP"}


class Hostile:
    """A programme whose every text ends in its mark, or begins with it, and the documents made from it."""

    def __init__(self, payload: str, root: Path) -> None:
        self.payload = payload
        programme = Programme(words=self.text, address=self._address, languages=False)
        programme.write(root)
        self.workspace = Workspace(root, as_of=AS_OF, cache=False)
        for document in self.workspace.documents:  # what YAML refuses is put in all the same
            document.survey, document.readable = {}, True
            document.value = programme.values[document.file]

    def text(self, mark: str) -> str:
        return f"{mark} {self.payload}" if int(mark[2:6]) % 3 == 0 else f"{self.payload} {mark}"

    @staticmethod
    def _address(mark: str) -> str:
        return ADDRESSES[int(mark[2:6]) % len(ADDRESSES)].format(mark[2:6])

    def outputs(self, ending: str, lang: str = "fr") -> Iterator[tuple[str, bytes]]:
        """Every document in one format, for those who may read everything."""
        for what, each in WHAT.items():
            for target in targets(self.workspace, each.belongs_to) if ending in formats_of(what) else ():
                yield from export(target, what, formats=[ending], audience="internal", doc_lang=lang).items()

    def altered(self, shown: str) -> list[str]:
        """The marks whose texts do not stand there word for word."""
        payload, whole = plain(escape.visible(self.payload)), plain(shown)
        wrong = []
        for found in MARK.finditer(whole):
            first = int(found[0][2:6]) % 3 == 0
            beside = whole[found.end() :] if first else whole[: found.start()]
            if not (beside.startswith(payload) if first else beside.endswith(payload)):
                wrong.append(whole[max(0, found.start() - 60) : found.end() + 60])
        return wrong


@pytest.fixture(params=SETS)
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Hostile:
    return Hostile("\n\n".join(SETS[request.param].values()), tmp_path)


def test_html_shows_each_text_and_nothing_else(hostile: Hostile) -> None:
    for name, data in hostile.outputs("html"):
        page = Page(data.decode())
        assert MARK.search(page.text) or "accessibility" in name
        assert hostile.altered(page.text) == [], name
        assert all(re.match(r"https://|mailto:|#|[\w%./+-]+\.html$", link) for link in page.links), name


def test_markdown_shows_each_text_and_nothing_else(hostile: Hostile) -> None:
    for name, data in hostile.outputs("md"):
        shown = ""
        for token in tokens(data.decode()):
            match token.type:
                case "text" | "text_special":
                    shown += token.content.replace("@\u2060", "@")
                case "html_inline" | "html_block":
                    assert token.content == "<br>", name
                case "fence":
                    assert token.info == "mermaid", name
                    shown += CODED.sub(lambda found: chr(int(found[1])), token.content)
                case "link_open":
                    address = str(token.attrs["href"])
                    assert re.match(r"https://|mailto:|[\w%./+-]+\.md$", address), address
                case "image" | "code_block" | "s_open":
                    pytest.fail(f"{name}: {token.type} {token.content[:80]}")
        assert MARK.search(shown) or "accessibility" in name
        assert hostile.altered(shown) == [], name


def test_calendars_hold_each_text_and_only_events(hostile: Hostile) -> None:
    for name, data in hostile.outputs("ics"):
        assert re.sub(b"\r\n", b"", data).find(b"\r") < 0, name
        assert all(len(line) <= 75 for line in data.split(b"\r\n")), name
        calendar = icalendar.Calendar.from_ical(data)
        assert {part.name for part in calendar.walk()} == {"VCALENDAR", "VEVENT"}, name
        for event in calendar.walk("VEVENT"):
            assert set(event) <= PROPERTIES, name
            assert (
                hostile.altered(" ".join(str(event[key]) for key in ("SUMMARY", "LOCATION") if key in event))
                == []
            )


@pytest.mark.parametrize(
    "payload", [PAYLOADS["formula"], PAYLOADS["formulae"], "\n\n".join(TOGETHER.values())]
)
def test_sheets_hold_each_text_and_no_formula(payload: str, tmp_path: Path) -> None:
    hostile = Hostile(payload, tmp_path)
    for name, data in hostile.outputs("csv"):
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
        assert {len(row) for row in rows} == {len(rows[0])}, name
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r")], name
        assert all(hostile.altered(cell) == [] for cell in cells), name


@pytest.mark.parametrize("word", ["W" * 150, "https://valmont.example/" + "a" * 90, "x" * 28])
def test_no_word_is_wider_than_a_column(word: str) -> None:
    parts = breakable(f"A {word} z").removeprefix("A ").removesuffix(" z").split("<wbr>")
    assert "".join(parts) == word
    assert len(parts) > 1
    assert max(map(len, parts)) < 28
    assert breakable("Arbeitsmarktintegrationshilfe"[:27]) == "Arbeitsmarktintegrationshilfe"[:27]
