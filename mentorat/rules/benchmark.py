"""The benchmark, which a pairing may use or do without (BENC)."""

from __future__ import annotations

from mentorat.guide.parties import PartyId
from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rules.answers import first_open, unanswered
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.rules.files import closest
from mentorat.workspace import Case


def _in_use(case: Case) -> bool:
    return case.scope.at("benchmark", "used").value is True


def _chosen(case: Case) -> list[Node]:
    """The key factors on which the pairing concentrates."""
    return [factor for factor in case.scope.at("benchmark", "selected_key_factors") if factor.word]


def _known(case: Case) -> list[str]:
    """The ids of the key factors of the benchmark in use (none where it has no readable file)."""
    return [factor.id for factor in case.benchmark["key_factors"]] if case.benchmark else []


def _assessed(case: Case, city: PartyId) -> set[str]:
    """The key factors on which a city has said how it stands."""
    return {
        entry["key_factor"].word
        for entry in case.scope.at("benchmark", "assessments")
        if entry["party"].word == city
        and any(entry[key] for key in ("level", "strengths", "weaknesses", "evidence", "answers"))
    }


@rule(
    "BENC001",
    "benchmark-factors-chosen",
    on="pairing",
    due={"scope": ERROR},
    by="facilitator",
    place="chapter-3",
    mend=N_("List under `benchmark`, `selected_key_factors` the ids of the factors to work on."),
    about=("scope.benchmark.selected_key_factors",),
)
def benchmark_factors_chosen(case: Case) -> Problems:
    """A benchmark covers more than one pairing can change. The partners choose from it what they work on."""
    if _in_use(case) and not _chosen(case):
        node = case.scope.at("benchmark", "selected_key_factors")
        yield problem(node, N_("A benchmark is used, but no key factor is chosen from it."))


@rule(
    "BENC002",
    "benchmark-factor-exists",
    on="pairing",
    due={"now": ERROR},
    by="facilitator",
    place="data",
    mend=N_("Write the id of a key factor of the benchmark “{benchmark}”."),
)
def benchmark_factor_exists(case: Case) -> Problems:
    """A reference that leads nowhere hides from everybody which part of the benchmark is meant."""
    known, name = _known(case), case.scope.at("benchmark", "file").word
    for factor in _chosen(case):
        if not known or factor.word in known:
            continue
        guess = closest(factor.word, known)
        text = N_("The benchmark “{benchmark}” has no key factor “{factor}”.")
        if guess:
            text = N_("The benchmark “{benchmark}” has no key factor “{factor}”. Did you mean “{guess}”?")
        yield problem(factor, text, benchmark=name, factor=factor.word, guess=guess)


@rule(
    "BENC003",
    "benchmark-factor-explained",
    on="benchmark",
    due={"scope": WARNING},
    by="facilitator",
    place="chapter-3",
    mend=N_(
        "Write why the factor matters (`rationale`), and the questions that show whether it is in place (`guiding_questions`)."
    ),
    about=("benchmark.key_factors[].rationale", "benchmark.key_factors[].guiding_questions"),
)
def benchmark_factor_explained(benchmark: Node) -> Problems:
    """Cities can hold themselves against a factor only when they know why it matters and what to look for."""
    for factor in benchmark["key_factors"]:
        parts = [factor["rationale"], factor["guiding_questions"]]
        missing = unanswered(*parts)
        if missing:
            text = N_("The key factor “{factor}” has nothing yet under: {missing}.")
            yield problem(first_open(*parts), text, terms=("missing",), factor=factor.name, missing=missing)


@rule(
    "BENC004",
    "benchmark-both-assessed",
    on="pairing",
    due={"scope": WARNING},
    by="mentee_city",
    place="chapter-3",
    mend=N_(
        "Add an entry under `benchmark`, `assessments` with your `party`, this `key_factor` and a `level`; not knowing is an answer too."
    ),
    after=("BENC001",),
    about=("scope.benchmark.assessments",),
)
def benchmark_both_assessed(case: Case) -> Problems:
    """Seen side by side, what is strong and weak in both cities shows where one can help the other."""
    known = _known(case)
    chosen = [factor.word for factor in _chosen(case) if not known or factor.word in known]
    sentences: dict[PartyId, str] = {
        "mentee_city": N_("The mentee city has not said how it stands on the key factors chosen: {factors}."),
        "mentor_city": N_("The mentor city has not said how it stands on the key factors chosen: {factors}."),
    }
    for city, text in sentences.items():
        assessed = _assessed(case, city)
        open_factors = [factor for factor in chosen if factor not in assessed]
        if _in_use(case) and open_factors:
            node = case.scope.at("benchmark", "assessments")
            yield problem(node, text, party=city, factors=", ".join(open_factors))


@rule(
    "BENC005",
    "benchmark-limits-named",
    on="benchmark",
    due={"scope": WARNING},
    by="facilitator",
    place="chapter-3",
    mend=N_("Name them under `contextual_factors`, or write `[]` if there are none."),
    about=("benchmark.contextual_factors",),
)
def benchmark_limits_named(benchmark: Node) -> Problems:
    """Laws, budgets set elsewhere and migration trends decide what a city can reach. It should choose its
    factors with them in mind.
    """
    if not benchmark["contextual_factors"]:
        text = N_("The benchmark names nothing that lies outside the city's control.")
        yield problem(benchmark["contextual_factors"], text)


@rule(
    "BENC006",
    "no-benchmark-agreed",
    on="pairing",
    due={"scope": WARNING},
    by="mentee_city",
    place="chapter-6",
    mend=N_(
        "Add an entry of the kind `no_benchmark` to the pairing's `adaptations`, and answer `agreed_lines_of_work` and `confident_in_good_practice` there."
    ),
)
def no_benchmark_agreed(case: Case) -> Problems:
    """A pairing does well without a benchmark when both cities agree what to work on and know what good
    practice looks like.
    """
    if case.scope.at("benchmark", "used").value is not False:
        return
    adaptations = case.pairing["adaptations"]
    entries = [entry for entry in adaptations if entry["kind"].word == "no_benchmark"]
    conditions = {
        "agreed_lines_of_work": N_("agreement on the lines of work"),
        "confident_in_good_practice": N_("knowledge of good practice in the field"),
    }
    missing = [
        label
        for key, label in conditions.items()
        if not any(entry[key] and entry[key].value is not False for entry in entries)
    ]
    if missing:
        text = N_("No benchmark is used, and the partners have not confirmed: {missing}.")
        yield problem(entries[0] if entries else adaptations, text, terms=("missing",), missing=missing)


@rule(
    "BENC007",
    "benchmark-decided",
    on="pairing",
    due={"scope": INFO},
    by="mentee_city",
    place="chapter-3",
    mend=N_("Write `used: true` or `used: false` under `benchmark`."),
    after=("SCOP001",),
    about=("scope.benchmark", "scope.benchmark.used"),
)
def benchmark_decided(case: Case) -> Problems:
    """A benchmark is optional. It saves time, so the partners should decide about it rather than forget it."""
    used = case.scope.at("benchmark", "used")
    if not used:
        yield problem(used, N_("Nobody has decided whether to use a benchmark."))


@rule(
    "BENC008",
    "benchmark-is-an-ideal",
    on="pairing",
    due={"scope": INFO},
    by="facilitator",
    place="chapter-3",
    mend=N_("There is nothing to mend; use the low marks to choose what to work on."),
)
def benchmark_is_an_ideal(case: Case) -> Problems:
    """A benchmark describes a city that has everything in place. No real city does, and none should be put off
    by it.
    """
    low = [
        entry
        for entry in case.scope.at("benchmark", "assessments")
        if entry["level"].word in ("absent", "partial")
    ]
    if low:
        text = N_("Some key factors are not in place. That is normal: a benchmark describes an ideal.")
        yield problem(low[0]["level"], text)


@rule(
    "BENC009",
    "benchmark-factor-taken-up",
    on="pairing",
    due={"visit_3": INFO},
    by="mentee_city",
    place="chapter-3",
    mend=N_(
        "Name the factor under `key_factors` of an action that works on it, or take it off the list of chosen factors."
    ),
    after=("BENC001", "PLAN002"),
)
def benchmark_factor_taken_up(case: Case) -> Problems:
    """The chosen factors were to lead to actions. By the last visit it should be clear what became of each."""
    if not _in_use(case):
        return
    taken = {factor for action in case.plan["actions"] for factor in action["key_factors"].words}
    known = _known(case)
    for factor in _chosen(case):
        if factor.word not in taken and (not known or factor.word in known):
            text = N_("No action of the plan works on the key factor “{factor}”.")
            yield problem(factor, text, factor=factor.word)


RULES: tuple[Rule, ...] = (
    benchmark_factors_chosen,
    benchmark_factor_exists,
    benchmark_factor_explained,
    benchmark_both_assessed,
    benchmark_limits_named,
    no_benchmark_agreed,
    benchmark_decided,
    benchmark_is_an_ideal,
    benchmark_factor_taken_up,
)
