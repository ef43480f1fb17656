"""What Git knows of a programme's folder.  The only module that runs `git`.

A repository may come from anywhere, and its configuration may name programs.  So `git` is asked only to
look up objects (`rev-parse`, `rev-list`, `merge-base`, `cat-file`): it never compares, converts or shows
files, so that no external diff, no text conversion, no filter, no signature check and no pager has its
turn.  Monitors, hooks and fetching are off besides.  Files of the working folder are compared here, by
the marks that Git would give them.  A user's word is never taken for an option.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from mentorat.i18n import N_

SECONDS = 10
"""After which a question is given up."""
MAX_BYTES = 2_000_000
"""What is larger is no document, and is not read."""

NOT_UNDER_GIT = N_("the programme is not under Git")
NO_GIT = N_("Git is not installed")
SHALLOW = N_("the clone is shallow and lacks older versions")
NO_ANSWER = N_("Git cannot read what was committed here")

OPTIONS = (
    "--no-pager",
    "--literal-pathspecs",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
)  # fmt: skip
ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}
"""Nothing is written, asked of a person or fetched, not even what a partial clone lacks."""

NO_FILE = "-"
"""Stands for the mark of what is there, but is no file."""

LookUp = Callable[[str, str], tuple[str, int]]
"""A commit and a file in; the mark and size of what the file held there out ("" where it held nothing)."""


class NoHistory(Exception):
    """Raised where a question about the past cannot be answered; `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UnknownRevision(Exception):
    """Raised where somebody names a revision that is not there; a `shallow` clone may merely lack it."""

    def __init__(self, revision: str, *, shallow: bool) -> None:
        super().__init__(revision)
        self.shallow = shallow


@dataclass(frozen=True, slots=True)
class Version:
    """What a file held after one of the commits that changed it."""

    commit: str
    date: datetime.date
    data: bytes


class History:
    """What Git knows of one folder; nothing is asked before somebody wants to know."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @functools.cached_property
    def is_shallow(self) -> bool:
        """Whether older commits are missing.  Raises `NoHistory` where there are none at all."""
        if not any((folder / ".git").exists() for folder in (self._folder, *self._folder.parents)):
            raise NoHistory(NOT_UNDER_GIT)
        return self._ask("rev-parse", "--is-shallow-repository").strip() == "true"

    def versions(self, file: str, most: int = 30) -> list[Version]:
        """The last committed versions of a file, the latest first, as the branch at hand saw them.

        Nothing behind a version that is too large, or no file, is read.
        """
        if self.is_shallow:
            raise NoHistory(SHALLOW)
        options = ("--first-parent", "--timestamp", f"--max-count={most}")
        found: list[Version] = []
        if lines := self._ask("rev-list", *options, "HEAD", "--", file).splitlines():
            with self._objects("--batch") as (look_up, contents):
                for seconds, commit in (line.split() for line in lines):
                    mark, size = look_up(commit, file)
                    if size > MAX_BYTES or mark == NO_FILE:
                        break
                    if mark:
                        found.append(Version(commit, _day(int(seconds)), contents.read(size + 1)[:-1]))
        return found

    def changed_since(self, revision: str, files: Iterable[str]) -> frozenset[str]:
        """Which of some files differ from what they were where this branch left a revision.

        Raises `UnknownRevision` where there is none of that name.
        """
        start = self._start(revision)
        with self._objects("--batch-check") as (look_up, _):
            return frozenset(file for file in files if self._differs(file, look_up(start, file)[0]))

    def _start(self, revision: str) -> str:
        """The last commit that a revision and the branch at hand share, or else the revision itself."""
        shallow = self.is_shallow
        try:
            options = ("--verify", "--quiet", "--end-of-options")
            commit = self._ask("rev-parse", *options, f"{revision}^{{commit}}").strip()
        except NoHistory:
            commit = ""
        if not commit.isalnum():
            raise UnknownRevision(revision, shallow=shallow)
        with contextlib.suppress(NoHistory):
            return self._ask("merge-base", commit, "HEAD").strip()
        return commit

    def _differs(self, file: str, mark: str) -> bool:
        path = self._folder / file
        try:
            data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
        except OSError:
            return bool(mark)
        return data is None or mark not in (_mark(data, mark), _mark(data.replace(b"\r\n", b"\n"), mark))

    # -------------------------------------------------------------- asking

    def _command(self, *words: str) -> list[str]:
        return [_git(), "-C", str(self._folder), *OPTIONS, *words]

    def _ask(self, *words: str) -> str:
        """What one command says; raises `NoHistory` where it fails."""
        import subprocess

        try:
            done = subprocess.run(
                self._command(*words),
                env=_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=SECONDS,
                check=True,
            )
        except (OSError, ValueError, subprocess.SubprocessError):
            raise NoHistory(NO_ANSWER) from None
        return os.fsdecode(done.stdout)

    @contextlib.contextmanager
    def _objects(self, mode: str) -> Iterator[tuple[LookUp, IO[bytes]]]:
        """A way to look up what files held, and the pipe on which `--batch` sends it after each answer."""
        import subprocess
        import threading

        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        command = self._command("cat-file", mode)
        try:
            process = subprocess.Popen(command, env=_environment(), stdin=pipe, stdout=pipe, stderr=nothing)
        except OSError:
            raise NoHistory(NO_ANSWER) from None
        timer = threading.Timer(SECONDS, process.kill)
        timer.start()
        assert process.stdin
        assert process.stdout
        try:
            yield functools.partial(_look_up, process.stdin, process.stdout), process.stdout
        except OSError:
            raise NoHistory(NO_ANSWER) from None
        finally:
            timer.cancel()
            process.kill()
            process.wait()
            process.stdout.close()
            with contextlib.suppress(OSError):
                process.stdin.close()


def _look_up(questions: IO[bytes], answers: IO[bytes], commit: str, file: str) -> tuple[str, int]:
    if "\n" in file:
        return "", 0
    questions.write(os.fsencode(f"{commit}:./{file}\n"))
    questions.flush()
    answer = answers.readline()
    if not answer:
        raise NoHistory(NO_ANSWER)
    parts = answer.split()
    if len(parts) != 3 or not parts[2].isdigit():
        return "", 0
    return (parts[0].decode("ascii") if parts[1] == b"blob" else NO_FILE), int(parts[2])


def _mark(data: bytes, like: str) -> str:
    """The mark that Git gives to what a file holds, made as another mark was."""
    digest = hashlib.sha256() if len(like) == 64 else hashlib.sha1(usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data))
    digest.update(data)
    return digest.hexdigest()


def _day(seconds: int) -> datetime.date:
    latest = 253_402_300_799  # the end of the year 9999
    return datetime.datetime.fromtimestamp(min(max(seconds, 0), latest), tz=datetime.UTC).date()


def _git() -> str:
    """Where `git` is: never in the working folder, where a programme could bring its own."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in map(Path, os.environ.get("PATH", os.defpath).split(os.pathsep)):
        if folder.is_absolute() and os.access(folder / name, os.X_OK):
            return str(folder / name)
    raise NoHistory(NO_GIT)


def _environment() -> dict[str, str]:
    """The surroundings of a question, without what could point Git to another repository or program."""
    return {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | ENVIRONMENT
