"""A programme's own look: its colour, where it can be read, and its logo, where it is safe to put into a page."""

from __future__ import annotations

import base64
import functools
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

PAPER, PANEL = "#ffffff", "#f4f6f9"
"""What text stands on in the pages of the style sheet, in light."""
DARK_PAPER, DARK_PANEL = "#14181d", "#1e242c"
"""The same in the dark."""
CONTRAST = 4.5
"""What text needs in order to be read (WCAG 2.2, 1.4.3)."""
MOST = 200_000
"""Bytes of a logo."""

_HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


# ------------------------------------------------------------------ colour


@dataclass(frozen=True, slots=True)
class Accent:
    """A colour for headings and links in light and in the dark, and what can be read on it in each."""

    light: str
    on_light: str
    dark: str
    on_dark: str


def colour(written: str) -> str:
    """A colour as six digits, `#1f4a7f`; "" where it is none."""
    found = _HEX.fullmatch(written.strip())
    if not found:
        return ""
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    return f"#{digits.lower()}"


def luminance(rgb: str) -> float:
    """How bright a colour is, from 0 to 1 (WCAG's relative luminance)."""
    channels = [int(rgb[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How well one colour stands out from another, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def accent(written: str) -> Accent | None:
    """What pages make of a colour; None where it is none, or too faint on white to be read.

    In the dark the same colour is lightened until it can be read there.
    """
    light = colour(written)
    if not light or contrast(light, PAPER) < CONTRAST or contrast(light, PANEL) < CONTRAST:
        return None
    dark = next(
        shade
        for shade in (_lighter(light, step / 20) for step in range(21))
        if min(contrast(shade, DARK_PAPER), contrast(shade, DARK_PANEL)) >= CONTRAST
    )
    return Accent(light, PAPER, dark, "#000000")


def _lighter(rgb: str, share: float) -> str:
    parts = (int(rgb[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02x}" for part in parts)


# ------------------------------------------------------------------ logo


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture as an address that holds it, and what had to be left out of it."""

    address: str
    left_out: tuple[str, ...] = ()


class NoLogo(Exception):
    """A logo that cannot be used; `case` says why: `outside`, `missing`, `large`, `kind` or `broken`."""

    def __init__(self, case: str) -> None:
        super().__init__(case)
        self.case = case


def logo(root: Path, written: str) -> Logo:
    """The picture of that name in the programme's folder (raises `NoLogo`)."""
    name = PurePosixPath(written.replace("\\", "/"))
    try:
        path = (root / name).resolve()
        if name.is_absolute() or not path.is_relative_to(root.resolve()):
            raise NoLogo("outside")
        found = path.stat()
        if found.st_size > MOST:
            raise NoLogo("large")
        if not path.is_file():
            raise NoLogo("missing")
    except (OSError, ValueError):
        raise NoLogo("missing") from None
    return _read(path, found.st_mtime_ns)


@functools.lru_cache(maxsize=8)
def _read(path: Path, _written_at: int) -> Logo:
    try:
        data = path.read_bytes()
    except OSError:
        raise NoLogo("missing") from None
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            return Logo(_address(kind, data))
    if path.suffix.lower() != ".svg":
        raise NoLogo("kind")
    from mentorat import svg

    try:
        cleaned, left_out = svg.cleaned(data)
    except ValueError:
        raise NoLogo("broken") from None
    return Logo(_address("image/svg+xml", cleaned.encode()), left_out)


def _address(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
