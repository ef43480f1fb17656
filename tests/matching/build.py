"""Programmes for the tests of matching, put together in memory from plain values."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mentorat.case import Case
from mentorat.nodes import Document
from mentorat.workspace import Workspace

TODAY = datetime.date(2026, 6, 1)
PAIRING = "alba-pairing"

Value = dict[str, Any]


def need(id_: str = "n1", **answers: Any) -> Value:
    """One need."""
    return {"id": id_, "title": f"Need {id_}", **answers}


def policy(id_: str = "p1", **answers: Any) -> Value:
    """One policy of a mentor."""
    return {"id": id_, "title": {"en": f"Policy {id_}"}, **answers}


def mentor(*policies: Value, organisation: Value | None = None, **answers: Any) -> Value:
    """A mentor's strengths; its organisation's own answers under `organisation`."""
    return {"policies": list(policies), "_organisation": organisation or {}, **answers}


def programme(
    needs: list[Value] | None,
    mentors: Mapping[str, Value],
    *,
    mentee: Value | None = None,
    local: Value | None = None,
    national: Value | None = None,
    pairing: Value | None = None,
    rules: Value | None = None,
    practices: Mapping[str, Value] | None = None,
    others: Mapping[str, Value] | None = None,
) -> Case:
    """A pairing of the city of Alba in a programme with some mentors.

    Args:
        needs: the needs (None: there is no analysis at all).
        mentors: the strengths by the id of the mentor.
        mentee: answers of Alba's organisation.
        local: its local context.
        national: its national context.
        pairing: further answers of `pairing.yaml`.
        rules: the programme's `matching`.
        practices: sheets by `mentor/name`.
        others: further pairings.
    """
    workspace = Workspace(Path(tempfile.gettempdir()) / "no-such-programme", as_of=TODAY, cache=False)

    def add(file: str, kind: str, id_: str, owner: str, value: Value) -> None:
        workspace._index(Document(file, kind, id_, owner, {"kind": kind, "schema": 1, **value}))

    add("mentorat.yaml", "programme", "", "", {"language": "en", "matching": rules})
    city = {"names": {"en": "Alba"}, "country": "FR", **(mentee or {})}
    add("organisations/alba.yaml", "organisation", "alba", "", city)
    header = {"mentee": {"city": "alba"}, **(pairing or {})}
    add(f"pairings/{PAIRING}/pairing.yaml", "pairing", PAIRING, PAIRING, header)
    if needs is not None:
        analysis = {"items": needs, "local_context": local, "national_context": national}
        add(f"pairings/{PAIRING}/needs.yaml", "needs-analysis", PAIRING, PAIRING, analysis)
    for id_, value in mentors.items():
        own = {"names": {"en": id_.title()}, "country": "BE", **value["_organisation"]}
        add(f"organisations/{id_}.yaml", "organisation", id_, "", own)
        strengths = {"city": id_, **{key: part for key, part in value.items() if key != "_organisation"}}
        add(f"mentors/{id_}/strengths.yaml", "mentor-strengths", id_, id_, strengths)
    for id_, value in (practices or {}).items():
        owner, name = id_.split("/")
        add(f"mentors/{owner}/practices/{name}.yaml", "good-practice", id_, owner, value)
    for id_, value in (others or {}).items():
        add(f"pairings/{id_}/pairing.yaml", "pairing", id_, id_, value)
    case = workspace.case(PAIRING)
    assert case
    return case
