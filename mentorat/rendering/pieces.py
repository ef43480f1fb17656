"""The pieces that pages are put together from where no single answer gives them: prose, lists, tables."""

from __future__ import annotations

from collections.abc import Sequence

from mentorat.rendering.documents.answers import labelled
from mentorat.rendering.saying import Reader, View


def prose(reader: Reader, text: View, label: str = "") -> View:
    """A text of its own, under a heading where it has one."""
    return {**labelled(reader, label, text), "short": False}


def note(reader: Reader, message: str, **values: object) -> View:
    """A remark of ours, set apart."""
    return {**labelled(reader, "", reader.ours(message, **values)), "form": "note", "short": False}


def bullets(reader: Reader, texts: Sequence[View], label: str = "", *, ordered: bool = False) -> View:
    """A list of texts, numbered where their order counts."""
    frame = labelled(reader, label, None)
    return {
        **frame,
        "form": "ordered" if ordered else "list",
        "short": False,
        "values": list(texts),
        "run": False,
    }


def sheet(facts: Sequence[View]) -> list[View]:
    """Labels with their answers, as a block; nothing where there are none."""
    return [{"form": "facts", "facts": list(facts)}] if facts else []


# ------------------------------------------------------------------ tables


def table(
    reader: Reader,
    caption: str,
    head: Sequence[str],
    rows: Sequence[View],
    *,
    wide: bool = False,
    style: str = "",
    **values: object,
) -> View:
    """A table: its columns by their names, its rows as `row` makes them.

    The caption is a sentence of ours with `values` filled in; `style` is the table's class in HTML.
    """
    return {
        "form": "table",
        "caption": reader.translate(caption, **values),
        "head": list(head),
        "rows": list(rows),
        "wide": wide,
        "style": style,
    }


def row(heading: View | None, cells: Sequence[View | None], *, number: int = 0, total: bool = False) -> View:
    """A row: its heading (with a number, where rows have one) and its cells, some of them empty."""
    return {"number": number, "heading": heading, "cells": list(cells), "total": total}


def cell(reader: Reader, *texts: View | None) -> View | None:
    """Some texts in a cell, one below the other."""
    found = [text for text in texts if text]
    if len(found) < 2:
        return labelled(reader, "", found[0]) if found else None
    return bullets(reader, found)
