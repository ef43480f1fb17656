import typer

from mentorat.cli.settings import Settings


def register(app: typer.Typer, settings: Settings) -> None: ...
