"""People in the files: as few as possible, and nothing about them that the law protects specially."""

from __future__ import annotations

import re
from itertools import islice

from mentorat import shape
from mentorat.i18n import N_
from mentorat.nodes import Document, FileProblem, Node
from mentorat.personal import PersonalData, personal_data
from mentorat.rules.base import ERROR, WARNING, Problem, Problems, Rule, problem, rule
from mentorat.rules.walking import answers, entries, texts
from mentorat.source.positions import Path, PositionTree
from mentorat.source.reader import MAX_BYTES, span_at
from mentorat.workspace import Case, Workspace, normalise

DEFAULT_THRESHOLD = 10
MOST_IN_A_FILE = 100
"""So many findings show what is wrong with a file; a list of a thousand addresses needs no more."""

FUNCTIONS = frozenset([
    "accueil", "admin", "administration", "ayuntamiento", "bibliotheque", "ccas", "commune", "comune",
    "contact", "contacts", "culture", "dimos", "dome", "education", "egalite", "emploi", "employment",
    "europe", "gemeente", "housing", "info", "infos", "inclusion", "integracion", "integratie",
    "integration", "integrazione", "international", "kommunikation", "logement", "mail", "mailbox",
    "mairie", "migration", "migrations", "office", "participation", "pasts", "post", "projects",
    "projets", "protocollo", "secretariat", "segreteria", "service", "services", "social", "stad",
    "support", "team", "urp", "ville", "welcome", "welkom",
])  # fmt: skip
"""Words in the address of a shared mailbox: what a town hall calls its desks."""

SENSITIVE = frozenset([
    "birth", "birthplace", "belief", "confession", "disability", "ethnic", "ethnicity", "ethnie",
    "faith", "handicap", "health", "illness", "nacionalidad", "naissance", "nationaliteit",
    "nationality", "nationalite", "nazionalita", "opinion", "opinions", "origin", "origine",
    "origines", "race", "religion", "religione", "religions", "salud", "salute", "sante", "sexuality",
    "sexual",
])  # fmt: skip
"""Words in a key that speaks of what data protection law protects specially (GDPR, article 9)."""

_PERSON_KEYS = frozenset({"person", "function", "name_or_office", "role_or_person", "role"})
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAME = re.compile(r"(?:[^\W\d_][\w'’.-]*\s+){1,4}[^\W\d_][\w'’-]+")
_OFFICE = frozenset(map(normalise, [
    "adjoint", "adjointe", "alcalde", "alcaldesa", "alderman", "assessore", "assessora", "bureau",
    "burgemeester", "bürgermeister", "chair", "concejal", "concejala", "conseil", "conseiller",
    "conseillère", "council", "councillor", "deputy", "direction", "échevin", "échevine", "élu",
    "élue", "first", "group", "groupe", "head", "lady", "lord", "maire", "mairesse", "mayor",
    "mērs", "minister", "ministre", "office", "premier", "première", "president", "présidente",
    "presidente", "schepen", "service", "sindaca", "sindaco", "vice", "δήμαρχος", "αντιδήμαρχος",
]))  # fmt: skip


# ------------------------------------------------------------------ addresses and numbers


@rule(
    "PRIV001", "private-address", on="programme", due={"now": ERROR}, by="coordinator", place="law",
    mend=N_("Move it to contacts.yaml, which Git ignores; list a shared mailbox under `privacy`, `shared_mailboxes` in mentorat.yaml."),
    waivable=False,
)  # fmt: skip
def private_address(workspace: Workspace) -> Problems:
    """Whatever enters Git is copied to many machines and stays in its history; addresses and numbers of
    people do not belong there."""
    allowed = _mailboxes(workspace)
    suspect = (document for document in workspace.documents if document.personal)
    for document in (*suspect, *workspace.markdown):
        text = _text(workspace, document.file)
        found = (data for data in personal_data(text) if data.text.casefold() not in allowed)
        for data in islice(found, MOST_IN_A_FILE):
            yield _address(workspace, document, text, data)


def _address(workspace: Workspace, document: Document, text: str, data: PersonalData) -> Problem:
    node = document.root.at(
        *_path_at(workspace.source(document.file)[1] if document.kind else None, data.start)
    )
    span = span_at(text, data.start, data.end)
    if data.kind == "address":
        sentence = N_("An e-mail address stands here ({hint}) that is not declared as a shared mailbox.")
        return problem(node, sentence, hint=data.hint, span=span)
    mend = N_("Move it to contacts.yaml, which Git ignores.")
    return problem(node, N_("A telephone number stands here ({hint})."), hint=data.hint, span=span, mend=mend)


def _mailboxes(workspace: Workspace) -> frozenset[str]:
    """The shared mailboxes: those that the programme declares, and those of organisations and practices
    that bear the name of a desk."""
    declared = workspace.programme.at("privacy", "shared_mailboxes").words
    offered = [
        document.root.at(*path).word
        for document in workspace.documents
        for path in (("mailbox",), ("contact", "mailbox"))
    ]
    return frozenset(word.casefold() for word in (*declared, *filter(_names_desk, offered)))


def _names_desk(address: str) -> bool:
    words = re.split(r"[._+\d-]+", address.partition("@")[0])
    return any(words) and all(not word or normalise(word) in FUNCTIONS for word in words)


def _text(workspace: Workspace, file: str) -> str:
    try:
        with (workspace.root / file).open("rb") as opened:
            return opened.read(MAX_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""


def _path_at(tree: PositionTree | None, offset: int) -> Path:
    """The keys down to the value that a place in the text belongs to."""
    path: Path = ()
    while tree:
        inside = (
            (key, child)
            for key, child in tree.children.items()
            if (child.key or child.value).start <= offset < child.value.end
        )
        key, tree = next(inside, (None, None))
        path = path if key is None else (*path, key)
    return path


# ------------------------------------------------------------------ persons


@rule(
    "PRIV002", "person-named", on="document", due={"now": WARNING}, by="coordinator", place="law",
    mend=N_("Name the function instead, or write the id of an entry in contacts.yaml, and note there that the person was told."),
)  # fmt: skip
def person_named(document: Document) -> Problems:
    """A function nearly always does: it stays true when people change, and it needs nobody's consent."""
    for answer in answers(document, "references"):
        if answer.form.target == "contact" and _is_named(answer.node):
            yield problem(
                answer.node, N_("A person seems to be named here; the id of a contact is expected.")
            )


def _is_named(node: Node) -> bool:
    """Whether a reference to a contact holds words with capitals rather than an id."""
    return bool(node.word) and not _ID.fullmatch(node.word) and any(char.isupper() for char in node.word)


@rule(
    "PRIV003", "group-too-small", on="programme", due={"now": ERROR}, by="mentee_city", place="law",
    mend=N_("Write `\"<{threshold}\"` in place of the number, or add the group to a larger one."),
)  # fmt: skip
def group_too_small(workspace: Workspace) -> Problems:
    """In a small town, three people of one nationality or status are three people whom everybody knows."""
    given = workspace.programme.at("privacy", "threshold").numeric
    threshold = DEFAULT_THRESHOLD if given is None else given
    for document in workspace.documents:
        context = document.root["local_context"]
        for key, names in (("main_nationalities", ("name", "country")), ("status_groups", ("group",))):
            for entry in context[key]:
                number = entry["count"] if entry["count"] else entry["value"]
                people = _most(number)
                if people is not None and 0 < people < threshold:
                    name = next((entry[word].text() for word in names if entry[word]), entry.name)
                    text = N_(
                        "The group “{group}” has fewer than {threshold} people; they could be recognised."
                    )
                    by = "mentor_city" if document.kind == "mentor-strengths" else "mentee_city"
                    yield problem(number, text, group=name, threshold=threshold, party=by)


def _most(number: Node) -> float | int | None:
    """A number of people, or what it stays below where it is written as `<10`."""
    below = number.word[1:] if number.word.startswith("<") else ""
    return int(below) if below.isascii() and below.isdigit() else number.numeric


@rule(
    "PRIV004", "sensitive-about-person", on="programme", due={"now": ERROR}, by="coordinator", place="law",
    mend=N_("Remove it. Whom an organisation represents may be said of the organisation, under `represents`."),
)  # fmt: skip
def sensitive_about_person(workspace: Workspace) -> Problems:
    """Origin, religion, health and opinions of a person are protected specially, and nothing in the method asks for them."""
    for document in workspace.documents:
        for trouble in document.problems:
            if trouble.path:
                yield from _unasked(document, trouble)
        for path in document.survey.get("represents", ()):
            yield from _represents(document.root.at(*path))


def _unasked(document: Document, trouble: FileProblem) -> Problems:
    """What was written where the method asks nothing: a key that would say something of a person."""
    *parent, key = trouble.path or ()
    group = shape.find(document.kind, tuple(parent))
    known = frozenset(group.children) if group else frozenset[str]()
    node = document.root.at(*(trouble.path or ()))
    if trouble.code == "DATA002" and _is_sensitive(str(key)) and not _PERSON_KEYS.isdisjoint(known):
        yield _says_too_much(node)
    yield from _deeper(node)


def _deeper(node: Node) -> Problems:
    """The same inside groups that should not be there at all."""
    if isinstance(node.value, list):
        for entry in entries(node):
            yield from _deeper(entry)
    elif isinstance(node.value, dict):
        personal = not _PERSON_KEYS.isdisjoint(node.value) or node.path[-1] in _PERSON_KEYS
        for key in node.value:
            if personal and _is_sensitive(str(key)):
                yield _says_too_much(node[key])
            yield from _deeper(node[key])


def _says_too_much(node: Node) -> Problem:
    text = N_("“{key}” would say something of a person that the law protects specially.")
    return problem(node, text, key=str(node.path[-1]))


def _represents(entry: Node) -> Problems:
    people = {"migrants", "ethnic_minorities"}.intersection(entry["represents"].words)
    if people and entry["person"].word and (_is_named(entry["person"]) or not entry["organisation"]):
        text = N_("Whom somebody represents is said here of a person, not of an organisation.")
        yield problem(entry["represents"], text)


def _is_sensitive(key: str) -> bool:
    return any(normalise(word) in SENSITIVE for word in re.split(r"[\s_-]+", key))


@rule(
    "PRIV006", "party-of-person", on="pairing", due={"now": WARNING}, by="mentee_city", place="law",
    mend=N_("Name the office instead of the person; keep `party` for elected offices, and write `elected: true` there."),
)  # fmt: skip
def party_of_person(case: Case) -> Problems:
    """Elected people stand for their party in public. Of anybody else, a party is a private opinion."""
    for entry in case.pairing.at("commitment", "political"):
        party, elected = entry["party"], entry["elected"].value
        named = any(_looks_like_name(text) for text in texts(entry["name_or_office"]))
        if party and (elected is False or (elected is None and named)):
            text = N_("A party is given for somebody who is not marked as elected.")
            yield problem(party, text)


def _looks_like_name(text: str) -> bool:
    """Whether a text is two to five words, the first and last with capitals, and none of them an office."""
    words = text.split()
    return (
        bool(_NAME.fullmatch(text.strip()))
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and _OFFICE.isdisjoint(normalise(word) for part in words for word in re.split(r"['’-]", part))
    )


RULES: tuple[Rule, ...] = (
    private_address,
    person_named,
    group_too_small,
    sensitive_about_person,
    party_of_person,
)
