"""`mentorat new`: adds one document to a programme."""

from __future__ import annotations

import typer

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings, told
from mentorat.i18n import N_


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command, its help in the language of this run."""
    _ = settings.translate

    @app.command(
        **told(_(N_("Add a pairing, mentor, practice, visit, network, benchmark or another document.")))
    )
    def new(
        kind: str = typer.Argument(..., metavar="KIND", help=_(N_("pairing, mentor, practice, visit, network, benchmark, organisation, needs, scope, plan, follow-up or review."))),
        name: str = typer.Argument(..., metavar="[PAIRING/|MENTOR/]ID", help=_(N_("Its id, behind that of its pairing or mentor: capaci-mechelen/inspiration, mechelen/buddies."))),
    ) -> None:  # fmt: skip
        from mentorat.cli.init import report
        from mentorat.cli.places import place_of
        from mentorat.founding import NEW_KINDS, new_file
        from mentorat.rules.files import closest
        from mentorat.scaffold import lay

        if kind not in NEW_KINDS:
            guess = closest(kind, list(NEW_KINDS)) or "pairing"
            text = N_("“{kind}” is not a kind of document. Did you mean “{guess}”? The kinds are: {known}.")
            raise Stop(Exit.USAGE, text, kind=kind, guess=guess, known=", ".join(NEW_KINDS))
        workspace = settings.workspace()
        _check_owner(kind, name, set(workspace.pairings), settings)
        city = kind == "organisation" and name not in workspace.organisations
        place = place_of(name, settings, asking=settings.console.interactive, city=False) if city else None
        try:
            file = new_file(kind, name, settings.translate, workspace, place)
        except ValueError as error:
            example = "mechelen/buddies" if kind == "practice" else "capaci-mechelen/inspiration"
            raise Stop(Exit.USAGE, str(error), name=name, kind=kind, example=example) from None
        report(*lay(workspace.root, [file]), settings)


def _check_owner(kind: str, name: str, pairings: set[str], settings: Settings) -> None:
    from mentorat.founding import NEEDS_PAIRING
    from mentorat.rules.files import closest

    owner = name.rpartition("/")[0] if kind == "visit" else name
    if kind not in NEEDS_PAIRING or not owner or owner in pairings:
        return
    guess = closest(owner, sorted(pairings))
    if guess:
        text = N_("There is no pairing “{name}”. Did you mean “{guess}”?")
        raise Stop(Exit.USAGE, text, name=owner, guess=guess)
    text = N_("There is no pairing “{name}”. `mentorat new pairing {name}` starts it.")
    raise Stop(Exit.USAGE, text, name=owner)
