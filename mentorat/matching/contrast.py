"""What two settings have in common and what not, in sentences, with both values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mentorat.findings import Message
from mentorat.guide.vocabulary import COMPETENCE, DEGREE_OF_URBANISATION, MIGRATION_KIND, STATE_FORM
from mentorat.i18n import N_
from mentorat.matching.criteria import COMPETENCES, Comparison
from mentorat.matching.features import Vocabulary
from mentorat.matching.results import Detail, Evidence
from mentorat.matching.setting import FACTS, City, Fact
from mentorat.matching.wording import Reason

LABELS = {**FACTS, COMPETENCES: N_("Who decides on the themes")}
_TERMS = {
    "urbanisation": DEGREE_OF_URBANISATION.terms,
    "migration_kinds": MIGRATION_KIND.terms,
    "state_form": STATE_FORM.terms,
    COMPETENCES: COMPETENCE.terms,
}
_PLACES = {"migrants": 1, "unemployment": 1, "autonomy": 1}
_YES, _NO, _NONE = N_("yes"), N_("no"), N_("none")
_FROM_REGISTER = N_("{value} (register: {source})")
_FROM_COUNTRIES = N_("{value} (table of countries, {year})")


def contrast(compared: Sequence[Comparison], mentee: City, mentor: City, vocabulary: Vocabulary) -> Reason:
    """What is most and least alike, and both values of everything that could be compared."""
    known = [comparison for comparison in compared if comparison.alike is not None]
    details = tuple(
        Detail(
            (_sentence(comparison, mentee, mentor, vocabulary),),
            tuple(_evidence(comparison)),
        )
        for comparison in known
    )
    return _reason(known), details


def _evidence(comparison: Comparison) -> Iterator[Evidence]:
    for fact in (comparison.mine, comparison.theirs):
        if fact:
            written = "" if fact.private else fact.written
            yield Evidence(fact.file, fact.key, written, source=fact.source.cited if fact.source else "")


def _reason(known: Sequence[Comparison]) -> Message:
    if not known:
        return Message(N_("Nothing can be compared here."))
    near = max(known, key=lambda comparison: comparison.alike or 0.0)
    far = min(reversed(known), key=lambda comparison: comparison.alike or 0.0)
    values = {"near": LABELS[near.fact], "far": LABELS[far.fact]}
    if near.fact == far.fact:
        return Message(N_("Only this can be compared: {near}."), values, frozenset({"near"}))
    if far.alike == 1.0:
        return Message(N_("Alike in everything that can be compared."))
    return Message(N_("Most alike: {near}. Least alike: {far}."), values, frozenset({"near", "far"}))


def _sentence(comparison: Comparison, mentee: City, mentor: City, vocabulary: Vocabulary) -> Message:
    mine, theirs = comparison.mine, comparison.theirs
    values: dict[str, object] = {
        "fact": LABELS[comparison.fact],
        "mentee": mentee.name,
        "mentor": mentor.name,
        "alike": round(100 * (comparison.alike or 0.0)),
    }
    if mine is None or theirs is None:
        return Message(
            N_("{fact}: the same, as both cities are in one country."), values, frozenset({"fact"})
        )
    if mine.private or theirs.private:
        return Message(N_("{fact}: {alike} per cent alike."), values, frozenset({"fact"}))
    terms = {"fact"}
    for name, fact in (("mine", mine), ("theirs", theirs)):
        values[name], translated = _sourced(comparison.fact, fact)
        terms |= {name} if translated else set()
    text = N_("{fact}: {mine} in {mentee}, {theirs} in {mentor} ({alike} per cent alike).")
    if comparison.subject:
        values["theme"] = vocabulary.label(comparison.subject)
        text = N_(
            "Who decides on “{theme}”: {mine} in {mentee}, {theirs} in {mentor} ({alike} per cent alike)."
        )
    return Message(text, values, frozenset(terms))


def _sourced(name: str, fact: Fact) -> tuple[object, bool]:
    """A value as it is shown, with its source where no document says it; whether it is a word of ours."""
    value, ours = _shown(name, fact)
    if fact.source is None:
        return value, ours
    values = {"value": value, "source": fact.source.cited, "year": str(fact.source.year)}
    text = _FROM_REGISTER if fact.source.table == "register" else _FROM_COUNTRIES
    return Message(text, values, frozenset({"value"} if ours else ())), False


def _shown(name: str, fact: Fact) -> tuple[object, bool]:
    """A value as it is shown, and whether it is a word of ours that is translated."""
    value = fact.value
    if isinstance(value, bool):
        return (_YES if value else _NO), True
    if isinstance(value, float):
        places = _PLACES.get(name)
        return (round(value, places) if places else round(value)), False
    labels = _TERMS.get(name, {})
    if isinstance(value, frozenset):
        order = [code for code in labels if code in value]
        return [labels[code] for code in order] or _NONE, True
    return labels.get(value, value), value in labels


def missing(
    compared: Sequence[Comparison], mentee: City, mentor: City, vocabulary: Vocabulary
) -> Iterator[Message]:
    """What could not be compared, and why."""
    for comparison in compared:
        if comparison.alike is not None:
            continue
        values = {"fact": LABELS[comparison.fact], "mentee": mentee.name, "mentor": mentor.name}
        if comparison.fact != COMPETENCES:
            yield Message(comparison.why, values, frozenset({"fact"}))
        elif comparison.subject:
            text = N_("Who decides on “{theme}” is not said for both cities.")
            yield Message(text, {"theme": vocabulary.label(comparison.subject)})
        else:
            yield Message(N_("No need is covered, so there is no theme on which to compare who decides."))


def doubts(*cities: City) -> Iterator[Message]:
    """Values that stand in a document and could not be used."""
    for city in cities:
        for doubt in city.doubts:
            values = {"fact": FACTS[doubt.fact], "value": doubt.value, "file": doubt.file, "key": doubt.key}
            if not doubt.private:
                yield Message(doubt.text, values, frozenset({"fact"}))
