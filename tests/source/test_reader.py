"""Reading: plain values with places, strict and bounded, never raising."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorat.source.positions import Span, place_of, show_path
from mentorat.source.reader import Reading, decode, read
from mentorat.source.writer import lines

FAULTS = {
    "tab": ("a:\n\tb: 1\n", "DATA001", "tab", (2, 1, 2, 2)),
    "colon": ("a: b: c\n", "DATA001", "colon", (1, 5, 1, 8)),
    "open quote": ("a: 'x\nb: 2\n", "DATA001", "quote", (1, 4, 1, 5)),
    "open bracket": ("a: [1, 2\nb: 3\n", "DATA001", "bracket", (1, 4, 1, 5)),
    "indent": ("- a\nb: 1\n", "DATA001", "indent", (2, 1, 2, 5)),
    "reserved sign": ("a: @x\n", "DATA001", "syntax", (1, 4, 1, 6)),
    "list as key": ("? [1]\n: 2\n", "DATA001", "odd_key", (1, 3, 1, 4)),
    "duplicate key": ("a: 1\na: 2\n", "DATA004", "duplicate", (2, 1, 2, 2)),
    "control character": ("a: \x07\n", "DATA011", "control", (1, 4, 1, 5)),
    "escaped control": ('a: "\\u0000"\n', "DATA011", "control", (1, 4, 1, 12)),
    "lone surrogate": ('a: "\\ud800"\n', "DATA011", "control", (1, 4, 1, 12)),
    "conflict": (
        "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n",
        "DATA012",
        "conflict",
        (2, 1, 2, 13),
    ),
    "alias": ("a: 1\nb: *x\n", "DATA013", "alias", (2, 4, 2, 6)),
    "anchor": ("a: &x 1\n", "DATA013", "anchor", (1, 4, 1, 8)),
    "merge": ("a:\n  <<: {b: 1}\n", "DATA013", "merge", (2, 3, 2, 5)),
    "tag": ("a: !!python/object:os.system x\n", "DATA013", "tag", (1, 4, 1, 31)),
    "directive": ("%YAML 1.1\n---\na: no\n", "DATA013", "directive", (1, 1, 2, 4)),
    "two documents": ("a: 1\n---\nb: 2\n", "DATA013", "documents", (2, 1, 2, 4)),
    "depth": ("[" * 100_000, "DATA014", "too_deep", (1, 32, 1, 32)),
}


def flat(span: Span) -> tuple[int, int, int, int]:
    return span.line, span.column, span.end_line, span.end_column


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_and_placed(name: str) -> None:
    text, code, case, place = FAULTS[name]
    problem = read(text).problems[0]
    assert (problem.code, problem.case, flat(problem.span)) == (code, case, place)


@pytest.mark.parametrize("text", ["a: {start: 13:45}\n", "a: [http://x?y]\n"])
def test_good_yaml_that_libyaml_refuses_is_read(text: str) -> None:
    assert read(text).problems == ()


def test_yaml_12_keeps_norway_times_and_dates_as_text() -> None:
    value = read("a: NO\nb: 13:45\nc: 2021-05-03\nd: 010\ne: 1.10\nf: yes\ng: ~\nh: true\n").value
    assert value == {
        "a": "NO",
        "b": "13:45",
        "c": "2021-05-03",
        "d": 10,
        "e": 1.1,
        "f": "yes",
        "g": None,
        "h": True,
    }


@pytest.mark.parametrize("data", [b"a: \xff\n", b"\xff\xfea\x00:\x00", b"a: \xc3\x28"])
def test_what_is_not_utf8_is_placed(data: bytes) -> None:
    text, problem = decode(data)
    assert problem is not None
    assert (problem.code, text) == ("DATA011", "")


def test_byte_order_mark_and_crlf_are_fine() -> None:
    reading = read("\ufeffkind: x\r\nb: y\r\n", places=True)
    assert reading.value == {"kind": "x", "b": "y"}
    assert reading.positions
    assert flat(place_of(reading.positions, ("b",))) == (2, 4, 2, 5)


PLACES = "kind: plan\nactions:\n  - id: a1\n    lead:\n      organisation: x\n  - id: a2\n    lead:\n"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("actions", 0, "lead", "organisation"), (5, 21, 5, 22)),
        (("actions", 0, "title"), (3, 5, 3, 7)),
        (("actions", 1, "lead"), (7, 5, 7, 9)),
        (("actions", 0, "lead", "function"), (4, 5, 4, 9)),
        (("version",), (1, 1, 1, 5)),
    ],
)
def test_what_is_missing_is_placed_at_its_nearest_ancestor(
    path: tuple[str | int, ...], place: tuple[int, ...]
) -> None:
    tree = read(PLACES, places=True).positions
    assert tree
    assert flat(place_of(tree, path)) == place


def test_columns_count_characters() -> None:
    tree = read("a: {Ω: ā, b: 𝔏x}\n", places=True).positions
    assert tree
    assert flat(place_of(tree, ("a", "b"))) == (1, 14, 1, 16)


def test_paths_are_shown_as_people_write_them() -> None:
    assert show_path(("actions", 2, "lead")) == "actions[2].lead"


@given(st.text(alphabet="a:-[]{}'\"#&*!|>%@ \n\t\\é𝔏0", max_size=60))
def test_reading_never_raises_and_places_lie_inside(text: str) -> None:
    reading = read(text, places=True)
    assert isinstance(reading, Reading)
    rows = text.count("\n") + 2
    for problem in reading.problems:
        assert 1 <= problem.span.line <= rows


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\n",
        "{" * 100_000,
        "a: " + "x" * 1_900_000,
        "- " * 50_000,
        "\n".join(f"k{i}: {i}" for i in range(20_000)),
    ],
)
def test_hostile_text_is_answered_at_once(text: str) -> None:
    start = time.perf_counter()
    read(text)
    assert time.perf_counter() - start < 2


SIMPLE = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-999, 999),
        st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12),
    ),
    lambda part: st.one_of(
        st.lists(part, max_size=3),
        st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), part, max_size=3),
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), SIMPLE, min_size=1, max_size=4))
def test_what_is_written_is_read_back(value: dict[str, object]) -> None:
    assert read("\n".join(lines(value)) + "\n").value == value
