"""Exit codes: the same for every command and every format."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the process says when it ends."""

    FINE = 0
    """Nothing at or above `--fail-on`."""
    FINDINGS = 1
    """Findings at or above `--fail-on`."""
    USAGE = 2
    """Wrong use or configuration."""
    NOTHING = 3
    """Nothing there to work on."""
    FAULT = 4
    """A fault of ours."""
    INTERRUPTED = 130
    """Interrupted by the user."""


class Stop(Exception):
    """Ends a command with a sentence for the user and an exit code."""

    def __init__(self, code: Exit, text: str, **values: object) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.values = values
