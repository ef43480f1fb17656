"""Drawings, bars and charts repeat what their tables say, and nothing in them runs out of its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorat import resources
from mentorat.findings import StepProgress
from mentorat.guide.steps import owed_by_visit
from mentorat.i18n import translator
from mentorat.rendering import escape, render
from mentorat.rendering.dress import stylesheet
from mentorat.rendering.locales import ENGLISH, FRENCH, NO_BREAK
from mentorat.rendering.pictures.charts import bar, quadrants, steps
from mentorat.rendering.pictures.radar import COLOURS, LEVELS, Shape, radar
from mentorat.rendering.saying import Reader, View
from tests.rendering.programme import PAIRING, load, put
from tests.rendering.test_escape import NASTY


def reader(audience: str = "internal") -> Reader:
    return Reader(load(), audience, "en", translator("en"))


def drawn(names: list[str], *shapes: Shape) -> list[View]:
    here = reader()
    return radar(here, "Title", "Caption", [here.plain(name) for name in names], shapes)


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]


# ------------------------------------------------------------------ radar


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([*NASTY, "W" * 90, "日本語" * 40, "Des outils de participation"]),
        min_size=3,
        max_size=12,
    ),
    st.data(),
)
def test_nothing_runs_out_of_the_drawing(names: list[str], data: st.DataObject) -> None:
    levels = st.lists(st.sampled_from([*LEVELS, "unknown", ""]), min_size=len(names), max_size=len(names))
    mentee, mentor = data.draw(levels), data.draw(levels)
    for view in drawn(names, ("mentee", "Valmont", mentee), ("mentor", "R" * 200, mentor)):
        width, height = float(view["width"]), float(view["height"])
        for axis in view["axes"]:
            for line in axis["lines"]:
                x, y, breadth = float(line["x"]), float(line["y"]), 7.4 * 24
                left = x - (
                    breadth if axis["anchor"] == "end" else breadth / 2 if axis["anchor"] == "middle" else 0
                )
                assert left >= 0
                assert left + breadth <= width
                assert 10 <= y <= height
        for shape in view["shapes"]:
            for line in shape["lines"]:
                found = numbers(line)
                assert all(0 <= x <= width for x in found[::2])
                assert all(0 <= y <= height for y in found[1::2])
            known = [level for level in (mentee if shape["side"] == "mentee" else mentor) if level in LEVELS]
            assert len(shape["dots"]) == len(known) + 1


def test_a_drawing_needs_three_axes_and_something_to_show() -> None:
    mentee: Shape = ("mentee", "V", ["present"] * 13)
    assert drawn(["a", "b", "c"], mentee)
    assert not drawn(["a", "b"], ("mentee", "V", ["present", "absent"]))
    assert not drawn(["a"] * 13, mentee)
    assert not drawn(["a", "b", "c"], ("mentee", "V", ["unknown", "", "present"]))


def test_what_is_not_known_leaves_a_gap_in_the_line() -> None:
    names = ["a", "b", "c", "d", "e"]
    [view] = drawn(names, ("mentee", "V", ["absent", "unknown", "present", "partial", "absent"]))
    [line] = view["shapes"][0]["lines"]
    assert len(numbers(line)) == 2 * 4
    [view] = drawn(names, ("mentee", "V", ["absent"] * 5))
    [line] = view["shapes"][0]["lines"]
    assert line.split()[0] == line.split()[-1]
    [view] = drawn(names, ("mentee", "V", ["absent", "", "present", "", "absent"]))
    assert len(view["shapes"][0]["lines"]) == 1


def test_the_drawing_is_told_in_words() -> None:
    [view] = drawn(
        ["Places", "People", "Money"],
        ("mentee", "Valmont", ["absent", "partial", "unknown"]),
        ("mentor", "Rijkhove", ["present", "", "present"]),
    )
    assert view["desc"] == (
        "Places: Valmont absent, Rijkhove present. People: Valmont partly present. "
        "Money: Valmont not known, Rijkhove present."
    )
    assert view["scale"] == "From the centre outwards: absent, partly present, present."


def test_light_colours_in_drawings_are_those_of_the_sheet() -> None:
    light = stylesheet().split(":root{")[1].split("}")[0]
    template = (resources.folder("templates") / "html" / "charts.html").read_text("utf-8")
    for colour in {*re.findall(r"#[0-9a-f]{6}", template), *COLOURS.values()}:
        assert f":{colour};" in f"{light};"


# ------------------------------------------------------------------ bars and grids


@given(st.floats(0, 1))
def test_every_bar_has_its_width_in_the_sheet(share: float) -> None:
    width = bar(share, reader().plain("x"))["width"]
    assert f".{width}{{" in stylesheet()
    assert (width == "w0") == (share == 0)


def test_steps_are_counted_and_those_without_questions_left_out() -> None:
    progress = [
        StepProgress(PAIRING, "needs", 3, 4),
        StepProgress(PAIRING, "scope", 0, 0),
        StepProgress(PAIRING, "match", 0, 2),
    ]
    [view] = steps(reader(), progress)
    assert view["caption"] == "3 of 6 things that the method asks for so far are there."
    assert [row["heading"]["text"] for row in view["rows"]] == ["Needs analysis", "Matching"]
    assert [row["cells"][0]["width"] for row in view["rows"]] == ["w75", "w0"]
    assert steps(reader(), []) == []


def test_the_grid_puts_everybody_where_they_belong() -> None:
    here = reader()
    placed = [(here.plain(f"{a}{b}"), a, b) for a in (1, 2, 3) for b in (1, 2, 3)]
    [view] = quadrants(here, placed)
    cells = [[text["text"] for text in cell["values"]] for row in view["rows"] for cell in row["cells"]]
    assert cells == [["31", "21"], ["33", "32", "23", "22"], ["11"], ["13", "12"]]
    assert quadrants(here, []) == []


# ------------------------------------------------------------------ money and time of the plan


def test_the_money_of_the_plan_is_summed_by_funder_and_year() -> None:
    case = load()
    funding = [
        {"source": "Ville", "amount": 0.1, "currency": "EUR", "year": 2026, "status": "secured"},
        {"source": "Ville", "amount": 0.2, "currency": "EUR", "year": 2027, "status": "secured"},
        {"source": "Fonds", "amount": 30, "currency": "EUR", "status": "requested"},
        {"source": "Trust", "amount": 5, "currency": "GBP"},
        {"source": "Mystère", "unknown": True},
    ]
    put(case, "action-plan", {"actions": [{"id": "a", "title": "A", "resources": {"funding": funding}}]})
    [text] = render(case, "plan", formats=["md"], doc_lang="en").values()
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert "| Fonds |  |  | €30 | €30 |" in rows
    assert "| Ville | €0.10 | €0.20 |  | €0.30 |" in rows
    assert "| Total | €0.10 | €0.20 | €30 | €30.30 |" in rows
    assert "| Trust | £5 | £5 |" in rows or "| Trust | £5 |" in rows
    assert "€30.30 in all; secured so far: €0.30." in text
    assert "£5 in all; nothing is secured so far." in text
    case.plan.document.value["actions"][0]["visibility"] = "private"
    assert "€" not in "".join(render(case, "plan", audience="pairing").values())


@pytest.mark.parametrize("name", NASTY)
def test_a_name_in_a_chart_is_a_name(name: str) -> None:
    written = escape.mermaid(name)
    assert "\n" not in written
    assert not re.search(r'[;:,%<>"`{}&\\]', re.sub(r"#\d+;", "", written))
    shown = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), written)
    assert shown == re.sub(r"[ \t\n]+", " ", escape.visible(name)).strip()
    assert not re.match(r"[A-Za-z%]", written)


def test_the_chart_of_the_plan_stands_beside_its_table() -> None:
    case = load()
    actions = [
        {
            "id": "a",
            "title": "```\nclick x",
            "status": "done",
            "schedule": {"start": "2026-01-05", "end": "2026-02"},
        },
        {"id": "b", "title": "B", "schedule": {"start": "2026-03"}},
    ]
    put(case, "action-plan", {"actions": actions})
    [text] = render(case, "plan", formats=["md"], doc_lang="en").values()
    chart = text.split("```mermaid\n")[1].split("\n```")[0]
    assert chart.splitlines()[-2:] == [
        "    #49;. #96;#96;#96; click x :done, 2026-01-05, 2026-02-28",
        "    #50;. B :2026-03-01, 2026-03-31",
    ]
    assert "| Action | 2026 Q1 |" in text


# ------------------------------------------------------------------ days, hours, steps


def test_days_and_hours_are_written_as_people_do() -> None:
    assert FRENCH.weekday("2026-04-20") == f"lundi 20{NO_BREAK}avril{NO_BREAK}2026"
    assert ENGLISH.weekday("2026-04") == f"April{NO_BREAK}2026"
    assert [FRENCH.time(time) for time in ("09:00", "14:05", "bientôt")] == [
        f"9{NO_BREAK}h", f"14{NO_BREAK}h{NO_BREAK}05", "bientôt",
    ]  # fmt: skip
    assert ENGLISH.time("09:00") == "9:00"


@pytest.mark.parametrize(
    ("due", "phase", "step"),
    [
        ("visit_1", "consolidation", "visit_3"),
        ("visit_2", "setting_scene", None),
        ("visit_2", "inspiration", "visit_2"),
        ("visit_1", "other", "visit_1"),
        ("match", "consolidation", "match"),
        ("scope", "", "scope"),
    ],
)
def test_a_visit_owes_by_its_own_step(due: str, phase: str, step: str | None) -> None:
    assert owed_by_visit(due, phase) == step
