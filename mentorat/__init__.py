"""City-to-city mentoring as files: check, compare, match and publish a mentoring programme."""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # importing typing would cost as much as the rest of `--version`
if TYPE_CHECKING:
    from mentorat.checking import check as check
    from mentorat.matching import rank as rank
    from mentorat.rendering import render as render
    from mentorat.workspace import load_workspace as load_workspace

_LAZY = {
    "load_workspace": "mentorat.workspace",
    "check": "mentorat.checking",
    "rank": "mentorat.matching",
    "render": "mentorat.rendering",
}
__all__ = ["__version__", "check", "load_workspace", "rank", "render"]


def __getattr__(name: str) -> object:
    """The public functions, imported only when they are asked for."""
    if name in _LAZY:
        import importlib

        return getattr(importlib.import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'mentorat' has no attribute {name!r}")
