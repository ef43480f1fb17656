"""Which organisations stand on the mentee's side of a pairing, which on the mentor's, and who facilitates."""

from __future__ import annotations

from collections.abc import Iterable

from mentorat.nodes import Node
from mentorat.workspace import Case, normalise


def same(case: Case, ref: str) -> str:
    """A key under which all ways to name an organisation meet: its id, or its words normalised."""
    return normalise(case.workspace.organisation_id(ref))


def mentee_side(case: Case) -> frozenset[str]:
    """The mentee city, its association, its team and its local support network."""
    return _keys(case, _team(case.pairing["mentee"]) + _organisations(case.network["members"]))


def mentor_side(case: Case) -> frozenset[str]:
    """The mentor city, its association, its team and its mirror group, without those of the other side."""
    everybody = _team(case.pairing["mentor"]) + _organisations(case.network["mirror_group"])
    return _keys(case, everybody) - mentee_side(case)


def facilitators(case: Case) -> frozenset[str]:
    """Who supports the method and stands on neither side."""
    programme = case.programme.at("facilitator_organisation", "organisation").word
    everybody = [*_organisations(case.pairing["facilitators"]), programme]
    return _keys(case, everybody) - mentee_side(case) - mentor_side(case)


def _team(side: Node) -> list[str]:
    return [side["city"].word, side["association"].word, *_organisations(side["team"])]


def _organisations(entries: Node) -> list[str]:
    return [entry["organisation"].word for entry in entries]


def _keys(case: Case, refs: Iterable[str]) -> frozenset[str]:
    return frozenset(same(case, ref) for ref in refs if ref)
