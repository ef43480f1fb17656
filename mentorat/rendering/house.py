"""The programme's own look on a page: its colour, its logo, and the lines above and below."""

from __future__ import annotations

from mentorat import look
from mentorat.rendering.saying import Reader, View


def house(reader: Reader) -> View:
    """What of the programme's look this reader's page shows; what cannot be used is left away (LOOK001, 002)."""
    written = reader.target.programme["look"]
    name, above, below = (
        reader.said(node.value, count=False) if (node := reader.open(written[key])) else None
        for key in ("name", "header", "footer")
    )
    return {
        "colour": _colour(reader),
        "logo": _logo(reader),
        "name": name,
        "above": above,
        "below": below,
    }


def _colour(reader: Reader) -> str:
    node = reader.open(reader.target.programme.at("look", "colour"))
    return look.colour(node.word) if node and look.accent(node.word) else ""


def _logo(reader: Reader) -> str:
    node = reader.open(reader.target.programme.at("look", "logo"))
    if node is None or not node.word:
        return ""
    try:
        return look.logo(reader.workspace.root, node.word).address
    except look.NoLogo:
        return ""
