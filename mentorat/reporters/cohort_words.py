"""What a proposal for a cohort says in words, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator

from mentorat.i18n import N_, Translator
from mentorat.matching.cohort_results import Alternate, Cohort, Load, Placement, Shift, Wish
from mentorat.matching.results import REMINDER
from mentorat.rendering import ranking_words
from mentorat.rendering.ranking_words import Line, number, percent, points, say
from mentorat.reporters.cohort_gaps import listed, unserved

STATES = {"proposed": N_("proposed"), "set": N_("set"), "open": N_("open")}
COLUMNS = (
    N_("Mentee"),
    N_("Mentor"),
    N_("Score"),
    N_("Range"),
    N_("Known"),
    N_("Choice"),
    N_("Lost"),
    N_("State"),
)
NOBODY = "–"


def title(cohort: Cohort, translate: Translator) -> str:
    """What this is, and of which day."""
    return translate(N_("Who mentors whom, as of {date}"), date=cohort.as_of.isoformat())


def basis(cohort: Cohort, translate: Translator) -> Iterator[str]:
    """What was compared and what was sought, and what came out."""
    yield translate(
        N_("Pairings under way: {pairings}. Cities compared: {cities}."),
        pairings=len(cohort.placements),
        cities=number(cohort.compared, translate),
    )
    for assumption in cohort.assumptions:
        yield say(assumption, translate)
    if cohort.objective == "total":
        text = N_(
            "Sought: a mentor for as many as possible; then the highest sum of scores, and of equal sums "
            "the most even one."
        )
    else:
        text = N_(
            "Sought: a mentor for as many as possible; then the best for the one that is served worst, for "
            "the next, and so on."
        )
    yield translate(text)
    if cohort.floor is not None:
        floor = number(cohort.floor, translate)
        yield translate(N_("A pair with fewer than {floor} points is not proposed."), floor=floor)
    yield outcome(cohort, translate)
    weights = [dict(placement.weights) for placement in cohort.placements]
    if weights and all(each == weights[0] for each in weights):
        yield ranking_words.weighing(weights[0], translate)
    elif weights:
        yield translate(N_("The weights of the criteria differ from pairing to pairing."))
    for source in cohort.weights_from:
        yield say(source, translate)


def outcome(cohort: Cohort, translate: Translator) -> str:
    """How many have a mentor, and how good the pairs are."""
    values = {"served": len(cohort.served), "all": len(cohort.placements)}
    if cohort.lowest is None:
        return translate(N_("With a mentor: {served} of {all}."), **values)
    return translate(
        N_("With a mentor: {served} of {all}. The scores add up to {total}; the lowest is {lowest}."),
        **values,
        total=points(cohort.total, translate),
        lowest=points(cohort.lowest, translate),
    )


def table(cohort: Cohort, translate: Translator) -> list[list[str]]:
    """The overview, its heading first."""
    rows = [[translate(name) for name in COLUMNS]]
    for placement in cohort.placements:
        mentor, regret = placement.mentor, placement.regret
        known = translate(N_("{share}%"), share=percent(mentor.coverage)) if mentor else NOBODY
        rows.append(
            [
                cohort.names[placement.pairing],
                placement.name or NOBODY,
                points(mentor.score, translate) if mentor else NOBODY,
                ranking_words.interval(mentor) if mentor else NOBODY,
                known,
                str(mentor.rank) if mentor else NOBODY,
                points(regret, translate) if regret is not None else NOBODY,
                translate(STATES[placement.state]),
            ]
        )
    return rows


def legend(translate: Translator) -> str:
    """How the overview is read."""
    return translate(
        N_(
            "Score and range are out of 100; the range shows what the answers still missing could change. "
            "Choice is the place that the mentor has among all for this mentee, Lost what its favourite "
            "would score more. Set means that people have chosen already."
        )
    )


# ------------------------------------------------------------------ one mentee


def placement(one: Placement, cohort: Cohort, translate: Translator) -> Iterator[Line]:
    """Everything about one mentee and its mentor."""
    mentee = cohort.names[one.pairing]
    if one.state == "open":
        yield Line("title", translate(N_("{mentee}: no mentor"), mentee=mentee))
        for text in unserved(one, cohort, translate):
            yield Line("text", text)
        return
    yield Line("title", translate(N_("{mentee}: {mentor}"), mentee=mentee, mentor=one.name))
    if one.state == "set":
        yield Line("text", _set(one, translate))
    if one.mentor is None:
        text = N_("Nothing is written down about {mentor}, so the pair cannot be compared.")
        yield Line("text", translate(text, mentor=one.name))
        return
    yield Line("text", ranking_words.score(one.mentor, translate))
    for gate in one.mentor.gates:
        yield Line("text", ranking_words.condition(gate, translate))
    yield Line("text", _favourite(one, translate))
    for criterion in one.mentor.criteria:
        yield Line("item", ranking_words.part(criterion, translate))
    yield Line("text", ranking_words.unmet(one.mentor, one.needs, translate))
    yield Line("text", ranking_words.ask(one.mentor, translate))
    for alternate in one.alternates:
        yield from _alternate(alternate, translate)


def _set(one: Placement, translate: Translator) -> str:
    if one.by_decree:
        return translate(N_("The mentor is set in advance; it is not up for comparison."))
    return translate(N_("The mentor has been chosen already; it stays."))


def _favourite(one: Placement, translate: Translator) -> str:
    favourite, mentor = one.favourite, one.mentor
    if favourite is None or mentor is None or one.has_favourite:
        text = N_("Nobody else scores higher for {mentee}.")
        return translate(text, mentee=one.mentee)
    text = N_(
        "For {mentee} {favourite} scores higher: {score} points, {regret} more; {mentor} has place {place}."
    )
    return translate(
        text,
        mentee=one.mentee,
        favourite=favourite.name,
        score=points(favourite.score, translate),
        regret=points(one.regret or 0.0, translate),
        mentor=one.name,
        place=mentor.rank,
    )


def _alternate(alternate: Alternate, translate: Translator) -> Iterator[Line]:
    mentor = alternate.mentor
    text = N_("Otherwise {mentor}: {score} points, from {low} to {high}, {known} per cent known. {reason}")
    yield Line(
        "item",
        translate(
            text,
            mentor=mentor.name,
            score=points(mentor.score, translate),
            low=points(mentor.interval[0], translate),
            high=points(mentor.interval[1], translate),
            known=percent(mentor.coverage),
            reason=say(mentor.criteria[0].reason, translate),
        ),
    )
    yield Line("sub", whole(alternate, translate))
    for shift in alternate.others:
        yield Line("sub", moved(shift, translate))


def whole(alternate: Alternate, translate: Translator) -> str:
    """What an alternate would mean for all scores together."""
    values = {
        "points": points(abs(alternate.change), translate),
        "lowest": points(alternate.lowest, translate),
    }
    if alternate.change > 0:
        text = N_("All scores together would be {points} points higher, the lowest {lowest}.")
    elif alternate.change < 0:
        text = N_("All scores together would be {points} points lower, the lowest {lowest}.")
    else:
        text = N_("All scores together would be the same, the lowest {lowest}.")
    return translate(text, **values)


def moved(shift: Shift, translate: Translator) -> str:
    """A pairing that would change too."""
    values = {"mentee": shift.mentee, "source": shift.source, "target": shift.target}
    if shift.target is None:
        return translate(N_("{mentee} would lose {source} and have no mentor."), **values)
    if shift.source is None:
        return translate(N_("{mentee} would have {target} and no longer go without."), **values)
    return translate(N_("{mentee} would have {target} instead of {source}."), **values)


# ------------------------------------------------------------------ the cohort as a whole


def load(one: Load, translate: Translator) -> str:
    """How many pairings a mentor has."""
    values = {"mentor": one.name, "has": len(one.mentees), "capacity": one.capacity}
    if not one.mentees:
        return translate(N_("{mentor}: {has} of {capacity}."), **values)
    mentees = ", ".join(one.mentees)
    return translate(N_("{mentor}: {has} of {capacity} ({mentees})."), **values, mentees=mentees)


def wish(one: Wish, cohort: Cohort, translate: Translator) -> str:
    """A pair that would both score higher, and who would lose."""
    text = N_(
        "{mentee} and {mentor} would both gain ({mentee_gains} and {mentor_gains} points); {instead} would "
        "lose {mentor}."
    )
    return translate(
        text,
        mentee=cohort.names[one.pairing],
        mentor=one.name,
        mentee_gains=points(one.mentee_gains, translate),
        mentor_gains=points(one.mentor_gains, translate),
        instead=cohort.names[one.instead],
    )


def difference(cohort: Cohort, translate: Translator) -> Iterator[str]:
    """What is otherwise than in the earlier run."""
    found = cohort.difference
    if found is None:
        return
    if not (found.changes or found.appeared or found.gone):
        yield translate(
            N_("Everybody has the same mentor as in the earlier run of {date}."), date=found.as_of
        )
    for change in found.changes:
        values = {"mentee": change.mentee, "before": change.before, "after": change.after}
        if change.before is None:
            yield translate(N_("{mentee}: {after} now, and nobody before."), **values)
        elif change.after is None:
            yield translate(N_("{mentee}: nobody now, and {before} before."), **values)
        else:
            yield translate(N_("{mentee}: {after} now, and {before} before."), **values)
    if found.appeared:
        text = N_("New since the earlier run: {pairings}.")
        yield translate(text, pairings=", ".join(found.appeared))
    if found.gone:
        text = N_("No longer there: {pairings}.")
        yield translate(text, pairings=", ".join(found.gone))
    yield translate(
        N_("All scores together: {now} now, {before} before. Mentors unchanged: {same}."),
        now=points(cohort.total, translate),
        before=points(found.total_before, translate),
        same=found.unchanged,
    )
    if found.options_differ:
        yield translate(N_("The earlier run was made with other options."))
    if found.files:
        text = N_("Files that have changed since: {files}.")
        yield translate(text, files=listed(found.files, translate))


def closing(cohort: Cohort, translate: Translator) -> Iterator[str]:
    """How the proposal can be made again, and what it is for."""
    yield translate(
        N_("Engine: {engine}. Files read: {files}. Digest of the inputs: {digest}."),
        engine=cohort.engine,
        files=number(len(cohort.inputs), translate),
        digest=cohort.digest[:16],
    )
    yield translate(REMINDER)
