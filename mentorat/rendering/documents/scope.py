"""The scope note: the focus of the pairing, the common ground of both cities, and their self-assessment."""

from __future__ import annotations

from collections.abc import Sequence

from mentorat.guide.parties import PARTIES
from mentorat.i18n import N_
from mentorat.rendering.documents.answers import Answers, labelled
from mentorat.rendering.documents.entries import Entry, entries, read
from mentorat.rendering.page import asked, blocks, confidences, document_of, fact, page, part, partners
from mentorat.rendering.pictures.radar import LEVELS, Shape, radar
from mentorat.rendering.pieces import row, table
from mentorat.rendering.saying import Reader, View

KIND, LABEL = "scope", N_("Scope note")
_ASPECTS = ("institutional", "migration", "integration_concept")
_SIDES = {"mentee_city": "mentee", "mentor_city": "mentor"}
_APART = ("party", "key_factor", "level")


def scope_view(reader: Reader) -> View:
    """The scope as one reader sees it."""
    node = document_of(reader, KIND, LABEL)
    answers = Answers(reader, node)
    summary = partners(reader) + asked(answers, "sector", "cross_cutting_topics")
    if len(node["objectives"]):
        label = answers.top.children["objectives"].label
        summary += fact(reader, label, reader.plain(str(len(node["objectives"]))))
    first = answers.all(
        leave=("sector", "cross_cutting_topics", "common_ground", "benchmark", "sources", "signatures")
    )
    parts = part("answers", reader.translate(N_("What we work on")), blocks(reader, first))
    children = answers.top.children
    parts += part(
        "common-ground", reader.translate(children["common_ground"].label), _ground(reader, answers)
    )
    parts += part("benchmark", reader.translate(children["benchmark"].label), _benchmark(reader, answers))
    parts += part(
        "assessment", reader.translate(N_("How both cities see themselves")), _assessment(reader, answers)
    )
    ends = asked(answers, "sources", "signatures")
    parts += part("sources", reader.translate(N_("Sources and signatures")), blocks(reader, ends))
    parts += confidences(reader, KIND)
    return {**page(reader, node, LABEL, title=None, summary=summary), "parts": parts}


def _ground(reader: Reader, answers: Answers) -> list[View]:
    """What is alike and what differs, aspect by aspect."""
    ground = answers.root["common_ground"]
    if not isinstance(ground.value, dict) or not any(ground[key].answered for key in _ASPECTS):
        return blocks(reader, asked(answers, "common_ground"))
    aspects = answers.top.children["common_ground"].children
    rows, whole = [], []
    for key in _ASPECTS:
        label = reader.translate(aspects[key].label)
        if ground[key].answered and isinstance(ground[key].value, dict):
            sides = [answers.at("common_ground", key, side) for side in ("similar", "different")]
            if any(sides):
                rows.append(row(reader.plain(label), sides))
        elif answer := answers.at("common_ground", key):
            whole.append(answer)
    head = [reader.translate(N_("Aspect")), reader.translate(N_("Alike")), reader.translate(N_("Different"))]
    caption = N_("What is alike in both cities, and what differs")
    shown = [table(reader, caption, head, rows)] if rows else []
    rest = answers.at("common_ground", "existing_base")
    return [*shown, *blocks(reader, [*whole, *([rest] if rest else [])])]


def _benchmark(reader: Reader, answers: Answers) -> list[View]:
    """Whether a benchmark is used, which factors were chosen, and what follows."""
    used = answers.root["benchmark"]
    if not isinstance(used.value, dict) or not used.answered:
        return blocks(reader, asked(answers, "benchmark"))
    keys = [key for key in answers.top.children["benchmark"].children if key != "assessments"]
    if used["used"].value is False:
        keys = [key for key in keys if used[key].answered]
    elif not len(used["assessments"]):
        keys.append("assessments")
    found = [answer for key in keys if (answer := answers.at("benchmark", key))]
    return blocks(reader, found)


# ------------------------------------------------------------------ self-assessment


def _assessment(reader: Reader, answers: Answers) -> list[View]:
    """A drawing, the table that it repeats, and what each city says about each factor."""
    found = list(entries(answers, "benchmark", "assessments"))
    factors = _factors(answers, found)
    if not factors:
        return []
    names = {factor: reader.reference("key_factor", factor) or reader.plain(factor) for factor in factors}
    parties = [party for party in PARTIES if any(_party(entry) == party for entry in found)]
    levels = {
        (_party(entry), entry.node["key_factor"].word): level.word
        for entry in found
        if (level := entry.open("level"))
    }
    called = {party: _called(reader, party) for party in parties}
    shapes: list[Shape] = [
        (_SIDES[party], called[party], [levels.get((party, factor), "") for factor in factors])
        for party in parties
        if party in _SIDES
    ]
    title = reader.translate(N_("Key factors as each city sees them in itself"))
    caption = _result(reader, shapes)
    drawn = radar(reader, title, caption, [names[factor] for factor in factors], shapes)
    rows = []
    for number, factor in enumerate(factors, 1):
        cells = [_level(reader, levels.get((party, factor), "")) for party in parties]
        rows.append(row(names[factor], cells, number=number))
    head = [reader.translate(N_("Key factor")), *called.values()]
    shown = table(reader, N_("Level of each key factor, as each city sees itself"), head, rows)
    if not drawn and caption:
        shown["caption"] = caption
    return [*drawn, *([shown] if levels else []), *_told(reader, factors, names, called, found)]


def _level(reader: Reader, level: str) -> View:
    word = reader.label("assessment_level", level) if level else reader.translate(N_("not assessed"))
    return labelled(reader, "", reader.plain(word))


def _party(entry: Entry) -> str:
    party = entry.open("party")
    return party.word if party and party.word in PARTIES else ""


def _factors(answers: Answers, found: Sequence[Entry]) -> list[str]:
    """The factors in the order in which they were chosen, then those assessed beyond that."""
    chosen = answers.reader.open(answers.root.at("benchmark", "selected_key_factors"))
    assessed = [entry.node["key_factor"].word for entry in found if entry.open("key_factor")]
    order = [*(chosen.words if chosen else []), *assessed]
    return [factor for factor in dict.fromkeys(order) if factor in assessed]


def _called(reader: Reader, party: str) -> str:
    """A party with the name of its city."""
    label = reader.translate(PARTIES[party])
    city = read(reader, reader.case.pairing.at(_SIDES[party], "city")) if party in _SIDES else None
    return reader.translate(N_("{city} ({party})"), city=city["text"], party=label.lower()) if city else label


def _result(reader: Reader, shapes: Sequence[Shape]) -> str:
    """What the assessment shows, in a sentence."""
    if not shapes:
        return ""
    counts = [sum(level == LEVELS[-1] for level in levels) for _, _, levels in shapes]
    total, names = len(shapes[0][2]), [name for _, name, _ in shapes]
    if len(shapes) == 1:
        text = N_("Present according to {city}: {n} of {total} key factors.")
        return reader.translate(text, city=names[0], n=counts[0], total=total)
    return reader.translate(
        N_("Key factors that are present: {a} of {total} according to {city}, {b} of {total} according to {other}."),
        a=counts[0], b=counts[1], total=total, city=names[0], other=names[1],
    )  # fmt: skip


def _told(
    reader: Reader,
    factors: Sequence[str],
    names: dict[str, View],
    called: dict[str, str],
    found: Sequence[Entry],
) -> list[View]:
    """What each city says about each factor."""
    told = []
    for number, factor in enumerate(factors, 1):
        facts = []
        for entry in found:
            if entry.node["key_factor"].word != factor:
                continue
            said = entry.rest(*_APART)
            if said:
                party = called.get(_party(entry), "")
                frame = labelled(reader, party or reader.translate(N_("Party not named")), None)
                facts.append({**frame, "form": "group", "facts": said, "compact": False, "short": False})
        if facts:
            told.append({"number": number, "heading": names[factor], "facts": facts, "compact": False})
    label = reader.translate(N_("Factor by factor"))
    shown = {"form": "entries", "label": label, "entries": told, "cards": True, "notes": []}
    return [shown] if told else []
