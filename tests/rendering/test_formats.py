"""PDF files, calendars and sheets: what they are, what they say, and what is said where an extra is missing."""

from __future__ import annotations

import csv
import datetime
import importlib.abc
import io
import os
import shutil
import socket
import sys
from pathlib import Path
from typing import Any

import icalendar
import pytest

from mentorat import __version__
from mentorat.cli.exits import Exit
from mentorat.rendering import export, formats_of
from mentorat.rendering.formats import pdf
from mentorat.rendering.formats.csv import Sheet, write
from mentorat.rendering.targets import targets
from mentorat.rendering.views import WHAT
from mentorat.workspace import Workspace
from tests.cli import mentorat
from tests.rendering.programme import AS_OF, FIXTURE, load

VISITED = Path(__file__).parent / "visited"
SNAPSHOTS = Path(__file__).parent / "snapshots" / "pairing"

DATES_AND_LISTS = [
    (FIXTURE, "plan", "ics"), (FIXTURE, "plan", "csv"), (FIXTURE, "budget", "csv"), (VISITED, "network", "csv"),
    (VISITED, "agenda", "ics"), (VISITED, "visit", "ics"),
]  # fmt: skip


def made(root: Path, what: str, ending: str, lang: str = "fr") -> bytes:
    """The first document of its kind in a programme."""
    workspace = Workspace(root, as_of=AS_OF, cache=False)
    target = next(targets(workspace, WHAT[what].belongs_to))
    [data] = export(target, what, formats=[ending], doc_lang=lang).values()
    return data


@pytest.mark.parametrize(("root", "what", "ending"), DATES_AND_LISTS)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_dates_and_lists_are_as_they_were(root: Path, what: str, ending: str, lang: str) -> None:
    """`SNAPSHOTS=write pytest tests/rendering` writes them anew; read the difference before keeping it."""
    data = made(root, what, ending, lang).replace(__version__.encode(), b"VERSION")
    path = SNAPSHOTS / f"{what}.{lang}.{ending}"
    if os.environ.get("SNAPSHOTS") == "write":
        path.write_bytes(data)
    assert data == path.read_bytes(), f"{path.name} has changed: SNAPSHOTS=write writes it anew"


def test_each_document_comes_in_the_formats_that_it_has() -> None:
    extra = {what: set(formats_of(what)) - {"md", "html", "pdf"} for what in WHAT}
    assert {what: formats for what, formats in extra.items() if formats} == {
        "plan": {"ics", "csv"},
        "network": {"csv"},
        "budget": {"csv"},
        "agenda": {"ics"},
        "visit": {"ics"},
    }
    assert all({"md", "html", "pdf"} <= set(formats_of(what)) for what in WHAT)


def test_a_document_without_dates_is_no_calendar(tmp_path: Path) -> None:
    shutil.copytree(FIXTURE, tmp_path / "villes")
    outcome = mentorat("render", "needs", "--to", "ics", cwd=tmp_path / "villes")
    assert outcome.code == Exit.USAGE
    assert "md, html, pdf" in outcome.err
    outcome = mentorat("render", "all", "--to", "ics,csv", cwd=tmp_path / "villes")
    assert outcome.code == Exit.FINE
    written = {path.name for path in (tmp_path / "villes" / "build").rglob("*") if path.is_file()}
    assert written == {"plan.fr.ics", "plan.fr.csv", "budget.fr.csv"}


# ------------------------------------------------------------------ calendars


def read(data: bytes) -> Any:
    return icalendar.Calendar.from_ical(data)


def test_a_calendar_says_what_is_due_and_takes_no_time_for_it() -> None:
    calendar = read(made(FIXTURE, "plan", "ics", "en"))
    due = [event for event in calendar.walk("VEVENT") if str(event["SUMMARY"]).startswith("Due: ")]
    assert due
    for event in due:
        assert (event["TRANSP"], event["CLASS"]) == ("TRANSPARENT", "PRIVATE")
        assert event["DTEND"].dt - event["DTSTART"].dt == datetime.timedelta(days=1)
    assert calendar["X-WR-CALNAME"] == "Valmont – Rijkhove"


def test_an_agenda_has_its_times_and_its_place() -> None:
    calendar = read(made(VISITED, "agenda", "ics", "en"))
    first = calendar.walk("VEVENT")[0]
    assert first["DTSTART"].dt == datetime.datetime(2026, 1, 14, 9, 30)  # noqa: DTZ001 - the time of the place
    assert first["DTEND"].dt == datetime.datetime(2026, 1, 14, 10, 30)  # noqa: DTZ001
    assert (first["SUMMARY"], first["LOCATION"]) == ("Les besoins", "Salle du conseil")


def test_an_event_keeps_its_mark_when_the_list_around_it_moves() -> None:
    case = load()
    marks = []
    for _ in range(2):
        [data] = export(case, "plan", formats=["ics"], doc_lang="en").values()
        events = read(data).walk("VEVENT")
        marks.append({str(event["SUMMARY"]): str(event["UID"]) for event in events})
        case.plan.document.value["actions"].reverse()
    assert marks[0] == marks[1]
    assert len(set(marks[0].values())) == len(marks[0])


# ------------------------------------------------------------------ sheets


def rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_amounts_are_numbers_in_the_language_of_the_sheet() -> None:
    french, english = (rows(made(FIXTURE, "budget", "csv", lang)) for lang in ("fr", "en"))
    assert [row[3] for row in french[1:]] == ["12000", "3500,5"]
    assert [row[3] for row in english[1:]] == ["12000", "3500.5"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("+33 1", "'+33 1"), ("-5", "'-5"), ("@SUM(1)", "'@SUM(1)"), ("\t=1", "'\t=1"),
        ("\n=1", "'\n=1"), ("\r=1", "'\n=1"), ("＝1", "'＝1"), ("a;b\"c", "a;b\"c"), ("x\ny", "x\ny"), ("\x07=", "⟦U+0007⟧="),
    ],
)  # fmt: skip
def test_no_text_is_a_formula_and_numbers_stay_numbers(text: str, cell: str) -> None:
    written = rows(write(Sheet([text], [[text], [-1.5], [None]]), ","))
    assert written == [[cell], [cell], ["-1,5"], [""]]


# ------------------------------------------------------------------ PDF files


def test_a_pdf_file_is_tagged_and_speaks_its_language() -> None:
    pypdf = pytest.importorskip("pypdf")
    reader = pypdf.PdfReader(io.BytesIO(made(FIXTURE, "budget", "pdf")))
    catalogue = reader.trailer["/Root"]
    assert catalogue["/Lang"] == "fr"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/StructTreeRoot"]["/K"]
    assert "Parler pour de bon" in reader.metadata.title
    assert b"pdfuaid:part" in catalogue["/Metadata"].get_data()
    assert "Fondation" in "".join(page.extract_text() for page in reader.pages)


def test_the_library_links_to_the_sheets_as_pdf_files() -> None:
    pypdf = pytest.importorskip("pypdf")
    reader = pypdf.PdfReader(io.BytesIO(made(FIXTURE, "practices", "pdf")))
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    addresses = [str(link["/A"]["/URI"]) for link in links if "/A" in link]
    assert [address for address in addresses if address.startswith("rijkhoven")] == [
        "rijkhoven/buddies/practice.fr.pdf"
    ]


WANTED = [
    '<img src="{file}" alt="x">', '<link rel="attachment" href="{file}">', '<a rel="attachment" href="{file}">x</a>',
    '<style>@import "{file}"; p {{ background: url({file}) }}</style>', '<object data="{file}">x</object>',
    '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><image href="{file}" width="9" height="9"/></svg>',
    '<img src="http://127.0.0.1:{port}/x.png" alt="x">',
]  # fmt: skip


def test_a_pdf_file_never_fetches_anything(tmp_path: Path) -> None:
    """Not even where a page that is not ours would ask for it."""
    pypdf, _ = pytest.importorskip("pypdf"), pytest.importorskip("weasyprint")
    picture = tmp_path / "secret.svg"
    picture.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>s3cret</text></svg>', "utf-8"
    )
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        body = "".join(WANTED).format(file=picture.as_uri(), port=server.getsockname()[1])
        data = pdf.write(
            f'<html lang="en"><head><title>t</title></head><body><p>here</p>{body}</body></html>'
        )
        with pytest.raises(BlockingIOError):
            server.accept()
    reader = pypdf.PdfReader(io.BytesIO(data))
    text = "".join(page.extract_text() for page in reader.pages)
    assert "here" in text
    assert "s3cret" not in text
    assert not reader.attachments
    assert not [image for page in reader.pages for image in page.images]


def test_a_logo_comes_from_the_programmes_folder_alone(tmp_path: Path) -> None:
    shutil.copytree(FIXTURE, tmp_path / "villes")
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>', "utf-8"
    )
    outside = (
        "../logo.svg",
        str(tmp_path / "logo.svg"),
        (tmp_path / "logo.svg").as_uri(),
        "http://127.0.0.1/logo.svg",
    )
    for logo in outside:
        case = load(tmp_path / "villes")
        case.workspace.programme.document.value["look"] = {"logo": logo}
        [page] = export(case, "budget", formats=["html"]).values()
        assert b"<img" not in page, logo


# ------------------------------------------------------------------ what is not installed


class Broken(importlib.abc.MetaPathFinder):
    """A module whose libraries cannot be loaded."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")


@pytest.mark.parametrize(
    ("module", "arguments", "line"),
    [
        ("weasyprint", ["plan", "--to", "pdf"], "pip install 'mentorat[pdf]'"),
        ("icalendar", ["plan", "--to", "md,ics"], "pip install 'mentorat[ics]'"),
    ],
)
def test_a_missing_extra_is_named_with_what_installs_it(
    module: str, arguments: list[str], line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FIXTURE, tmp_path / "villes")
    monkeypatch.setitem(sys.modules, module, None)
    outcome = mentorat("render", *arguments, cwd=tmp_path / "villes")
    assert outcome.code == Exit.USAGE
    assert line in outcome.err
    assert not (tmp_path / "villes" / "build").exists()


def test_missing_libraries_are_named_with_their_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FIXTURE, tmp_path / "villes")
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    outcome = mentorat("render", "plan", "--to", "pdf", cwd=tmp_path / "villes")
    assert outcome.code == Exit.USAGE
    assert "apt install libpango-1.0-0" in outcome.err
