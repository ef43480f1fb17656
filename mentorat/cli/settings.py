"""What every command takes, before or after its name: `--lang`, `-C`, `--as-of`."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorat.cli.console import Console
from mentorat.cli.exits import Exit, Stop
from mentorat.i18n import LANGUAGES, N_, Translator, choose_language, known_language, translator

if TYPE_CHECKING:
    from mentorat.workspace import Workspace

_OPTIONS = {"--lang": "lang", "-C": "directory", "--directory": "directory", "--as-of": "as_of"}


@dataclass(slots=True)
class Settings:
    """The options that all commands share, and what follows from them."""

    lang: str | None = None
    directory: str | None = None
    as_of: str | None = None
    console: Console = field(default_factory=Console)
    programme_lang: str | None = None

    @property
    def translate(self) -> Translator:
        """The sentences in the language of this run."""
        return translator(choose_language(self.lang, self.programme_lang))

    @property
    def folder(self) -> Path:
        """The folder that commands work in."""
        folder = Path(self.directory or ".")
        if not folder.is_dir():
            raise Stop(Exit.USAGE, N_("There is no folder {folder}."), folder=str(folder))
        return folder

    def day(self, programme: str = "") -> datetime.date:
        """The day on which everything is judged: `--as-of`, `MENTORAT_AS_OF`, the programme's, today."""
        for source, value in (
            ("--as-of", self.as_of),
            ("MENTORAT_AS_OF", os.environ.get("MENTORAT_AS_OF")),
            ("as_of", programme),
        ):
            if not value:
                continue
            try:
                return datetime.date.fromisoformat(value)
            except ValueError:
                if source == "as_of":
                    continue
                text = N_("{source} must be a date such as 2026-05-31, not “{value}”.")
                raise Stop(Exit.USAGE, text, source=source, value=value) from None
        return datetime.datetime.now(tz=datetime.UTC).astimezone().date()

    def workspace(self, *, cache: bool = True) -> Workspace:
        """The programme of the working folder, or of the nearest folder above it."""
        from mentorat.workspace import find_root, load_workspace

        root = find_root(self.folder)
        if root is None:
            text = N_(
                "There is no programme here: neither this folder nor one above it holds mentorat.yaml. "
                "`mentorat init` starts one; `mentorat demo` shows one."
            )
            raise Stop(Exit.NOTHING, text)
        workspace = load_workspace(root, as_of=self.day, cache=cache)
        self.programme_lang = workspace.programme["language"].word or None
        return workspace


def told(text: str) -> dict[str, Any]:
    """What a command says of itself, whole in the list of commands too."""
    return {"help": text, "short_help": text}


def take_settings(arguments: Sequence[str]) -> tuple[Settings, list[str]]:
    """Take the shared options out of the arguments, wherever they stand."""
    settings, rest = Settings(), []
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--":
            rest += ["--", *waiting]
            break
        name, sign, value = argument.partition("=")
        if name not in _OPTIONS or (sign and not name.startswith("--")):
            rest.append(argument)
            continue
        if not sign:
            if not waiting:
                raise Stop(Exit.USAGE, N_("{option} needs a value."), option=name)
            value = waiting.pop(0)
        setattr(settings, _OPTIONS[name], value)
    if settings.lang and not known_language(settings.lang):
        known = ", ".join(LANGUAGES)
        text = N_("The tool does not speak “{lang}”. It speaks: {known}.")
        raise Stop(Exit.USAGE, text, lang=settings.lang, known=known)
    return settings, rest
