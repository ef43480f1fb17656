"""The site of a programme: a folder of linked pages that opens from disk and can be published as it is."""

from __future__ import annotations

from mentorat.rendering.site.leftovers import leftovers, remove
from mentorat.rendering.site.making import Site

__all__ = ["Site", "leftovers", "remove"]
