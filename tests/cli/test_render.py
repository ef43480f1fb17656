"""`mentorat render`: what is meant by a name, every document at once, and pages compared in CI."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mentorat import resources
from mentorat.cli.exits import Exit
from mentorat.cli.render import ALL, DOCUMENTS, SITE
from mentorat.rendering.views import WHAT
from tests.cli import mentorat
from tests.rendering.programme import FIXTURE, PAIRING


@pytest.fixture
def villes(tmp_path: Path) -> Path:
    root = tmp_path / "villes en partage"
    shutil.copytree(FIXTURE, root)
    return root


def pages(root: Path) -> set[str]:
    build = root / "build"
    return {path.relative_to(build).as_posix() for path in build.rglob("*") if path.is_file()}


def test_help_names_every_document() -> None:
    assert tuple(DOCUMENTS) == tuple(WHAT)
    said = " ".join(mentorat("render", "--help").out.split())
    assert ", ".join((*DOCUMENTS, SITE, ALL)) in said


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (["plan"], f"{PAIRING}/plan"),
        (["plan", PAIRING], f"{PAIRING}/plan"),
        (["plan", f"pairings/{PAIRING}/"], f"{PAIRING}/plan"),
        (["strengths"], "rijkhoven/strengths"),
        (["strengths", "mentors/rijkhoven/strengths.yaml"], "rijkhoven/strengths"),
        (["practice", "buddies"], "rijkhoven/buddies/practice"),
        (["issues"], "issues"),
        (["issues", "union-des-communes"], "union-des-communes/issues"),
    ],
)
def test_a_document_is_named_by_id_or_path(arguments: list[str], written: str, villes: Path) -> None:
    outcome = mentorat("render", *arguments, cwd=villes)
    assert (outcome.code, outcome.err) == (Exit.FINE, "")
    assert pages(villes) == {f"{written}.fr.md", f"{written}.fr.html"}
    assert outcome.out.count("written: ") == 2
    assert mentorat("render", *arguments, cwd=villes).out.count("unchanged: ") == 2


def test_a_path_is_seen_from_where_the_user_stands(villes: Path) -> None:
    folder = villes / "mentors/rijkhoven/practices"
    assert mentorat("render", "practice", "buddies.yaml", cwd=folder).code == Exit.FINE
    assert mentorat("-C", str(folder), "render", "practice", "buddies.yaml").code == Exit.FINE
    assert mentorat("render", "practice", "practices/buddies.yaml", cwd=folder).code == Exit.USAGE


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["plan", "valmont-rijkhove"], Exit.USAGE, f"Did you mean “{PAIRING}”?"),
        (["strengths", "xyz"], Exit.USAGE, "There is no mentor “xyz”. There are: rijkhoven."),
        (["practice", "xyz"], Exit.USAGE, "There is no practice “xyz”. There are: rijkhoven/buddies."),
        (["issues", "xyz"], Exit.USAGE, "There is no association “xyz”. There are: union-des-communes."),
        (["all", "xyz"], Exit.USAGE, "There is no pairing “xyz”."),
        (["agenda"], Exit.NOTHING, "There is no visit yet"),
        (["network"], Exit.NOTHING, "has no document of this kind yet"),
        (["plna"], Exit.USAGE, "“plna” cannot be rendered."),
        (["plan", "--to", "odt"], Exit.USAGE, "There is no format “odt” here."),
        (["plan", "--audience", "all"], Exit.USAGE, "There is no audience “all”."),
        (["plan", "--doc-lang", "../fr"], Exit.USAGE, "“../fr” is no language of a page"),
        (["plan", "--doc-lang", "fr+fr"], Exit.USAGE, "“fr+fr” is no language of a page"),
        (["plan", "--doc-lang", "fr+nl+en"], Exit.USAGE, "“fr+nl+en” is no language of a page"),
    ],
)
def test_what_cannot_be_rendered_is_said(arguments: list[str], code: int, said: str, villes: Path) -> None:
    outcome = mentorat("render", *arguments, cwd=villes)
    assert outcome.code == code
    assert said in outcome.err
    assert not (villes / "build").exists()


def test_with_several_one_must_be_named(villes: Path) -> None:
    shutil.copytree(villes / "pairings" / PAIRING, villes / "pairings" / "zweite")
    outcome = mentorat("render", "plan", cwd=villes)
    assert outcome.code == Exit.USAGE
    assert f"There are: {PAIRING}, zweite." in outcome.err


def test_two_languages_make_two_files_or_one(villes: Path) -> None:
    mentorat("render", "plan", "--doc-lang", "fr,en+nl", "--to", "html", cwd=villes)
    assert pages(villes) == {f"{PAIRING}/plan.fr.html", f"{PAIRING}/plan.en+nl.html"}


def test_every_document_that_there_is(villes: Path) -> None:
    outcome = mentorat("render", "all", "--to", "md", cwd=villes)
    assert (outcome.code, outcome.err) == (Exit.FINE, "")
    found = pages(villes)
    assert found >= {
        f"{PAIRING}/needs.fr.md", f"{PAIRING}/plan.fr.md", f"{PAIRING}/scope.fr.md", "rijkhoven/strengths.fr.md",
        "rijkhoven/buddies/practice.fr.md", "issues.fr.md", "union-des-communes/issues.fr.md", "practices.fr.md",
    }  # fmt: skip
    assert not any("network" in name or "agenda" in name for name in found)
    again = mentorat("render", "all", "--to", "md", cwd=villes)
    assert again.out == f"{len(found)} pages are unchanged.\n"


def test_every_document_of_one(villes: Path) -> None:
    mentorat("render", "all", "rijkhoven", "--to", "md", cwd=villes)
    assert pages(villes) == {"rijkhoven/strengths.fr.md", "rijkhoven/buddies/practice.fr.md"}


def test_check_writes_nothing_and_names_what_is_not_current(villes: Path) -> None:
    build = villes / "build"
    missing = mentorat("render", "plan", "--check", cwd=villes)
    assert missing.code == Exit.FINDINGS
    assert missing.out.count("missing: ") == 2
    assert not build.exists()
    mentorat("render", "plan", cwd=villes)
    current = mentorat("render", "plan", "--check", cwd=villes)
    assert (current.code, current.out) == (Exit.FINE, "2 pages are current.\n")
    page = build / PAIRING / "plan.fr.md"
    page.write_text("other", "utf-8")
    stale = mentorat("render", "plan", "--check", cwd=villes)
    assert stale.code == Exit.FINDINGS
    assert stale.out == f"not current: {page}\n1 page is current.\n"
    assert page.read_text("utf-8") == "other"


@pytest.mark.parametrize(
    ("link", "arguments"),
    [
        ("build", ["plan"]),
        ("build", ["site"]),
        ("build/site", ["site"]),
        ("public", ["plan", "-o", "public"]),
        ("public", ["plan", "--check", "-o", "pairings/../public/below"]),
    ],
)
def test_no_link_in_a_programme_says_where_to_write(
    link: str, arguments: list[str], villes: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (villes / link).parent.mkdir(exist_ok=True)
    (villes / link).symlink_to(outside)
    outcome = mentorat("render", *arguments, cwd=villes)
    assert outcome.code == Exit.USAGE
    assert "leads out of the programme by a link" in outcome.err
    assert not list(outside.iterdir())
    assert mentorat("render", "plan", "-o", str(outside), cwd=villes).code == Exit.FINE


def test_check_says_that_the_day_counts(villes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MENTORAT_AS_OF")
    file = villes / "mentorat.yaml"
    file.write_text(file.read_text("utf-8").replace('as_of: "2026-03-01"', ""), "utf-8")
    mentorat("render", "plan", "--as-of", "2026-01-01", cwd=villes)
    outcome = mentorat("render", "plan", "--check", cwd=villes)
    assert outcome.code == Exit.FINDINGS
    assert "--as-of" in outcome.err
    assert mentorat("render", "plan", "--check", "--as-of", "2026-01-01", cwd=villes).code == Exit.FINE


def test_an_unreadable_document_leaves_the_others(villes: Path) -> None:
    (villes / "pairings" / PAIRING / "plan.yaml").write_text("kind: [", "utf-8")
    outcome = mentorat("render", "all", "--to", "md", cwd=villes)
    assert outcome.code == Exit.FINDINGS
    assert f"pairings/{PAIRING}/plan.yaml cannot be read" in outcome.err
    assert "rijkhoven/strengths.fr.md" in pages(villes)


def test_an_empty_programme_has_nothing_to_show(tmp_path: Path) -> None:
    (tmp_path / "mentorat.yaml").write_text("kind: programme\nschema: 1\n", "utf-8")
    outcome = mentorat("render", "strengths", cwd=tmp_path)
    assert outcome.code == Exit.NOTHING
    assert "mentorat new mentor ID" in outcome.err


def test_all_stands_for_every_one_there_is(tmp_path: Path) -> None:
    example = Path(shutil.copytree(resources.folder("examples") / "inclucities", tmp_path / "p"))
    outcome = mentorat("render", "plan", "all", "--to", "md", cwd=example)
    assert outcome.code == Exit.FINE
    assert len(pages(example)) == 4
    assert {name.rpartition("/")[2] for name in pages(example)} == {"plan.fr.md"}
    assert mentorat("render", "plan", cwd=example).code == Exit.USAGE
