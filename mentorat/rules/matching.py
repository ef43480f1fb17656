"""How the mentor is looked for and chosen (MATC; guide, chapter 4)."""

from __future__ import annotations

from collections.abc import Mapping

from mentorat import themes
from mentorat.guide.vocabulary import CRITERION, EXPERIENCE_GAP
from mentorat.i18n import N_
from mentorat.nodes import Document, Node
from mentorat.rules.answers import unanswered
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.workspace import Case, normalise

PILOT = 2
"""From this experience on, a city has something to show; before, it has plans at most."""


def _own_criteria(criteria: Node) -> Mapping[str, Node]:
    """A pairing's criteria -> their weights."""
    return {entry["criterion"].word: entry["weight"] for entry in criteria}


def _programme_weights(programme: Node) -> Mapping[str, Node]:
    """The criteria of the whole programme -> their weights (none where it gives no weights)."""
    weights = programme.at("matching", "weights")
    return {name: weights[name] for name in CRITERION.terms if name != "other"} if weights else {}


def _ignored(weight: Node) -> bool:
    return weight.word == "ignored" or weight.numeric == 0


def _used(case: Case) -> set[str]:
    """The criteria that count in this pairing: its own, else those of the programme."""
    own = _own_criteria(case.pairing.at("matching", "criteria"))
    weights = own or _programme_weights(case.programme)
    return {name for name, weight in weights.items() if not _ignored(weight)}


@rule(
    "MATC001",
    "criteria",
    on="pairing",
    due={"match": ERROR},
    by="coordinator",
    place="chapter-4-match",
    mend=N_(
        "Write the criteria with their weights under `matching`, `criteria`, or for all pairings under `matching`, `weights` in the programme's file."
    ),
    about=("pairing.matching", "pairing.matching.criteria"),
)
def criteria(case: Case) -> Problems:
    """Criteria agreed beforehand keep the choice fair, and let it be explained to those who were not chosen."""
    own = case.pairing.at("matching", "criteria")
    if not own and not _programme_weights(case.programme):
        yield problem(own, N_("No criteria are agreed by which the mentor is chosen."))


@rule(
    "MATC002",
    "weights",
    on="document",
    due={"now": ERROR},
    by="coordinator",
    place="data",
    mend=N_("Use a word (decisive, important, useful, ignored) or a number above 0."),
)
def weights_make_sense(document: Document) -> Problems:
    """Weights say how much a criterion counts; nothing can be compared when none counts, or one counts backwards."""
    matching = document.root["matching"]
    if document.kind == "pairing":
        place, weights = matching["criteria"], [entry["weight"] for entry in matching["criteria"]]
    elif document.kind == "programme":
        place, weights = matching["weights"], list(_programme_weights(document.root).values())
    else:
        return
    for weight in weights:
        if weight.numeric is not None and weight.numeric < 0:
            yield problem(weight, N_("The weight {weight} is below zero."), weight=weight.numeric)
    if weights and all(_ignored(weight) for weight in weights):
        yield problem(place, N_("All weights are zero, so no criterion counts."))


@rule(
    "MATC003",
    "criterion-of-fit",
    on="pairing",
    due={"match": WARNING},
    by="coordinator",
    place="chapter-4-match",
    mend=N_("Add the criterion `correspondence` with a weight."),
    after=("MATC001",),
)
def criterion_of_fit(case: Case) -> Problems:
    """The first question is whether the mentor has worked on what the mentee needs."""
    used = _used(case)
    if used and "correspondence" not in used:
        text = N_("The criteria leave out how well the mentor's experience fits the needs.")
        yield problem(case.pairing.at("matching", "criteria"), text)


@rule(
    "MATC004",
    "criterion-of-likeness",
    on="pairing",
    due={"match": WARNING},
    by="coordinator",
    place="chapter-4-match",
    mend=N_("Add the criterion `profile` or `governance` with a weight."),
    after=("MATC001",),
)
def criterion_of_likeness(case: Case) -> Problems:
    """What works in a city of like size, people, economy and powers is easier to carry over."""
    used = _used(case)
    if used and not {"profile", "governance"} & used:
        text = N_("The criteria leave out how alike the cities are, in their profile or in their governance.")
        yield problem(case.pairing.at("matching", "criteria"), text)


@rule(
    "MATC005",
    "decision",
    on="pairing",
    due={"training": ERROR},
    by="coordinator",
    place="chapter-4-match",
    mend=N_(
        "Write under `matching`, `decision` which city was chosen, why and on which day; `mentorat match` with `--choose` does it for you."
    ),
    after=("PAIR004",),
    about=(
        "pairing.matching.decision",
        "pairing.matching.decision.chosen",
        "pairing.matching.decision.reason",
        "pairing.matching.decision.date",
    ),
)
def decision(case: Case) -> Problems:
    """People choose the mentor, and say why: so the choice can be understood, and changed if the reason falls away."""
    made = case.pairing.at("matching", "decision")
    missing = unanswered(made["chosen"], made["reason"], made["date"])
    if missing:
        yield problem(
            made,
            N_("A mentor is set, but the decision lacks: {missing}."),
            missing=missing,
            terms=("missing",),
        )


@rule(
    "MATC006",
    "mentor-confirms",
    on="pairing",
    due={"match": WARNING},
    by="mentor_city",
    place="chapter-4-needs",
    mend=N_(
        "Let the mentor read the needs, and note under `matching`, `mentor_confirms_can_help` with which of them it can help, and when it said so."
    ),
    after=("NEED001", "PAIR004"),
    about=("pairing.matching.mentor_confirms_can_help", "pairing.matching.mentor_confirms_can_help.needs"),
)
def mentor_confirms(case: Case) -> Problems:
    """Only the mentor itself can tell whether it has the people and the experience to help with these needs."""
    word = case.pairing.at("matching", "mentor_confirms_can_help")
    if not case.mentor or word["needs"]:
        return
    city, needs = case.workspace.name_of(case.mentor), [need.name for need in case.needs["items"]]
    if needs:
        text = N_("{city} has not confirmed that it can help with these needs: {needs}.")
        yield problem(word, text, city=city, needs=", ".join(needs))
    else:
        yield problem(word, N_("{city} has not confirmed that it can help."), city=city)


@rule(
    "MATC007",
    "needs-met-by-strengths",
    on="pairing",
    due={"match": WARNING},
    by="coordinator",
    place="chapter-4-match",
    mend=N_(
        "Ask the mentor whether it has worked on this, and let it add a policy or a practice; or look for help with this need elsewhere."
    ),
    after=("NEED001", "NEED003", "PAIR004", "STRG001"),
)
def needs_met_by_strengths(case: Case) -> Problems:
    """A mentor can share what it has done. A need that meets none of it stays without help, however good the mentor."""
    own = {theme.id: theme["family"].text() for theme in case.programme["themes"]}
    offered = _themes_offered(case, own)
    for need in case.needs["items"] if offered else ():
        wanted = _codes(need["themes"], own)
        if not wanted or wanted & offered:
            continue
        near = max(themes.affinity(theme, other, own) for theme in wanted for other in offered)
        text = N_("No strength of {city} touches the themes of need “{need}”.")
        if near:
            text = N_("The strengths of {city} are only related to need “{need}”; none has the same theme.")
        yield problem(need["themes"], text, city=case.workspace.name_of(case.mentor), need=need.name)


def _codes(words: Node, own: Mapping[str, str]) -> set[str]:
    """The themes that some words stand for; words that are no theme are left out."""
    return {code for word in words.words if (code := themes.resolve(word, own))}


def _themes_offered(case: Case, own: Mapping[str, str]) -> set[str]:
    """The themes of the mentor's policies and practices, without those it has only planned."""
    strengths = case.strengths
    subjects = [*strengths["policies"], *case.practices] if strengths else []
    levels = [(subject["experience"].numeric, subject["themes"]) for subject in subjects]
    return {code for level, named in levels if level is None or level >= PILOT for code in _codes(named, own)}


@rule(
    "MATC008",
    "experience-gap",
    on="pairing",
    due={"match": INFO},
    by="facilitator",
    place="deck",
    mend=N_(
        "Agree in the training what each side gives and takes; a community of practice may suit you as well."
    ),
)
def experience_gap(case: Case) -> Problems:
    """Mentoring was found to work best where one city is well ahead, though both always learn."""
    gap = case.pairing["experience_gap"]
    if gap.word in EXPERIENCE_GAP.terms and gap.word != "marked":
        text = N_("The mentor is not well ahead of the mentee in this field (difference: {gap}).")
        yield problem(gap, text, gap=EXPERIENCE_GAP.terms[gap.word], terms=("gap",))


@rule(
    "MATC009",
    "several-candidates",
    on="pairing",
    due={"match": INFO},
    by="coordinator",
    place="deck",
    mend=N_(
        "Note under `matching`, `candidates` which cities were considered; say under `forced` if the mentor was set in advance."
    ),
    about=("pairing.matching.candidates",),
)
def several_candidates(case: Case) -> Problems:
    """A choice among several shows what speaks for the mentor, and who could step in."""
    candidates = case.pairing.at("matching", "candidates")
    if case.pairing.at("matching", "forced"):
        return
    if len(candidates) == 0:
        yield problem(candidates, N_("It is not noted which cities were considered as mentor."))
    elif len(candidates) == 1:
        yield problem(candidates, N_("Only one city was considered as mentor."))


@rule(
    "MATC010",
    "chosen-was-candidate",
    on="pairing",
    due={"now": ERROR},
    by="coordinator",
    place="data",
    mend=N_("Add the city to `candidates`, or correct the decision."),
)
def chosen_was_candidate(case: Case) -> Problems:
    """A decision holds only if the chosen city was compared like the others."""
    matching = case.pairing["matching"]
    chosen = matching.at("decision", "chosen")
    names = {case.workspace.organisation_id(entry["city"].word) for entry in matching["candidates"]} - {""}
    if chosen and names and case.workspace.organisation_id(chosen.word) not in names:
        text = N_("{city} was chosen, but is not among the candidates.")
        yield problem(chosen, text, city=case.workspace.name_of(chosen.word))


@rule(
    "MATC012",
    "chosen-is-mentor",
    on="pairing",
    due={"now": WARNING},
    by="coordinator",
    place="data",
    mend=N_(
        "Correct the decision, or the city under `mentor`; if the mentor changed, say why in a new decision."
    ),
    after=("MATC010", "PAIR007"),
)
def chosen_is_mentor(case: Case) -> Problems:
    """Who reads later why this mentor was chosen must not find the reasons for another one."""
    chosen = case.pairing.at("matching", "decision", "chosen")
    if not chosen.word or not case.mentor:
        return
    name = case.workspace.name_of
    if normalise(case.workspace.organisation_id(chosen.word)) != normalise(case.mentor):
        text = N_("The decision names {chosen}, but the mentor is {city}.")
        yield problem(chosen, text, chosen=name(chosen.word), city=name(case.mentor))


RULES: tuple[Rule, ...] = (
    criteria,
    weights_make_sense,
    criterion_of_fit,
    criterion_of_likeness,
    decision,
    mentor_confirms,
    needs_met_by_strengths,
    experience_gap,
    several_candidates,
    chosen_was_candidate,
    chosen_is_mentor,
)
