"""Files are written whole, only when they differ, and only below the folder that was named."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentorat.rendering import render, write
from tests.rendering.programme import load


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    files = {"p/plan.fr.md": "un\n", "p/plan.fr.html": "<p>é\n"}
    assert [(w.path.name, w.changed) for w in write(files, tmp_path)] == [
        ("plan.fr.html", True),
        ("plan.fr.md", True),
    ]
    before = (tmp_path / "p/plan.fr.md").stat()
    again = write(files | {"p/plan.fr.html": "deux\n"}, tmp_path)
    assert [w.changed for w in again] == [True, False]
    after = (tmp_path / "p/plan.fr.md").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert (tmp_path / "p/plan.fr.html").read_bytes() == b"deux\n"
    assert sorted(path.name for path in (tmp_path / "p").iterdir()) == ["plan.fr.html", "plan.fr.md"]


@pytest.mark.parametrize("name", ["../plan.md", "a/../../plan.md"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    out = tmp_path / "build"
    out.mkdir()
    with pytest.raises(ValueError, match="plan"):
        write({name: "x"}, out)
    assert not (tmp_path / "plan.md").exists()


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside, out = tmp_path / "outside", tmp_path / "build"
    outside.mkdir()
    out.mkdir()
    (outside / "kept").write_text("kept")
    try:
        (out / "p").symlink_to(outside)
        (out / "q.md").symlink_to(outside / "kept")
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(ValueError, match="plan"):
        write({"p/plan.md": "x"}, out)
    write({"q.md": "kept"}, out)
    assert not (out / "q.md").is_symlink()
    assert (outside / "kept").read_text() == "kept"


def test_a_fault_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"plan.md": "old"}, tmp_path)

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError):  # noqa: PT011
        write({"plan.md": "new"}, tmp_path)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_the_same_documents_give_the_same_bytes() -> None:
    assert render(load(), "needs", audience="internal") == render(load(), "needs", audience="internal")
