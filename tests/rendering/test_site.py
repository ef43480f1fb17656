"""The site of a programme: its links, its audiences, what is written again, and what is taken away."""

from __future__ import annotations

import atexit
import functools
import json
import os
import posixpath
import re
import shutil
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from mentorat.cli.exits import Exit
from mentorat.rendering import AUDIENCES, escape
from mentorat.rendering.site import Site, leftovers
from mentorat.rendering.site.places import Places
from mentorat.workspace import Workspace
from tests.cli import mentorat
from tests.rendering.programme import AS_OF, FIXTURE, PAIRING, RANK, filled

HALVES = (Path(__file__).parent / "visited", FIXTURE)
EXAMPLE = Path(__file__).parents[2] / "examples" / "inclucities"
SNAPSHOTS = Path(__file__).parent / "snapshots" / "site"
MARK = re.compile(r"⟪(\w+):([^⟫]*)⟫")
MAY_READ = {"public": {"public"}, "pairing": {"public", "programme", "pairing"}, "internal": set(RANK)}
EVERYBODY = pytest.mark.parametrize("audience", AUDIENCES)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x>',
    "../../x",
    "[x](javascript:x)",
    "{{ 7 * 7 }}",
    "\u202eabc",
    "א" * 300,
    "x" * 300,
)

Files = dict[str, bytes]


@functools.cache
def villes_en_partage() -> Path:
    """The invented pairing with all that was written of it: preparation, visits, needs and plan."""
    root = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    for half in HALVES:
        for path in half.rglob("*.yaml"):
            copy = root / path.relative_to(half)
            copy.parent.mkdir(parents=True, exist_ok=True)
            if not copy.exists():
                shutil.copy(path, copy)
    return root


def read(root: Path | None = None) -> Workspace:
    return Workspace(root or villes_en_partage(), as_of=AS_OF, cache=False)


def put(root: Path, file: str, **values: Any) -> None:
    """Write other answers into a document (JSON is YAML too)."""
    value = next(document.value for document in read(root).documents if document.file == file)
    (root / file).write_text(json.dumps({**value, **values}), "utf-8")


def made(site: Site) -> Files:
    """All files of a site."""
    files: Files = {}
    for piece in site.pieces():
        files |= piece()
    return files | site.last()


@functools.cache
def build(
    root: Path | None = None,
    audience: str = "pairing",
    editions: tuple[str, ...] = ("fr",),
    formats: tuple[str, ...] = ("html",),
) -> Files:
    return made(Site(read(root), audience=audience, editions=editions, formats=formats))


@pytest.fixture
def villes(tmp_path: Path) -> Path:
    return Path(shutil.copytree(villes_en_partage(), tmp_path / "villes"))


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "example"))


class Page(HTMLParser):
    """A page as a browser reads it: where it can be entered, where it leads, and what it says."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.fetched: list[str] = []
        self.current: list[str] = []
        self.text = ""
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            match name:
                case "id":
                    self.ids.append(value or "")
                case "href":
                    self.links.append((tag, value or ""))
                case "src" | "srcset" | "data" | "action" | "style":
                    self.fetched.append(value or "")
                case "aria-current":
                    self.current.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


def pages(files: Files) -> dict[str, Page]:
    return {name: Page(data) for name, data in files.items() if name.endswith(".html")}


def is_outside(address: str) -> bool:
    return bool(re.match(r"(https?|mailto):", address))


def target_of(name: str, address: str) -> tuple[str, str]:
    """The file and the anchor that a link on a page means."""
    path, _, anchor = address.partition("#")
    file = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else name
    return file, unquote(anchor)


def dead_links(files: Files) -> list[tuple[str, str]]:
    found, known = [], pages(files)
    for name, page in known.items():
        for tag, address in page.links:
            if tag == "a" and is_outside(address):
                continue
            file, anchor = target_of(name, address)
            if file not in files or (anchor and anchor not in known[file].ids):
                found.append((name, address))
    return found


def reached(files: Files) -> set[str]:
    """The files that can be reached from `index.html` by following links."""
    known, found, waiting = pages(files), {"index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        for _, address in known[name].links if name in known else ():
            file = target_of(name, address)[0]
            if not is_outside(address) and file not in found:
                found.add(file)
                waiting.append(file)
    return found


# ------------------------------------------------------------------ links


@EVERYBODY
@pytest.mark.parametrize("root", [None, EXAMPLE], ids=["fixture", "example"])
def test_every_link_leads_somewhere_and_every_file_is_linked(audience: str, root: Path | None) -> None:
    files = build(root, audience, ("fr", "en"), ("html", "md", "csv", "ics"))
    assert dead_links(files) == []
    assert files.keys() - reached(files) == {"files.txt"}


def test_pages_in_two_languages_are_linked_too() -> None:
    files = build(editions=("fr+en", "nl"))
    assert dead_links(files) == []
    assert files.keys() - reached(files) == {"files.txt"}
    page = pages(files)["index.fr+en.html"]
    assert len(page.ids) == len(set(page.ids))
    assert "français + English" in page.text
    assert "Nederlands" in page.text


def test_the_first_page_is_that_of_the_first_language() -> None:
    files = build(editions=("en", "fr"))
    assert files["index.html"] == files["index.en.html"] != files["index.fr.html"]


@EVERYBODY
def test_a_page_is_whole_and_asks_nothing_of_anybody(audience: str) -> None:
    for name, page in pages(build(EXAMPLE, audience)).items():
        assert not page.tags & {"script", "iframe", "object", "embed", "form", "img"}, name
        assert page.fetched == [], name
        assert not [address for tag, address in page.links if tag == "link" and is_outside(address)], name
        assert len(page.ids) == len(set(page.ids)), name


def test_pages_say_where_they_are() -> None:
    files = build()
    page = pages(files)[f"{PAIRING}/plan.fr.html"]
    assert page.current == ["page"]
    assert ("a", "../index.fr.html") in page.links
    assert ("a", "index.fr.html") in page.links
    assert pages(files)["matching.fr.html"].current == ["page", "page"]


def test_languages_are_named_by_their_speakers() -> None:
    page = build(editions=("fr", "en"))[f"{PAIRING}/plan.fr.html"].decode()
    assert '<link rel="alternate" hreflang="en" href="plan.en.html">' in page
    assert '<a href="plan.en.html" hreflang="en" lang="en">English</a>' in page


@EVERYBODY
def test_only_a_public_site_may_be_found(audience: str) -> None:
    for name, data in build(audience=audience).items():
        if name.endswith(".html"):
            assert (b'content="noindex"' in data) == (audience != "public"), name


# ------------------------------------------------------------------ what is where


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("audience", ["public", "pairing"])
@pytest.mark.parametrize("name", ["index", f"{PAIRING}/index", "matching", "calendar"])
def test_pages_are_as_they_were(name: str, audience: str, lang: str) -> None:
    """`SNAPSHOTS=write pytest tests/rendering` writes them anew; read the difference before keeping it."""
    text = build(audience=audience, editions=("fr", "en"))[f"{name}.{lang}.html"].decode()
    shown = re.sub(r"<style>.*?</style>|'sha256-[^']*'", "", text, flags=re.DOTALL)
    path = SNAPSHOTS / audience / f"{name.replace('/', '-')}.{lang}.html"
    if os.environ.get("SNAPSHOTS") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(shown.encode())
    assert shown.encode() == path.read_bytes(), f"{path.name} has changed: SNAPSHOTS=write writes it anew"


def test_other_formats_stand_beside_the_pages() -> None:
    files = build(formats=("csv", "ics"))
    assert f"{PAIRING}/plan.fr.csv" in files
    assert f"{PAIRING}/plan.fr.html" in files
    assert f"{PAIRING}/needs.fr.csv" not in files
    links = pages(files)[f"{PAIRING}/index.fr.html"].links
    assert ("a", "plan.fr.csv") in links
    assert ("a", "1-setting-scene/agenda.fr.ics") in links


def test_folders_are_in_latin_letters_and_never_shared() -> None:
    places = Places("public", ("fr",))
    names = [
        places.folder(id_) for id_ in ("Λιβαδειά/ν", "Livadeia/n", "saint-jean", "Λιβαδειά/ν", "../..", "…")
    ]
    assert names == ["livadeia/n", "livadeia/n-2", "saint-jean", "livadeia/n", "x/x", "x"]


def test_a_calendar_file_has_the_dates_of_all_pairings() -> None:
    data = build(EXAMPLE, "public")["site.fr.ics"].decode().replace("\r\n ", "")
    for pairing in ("Capaci – Malines", "Jelgava – Schaerbeek", "Livadia – Fuenlabrada"):
        assert f":{pairing} – " in data
    marks = re.findall(r"^UID:(.*)$", data, flags=re.MULTILINE)
    assert len(marks) == len(set(marks)) > 10


def test_without_icalendar_the_calendar_file_is_left_out_and_this_is_said(
    villes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    outcome = mentorat("render", "site", cwd=villes)
    assert outcome.code == Exit.FINE
    assert "The calendar file is left out." in outcome.err
    assert "mentorat[ics]" in outcome.err
    files = {
        path.relative_to(villes / "build/site").as_posix() for path in (villes / "build/site").rglob("*")
    }
    assert "calendar.fr.html" in files
    assert not [name for name in files if name.endswith(".ics")]
    assert ".ics" not in (villes / "build/site/calendar.fr.html").read_text("utf-8")


# ------------------------------------------------------------------ audiences


def test_candidates_and_working_papers_are_not_for_the_public() -> None:
    public, partners = build(EXAMPLE, "public"), build(EXAMPLE, "pairing")
    assert "livadia-fuenlabrada/matching.fr.html" in partners
    assert "livadia-fuenlabrada/matching.fr.html" not in public
    missing = {Path(name).name.split(".")[0] for name in partners} - {
        Path(name).name.split(".")[0] for name in public
    }
    assert missing == {
        "matching", "network", "invitation", "training", "charter", "scope", "agenda", "runsheet", "visit",
        "handover", "issues",
    } - {"matching"}  # fmt: skip


def test_a_mentor_that_nobody_chose_is_not_shown_to_the_public(example: Path) -> None:
    put(example, "pairings/livadia-fuenlabrada/pairing.yaml", mentor={}, matching={})
    public, partners = build(example, "public"), build(example, "pairing")
    assert "fuenlabrada/strengths.fr.html" not in public
    assert "fuenlabrada/strengths.fr.html" in partners
    assert b"Fuenlabrada" not in public["matching.fr.html"]


def test_the_public_is_not_told_what_is_missing() -> None:
    public, partners = (
        build(audience=audience, editions=("en",))["index.html"].decode()
        for audience in ("public", "pairing")
    )
    assert "Next thing to do" in partners
    assert "</span>\u00a0missing" in partners
    for said in ("Next thing to do", "Waiting for", "</span>\u00a0missing", "</span>\u00a0partly"):
        assert said not in public
    assert "under way" in public


@EVERYBODY
def test_nothing_reaches_those_who_may_not_read_it(audience: str, villes: Path) -> None:
    for document in read(villes).documents:
        if document.kind not in ("organisation", "programme"):
            kept = ("mentee", "mentor") if document.kind == "pairing" else ("phase", "city")
            own = {key: document.value[key] for key in kept if key in document.value}
            put(villes, document.file, **(filled(document.kind) | own))
    files = build(villes, audience)
    found = {shown for data in files.values() for shown, _ in MARK.findall(data.decode())}
    assert "public" in found
    assert found <= MAY_READ[audience]


@pytest.mark.parametrize("audience", ["public", "pairing"])
def test_an_entry_that_is_private_is_nowhere(audience: str, example: Path) -> None:
    closed = {"title": "⟪private⟫", "visibility": "private"}
    for file, key in (
        ("pairings/livadia-fuenlabrada/needs.yaml", "items"),
        ("pairings/livadia-fuenlabrada/plan.yaml", "actions"),
        ("mentors/fuenlabrada/strengths.yaml", "policies"),
    ):
        value = next(document.value for document in read(example).documents if document.file == file)
        assert value[key]
        put(example, file, **{key: [{**entry, **closed} for entry in value[key]]})
    files = build(example, audience, formats=("html", "md", "csv", "ics"))
    assert not [name for name, data in files.items() if "⟪private" in data.decode()]


def test_a_pairing_may_be_closed_altogether(example: Path) -> None:
    put(example, "pairings/livadia-fuenlabrada/pairing.yaml", visibility="private")
    files = build(example, "pairing")
    assert not [name for name in files if name.startswith("livadia-fuenlabrada/")]
    assert b"livadia-fuenlabrada" not in files["index.html"]
    assert "confidentielle" in files["index.html"].decode()
    assert dead_links(files) == []


# ------------------------------------------------------------------ hostile texts


@pytest.mark.parametrize("nasty", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_shown_and_nothing_more(nasty: str, villes: Path) -> None:
    put(villes, "mentorat.yaml", name=nasty, purpose=nasty)
    for document in read(villes).organisations.values():
        put(villes, document.file, names={"fr": nasty, "he": nasty})
    put(villes, f"pairings/{PAIRING}/pairing.yaml", theme=nasty)
    files = build(villes, "internal")
    assert dead_links(files) == []
    assert all(re.fullmatch(r"[a-z0-9/.+-]+", name) for name in files)
    for name, page in pages(files).items():
        assert not page.tags & {"script", "img", "iframe"}, name
    assert escape.visible(nasty) in pages(files)["index.html"].text


# ------------------------------------------------------------------ what cannot be read


def test_a_broken_document_is_named_and_the_rest_is_made(villes: Path) -> None:
    broken = f"pairings/{PAIRING}/needs.yaml"
    (villes / broken).write_text("kind: needs-analysis\nschema: 1\nitems: [\n", "utf-8")
    outcome = mentorat("render", "site", "--doc-lang", "en", cwd=villes)
    assert outcome.code == Exit.FINDINGS
    assert outcome.err.count(f"{broken} cannot be read") == 1
    site = villes / "build/site"
    for page in ("index.html", f"{PAIRING}/index.en.html"):
        assert broken in (site / page).read_text("utf-8").replace("<wbr>", "")
    assert (site / PAIRING / "plan.en.html").is_file()
    assert not (site / PAIRING / "needs.en.html").exists()
    files = {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }
    assert dead_links(files) == []


@pytest.mark.parametrize(
    "file", ["mentorat.yaml", f"pairings/{PAIRING}/pairing.yaml", "mentors/rijkhoven/strengths.yaml"]
)
def test_the_site_is_made_whatever_is_broken(file: str, villes: Path) -> None:
    (villes / file).write_text("kind: [\n", "utf-8")
    files = build(villes, "public", ("en",))
    assert file in files["index.html"].decode().replace("<wbr>", "")
    assert dead_links(files) == []
    assert f"{PAIRING}/index.en.html" in files


def test_a_programme_without_pairings_has_a_site_too(villes: Path) -> None:
    shutil.rmtree(villes / "pairings")
    for audience in AUDIENCES:
        files = build(villes, audience, ("en",))
        assert "There is no pairing yet." in files["index.html"].decode()
        assert "calendar.en.html" not in files
        assert dead_links(files) == []
        assert files.keys() - reached(files) == {"files.txt"}


def test_weights_that_cannot_be_used_leave_the_comparison_out(villes: Path) -> None:
    put(
        villes,
        f"pairings/{PAIRING}/pairing.yaml",
        matching={"criteria": [{"criterion": "experience", "weight": 0}]},
    )
    files = build(villes)
    assert f"{PAIRING}/matching.fr.html" not in files
    assert dead_links(files) == []


# ------------------------------------------------------------------ files


def test_the_same_documents_give_the_same_bytes() -> None:
    assert build(editions=("fr", "en")) == build.__wrapped__(editions=("fr", "en"))


def test_a_second_run_writes_nothing(villes: Path) -> None:
    site = villes / "build/site"
    assert mentorat("render", "site", "--doc-lang", "fr,en", cwd=villes).code == Exit.FINE
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in site.rglob("*")}
    again = mentorat("render", "site", "--doc-lang", "fr,en", cwd=villes)
    assert "written" not in again.out
    assert "unchanged" in again.out
    assert {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in site.rglob("*")} == before


def test_check_names_what_is_not_current_and_writes_nothing(villes: Path) -> None:
    run = ("render", "site", "--audience", "public")
    assert mentorat(*run, "--check", cwd=villes).code == Exit.FINDINGS
    assert not (villes / "build").exists()
    assert mentorat(*run, cwd=villes).code == Exit.FINE
    assert mentorat(*run, "--check", cwd=villes).code == Exit.FINE
    page = villes / "build/site/index.html"
    page.write_text("old", "utf-8")
    outcome = mentorat(*run, "--check", cwd=villes)
    assert outcome.code == Exit.FINDINGS
    assert f"not current: {page}" in outcome.out
    assert page.read_text("utf-8") == "old"


def test_what_was_withdrawn_does_not_stay_published(villes: Path) -> None:
    site = villes / "build/site"
    mentorat("render", "site", "--audience", "internal", cwd=villes)
    (site / "logo.html").write_text("mine", "utf-8")
    withdrawn = site / PAIRING / "matching.fr.html"
    assert withdrawn.is_file()
    check = mentorat("render", "site", "--audience", "public", "--check", cwd=villes)
    assert f"no longer part of the site: {withdrawn}" in check.out
    assert withdrawn.is_file()
    outcome = mentorat("render", "site", "--audience", "public", cwd=villes)
    assert f"removed: {withdrawn}" in outcome.out
    assert not withdrawn.exists()
    assert not (site / PAIRING / "1-setting-scene").exists()
    assert (site / "logo.html").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    "name", ["../kept.html", "/kept.html", "out/kept.html", "kept.yaml", "\0.html", "a" * 300 + ".html"]
)
def test_a_list_of_files_cannot_remove_others(name: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "kept.html").write_text("kept")
    (site / "kept.yaml").write_text("kept")
    (site / "out").symlink_to(tmp_path)
    (site / "files.txt").write_text(f"{name}\n")
    assert leftovers(site, ()) == []


def test_a_site_takes_no_id(villes: Path) -> None:
    outcome = mentorat("render", "site", PAIRING, cwd=villes)
    assert outcome.code == Exit.USAGE
    assert f"leave “{PAIRING}” out" in outcome.err


def test_other_outputs_are_left_alone(villes: Path) -> None:
    mentorat("render", "plan", PAIRING, cwd=villes)
    mentorat("render", "site", cwd=villes)
    assert (villes / "build" / PAIRING / "plan.fr.md").is_file()
    assert not list((villes / "build/site").rglob("*.md"))
