"""`mentorat check`: validity and completeness against the method's steps."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings, told
from mentorat.guide.parties import PARTIES
from mentorat.guide.steps import BY_ID
from mentorat.i18n import N_
from mentorat.reporters import CHECK_FORMATS, reporter

if TYPE_CHECKING:
    from mentorat.findings import Report
    from mentorat.selection import Selection
    from mentorat.workspace import Workspace

FAIL_ON = ("error", "warning", "info")


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command, its help in the language of this run."""
    _ = settings.translate

    @app.command(
        **told(
            _(
                N_(
                    "Check a programme, a file or a pairing: what is wrong, what is missing, who mends it and how."
                )
            )
        )
    )
    def check(
        paths: list[str] = typer.Argument(None, metavar="[PATH…]", help=_(N_("Files, folders or ids of pairings; findings are limited to them."))),
        step: str = typer.Option("", metavar="STEP", help=_(N_("Only what is due from this step."))),
        before: str = typer.Option("", metavar="STEP", help=_(N_("Judge as if every step before this one were done."))),
        party: str = typer.Option("", metavar="PARTY", help=_(N_("Only what this party is to do."))),
        upcoming: bool = typer.Option(False, "--next", help=_(N_("Also show what is to do in this step and the next."))),
        formats: list[str] = typer.Option(["text"], "--format", show_default=False, metavar="FORMAT[=FILE]", help=_(N_("text, json, github, summary, sarif, gitlab or junit; may be repeated, and written to a file."))),
        fail_on: str = typer.Option("error", metavar="SEVERITY", help=_(N_("From which severity on the exit code is 1: error, warning or info."))),
        exit_zero: bool = typer.Option(False, "--exit-zero", help=_(N_("End with 0 whatever is found."))),
        strict: bool = typer.Option(False, "--strict", help=_(N_("Warnings weigh as errors."))),
        since: str = typer.Option("", metavar="REF", help=_(N_("Only findings in files that were changed since this revision of Git; everything is judged."))),
        baseline: str = typer.Option("", metavar="FILE", help=_(N_("Findings that this file knows are marked and do not count."))),
        write_baseline: str = typer.Option("", metavar="FILE", help=_(N_("Write down the findings of the whole programme as known ones."))),
        fix: bool = typer.Option(False, "--fix", help=_(N_("Mend what needs no decision: labels in the place of ids, slips of the hand, missing quotation marks."))),
        diff: bool = typer.Option(False, "--diff", help=_(N_("With --fix: show the lines that would change, and write nothing."))),
        no_cache: bool = typer.Option(False, "--no-cache", help=_(N_("Neither read nor write the cache."))),
    ) -> None:  # fmt: skip
        _known(step or before, BY_ID, N_("There is no step “{value}”. The steps are: {known}."))
        _known(before, BY_ID, N_("There is no step “{value}”. The steps are: {known}."))
        _known(party, PARTIES, N_("There is no party “{value}”. The parties are: {known}."))
        _known(fail_on, FAIL_ON, N_("There is no severity “{value}”. The severities are: {known}."))
        targets = [parse_format(entry, CHECK_FORMATS) for entry in formats]
        workspace = settings.workspace(cache=not no_cache)
        from mentorat.checking import check as run_check
        from mentorat.selection import Selection

        files, pairings = locate(paths or [], workspace, settings)
        changed = _changed(since, workspace, settings) if since else None
        selection = Selection(files, pairings, step, party, upcoming, strict, changed)
        if fix and not diff:
            _mend(workspace, selection, before, targets, settings)
            workspace = settings.workspace(cache=not no_cache)
        report = run_check(workspace, before=before or None, upcoming=upcoming)
        report = _compared(report, baseline, "" if diff else write_baseline, settings)
        shown = selection.apply(report)
        hidden = report.todo if not upcoming and selection.is_whole else 0
        if diff:
            _show_diff(workspace, selection, before, settings)
        else:
            _write(targets, shown, hidden, workspace, settings)
        raise typer.Exit(_exit(shown, fail_on) if not exit_zero else Exit.FINE)


def _known(value: str, known: object, text: str) -> None:
    options = list(known)  # type: ignore[call-overload]
    if value and value not in options:
        raise Stop(Exit.USAGE, text, value=value, known=", ".join(options))


_SHORT = {"md": "markdown", "txt": "text"}
"""Names of formats as the endings of their files have them."""


def parse_format(entry: str, formats: dict[str, str]) -> tuple[str, str]:
    """`json=report.json` as its two parts."""
    name, _, file = entry.partition("=")
    name = _SHORT.get(name, name)
    if name not in formats:
        text = N_("There is no format “{name}” here. The formats are: {known}.")
        raise Stop(Exit.USAGE, text, name=name, known=", ".join(formats))
    return name, file


def locate(
    names: list[str], workspace: Workspace, settings: Settings
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the user named, as paths inside the programme and as ids of pairings."""
    files, pairings = [], []
    for name in names:
        if name in workspace.pairings:
            pairings.append(name)
            continue
        path = (settings.folder / name).resolve()
        if not path.exists():
            text = N_(
                "“{name}” is neither a file nor a pairing of this programme. Its pairings are: {pairings}."
            )
            known = ", ".join(workspace.pairings) or "–"
            raise Stop(Exit.USAGE, text, name=name, pairings=known)
        if not path.is_relative_to(workspace.root):
            raise Stop(Exit.USAGE, N_("“{name}” lies outside the programme."), name=name)
        files.append(path.relative_to(workspace.root).as_posix())
    return tuple(files), tuple(pairings)


def _changed(since: str, workspace: Workspace, settings: Settings) -> frozenset[str]:
    """The files of the programme that differ from what they were at a revision."""
    from mentorat.history import NoHistory, UnknownRevision

    try:
        files = [document.file for document in (*workspace.documents, *workspace.markdown)]
        return workspace.history.changed_since(since, files)
    except NoHistory as nothing:
        text = N_("--since cannot be used, because {reason}.")
        raise Stop(Exit.USAGE, text, reason=settings.translate(nothing.reason)) from None
    except UnknownRevision as unknown:
        text = N_("Git knows no revision “{ref}” here.")
        if unknown.shallow:
            text = N_("Git knows no revision “{ref}” here; the clone is shallow and lacks older versions.")
        raise Stop(Exit.USAGE, text, ref=since) from None


def _compared(report: Report, known: str, target: str, settings: Settings) -> Report:
    """The report beside the baseline that is read, and the one that is written."""
    from mentorat.baseline import BadBaseline, compared, dump, known_in, load

    if known:
        try:
            report = compared(report, load(settings.folder / known))
        except OSError as error:
            text = N_("{file} cannot be read: {reason}.")
            raise Stop(Exit.USAGE, text, file=known, reason=error.strerror or "") from None
        except BadBaseline:
            text = N_("{file} is no baseline that can be read; --write-baseline writes a new one.")
            raise Stop(Exit.USAGE, text, file=known) from None
    if target:
        entries = known_in(report)
        write_to(str(settings.folder / target), dump(entries), settings)
        settings.console.note(
            settings.translate.plural(
                N_("{n} finding is known from now on, as {file} says."),
                N_("{n} findings are known from now on, as {file} says."),
                len(entries),
                file=target,
            )
        )
        report = compared(report, entries)
    return report


def _mend(
    workspace: Workspace,
    selection: Selection,
    before: str,
    targets: list[tuple[str, str]],
    settings: Settings,
) -> None:
    """Make the fixes, and say each in a line."""
    from mentorat.fixing import mend, write
    from mentorat.reporters.fixes import sentence

    console, translate = settings.console, settings.translate
    plain = all(file or name == "text" for name, file in targets)
    say = console.say if plain else console.note
    changes = mend(workspace, selection.keeps, before=before or None)
    for change in changes:
        try:
            written = write(workspace.root, change)
        except OSError as error:
            text = N_("{file} cannot be written: {reason}.")
            raise Stop(Exit.USAGE, text, file=change.file, reason=error.strerror or "") from None
        if not written:
            text = N_("{file} was changed by somebody else in the meantime and is left as it is.")
            console.note(translate(text, file=change.file))
            continue
        for mended in change.mended:
            say(sentence(mended, translate))
    if not changes:
        say(translate(N_("There is nothing that can be mended without a decision of yours.")))
    if plain:
        console.say("")


def _show_diff(workspace: Workspace, selection: Selection, before: str, settings: Settings) -> None:
    from mentorat.fixing import mend
    from mentorat.reporters.fixes import diff

    changes = mend(workspace, selection.keeps, before=before or None)
    settings.console.write(diff(changes, settings.console.style))
    if not changes:
        text = N_("There is nothing that can be mended without a decision of yours.")
        settings.console.note(settings.translate(text))


def _write(
    targets: list[tuple[str, str]], shown: Report, hidden: int, workspace: Workspace, settings: Settings
) -> None:
    console = settings.console
    _hint(targets, settings)
    base = repository_base(workspace.root)
    for name, file in targets:
        paint = console.style if not file else lambda text, _: text
        text = reporter(CHECK_FORMATS, name)(
            shown, settings.translate, width=console.width, paint=paint, hidden_todo=hidden, base=base
        )
        write_to(file, text, settings)
        if name == "github":
            _job_summary(shown, settings)


HINTS = {
    "GITHUB_ACTIONS": N_(
        "In GitHub Actions, `--format github` shows findings beside the lines they are about."
    ),
    "GITLAB_CI": N_(
        "In GitLab, `--format gitlab=FILE` and `--format junit=FILE` show findings in merge requests."
    ),
}


def _hint(targets: list[tuple[str, str]], settings: Settings) -> None:
    """A CI service is noticed, and what it could be given is said; nothing is changed for it."""
    if {name for name, _ in targets} == {"text"}:
        for variable, hint in HINTS.items():
            if os.environ.get(variable) == "true":
                settings.console.note(settings.translate(hint))


def _job_summary(shown: Report, settings: Settings) -> None:
    """Beside annotations, the whole list goes into the job's summary, where the runner offers one."""
    target = Path(os.environ.get("GITHUB_STEP_SUMMARY") or "")
    if os.environ.get("GITHUB_ACTIONS") == "true" and target.is_file():
        with contextlib.suppress(OSError), target.open("a", encoding="utf-8") as file:
            file.write(reporter(CHECK_FORMATS, "summary")(shown, settings.translate))


def repository_base(root: Path) -> str:
    """The programme's folder as seen from the top of its Git repository ("" at the top, or without Git)."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            inside = root.relative_to(folder).as_posix()
            return "" if inside == "." else f"{inside}/"
    return ""


def write_to(file: str, text: str, settings: Settings) -> None:
    """Write a report to a file, or to the terminal where none is named."""
    if not file:
        settings.console.write(text)
        return
    path = Path(file)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        text = N_("{file} cannot be written: {reason}.")
        raise Stop(Exit.USAGE, text, file=file, reason=error.strerror or "") from None


def _exit(report: Report, fail_on: str) -> Exit:
    rank = FAIL_ON.index(fail_on)
    bad = any(finding.severity.rank <= rank for finding in report.open)
    return Exit.FINDINGS if bad else Exit.FINE
