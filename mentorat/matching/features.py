"""What is compared: needs, offers (practices and policies) and settings, read from the documents once.

Every feature remembers the file and the key that it came from, so that each score can be shown with
its grounds.  What is absent, faulty or of another kind is simply not there: it lowers the coverage of
a criterion and is never guessed in a city's favour.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mentorat import themes
from mentorat.case import Case
from mentorat.confidence import is_private
from mentorat.matching.factors import FactorId, Weakness, strengths, weaknesses
from mentorat.matching.passages import Texts, texts_of
from mentorat.matching.setting import City, city_of
from mentorat.nodes import Document, Node
from mentorat.source.positions import show_path
from mentorat.workspace import Workspace, normalise

USUAL_PRIORITY = 2
"""How much a need counts where its priority is not said."""
ESTABLISHED_YEARS = 3
_KEPT = 50_000
"""How many lists of themes, and pairs of them, are remembered at most."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The themes of a programme: the built-in ones and its own, in the language of the reader."""

    families: Mapping[str, str]
    labels: Mapping[str, str]
    lang: str
    languages: tuple[str, ...]
    """The programme's languages."""
    _known: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    _met: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[float, str, str]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def usual(self) -> str:
        """The programme's own language, in which texts are taken to be that do not tell."""
        return next(iter(self.languages), "")

    def codes(self, words: Iterable[str]) -> tuple[str, ...]:
        """The codes that words stand for; a word that nobody knows stands for itself."""
        asked = tuple(words)
        found = self._known.get(asked)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            codes = (themes.resolve(word, self.families) or normalise(word) for word in asked)
            found = self._known[asked] = tuple(dict.fromkeys(codes))
        return found

    def affinity(self, some: tuple[str, ...], others: tuple[str, ...]) -> tuple[float, str, str]:
        """How close two lists of themes come, and the two themes that are closest; the same few meet often."""
        found = self._met.get((some, others))
        if found is None:
            if len(self._met) >= _KEPT:
                self._met.clear()
            pairs = [(themes.affinity(a, b, self.families), a, b) for a in some for b in others]
            found = max(pairs, key=lambda pair: pair[0], default=(0.0, "", ""))
            self._met[some, others] = found
        return found

    def label(self, code: str) -> str:
        """What a theme is called."""
        return self.labels.get(code) or themes.label(code, self.lang)


@dataclass(frozen=True, slots=True)
class Need:
    """One need of the mentee; `level` is how far the mentee is itself.  A `private` one is never quoted."""

    id: str
    title: str
    themes: tuple[str, ...]
    priority: int | None
    level: int | None
    texts: Texts
    private: bool = False

    @property
    def weight(self) -> int:
        """How much the need counts, from 1 to 3."""
        return self.priority or USUAL_PRIORITY


@dataclass(frozen=True, slots=True)
class Offer:
    """A practice or a policy of a candidate.

    `claimed` is the experience as declared (or, undeclared, as dates show it); `level` is what there is
    evidence for.  `suggested` says that the themes were read from the text.  A `private` offer counts
    and is never quoted.  `factor` is the key factor that it stands for, where the city has assessed itself.
    """

    title: str
    themes: tuple[str, ...]
    suggested: bool
    shown_by: tuple[str, str]
    """The key of the answer that shows what it is about, and that answer: its themes, its sectors or its title."""
    claimed: int | None
    level: int | None
    texts: Texts
    file: str
    key: str
    private: bool
    factor: FactorId | None = None

    def at(self, key: str) -> str:
        """The key of one of its answers."""
        return f"{self.key}.{key}" if self.key else key


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible mentor, as it is compared.

    `strong` are the key factors that it says it has in place; they count for a mentee that is weak there.
    """

    id: str
    city: City
    offers: tuple[Offer, ...]
    strong: tuple[Offer, ...]
    capacity: int | None
    learning_goals: Texts
    readable: bool
    file: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mentee:
    """The city that learns, as it is compared; `weak` are the key factors on which it sees itself weak."""

    city: City
    needs: tuple[Need, ...]
    assets: Texts
    files: tuple[str, ...]
    weak: Mapping[FactorId, Weakness]

    @property
    def urgent(self) -> tuple[Need, ...]:
        """The needs of the highest priority that is declared (none where none is)."""
        top = max((need.priority for need in self.needs if need.priority), default=None)
        return tuple(need for need in self.needs if top and need.priority == top)


def vocabulary_of(workspace: Workspace, lang: str) -> Vocabulary:
    """The built-in themes and those of the programme."""
    own = [theme for theme in workspace.programme["themes"] if theme.id]
    return Vocabulary(
        families={theme.id: theme["family"].text() for theme in own},
        labels={theme.id: theme["label"].text(lang, *workspace.languages) or theme.id for theme in own},
        lang=lang,
        languages=tuple(workspace.languages),
    )


# ------------------------------------------------------------------ the mentee


def mentee_of(case: Case, vocabulary: Vocabulary, own: Sequence[Node] | None = None) -> Mentee:
    """The mentee's needs and setting; `own` are the sheets of its own practices, where they are known."""
    workspace, needs = case.workspace, case.needs
    side = case.pairing["mentee"]
    city = city_of(workspace, side["city"].word, side["association"].word, needs, vocabulary.lang)
    items = tuple(_needs(needs, vocabulary, (vocabulary.lang, *vocabulary.languages)))
    if own is None:
        mentor = workspace.mentor_of(city.id)
        own = workspace.practices_of(mentor.document.owner) if mentor else []
    assets = [*needs["strengths"], *(practice[key] for practice in own for key in ("title", "summary"))]
    files = [case.pairing.document.file, *([needs.document.file] if needs.exists else []), *city.files]
    weak = weaknesses(case)
    files += sorted({node.document.file for node in assets} | {each.file for each in weak.values()})
    return Mentee(city, items, texts_of(assets, vocabulary.usual), tuple(dict.fromkeys(files)), weak)


def _needs(document: Node, vocabulary: Vocabulary, languages: tuple[str, ...]) -> Iterator[Need]:
    for item in document["items"]:
        texts = texts_of(
            [item[key] for key in ("title", "problem", "why", "gap_or_failure")], vocabulary.usual
        )
        found = _themes(item, vocabulary) or _suggested(texts)
        if not found and not texts:
            continue
        private = is_private(item)
        title = "" if private else item["title"].text(*languages) or item["problem"].text(*languages)
        yield Need(
            id=item.name,
            title=title or item.name,
            themes=found,
            priority=_whole(item["priority"], 1, 3),
            level=_whole(item["experience"], 0, 4),
            texts=texts,
            private=private,
        )


def _themes(node: Node, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The themes as declared, else those that the declared sectors stand for."""
    declared = vocabulary.codes(node["themes"].words)
    if declared:
        return declared
    known = (themes.resolve(sector, vocabulary.families) for sector in node["sectors"].words)
    return tuple(dict.fromkeys(code for code in known if code))


def _suggested(texts: Texts) -> tuple[str, ...]:
    """The themes that the words of a text clearly point to, where none is declared."""
    for lang, side in texts.items():
        found = themes.suggest(side.joined, lang)
        if found:
            return tuple(found)
    return ()


def _whole(node: Node, least: int, most: int) -> int | None:
    number = node.numeric
    return number if isinstance(number, int) and least <= number <= most else None


# ------------------------------------------------------------------ candidates


def sheets_of(workspace: Workspace) -> Mapping[str, list[Document]]:
    """The readable practice sheets of every mentor."""
    sheets: dict[str, list[Document]] = defaultdict(list)
    for _, document in sorted(workspace.practices.items()):
        if document.readable:
            sheets[document.owner].append(document)
    return sheets


def candidate_of(
    workspace: Workspace, mentor: Node, practices: list[Node], vocabulary: Vocabulary
) -> Candidate:
    """A mentor from its strengths and its practice sheets."""
    document = mentor.document
    ref = mentor["city"].word or document.id
    city = city_of(workspace, ref, mentor["association"].word, mentor, vocabulary.lang)
    offers = (
        *policies_of(mentor, vocabulary, workspace),
        *_practices(mentor, practices, vocabulary, workspace),
    )
    factors = tuple(_strong(mentor, vocabulary, workspace))
    benchmarks = [workspace.benchmarks.get(offer.factor[0]) for offer in factors if offer.factor]
    files = (document, *(node.document for node in practices), *(each for each in benchmarks if each))
    return Candidate(
        id=document.id,
        city=city,
        offers=tuple(offer for offer in offers if offer.claimed != 0),
        strong=factors,
        capacity=_whole(mentor["capacity"], 0, 10_000),
        learning_goals=texts_of(list(mentor["learning_goals"]), vocabulary.usual),
        readable=document.readable,
        file=document.file,
        files=tuple(dict.fromkeys((*(each.file for each in files), *city.files))),
    )


def policies_of(mentor: Node, vocabulary: Vocabulary, workspace: Workspace) -> Iterator[Offer]:
    """The policies among a mentor's strengths."""
    for policy in mentor["policies"]:
        link = _is_address(policy["evidence_url"])
        yield _offer(
            policy,
            texts_of([policy["title"], policy["text"]], vocabulary.usual),
            vocabulary,
            _levels(policy["experience"], policy["since"], workspace.as_of, link=link, evaluated=False),
        )


_ONE = (("title",), ("summary",), ("background", "challenge"), ("background", "target_group"),
        ("outcome", "change"), ("outcome", "beneficiaries"), ("outcome", "evaluation", "findings"))  # fmt: skip
_SEVERAL = (("description", "activities"), ("background", "intended_results"), ("success", "most_effective"))


def _practices(
    mentor: Node, practices: list[Node], vocabulary: Vocabulary, workspace: Workspace
) -> Iterator[Offer]:
    for practice in practices:
        nodes = [practice.at(*path) for path in _ONE]
        nodes += [entry for path in _SEVERAL for entry in practice.at(*path)]
        nodes += [
            named["why_replicable"]
            for named in mentor["good_practices"]
            if named["practice"].word in (practice.document.id, practice.document.id.rsplit("/", 1)[-1])
        ]
        evaluation = practice.at("outcome", "evaluation")
        addresses = [evaluation["url"], *(link["url"] for link in practice["links"])]
        evaluated = evaluation["done"].value is True and bool(evaluation["findings"] or evaluation["method"])
        yield _offer(
            practice,
            texts_of(nodes, vocabulary.usual),
            vocabulary,
            _levels(
                practice["experience"],
                practice.at("description", "started"),
                workspace.as_of,
                link=any(map(_is_address, addresses)),
                evaluated=evaluated,
            ),
        )


def _offer(
    node: Node,
    texts: Texts,
    vocabulary: Vocabulary,
    levels: tuple[int | None, int | None],
) -> Offer:
    declared = _themes(node, vocabulary)
    private = is_private(node)
    name = node.id or node.document.id
    return Offer(
        title=name if private else node["title"].text(vocabulary.lang, *vocabulary.languages) or name,
        themes=declared or _suggested(texts),
        suggested=not declared,
        shown_by=_shown_by(node, name),
        claimed=levels[0],
        level=levels[1],
        texts=texts,
        file=node.document.file,
        key=show_path(node.path),
        private=private,
    )


def _strong(mentor: Node, vocabulary: Vocabulary, workspace: Workspace) -> Iterator[Offer]:
    """The key factors that a mentor has in place, as offers on their themes; how long is not known."""
    for strength in strengths(mentor, workspace):
        said, described = strength.said, strength.described
        titles = [described["title"]] if described else []
        name = titles[0].text(vocabulary.lang, *vocabulary.languages) if titles else ""
        yield Offer(
            title=name or strength.id[1],
            themes=_themes(described, vocabulary) if described else (),
            suggested=False,
            shown_by=("level", said["level"].word),
            claimed=None,
            level=None,
            texts=texts_of([*titles, said["evidence"]], vocabulary.usual),
            file=said.document.file,
            key=show_path(said.path),
            private=is_private(said),
            factor=strength.id,
        )


def _shown_by(node: Node, name: str) -> tuple[str, str]:
    for key in ("themes", "sectors"):
        if node[key].words:
            return key, ", ".join(node[key].words)
    title = node["title"].text()
    return ("title", title) if title else ("id", name)


def _is_address(node: Node) -> bool:
    return node.word.startswith(("http://", "https://"))


def _levels(
    declared: Node, since: Node, today: datetime.date, *, link: bool, evaluated: bool
) -> tuple[int | None, int | None]:
    """The level of experience as it is claimed, and as far as something bears it out.

    Level 4 takes a link to the evaluation or the proof of take-up, else it counts as 3; level 3 takes a
    start three years ago, a link or an account of an evaluation, else it counts as 2.
    """
    claimed, start = _whole(declared, 0, 4), since.date
    established = start is not None and _years_after(start, ESTABLISHED_YEARS) <= today
    if claimed is None:
        if start is None or start > today:
            return None, None
        return (3, 3) if established else (2, 2)
    level = claimed
    if level == 4 and not link:
        level = 3
    if level == 3 and not (established or (start is None and (link or evaluated))):
        level = 2
    return claimed, level


def _years_after(day: datetime.date, years: int) -> datetime.date:
    year = min(day.year + years, datetime.MAXYEAR)
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)
