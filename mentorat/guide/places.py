"""Places in the guide (and the few sources beside it) that questions and rules name as their source."""

from __future__ import annotations

from mentorat.i18n import N_

PLACES: dict[str, str] = {
    "chapter-1": N_("guide, chapter 1 (introduction)"),
    "chapter-2": N_("guide, chapter 2 (actors and roles)"),
    "chapter-3": N_("guide, chapter 3 (common ground and benchmark)"),
    "chapter-4-needs": N_("guide, chapter 4 (needs analysis)"),
    "chapter-4-strengths": N_("guide, chapter 4 (the mentor's strengths)"),
    "chapter-4-match": N_("guide, chapter 4 (matching)"),
    "chapter-4-training": N_("guide, chapter 4 (training)"),
    "chapter-4-scope": N_("guide, chapter 4 (scope)"),
    "chapter-4-network": N_("guide, chapter 4 (stakeholders and local support network)"),
    "chapter-4-commitment": N_("guide, chapter 4 (political commitment)"),
    "chapter-5": N_("guide, chapter 5 (the mentoring process)"),
    "chapter-5-visit-1": N_("guide, chapter 5 (first visit)"),
    "chapter-5-visit-2": N_("guide, chapter 5 (second visit)"),
    "chapter-5-visit-3": N_("guide, chapter 5 (third visit)"),
    "chapter-5-after": N_("guide, chapter 5 (after the visits)"),
    "chapter-6": N_("guide, chapter 6 (adaptations)"),
    "annex-1": N_("guide, Annex 1 (what a mentor does)"),
    "annex-2": N_("guide, Annex 2 (needs analysis)"),
    "annex-2-local": N_("guide, Annex 2 (local context)"),
    "annex-2-national": N_("guide, Annex 2 (national and regional context)"),
    "annex-3": N_("guide, Annex 3 (strengths and experience)"),
    "annex-3-local": N_("guide, Annex 3 (local context)"),
    "annex-3-national": N_("guide, Annex 3 (national and regional context)"),
    "annex-4": N_("guide, Annex 4 (good practice)"),
    "annex-5": N_("guide, Annex 5 (local support network)"),
    "annex-6": N_("guide, Annex 6 (action plan)"),
    "deck": N_("slide deck on mentoring"),
    "front": N_("guide, front matter"),
    "data": N_("plain consistency of data"),
    "law": N_("data protection law (GDPR)"),
    "tool": N_("an addition of this tool; the guide does not ask for it"),
}
"""Id of a place -> its name for a reader."""
