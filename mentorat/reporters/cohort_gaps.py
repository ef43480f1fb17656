"""Why mentees stay without a mentor, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mentorat.i18n import N_, Translator
from mentorat.matching.cohort_results import Bottleneck, Cohort, Placement
from mentorat.rendering import ranking_words
from mentorat.rendering.ranking_words import number, points

CONDITIONS = {
    "unreadable": N_("its file cannot be read"),
    "same_authority": N_("the same authority"),
    "excluded": N_("excluded"),
    "forced": N_("another mentor is set in advance"),
    "language": N_("no language in common"),
}
_NAMED = 6
"""How many names a sentence lists; the JSON has them all."""


def unserved(one: Placement, cohort: Cohort, translate: Translator) -> Iterator[str]:
    """Why a mentee has no mentor."""
    found = next((each for each in cohort.bottlenecks if one.pairing in each.open), None)
    if found is None or not found.mentors:
        yield from _nobody(one, cohort, translate)
    else:
        yield bottleneck(found, cohort, translate)
        if found.taken:
            yield taken(found, translate)
        if len(found.pairings) > len(found.open):
            yield left_out(found, cohort, translate)


def _nobody(one: Placement, cohort: Cohort, translate: Translator) -> Iterator[str]:
    """A mentee for whom no mentor can be proposed at all."""
    favourite = one.favourite
    if favourite is not None and cohort.floor is not None and favourite.score < cohort.floor:
        text = N_("For {mentee} no mentor reaches {floor} points; {mentor} comes nearest with {score}.")
        yield translate(
            text,
            mentee=one.mentee,
            floor=number(cohort.floor, translate),
            mentor=favourite.name,
            score=points(favourite.score, translate),
        )
    else:
        yield translate(N_("No mentor meets the conditions for {mentee}."), mentee=one.mentee)
    if one.barred:
        yield barred(one, translate)
    for gate in one.because:
        yield ranking_words.condition(gate, translate)


def barred(one: Placement, translate: Translator) -> str:
    """How many mentors each condition bars."""
    counts = ", ".join(
        translate(N_("{condition} {count}"), condition=translate(CONDITIONS[id_]), count=count)
        for id_, count in one.barred.items()
    )
    return translate(N_("Barred by condition: {counts}."), counts=counts)


def bottleneck(found: Bottleneck, cohort: Cohort, translate: Translator) -> str:
    """Who can only be served by whom, and how many places there are (Hall's theorem)."""
    mentees = listed([cohort.names[pairing] for pairing in found.pairings], translate)
    mentors = listed(found.names, translate)
    values = {
        "mentee": mentees,
        "mentees": mentees,
        "mentor": mentors,
        "mentors": mentors,
        "count": len(found.pairings),
        "number": len(found.names),
    }
    alone, one = len(found.pairings) == 1, len(found.names) == 1
    if found.places == 0:
        if alone and one:
            text = N_("{mentee} can only be served by {mentor}, which has no free place.")
        elif alone:
            text = N_("{mentee} can only be served by {number} mentors without a free place: {mentors}.")
        elif one:
            text = N_("{count} mentees can only be served by {mentor}, which has no free place: {mentees}.")
        else:
            text = N_(
                "{count} mentees ({mentees}) can only be served by {number} mentors without a free place: "
                "{mentors}."
            )
        return translate(text, **values)
    if one:
        return translate.plural(
            N_("{count} mentees can only be served by {mentor} with {n} place: {mentees}."),
            N_("{count} mentees can only be served by {mentor} with {n} places: {mentees}."),
            found.places,
            **values,
        )
    return translate.plural(
        N_("{count} mentees ({mentees}) can only be served by {number} mentors with {n} place: {mentors}."),
        N_("{count} mentees ({mentees}) can only be served by {number} mentors with {n} places: {mentors}."),
        found.places,
        **values,
    )


def taken(found: Bottleneck, translate: Translator) -> str:
    """How many places there are held by pairings that have their mentor."""
    return translate.plural(
        N_("{n} place there is taken by a pairing that has its mentor already."),
        N_("{n} places there are taken by pairings that have their mentor already."),
        found.taken,
    )


def left_out(found: Bottleneck, cohort: Cohort, translate: Translator) -> str:
    """Why these go without, and not others of those who want the same mentors."""
    text = N_("Left out: {mentees}, as the scores of the others add up to most then.")
    if cohort.objective == "worst-first":
        text = N_("Left out: {mentees}, as those who are served worst fare best then.")
    return translate(text, mentees=", ".join(cohort.names[pairing] for pairing in found.open))


def listed(names: Sequence[str], translate: Translator) -> str:
    """Names in a row; many are cut short."""
    if len(names) <= _NAMED + 1:
        return ", ".join(names)
    shown = ", ".join(names[:_NAMED])
    return translate(N_("{names} and {count} more"), names=shown, count=len(names) - _NAMED)
