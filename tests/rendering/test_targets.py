"""Documents of a mentor, a practice, an association or the programme, as they are handed out."""

from __future__ import annotations

import html
import itertools
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorat.i18n import translator
from mentorat.nodes import is_placeholder
from mentorat.rendering import AUDIENCES, NotRendered, escape, render, render_with_linked
from mentorat.rendering.targets import Target, targets
from mentorat.rendering.views import WHAT
from mentorat.shape import document
from mentorat.workspace import Workspace
from tests.rendering.programme import AS_OF, FIXTURE, PAIRING, RANK, filled, questions
from tests.rendering.test_escape import NASTY
from tests.rendering.test_pages import Page, plain, shapes, tokens

SNAPSHOTS = Path(__file__).parent / "snapshots"
KIND = {
    "strengths": "mentor-strengths",
    "practice": "good-practice",
    "practices": "good-practice",
    "issues": "follow-up",
}
EVERY = pytest.mark.parametrize("what", KIND)
MAY_READ = {"public": {"public"}, "pairing": {"public", "programme", "pairing"}, "internal": set(RANK)}
MARK = re.compile(r"⟪(\w+):([^⟫]*)⟫")


def load(root: Path = FIXTURE) -> Workspace:
    return Workspace(root, as_of=AS_OF, cache=False)


def target(workspace: Workspace, what: str) -> Target:
    return next(targets(workspace, WHAT[what].belongs_to))


def put(workspace: Workspace, kind: str, value: dict[str, object]) -> None:
    """Replace the content of every document of a kind."""
    for found in workspace.documents:
        if found.kind == kind:
            kept = {"city": "rijkhoven"} if kind == "mentor-strengths" else {}
            found.value = {"kind": kind, "schema": 1, **value, **kept}


@pytest.mark.parametrize(("what", "lang"), [*itertools.product(KIND, ["fr", "en"]), ("practice", "fr+nl")])
@pytest.mark.parametrize("audience", ["public", "pairing"])
def test_pages_are_as_they_were(what: str, lang: str, audience: str) -> None:
    """`SNAPSHOTS=write pytest tests/rendering` writes them anew; read the difference before keeping it."""
    for name, text in render(target(load(), what), what, audience=audience, doc_lang=lang).items():
        path = SNAPSHOTS / audience / Path(name).name
        shown = re.sub(r"<style>.*?</style>|'sha256-[^']*'", "", text, flags=re.DOTALL)
        if os.environ.get("SNAPSHOTS") == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(shown.encode())
        assert shown.encode() == path.read_bytes(), f"{path.name} has changed: SNAPSHOTS=write writes it anew"


@EVERY
@pytest.mark.parametrize("lang", ["en", "en+el"])
def test_headings_follow_each_other_and_anchors_are_there_once(what: str, lang: str) -> None:
    for text in render(target(load(), what), what, formats=["html"], doc_lang=lang).values():
        levels = Page(text).headings
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
        anchors = re.findall(r'\bid="([^"]*)"', text)
        assert len(anchors) == len(set(anchors))
        assert set(re.findall(r'href="#([^"]*)"', text)) <= set(anchors)


# ------------------------------------------------------------------ confidences


@EVERY
@pytest.mark.parametrize("audience", AUDIENCES)
def test_marks_reach_those_who_may_read_them_and_nobody_else(what: str, audience: str) -> None:
    workspace = load()
    for kind in ("mentor-strengths", "good-practice", "follow-up", "scope", "needs-analysis", "action-plan"):
        put(workspace, kind, filled(kind))
    files = render(target(workspace, what), what, audience=audience, doc_lang="en")
    for name, text in files.items():
        found = MARK.findall(html.unescape(text.replace("<wbr>", "")).replace("\\", ""))
        assert {level for level, _ in found} <= MAY_READ[audience], name
        if what in ("strengths", "practice"):
            asked = {
                mark for level, mark in MARK.findall(str(filled(KIND[what]))) if level in MAY_READ[audience]
            }
            assert asked - {mark for _, mark in found} - NOT_PRINTED == set(), name


NOT_PRINTED = {
    "mentor-strengths.signatures[].digest",
    "good-practice.signatures[].digest",
    "mentor-strengths.city",  # the mentor's own
}


@pytest.mark.parametrize("what", ["strengths", "practice"])
@pytest.mark.parametrize("audience", ["public", "pairing"])
def test_not_even_the_label_of_a_confidential_question_appears(what: str, audience: str) -> None:
    workspace = load()
    put(workspace, KIND[what], filled(KIND[what]))
    shown = {field.label for field, level in questions(KIND[what]) if level in MAY_READ[audience]}
    closed = {
        field.label for field, level in questions(KIND[what]) if level not in MAY_READ[audience]
    } - shown
    assert closed or (what, audience) == ("strengths", "pairing")
    for text in render(target(workspace, what), what, audience=audience, doc_lang="en").values():
        for label in closed:
            assert f">{label}<" not in text
            assert f"**{label}:**" not in text


def test_a_rivalry_stays_within() -> None:
    workspace = load()
    shown = {
        audience: "".join(render(target(workspace, "strengths"), "strengths", audience=audience).values())
        for audience in AUDIENCES
    }
    assert {audience: "PRIVATE" in text for audience, text in shown.items()} == {
        "public": False,
        "pairing": False,
        "internal": True,
    }


def test_issues_are_for_the_partners() -> None:
    for text in render(target(load(), "issues"), "issues", audience="public", doc_lang="en").values():
        assert "budgets" not in text
        assert "confidential answers are not shown." in text


# ------------------------------------------------------------------ hostile texts, odd drafts


@EVERY
@pytest.mark.parametrize("nasty", NASTY)
def test_hostile_texts_are_shown_and_nothing_more(what: str, nasty: str) -> None:
    workspace = load()
    text = nasty.replace("{", "{{").replace("}", "}}")
    for kind in ("mentor-strengths", "good-practice", "follow-up"):
        put(workspace, kind, filled(kind, text))
    look = {"name": nasty, "header": nasty, "footer": nasty, "colour": nasty, "logo": nasty}
    workspace.programme.document.value |= {"name": nasty, "disclaimer": nasty, "look": look}
    for name, page in render(target(workspace, what), what, audience="internal", doc_lang="en+fr").items():
        if name.endswith(".html"):
            read = Page(page)
            assert is_placeholder(nasty) or plain(read.text).count(plain(escape.visible(nasty))) >= 8
            beside = {link for link in read.links if link.startswith("rijkhoven/buddies/practice.")}
            others = {link.split(":")[0] for link in read.links if link[0] != "#" and link not in beside}
            assert others <= {"https", "mailto"}
        else:
            found = tokens(page)
            assert {token.content for token in found if token.type.startswith("html")} <= {"<br>"}
            links = {str(token.attrs["href"]) for token in found if token.type == "link_open"}
            assert all(link.startswith(("https://", "mailto:", "rijkhoven/buddies/")) for link in links)


DRAFTS: list[Workspace] = []


@EVERY
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_no_draft_is_too_odd(what: str, data: st.DataObject) -> None:
    DRAFTS[:] = DRAFTS or [load()]
    kind = KIND[what]
    top = st.fixed_dictionaries({}, optional={key: shapes(kind) for key in document(kind).children})
    put(DRAFTS[0], kind, {**data.draw(top), "visibility": None})
    audience = data.draw(st.sampled_from(["public", "pairing", "internal"]))
    for name, text in render(target(DRAFTS[0], what), what, audience=audience, doc_lang="en").items():
        text.encode()
        if name.endswith(".html"):
            Page(text)
        else:
            assert {token.content for token in tokens(text) if token.type.startswith("html")} <= {"<br>"}


# ------------------------------------------------------------------ targets


def test_what_there_is_one_document_each_of() -> None:
    workspace = load()
    assert {kind: [found.id for found in targets(workspace, kind)] for kind in KINDS_OF_TARGETS} == {
        "pairing": [PAIRING],
        "visit": [],
        "mentor": ["rijkhoven"],
        "practice": ["rijkhoven/buddies"],
        "association": ["union-des-communes"],
        "programme": [""],
    }
    assert {what.belongs_to for what in WHAT.values()} | {what.or_to for what in WHAT.values()} - {""} <= {
        *KINDS_OF_TARGETS
    }


KINDS_OF_TARGETS = ("pairing", "visit", "mentor", "practice", "association", "programme")


def names(workspace: Workspace) -> Iterator[tuple[str, str]]:
    yield from (
        ("pairing", PAIRING),
        ("pairing", f"pairings/{PAIRING}"),
        ("pairing", f"pairings/{PAIRING}/plan.yaml"),
    )
    yield from (
        ("mentor", "rijkhoven"),
        ("mentor", "mentors/rijkhoven"),
        ("mentor", "mentors\\rijkhoven\\strengths.yaml"),
    )
    yield from (
        ("practice", "buddies"),
        ("practice", "rijkhoven"),
        ("practice", "mentors/rijkhoven/practices/buddies.yaml"),
    )
    yield from (
        ("association", "union-des-communes"),
        ("association", "organisations/union-des-communes.yaml"),
    )


def test_ids_and_paths_lead_to_them() -> None:
    workspace = load()
    for kind, name in names(workspace):
        assert [found for found in targets(workspace, kind) if found.answers_to(name)], name
        assert not [found for found in targets(workspace, kind) if found.answers_to(name + "x")], name


def test_a_document_of_another_kind_is_not_there() -> None:
    workspace = load()
    mentor = next(targets(workspace, "mentor"))
    assert not mentor.part("action-plan").exists
    assert mentor.part("mentor-strengths").exists
    assert not mentor.part("programme").exists


def test_no_practice_and_no_pairing_are_said_so() -> None:
    workspace = load()
    workspace.practices.clear()
    with pytest.raises(NotRendered) as caught:
        render(target(workspace, "practices"), "practices")
    assert "mentorat new practice" in caught.value.message.show(translator("en"))
    workspace.pairings.clear()
    with pytest.raises(NotRendered):
        render(target(workspace, "issues"), "issues")


# ------------------------------------------------------------------ library and issues


def test_the_library_brings_the_sheets_that_it_links_to() -> None:
    workspace = load()
    files = render_with_linked(
        target(workspace, "practices"), "practices", formats=["html"], doc_lang="fr+nl"
    )
    assert set(files) == {"practices.fr+nl.html", "rijkhoven/buddies/practice.fr+nl.html"}
    links = {link for link in Page(files["practices.fr+nl.html"]).links if link[0] != "#"}
    assert links == {"rijkhoven/buddies/practice.fr%2Bnl.html"}


def test_a_practice_that_is_closed_is_counted_and_not_linked() -> None:
    workspace = load()
    workspace.practices["rijkhoven/buddies"].value["visibility"] = "pairing"
    files = render_with_linked(target(workspace, "practices"), "practices", audience="public", doc_lang="en")
    assert set(files) == {"practices.en.html", "practices.en.md"}
    for text in files.values():
        assert "Buddies" not in text
        assert "1 confidential answer is not shown." in text


def test_a_practice_that_cannot_be_read_leaves_the_others() -> None:
    workspace = load()
    workspace.practices["rijkhoven/buddies"].readable = False
    for text in render(target(workspace, "practices"), "practices", doc_lang="en").values():
        assert "mentorat check" in text


def test_an_association_has_its_own_issues_and_a_line_to_sign() -> None:
    workspace = load()
    [association] = targets(workspace, "association")
    files = render(association, "issues", doc_lang="en")
    assert set(files) == {"union-des-communes/issues.en.html", "union-des-communes/issues.en.md"}
    for text in files.values():
        assert text.index("Les titres") < text.index("Courses stop") < text.index("Une salle")
        assert "Function and signature" in text


def test_a_pairing_that_has_not_said_is_named() -> None:
    workspace = load()
    put(workspace, "follow-up", {})
    for text in render(target(workspace, "issues"), "issues", doc_lang="en").values():
        assert "Pairings that have not said yet" in text
        assert "Valmont" in text


# ------------------------------------------------------------------ two languages


def test_each_language_has_its_part_beside_the_other() -> None:
    [text] = render(target(load(), "practice"), "practice", formats=["html"], doc_lang="fr+nl").values()
    assert '<html lang="fr">' in text
    rows = text.split('<div class="two">')[2:-1]
    assert rows
    for row in rows:
        assert re.findall(r'<section id="([\w-]*)" lang="(\w+)">', row) == [
            (anchor := re.search(r'id="([\w-]*)"', row)[1], "fr"),  # type: ignore[index]
            (f"{anchor}-nl", "en"),
        ]
    assert '<span lang="nl">Bewoners en nieuwkomers trekken samen op.</span>' in text
    assert text.count("<h1>") == 1


def test_gaps_speak_the_language_of_their_side() -> None:
    [text] = render(target(load(), "strengths"), "strengths", formats=["html"], doc_lang="en+fr").values()
    left, right = text.split('<section id="local-context-fr"')
    assert "How migration changed" in left
    assert "Évolution de la migration" not in left
    assert "Évolution de la migration" in right


def test_what_is_said_in_one_language_alone_has_nothing_beside_it() -> None:
    workspace = load()
    workspace.practices["rijkhoven/buddies"].value["summary"] = {"en": "Spend time together.", "fr": "…"}
    [text] = render(target(workspace, "practice"), "practice", formats=["html"], doc_lang="en+fr").values()
    assert text.count("<div></div>") == 1
    row = text.split('<div class="two">')[2]
    assert 'id="short"' in row
    assert "<div></div>" in row
