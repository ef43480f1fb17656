"""Put what was rendered into files: whole or not at all, and only what has changed."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was asked for, and whether it had to be written."""

    path: Path
    changed: bool


def write(files: Mapping[str, str | bytes], out_dir: Path) -> list[Written]:
    """Write files below a folder, in the order of their names; what stands there already is left alone.

    Raises:
        ValueError: a name or a link leads out of the folder.
        OSError: a file cannot be written.
    """
    return [_write(out_dir, name, _data(files[name])) for name in sorted(files)]


def stale(files: Mapping[str, str | bytes], out_dir: Path) -> dict[Path, bool]:
    """The files that are missing (False) or hold something else (True), in the order of their names."""
    found = {}
    for name in sorted(files):
        path = out_dir / name
        try:
            current = path.read_bytes() == _data(files[name])
        except OSError:
            current = False
        if not current:
            found[path] = path.is_file()
    return found


def _data(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _write(out_dir: Path, name: str, data: bytes) -> Written:
    path = out_dir / name
    if not path.parent.resolve().is_relative_to(out_dir.resolve()):
        raise ValueError(name)
    with contextlib.suppress(OSError):
        if not path.is_symlink() and path.read_bytes() == data:
            return Written(path, changed=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(_mode())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return Written(path, changed=True)


def _mode() -> int:
    """The permissions that any new file gets here (temporary files are closed to others)."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
