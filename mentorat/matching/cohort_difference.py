"""What is otherwise than in an earlier proposal, read from the JSON that it left."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mentorat.matching.cohort_results import Change, Cohort, Difference, Placement

FORMAT = "mentorat-cohort/1"
_MOST = 50_000_000


class NoProposal(ValueError):
    """A file that holds no proposal of `mentorat match --all --format json`."""


def difference(cohort: Cohort, earlier: Mapping[str, Any]) -> Difference:
    """What has changed since an earlier proposal, as `earlier_of` has read it."""
    before = {entry["pairing"]: entry for entry in earlier["pairings"]}
    now = {placement.pairing: placement for placement in cohort.placements}
    changes = [
        _change(placement, before[pairing])
        for pairing, placement in now.items()
        if pairing in before and _name(before[pairing]) != _named(placement)
    ]
    both = now.keys() & before.keys()
    files = earlier["inputs"]
    changed = {
        file for file in files.keys() | cohort.inputs.keys() if files.get(file) != cohort.inputs.get(file)
    }
    return Difference(
        as_of=earlier["as_of"],
        changes=tuple(changes),
        unchanged=len(both) - len(changes),
        appeared=tuple(pairing for pairing in now if pairing not in before),
        gone=tuple(sorted(before.keys() - now.keys())),
        total_before=float(earlier["total"]),
        lowest_before=earlier["lowest"],
        files=tuple(sorted(changed)),
        options_differ=earlier["options"] != cohort.options,
    )


def _change(placement: Placement, entry: Mapping[str, Any]) -> Change:
    mentor = entry["mentor"]
    return Change(
        pairing=placement.pairing,
        mentee=placement.mentee,
        before=entry["name"],
        after=placement.name or None,
        score_before=mentor["score"] if mentor else None,
        score_after=placement.score,
    )


def _name(entry: Mapping[str, Any]) -> str | None:
    """Which mentor an earlier run gave: its id, else what it was called."""
    return str(entry["mentor"]["mentor"]) if entry["mentor"] else entry["name"]


def _named(placement: Placement) -> str | None:
    return placement.mentor.mentor if placement.mentor else placement.name or None


def earlier_of(path: Path) -> Mapping[str, Any]:
    """An earlier proposal.

    Raises:
        OSError: the file cannot be read.
        NoProposal: it holds something else.
    """
    if path.stat().st_size > _MOST:
        raise NoProposal(path.name)
    try:
        found = json.loads(path.read_text("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NoProposal(path.name) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT or not _whole(found):
        raise NoProposal(path.name)
    return found


def _whole(found: Mapping[str, Any]) -> bool:
    """Whether everything that is compared is there, and of its type."""
    listed = found.get("pairings")
    return (
        isinstance(listed, list)
        and all(isinstance(entry, dict) and _entry(entry) for entry in listed)
        and isinstance(found.get("inputs"), dict)
        and isinstance(found.get("as_of"), str)
        and _number(found.get("total"))
        and _number(found.get("lowest", ""), or_none=True)
        and isinstance(found.get("options"), dict)
    )


def _entry(entry: Mapping[str, Any]) -> bool:
    mentor = entry.get("mentor", "")
    fine = isinstance(mentor, dict) and isinstance(mentor.get("mentor"), str) and _number(mentor.get("score"))
    return (
        isinstance(entry.get("pairing"), str)
        and (mentor is None or fine)
        and (entry.get("name", 0) is None or isinstance(entry.get("name"), str))
    )


def _number(value: object, *, or_none: bool = False) -> bool:
    return (or_none and value is None) or (isinstance(value, int | float) and not isinstance(value, bool))
