"""Many documents shared out among processes come back whole, in their order, with the same bytes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mentorat import resources
from mentorat.cli.exits import Exit
from mentorat.findings import Message
from mentorat.nodes import Unreadable
from mentorat.rendering import many
from mentorat.rendering.formats.extras import NotInstalled
from mentorat.rendering.page import NotRendered
from mentorat.rendering.targets import Target
from tests.cli import mentorat
from tests.rendering.programme import load

TWO = pytest.mark.parametrize("cores", [1, 2])


def jobs(count: int) -> list[many.Job]:
    target = Target(load().workspace)
    return [(target, str(number), "fr") for number in range(count)]


def make(target: Target, what: str, lang: str) -> dict[str, bytes]:
    """Every third is missing, every fifth unreadable."""
    if int(what) % 3 == 0:
        raise NotRendered(Message("{what} is missing.", {"what": what}))
    if int(what) % 5 == 0:
        raise Unreadable(f"{what}.yaml")
    return {f"{target.id}{what}.{lang}": what.encode()}


@TWO
def test_all_come_back_in_order(cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_cores", lambda: cores)
    found = list(many.made(make, jobs(many.ENOUGH)))
    assert len(found) == many.ENOUGH
    for number, one in enumerate(found):
        if number % 3 == 0:
            assert one.missing == Message("{what} is missing.", {"what": str(number)})
        elif number % 5 == 0:
            assert one.unreadable == f"{number}.yaml"
        else:
            assert one.files == {f"{number}.fr": str(number).encode()}


@TWO
def test_what_is_not_installed_is_told(cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacks(target: Target, what: str, lang: str) -> dict[str, bytes]:
        raise NotInstalled("pdf", "no library", system=True)

    monkeypatch.setattr(many, "_cores", lambda: cores)
    with pytest.raises(NotInstalled) as lacking:
        list(many.made(lacks, jobs(many.ENOUGH)))
    assert (lacking.value.extra, lacking.value.system) == ("pdf", True)


def test_pages_are_the_same_however_many_make_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = Path(shutil.copytree(resources.folder("examples") / "inclucities", tmp_path / "p"))
    written = {}
    for cores in (1, 2):
        monkeypatch.setattr(many, "_cores", lambda cores=cores: cores)
        out = tmp_path / str(cores)
        outcome = mentorat("render", "all", "all", "--to", "md", "-o", str(out), cwd=example)
        assert outcome.code == Exit.FINE
        written[cores] = {path.relative_to(out): path.read_bytes() for path in out.rglob("*.md")}
    assert len(written[1]) > many.ENOUGH
    assert written[1] == written[2]
