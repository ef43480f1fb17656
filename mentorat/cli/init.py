"""`mentorat init`: starts a programme and a pairing, asking where a person is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings, told
from mentorat.guide.steps import BY_ID
from mentorat.i18n import N_

if TYPE_CHECKING:
    from mentorat.founding import Answers, Place
    from mentorat.workspace import Workspace


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command, its help in the language of this run."""
    _ = settings.translate

    @app.command(
        **told(_(N_("Start a programme and a pairing: commented files with the questions of the method.")))
    )
    def init(
        directory: str = typer.Argument("", metavar="[DIR]", help=_(N_("The folder of the programme; made if need be."))),
        name: str = typer.Option("", metavar="TEXT", help=_(N_("Name of the programme."))),
        theme: str = typer.Option("", metavar="TEXT", help=_(N_("Theme of the pairing."))),
        mentee: str = typer.Option("", metavar="CITY", help=_(N_("The city that is mentored."))),
        mentee_association: str = typer.Option("", metavar="NAME", help=_(N_("Its association."))),
        mentor: str = typer.Option("", metavar="CITY", help=_(N_("The mentor city, if it is known."))),
        mentor_association: str = typer.Option("", metavar="NAME", help=_(N_("Its association."))),
        step: str = typer.Option("", metavar="STEP", help=_(N_("The step to start from (default: setup)."))),
        ci: str = typer.Option("", metavar="LIST", help=_(N_("Also write files for CI: github, gitlab or both."))),
        answers: str = typer.Option("", metavar="FILE", help=_(N_("A YAML file with the answers, by the names of these options."))),
    ) -> None:  # fmt: skip
        options = {
            "name": name, "theme": theme, "mentee": mentee, "mentee_association": mentee_association,
            "mentor": mentor, "mentor_association": mentor_association, "step": step, "ci": ci,
        }  # fmt: skip
        root = (settings.folder / directory).resolve()
        workspace = _existing(root, settings)
        given = _gather(options, answers, settings, workspace)
        asking = settings.console.interactive and not answers
        _lay(root, given, _places(given, settings, workspace, asking=asking), settings, workspace)


def _existing(root: Path, settings: Settings) -> Workspace | None:
    from mentorat.workspace import PROGRAMME_FILE, load_workspace

    if root.exists() and not root.is_dir():
        raise Stop(Exit.USAGE, N_("{path} is a file, not a folder."), path=str(root))
    if not (root / PROGRAMME_FILE).is_file():
        return None
    workspace = load_workspace(root, as_of=settings.day)
    settings.programme_lang = workspace.programme["language"].word or None
    return workspace


def _gather(options: dict[str, str], file: str, settings: Settings, workspace: Workspace | None) -> Answers:
    """What was given as options, then in the file, then what a person answers."""
    from mentorat.founding import CI_PROVIDERS, QUESTIONS, Answers

    written = _read_answers(file, settings) if file else {}
    values = {key: options[key] or written.get(key, "") for key in options}
    if workspace is not None:
        values["name"] = values["name"] or workspace.programme["name"].text() or "-"
    given = Answers()
    for key in QUESTIONS:
        setattr(given, key, values[key])
    if settings.console.interactive and not file:
        for key, question in QUESTIONS.items():
            if not getattr(given, key):
                setattr(given, key, _ask(key, question, settings))
    missing = [f"--{key.replace('_', '-')}" for key in given.missing()]
    if missing:
        text = N_(
            "Nobody is there to ask, and these are missing: {missing}. Give them as options or in --answers."
        )
        raise Stop(Exit.USAGE, text, missing=", ".join(missing))
    given.step = values["step"] or "setup"
    if given.step not in BY_ID:
        text = N_("There is no step “{value}”. The steps are: {known}.")
        raise Stop(Exit.USAGE, text, value=given.step, known=", ".join(BY_ID))
    given.ci = tuple(part.strip() for part in values["ci"].split(",") if part.strip())
    for provider in given.ci:
        if provider not in CI_PROVIDERS:
            text = N_("There are no CI files for “{value}”. There are files for: {known}.")
            raise Stop(Exit.USAGE, text, value=provider, known=", ".join(CI_PROVIDERS))
    return given


def _ask(key: str, question: str, settings: Settings) -> str:
    """Ask until a required answer is given."""
    from mentorat.founding import REQUIRED

    while True:
        try:
            answer = settings.console.ask(settings.translate(question))
        except EOFError:
            raise Stop(Exit.INTERRUPTED, N_("Stopped; nothing was written.")) from None
        if answer or key not in REQUIRED:
            return answer
        settings.console.say(settings.translate(N_("This one is needed to start.")))


def _read_answers(file: str, settings: Settings) -> dict[str, str]:
    from mentorat.founding import Answers
    from mentorat.source.reader import decode, read

    path = settings.folder / file
    try:
        text, problem = decode(path.read_bytes())
    except OSError:
        raise Stop(Exit.USAGE, N_("There is no file {file}."), file=file) from None
    reading = read(text)
    if problem or reading.problems or not isinstance(reading.value, dict):
        line = problem or (reading.problems or [None])[0]
        place = line.span.line if line else 1
        raise Stop(Exit.USAGE, N_("{file} cannot be read as YAML (line {line})."), file=file, line=place)
    values: dict[str, str] = {}
    for key, value in reading.value.items():
        name = str(key).replace("-", "_")
        if name not in Answers.names():
            text = N_("{file} answers “{key}”, which is not asked. The answers are: {known}.")
            raise Stop(Exit.USAGE, text, file=file, key=str(key), known=", ".join(Answers.names()))
        values[name] = ",".join(value) if isinstance(value, list) else str(value or "")
    return values


def _places(
    given: Answers, settings: Settings, workspace: Workspace | None, *, asking: bool
) -> dict[str, Place]:
    """The municipalities that the two cities are, as far as a person or the register can tell."""
    from mentorat.cli.places import place_of

    places = {}
    for side, name in (("mentee", given.mentee), ("mentor", given.mentor)):
        if name and not (workspace and workspace.organisation(name)):
            place = place_of(name, settings, asking=asking)
            if place:
                places[side] = place
    return places


def _lay(
    root: Path, given: Answers, places: dict[str, Place], settings: Settings, workspace: Workspace | None
) -> None:
    from mentorat.founding import ci_files, pairing_files, programme_files
    from mentorat.scaffold import lay

    if not given.pairing:
        raise Stop(Exit.USAGE, N_("“{name}” has no letters to make an id from."), name=given.mentee)
    translate = settings.translate
    files = programme_files(given, translate) if workspace is None else ci_files(given.ci)
    files += pairing_files(given, translate, workspace, places)
    root.mkdir(parents=True, exist_ok=True)
    written, kept = lay(root, files)
    report(written, kept, settings)
    say = settings.console.say
    say("")
    say(
        translate(
            N_(
                "Persons belong in contacts.yaml, which Git ignores; all other files are seen by everybody who can read the repository."
            )
        )
    )
    say(
        translate(
            N_("Next: open {file}, answer what you can, then run `mentorat check`."),
            file=f"pairings/{given.pairing}/needs.yaml",
        )
    )


def report(written: list[str], kept: list[str], settings: Settings) -> None:
    """Say what was written, and what was there and left as it is."""
    translate, say = settings.translate, settings.console.say
    shown = [path for path in written if not path.startswith(".mentorat/")]
    for path in shown:
        say(translate(N_("written: {path}"), path=path))
    if len(shown) < len(written):
        count = len(written) - len(shown)
        say(
            translate.plural(
                N_("written: {n} schema in .mentorat/schemas/"),
                N_("written: {n} schemas in .mentorat/schemas/"),
                count,
            )
        )
    for path in kept:
        say(translate(N_("left as it is: {path}"), path=path))
