"""The setting a city works in: its figures, its country's form of government, its names and languages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from mentorat import register, themes
from mentorat.confidence import is_private
from mentorat.findings import Message
from mentorat.i18n import N_
from mentorat.matching import context as tables
from mentorat.matching.context import Source
from mentorat.nodes import Document, Node
from mentorat.source.positions import show_path
from mentorat.workspace import Workspace, normalise

FACTS = {
    "population": N_("Population"),
    "migrants": N_("Share of migrants (%)"),
    "unemployment": N_("Unemployment (%)"),
    "budget": N_("Municipal budget per inhabitant"),
    "urbanisation": N_("Degree of urbanisation"),
    "migration_kinds": N_("Kinds of migration"),
    "state_form": N_("Form of state"),
    "autonomy": N_("Local Autonomy Index of the country"),
    "tiers": N_("Tiers of government"),
    "national_programme": N_("National integration programme"),
}
"""What is compared of two settings, by its label."""

_BELOW_ONE = N_("{fact}: {value} is below 1 where per cent are asked for; it is not used ({file}, {key}).")
_IMPOSSIBLE = N_("{fact}: {value} cannot be; it is not used ({file}, {key}).")


@dataclass(frozen=True, slots=True)
class Fact:
    """A known value with its place and as it is written there; `basis` is what is counted, or the currency.

    Where a table of the tool gave the value, `source` names it, and the place is that of the code, the
    name or the country by which it was found.
    """

    value: float | str | bool | frozenset[str]
    file: str
    key: str
    written: str
    basis: str = ""
    source: Source | None = None
    private: bool = False
    """Whether it counts and is never quoted."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that stands there and cannot be used, and the sentence that says why."""

    fact: str
    text: str
    value: str
    file: str
    key: str
    private: bool


@dataclass(frozen=True, slots=True)
class City:
    """One side of a comparison; `question` asks which municipality it is, where its name does not tell.

    `discreet` says that its languages count and are never quoted.
    """

    id: str
    name: str
    names: frozenset[str]
    country: str
    lau: str
    languages: frozenset[str]
    facts: Mapping[str, Fact]
    holders: Mapping[str, Fact]
    doubts: tuple[Doubt, ...]
    files: tuple[str, ...]
    discreet: bool = False
    question: Message | None = None


def city_of(workspace: Workspace, ref: str, association: str, document: Node, lang: str) -> City:
    """A city as its own file, its annex (2 or 3) and its association's file describe it."""
    own = workspace.organisation(ref)
    facts: dict[str, Fact] = {}
    doubts: list[Doubt] = []
    for name, found in _figures(document["local_context"]):
        if isinstance(found, Fact):
            facts.setdefault(name, found)
        else:
            doubts.append(found)
    contexts = _contexts(workspace, association, document)
    country = _country(own, workspace.organisation(association))
    facts |= _government(contexts)
    languages = document["languages"]
    spoken = languages if languages.words or not own else own.root["languages"]
    sources = [own, *(node.document for node in contexts if node.document.kind == "organisation")]
    city = City(
        id=own.id if own else ref,
        name=workspace.name_of(ref, lang),
        names=_names(own, ref),
        country=register.iso(str(country.value)) if country else "",
        lau=own.root.at("codes", "lau").word if own else "",
        languages=frozenset(code.split("-")[0].casefold() for code in spoken.words),
        facts=facts,
        holders=_holders(contexts),
        doubts=tuple(doubts),
        files=tuple(dict.fromkeys(source.file for source in sources if source)),
        discreet=is_private(spoken),
    )
    if country is None:
        return city
    if own is None or own.root["type"].word not in ("", "municipality"):
        return completed(city, country)
    _, code, names = register.identity(own.root)
    by_name = Fact(names[0], own.file, "names", names[0]) if names else None
    return completed(
        city, country, _fact(own.root.at("codes", "lau"), code) if code else None, by_name, names
    )


def completed(
    city: City,
    country: Fact,
    code: Fact | None = None,
    name: Fact | None = None,
    names: tuple[str, ...] = (),
) -> City:
    """A city with what its documents leave open and the tables know.

    Args:
        city: as its documents describe it.
        country: its country, with its place.
        code: its code in the list of municipalities, with its place.
        name: its own name, with its place.
        names: all its names.
    """
    facts, question = dict(city.facts), None
    for fact, (value, source) in tables.government(city.country).items():
        facts.setdefault(fact, replace(country, value=value, source=source))
    at = code or name
    if at and not tables.LOCAL.keys() <= facts.keys():
        found = tables.local_context(
            city.country, code.written if code else "", names, city=city.name, file=at.file
        )
        question = found.question
        for fact, (value, source) in found.local.items():
            facts.setdefault(fact, replace(at, value=value, source=source))
    return replace(city, facts=facts, question=question)


def _names(own: Document | None, ref: str) -> frozenset[str]:
    written: list[str] = [ref]
    if own:
        names = own.root["names"].value
        written += (
            [name for name in names.values() if isinstance(name, str)] if isinstance(names, dict) else []
        )
        written += [own.root["names"].word, *own.root["aliases"].words]
    return frozenset(normalise(name) for name in written) - {""}


def _country(*organisations: Document | None) -> Fact | None:
    for organisation in organisations:
        node = organisation.root["country"] if organisation else None
        if node and node.word:
            return _fact(node, node.word)
    return None


def _contexts(workspace: Workspace, association: str, document: Node) -> list[Node]:
    """Where the national setting may be said: in the annex, in the file it names, in the association's."""
    own = document["national_context"]
    elsewhere = [workspace.organisation(ref) for ref in (own["taken_from"].word, association)]
    return [own, *(found.root["national_context"] for found in elsewhere if found)]


# ------------------------------------------------------------------ the city's figures


def _figures(local: Node) -> Iterator[tuple[str, Fact | Doubt]]:
    people = _positive("population", local.at("population", "value"))
    if people:
        yield "population", people
    inhabitants = people.value if isinstance(people, Fact) and isinstance(people.value, float) else None
    migrants = local["migrant_population"]
    share = _share("migrants", migrants["share"], migrants["definition"].word)
    count = number(migrants["value"])
    if isinstance(share, Fact):
        yield "migrants", share
    elif inhabitants and count is not None and 0 <= count <= inhabitants:
        of_all = 100 * count / inhabitants
        yield "migrants", _fact(migrants["value"], of_all, migrants["definition"].word)
    elif share:
        yield "migrants", share
    unemployed = _share("unemployment", local.at("unemployment", "value"))
    if unemployed:
        yield "unemployment", unemployed
    budget = _positive("budget", local.at("municipal_budget", "amount"))
    currency = local.at("municipal_budget", "currency").word
    if isinstance(budget, Doubt):
        yield "budget", budget
    elif budget and inhabitants and currency and isinstance(budget.value, float):
        yield "budget", replace(budget, value=budget.value / inhabitants, basis=currency)
    urbanisation = local["degree_of_urbanisation"]
    if urbanisation.word:
        yield "urbanisation", _fact(urbanisation, urbanisation.word)
    kinds = local["migration_kinds"]
    if kinds.words or kinds.declined:
        yield "migration_kinds", _fact(kinds, frozenset(kinds.words))


def number(node: Node) -> float | None:
    """The value as a finite number."""
    value = node.numeric
    if value is None:
        return None
    try:
        plain = float(value)
    except OverflowError:
        return None
    return plain if math.isfinite(plain) else None


def _fact(node: Node, value: float | str | bool | frozenset[str], basis: str = "") -> Fact:
    written = ", ".join(node.words) if len(node) else str(node.value)
    return Fact(value, node.document.file, show_path(node.path), written, basis, private=is_private(node))


def _doubt(name: str, node: Node, text: str) -> Doubt:
    return Doubt(name, text, str(node.value), node.document.file, show_path(node.path), is_private(node))


def _positive(name: str, node: Node) -> Fact | Doubt | None:
    value = number(node)
    if value is None:
        return None
    return _fact(node, value) if value > 0 else _doubt(name, node, _IMPOSSIBLE)


def _share(name: str, node: Node, basis: str = "") -> Fact | Doubt | None:
    """A share in per cent; 0.32 is more likely a slip for 32 than a third of a per cent."""
    value = number(node)
    if value is None:
        return None
    if 0 < value < 1:
        return _doubt(name, node, _BELOW_ONE)
    return _fact(node, value, basis) if 0 <= value <= 100 else _doubt(name, node, _IMPOSSIBLE)


# ------------------------------------------------------------------ what is said of the country's government


def _government(contexts: list[Node]) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    for context in contexts:
        form, tiers, programme = (
            context["state_form"],
            number(context["tiers"]),
            context["national_programme"],
        )
        if form.word:
            facts.setdefault("state_form", _fact(form, form.word))
        if tiers is not None:
            facts.setdefault("tiers", _fact(context["tiers"], tiers))
        if isinstance(programme.value, bool):
            facts.setdefault("national_programme", _fact(programme, programme.value))
    return facts


def _holders(contexts: list[Node]) -> dict[str, Fact]:
    """Which level of government decides on a theme."""
    holders: dict[str, Fact] = {}
    for context in contexts:
        for competence in context["competences"]:
            theme, holder = competence["theme"].word, competence["holder"]
            if theme and holder.word:
                holders.setdefault(themes.resolve(theme) or normalise(theme), _fact(holder, holder.word))
    return holders
