"""Editing: one place changes, every other byte stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mentorat.source.editor import EditRefused, remove, rename_key, set_value, write_atomically
from mentorat.source.positions import Path as KeyPath
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


@pytest.mark.parametrize(
    ("path", "new", "old", "written"),
    [
        (("version",), "edition", "version: ", "edition: "),
        (("actions", 0, "title"), "name", "title:   ", "name:   "),
        (("actions", 0, "lead"), "body", "lead: {", "body: {"),
        (("actions", 0, "lead", "organisation"), "city", "{organisation: ", "{city: "),
        (("actions", 1, "id"), "name", "- id: a2", "- name: a2"),
        (("risks",), "dangers", "risks:", "dangers:"),
        (("empty",), "yes: no", "empty:", '"yes: no":'),
    ],
)
def test_a_key_is_renamed_and_its_value_stays(path: KeyPath, new: str, old: str, written: str) -> None:
    assert rename_key(TEXT, path, new) == TEXT.replace(old, written, 1)


@pytest.mark.parametrize(
    ("path", "new"),
    [(("version",), "kind"), (("nowhere",), "x"), (("actions", 0), "x"), (("kind", "x"), "y"), ((), "x")],
)
def test_a_key_that_is_not_there_or_would_be_twice_is_not_renamed(path: KeyPath, new: str) -> None:
    with pytest.raises(EditRefused):
        rename_key(TEXT, path, new)


WORDS = st.text(alphabet="abcéλ ", min_size=1, max_size=6).map(str.strip).filter(bool)
ANSWERS = st.sampled_from(
    [
        "plain words",
        "'single'",
        '"double \\u00e9"',
        "01000",
        "{fr: un, nl: een}",
        "[a, {b: c}, 1.10]",
        "|\n    first\n\n    second",
        ">-\n    folded\n    text",
        "\n    inner: 1  # deep\n    'quoted': two",
        "\n    - one\n    - id: x\n      more: y",
    ]
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A document in any layout that people write: quoted keys, comments, gaps, CRLF, a mark at the start."""
    lines = []
    for name in draw(st.lists(WORDS, min_size=1, max_size=4, unique=True)):
        mark, answer = draw(st.sampled_from(["", "'", '"'])), draw(ANSWERS)
        lines += draw(st.lists(st.sampled_from(["", "# a remark: really", "   # indented"]), max_size=2))
        comment = "" if answer[0] in "|>\n" else draw(st.sampled_from(["", "  # é", "\t"]))
        gap = draw(st.sampled_from(["", " ", "   "])) if answer[0] == "\n" else " "
        lines += f"{mark}{name}{mark}:{gap}{answer}{comment}".split("\n")
    lines += draw(st.sampled_from([[], [""], ["# the end"], ["", "", ""]]))
    return draw(st.sampled_from(["", "\ufeff"])) + draw(st.sampled_from(["\n", "\r\n"])).join(lines)


def around(text: str, edited: str, start: int, end: int) -> bool:
    """Whether everything before `start` and behind `end` is still there, byte for byte."""
    return edited[:start] == text[:start] and edited.endswith(text[end:])


@given(documents(), WORDS, st.data())
def test_renaming_keeps_every_other_byte(text: str, new: str, data: st.DataObject) -> None:
    reading = read(text, places=True)
    assert reading.positions
    assert not reading.problems
    keys = [(path, place.key) for path, place in reading.positions.walk() if place.key]
    path, span = data.draw(st.sampled_from(keys))
    try:
        edited = rename_key(text, path, new)
    except EditRefused:
        assert any(other == (*path[:-1], new) for other, _ in keys)
        return
    assert around(text, edited, span.start, span.end)
    assert sorted(map(repr, values(read(edited).value))) == sorted(map(repr, values(reading.value)))


def values(value: object) -> list[object]:
    """Every single value below, without its keys."""
    if isinstance(value, dict):
        return [inner for part in value.values() for inner in values(part)]
    if isinstance(value, list):
        return [inner for part in value for inner in values(part)]
    return [value]


@given(documents(), st.one_of(WORDS, st.integers(0, 10**6), st.booleans()), st.data())
def test_setting_keeps_every_other_byte(text: str, value: object, data: st.DataObject) -> None:
    tree = read(text, places=True).positions
    assert tree
    leaves = [(path, place.value) for path, place in tree.walk() if not place.children]
    path, span = data.draw(st.sampled_from(leaves))
    assume(span.end > span.start)
    assert around(text, set_value(text, path, value), span.start, span.end)


def test_writing_is_all_or_nothing(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    target.write_text("old", "utf-8")
    write_atomically(target, "new\r\n")
    assert target.read_bytes() == b"new\r\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
