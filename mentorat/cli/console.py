"""The only module that prints: it knows the terminal, its width and its colours."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TextIO

from mentorat.visible import visible

_STYLES = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[33m",
    "info": "\x1b[36m",
    "title": "\x1b[1m",
    "quiet": "\x1b[2m",
    "good": "\x1b[32m",
}
_RESET = "\x1b[0m"


class Console:
    """Where a command's words go."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        for stream in (self._out, self._err):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure:
                encoding = (getattr(stream, "encoding", "") or "").casefold()
                wanted = {"encoding": "utf-8"} if encoding in ("ascii", "us-ascii", "ansi_x3.4-1968") else {}
                reconfigure(errors="backslashreplace", **wanted)

    @property
    def interactive(self) -> bool:
        """Whether a person is there to answer."""
        return sys.stdin is not None and sys.stdin.isatty() and self._out.isatty()

    @property
    def colour(self) -> bool:
        """Whether to use colour: on a terminal, unless NO_COLOR is set or it is a dumb one."""
        if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
            return False
        return bool(os.environ.get("FORCE_COLOR")) or self._out.isatty()

    @property
    def width(self) -> int:
        """The width to wrap at, between 60 and 100 columns."""
        return max(60, min(100, shutil.get_terminal_size((80, 24)).columns))

    def style(self, text: str, style: str) -> str:
        """A text in a style, where colours are on; colour never says what words do not."""
        return f"{_STYLES[style]}{text}{_RESET}" if self.colour else text

    def write(self, text: str) -> None:
        """Write a report as it is."""
        self._out.write(text if text.endswith("\n") or not text else text + "\n")

    def say(self, text: str) -> None:
        """Write a line of ours for the person at the terminal."""
        self._out.write(text + "\n")

    def note(self, text: str) -> None:
        """Write a remark beside the output proper (standard error)."""
        self._err.write(visible(text) + "\n")

    def ask(self, question: str, default: str = "") -> str:
        """Ask one question; an empty answer takes the default."""
        shown = f"{question} [{default}] " if default else f"{question} "
        self._out.write(shown)
        self._out.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.strip() or default
