"""The review at the end: what worked, what each side learned, and who else may learn from it."""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.rules.base import INFO, WARNING, Problems, Rule, problem, rule
from mentorat.workspace import Case

_SIDES = {
    "mentee": (
        ("mentee_city", "mentee_association"),
        "mentee_city",
        N_("The mentee's side has not written what it learned."),
    ),
    "mentor": (
        ("mentor_city", "mentor_association"),
        "mentor_city",
        N_("The mentor's side has not written what it learned."),
    ),
}


@rule(
    "REVW001", "review-whole", on="pairing", due={"review": WARNING}, by="facilitator", place="deck",
    mend=N_("Ask all parties, and fill in `positive`, `to_improve` and `effects`; `to_improve: []` is an answer too."),
    about=("review.positive", "review.to_improve", "review.effects"),
)  # fmt: skip
def review_whole(case: Case) -> Problems:
    """Looking back together turns one pairing's experience into something that others can use."""
    review = case.review
    labels = {
        "positive": N_("What worked"),
        "to_improve": N_("What to improve"),
        "effects": N_("Effects"),
    }
    missing = [key for key in labels if not review[key]]
    if not review.exists:
        mend = N_("Run `mentorat new review {pairing}`, and look back with all parties.")
        yield problem(review["positive"], N_("There is no review yet."), mend=mend, pairing=case.id)
    elif missing:
        names = [labels[key] for key in missing]
        yield problem(
            review[missing[0]], N_("The review lacks: {missing}."), missing=names, terms=("missing",)
        )


@rule(
    "REVW002", "both-sides-learned", on="pairing", due={"review": WARNING}, by="facilitator", place="deck",
    mend=N_("Write it under `effects`, or under `learning` with the party that learned it."),
    about=("review.effects.mentee_learning", "review.effects.mentor_learning", "review.learning"),
)  # fmt: skip
def both_sides_learned(case: Case) -> Problems:
    """Mentoring is no one-way street: a mentor too sees its own work with other eyes."""
    review = case.review
    if not review.exists:
        return
    learned = {entry["party"].word for entry in review["learning"] if entry["text"]}
    for side, (parties, by, text) in _SIDES.items():
        own = review.at("effects", f"{side}_learning")
        if not own and learned.isdisjoint(parties):
            yield problem(own, text, party=by)


@rule(
    "REVW003", "results-spread", on="pairing", due={"review": INFO}, by="mentee_association", place="chapter-1",
    mend=N_("Note under `dissemination` how the results are made known, or under `reuse` where the method is used again."),
    about=("review.dissemination", "review.reuse"),
)  # fmt: skip
def results_spread(case: Case) -> Problems:
    """The associations are there to let their other members gain from what two cities have learned."""
    review = case.review
    if not review.exists:
        return
    spread = (
        review["dissemination"],
        review["reuse"],
        case.follow_up["dissemination"],
        case.network["dissemination"],
    )
    if not any(spread):
        text = N_("It is not said how the results are spread, or whether the method will be used again.")
        yield problem(review["dissemination"], text)


RULES: tuple[Rule, ...] = (review_whole, both_sides_learned, results_spread)
