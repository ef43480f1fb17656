"""The programme's good practices: an index by theme, and a short card that leads to each sheet."""

from __future__ import annotations

from collections.abc import Iterator

from mentorat.findings import Message
from mentorat.i18n import N_
from mentorat.nodes import Document, Node
from mentorat.rendering import audience as who
from mentorat.rendering.documents.answers import Answers, labelled
from mentorat.rendering.page import NotRendered, asked, fact, page, part
from mentorat.rendering.saying import Reader, View
from mentorat.workspace import normalise

LABEL = N_("Library of good practices")


def library_view(reader: Reader) -> View:
    """All practices that the reader may read."""
    if not reader.workspace.practices:
        text = N_("The programme has no good practice yet; `mentorat new practice MENTOR/ID` adds one.")
        raise NotRendered(Message(text, {}))
    practices = list(_open(reader))
    cards = [_card(reader, id_, document.root) for id_, document in practices]
    cards.sort(key=lambda card: (_order(card["heading"]), card["page"]))
    for number, card in enumerate(cards, 1):
        card["anchor"] = f"practice-{number}-{reader.doc_lang}"
    themes = _by_theme(reader, cards)
    cities = {city["text"]: {**city, "details": []} for card in cards if (city := card["city"])}
    summary = fact(reader, N_("Good practices"), reader.plain(str(len(cards))))
    summary += fact(reader, N_("Themes"), reader.plain(str(len(themes)))) if themes else []
    if cities:
        frame = labelled(reader, reader.translate(N_("Cities")), None)
        summary.append({**frame, "form": "list", "values": list(cities.values()), "run": True})
    parts = part(
        "themes", reader.translate(N_("By theme")), [{"form": "themes", "themes": themes}] if themes else []
    )
    parts += part(
        "practices",
        reader.translate(N_("The practices")),
        [{"form": "cards", "cards": cards}] if cards else [],
    )
    others = [document.root for _, document in practices]
    frame = page(
        reader,
        reader.target.programme,
        LABEL,
        title=None,
        summary=summary,
        others=others,
        file="mentors/*/practices/*.yaml",
    )
    return {**frame, "parts": parts}


def _open(reader: Reader) -> Iterator[tuple[str, Document]]:
    """The practices that can be read, by this reader too; the others are counted."""
    for id_, document in sorted(reader.workspace.practices.items()):
        if not who.may_read(reader.audience, who.of_document(document)):
            reader.leave_out(document.root)
        elif not document.readable:
            reader.find_odd(document.root)
        else:
            yield id_, document


def _card(reader: Reader, id_: str, practice: Node) -> View:
    """What an outsider wants to know before opening the sheet."""
    answers = Answers(reader, practice)
    city, area = (_text(answers, "location", key) for key in ("city", "area"))
    facts = asked(answers, "practice_kind", "themes", "experience")
    group = answers.at("background", "target_group", remarked=False)
    started = answers.at("description", "started", remarked=False)
    facts += [answer for answer in (group, started) if answer]
    return {
        "anchor": "",
        "page": f"{id_}/practice.{reader.edition}",
        "heading": _text(answers, "title") or reader.ours(N_("Without a title")),
        "city": city and {**city, "details": [area] if area else []},
        "lead": _text(answers, "summary") or _text(answers, "background", "challenge"),
        "facts": [answer for answer in facts if answer["form"] != "gap"],
        "themes": [text for entry in practice["themes"] if (text := _theme(reader, entry))],
    }


def _text(answers: Answers, *keys: str) -> View | None:
    answer = answers.at(*keys, remarked=False)
    value: View | None = answer["value"] if answer and answer["form"] == "text" else None
    return value


def _theme(reader: Reader, entry: Node) -> View | None:
    return reader.theme(entry.word) if entry.word and reader.open(entry) else None


def _by_theme(reader: Reader, cards: list[View]) -> list[View]:
    """Each theme with its practices; those without a theme come last."""
    themes: dict[str, View] = {}
    for card in cards:
        for name in card["themes"]:
            themes.setdefault(name["text"], {"name": name, "cards": []})["cards"].append(card)
    found = [themes[name] for name in sorted(themes, key=normalise)]
    without = [card for card in cards if not card["themes"]]
    if found and without:
        found.append({"name": reader.ours(N_("Without a theme")), "cards": without})
    return found


def _order(text: View) -> str:
    return normalise(text["text"])
