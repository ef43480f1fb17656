"""The command line as a whole: its commands, its help in the reader's language, its one error boundary."""

from __future__ import annotations

import contextlib
import difflib
import io
import os
import re
import sys
from collections.abc import Sequence

import typer

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings, take_settings
from mentorat.i18n import N_, Translator

COMMANDS = ("init", "new", "check", "status", "match", "render", "explain", "schema", "sign", "demo")


def build(settings: Settings, commands: Sequence[str] = COMMANDS) -> typer.Typer:
    """The Typer application, its help in the language of this run, with the commands that it needs."""
    import importlib

    translate = settings.translate
    app = typer.Typer(
        name="mentorat",
        help=translate(
            N_(
                "City-to-city mentoring as files: start a programme, check it against the method, "
                "compare mentors, and publish plans and reports."
            )
        ),
        epilog=translate(
            N_(
                "Every command also takes -C DIR (work in another folder), --lang fr|en and --as-of YYYY-MM-DD. "
                "Exit codes: 0 fine, 1 findings, 2 wrong use, 3 nothing to work on, 4 a fault of ours."
            )
        ),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )

    @app.callback(invoke_without_command=False)
    def options(
        version: bool = typer.Option(False, "--version", help=translate(N_("Show the version and end."))),
    ) -> None:
        if version:
            from mentorat import __version__

            settings.console.say(f"mentorat {__version__}")
            raise typer.Exit

    for name in commands:
        importlib.import_module(f"mentorat.cli.{name}").register(app, settings)
    return app


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; nothing escapes as a traceback."""
    settings = Settings()
    try:
        settings, rest = take_settings(arguments)
        return _run(settings, rest)
    except Stop as stop:
        settings.console.note(settings.translate(stop.text, **stop.values))
        return stop.code
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FINE
    except Exception as error:
        return _fault(settings, error)


def _fault(settings: Settings, error: Exception) -> int:
    """Say that the tool itself failed; the details help those who mend it."""
    if os.environ.get("MENTORAT_DEBUG"):
        raise error
    text = N_(
        "This is a fault of the tool, not of your files: {kind}. Nothing was changed. "
        "Run again with MENTORAT_DEBUG=1 and report what it prints."
    )
    settings.console.note(settings.translate(text, kind=type(error).__name__))
    return Exit.FAULT


def _run(settings: Settings, arguments: list[str]) -> int:
    command = _known_command(arguments)
    app = build(settings, (command,) if command else COMMANDS)
    wants_help = "--help" in arguments or not arguments
    sink = io.StringIO() if wants_help else None
    try:
        with contextlib.redirect_stdout(sink) if sink else contextlib.nullcontext():
            result = app(args=arguments, prog_name="mentorat", standalone_mode=False)
    except typer.Exit as end:
        result = end.exit_code
    except typer.Abort:
        return Exit.INTERRUPTED
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        if wants_help and not arguments:
            result = Exit.USAGE
        else:
            raise _usage(error, arguments) from None
    if sink:
        settings.console.write(_translated_help(sink.getvalue(), settings.translate))
    return int(result or 0)


def _known_command(arguments: list[str]) -> str:
    """The command that is asked for ("" for none); one that does not exist ends the run."""
    name = next((argument for argument in arguments if not argument.startswith("-")), "")
    if not name or name in COMMANDS:
        return name
    close = difflib.get_close_matches(name, COMMANDS, n=1, cutoff=0.6)
    if close:
        text = N_("There is no command “{name}”. Did you mean `mentorat {guess}`?")
        raise Stop(Exit.USAGE, text, name=name, guess=close[0])
    text = N_("There is no command “{name}”. The commands are: {commands}.")
    raise Stop(Exit.USAGE, text, name=name, commands=", ".join(COMMANDS))


def _usage(error: Exception, arguments: list[str]) -> Stop:
    """Wrong use of a command, said in our own words."""
    command = next((argument for argument in arguments if argument in COMMANDS), "")
    kind = type(error).__name__
    values = {"command": command, "help": f"mentorat {command} --help".replace("  ", " ")}
    option = str(getattr(error, "option_name", "") or "")
    if kind == "NoSuchOption":
        text = N_("`mentorat {command}` has no option {option}. `{help}` lists those it has.")
        return Stop(Exit.USAGE, text, option=option, **values)
    if kind == "MissingParameter":
        param = getattr(error, "param", None)
        options = [option for option in getattr(param, "opts", ()) if option.startswith("--")]
        name = str(next(iter(options), "") or getattr(param, "human_readable_name", ""))
        text = N_("`mentorat {command}` needs {name}. `{help}` says what it is.")
        return Stop(Exit.USAGE, text, name=name, **values)
    said = str(getattr(error, "message", "") or error)
    text = N_("`mentorat {command}` cannot be run like this ({said}). `{help}` says how.")
    return Stop(Exit.USAGE, text, said=said.rstrip("."), **values)


_HEADINGS = {
    "Usage:": N_("Usage:"),
    "Options:": N_("Options:"),
    "Commands:": N_("Commands:"),
    "Arguments:": N_("Arguments:"),
    "Show this message and exit.": N_("Show this message and end."),
    "[required]": N_("[required]"),
    "[default:": N_("[default:"),
}


def _translated_help(text: str, translate: Translator) -> str:
    """The words of the library in our own; a line may end between any two of them."""
    for english, ours in _HEADINGS.items():
        anywhere = r"\s+".join(map(re.escape, english.split()))
        text = re.sub(anywhere, translate(ours).replace("\\", r"\\"), text)
    return text
