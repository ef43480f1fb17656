"""How long `match` takes for one mentee, and how much memory: 20, 1,000 and 10,000 mentors.

    python -m tests.benchmarks.matching [--sizes 20,1000,10000] [--rounds 5]

Each mentor has a file of strengths (four policies, figures) and an organisation.  Whole processes are
measured: cold (nothing remembered), warm (nothing changed), and with one need changed (files are
remembered, measures are not).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mentorat import resources, themes

EXAMPLE = resources.folder("examples") / "inclucities"
PAIRING = "capaci-mechelen"


def programme(target: Path, mentors: int) -> Path:
    """The example with one pairing, and so many invented mentors in seven languages."""
    shutil.copytree(EXAMPLE, target)
    shutil.rmtree(target / "mentors")
    for folder in sorted((target / "pairings").iterdir()):
        if folder.name != PAIRING:
            shutil.rmtree(folder)
    source = random.Random(mentors)
    for number in range(mentors):
        _mentor(target, f"city-{number:05}", source)
    return target


def _mentor(target: Path, id_: str, source: random.Random) -> None:
    lang = source.choice(themes.LANGUAGES)
    folder = target / "mentors" / id_
    folder.mkdir(parents=True)
    document = {
        "kind": "mentor-strengths",
        "schema": 1,
        "provenance": "invented",
        "city": id_,
        "languages": sorted({"en", lang}),
        "capacity": source.randint(1, 3),
        "policies": [_policy(f"policy-{number}", lang, source) for number in range(4)],
        "local_context": {
            "population": {"value": source.randint(3_000, 900_000), "year": 2021},
            "unemployment": {"value": source.randint(20, 200) / 10, "year": 2021},
            "degree_of_urbanisation": source.choice(["city", "town", "rural"]),
            "migration_kinds": source.sample(["labour", "family", "asylum"], 2),
        },
    }
    (folder / "strengths.yaml").write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")
    country = source.choice(["BE", "DE", "ES", "FR", "GR", "IT", "LV"])
    organisation = {"kind": "organisation", "schema": 1, "names": {"en": id_.title()}, "country": country}
    path = target / "organisations" / f"{id_}.yaml"
    path.write_text(json.dumps(organisation, ensure_ascii=False, indent=1), "utf-8")


def _policy(id_: str, lang: str, source: random.Random) -> dict[str, object]:
    own = source.sample(sorted(themes.themes()), 2)
    words, said = themes.lexicon(lang), themes.sentences(lang)
    terms = source.sample(words[own[0]], min(4, len(words[own[0]])))
    return {
        "id": id_,
        "title": {lang: ", ".join(terms[:2])},
        "themes": own,
        "experience": source.randint(1, 4),
        "since": source.randint(2005, 2022),
        "text": {lang: " ".join(source.choice(said[code]) for code in own) + " " + ", ".join(terms)},
    }


def run(root: Path) -> tuple[float, int]:
    """One ranking as a process: seconds, and megabytes at the peak."""
    command = [sys.executable, "-m", "mentorat", "-C", str(root), "match", PAIRING, "--top", "20"]
    start = time.perf_counter()
    process = subprocess.Popen([*command, "--format", "json"], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"match ended with {status}")
    return time.perf_counter() - start, usage.ru_maxrss // 1024


def measure(root: Path, cache: Path, rounds: int) -> None:
    """The three states of one programme, the median of some rounds each (cold: one round)."""
    needs = root / "pairings" / PAIRING / "needs.yaml"

    def forget() -> None:
        shutil.rmtree(cache, ignore_errors=True)

    def change() -> None:
        with needs.open("a", encoding="utf-8") as file:
            file.write(f"# {time.time_ns()}\n")

    states: tuple[tuple[str, Callable[[], None], int], ...] = (
        ("cold", forget, 1),
        ("warm", lambda: None, rounds),
        ("one need changed", change, rounds),
    )
    for name, prepare, times in states:
        found = []
        for _ in range(times):
            prepare()
            found.append(run(root))
        seconds = statistics.median(each[0] for each in found)
        print(f"  {name:<18} {seconds:7.2f} s  {max(each[1] for each in found):5} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="20,1000,10000")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    for size in (int(part) for part in options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            cache = Path(folder) / "cache"
            os.environ["MENTORAT_CACHE_DIR"] = str(cache)
            print(f"{size} mentors")
            measure(programme(Path(folder) / "programme", size), cache, options.rounds)


if __name__ == "__main__":
    main()
