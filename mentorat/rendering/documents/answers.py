"""Any document as answers to its questions, derived from the questions themselves.

An answer is a dictionary with a `label`, a `form` and what that form needs: `text` (one text), `list`
(texts), `group` (further answers), `entries` (groups of a list) or `gap` (not answered, and who is to
do it by which step).  What the reader may not see is left out and counted.
"""

from __future__ import annotations

from collections.abc import Callable

from mentorat import shape
from mentorat.guide.parties import PARTIES
from mentorat.guide.steps import BY_ID
from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rendering import audience as who
from mentorat.rendering.saying import Reader, View
from mentorat.source.positions import show_path

Overlay = Callable[[Node], Node]
"""Where an answer stands, for those that are written once in another document."""

_HEAD = frozenset({"kind", "schema", "provenance", "visibility"})
_INNER = frozenset({"id", "none", "unknown"})
_FIGURE, _MONEY = frozenset({"value", "unknown"}), frozenset({"amount", "currency"})
_FIGURE_PARTS = ("value", "amount", "currency", "year", "source", "approximate")
_PERIOD, _LINK = frozenset({"start", "end", "text"}), frozenset({"title", "url"})
_SHORT, _LINE = 90, 180
"""Signs of a text that stands beside its label, and of several that share a line."""
_CARD = 6
"""Questions from which on an entry of a list gets a card of its own."""


class Answers:
    """The answers of one document as one reader sees them."""

    def __init__(self, reader: Reader, document: Node, overlay: Overlay = lambda node: node) -> None:
        self.reader = reader
        self.root = document
        self.top = shape.document(document.document.kind)
        self._overlay = overlay

    def at(self, *keys: str, remarked: bool = True) -> View | None:
        """The answer to one question of the document, by its keys."""
        field, node, above = self.top, self.root, who.of_document(self.root.document)
        for key in keys[:-1]:
            field, node = field.children[key], node[key]
            above = who.of_entry(field, node, who.of_field(field, above))
        return self.answer(field.children[keys[-1]], node[keys[-1]], above, remarked=remarked)

    def all(self, *, leave: tuple[str, ...] = ()) -> list[View]:
        """The answers to every question at the top of the document, in the document's order."""
        keys = [key for key in self.top.children if key not in _HEAD and key not in leave]
        return [answer for key in keys if (answer := self.at(key))]

    # -------------------------------------------------------------- one answer

    def answer(self, field: shape.Field, node: Node, above: str, *, remarked: bool = True) -> View | None:
        """One question with its answer; None where there is nothing for this reader.

        `remarked` is False where remarks in confidence have no room: they then stand at the end.
        """
        visibility = who.of_field(field, above)
        elsewhere = self._overlay(node)
        if elsewhere.document is not node.document:
            node, visibility = elsewhere, who.narrowest(visibility, who.of_node(elsewhere))
        visibility = who.of_entry(field, node, visibility)
        if not who.may_read(self.reader.audience, visibility):
            self.reader.leave_out(node, count(field, node))
            return None
        view = self._content(field, node, visibility)
        if view is None:
            return None
        notes = self._remarks(node) if remarked and self.reader.notes else []
        frame = labelled(self.reader, self.reader.translate(field.label), None)
        return {**frame, "short": _is_short(view), "notes": notes, "words": field.form == "text", **view}

    def _remarks(self, node: Node) -> list[View]:
        return self.reader.remarks(f"{self.reader.stem(node.document)}.{show_path(node.path)}")

    def _content(self, field: shape.Field, node: Node, visibility: str) -> View | None:
        if node.value is None and field.form == "group" and field.due is None:
            return self._group(field, node, visibility)
        if node.value is None or not _fits(field, node.value):
            return self._missing(field, node)
        if node.declined:
            return self._declined(field, node)
        if not node.answered:
            return self._missing(field, node)
        match field.form:
            case "group":
                return self._group(field, node, visibility)
            case "list":
                return self._list(field, node, visibility)
        text = self.reader.scalar(field, node.value)
        return text and {"form": "text", "value": text}

    def _missing(self, field: shape.Field, node: Node) -> View | None:
        """A gap, where the method asks for the answer or something else is written in its place."""
        reader = self.reader
        if node.value is not None and not _fits(field, node.value):
            reader.find_odd(node)
            text = N_("Something is written here, but not in the form that is asked for.")
            return {"form": "gap", "value": reader.ours(text), "expected": []}
        due = field.due and reader.owed(field.due, node)
        if due is None:
            return None
        reader.miss(node)
        if reader.target.ended or not field.by:
            return {"form": "gap", "value": reader.ours(N_("Not answered.")), "expected": []}
        parties = ", ".join(reader.translate(PARTIES[party]) for party in field.by)
        step = reader.ours(N_("step: {step}"), step=reader.translate(BY_ID[due].label))
        value = reader.ours(N_("Not answered yet."))
        expected = [reader.plain(parties), step]
        return {"form": "gap", "value": {**value, "details": expected}, "expected": expected}

    def _declined(self, field: shape.Field, node: Node) -> View | None:
        if isinstance(node.value, dict) and node.value.get("unknown") is True:
            return {"form": "text", "value": self.reader.ours(N_("Not known."))}
        if not node.answered:
            return self._missing(field, node)
        return {"form": "text", "value": self.reader.ours(N_("None."))}

    # -------------------------------------------------------------- lists

    def _list(self, field: shape.Field, node: Node, visibility: str) -> View | None:
        item = field.item
        if item is None:
            return None
        if item.form != "group":
            texts = [text for entry in node if (text := self._scalar(item, entry))]
            return {"form": "list", "values": texts, "run": _run(item, texts)} if texts else None
        entries = [view for entry in node if (view := self._entry(item, entry, visibility))]
        links = [link for entry in entries if (link := entry.get("link"))]
        if entries and len(links) == len(entries):
            return {"form": "list", "values": links, "run": False}
        compact = all(entry["compact"] for entry in entries)
        for entry in entries:
            entry["compact"] = compact
        cards = len(facts_of(item)) >= _CARD
        return {"form": "entries", "entries": entries, "cards": cards} if entries else None

    def _scalar(self, item: shape.Field, entry: Node) -> View | None:
        if entry.value is not None and _fits(item, entry.value):
            return self.reader.scalar(item, entry.value)
        if entry.answered:
            self.reader.find_odd(entry)
        return None

    def _entry(self, item: shape.Field, node: Node, above: str) -> View | None:
        """One entry of a list: what to call it, and the rest."""
        visibility = who.of_entry(item, node, above)
        if not who.may_read(self.reader.audience, visibility):
            self.reader.leave_out(node, count(item, node))
            return None
        if not isinstance(node.value, dict):
            if node.answered:
                self.reader.find_odd(node)
            return None
        if not node.answered:
            return None
        whole = self._whole(item, node)
        if whole:
            return {"number": node.number, "heading": whole, "facts": [], "compact": True, "link": whole}
        keys = list(facts_of(item))
        naming = next((key for key in ("title", "name") if key in keys and node[key].answered), "")
        if not naming:
            naming = next((key for key in keys if self._can_name(item.children[key], node[key])), "")
        child = item.children.get(naming)
        named = self.answer(child, node[naming], visibility, remarked=False) if child else None
        heading = named["value"] if named and named["form"] == "text" else None
        facts = self._facts(item, node, visibility, leave=naming if heading else "")
        if not heading and not facts:
            return None
        if not heading and len(facts) == 1 and facts[0]["form"] == "text" and not facts[0]["notes"]:
            heading = facts.pop()["value"]
        if heading and len(facts) == 1 and facts[0]["form"] == "text" and facts[0]["words"]:
            facts[0]["lead"] = ""
        return {"number": node.number, "heading": heading, "facts": facts, "compact": _is_compact(facts)}

    def _can_name(self, field: shape.Field, node: Node) -> bool:
        return (
            field.form in ("text", "word", "choice", "reference", "date") and not field.long and node.answered
        )

    # -------------------------------------------------------------- groups

    def _group(self, field: shape.Field, node: Node, visibility: str) -> View | None:
        whole = self._whole(field, node)
        if whole:
            return {"form": "text", "value": whole}
        facts = self._facts(field, node, visibility)
        return {"form": "group", "facts": facts, "compact": _is_compact(facts, _SHORT)} if facts else None

    def _facts(self, field: shape.Field, node: Node, visibility: str, *, leave: str = "") -> list[View]:
        keys = [key for key in facts_of(field) if key != leave]
        facts = [fact for key in keys if (fact := self.answer(field.children[key], node[key], visibility))]
        sum_key = "amount" if _is_money(field) else "value" if _is_figure(field) else ""
        figure = self._figure(field, node) if sum_key else None
        if figure:
            label = self.reader.translate(field.children[sum_key].label)
            facts.insert(0, {**labelled(self.reader, label, figure), "figure": True})
        return gathered(self.reader, facts)

    def _whole(self, field: shape.Field, node: Node) -> View | None:
        """A group that is one statement: a period, a figure, a sum of money, a link."""
        keys = set(field.children) - _INNER
        if keys == _PERIOD:
            return self._period(node)
        if keys >= _LINK and keys <= _LINK | {"kind"}:
            return self._link(field, node)
        if not facts_of(field):
            return self._figure(field, node)
        return None

    def _period(self, node: Node) -> View | None:
        reader = self.reader
        start, end = (reader.locale.date(node[key].value) for key in ("start", "end"))
        words = reader.said(node["text"].value)
        if start and end:
            text = reader.plain(start if start == end else f"{start} – {end}")
        elif start:
            text = reader.ours(N_("from {date}"), date=start)
        elif end:
            text = reader.ours(N_("until {date}"), date=end)
        else:
            return words
        return {**text, "details": [words] if words else []}

    def _link(self, field: shape.Field, node: Node) -> View | None:
        address = node["url"].word
        title = self.reader.said(node["title"].value) or (self.reader.plain(address) if address else None)
        if title is None:
            return None
        linked = self.reader.scalar(field.children["url"], address) if address else None
        href = linked["href"] if linked else ""
        kind = self.reader.scalar(field.children["kind"], node["kind"].word) if node["kind"].word else None
        details = [kind] if kind else []
        return {
            **title,
            "href": href,
            "details": details if href or not address else [self.reader.plain(address)],
        }

    def _figure(self, field: shape.Field, node: Node) -> View | None:
        """A figure or a sum of money with its year and source behind it."""
        reader, money = self.reader, _is_money(field)
        if node["unknown"].value is True:
            return reader.ours(N_("Not known."))
        number = node["amount" if money else "value"].numeric
        if number is None:
            return None
        written = (
            reader.locale.money(number, node["currency"].word) if money else reader.locale.number(number)
        )
        if node["approximate"].value is True:
            written = reader.translate(N_("about {figure}"), figure=written)
        year = node["year"].numeric
        details = [reader.plain(str(year))] if year is not None else []
        if _is_part(field, "source"):
            source = reader.said(node["source"].value)
            details += [source] if source else []
        return {**reader.plain(written), "details": details}


# ------------------------------------------------------------------ questions


_facts_cache: dict[tuple[str, tuple[str, ...]], dict[str, shape.Field]] = {}


def facts_of(field: shape.Field) -> dict[str, shape.Field]:
    """The questions of a group that are answers of their own, and not parts of its figure."""
    place = (field.kind, field.path)
    if place not in _facts_cache:
        left = set(_INNER) | ({"visibility"} if who.narrows(field) else set())
        if _is_figure(field) or _is_money(field):
            left |= {key for key in _FIGURE_PARTS if _is_part(field, key)}
        _facts_cache[place] = {key: child for key, child in field.children.items() if key not in left}
    return _facts_cache[place]


def _is_part(field: shape.Field, key: str) -> bool:
    """Whether a key is a part of a figure as every figure has it, not a question asked here."""
    child = field.children.get(key)
    return child is not None and "x-mentorat" not in child.schema


def _is_figure(field: shape.Field) -> bool:
    return field.children.keys() >= _FIGURE


def _is_money(field: shape.Field) -> bool:
    return field.children.keys() >= _MONEY


def _fits(field: shape.Field, value: object) -> bool:
    """Whether a value has the outer form of an answer to this question."""
    match field.form:
        case "group":
            return isinstance(value, dict)
        case "list":
            return isinstance(value, list)
        case "text":
            return not isinstance(value, list)
    return not isinstance(value, dict | list)


def _is_short(view: View) -> bool:
    if view["form"] == "gap":
        return True
    return (
        view["form"] == "text" and len(view["value"]["text"]) <= _SHORT and "\n" not in view["value"]["text"]
    )


def labelled(reader: Reader, label: str, value: View | None) -> View:
    """One text with its label, as answers have them; `lead` is the label before what follows it."""
    lead = label if label.endswith("?") else f"{label}{reader.locale.colon}"
    return {
        "label": label,
        "lead": lead,
        "form": "text",
        "short": True,
        "notes": [],
        "words": False,
        "value": value,
    }


def gathered(reader: Reader, answers: list[View]) -> list[View]:
    """Answers with their gaps gathered at the end, by those who are to fill them, where there are several."""
    gaps = [
        answer for answer in answers if answer["form"] == "gap" and answer["expected"] and not answer["notes"]
    ]
    if len(gaps) < 2:
        return answers
    by_whom: dict[tuple[str, ...], list[View]] = {}
    for gap in gaps:
        by_whom.setdefault(tuple(detail["text"] for detail in gap["expected"]), []).append(gap)
    texts = [
        reader.plain(", ".join(gap["label"] for gap in group), details=group[0]["expected"])
        for group in by_whom.values()
    ]
    frame = labelled(reader, reader.translate(N_("Not answered yet")), None)
    left = [answer for answer in answers if answer not in gaps]
    return [*left, {**frame, "form": "gaps", "values": texts, "run": False}]


def brief(answer: View | None) -> View | None:
    """An answer for a narrow place: entries by their names and sums alone, gaps without names."""
    if answer is None or answer["form"] not in ("entries", "group", "gap"):
        return answer
    if answer["form"] == "gap":
        return {**answer, "value": {**answer["value"], "details": []}}
    if answer["form"] == "group":
        facts = [short for part in answer["facts"] if (short := brief(part))]
        return {**answer, "facts": facts, "compact": False}
    names = []
    for entry in answer["entries"]:
        sums = [part["value"] for part in entry["facts"] if part.get("figure")]
        heading = entry["heading"] or (sums.pop(0) if sums else None)
        if heading:
            parts = [part for total in sums for part in ({**total, "details": []}, *total["details"])]
            names.append({**heading, "details": [*heading["details"], *parts]})
    return {**answer, "form": "list", "values": names, "run": False} if names else answer


def _run(item: shape.Field, texts: list[View]) -> bool:
    """Whether words stand well in one line, with commas between them."""
    plain = item.form in ("choice", "word", "number", "date") or item.target in ("organisation", "practice")
    return plain and not any(text["href"] or text["details"] for text in texts) and _length(texts) <= _LINE


def _length(texts: list[View]) -> int:
    return sum(len(text["text"]) for text in texts)


def _is_compact(facts: list[View], most: int = _LINE) -> bool:
    """Whether some answers fit on one line, one after the other."""
    plain = all(fact["form"] == "text" and fact["short"] and not fact["notes"] for fact in facts)
    return plain and sum(len(fact["label"]) + len(fact["value"]["text"]) for fact in facts) <= most


def count(field: shape.Field, node: Node) -> int:
    """How many questions are answered here and below."""
    if not node.answered:
        return int(node.value not in (None, "", [], {}) and not _fits(field, node.value))
    if node.declined or not _fits(field, node.value):
        return 1
    if field.form == "group":
        figure = int(bool(_is_figure(field) or _is_money(field)))
        return max(1, figure + sum(count(child, node[key]) for key, child in facts_of(field).items()))
    if field.form == "list" and field.item and field.item.form == "group":
        item = field.item
        return sum(count(item, entry) for entry in node)
    return 1
