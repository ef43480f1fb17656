"""What to do with a ranking: what to ask a candidate, what it could learn itself, how it stands to others."""

from __future__ import annotations

from collections.abc import Sequence

from mentorat.findings import Message
from mentorat.guide.vocabulary import CRITERION
from mentorat.i18n import N_
from mentorat.matching.criteria import CRITERIA, Match, has_offers
from mentorat.matching.features import Candidate, Mentee
from mentorat.matching.nearness import nearness
from mentorat.matching.passages import Passage, Texts

_ANSWERS = 0.6
"""How near a strength of the mentee must come to a goal of the mentor to be named as an answer."""


def question(mentee: Mentee, candidate: Candidate, matched: Sequence[Match]) -> Message:
    """The one question whose answer would tell most about a candidate."""
    values: dict[str, object] = {"mentor": candidate.city.name, "mentee": mentee.city.name}
    if not has_offers(candidate, matched):
        return Message(
            N_("Which policies and practices could {mentor} share? Nothing is written down."), values
        )
    if not matched:
        return Message(N_("Which of its practices would {mentor} show first, and why?"), values)
    by_weight = sorted(matched, key=lambda match: -match.need.weight)
    for match in by_weight:
        if not match.covered:
            text = N_("Nothing is written down on “{need}”: has {mentor} worked on it all the same?")
            return Message(text, {**values, "need": match.need.title})
    for match in by_weight:
        if match.mentor and match.mentor.claimed != match.mentor.level:
            text = N_(
                "What shows how far “{practice}” has come: an evaluation, a report, a city that took it up?"
            )
            return Message(text, {**values, "practice": match.mentor.title})
    for match in by_weight:
        if match.mentor is None and match.fits[0].offer.factor:
            text = N_("What shows that “{practice}” is in place in {mentor}, and since when is it?")
            return Message(text, {**values, "practice": match.fits[0].offer.title})
        if match.mentor is None:
            text = N_("Since when has {mentor} done “{practice}”, and has anybody looked at the results?")
            return Message(text, {**values, "practice": match.fits[0].offer.title})
    for match in by_weight:
        if match.gap is not None and match.gap <= 0:
            text = N_("On “{need}” {mentor} is no further than {mentee}: what could it show all the same?")
            return Message(text, {**values, "need": match.need.title})
    text = N_("What must {mentee} have in place before it can use “{practice}”, and what failed at first?")
    return Message(text, {**values, "practice": by_weight[0].fits[0].offer.title})


def could_learn(mentee: Mentee, candidate: Candidate, matched: Sequence[Match], lang: str) -> Message | None:
    """What the candidate could take home itself: its own goals, or a need on which the mentee is further."""
    values: dict[str, object] = {"mentor": candidate.city.name, "mentee": mentee.city.name}
    goals, assets = _by_key(candidate.learning_goals), _by_key(mentee.assets)
    pairs = [
        (nearness(goal, asset).value or 0.0, -place, goal, asset)
        for place, goal in enumerate(goals)
        for asset in assets
    ]
    best = max(pairs, key=lambda pair: pair[:2], default=None)
    if best and best[0] >= _ANSWERS:
        text = N_("{mentor} hopes to learn this: “{goal}”. Among the strengths of {mentee}: “{asset}”.")
        return Message(text, {**values, "goal": _said(best[2], lang), "asset": _said(best[3], lang)})
    if goals:
        text = N_(
            "{mentor} hopes to learn this: “{goal}”. No strength that {mentee} has named answers it yet."
        )
        return Message(text, {**values, "goal": _said(goals[0], lang)})
    for match in matched:
        if match.covered and match.gap is not None and match.gap < 0:
            text = N_("On “{need}” {mentee} is further than {mentor} and could show it what it does.")
            return Message(text, {**values, "need": match.need.title})
    return None


def _by_key(texts: Texts) -> list[Texts]:
    """Texts taken apart into one a place, each in its languages; private ones are left out."""
    places: dict[tuple[str, str], dict[str, tuple[Passage, ...]]] = {}
    for lang, side in texts.items():
        for passage in side.passages:
            if passage.private:
                continue
            places.setdefault((passage.file, passage.key), {})[lang] = (passage,)
    return [Texts(places[place]) for place in sorted(places)]


def _said(texts: Texts, lang: str) -> str:
    side = texts[lang] if lang in texts else next(iter(texts.values()))
    return side.passages[0].text.rstrip(" .")


def standing(mine: Sequence[float], other: Sequence[float], name: str, *, ahead: bool) -> Message:
    """How a candidate stands to the first (or, for the first, to the second), and where it comes from.

    Args:
        mine: its contributions, criterion by criterion.
        other: those of the other candidate, whose name is `name`.
        ahead: whether it is the one that is ahead.
    """
    gains = [a - b if ahead else b - a for a, b in zip(mine, other, strict=True)]
    points = round(sum(gains), 1)
    if points <= 0:
        return Message(N_("Level with {other}."), {"other": name})
    most = max(range(len(gains)), key=lambda index: gains[index])
    values = {
        "points": points,
        "other": name,
        "criterion": CRITERION.terms[CRITERIA[most]],
        "most": round(gains[most], 1),
    }
    if ahead:
        text = N_("{points} points ahead of {other}, above all by “{criterion}” ({most}).")
    else:
        text = N_("{points} points behind {other}, above all by “{criterion}” ({most}).")
    return Message(text, values, frozenset({"criterion"}))
