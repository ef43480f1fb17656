"""`mentorat match`: which mentors fit a mentee, criterion by criterion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings, told
from mentorat.i18n import N_
from mentorat.reporters import MATCH_FORMATS, reporter

if TYPE_CHECKING:
    from mentorat.case import Case
    from mentorat.matching import Ranking
    from mentorat.matching.weights import Weight
    from mentorat.matching.what_if import WhatIf
    from mentorat.workspace import Workspace

_ALL, _FIRST = 200, 20
"""Up to how many cities all are told, and how many of more."""


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command, its help in the language of this run."""
    _ = settings.translate

    @app.command(
        **told(
            _(N_("Compare the mentors for a pairing: scores with their reasons, gaps and questions to ask."))
        )
    )
    def match(
        pairing: str = typer.Argument("", metavar="[PAIRING]", show_default=False, help=_(N_("The id of the pairing."))),
        everybody: bool = typer.Option(False, "--all", help=_(N_("Propose a mentor for every pairing under way, all at once."))),
        formats: list[str] = typer.Option([], "--format", show_default=False, metavar="FORMAT[=FILE]", help=_(N_("text, markdown, json, csv or, for one pairing, html; may be repeated, and written to a file."))),
        top: int = typer.Option(0, "--top", show_default=False, metavar="N", help=_(N_("Tell only the first N cities (default: all, of more than 200 the first 20); with --all, N other mentors for each mentee (default: 2)."))),
        weights: str = typer.Option("", "--weights", show_default=False, metavar="LIST", help=_(N_("As if these weights had been agreed: correspondence=decisive,experience=1."))),
        engine: str = typer.Option("lexical", "--engine", metavar="ENGINE", help=_(N_("How texts are compared: lexical (words and themes) or semantic (meaning, with the extra mentorat[semantic])."))),
        choose: str = typer.Option("", "--choose", show_default=False, metavar="CITY", help=_(N_("Write down that this city was chosen as the mentor; takes --reason."))),
        reason: str = typer.Option("", "--reason", show_default=False, metavar="TEXT", help=_(N_("With --choose: why this city."))),
        by: list[str] = typer.Option([], "--by", show_default=False, metavar="PARTY", help=_(N_("With --choose: a party that decided; may be repeated."))),
        without: list[str] = typer.Option([], "--without", show_default=False, metavar="CITY", help=_(N_("As if this mentor did not take part; may be repeated."))),
        added: list[str] = typer.Option([], "--with", show_default=False, metavar="FILE", help=_(N_("As if the city whose strengths this file holds took part too; may be repeated."))),
        places: list[str] = typer.Option([], "--capacity", show_default=False, metavar="CITY=N", help=_(N_("As if this mentor took N pairings; may be repeated."))),
        register_file: str = typer.Option("", "--register", metavar="FILE", help=_(N_("Compare the cities of a register too: a table or lines of JSON, as docs/register.md describes."))),
        ignore_choices: bool = typer.Option(False, "--ignore-choices", help=_(N_("With --all: as if no pairing had chosen its mentor yet."))),
        objective: str = typer.Option("total", "--objective", metavar="OBJECTIVE", help=_(N_("With --all: total (the highest sum of scores) or worst-first (the best for those who are served worst)."))),
        floor: float = typer.Option(None, "--floor", show_default=False, metavar="POINTS", help=_(N_("With --all: propose no pair with fewer points."))),
        against: str = typer.Option("", "--against", metavar="FILE", help=_(N_("With --all: show what has changed since the proposal that this JSON file holds."))),
    ) -> None:  # fmt: skip
        from mentorat.cli.check import parse_format, write_to
        from mentorat.cli.choosing import chosen, write_down
        from mentorat.cli.cohort import Wanted, places_of, tell_faults
        from mentorat.cli.cohort import run as run_cohort
        from mentorat.matching.what_if import WhatIf

        _known_engine(engine, everybody=everybody or bool(register_file))
        if top < 0:
            raise Stop(Exit.USAGE, N_("--top takes a number from 1 on."))
        paths = tuple(settings.folder / name for name in added)
        what_if = WhatIf(tuple(without), paths, places_of(places), ignore_choices)
        if everybody:
            if pairing:
                raise Stop(Exit.USAGE, N_("Name a pairing, or say --all, not both."))
            if choose or reason or by:
                raise Stop(Exit.USAGE, N_("--choose takes one pairing, not --all."))
            wanted = Wanted(formats or ["text"], objective, floor, top, against, register_file)
            run_cohort(wanted, what_if, weights_of(weights), settings)
            return
        if not pairing:
            raise Stop(Exit.USAGE, N_("Name a pairing, or say --all for the whole programme."))
        lonely = {
            "--ignore-choices": ignore_choices,
            "--objective": objective,
            "--floor": floor,
            "--against": against,
        }
        for option, value in lonely.items():
            if value not in (False, "", "total", None):
                raise Stop(Exit.USAGE, N_("{option} goes with --all."), option=option)
        supposed = bool(weights or without or added or places or register_file)
        choice = chosen(choose, reason, by, supposed=supposed)
        usual = [] if choice else ["text"]
        targets = [parse_format(entry, MATCH_FORMATS) for entry in formats or usual]
        workspace = settings.workspace()
        case = _pairing(pairing, workspace)
        wanted_run = _Run(
            top or _usual_top(workspace), weights_of(weights), what_if, register_file, choose, engine
        )
        ranking = _rank(case, wanted_run, settings)
        tell_faults(ranking.faults, register_file, settings)
        console = settings.console
        for name, file in targets:
            paint = console.style if not file else None
            text = reporter(MATCH_FORMATS, name)(
                ranking, settings.translate, width=console.width, paint=paint, case=case
            )
            write_to(file, text, settings)
        if choice:
            write_down(case, ranking, choice, settings)


@dataclass(frozen=True, slots=True)
class _Run:
    """What a ranking of one pairing was asked for."""

    top: int | None
    weights: dict[str, Weight] | None
    what_if: WhatIf
    register: str
    choose: str
    engine: str


def weights_of(entry: str) -> dict[str, Weight] | None:
    """`correspondence=3,experience=useful` as a table."""
    found: dict[str, Weight] = {}
    for part in filter(None, (part.strip() for part in entry.split(","))):
        name, _, weight = (piece.strip() for piece in part.partition("="))
        if not name or not weight:
            text = N_("--weights takes criteria with their weights, as in correspondence=3, not “{part}”.")
            raise Stop(Exit.USAGE, text, part=part)
        found[name] = float(weight) if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", weight) else weight
    return found or None


def _known_engine(engine: str, *, everybody: bool) -> None:
    """An engine that there is, and that can do what is asked of it."""
    from mentorat.matching import semantic

    if engine == "lexical":
        return
    if engine != "semantic":
        text = N_("There is no engine “{name}”. The engines are: {known}.")
        raise Stop(Exit.USAGE, text, name=engine, known="lexical, semantic")
    if everybody:
        raise Stop(Exit.USAGE, N_("--engine semantic takes one pairing, without --all and --register."))
    try:
        semantic.name()
    except semantic.NotInstalled:
        text = N_("The engine “semantic” is not installed. This installs it: {command}")
        raise Stop(Exit.USAGE, text, command=semantic.INSTALL) from None


def _usual_top(workspace: Workspace) -> int | None:
    return _FIRST if len(workspace.mentors) > _ALL else None


def _pairing(name: str, workspace: Workspace) -> Case:
    from mentorat.rules.files import closest

    cases = workspace.cases()
    if not cases:
        raise Stop(Exit.NOTHING, N_("There is no pairing yet; `mentorat new pairing ID` adds one."))
    case = workspace.case(Path(name).name)
    if case:
        return case
    known = [case.id for case in cases]
    values = {"name": name, "known": ", ".join(known)}
    guess = closest(name, known)
    if guess:
        text = N_("There is no pairing “{name}”. Did you mean “{guess}”? There are: {known}.")
        raise Stop(Exit.USAGE, text, guess=guess, **values)
    raise Stop(Exit.USAGE, N_("There is no pairing “{name}”. There are: {known}."), **values)


def _rank(case: Case, wanted: _Run, settings: Settings) -> Ranking:
    from mentorat.cli.cohort import understood
    from mentorat.matching import rank
    from mentorat.nodes import Unreadable

    if not (case.workspace.mentors or wanted.what_if.added or wanted.register):
        text = N_("There is no mentor to compare yet; `mentorat new mentor ID` adds one.")
        raise Stop(Exit.NOTHING, text)
    lang = settings.translate.lang
    try:
        with understood():
            if wanted.register:
                return _rank_with_register(case, wanted, settings)
            return rank(
                case,
                weights=wanted.weights,
                engine=wanted.engine,
                lang=lang,
                top=wanted.top,
                what_if=wanted.what_if,
                also=wanted.choose,
            )
    except Unreadable as unreadable:
        text = N_("{file} cannot be read; `mentorat check` says why.")
        raise Stop(Exit.FINDINGS, text, file=unreadable.file) from None


def _rank_with_register(case: Case, wanted: _Run, settings: Settings) -> Ranking:
    from mentorat.cli.progress import watched
    from mentorat.matching.shortlist import rank_with

    label = settings.translate(N_("Cities compared"))
    return rank_with(
        case,
        settings.folder / wanted.register,
        weights=wanted.weights,
        lang=settings.translate.lang,
        top=wanted.top,
        what_if=wanted.what_if,
        watch=lambda candidates: watched(candidates, label),
    )
