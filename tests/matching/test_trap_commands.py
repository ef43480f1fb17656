"""The usual traps through the command line: every format, no traceback, a sentence that an officer understands."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from mentorat import resources
from mentorat.reporters import COHORT_FORMATS, MATCH_FORMATS
from tests.cli import Outcome, mentorat
from tests.matching.build import Value, mentor, need, policy

EXAMPLE = resources.folder("examples") / "inclucities"
GOOD = policy(themes=["language"], experience=3, since=2010)
NEED = need(themes=["language"], experience=0, priority=3)


def written(
    root: Path,
    mentors: Mapping[str, Value],
    *,
    needs: list[Value] | None = None,
    mentee: Value | None = None,
    local: Value | None = None,
) -> Path:
    """A programme on disk: the city of Alba, which looks for a mentor, and some mentors."""

    def write(file: str, kind: str, value: Value) -> None:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"kind": kind, "schema": 1, **value}, ensure_ascii=False), "utf-8")

    write("mentorat.yaml", "programme", {"name": "Traps", "languages": ["en"]})
    city = {"names": {"en": "Alba"}, "country": "FR", **(mentee or {})}
    write("organisations/alba.yaml", "organisation", city)
    write("pairings/alba/pairing.yaml", "pairing", {"mentee": {"city": "alba"}, "step": "matching"})
    items = [NEED] if needs is None else needs
    write("pairings/alba/needs.yaml", "needs-analysis", {"items": items, "local_context": local})
    for id_, value in mentors.items():
        own = {"names": {"en": id_.title()}, "country": "BE", **value["_organisation"]}
        write(f"organisations/{id_}.yaml", "organisation", own)
        strengths = {"city": id_, **{key: part for key, part in value.items() if key != "_organisation"}}
        write(f"mentors/{id_}/strengths.yaml", "mentor-strengths", strengths)
    return root


def everything(root: Path, target: Path) -> str:
    """What both commands say, each in every format; the text of the ranking first, white space as one."""
    said = []
    for command, formats in ((("alba",), MATCH_FORMATS), (("--all",), COHORT_FORMATS)):
        files = [target / f"{command[0]}.{name}" for name in formats]
        options = [f"--format={name}={file}" for name, file in zip(formats, files, strict=True)]
        done: Outcome = mentorat("match", *command, *options, cwd=root)
        assert (done.code, done.out) == (0, ""), done.err
        said += [file.read_text("utf-8") for file in files]
    assert not any("Traceback" in text for text in said)
    assert "{" not in said[0], "every sentence is filled in"
    json.loads(said[2])
    return " ".join(said[0].split())


SAME = {"names": {"en": "Alba"}}
TRAPS: dict[str, tuple[dict[str, Any], str]] = {
    "Norway is no No": (
        {"mentors": {"brona": mentor(GOOD, organisation={"country": "NO"})}},
        "Tiers of government: 3 (table of countries, 2018) in Alba, 2 (table of countries, 2018) in Brona",
    ),
    "UK and GB": (
        {
            "mentors": {"brona": mentor(GOOD, organisation=SAME | {"country": "UK"})},
            "mentee": {"country": "GB"},
        },
        "Barred: Alba and the mentee are the same authority.",
    ),
    "EL and GR": (
        {
            "mentors": {"brona": mentor(GOOD, organisation=SAME | {"country": "GR"})},
            "mentee": {"country": "EL"},
        },
        "Barred: Alba and the mentee are the same authority.",
    ),
    "a code that has lost its leading zero": (
        {
            "mentors": {"brona": mentor(GOOD)},
            "mentee": {"names": {"it": "Capaci"}, "country": "IT", "codes": {"lau": "82020"}},
        },
        "Which municipality is Capaci: Capaci (082020)?",
    ),
    "a code that is a number": (
        {
            "mentors": {"brona": mentor(GOOD, local_context={"population": {"value": 5_000}})},
            "mentee": {"names": {"it": "Capaci"}, "country": "IT", "codes": {"lau": 82020}},
        },
        "Population: 11,604 (register: Eurostat, LAU 2019) in Capaci",
    ),
    "nobody lives there": (
        {"mentors": {"brona": mentor(GOOD, local_context={"population": {"value": 0}})}},
        "Population: 0 cannot be; it is not used (mentors/brona/strengths.yaml, local_context.population.value).",
    ),
    "0.32 for 32": (
        {
            "mentors": {"brona": mentor(GOOD)},
            "local": {"migrant_population": {"share": 0.32, "definition": "foreign_born"}},
        },
        "Share of migrants (%): 0.32 is below 1 where per cent are asked for; it is not used",
    ),
    "one city under two names": (
        {
            "mentors": {
                "brona": mentor(GOOD, organisation={"aliases": ["Malines"]}),
                "malines": mentor(GOOD, city="brona"),
            }
        },
        "Brona is compared more than once (mentors/malines/strengths.yaml).",
    ),
    "its own mentor": (
        {"mentors": {"alba": mentor(GOOD, organisation={"country": "FR"}), "brona": mentor(GOOD)}},
        "Barred: Alba and the mentee are the same authority.",
    ),
    "capacity 0": (
        {"mentors": {"brona": mentor(GOOD, capacity=0)}},
        "Barred: Brona takes no pairing now (capacity 0).",
    ),
    "two needs of one id": (
        {"mentors": {"brona": mentor(GOOD, GOOD)}, "needs": [NEED, NEED]},
        "Brona covers 2 of 2 needs",
    ),
    "no needs": (
        {"mentors": {"brona": mentor(GOOD)}, "needs": []},
        "The needs are not written down yet: fit and experience cannot be compared.",
    ),
    "one candidate": (
        {"mentors": {"brona": mentor(GOOD)}},
        "Only one city was compared; a choice takes at least two.",
    ),
    "all tied": (
        {"mentors": {id_: mentor(GOOD) for id_ in ("brona", "cala", "dorna")}},
        "Its place is fragile: it holds in 33 per cent",
    ),
    "nothing but a name": (
        {"mentors": {"brona": mentor()}},
        "Brona has written down no policy and no practice.",
    ),
}


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_told_and_harms_nothing(name: str, tmp_path: Path) -> None:
    answers, sentence = TRAPS[name]
    assert sentence in everything(written(tmp_path / "programme", **answers), tmp_path)


def test_an_unquoted_code_is_asked_for_in_quotes(tmp_path: Path) -> None:
    root = written(tmp_path, {}, mentee={"codes": {"lau": 82020}})
    done = mentorat("check", cwd=root)
    assert done.code == 1
    assert "organisations/alba.yaml" in done.out
    assert "Text is expected under “lau”. Put a number" in done.out


@pytest.mark.parametrize("arguments", [("alba",), ("--all",)])
def test_without_any_mentor(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = mentorat("match", *arguments, cwd=written(tmp_path, {}))
    assert (done.code, done.out) == (3, "")
    assert done.err == "There is no mentor to compare yet; `mentorat new mentor ID` adds one.\n"


# ------------------------------------------------------------------ whole processes

CODE = "import sys; from mentorat.cli.app import run; code = run(sys.argv[1:]); "


def process(*arguments: str, cwd: Path, then: str = "sys.exit(code)", **environment: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", CODE + then, *arguments],
        cwd=cwd, env={**os.environ, **environment}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_four_mentees_and_twenty_mentors_need_no_numpy(tmp_path: Path) -> None:
    pytest.importorskip("numpy")
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "programme"))
    for folder in sorted((root / "mentors").iterdir()):
        for number in range(4):
            shutil.copytree(folder, root / "mentors" / f"{folder.name}-{number}")
    then = "assert not {'numpy', 'scipy'} & sys.modules.keys(); sys.exit(code)"
    said = process("match", "--all", "--ignore-choices", "--format", "json", cwd=root, then=then)
    assert json.loads(said)["compared"] == 20
    assert len(json.loads(said)["pairings"]) == 4


@pytest.mark.parametrize("arguments", [("capaci-mechelen",), ("--all", "--ignore-choices")])
def test_the_same_bytes_in_every_locale(arguments: tuple[str, ...]) -> None:
    formats = ("json", "csv", "markdown")
    options = [option for name in formats for option in ("--format", name)]
    said = {
        process(
            "match", *arguments, *options, "--lang", "fr",
            cwd=EXAMPLE, PYTHONHASHSEED=seed, LC_ALL=locale, TZ=zone, MENTORAT_CACHE_DIR=os.devnull,
        )
        for seed, locale, zone in (
            ("0", "C", "UTC"), ("1", "fr_FR.UTF-8", "Europe/Riga"), ("2", "tr_TR.UTF-8", "Asia/Tokyo"),
        )
    }  # fmt: skip
    assert len(said) == 1
    assert len(said.pop()) > 1_000


def test_a_file_that_cannot_be_read_is_not_said_to_hold_nothing(tmp_path: Path) -> None:
    root = written(tmp_path, {"brona": mentor(GOOD)}, needs=[NEED])
    (root / "mentors/brona/strengths.yaml").write_text("- no\n- strengths\n", "utf-8")
    done = mentorat("match", "alba", "--format", "json", "--lang", "en", cwd=root)
    [ranked] = json.loads(done.out)["candidates"]
    assert "cannot be read" in ranked["criteria"][0]["reason"]
