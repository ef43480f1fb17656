"""What an earlier run made and this one does not: a page that was withdrawn must not stay published.

A site keeps a list of its files (`files.txt`).  Only what stands in that list is ever removed, and only below
the folder of the site.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

LIST = "files.txt"
_ENDINGS = frozenset({".html", ".md", ".pdf", ".ics", ".csv"})
_MOST = 4_000_000


def listed(names: Iterable[str]) -> bytes:
    """The list of the files of a site."""
    return "".join(f"{name}\n" for name in sorted(names)).encode()


def leftovers(out_dir: Path, names: Iterable[str]) -> list[Path]:
    """The files of an earlier run that are still there and are no part of the site any more."""
    try:
        path = out_dir / LIST
        text = path.read_text("utf-8") if path.stat().st_size <= _MOST else ""
    except (OSError, ValueError):
        return []
    old = sorted(set(text.splitlines()) - set(names))
    return [out_dir / name for name in old if _is_ours(out_dir, name)]


def remove(paths: Iterable[Path], out_dir: Path) -> None:
    """Remove such files, and the folders that they leave empty (raises `OSError`)."""
    for path in paths:
        path.unlink()
        for folder in path.parents:
            if folder == out_dir:
                break
            with contextlib.suppress(OSError):
                folder.rmdir()


def _is_ours(out_dir: Path, name: str) -> bool:
    """Whether a line names a file that a site can have made, here and nowhere else."""
    steps = PurePosixPath(name)
    if steps.is_absolute() or ".." in steps.parts or steps.suffix not in _ENDINGS:
        return False
    try:
        path = out_dir / name
        return path.parent.resolve().is_relative_to(out_dir.resolve()) and path.is_file()
    except (OSError, ValueError):
        return False
