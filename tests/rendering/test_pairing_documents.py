"""Network, invitation, training, charter, scope and the documents of a visit, as they are handed out."""

from __future__ import annotations

import html
import itertools
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorat.guide.texts import CHARTER
from mentorat.i18n import translator
from mentorat.nodes import Document, is_placeholder
from mentorat.rendering import AUDIENCES, NotRendered, escape, render
from mentorat.rendering.documents.runsheet import AFTER, BEFORE, DURING, PRIVACY
from mentorat.rendering.targets import Target, targets
from mentorat.rendering.views import WHAT
from mentorat.shape import document
from mentorat.workspace import Workspace
from tests.rendering.programme import AS_OF, RANK, filled
from tests.rendering.test_escape import NASTY
from tests.rendering.test_pages import Page, plain, shapes, tokens

VISITED = Path(__file__).parent / "visited"
SNAPSHOTS = Path(__file__).parent / "snapshots"
KIND = {
    "network": "support-network",
    "invitation": "pairing",
    "training": "pairing",
    "charter": "pairing",
    "scope": "scope",
    "agenda": "visit",
    "runsheet": "visit",
    "visit": "visit",
}
EVERY = pytest.mark.parametrize("what", KIND)
WHOLE = ("network", "scope", "visit")
"""The documents that show every answer of their file (a visit, all but its preparation and its agenda)."""
ELSEWHERE = ("visit.planning", "visit.agenda", "visit.number")
MAY_READ = {"public": {"public"}, "pairing": {"public", "programme", "pairing"}, "internal": set(RANK)}
MARK = re.compile(r"⟪(\w+):([^⟫]*)⟫")
NOT_PRINTED = re.compile(r"signatures\[\]\.digest$")


def load(root: Path = VISITED) -> Workspace:
    return Workspace(root, as_of=AS_OF, cache=False)


def all_of(workspace: Workspace, what: str) -> list[Target]:
    return list(targets(workspace, WHAT[what].belongs_to))


def last_of(workspace: Workspace, what: str) -> Target:
    return all_of(workspace, what)[-1]


def documents(workspace: Workspace, kind: str) -> list[Document]:
    return [found for found in workspace.documents if found.kind == kind]


def put(workspace: Workspace, kind: str, value: dict[str, object]) -> None:
    for found in documents(workspace, kind):
        found.value = {"kind": kind, "schema": 1, **value}


def fill_all(workspace: Workspace, text: str = "⟪{level}:{name}⟫") -> None:
    """Every document of the pairing with a mark in every answer; the cities keep their names."""
    for kind in {*KIND.values(), "needs-analysis", "action-plan", "follow-up"}:
        keep: dict[str, object] = {}
        if kind == "pairing":
            keep = {"mentee": {"city": "valmont"}, "mentor": {"city": "rijkhoven"}}
        put(workspace, kind, {**filled(kind, text), **keep})


def pages(workspace: Workspace, what: str, audience: str, lang: str = "en") -> dict[str, str]:
    return render(last_of(workspace, what), what, audience=audience, doc_lang=lang)


@EVERY
@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("audience", ["public", "pairing", "internal"])
def test_pages_are_as_they_were(what: str, lang: str, audience: str) -> None:
    """`SNAPSHOTS=write pytest tests/rendering` writes them anew; read the difference before keeping it."""
    if audience != "pairing" and what not in ("network", "visit"):
        return
    for target in all_of(load(), what):
        for name, text in render(target, what, audience=audience, doc_lang=lang).items():
            path = SNAPSHOTS / audience / Path(name).relative_to("valmont-rijkhoven")
            shown = re.sub(r"<style>.*?</style>|'sha256-[^']*'", "", text, flags=re.DOTALL)
            if os.environ.get("SNAPSHOTS") == "write":
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(shown.encode())
            assert shown.encode() == path.read_bytes(), f"{name} has changed: SNAPSHOTS=write writes it anew"


# ------------------------------------------------------------------ who may read what


@EVERY
@pytest.mark.parametrize("audience", AUDIENCES)
def test_marks_reach_those_who_may_read_them_and_nobody_else(what: str, audience: str) -> None:
    workspace = load()
    fill_all(workspace)
    open_marks = MARK.findall(str(filled(KIND[what])))
    said = {
        name
        for shown, name in open_marks
        if shown in MAY_READ[audience]
        and not NOT_PRINTED.search(name)
        and not (what == "visit" and name.startswith(ELSEWHERE))
    }
    for name, text in pages(workspace, what, audience).items():
        marks = MARK.findall(html.unescape(text).replace("\\", "").replace("<wbr>", ""))
        assert {shown for shown, _ in marks} <= MAY_READ[audience], name
        if what in WHOLE:
            assert said - {question for _, question in marks} == set(), name


@EVERY
@pytest.mark.parametrize("audience", ["public", "pairing"])
def test_a_document_or_an_entry_may_narrow(what: str, audience: str) -> None:
    workspace = load()
    for found in documents(workspace, KIND[what]):
        found.value = {**found.value, "visibility": "private"}
    with pytest.raises(NotRendered) as caught:
        pages(workspace, what, audience)
    assert "visibility" in caught.value.message.text


@pytest.mark.parametrize("audience", ["public", "pairing"])
def test_nobody_but_the_partners_themselves_sees_influence_and_interest(audience: str) -> None:
    for text in pages(load(), "network", audience).values():
        assert "Influence" not in text
        assert "interest: " not in text
        assert "confidential answers are not shown" in text
    for text in pages(load(), "network", "internal").values():
        assert "Members with both influence and interest: 1 of 3" in text
        assert re.search(r'Work closely together(</p><ul><li>|\*<br>)(<span lang="fr">)?Valmont', text)


def test_what_the_mentor_says_frankly_stays_internal() -> None:
    workspace = load()
    first = all_of(workspace, "visit")[0]
    for audience in ("public", "pairing", "internal"):
        for text in render(first, "visit", audience=audience).values():
            assert ("Moins de papier" in text) == (audience == "internal")
            assert ("On se parle" in text) == (audience == "internal")


def test_remarks_in_confidence_about_a_visit_name_the_visit(tmp_path: Path) -> None:
    import shutil

    shutil.copytree(VISITED, tmp_path, dirs_exist_ok=True)
    (tmp_path / "pairings" / "valmont-rijkhoven" / "private.yaml").write_text(
        "kind: private-notes\nschema: 1\nnotes:\n"
        "  - {about: 'visits/1-setting-scene.outputs', text: ⟪beside⟫}\n"
        "  - {about: 'visits/1-setting-scene', text: ⟪apart⟫}\n",
        "utf-8",
    )
    first, second = all_of(load(tmp_path), "visit")
    for text in render(first, "visit", audience="internal").values():
        assert [text.count(mark) for mark in ("⟪beside⟫", "⟪apart⟫")] == [1, 1]
    for target, audience in ((first, "pairing"), (second, "internal")):
        assert "⟪" not in "".join(render(target, "visit", audience=audience).values())


# ------------------------------------------------------------------ form


@EVERY
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("lang", ["en", "fr+nl"])
def test_headings_follow_each_other_and_anchors_are_there_once(what: str, audience: str, lang: str) -> None:
    for target in all_of(load(), what):
        for text in render(target, what, formats=["html"], audience=audience, doc_lang=lang).values():
            levels = Page(text).headings
            assert levels[0] == 1
            assert levels.count(1) == 1
            assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
            anchors = re.findall(r'\bid="([^"]*)"', text)
            assert len(anchors) == len(set(anchors))
            assert set(re.findall(r'href="#([^"]*)"', text)) <= set(anchors)


@EVERY
@pytest.mark.parametrize("nasty", NASTY)
def test_hostile_texts_are_shown_and_nothing_more(what: str, nasty: str) -> None:
    harmless, workspace = load(), load()
    fill_all(harmless, "x")
    fill_all(workspace, nasty.replace("{", "{{").replace("}", "}}"))
    known = {
        token.type
        for text in pages(harmless, what, "internal").values()
        if not text.startswith("<!")
        for token in tokens(text)
    }
    for name, text in pages(workspace, what, "internal").items():
        if name.endswith(".html"):
            page = Page(text)
            assert is_placeholder(nasty) or plain(escape.visible(nasty)) in plain(page.text)
            assert {link.split(":")[0] for link in page.links if link[0] != "#"} <= {"https", "mailto"}
        else:
            found = tokens(text)
            assert {token.content for token in found if token.type.startswith("html")} <= {"<br>"}
            gaps = {"em_open", "em_close"} if is_placeholder(nasty) else set()
            allowed = {"html_inline", "text_special", "link_open", "link_close", *gaps}
            assert {token.type for token in found} <= known | allowed


@EVERY
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_draft_is_too_odd(what: str, data: st.DataObject) -> None:
    workspace = load()
    kind = KIND[what]
    top = st.fixed_dictionaries({}, optional={key: shapes(kind) for key in document(kind).children})
    put(workspace, kind, {**data.draw(top), "visibility": None})
    audience = data.draw(st.sampled_from(["public", "pairing", "internal"]))
    for name, text in pages(workspace, what, audience).items():
        text.encode()
        if name.endswith(".html"):
            Page(text)


# ------------------------------------------------------------------ single documents


def test_the_charter_says_what_the_method_says_and_leaves_room_to_sign() -> None:
    say = translator("en")
    [text] = render(last_of(load(), "charter"), "charter", formats=["html"], doc_lang="en").values()
    page = plain(html.unescape(text))
    for passage in CHARTER.passages:
        if not passage.id.startswith(("mentor_role.", "not_role.")):
            assert plain(say(passage.text)) in page
    table = text[text.index('<table class="sign">') :]
    for name in (
        "Valmont",
        "Rijkhove",
        "Union of municipalities",
        "Cabinet Passerelle",
        "4\u00a0December\u00a02025",
    ):
        assert name in table
    assert table.count("<td></td><td></td></tr>") == 5


def test_the_training_names_every_party_and_every_topic() -> None:
    from mentorat.guide.parties import PARTIES
    from mentorat.guide.vocabulary import TRAINING_TOPIC

    say = translator("en")
    [text] = render(last_of(load(), "training"), "training", formats=["html"], doc_lang="en").values()
    for label in (*PARTIES.values(), *TRAINING_TOPIC.terms.values()):
        assert html.escape(say(label), quote=False) in html.unescape(text)


def test_the_training_does_not_speak_of_a_benchmark_that_is_not_used() -> None:
    workspace = load()
    assert "finishing the benchmark" in "".join(pages(workspace, "training", "pairing").values())
    put(workspace, "scope", {"benchmark": {"used": False}})
    assert "finishing the benchmark" not in "".join(pages(workspace, "training", "pairing").values())


def test_the_invitation_tells_of_visits_to_come_alone_and_needs_no_network() -> None:
    workspace = load()
    text = "".join(pages(workspace, "invitation", "pairing").values())
    assert "20\u00a0April\u00a02026" in text
    assert "January" not in text
    assert "give a say to those concerned" in text
    del workspace.pairings["valmont-rijkhoven"].documents["support-network"]
    text = "".join(pages(workspace, "invitation", "pairing").values())
    assert "Help us to write the plan" in text


def test_the_city_can_be_reached_where_it_has_a_mailbox() -> None:
    workspace = load()
    assert "Whom to write to" in "".join(pages(workspace, "invitation", "public").values())
    workspace.organisations["valmont"].value["mailbox"] = "mairie@valmont.example"
    text = "".join(pages(workspace, "invitation", "public").values())
    assert "mairie@valmont.example" in text
    assert "Whom to write to" not in text


def test_the_agenda_stands_in_the_order_of_days_and_hours() -> None:
    [text] = render(last_of(load(), "agenda"), "agenda", formats=["md"], doc_lang="fr").values()
    order = (
        "lundi 20\u00a0avril\u00a02026",
        "9\u00a0h ·",
        "18\u00a0h – 20\u00a0h\u00a015",
        "mardi 21",
        "16\u00a0h",
        "Revoir le plan",
    )
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_hosts_are_told_what_is_open_while_there_is_time() -> None:
    first, second = all_of(load(), "runsheet")
    [text] = render(second, "runsheet", formats=["md"], doc_lang="en").values()
    assert "**Without a place:**\n  - Revoir le plan\n  - Goûter" in text
    [text] = render(first, "runsheet", formats=["md"], doc_lang="en").values()
    assert "Without a" not in text


def test_a_run_sheet_has_no_line_for_what_somebody_eats_or_suffers_from() -> None:
    lines = " ".join((*BEFORE, *DURING, *AFTER)).casefold()
    assert not re.search(r"diet|meal|food|allerg|health|medic", lines)
    assert "no file" in PRIVACY


def test_a_first_visit_does_not_owe_what_only_later_ones_do() -> None:
    first, second = all_of(load(), "visit")
    [text] = render(first, "visit", formats=["md"], doc_lang="en").values()
    assert "Transferability" not in text
    [text] = render(second, "visit", formats=["md"], doc_lang="en").values()
    assert re.search(
        r"Transferability:\*\* \*Not answered yet. \(Mentee city · step: Visit: inspiration\)", text
    )
