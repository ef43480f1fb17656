"""`mentorat match --all`: who mentors whom in the whole programme."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings
from mentorat.i18n import N_
from mentorat.reporters import COHORT_FORMATS, reporter

if TYPE_CHECKING:
    from mentorat.matching.assignment import Objective
    from mentorat.matching.cohort_results import Cohort
    from mentorat.matching.results import Fault
    from mentorat.matching.weights import Weight
    from mentorat.matching.what_if import WhatIf
    from mentorat.workspace import Workspace

OBJECTIVES: tuple[Objective, ...] = ("total", "worst-first")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `match --all` was asked for."""

    formats: list[str]
    objective: str
    floor: float | None
    top: int
    against: str
    register: str


def run(wanted: Wanted, what_if: WhatIf, weights: dict[str, Weight] | None, settings: Settings) -> None:
    """Propose a mentor for every pairing under way, and write the proposal."""
    from mentorat.cli.check import parse_format, write_to
    from mentorat.matching.cohort_difference import difference

    targets = [parse_format(entry, COHORT_FORMATS) for entry in wanted.formats]
    objective = next((known for known in OBJECTIVES if known == wanted.objective), None)
    if objective is None:
        text = N_("There is no objective “{name}”. The objectives are: {known}.")
        raise Stop(Exit.USAGE, text, name=wanted.objective, known=", ".join(OBJECTIVES))
    if wanted.floor is not None and not 0 <= wanted.floor <= 100:
        raise Stop(Exit.USAGE, N_("--floor takes points from 0 to 100."))
    workspace = settings.workspace()
    earlier = _earlier(wanted.against, settings) if wanted.against else None
    cohort = _propose(workspace, wanted, objective, what_if, weights, settings)
    if not cohort.placements:
        raise Stop(Exit.NOTHING, N_("No pairing is under way; `mentorat new pairing ID` adds one."))
    if not cohort.compared and all(placement.state == "open" for placement in cohort.placements):
        text = N_("There is no mentor to compare yet; `mentorat new mentor ID` adds one.")
        raise Stop(Exit.NOTHING, text)
    if earlier is not None:
        cohort = replace(cohort, difference=difference(cohort, earlier))
    console = settings.console
    tell_faults(cohort.faults, wanted.register, settings)
    for name, file in targets:
        paint = console.style if not file else None
        text = reporter(COHORT_FORMATS, name)(cohort, settings.translate, width=console.width, paint=paint)
        write_to(file, text, settings)


def _propose(
    workspace: Workspace,
    wanted: Wanted,
    objective: Objective,
    what_if: WhatIf,
    weights: dict[str, Weight] | None,
    settings: Settings,
) -> Cohort:
    from mentorat.cli.progress import watched
    from mentorat.matching.cohort import ALTERNATIVES, propose

    label = settings.translate(N_("Comparing"))
    with understood():
        return propose(
            workspace,
            weights=weights,
            lang=settings.translate.lang,
            objective=objective,
            floor=wanted.floor,
            alternatives=wanted.top or ALTERNATIVES,
            what_if=what_if,
            register=settings.folder / wanted.register if wanted.register else None,
            watch=lambda items: watched(items, label),
        )


@contextlib.contextmanager
def understood() -> Iterator[None]:
    """What is supposed and cannot be, as a sentence for the user."""
    from mentorat.matching.weights import WrongWeights
    from mentorat.matching.what_if import NoStrengths, UnknownMentor

    try:
        yield
    except WrongWeights as wrong:
        raise Stop(Exit.USAGE, wrong.text, **wrong.values) from None
    except UnknownMentor as unknown:
        raise no_mentor(unknown.name, unknown.known) from None
    except NoStrengths as wrong:
        text = N_("{file} holds no strengths of a mentor.")
        raise Stop(Exit.USAGE, text, file=wrong.file) from None
    except OSError as error:
        raise unreadable(error) from None


def no_mentor(name: str, known: tuple[str, ...]) -> Stop:
    """A name that means no mentor."""
    from mentorat.rules.files import closest

    guess = closest(name, list(known))
    if guess:
        text = N_("There is no mentor “{name}”. Did you mean “{guess}”?")
        return Stop(Exit.USAGE, text, name=name, guess=guess)
    text = N_("There is no mentor “{name}”. There are: {known}.")
    return Stop(Exit.USAGE, text, name=name, known=", ".join(known))


def unreadable(error: OSError) -> Stop:
    """A file that was named and cannot be read."""
    text = N_("{file} cannot be read: {reason}.")
    return Stop(Exit.USAGE, text, file=Path(str(error.filename)).name, reason=error.strerror or "")


def _earlier(file: str, settings: Settings) -> dict[str, object]:
    from mentorat.matching.cohort_difference import NoProposal, earlier_of

    try:
        return dict(earlier_of(settings.folder / file))
    except OSError as error:
        raise unreadable(error) from None
    except NoProposal:
        text = N_("{file} holds no proposal; `mentorat match --all --format json=FILE` writes one.")
        raise Stop(Exit.USAGE, text, file=file) from None


def tell_faults(faults: tuple[Fault, ...], register: str, settings: Settings) -> None:
    """Name the lines of a register that could not be used."""
    for fault in faults:
        reason = fault.message.show(settings.translate)
        text = N_("{file}, line {line}: {reason}")
        settings.console.note(settings.translate(text, file=register, line=fault.line, reason=reason))


def places_of(entries: list[str]) -> dict[str, int]:
    """`mechelen=0` as its two parts."""
    found: dict[str, int] = {}
    for entry in entries:
        name, _, number = entry.rpartition("=")
        if not name or not number.isascii() or not number.isdigit() or len(number) > 4:
            text = N_("--capacity takes a city and its places, as in mechelen=2, not “{entry}”.")
            raise Stop(Exit.USAGE, text, entry=entry)
        found[name] = int(number)
    return found
