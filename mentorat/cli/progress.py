"""How far a long run is, on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

T = TypeVar("T")
_PATIENCE = 1.0
"""Seconds after which a run is long."""


def watched(items: Iterable[T], label: str) -> Iterator[T]:
    """Pass items on; where it takes long and somebody looks, count them on standard error."""
    if not sys.stderr.isatty():
        yield from items
        return
    start, waiting = time.monotonic(), iter(items)
    total = len(items) if isinstance(items, Sized) else None
    done = 0
    for item in waiting:
        yield item
        done += 1
        if time.monotonic() - start > _PATIENCE:
            break
    yield from _shown(waiting, label, done, total)


def _shown(waiting: Iterator[T], label: str, done: int, total: int | None) -> Iterator[T]:
    first = next(waiting, None)
    if first is None:
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=total, completed=done)
        yield first
        for item in waiting:
            progress.advance(task)
            yield item
