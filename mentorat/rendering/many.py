"""Many documents one after the other, or side by side where the system has the processor cores for it.

Documents are independent of each other: each is worked out by whoever is free, and they come back in
the order in which they were asked for, with the same bytes.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mentorat.findings import Message
from mentorat.nodes import Unreadable
from mentorat.rendering.page import NotRendered

if TYPE_CHECKING:
    from mentorat.rendering.targets import Target

Job = tuple["Target", str, str]
"""What is made: of what, which document, in which language."""
Make = Callable[["Target", str, str], dict[str, bytes]]

ENOUGH = 40
"""From so many documents on, it is worth the while to share them out."""
_MOST = 8


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one job: its files, or why there are none."""

    files: dict[str, bytes] = field(default_factory=dict)
    missing: Message | None = None
    unreadable: str = ""


def made(make: Make, jobs: Sequence[Job]) -> Iterator[Made]:
    """What comes of some jobs, in their order (raises `NotInstalled`)."""

    def one(number: int) -> Made:
        try:
            return Made(make(*jobs[number]))
        except NotRendered as missing:
            return Made(missing=missing.message)
        except Unreadable as unreadable:
            return Made(unreadable=unreadable.file)

    hands = min(_cores(), _MOST)
    if len(jobs) < ENOUGH or hands < 2:
        return map(one, range(len(jobs)))
    return _shared_out(one, len(jobs), hands)


def _cores() -> int:
    """The processor cores that may be used; one where processes cannot be forked safely."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


_at_hand: list[Callable[[int], Made]] = []
"""The work of a forked process, as it cannot be sent to it."""


def _shared_out(work: Callable[[int], Made], count: int, hands: int) -> Iterator[Made]:
    """The processes are forked at once, before anybody shows how far they are."""
    import multiprocessing

    pool = multiprocessing.get_context("fork").Pool(hands, _begin, (work,))

    def results() -> Iterator[Made]:
        with pool:
            yield from pool.imap(_call, range(count), chunksize=4)

    return results()


def _begin(work: Callable[[int], Made]) -> None:
    """Take up the work; whoever interrupts is answered by the parent alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _at_hand.append(work)


def _call(number: int) -> Made:
    return _at_hand[-1](number)
