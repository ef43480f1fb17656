"""Helpers to run the command line in a test."""

from __future__ import annotations

import contextlib
import io
import os
from dataclasses import dataclass
from pathlib import Path

from mentorat.cli.app import run


@dataclass(frozen=True)
class Outcome:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


def mentorat(*arguments: str, cwd: Path | None = None, lang: str = "en") -> Outcome:
    """Run a command as a person would, in a folder, in one language, without colour."""
    out, err = io.StringIO(), io.StringIO()
    before = Path.cwd()
    try:
        if cwd:
            os.chdir(cwd)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run([*arguments, "--lang", lang])
    finally:
        os.chdir(before)
    return Outcome(code, out.getvalue(), err.getvalue())
