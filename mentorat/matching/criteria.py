"""The four criteria of the guide (chapter 4), each on a fixed scale from 0 to 1.

A criterion is a weighted mean of parts.  A part that is not known counts as neither good nor bad (0.5):
ignoring blanks would reward them, and zero would punish them.  How much is known is the coverage; the
interval reaches from all blanks at their worst to all at their best.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from mentorat.i18n import N_
from mentorat.matching.features import Candidate, Mentee, Need, Offer, Vocabulary
from mentorat.matching.nearness import Compare, Nearness, nearness
from mentorat.matching.setting import City, Fact
from mentorat.workspace import normalise

CRITERIA = ("correspondence", "experience", "profile", "governance")
NEUTRAL = 0.5
THEME, TEXT = 0.6, 0.4
"""What the theme and the text count in the fit of a need and an offer."""
BEST = (0.7, 0.2, 0.1)
"""What the best three offers count for a need."""
COVERED = 0.5
"""The fit from which an offer covers a need: the same theme, or a related one told in the same words."""

POPULATION_RANGE, MIGRANTS_RANGE, UNEMPLOYMENT_RANGE, BUDGET_RANGE = 1.5, 30.0, 15.0, 1.0
AUTONOMY_RANGE, TIERS_RANGE = 44.0, 2.0
_URBANISATION = ("city", "town", "rural")
_HOLDERS = ("local", "shared", "regional", "national")
COMPETENCES = "competences"
_COMPETENCE_WEIGHT = 40.0


class Measure(NamedTuple):
    """One criterion of one candidate, from 0 to 1."""

    score: float
    low: float
    high: float
    coverage: float


def measure(parts: Iterable[tuple[float, float | None]]) -> Measure:
    """The weighted mean of parts, some of which may not be known."""
    weighed = list(parts)
    whole = math.fsum([weight for weight, _ in weighed])
    if whole <= 0:
        return Measure(NEUTRAL, 0.0, 1.0, 0.0)
    known = math.fsum([weight for weight, value in weighed if value is not None]) / whole
    low = math.fsum([weight * value for weight, value in weighed if value is not None]) / whole
    blank = max(0.0, 1.0 - known)
    score, high = low + NEUTRAL * blank, min(1.0, low + blank)
    return Measure(round(score, 9), round(low, 9), round(high, 9), round(known, 9))


# ------------------------------------------------------------------ correspondence and experience


class Fit(NamedTuple):
    """How well one offer fits one need; `theme` is None where the need has none, `pair` the themes that met."""

    offer: Offer
    theme: float | None
    pair: tuple[str, str]
    near: Nearness
    value: float


@dataclass(frozen=True, slots=True)
class Match:
    """One need and the best three offers for it.

    `mentor` is the offer that shows the most experience among those that cover the need; `unsure` says that
    another covers it whose experience is not known.
    """

    need: Need
    fits: tuple[Fit, ...]
    mentor: Offer | None
    unsure: bool = False

    @property
    def best(self) -> Fit | None:
        """The offer that fits best."""
        return self.fits[0] if self.fits else None

    @property
    def covered(self) -> bool:
        """Whether some offer covers the need."""
        return bool(self.fits) and self.fits[0].value >= COVERED

    @property
    def level(self) -> int | None:
        """The mentor's level of experience on the need (0 where no offer covers it, None unknown).

        What is known counts where it puts the mentor ahead; else an offer of unknown experience may.
        """
        if not self.covered:
            return 0
        known = self.mentor.level if self.mentor else None
        ahead = known is not None and self.need.level is not None and known > self.need.level
        return None if self.unsure and not ahead else known

    @property
    def gap(self) -> int | None:
        """By how many levels the mentor is ahead."""
        if self.need.level is None or self.level is None:
            return None
        return self.level - self.need.level


def matches(
    mentee: Mentee, candidate: Candidate, vocabulary: Vocabulary, compare: Compare = nearness
) -> tuple[Match, ...]:
    """Every need of the mentee with what the candidate offers on it.

    A key factor that the candidate has in place is an offer to a mentee that sees itself weak there.
    """
    strong = (offer for offer in candidate.strong if offer.factor in mentee.weak)
    offers = (*candidate.offers, *strong)
    return tuple(_match(need, offers, vocabulary, compare) for need in mentee.needs)


def _match(need: Need, offers: Sequence[Offer], vocabulary: Vocabulary, compare: Compare) -> Match:
    fits = [_fit(need, offer, vocabulary, compare) for offer in offers]
    fits.sort(key=lambda fit: (-fit.value, -(fit.offer.level or 0), fit.offer.file, fit.offer.key))
    covering = [fit.offer for fit in fits if fit.value >= COVERED]
    proven = [offer for offer in covering if offer.level is not None]
    ahead = max(proven, key=lambda offer: offer.level or 0, default=None)
    return Match(need, tuple(fits[: len(BEST)]), ahead, unsure=len(proven) < len(covering))


def _fit(need: Need, offer: Offer, vocabulary: Vocabulary, compare: Compare) -> Fit:
    near = compare(need.texts, offer.texts)
    affinity, mine, theirs = vocabulary.affinity(need.themes, offer.themes)
    theme = affinity if need.themes else None
    value = THEME * _or_neutral(theme) + TEXT * _or_neutral(near.value)
    return Fit(offer, theme, (mine, theirs), near, round(value, 9))


def _or_neutral(value: float | None) -> float:
    return NEUTRAL if value is None else value


def correspondence(candidate: Candidate, matched: Sequence[Match]) -> Measure:
    """How far the candidate's practices and policies meet the needs.

    Per need the best three offers count 0.7, 0.2 and 0.1; needs count by their priority.
    """
    parts: list[tuple[float, float | None]] = []
    for match in matched:
        for place, share in enumerate(BEST):
            weight = match.need.weight * share
            fit = match.fits[place] if place < len(match.fits) else None
            parts.append((weight * THEME, fit.theme if fit else 0.0))
            parts.append((weight * TEXT, fit.near.value if fit else 0.0))
    return measure(parts) if has_offers(candidate, matched) else measure([(1.0, 0.0)])


def has_offers(candidate: Candidate, matched: Sequence[Match]) -> bool:
    """Whether a candidate has anything to offer to this mentee."""
    return bool(candidate.offers) or any(match.fits for match in matched)


def experience(candidate: Candidate, matched: Sequence[Match]) -> Measure:
    """How far the candidate is ahead on the needs: two levels or more 1, one level 0.5."""
    parts: list[tuple[float, float | None]] = []
    for match in matched:
        if not match.covered:
            parts.append((match.need.weight, 0.0))
        elif match.gap is None:
            parts.append((match.need.weight, None))
        else:
            parts.append((match.need.weight, min(max(match.gap, 0), 2) / 2))
    return measure(parts) if has_offers(candidate, matched) else measure([(1.0, 0.0)])


# ------------------------------------------------------------------ profile and governance


@dataclass(frozen=True, slots=True)
class Comparison:
    """One variable of both settings.

    `alike` is None where they cannot be compared, and `why` says so; `subject` is the theme, for a competence.
    """

    fact: str
    weight: float
    mine: Fact | None
    theirs: Fact | None
    alike: float | None
    why: str = ""
    subject: str = ""


NEITHER = N_("{fact}: neither city says it.")
MENTEE_SILENT = N_("{fact}: {mentee} does not say it.")
MENTOR_SILENT = N_("{fact}: {mentor} does not say it.")
OTHER_THING = N_("{fact}: the two cities count different things.")
OTHER_CURRENCY = N_("{fact}: the amounts are in two currencies.")


Alike = Callable[[Fact, Fact], float]


def _linear(mine: Fact, theirs: Fact, width: float) -> float:
    return max(0.0, 1.0 - abs(_number(mine) - _number(theirs)) / width)


def _log(mine: Fact, theirs: Fact, width: float) -> float:
    return max(0.0, 1.0 - abs(math.log10(_number(mine)) - math.log10(_number(theirs))) / width)


def _number(fact: Fact) -> float:
    return fact.value if isinstance(fact.value, float) else 0.0


def _ordered(mine: Fact, theirs: Fact, order: tuple[str, ...]) -> float:
    """1 for the same word, 0 for the two ends of the order."""
    places = [order.index(str(fact.value)) if fact.value in order else None for fact in (mine, theirs)]
    if places[0] is None or places[1] is None:
        return float(mine.value == theirs.value)
    return 1.0 - abs(places[0] - places[1]) / (len(order) - 1)


def _equal(mine: Fact, theirs: Fact) -> float:
    return float(mine.value == theirs.value)


def _shared(mine: Fact, theirs: Fact) -> float:
    """What both have of all that either has (Jaccard)."""
    if not isinstance(mine.value, frozenset) or not isinstance(theirs.value, frozenset):
        return 0.0
    either = mine.value | theirs.value
    return len(mine.value & theirs.value) / len(either) if either else 1.0


_GOVERNMENT: dict[str, tuple[float, Alike]] = {
    "state_form": (20, _equal),
    "autonomy": (20, lambda mine, theirs: _linear(mine, theirs, AUTONOMY_RANGE)),
    "tiers": (10, lambda mine, theirs: _linear(mine, theirs, TIERS_RANGE)),
    "national_programme": (10, _equal),
}


def profile(mentee: City, mentor: City) -> tuple[Comparison, ...]:
    """How alike the cities are in population, society and economy (Gower, on fixed ranges)."""
    return (
        _compare("population", 1, mentee, mentor, lambda a, b: _log(a, b, POPULATION_RANGE)),
        _same_basis("migrants", OTHER_THING, mentee, mentor, lambda a, b: _linear(a, b, MIGRANTS_RANGE)),
        _compare("unemployment", 1, mentee, mentor, lambda a, b: _linear(a, b, UNEMPLOYMENT_RANGE)),
        _same_basis("budget", OTHER_CURRENCY, mentee, mentor, lambda a, b: _log(a, b, BUDGET_RANGE)),
        _compare("urbanisation", 1, mentee, mentor, lambda a, b: _ordered(a, b, _URBANISATION)),
        _compare("migration_kinds", 1, mentee, mentor, _shared),
    )


def governance(mentee: City, mentor: City, matched: Sequence[Match]) -> tuple[Comparison, ...]:
    """How alike the levels of government are under which both cities work."""
    same_country = bool(mentee.country) and mentee.country == mentor.country
    compared = list(_competences(mentee, mentor, matched))
    for fact, (weight, alike) in _GOVERNMENT.items():
        found = _compare(fact, weight, mentee, mentor, alike)
        if found.alike is None and same_country:
            found = replace(found, alike=1.0, why="")
        compared.append(found)
    return tuple(compared)


def _competences(mentee: City, mentor: City, matched: Sequence[Match]) -> Iterable[Comparison]:
    """Who decides on the themes on which the candidate meets the needs."""
    met = [fit.pair[0] for match in matched if match.covered and (fit := match.best) and fit.pair[0]]
    subjects = list(dict.fromkeys(met)) or [""]
    for theme in sorted(subjects):
        mine, theirs = (
            city.holders.get(theme) or city.holders.get(normalise(theme)) for city in (mentee, mentor)
        )
        alike = _ordered(mine, theirs, _HOLDERS) if mine and theirs else None
        why = "" if alike is not None else _silent(mine, theirs)
        weight = _COMPETENCE_WEIGHT / len(subjects)
        yield Comparison(COMPETENCES, weight, mine, theirs, alike, why, theme)


def _silent(mine: Fact | None, theirs: Fact | None) -> str:
    if mine is None and theirs is None:
        return NEITHER
    return MENTEE_SILENT if mine is None else MENTOR_SILENT


def _compare(fact: str, weight: float, mentee: City, mentor: City, alike: Alike) -> Comparison:
    mine, theirs = mentee.facts.get(fact), mentor.facts.get(fact)
    if mine is None or theirs is None:
        return Comparison(fact, weight, mine, theirs, None, _silent(mine, theirs))
    return Comparison(fact, weight, mine, theirs, round(alike(mine, theirs), 9))


def _same_basis(fact: str, otherwise: str, mentee: City, mentor: City, alike: Alike) -> Comparison:
    """A comparison that holds only where both count the same thing."""
    found = _compare(fact, 1, mentee, mentor, alike)
    if found.mine is None or found.theirs is None:
        return found
    basis = found.mine.basis
    if basis == found.theirs.basis and basis not in ("", "other", "not_collected"):
        return found
    return replace(found, alike=None, why=otherwise)


def alike(compared: Sequence[Comparison]) -> Measure:
    """Comparisons as one measure."""
    return measure((comparison.weight, comparison.alike) for comparison in compared)
