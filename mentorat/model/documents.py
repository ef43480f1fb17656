"""Every kind of document: its model, and where a programme usually keeps it."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentorat.i18n import N_

if TYPE_CHECKING:
    from mentorat.model.base import Document


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    `stem` is the usual file name without ending, which also names the kind on the command line;
    `folder` says where it lies (`{id}` stands for a pairing, a mentor or the document itself).
    The model is loaded only when a document of this kind is met.
    """

    id: str
    stem: str
    label: str
    folder: str
    module: str
    model_name: str
    tracked: bool = True

    @property
    def model(self) -> type[Document]:
        """The Pydantic model of this kind."""
        module = importlib.import_module(f"mentorat.model.{self.module}")
        model: type[Document] = getattr(module, self.model_name)
        return model

    @property
    def schema_file(self) -> str:
        """The name of its JSON Schema."""
        return f"{self.id}.schema.json"


KINDS: dict[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind("programme", "mentorat", N_("programme"), "", "programme", "Programme"),
        Kind("organisation", "organisation", N_("organisation"), "organisations", "organisation", "Organisation"),
        Kind("mentor-strengths", "strengths", N_("mentor's strengths"), "mentors/{id}", "strengths", "Strengths"),
        Kind("good-practice", "practice", N_("good practice"), "mentors/{id}/practices", "practice", "Practice"),
        Kind("benchmark", "benchmark", N_("benchmark"), "benchmarks", "benchmark", "Benchmark"),
        Kind("pairing", "pairing", N_("pairing"), "pairings/{id}", "pairing", "Pairing"),
        Kind("needs-analysis", "needs", N_("needs analysis"), "pairings/{id}", "needs", "NeedsAnalysis"),
        Kind("scope", "scope", N_("scope"), "pairings/{id}", "scope", "Scope"),
        Kind("support-network", "network", N_("local support network"), "pairings/{id}", "network", "SupportNetwork"),
        Kind("visit", "visit", N_("visit"), "pairings/{id}/visits", "visit", "Visit"),
        Kind("action-plan", "plan", N_("action plan"), "pairings/{id}", "plan", "ActionPlan"),
        Kind("follow-up", "follow-up", N_("follow-up"), "pairings/{id}", "follow_up", "FollowUp"),
        Kind("review", "review", N_("review"), "pairings/{id}", "review", "Review"),
        Kind("contacts", "contacts", N_("contacts"), "", "contacts", "Contacts", tracked=False),
        Kind("private-notes", "private", N_("private notes"), "pairings/{id}", "private_notes", "PrivateNotes", tracked=False),
    )
}

BY_STEM: dict[str, Kind] = {kind.stem: kind for kind in KINDS.values()}
