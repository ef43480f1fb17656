"""Stamps under documents: what was changed after it was signed."""

from __future__ import annotations

from mentorat.guide.parties import PARTIES
from mentorat.i18n import N_
from mentorat.nodes import Document
from mentorat.rules.base import WARNING, Problems, Rule, problem, rule
from mentorat.signing import holds, standing


@rule(
    "SIGN001", "changed-since-signed", on="document", due={"now": WARNING}, by="coordinator", place="tool",
    mend=N_("Have the party read it again, and sign again in the same function with `mentorat sign`."),
)  # fmt: skip
def changed_since_signed(document: Document) -> Problems:
    """A stamp says that a party has read these words. Once they have changed, nobody knows any more whether it
    would still say so."""
    for entry in standing(document):
        party, part = entry["party"].word, entry["part"].word
        if party not in PARTIES or not entry["digest"].word or holds(entry):
            continue
        if part:
            text = N_("“{part}” has changed since it was signed on {date} ({who}, {function}).")
        else:
            text = N_("This document has changed since it was signed on {date} ({who}, {function}).")
        yield problem(
            entry,
            text,
            party=party,
            terms=("who",),
            who=PARTIES[party],
            part=part,
            date=entry["date"].word,
            function=entry["function"].word,
        )


RULES: tuple[Rule, ...] = (changed_since_signed,)
