"""`mentorat render`: the method's documents as Markdown and HTML, one by one or as a site."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings, told
from mentorat.i18n import N_

if TYPE_CHECKING:
    from mentorat.rendering.targets import Target
    from mentorat.workspace import Workspace

ALL, SITE = "all", "site"
DOCUMENTS = (
    "needs", "strengths", "practice", "network", "invitation", "training", "charter", "scope",
    "agenda", "runsheet", "visit",
    "plan", "budget", "approval", "brief", "summary", "handover", "progress", "review",
    "issues", "practices", "accessibility",
)  # fmt: skip
"""Every document, as `views.WHAT` has them; it is repeated here so that `--help` loads nothing."""
_MANY = 12
"""Documents from which on a person at a terminal sees how far it is."""
_LANGUAGES = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*(\+[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?")

_EXTRA = N_("The format “{extra}” needs one more package: {line}")
_SYSTEM = N_("The format “{extra}” needs libraries of the system that are not there. On Debian: {line}")

_NONE_YET = {
    "pairing": N_("There is no pairing yet; `mentorat new pairing ID` adds one."),
    "visit": N_("There is no visit yet; `mentorat new visit PAIRING/ID` adds one."),
    "mentor": N_("There is no mentor yet; `mentorat new mentor ID` adds one."),
    "practice": N_("There is no practice yet; `mentorat new practice MENTOR/ID` adds one."),
    "association": N_("No pairing names an association that has a file in organisations/."),
}
_WHICH = {
    "pairing": N_("Name a pairing, or all. There are: {known}."),
    "visit": N_("Name a visit, or all. There are: {known}."),
    "mentor": N_("Name a mentor, or all. There are: {known}."),
    "practice": N_("Name a practice, or all. There are: {known}."),
    "association": N_("Name an association. There are: {known}."),
}
_UNKNOWN = {
    "pairing": N_("There is no pairing “{name}”. There are: {known}."),
    "visit": N_("There is no visit “{name}”. There are: {known}."),
    "mentor": N_("There is no mentor “{name}”. There are: {known}."),
    "practice": N_("There is no practice “{name}”. There are: {known}."),
    "association": N_("There is no association “{name}”. There are: {known}."),
}
_GUESSED = {
    "pairing": N_("There is no pairing “{name}”. Did you mean “{guess}”?"),
    "visit": N_("There is no visit “{name}”. Did you mean “{guess}”?"),
    "mentor": N_("There is no mentor “{name}”. Did you mean “{guess}”?"),
    "practice": N_("There is no practice “{name}”. Did you mean “{guess}”?"),
    "association": N_("There is no association “{name}”. Did you mean “{guess}”?"),
}


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command, its help in the language of this run."""
    _ = settings.translate
    documents = ", ".join((*DOCUMENTS, SITE, ALL))

    @app.command(
        **told(
            _(
                N_(
                    "Make pages to read of what was written: plans, analyses, practices and the other documents of the method."
                )
            )
        )
    )
    def render(
        what: str = typer.Argument(..., metavar="WHAT", help=_(N_("The document, the whole programme as linked pages (site), or every document there is (all): {documents}."), documents=documents)),
        name: str = typer.Argument("", metavar="[ID]", help=_(N_("The id or path of the pairing, visit, mentor or practice; all stands for every one there is; it may be left out where there is only one, or where the document tells of all."))),
        to: str = typer.Option("", "--to", metavar="LIST", show_default=False, help=_(N_("Formats: md, html, pdf; ics for the dates of plans and visits; csv for plans, budgets and networks (default: md,html; of a site html, beside which it offers the others)."))),
        audience: str = typer.Option("pairing", metavar="AUDIENCE", help=_(N_("Who will read it: public, pairing or internal."))),
        doc_lang: str = typer.Option("", metavar="LIST", help=_(N_("Languages of the document: fr,en makes two pages, fr+nl one page with both side by side (default: the programme's)."))),
        output: str = typer.Option("", "-o", "--output", metavar="DIR", help=_(N_("The folder to write to (default: build in the programme, for a site build/site)."))),
        check: bool = typer.Option(False, "--check", help=_(N_("Write nothing: name the pages that are missing or not current, and end with 1 if there are any."))),
    ) -> None:  # fmt: skip
        from mentorat.rendering import AUDIENCES, FORMATS, formats_of
        from mentorat.rendering.views import WHAT

        to = to or ("html" if what == SITE else "md,html")
        formats = chosen(to, FORMATS, N_("There is no format “{value}” here. The formats are: {known}."))
        chosen(what, [*WHAT, SITE, ALL], N_("“{value}” cannot be rendered. There are: {known}."))
        chosen(audience, AUDIENCES, N_("There is no audience “{value}”. The audiences are: {known}."))
        workspace = settings.workspace()
        languages = _languages(doc_lang) or [workspace.programme["language"].word or "fr"]
        usual = workspace.root / "build" / (SITE if what == SITE else "")
        folder = _not_led_out(Path(output) if output else usual, workspace.root)
        day = settings.as_of or os.environ.get("MENTORAT_AS_OF") or workspace.programme["as_of"].word
        run = _Run(settings, folder, formats, audience, check=check, fixed_day=bool(day))
        if what == SITE:
            if name:
                raise Stop(
                    Exit.USAGE, N_("A site tells of the whole programme: leave “{name}” out."), name=name
                )
            run.site(workspace, languages)
            raise typer.Exit(run.end(every=True))
        if what != ALL:
            text = N_("This document does not come as “{value}”. Its formats are: {known}.")
            chosen(to, formats_of(what), text)
        every = ALL in (what, name)
        pages = _pages(what, name, workspace, settings)
        run.all([(target, each, lang) for target, each in pages for lang in languages], every=every)
        raise typer.Exit(run.end(every=every))


def chosen(value: str, known: object, text: str) -> list[str]:
    """The parts of a list on the command line, each of which must be known."""
    options = list(known)  # type: ignore[call-overload]
    parts = [part.strip() for part in value.split(",") if part.strip()]
    for part in parts:
        if part not in options:
            raise Stop(Exit.USAGE, text, value=part, known=", ".join(options))
    return parts


def _not_led_out(folder: Path, root: Path) -> Path:
    """The folder to write to; whoever may add a link to a programme must not say where others write."""
    named = Path(os.path.abspath(folder))  # noqa: PTH100 (a link stays as it is named)
    if named.is_relative_to(root) and not folder.resolve().is_relative_to(root.resolve()):
        text = N_(
            "{folder} leads out of the programme by a link. Remove the link, or name the folder that is meant with -o."
        )
        raise Stop(Exit.USAGE, text, folder=str(folder))
    return folder


def _languages(value: str) -> list[str]:
    languages = [part.strip() for part in value.split(",") if part.strip()]
    for language in languages:
        first, _, second = language.partition("+")
        if not _LANGUAGES.fullmatch(language) or first == second:
            text = N_("“{value}” is no language of a page; write fr, or fr+nl for two side by side.")
            raise Stop(Exit.USAGE, text, value=language)
    return languages


# ------------------------------------------------------------------ what is meant


def find_target(belongs_to: str, name: str, workspace: Workspace, settings: Settings) -> Target:
    """What the user named, by id or by path; without a name, the only one there is."""
    from mentorat.rendering.targets import targets

    found = list(targets(workspace, belongs_to))
    if belongs_to == "programme":
        return found[0]
    if not found:
        raise Stop(Exit.NOTHING, _NONE_YET[belongs_to])
    meant = [target for target in found if _is_meant(target, name, workspace, settings)] if name else found
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise Stop(Exit.USAGE, _WHICH[belongs_to], known=", ".join(target.id for target in meant))
    from mentorat.rules.files import closest

    ids = [target.id for target in found]
    guess = closest(name, ids)
    if guess:
        raise Stop(Exit.USAGE, _GUESSED[belongs_to], name=name, guess=guess)
    raise Stop(Exit.USAGE, _UNKNOWN[belongs_to], name=name, known=", ".join(ids))


def _is_meant(target: Target, name: str, workspace: Workspace, settings: Settings) -> bool:
    if target.answers_to(name):
        return True
    path = (settings.folder / name).resolve()
    return path.is_relative_to(workspace.root) and target.answers_to(
        path.relative_to(workspace.root).as_posix()
    )


def _pages(what: str, name: str, workspace: Workspace, settings: Settings) -> list[tuple[Target, str]]:
    """The documents that the user asked for, each with what it belongs to."""
    from mentorat.rendering.targets import targets
    from mentorat.rendering.views import WHAT

    if what == ALL:
        return _every("" if name == ALL else name, workspace, settings)
    if name == ALL:
        return [(target, what) for target in targets(workspace, WHAT[what].belongs_to)]
    belongs_to = WHAT[what].or_to if name and WHAT[what].or_to else WHAT[what].belongs_to
    return [(find_target(belongs_to, name, workspace, settings), what)]


def _every(name: str, workspace: Workspace, settings: Settings) -> list[tuple[Target, str]]:
    """Every document, or those of what the user named."""
    from mentorat.rendering.targets import targets
    from mentorat.rendering.views import WHAT

    found = {
        belongs_to: [
            target
            for target in targets(workspace, belongs_to)
            if not name or _is_meant(target, name, workspace, settings)
        ]
        for belongs_to in {kind for what in WHAT.values() for kind in (what.belongs_to, what.or_to) if kind}
    }
    if name and not any(found.values()):
        known = ", ".join(target.id for target in targets(workspace, "pairing"))
        raise Stop(Exit.USAGE, _UNKNOWN["pairing"], name=name, known=known)
    return [
        (target, what)
        for what, each in WHAT.items()
        for target in (*found[each.belongs_to], *found.get(each.or_to, ()))
    ]


# ------------------------------------------------------------------ the work

Job = TypeVar("Job")


@contextlib.contextmanager
def _installed() -> Iterator[None]:
    """A format that needs more than is installed, as a sentence for the user."""
    from mentorat.rendering import NotInstalled

    try:
        yield
    except NotInstalled as lacking:
        text = _SYSTEM if lacking.system else _EXTRA
        raise Stop(Exit.USAGE, text, extra=lacking.extra, line=lacking.line) from None


@dataclass(slots=True)
class _Run:
    """One run of the command: how it renders, and what came of it."""

    settings: Settings
    folder: Path
    formats: list[str]
    audience: str
    check: bool
    fixed_day: bool
    changed: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    stale: dict[Path, bool] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    left_over: list[Path] = field(default_factory=list)

    def site(self, workspace: Workspace, languages: list[str]) -> None:
        """Make the site of the programme, and take away what an earlier one had and this one has not."""
        from mentorat.rendering.site import Site, leftovers, remove

        site = Site(workspace, audience=self.audience, editions=languages, formats=self.formats)
        pieces = site.pieces()
        for piece in self._watched(pieces, len(pieces)):
            with _installed():
                files = piece()
            self._keep(files)
        found = leftovers(self.folder, site.names)
        if self.check:
            self.left_over = found
        else:
            with self._writable():
                remove(found, self.folder)
            self.removed = found
        self._keep(site.last())
        self.unreadable += site.unreadable
        if site.lacking:
            text = N_("The calendar file is left out. This installs what it needs: {line}")
            self.settings.console.note(self.settings.translate(text, line=site.lacking.line))

    def all(self, jobs: list[tuple[Target, str, str]], *, every: bool) -> None:
        """Render some documents; of `every` one that there may be, those that there are."""
        from mentorat.rendering import export, export_with_linked, formats_of
        from mentorat.rendering.many import made

        make = export if every else export_with_linked

        def one(target: Target, what: str, lang: str) -> dict[str, bytes]:
            formats = [ending for ending in self.formats if ending in formats_of(what)]
            return make(target, what, formats=formats, audience=self.audience, doc_lang=lang)

        with _installed():
            for found in self._watched(made(one, jobs), len(jobs)):
                if found.missing and not every:
                    said = found.missing.show(self.settings.translate)
                    raise Stop(Exit.NOTHING, "{said}", said=said)
                if found.unreadable and found.unreadable not in self.unreadable:
                    self.unreadable.append(found.unreadable)
                self._keep(found.files)

    def _keep(self, files: dict[str, bytes]) -> None:
        from mentorat.rendering import stale, write

        if self.check:
            found = stale(files, self.folder)
            self.stale |= found
            self.unchanged += [self.folder / name for name in files if self.folder / name not in found]
            return
        with self._writable():
            written = write(files, self.folder)
        for file in written:
            (self.changed if file.changed else self.unchanged).append(file.path)

    @contextlib.contextmanager
    def _writable(self) -> Iterator[None]:
        """A folder that cannot be written to, as a sentence for the user."""
        try:
            yield
        except (OSError, ValueError) as error:
            text = N_("The pages cannot be written to {folder} ({reason}).")
            raise Stop(Exit.USAGE, text, folder=str(self.folder), reason=str(error)) from None

    def _watched(self, work: Iterable[Job], count: int) -> Iterator[Job]:
        """The documents one by one; a person who waits for many of them sees how far it is."""
        if count < _MANY or not self.settings.console.interactive:
            yield from work
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress

        columns = (BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            yield from progress.track(work, total=count)

    def end(self, *, every: bool) -> Exit:
        """Say what was done, and give the exit code."""
        console, translate = self.settings.console, self.settings.translate
        for path in self.changed:
            console.say(translate(N_("written: {path}"), path=str(path)))
        for path, is_there in self.stale.items():
            text = N_("not current: {path}") if is_there else N_("missing: {path}")
            console.say(translate(text, path=str(path)))
        for path in self.removed:
            console.say(translate(N_("removed: {path}"), path=str(path)))
        for path in self.left_over:
            console.say(translate(N_("no longer part of the site: {path}"), path=str(path)))
        if every and not (self.changed or self.unchanged or self.stale or self.unreadable):
            raise Stop(Exit.NOTHING, N_("There is nothing yet to make a page of."))
        if every or self.check:
            self._count()
        else:
            for path in self.unchanged:
                console.say(translate(N_("unchanged: {path}"), path=str(path)))
        for file in self.unreadable:
            text = N_("{file} cannot be read; `mentorat check` says why.")
            console.note(translate(text, file=file))
        if any(self.stale.values()) and not self.fixed_day:
            text = N_("A page names the day that it is of: --as-of compares as of another day than today.")
            console.note(translate(text))
        return Exit.FINDINGS if self.stale or self.left_over or self.unreadable else Exit.FINE

    def _count(self) -> None:
        n, plural = len(self.unchanged), self.settings.translate.plural
        if n and self.check:
            self.settings.console.say(plural(N_("{n} page is current."), N_("{n} pages are current."), n))
        elif n:
            self.settings.console.say(plural(N_("{n} page is unchanged."), N_("{n} pages are unchanged."), n))
