"""Editing: one place changes, every other byte stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorat.source.editor import EditRefused, remove, set_value, write_atomically
from mentorat.source.reader import read

TEXT = """# a plan
kind: action-plan   # keep me
version: '1.0'      # and me

actions:
- id: a1            # unindented list
  title:   "Aligned"
  lead: {organisation: alba}
  notes: |
    first line
    second line
- id: a2
  partners: [x, y]
risks:
empty: []
"""


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("version",), "1.1", "'1.0'", '"1.1"'),
        (("actions", 0, "title"), "New: title", '"Aligned"', '"New: title"'),
        (("actions", 0, "lead", "organisation"), "brona", "alba}", "brona}"),
        (("actions", 0, "lead", "function"), "head", "alba}", 'alba, function: "head"}'),
        (("actions", 1, "partners", 2), "z", "y]", 'y, "z"]'),
        (("risks",), "none", "risks:\n", "risks: none\n"),
        (("risks", 0), {"id": "r1"}, "risks:\n", "risks:\n  - id: r1\n"),
        (("empty", 0), "x", "empty: []", 'empty: ["x"]'),
        (("actions", 1, "title"), "Second", "partners: [x, y]\n", "partners: [x, y]\n  title: Second\n"),
        (("actions", 2), {"id": "a3"}, "partners: [x, y]\n", "partners: [x, y]\n- id: a3\n"),
        (("review", "date"), "2026-01-02", "empty: []\n", 'empty: []\nreview:\n  date: "2026-01-02"\n'),
        (("actions", 0, "notes"), "short", "|\n    first line\n    second line", "short"),
    ],
)
def test_only_the_place_changes(path: tuple[str | int, ...], value: object, old: str, new: str) -> None:
    assert set_value(TEXT, path, value) == TEXT.replace(old, new, 1)


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        (("version",), "version: '1.0'      # and me\n"),
        (("actions", 0, "notes"), "  notes: |\n    first line\n    second line\n"),
        (("actions", 1), "- id: a2\n  partners: [x, y]\n"),
        (("risks",), "risks:\n"),
    ],
)
def test_removing_takes_its_lines_and_no_more(path: tuple[str | int, ...], gone: str) -> None:
    assert remove(TEXT, path) == TEXT.replace(gone, "", 1)


def test_windows_line_endings_and_the_mark_at_the_start_stay() -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    edited = set_value(text, ("actions", 1, "title"), "Second")
    assert edited == text.replace("partners: [x, y]\r\n", "partners: [x, y]\r\n  title: Second\r\n")


@pytest.mark.parametrize("path", [("kind", "x"), ("actions", 9, "id"), ("version", 0)])
def test_what_cannot_be_done_is_refused(path: tuple[str | int, ...]) -> None:
    with pytest.raises(EditRefused):
        set_value(TEXT, path, "x")


@given(
    st.sampled_from([("version",), ("actions", 0, "title"), ("actions", 1, "new"), ("top",), ("risks", 0)]),
    st.one_of(
        st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=20),
        st.integers(-(10**12), 10**12),
        st.booleans(),
    ),
)
def test_what_is_set_is_read_back_and_comments_stay(path: tuple[str | int, ...], value: object) -> None:
    edited = set_value(TEXT, path, value)
    found = read(edited).value
    for key in path:
        found = found[key]
    assert found == value
    assert edited.count("#") >= TEXT.count("#")


def test_writing_is_all_or_nothing(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    target.write_text("old", "utf-8")
    write_atomically(target, "new\r\n")
    assert target.read_bytes() == b"new\r\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
