"""Ids that lead nowhere: what one document says of another must be there.

An organisation or a practice may also be named in plain words; words of the form of an id are an id.
Contacts are kept out of Git, so nothing is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentorat.findings import Fix
from mentorat.i18n import N_
from mentorat.nodes import Document, Unreadable
from mentorat.rules import certain
from mentorat.rules.base import ERROR, WARNING, Problem, Problems, Rule, problem, rule
from mentorat.rules.files import closest
from mentorat.rules.walking import Answer, answers, entries, texts
from mentorat.workspace import Case, Workspace, normalise

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PRACTICE = re.compile(rf"({_ID.pattern}/)?{_ID.pattern}")

LISTS: dict[str, tuple[str, str]] = {
    "need": ("needs-analysis", "items"),
    "change": ("needs-analysis", "changes_wanted"),
    "desired_result": ("needs-analysis", "desired_results"),
    "obstacle": ("needs-analysis", "obstacles"),
    "objective": ("scope", "objectives"),
    "action": ("action-plan", "actions"),
    "risk": ("action-plan", "risks"),
}
"""What a reference inside a pairing points to: a list of one of its documents."""

CITIES = frozenset({"pairing.mentee.city", "pairing.mentor.city", "mentor-strengths.city"})
"""Where plain words are not enough: everything else hangs on these."""

OTHER_RULES = frozenset(
    {"scope.benchmark.selected_key_factors[]", "mentor-strengths.good_practices[].practice"}
)
"""References that BENC002 and STRG003 look after."""

_MENDS = {
    "organisation": N_("Correct the id, or describe the organisation with `mentorat new organisation {ref}`."),
    "city": N_("Describe the city in a file of its own with `mentorat new organisation`, and write its id here."),
    "mentor": N_("Correct the id, or describe the mentor with `mentorat new mentor {ref}`."),
    "practice": N_("Correct the id, or write the practice's sheet with `mentorat new practice`."),
    "benchmark": N_("Correct the id, or write the benchmark with `mentorat new benchmark {ref}`."),
    "need": N_("Write the id of a need as it stands in the needs analysis, or add the need there."),
    "change": N_("Write the id of a wanted change as it stands in the needs analysis, or add it there."),
    "desired_result": N_("Write the id of a desired result as it stands in the needs analysis, or add it there."),
    "obstacle": N_("Write the id of an obstacle as it stands in the needs analysis, or add it there."),
    "objective": N_("Write the id of an objective as it stands in the scope, or add it there."),
    "action": N_("Write the id of an action as it stands in the plan, or add it there."),
    "risk": N_("Write the id of a risk from the plan's list of risks, or add it there."),
    "key_factor": N_("Write the id of a key factor of the benchmark that the pairing uses."),
}  # fmt: skip


def _options(answer: Answer, workspace: Workspace, case: Case | None) -> dict[str, str] | None:
    """What could have been meant (as written -> its id) by a reference that leads nowhere; else None."""
    ref, target = answer.node.word, answer.form.target
    match target:
        case "organisation":
            free = not _ID.fullmatch(ref) and answer.question.dotted not in CITIES
            return None if free or workspace.organisation(ref) else _organisations(workspace)
        case "mentor":
            return None if workspace.mentor_of(ref) is not None else {id_: id_ for id_ in workspace.mentors}
        case "practice":
            if not _PRACTICE.fullmatch(ref) or workspace.practice(ref) is not None:
                return None
            short = {id_.rsplit("/", 1)[-1]: id_ for id_ in workspace.practices}
            return short | {id_: id_ for id_ in workspace.practices}
        case "benchmark":
            return None if ref in workspace.benchmarks else {id_: id_ for id_ in workspace.benchmarks}
    ids = _ids(case, target) if case else None
    return None if ids is None or ref in ids else {id_: id_ for id_ in ids}


def _organisations(workspace: Workspace) -> dict[str, str]:
    named: dict[str, str] = {}
    for id_, document in workspace.organisations.items():
        names = document.root["names"].value
        written = names.values() if isinstance(names, dict) else [names]
        named |= {normalise(name): id_ for name in written if isinstance(name, str)}
    return named | {id_: id_ for id_ in workspace.organisations}


def _ids(case: Case, target: str) -> list[str] | None:
    """The ids that a reference inside the pairing may name; None where that cannot be known."""
    try:
        if target == "key_factor":
            return _key_factors(case)
        if target in LISTS:
            kind, key = LISTS[target]
            document = case.part(kind)
            if not document.exists:
                return None
            described = document[key]
        else:
            return None
    except Unreadable:
        return None
    listed = list(entries(described)) if described is not None else []
    if not all(entry.id for entry in listed) or (not listed and target != "risk"):
        return None  # an entry that has lost its id, or a list that rules ask for, says so itself
    return [entry.id for entry in listed]


def _key_factors(case: Case) -> list[str] | None:
    """The key factors of the benchmark in use; of any, where none is used (any more)."""
    if case.scope.at("benchmark", "used").value is True:
        known = [] if case.benchmark is None else [case.benchmark.document]
    else:
        known = list(case.workspace.benchmarks.values())
    ids = [factor.id for document in known for factor in entries(document.root["key_factors"])]
    return ids if ids and all(ids) and all(document.readable for document in known) else None


def broken(document: Document, workspace: Workspace, case: Case | None) -> Iterator[Problem]:
    """The references of a document that lead nowhere."""
    for answer in answers(document, "references"):
        if not answer.node.word:
            continue
        options = _options(answer, workspace, case)
        if options is not None:
            yield _problem(answer, options, workspace)


def _problem(answer: Answer, options: dict[str, str], workspace: Workspace) -> Problem:
    node, ref, target, party = answer.node, answer.node.word, answer.form.target, answer.party
    if target == "practice" and sum(id_.endswith(f"/{ref}") for id_ in workspace.practices) > 1:
        text = N_("Several mentors have a practice “{ref}”; nobody can tell which one is meant.")
        return problem(
            node, text, ref=ref, mend=N_("Write the mentor's id and a slash before it."), party=party
        )
    meant = options.get(certain.same(ref, options), "")
    if meant:
        fix = Fix(node.document.file, node.path, "set", meant)
        text, mend = N_("“{ref}” does not exist. Did you mean “{guess}”?"), N_("Write `{guess}`.")
        return problem(node, text, ref=ref, guess=meant, mend=mend, party=party, fix=fix)
    near = closest(ref, list(options)) or closest(normalise(ref), list(options))
    if near:
        text = N_("“{ref}” does not exist. Did you mean “{guess}”?")
        return problem(node, text, ref=ref, guess=options[near], mend=N_("Write `{guess}`."), party=party)
    kind = "city" if answer.question.dotted in CITIES else target
    return problem(node, N_("“{ref}” does not exist."), ref=ref, mend=_MENDS[kind], party=party)


@rule(
    "PLAN011", "plan-names-what-exists", on="pairing", due={"now": ERROR}, by="mentee_city", place="data",
    mend=N_("Correct the id, or describe what it stands for."),
)  # fmt: skip
def plan_names_what_exists(case: Case) -> Problems:
    """The plan ties actions to needs, objectives, practices and organisations by their ids; an id that leads nowhere breaks that tie without a sound."""
    plan = case.plan
    if plan.exists:
        yield from broken(plan.document, case.workspace, case)


@rule(
    "DATA010", "broken-reference", on="programme", due={"now": ERROR}, by="coordinator", place="data",
    mend=N_("Correct the id, or describe what it stands for."),
)  # fmt: skip
def broken_reference(workspace: Workspace) -> Problems:
    """Documents speak of each other by ids, so that nothing is written twice; an id that leads nowhere is lost to every table, report and comparison."""
    cases = {case.id: case for case in workspace.cases()}
    for document in workspace.documents:
        if document.kind == "action-plan":
            continue
        case = cases.get(document.owner) if document.file.startswith("pairings/") else None
        for found in broken(document, workspace, case):
            asked = found.node.field
            if asked is None or asked.dotted not in OTHER_RULES:
                yield found


@rule(
    "DATA015", "name-twice", on="programme", due={"now": WARNING}, by="coordinator", place="data",
    mend=N_("Take the name out of the `aliases` of one of the two, or write it more fully."),
)  # fmt: skip
def name_twice(workspace: Workspace) -> Problems:
    """Organisations may be called by any of their names; a name of two of them leads to one, perhaps the wrong one."""
    owners = {normalise(id_): id_ for id_ in workspace.organisations}
    for id_, document in sorted(workspace.organisations.items()):
        for text in texts(document.root["names"]):
            owners.setdefault(normalise(text), id_)
    for id_, document in sorted(workspace.organisations.items()):
        for alias in document.root["aliases"]:
            owner = owners.setdefault(normalise(alias.word), id_) if alias.word else id_
            if owner != id_:
                text = N_("“{alias}” is also a name of {organisation}.")
                yield problem(alias, text, alias=alias.word, organisation=workspace.name_of(owner))


RULES: tuple[Rule, ...] = (plan_names_what_exists, broken_reference, name_twice)
