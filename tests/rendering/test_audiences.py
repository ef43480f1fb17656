"""What is confidential never leaves the circle it is meant for, and what is not is never lost."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest

from mentorat.case import Case
from mentorat.i18n import translator
from mentorat.rendering import AUDIENCES, NotRendered, render
from mentorat.rendering.saying import Reader
from tests.rendering.programme import FIXTURE, PAIRING, RANK, filled, load, put, questions

KINDS = {"needs": "needs-analysis", "plan": "action-plan"}
MAY_READ = {"public": {"public"}, "pairing": {"public", "programme", "pairing"}, "internal": set(RANK)}
MARK = re.compile(r"⟪(\w+):([^⟫]*)⟫")
# The lead's parts and the figures' sources are printed; ids of free texts that no list knows are printed raw.
NOT_PRINTED = {"needs-analysis.signatures[].digest", "action-plan.signatures[].digest"}


def outputs(case: Case, what: str, audience: str, lang: str = "en") -> dict[str, str]:
    return {
        name: html.unescape(text.replace("<wbr>", ""))
        for name, text in render(case, what, audience=audience, doc_lang=lang).items()
    }


@pytest.mark.parametrize("what", KINDS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_marks_in_every_answer_reach_those_who_may_read_them_and_nobody_else(
    what: str, audience: str
) -> None:
    case = load()
    for kind in (*KINDS.values(), "pairing", "scope", "follow-up"):
        keep = {"mentee": case.pairing["mentee"].value} if kind == "pairing" else {}
        put(case, kind, filled(kind) | keep)
    said = {
        name for shown, name in MARK.findall(filled_text(KINDS[what])) if shown in MAY_READ[audience]
    } - NOT_PRINTED
    for name, text in outputs(case, what, audience).items():
        marks = MARK.findall(text.replace("\\", ""))
        assert {shown for shown, _ in marks} <= MAY_READ[audience], name
        assert said - {question for _, question in marks} == set(), name


def filled_text(kind: str) -> str:
    return str(filled(kind))


@pytest.mark.parametrize("what", KINDS)
@pytest.mark.parametrize("audience", ["public", "pairing"])
def test_not_even_the_label_of_a_confidential_question_appears(what: str, audience: str) -> None:
    kind = KINDS[what]
    case = load()
    put(case, kind, filled(kind))
    open_labels = {field.label for field, here in questions(kind) if here in MAY_READ[audience]}
    closed = {field.label for field, here in questions(kind) if here not in MAY_READ[audience]} - open_labels
    assert what == "plan" or closed
    for text in outputs(case, what, audience).values():
        for label in closed:
            assert f">{label}<" not in text
            assert f"**{label}:**" not in text
            assert f"{label}: " not in text


@pytest.mark.parametrize("what", KINDS)
def test_what_was_left_out_is_counted(what: str) -> None:
    case = load()
    assert "PRIVATE" in "".join(outputs(case, "needs", "internal").values())
    for text in outputs(case, what, "public").values():
        assert "PRIVATE" not in text
        assert re.search(r"\d+ confidential answers are not shown\.", text)


def test_one_answer_left_out_is_told_in_the_singular() -> None:
    case = load()
    put(case, "needs-analysis", {"key_actors": [{"name": "Lycée", "difficulties": "⟪private⟫"}]})
    for text in outputs(case, "needs", "pairing").values():
        assert "1 confidential answer is not shown." in text
        assert "⟪private⟫" not in text


@pytest.mark.parametrize("word", ["private", "privat", 3, ["public"]])
def test_an_entry_may_narrow_and_a_slip_of_the_pen_closes(word: object) -> None:
    case = load()
    actions = [{"id": "a", "title": "⟪shown⟫"}, {"id": "b", "title": "⟪closed⟫", "visibility": word}]
    put(case, "action-plan", {"actions": actions})
    for audience in ("public", "pairing"):
        for text in outputs(case, "plan", audience).values():
            assert "⟪shown⟫" in text
            assert "⟪closed⟫" not in text
            assert "1 confidential answer is not shown." in text
    assert all("⟪closed⟫" in text for text in outputs(case, "plan", "internal").values())


def test_what_is_closed_altogether_is_counted_once() -> None:
    case = load()
    put(case, "action-plan", {"actions": [{"id": "b", "title": "⟪closed⟫", "visibility": "private"}]})
    for text in outputs(case, "plan", "pairing").values():
        assert "1 confidential answer is not shown." in text


def test_persons_are_named_in_internal_documents_only(tmp_path: Path) -> None:
    shutil.copytree(FIXTURE, tmp_path, dirs_exist_ok=True)
    person = "{id: c1, name: A. Nonyme, function: Chargée de mission, email: mairie@valmont.example}"
    (tmp_path / "contacts.yaml").write_text(f"kind: contacts\nschema: 1\ncontacts:\n  - {person}\n", "utf-8")
    case = load(tmp_path)
    shown = {name: Reader(case, name, "fr", translator("fr")).contact("c1")["text"] for name in AUDIENCES}
    assert shown == {
        "public": "c1",
        "pairing": "c1",
        "internal": "A. Nonyme, Chargée de mission, mairie@valmont.example",
    }


def test_an_entry_cannot_widen() -> None:
    case = load()
    put(case, "needs-analysis", {"change_agents": [{"actor": "⟪closed⟫", "visibility": "public"}]})
    assert all("⟪closed⟫" not in text for text in outputs(case, "needs", "pairing").values())


def test_a_question_that_is_called_visibility_narrows_nothing() -> None:
    from mentorat import shape
    from mentorat.rendering import audience

    effects = shape.document("visit").children["effects"]
    assert not audience.narrows(effects)
    assert audience.narrows(shape.document("needs-analysis"))


@pytest.mark.parametrize("visibility", ["pairing", "private", "secret"])
def test_a_document_may_narrow_itself(visibility: str) -> None:
    case = load()
    put(case, "action-plan", {"title": "Plan", "visibility": visibility})
    with pytest.raises(NotRendered) as caught:
        render(case, "plan", audience="public")
    assert case.plan.document.file in caught.value.message.show(translator("en"))


def test_names_from_narrowed_documents_stay_there() -> None:
    case = load()
    case.needs.document.value["visibility"] = "private"
    case.workspace.organisations["maison-des-langues"].value["visibility"] = "private"
    case.workspace.programme.document.value["visibility"] = "private"
    case.pairing.document.value["visibility"] = "private"
    for text in outputs(case, "plan", "pairing", "fr").values():
        for name in (
            "où, quand, avec qui",
            "rien d'autre",
            "Maison des langues",
            "imaginaire",
            "hors de la classe",
        ):
            assert name not in text
        assert "Valmont" in text


def test_the_association_may_close_its_own_part() -> None:
    case = load()
    assert any("Avis sur les textes" in text for text in outputs(case, "needs", "public", "fr").values())
    case.workspace.organisations["union-des-communes"].value["visibility"] = "private"
    assert not any("Avis sur les textes" in text for text in outputs(case, "needs", "public", "fr").values())


def test_a_missing_document_says_so() -> None:
    case = load()
    del case._folder.documents["action-plan"]
    with pytest.raises(NotRendered) as caught:
        render(case, "plan")
    assert (
        caught.value.message.show(translator("en"))
        == f"{PAIRING} has no document of this kind yet: Action plan."
    )


def test_confidences_outside_git_are_for_internal_documents_only(tmp_path: Path) -> None:
    shutil.copytree(FIXTURE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "pairings" / PAIRING / "private.yaml").write_text(
        "kind: private-notes\nschema: 1\nnotes:\n"
        "  - {about: 'needs.items[0].problem', text: ⟪beside⟫}\n"
        "  - {about: 'needs.items[0].response', text: ⟪short⟫}\n"
        "  - {about: 'needs.nowhere', text: ⟪apart⟫}\n"
        "  - {about: 'plan.actions[0].title', text: ⟪plan⟫}\n",
        "utf-8",
    )
    case = load(tmp_path)
    for name, text in outputs(case, "needs", "internal").items():
        assert [text.count(mark) for mark in ("⟪beside⟫", "⟪short⟫", "⟪apart⟫", "⟪plan⟫")] == [1, 1, 1, 0], (
            name
        )
        assert text.index("⟪beside⟫") < text.index("Local context\n" if name.endswith("md") else 'id="local')
    assert all("⟪plan⟫" in text for text in outputs(case, "plan", "internal").values())
    for audience in ("public", "pairing"):
        assert not any("⟪" in text for text in outputs(case, "needs", audience).values())
