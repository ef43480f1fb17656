"""Matching: which mentors fit a mentee, criterion by criterion, with reasons; people decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mentorat.matching.ranking import rank as rank
    from mentorat.matching.results import Ranking as Ranking
    from mentorat.matching.weights import WrongWeights as WrongWeights

_LAZY = {
    "rank": "mentorat.matching.ranking",
    "Ranking": "mentorat.matching.results",
    "WrongWeights": "mentorat.matching.weights",
}
__all__ = ["Ranking", "WrongWeights", "rank"]


def __getattr__(name: str) -> Any:
    """The public names, imported only when they are asked for, so that `text` can be used alone."""
    if name in _LAZY:
        import importlib

        return getattr(importlib.import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'mentorat.matching' has no attribute {name!r}")
