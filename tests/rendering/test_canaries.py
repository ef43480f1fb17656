"""Nothing confidential gets out, whatever is rendered: a canary in every answer of a whole programme.

Everything that can be rendered is rendered for every audience, and `check`, `status` and `match` are run
in all their formats.  `CANARIES=all` takes more variants of the programme, and PDF files of every document.
"""

from __future__ import annotations

import itertools
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from mentorat import schemas
from mentorat.cli.exits import Exit
from mentorat.i18n import translator
from mentorat.model.documents import KINDS
from mentorat.rendering import AUDIENCES, NotRendered, export, formats_of
from mentorat.rendering.targets import Target, targets
from mentorat.rendering.views import WHAT
from mentorat.workspace import Workspace
from tests.cli import mentorat
from tests.rendering.canaries import AS_OF, FILES, PAIRING, Programme, found, may_read
from tests.rendering.programme import RANK

WHOLE = os.environ.get("CANARIES") == "all"
TRACKED = [kind for kind, facts in KINDS.items() if facts.tracked]
NARROWED = TRACKED if WHOLE else ["programme", "organisation", "pairing", "needs-analysis", "action-plan"]


def every_target(workspace: Workspace) -> Iterator[tuple[str, Target]]:
    for what, each in WHAT.items():
        for belongs_to in filter(None, (each.belongs_to, each.or_to)):
            yield from ((what, target) for target in targets(workspace, belongs_to))


def rendered(
    workspace: Workspace, audience: str, langs: tuple[str, ...], *, pages: tuple[str, ...] = ("md", "html")
) -> Iterator[tuple[str, str]]:
    """Every document there is for an audience, by its name."""
    for (what, target), lang in itertools.product(every_target(workspace), langs):
        formats = [ending for ending in formats_of(what) if ending in (*pages, "ics", "csv")]
        try:
            files = export(target, what, formats=formats, audience=audience, doc_lang=lang)
        except NotRendered as refusal:
            files = {f"{target.id}/{what}": refusal.message.show(translator(lang)).encode()}
        for name, data in files.items():
            yield f"{audience}/{name}", data.decode()


def leaks(programme: Programme, name: str, text: str, levels: frozenset[str]) -> list[tuple[str, str, str]]:
    return [
        (name, canary.question, canary.level)
        for canary in found(programme, text)
        if canary.level not in levels
    ]


def load(programme: Programme, root: Path) -> Workspace:
    return Workspace(programme.write(root), as_of=AS_OF, cache=False)


# ------------------------------------------------------------------ the programme itself


def test_the_programme_is_whole_and_valid() -> None:
    programme = Programme()
    assert set(FILES.values()) == set(KINDS)
    for file, kind in FILES.items():
        jsonschema.Draft202012Validator(schemas.stored(kind)).validate(programme.values[file])
    assert len(programme.canaries) > 1000
    counts = Counter(canary.level for canary in programme.canaries)
    assert all(counts[level] > 20 for level in RANK)
    written = [one for canary in programme.canaries for one in set(canary.written)]
    assert len(written) == len(set(written))


# ------------------------------------------------------------------ documents


VARIANTS = {
    "plain": Programme(),
    "closed": Programme(closed=True),
    "misfit": Programme(choices=2, closed=True, misfit=True),
    **{f"choice {n}": Programme(choices=n) for n in (range(2, 8) if WHOLE else ())},
}


@pytest.mark.parametrize("audience", ["public", "pairing"])
@pytest.mark.parametrize("variant", VARIANTS)
def test_no_document_tells_more_than_its_audience_may_read(
    variant: str, audience: str, tmp_path: Path
) -> None:
    programme = VARIANTS[variant]
    workspace = load(programme, tmp_path)
    langs = ("fr", "en+nl") if variant == "plain" or WHOLE else ("en+nl",)
    told = 0
    for name, text in rendered(workspace, audience, langs):
        assert leaks(programme, name, text, may_read(audience)) == []
        told += sum(1 for _ in found(programme, text))
    assert told > 500


@pytest.mark.parametrize("kind", NARROWED)
def test_a_document_that_narrows_itself_is_quoted_nowhere(kind: str, tmp_path: Path) -> None:
    programme = Programme(choices=2, narrowed=frozenset({kind}), languages=False)
    workspace = load(programme, tmp_path)
    for audience in AUDIENCES:
        for name, text in rendered(workspace, audience, ("fr",), pages=("md",)):
            assert leaks(programme, name, text, may_read(audience)) == []


PRINTED = list(WHAT) if WHOLE else ["handover"]


@pytest.mark.parametrize("what", PRINTED)
def test_a_pdf_file_tells_no_more_than_the_page(what: str, tmp_path: Path) -> None:
    pypdf, _ = pytest.importorskip("pypdf"), pytest.importorskip("weasyprint")
    programme = VARIANTS["closed"]
    workspace = load(programme, tmp_path)
    target = next(target for each, target in every_target(workspace) if each == what)
    told = {}
    for audience in ("public", "internal"):
        [data] = export(target, what, formats=["pdf"], audience=audience).values()
        file = tmp_path / f"{audience}.pdf"
        file.write_bytes(data)
        reader = pypdf.PdfReader(file)
        text = "\n".join(
            [*(page.extract_text() for page in reader.pages), str(reader.metadata), str(reader.xmp_metadata)]
        )
        assert leaks(programme, what, text, may_read(audience)) == []
        assert not reader.attachments
        told[audience] = {canary.question for canary in found(programme, text)}
    assert told["public"]
    assert told["internal"] - told["public"] or what == "accessibility"


# ------------------------------------------------------------------ commands

COMMANDS = [
    *(("check", "--next", f"--format={name}") for name in ("text", "json", "github", "summary", "sarif", "gitlab", "junit")),
    ("check", "--fix", "--diff"),
    *(("status", f"--format={name}") for name in ("text", "markdown", "json")),
    *(("match", PAIRING, f"--format={name}") for name in ("text", "markdown", "json", "csv", "html")),
    *(("match", "--all", f"--format={name}") for name in ("text", "markdown", "json", "csv")),
]  # fmt: skip


@pytest.mark.parametrize("variant", ["closed", "misfit", *NARROWED])
def test_no_command_quotes_what_is_private(variant: str, tmp_path: Path) -> None:
    programme = VARIANTS.get(variant) or Programme(narrowed=frozenset({variant}))
    programme.write(tmp_path)
    commands = COMMANDS if variant == "closed" or WHOLE else [COMMANDS[at] for at in FEW]
    for command in commands:
        outcome = mentorat(*command, cwd=tmp_path)
        weighed = command[0] == "match" and variant == "misfit"  # its weights are no weights
        assert outcome.code in ((Exit.USAGE,) if weighed else (Exit.FINE, Exit.FINDINGS)), (
            command,
            outcome.err,
        )
        assert leaks(programme, " ".join(command), outcome.out + outcome.err, may_read("pairing")) == []


FEW = [0, COMMANDS.index(("status", "--format=text")), COMMANDS.index(("match", PAIRING, "--format=json"))]


# ------------------------------------------------------------------ and the other way round


_FRONT = (
    "community",
    "contact",
    "coordinator",
    "facilitator_organisation",
    "funding",
    "period",
    "policy_field",
    "purpose",
    "target",
    "themes",
)
_PARTNERS = (
    "chosen_solution",
    "meetings",
    "mentee.aspects",
    "mentor.learning",
    "mentor.track",
    "options",
    "practice_to",
    "trust",
)
NO_PAGE = (
    "benchmark.",  # its factors stand on the scope's pages by their titles; the rest is for working with it
    "contacts.contacts[].",  # persons are named by name, function and address; the rest is for those who keep the list
    "organisation.",  # known by its name; its national context shows where a needs analysis leaves it open
    "pairing.matching.",  # what `match` tells
    *(f"programme.{key}" for key in _FRONT),  # the front of the programme, on no document of a pairing
    "programme.lead_time_days", "programme.look.", "programme.matching.", "programme.privacy.threshold",  # they steer
    *(f"pairing.{key}" for key in _PARTNERS),  # notes of the partners on their way to scope and plan
    *(f"{kind}.{key}" for kind in ("follow-up", "pairing", "programme", "contacts", "private-notes") for key in ("signatures", "sources")),
)  # fmt: skip
"""Questions without a page of their own."""


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Audience -> the questions whose answers it is shown."""
    workspace = load(VARIANTS["plain"], tmp_path_factory.mktemp("plain"))
    shown: dict[str, set[str]] = {}
    for audience in AUDIENCES:
        told = "\n".join(text for _, text in rendered(workspace, audience, ("fr",), pages=("md",)))
        shown[audience] = {canary.question for canary in found(VARIANTS["plain"], told)}
    return shown


@pytest.mark.parametrize("level", RANK)
def test_what_may_be_read_is_shown_somewhere(level: str, everything: dict[str, set[str]]) -> None:
    """Each question has a page for those who may read its answer, or a reason to have none."""
    audience = next(name for name in AUDIENCES if level in may_read(name))
    asked = {canary.question for canary in VARIANTS["plain"].canaries if canary.level == level}
    unseen = asked - everything[audience]
    assert {question for question in unseen if not question.startswith(NO_PAGE)} == set()
    assert len(unseen) < len(asked)
