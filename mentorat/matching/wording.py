"""Why a candidate has its score: whole sentences, with the answers they rest on.

Labels and controlled words are translated when a sentence is shown; names, titles and quotations are
the cities' own.  A private document is never quoted: its place is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mentorat.findings import Message
from mentorat.guide.vocabulary import ASSESSMENT_LEVEL, EXPERIENCE
from mentorat.i18n import N_
from mentorat.matching.criteria import Fit, Match, has_offers
from mentorat.matching.factors import STRONG, FactorId
from mentorat.matching.features import Candidate, Mentee, Offer, Vocabulary
from mentorat.matching.nearness import quote
from mentorat.matching.results import Detail, Evidence
from mentorat.matching.setting import City

Reason = tuple[Message, tuple[Detail, ...]]
"""A sentence on a criterion, and what is behind it."""


# ------------------------------------------------------------------ fit of needs and experience


def correspondence(
    mentee: Mentee, candidate: Candidate, matched: Sequence[Match], vocabulary: Vocabulary
) -> Reason:
    """What the candidate has on each need."""
    name = candidate.city.name
    covered = [match for match in matched if match.covered]
    if not candidate.readable:
        reason = Message(N_("{file} cannot be read; `mentorat check` says why."), {"file": candidate.file})
    elif not has_offers(candidate, matched):
        reason = Message(N_("{mentor} has written down no policy and no practice."), {"mentor": name})
    elif not matched:
        reason = Message(N_("The mentee has written down no needs yet, so nothing can be compared."))
    elif not covered:
        reason = Message(N_("{mentor} has no practice on the themes of the needs."), {"mentor": name})
    else:
        best = max(covered, key=lambda match: (match.fits[0].value, match.need.weight))
        text = N_("{mentor} covers {covered} of {total} needs; “{practice}” is nearest, on “{need}”.")
        reason = Message(
            text,
            {
                "mentor": name,
                "covered": len(covered),
                "total": len(matched),
                "practice": best.fits[0].offer.title,
                "need": best.need.title,
            },
        )
    return reason, tuple(_detail(mentee, candidate, match, vocabulary) for match in matched)


def _detail(mentee: Mentee, candidate: Candidate, match: Match, vocabulary: Vocabulary) -> Detail:
    fit = match.best
    if fit is None or not match.covered:
        return Detail((_nothing(match),))
    sentences, evidence = _fit(match, fit, vocabulary)
    if not fit.offer.factor:
        return Detail(tuple(sentences), (evidence,), quoted=True)
    said, places = _key_factor(mentee, candidate, fit.offer, fit.offer.factor)
    return Detail((*sentences, said), tuple(dict.fromkeys((evidence, *places))), quoted=True)


def _key_factor(
    mentee: Mentee, candidate: Candidate, offer: Offer, factor: FactorId
) -> tuple[Message, tuple[Evidence, ...]]:
    """How both cities see themselves on a key factor, and where they say so."""
    weakness, terms = mentee.weak[factor], ASSESSMENT_LEVEL.terms
    text = N_(
        "“{practice}” is a key factor of the benchmark: {mentee} sees itself as “{mine}”, {mentor} as “{theirs}”."
    )
    if weakness.private or offer.private:
        text = N_(
            "“{practice}” is a key factor of the benchmark on which {mentor} sees itself ahead of {mentee}."
        )
    values = {
        "practice": offer.title,
        "mentee": mentee.city.name,
        "mentor": candidate.city.name,
        "mine": terms[weakness.level],
        "theirs": terms[STRONG],
    }
    mine = Evidence(weakness.file, weakness.key, "" if weakness.private else weakness.level)
    theirs = _evidence(offer, offer.file, offer.at("level"), STRONG)
    return Message(text, values, frozenset({"mine", "theirs"})), (theirs, mine)


def uncompared(candidate: Candidate, matched: Sequence[Match]) -> Iterator[Message]:
    """The needs, and key factors, that cannot be compared with what stands on the other side."""
    for offer in candidate.strong:
        if not offer.themes and offer.factor:
            text = N_("No benchmark of the programme says which themes the key factor “{factor}” is on.")
            yield Message(text, {"factor": "/".join(offer.factor)})
    for match in matched:
        if not match.need.themes:
            text = N_("“{need}” names no theme, and its words point to none.")
            yield Message(text, {"need": match.need.title})
        elif match.fits and all(fit.near.value is None for fit in match.fits):
            text = N_("“{need}”: the texts of {mentor} are in a language that cannot be compared with it.")
            yield Message(text, {"need": match.need.title, "mentor": candidate.city.name})


def _nothing(match: Match) -> Message:
    fit = match.best
    if fit and fit.theme:
        text = N_("“{need}” is not covered; “{practice}” is on a related theme.")
        return Message(text, {"need": match.need.title, "practice": fit.offer.title})
    return Message(N_("“{need}” is not covered."), {"need": match.need.title})


def _fit(match: Match, fit: Fit, vocabulary: Vocabulary) -> tuple[list[Message], Evidence]:
    offer = fit.offer
    values: dict[str, object] = {"need": match.need.title, "practice": offer.title}
    if offer.private:
        text = N_("“{need}”: “{practice}” speaks of it; what is written there is for the city alone.")
        return [Message(text, values)], Evidence(offer.file, offer.key, "")
    if fit.theme:
        values["theme"] = vocabulary.label(fit.pair[1])
    if fit.theme == 1.0 and not offer.suggested:
        text = N_("“{need}”: “{practice}” is on the same theme ({theme}).")
    elif fit.theme == 1.0:
        text = N_("“{need}”: by its words, “{practice}” is on the same theme ({theme}).")
    elif fit.theme:
        text = N_("“{need}”: “{practice}” is on a related theme ({theme}).")
    elif fit.near.by == "words":
        text = N_("“{need}”: “{practice}” speaks of it in like words.")
    else:
        text = N_("“{need}”: by what its text speaks of, “{practice}” comes near it.")
    sentences = [Message(text, values)]
    near = fit.near
    quoted = quote(match.need.texts, offer.texts, near) if near.value else None
    if quoted and quoted.shared:
        if near.by == "words":
            shared = Message(N_("Words in common: {words}."), {"words": ", ".join(quoted.shared)})
        else:
            labels = ", ".join(vocabulary.label(code) for code in quoted.shared)
            shared = Message(N_("Themes that both texts speak of: {themes}."), {"themes": labels})
        sentences.append(shared)
    if near.by == "meaning" and near.value is not None:
        text = N_("By their meaning, as a language model sees it, the texts are {share} per cent near.")
        sentences.append(Message(text, {"share": round(100 * near.value)}))
    if near.copied:
        text = N_("“{practice}” repeats the text of the need; what is repeated does not count.")
        sentences.append(Message(text, {"practice": offer.title}))
    if quoted:
        place = quoted.passage
        return sentences, Evidence(
            place.file, place.key, quoted.sentence, near.langs[1] if quoted.sentence else ""
        )
    key, text = offer.shown_by
    return sentences, Evidence(offer.file, offer.at(key), text)


def _evidence(offer: Offer, file: str, key: str, text: str) -> Evidence:
    return Evidence(file, key, "" if offer.private else text)


# ------------------------------------------------------------------ difference of experience


def experience(mentee: City, candidate: Candidate, matched: Sequence[Match]) -> Reason:
    """How far each city is on each need."""
    name = candidate.city.name
    known = [match for match in matched if match.covered and match.gap is not None]
    ahead = [match for match in known if (match.gap or 0) > 0]
    if not matched and has_offers(candidate, matched):
        reason = Message(N_("Without needs there is no experience to compare."))
    elif not any(match.covered for match in matched):
        reason = Message(N_("Without a practice on the needs there is no experience to pass on."))
    elif not known:
        reason = Message(N_("How far both cities are on the needs is not known."))
    elif not ahead:
        text = N_("{mentor} is not ahead of {mentee} on any need.")
        reason = Message(text, {"mentor": name, "mentee": mentee.name})
    else:
        widest = max(ahead, key=lambda match: (match.gap or 0, match.need.weight))
        text = N_("{mentor} is ahead on {ahead} of {total} needs, most clearly on “{need}”.")
        values = {"mentor": name, "ahead": len(ahead), "total": len(matched), "need": widest.need.title}
        reason = Message(text, values)
    return reason, tuple(_level(mentee, candidate.city, match) for match in known)


def _level(mentee: City, mentor: City, match: Match) -> Detail:
    offer = match.mentor
    sentences = [_levels(mentee, mentor, match)]
    if offer is None:
        return Detail(tuple(sentences))
    if offer.claimed != offer.level and not offer.private:
        sentences.append(_unproven(offer))
    return Detail(
        tuple(sentences), (_evidence(offer, offer.file, offer.at("experience"), str(offer.claimed)),)
    )


def _unproven(offer: Offer) -> Message:
    text = N_("“{practice}” is said to be at level {claimed} and counts as {level}, as evidence is missing.")
    return Message(text, {"practice": offer.title, "claimed": offer.claimed, "level": offer.level})


def unknown_levels(mentee: City, candidate: Candidate, matched: Sequence[Match]) -> Iterator[Message]:
    """The needs on which experience cannot be compared."""
    for match in matched:
        if match.covered and match.need.level is None:
            text = N_("“{need}”: {city} does not say how far it is itself.")
            yield Message(text, {"need": match.need.title, "city": mentee.name})
        elif match.covered and match.level is None:
            text = N_("“{need}”: {city} does not say how far it is itself.")
            yield Message(text, {"need": match.need.title, "city": candidate.city.name})


def _levels(mentee: City, mentor: City, match: Match) -> Message:
    terms = EXPERIENCE.terms
    if match.need.private or (match.mentor and match.mentor.private):
        text = N_("“{need}”: how far the cities are counts here, and is for themselves alone.")
        return Message(text, {"need": match.need.title})
    text = N_("“{need}”: {mentee} is at “{mine}”, {mentor} at “{theirs}”.")
    values = {
        "need": match.need.title,
        "mentee": mentee.name,
        "mentor": mentor.name,
        "mine": terms[str(match.need.level)],
        "theirs": terms[str(match.level)],
    }
    return Message(text, values, frozenset({"mine", "theirs"}))
