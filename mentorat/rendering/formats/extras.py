"""What some formats need beside the tool itself."""

from __future__ import annotations


class NotInstalled(Exception):
    """An extra that is not installed (`extra`), or whose libraries the system lacks (`system`)."""

    def __init__(self, extra: str, reason: str, *, system: bool = False) -> None:
        super().__init__(extra, reason)
        self.extra = extra
        self.system = system

    @property
    def line(self) -> str:
        """The command that mends it."""
        if self.system:
            return "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        return f"pip install 'mentorat[{self.extra}]'"
