"""The same surroundings for every test: no colour, no locale, a cache of its own, a fixed day."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("mentorat", deadline=None, derandomize="CI" in os.environ)
"""A busy machine is no fault of the code; new examples are sought at the desk, the same ones in CI."""
settings.load_profile("mentorat")


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in ("MENTORAT_LANG", "LC_ALL", "LC_MESSAGES", "FORCE_COLOR", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("MENTORAT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("MENTORAT_AS_OF", "2026-06-01")


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """A copy of the small invented programme of the rules' tests."""
    import shutil

    base = Path(__file__).parent / "rules" / "base"
    return Path(shutil.copytree(base, tmp_path / "programme"))
