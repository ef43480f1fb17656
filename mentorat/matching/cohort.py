"""Who mentors whom: the best assignment for all pairings of a programme that are under way.

    candidates × pairings -> table of scores -> places, choices made, floor -> assignment -> what it means

Pairings that have their mentor keep it, unless this run supposes otherwise; exclusions and the other
hard conditions of a single ranking hold here too.  Scores help to talk; people decide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from mentorat.case import Case
from mentorat.findings import Message
from mentorat.i18n import N_
from mentorat.matching.assignment import Objective, Optimum, assign
from mentorat.matching.cohort_results import (
    Alternate,
    Bottleneck,
    Cohort,
    Load,
    Option,
    Placement,
    Shift,
    State,
    Wish,
)
from mentorat.matching.cohort_table import Seeker, Table, Watch, capacity_of
from mentorat.matching.contention import rivalries, shortages
from mentorat.matching.criteria import CRITERIA
from mentorat.matching.features import Vocabulary, mentee_of, vocabulary_of
from mentorat.matching.gates import Choice, conditions_of
from mentorat.matching.pool import Pool
from mentorat.matching.ranking import ENGINES, hashes, tell
from mentorat.matching.results import Ranked
from mentorat.matching.roster import Roster
from mentorat.matching.weights import Weight, weights_of
from mentorat.matching.what_if import Field, WhatIf, applied
from mentorat.nodes import Unreadable
from mentorat.workspace import Workspace

ALTERNATIVES = 2
"""How many other mentors are told for each mentee."""


def propose(
    workspace: Workspace,
    *,
    weights: Mapping[str, Weight] | None = None,
    engine: str = "lexical",
    lang: str = "",
    objective: Objective = "total",
    floor: float | None = None,
    alternatives: int = ALTERNATIVES,
    what_if: WhatIf | None = None,
    register: Path | None = None,
    watch: Watch = iter,
) -> Cohort:
    """Propose a mentor for every pairing under way.

    Args:
        workspace: the programme.
        weights: how much each criterion counts, in words or numbers, instead of what was agreed.
        engine: how texts are compared; `lexical` is the only one.
        lang: the language in which names, titles and themes are shown (the programme's by default).
        objective: whether the sum of the scores counts, or those who are served worst.
        floor: the points that a pair must have to be proposed.
        alternatives: how many other mentors are told for each mentee.
        what_if: what is supposed instead of what the files say.
        register: a file with further candidates, read one after the other.
        watch: passes on what the run works through (pairings, then lines of a register), and may count it.

    Raises:
        WrongWeights: the weights cannot be used.
        UnknownMentor, NoStrengths, OSError: what is supposed means nothing here, or a file cannot be read.
    """
    if engine not in ENGINES:
        raise ValueError(f"unknown engine {engine!r}")
    lang = lang or next(iter(workspace.languages), "en")
    vocabulary = vocabulary_of(workspace, lang)
    what_if = what_if or WhatIf()
    pool = Pool(workspace, vocabulary)
    field = applied(what_if, pool.sketches(), workspace, vocabulary)
    notes: list[Message] = []
    seekers = list(_seekers(workspace, vocabulary, weights, what_if, pool, field, notes))
    table = Table(seekers, vocabulary, pool, field, watch)
    roster = Roster(register, workspace, vocabulary, field.candidates) if register else None
    if roster:
        table.widen(watch(roster), len(seekers) + alternatives + 1)
    run = _Run(seekers, table, vocabulary, field, objective, floor, alternatives)
    files = [[*one.mentee.files, one.case.pairing.document.file] for one in seekers]
    read = hashes(workspace, *files, *(candidate.files for candidate in field.candidates))
    return Cohort(
        as_of=workspace.as_of,
        engine=engine,
        objective=objective,
        floor=floor,
        options=_options(what_if, objective, floor, roster),
        assumptions=field.assumptions,
        inputs=dict(
            sorted({**read, **field.hashes, **({roster.name: roster.digest} if roster else {})}.items())
        ),
        weights_from=tuple(_once(seeker.weights_from for seeker in seekers)),
        compared=table.compared,
        placements=tuple(run.placement(row) for row in range(len(seekers))),
        loads=tuple(run.loads()),
        wishes=tuple(run.wishes()),
        bottlenecks=tuple(run.bottlenecks()),
        notes=(*notes, *run.notes(), *(roster.notes() if roster else ())),
        faults=tuple(roster.faults) if roster else (),
    )


def _options(
    what_if: WhatIf, objective: Objective, floor: float | None, roster: Roster | None
) -> Mapping[str, object]:
    """How the run was asked for, so that another one can be compared with it."""
    return {
        "objective": objective,
        "floor": floor,
        "without": list(what_if.without),
        "with": [path.name for path in what_if.added],
        "capacity": dict(what_if.places),
        "ignore_choices": what_if.ignore_choices,
        "register": roster.name if roster else None,
    }


def _seekers(
    workspace: Workspace,
    vocabulary: Vocabulary,
    weights: Mapping[str, Weight] | None,
    what_if: WhatIf,
    pool: Pool,
    field: Field,
    notes: list[Message],
) -> Iterator[Seeker]:
    """The pairings under way, with what they look for and the mentor that they have."""
    for case in workspace.cases():
        try:
            if case.ended:
                continue
            bare = mentee_of(case, vocabulary, ())
            own = pool.practices_of(bare.city.id)
            mentee = mentee_of(case, vocabulary, own) if own else bare
            row, source = weights_of(case, weights, vocabulary.lang)
            conditions = replace(conditions_of(case, vocabulary.lang), busy={}, decided=False)
        except Unreadable as unreadable:
            text = N_("{pairing} is left out: {file} cannot be read; `mentorat check` says why.")
            notes.append(Message(text, {"pairing": case.id, "file": unreadable.file}))
            continue
        if mentee.city.question:
            notes.append(mentee.city.question)
        if not mentee.needs:
            text = N_("{mentee} has not written down its needs yet: fit and experience cannot be compared.")
            notes.append(Message(text, {"mentee": mentee.city.name}))
        forced = conditions.forced
        if forced and any(forced.means(candidate) for candidate in field.left_out):
            forced, conditions = None, replace(conditions, forced=None)
        chosen = None if what_if.ignore_choices else _chosen(case, vocabulary)
        if chosen and any(chosen.means(candidate) for candidate in field.left_out):
            chosen = None
        yield Seeker(case, mentee, bare, conditions, row, source, chosen or forced, by_decree=not chosen)


def _chosen(case: Case, vocabulary: Vocabulary) -> Choice | None:
    """The mentor that a pairing has."""
    workspace, ref = case.workspace, case.pairing.at("mentor", "city").word
    if not ref:
        return None
    return Choice(workspace.organisation_id(ref), workspace.name_of(ref, vocabulary.lang), "")


def _once(messages: Iterable[Message]) -> Iterator[Message]:
    told: list[Message] = []
    for message in messages:
        if message not in told:
            told.append(message)
            yield message


@dataclass(frozen=True)
class _Run:
    """One assignment: who looks for a mentor, who may serve whom, and what came out."""

    seekers: Sequence[Seeker]
    table: Table
    vocabulary: Vocabulary
    field: Field
    objective: Objective
    floor: float | None
    alternatives: int

    # -------------------------------------------------------------- who looks, and what there is

    @cached_property
    def fixed(self) -> Mapping[int, int | None]:
        """The rows that have their mentor, with its column (None: nothing is written down about it).

        Where this run sets the places of a mentor below the pairings that it has, these look anew.
        """
        held: dict[int, int | None] = {}
        for row, seeker in enumerate(self.seekers):
            choice = seeker.choice
            if choice:
                meant = (at for at, one in enumerate(self.table.candidates) if choice.means(one))
                held[row] = next(meant, None)
        load = Counter(held.values())
        lifted = {
            column
            for column, one in enumerate(self.table.candidates)
            if one.id in self.field.pinned and load[column] > capacity_of(one)
        }
        return {row: column for row, column in held.items() if column not in lifted}

    @cached_property
    def open(self) -> Sequence[int]:
        """The rows that look for a mentor."""
        return [row for row in range(len(self.seekers)) if row not in self.fixed]

    @cached_property
    def places(self) -> Sequence[int]:
        """The places that are free in each column."""
        taken = Counter(self.fixed.values())
        return [max(0, capacity_of(one) - taken[column]) for column, one in enumerate(self.table.candidates)]

    @cached_property
    def possible(self) -> Sequence[Mapping[int, int]]:
        """For each row that looks the columns that it may have."""
        least = 0 if self.floor is None else self.floor * 10
        return [
            {column: points for column, points in self.table.scores[row].items() if points >= least}
            for row in self.open
        ]

    @cached_property
    def optimum(self) -> Optimum:
        """The best assignment of those that look."""
        return assign(self.possible, self.places, self.objective, spare=self.alternatives)

    @cached_property
    def columns(self) -> Mapping[int, int | None]:
        """The column of every row, whoever gave it."""
        return {**self.fixed, **dict(zip(self.open, self.optimum.columns, strict=True))}

    # -------------------------------------------------------------- telling

    def _mentee(self, row: int) -> str:
        return self.seekers[row].mentee.city.name

    def _pairing(self, row: int) -> str:
        return self.seekers[row].case.id

    def _name(self, column: int) -> str:
        return self.table.candidates[column].city.name

    def _told(self, row: int, column: int) -> Ranked:
        seeker = self.seekers[row]
        one = self.table.assessment(row, self.table.candidates[column])
        place = self.table.place(row, one.points)
        return tell(one, seeker.mentee, seeker.weights, self.vocabulary, rank=place)

    def placement(self, row: int) -> Placement:
        """Everything about one mentee and its mentor."""
        seeker, column = self.seekers[row], self.columns[row]
        state: State = "set" if row in self.fixed else "open" if column is None else "proposed"
        told = None if column is None else self._told(row, column)
        best = self.table.favourite(row)
        favourite = None
        if best is not None:
            mentor = self.table.candidates[best]
            favourite = Option(mentor.id, mentor.city.name, self.table.scores[row][best] / 10)
        choice = seeker.choice if state == "set" else None
        return Placement(
            pairing=seeker.case.id,
            mentee=seeker.mentee.city.name,
            state=state,
            mentor=told,
            name=told.name if told else choice.name if choice else "",
            by_decree=state == "set" and seeker.by_decree,
            favourite=favourite,
            alternates=tuple(self._alternates(row)) if state == "proposed" else (),
            needs=len(seeker.mentee.needs),
            weights=dict(zip(CRITERIA, seeker.weights, strict=True)),
            barred=dict(sorted(self.table.barred[row].items())) if state == "open" else {},
            because=tuple(self.table.because[row]) if state == "open" else (),
        )

    def _alternates(self, row: int) -> Iterator[Alternate]:
        """Other mentors for a mentee, those first that cost the whole cohort least."""
        for detour in self.optimum.detours(self.open.index(row), self.alternatives):
            moves = [(self.open[move.row], move.source, move.target) for move in detour.moves]
            now = {**self.columns, **{mover: target for mover, _, target in moves}}
            change = sum(
                self._points(mover, target) - self._points(mover, source) for mover, source, target in moves
            )
            yield Alternate(
                mentor=self._told(row, detour.column),
                others=tuple(
                    Shift(
                        self._pairing(mover),
                        self._mentee(mover),
                        None if source is None else self._name(source),
                        None if target is None else self._name(target),
                    )
                    for mover, source, target in moves
                    if mover != row
                ),
                change=change / 10,
                lowest=min(self._points(each, at) for each, at in now.items() if at is not None) / 10,
            )

    def _points(self, row: int, column: int | None) -> int:
        if column is None:
            return 0
        points = self.table.scores[row].get(column)
        if points is not None:
            return points
        return self.table.assessment(row, self.table.candidates[column]).points

    # -------------------------------------------------------------- the cohort as a whole

    def loads(self) -> Iterator[Load]:
        """How many pairings each mentor has; of a register only those that have one."""
        rows = defaultdict(list)
        for row in range(len(self.seekers)):
            rows[self.columns[row]].append(row)
        own = len(self.field.candidates)
        for column, one in enumerate(self.table.candidates):
            if column < own or rows[column]:
                pairings, mentees = map(self._pairing, rows[column]), map(self._mentee, rows[column])
                yield Load(one.id, one.city.name, capacity_of(one), tuple(pairings), tuple(mentees))

    def wishes(self) -> Iterator[Wish]:
        """Mentees and mentors who would both score higher together."""
        for found in rivalries(self.possible, self.optimum.columns):
            row, ousted = self.open[found.row], self.open[found.ousted]
            score = self._points(row, found.column)
            yield Wish(
                pairing=self._pairing(row),
                mentee=self._mentee(row),
                mentor=self.table.candidates[found.column].id,
                name=self._name(found.column),
                mentee_gains=(score - self._points(row, self.columns[row])) / 10,
                mentor_gains=(score - self._points(ousted, found.column)) / 10,
                instead=self._pairing(ousted),
                instead_mentee=self._mentee(ousted),
            )

    def bottlenecks(self) -> Iterator[Bottleneck]:
        """Why mentees stay without a mentor."""
        taken = Counter(self.fixed.values())
        for found in shortages(self.possible, self.places, self.optimum.columns):
            rows = [self.open[row] for row in found.rows]
            yield Bottleneck(
                pairings=tuple(self._pairing(row) for row in rows),
                mentees=tuple(self._mentee(row) for row in rows),
                mentors=tuple(self.table.candidates[column].id for column in found.columns),
                names=tuple(self._name(column) for column in found.columns),
                places=found.places,
                taken=sum(taken[column] for column in found.columns),
                open=tuple(self._pairing(self.open[row]) for row in found.unserved),
            )

    def notes(self) -> Iterator[Message]:
        """What weakens the proposal as a whole."""
        load = Counter(self.fixed.values())
        for column, one in enumerate(self.table.candidates):
            if load[column] > capacity_of(one):
                text = N_("{mentor} has more pairings ({pairings}) than it takes ({capacity}).")
                values = {"mentor": one.city.name, "pairings": load[column], "capacity": capacity_of(one)}
                yield Message(text, values)
        cities = Counter(one.city.id for one in self.table.candidates)
        for one in self.table.candidates:
            if cities[one.city.id] > 1:
                text = N_("{mentor} is compared more than once ({file}).")
                yield Message(text, {"mentor": one.city.name, "file": one.file})
