"""The backing of the mentee's political leaders (POLI).

Who supports what is private: these sentences say what is missing and never what is written.
"""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.workspace import Case, normalise


@rule(
    "POLI001",
    "commitment-given",
    on="pairing",
    due={"mobilise": ERROR},
    by="mentee_city",
    place="chapter-4-commitment",
    mend=N_("Note under `commitment`, `political` which office has committed itself, when and how."),
    about=("pairing.commitment", "pairing.commitment.political"),
)
def commitment_given(case: Case) -> Problems:
    """Without the word of those who decide, a good plan stays on paper."""
    political = case.pairing.at("commitment", "political")
    if not political:
        yield problem(political, N_("No political commitment is on record."))


@rule(
    "POLI002",
    "commitment-early",
    on="pairing",
    due={"mobilise": WARNING},
    by="mentee_city",
    place="chapter-4-commitment",
    mend=N_("If an earlier commitment was given, note it too; if not, tell the partners why it came late."),
    after=("POLI001",),
)
def commitment_early(case: Case) -> Problems:
    """Leaders who commit themselves early open doors for the visits and stand by what comes out of them."""
    starts = [visit.at("dates", "start").last_day for visit in case.visits]
    first_visit = min((day for day in starts if day), default=None)
    given = [(entry["date"].date, entry["date"]) for entry in case.pairing.at("commitment", "political")]
    dated = [(day, node) for day, node in given if day]
    if first_visit is None or len(dated) < len(given) or not dated:
        return
    day, node = min(dated, key=lambda pair: pair[0])
    if day > first_visit:
        yield problem(node, N_("No political commitment is on record from before the first visit."))


@rule(
    "POLI003",
    "commitment-outlives-change",
    on="pairing",
    due={"mobilise": WARNING},
    by="mentee_city",
    place="chapter-4-commitment",
    mend=N_(
        "Seek the support of several parties and note it under `commitment`, `cross_party`; `none: true` is an answer too."
    ),
    about=("pairing.commitment.cross_party",),
)
def commitment_outlives_change(case: Case) -> Problems:
    """Support that rests on one party may be gone after an election. Support by several parties outlasts it."""
    commitment = case.pairing["commitment"]
    cross_party = commitment["cross_party"]
    if cross_party.declined:
        return
    parties = {normalise(entry.text()) for entry in cross_party["parties"]}
    parties |= {normalise(entry["party"].text()) for entry in commitment["political"]} - {""}
    if len(parties) > 1:
        return
    election, period = commitment["next_election"], case.pairing["period"]
    begin, end = period["start"].date, period["end"].last_day
    falls_within = (
        election.date and end and (begin is None or begin <= election.date) and election.date <= end
    )
    if falls_within:
        text = N_(
            "A local election ({date}) falls within the pairing, and the support of several parties is not on record."
        )
        yield problem(cross_party, text, date=str(election.value))
    elif commitment["leadership_may_change"].value is True:
        text = N_("Where leaders may change, the support of several parties should be on record; it is not.")
        yield problem(cross_party, text)


@rule(
    "POLI004",
    "commitment-covers-both",
    on="pairing",
    due={"approve": ERROR},
    by="mentee_city",
    place="chapter-4-commitment",
    mend=N_(
        "Make sure that the support holds for drafting the plan and for carrying it out, and say so under `commitment`, `covers`."
    ),
    after=("POLI001",),
    about=("pairing.commitment.covers",),
)
def commitment_covers_both(case: Case) -> Problems:
    """Drafting a plan is the easy half. Leaders who back it must also stand by it when it is carried out."""
    covers = case.pairing.at("commitment", "covers")
    if not {"development", "implementation"} <= set(covers.words):
        text = N_(
            "Nothing says that the political support holds both for drafting the plan and for carrying it out."
        )
        yield problem(covers, text)


@rule(
    "POLI005",
    "politicians-meet",
    on="pairing",
    due={"visit_2": INFO},
    by="mentee_city",
    place="chapter-4-commitment",
    mend=N_(
        "Plan one, for instance during a visit, and note it under `commitment`, `exchanges`; `[]` says that there is none."
    ),
    about=("pairing.commitment.exchanges",),
)
def politicians_meet(case: Case) -> Problems:
    """Politicians believe politicians. An exchange with those of the other city strengthens their support."""
    exchanges = case.pairing.at("commitment", "exchanges")
    if not exchanges:
        yield problem(exchanges, N_("No exchange between politicians of both cities is noted."))


@rule(
    "POLI006",
    "leadership-change-considered",
    on="pairing",
    due={"mobilise": WARNING},
    by="mentee_city",
    place="chapter-4-commitment",
    mend=N_("Answer `leadership_may_change` under `commitment` with `true` or `false`."),
    about=("pairing.commitment.leadership_may_change",),
)
def leadership_change_considered(case: Case) -> Problems:
    """Partners who know that leaders may change can prepare for it in time."""
    answer = case.pairing.at("commitment", "leadership_may_change")
    if not answer:
        yield problem(answer, N_("Nothing says whether the political leaders may change before the end."))


RULES: tuple[Rule, ...] = (
    commitment_given,
    commitment_early,
    commitment_outlives_change,
    commitment_covers_both,
    politicians_meet,
    leadership_change_considered,
)
