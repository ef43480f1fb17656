"""How long `match` takes, and how much memory: one mentee, a contested cohort, a register.

    python -m tests.benchmarks.matching [--sizes 20,1000,10000] [--rounds 5]
    python -m tests.benchmarks.matching --cohort 200x1000
    python -m tests.benchmarks.matching --register 100000

Each mentor has a file of strengths (four policies, figures) and an organisation.  Whole processes are
measured: cold (nothing remembered), warm (nothing changed), and with one need changed (files are
remembered, measures are not).  In the cohort all mentees have needs on the same four themes, so that
they want the same mentors.
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
WANTED = ("language", "employment", "volunteering", "housing")


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


def cohort(target: Path, mentees: int, mentors: int) -> Path:
    """A programme in which so many mentees look for a mentor on the same themes."""
    programme(target, mentors)
    shutil.rmtree(target / "pairings" / PAIRING)
    source = random.Random(f"{mentees} {mentors}")
    for number in range(mentees):
        lang, id_ = source.choice(themes.LANGUAGES), f"mentee-{number:04}"
        words, said = themes.lexicon(lang), themes.sentences(lang)
        needs = [
            {
                "id": code,
                "title": {lang: ", ".join(source.sample(words[code], 2))},
                "themes": [code],
                "priority": source.randint(1, 3),
                "experience": source.randint(0, 2),
                "problem": {lang: " ".join(said[code]) + " " + ", ".join(source.sample(words[code], 4))},
            }
            for code in WANTED
        ]
        local = {"population": {"value": source.randint(3_000, 90_000), "year": 2021}}
        folder = target / "pairings" / id_
        folder.mkdir()
        pairing = {"kind": "pairing", "schema": 1, "mentee": {"city": id_}, "step": "matching"}
        analysis = {"kind": "needs-analysis", "schema": 1, "items": needs, "local_context": local}
        city = {"kind": "organisation", "schema": 1, "names": {"en": id_.title()}, "country": "FR"}
        for path, document in (
            (folder / "pairing.yaml", pairing),
            (folder / "needs.yaml", analysis),
            (target / "organisations" / f"{id_}.yaml", city),
        ):
            path.write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")
    return target


def register(target: Path, cities: int) -> Path:
    """A table of so many cities, each with one to four themes."""
    source, codes = random.Random(cities), sorted(themes.themes())
    with target.open("w", encoding="utf-8") as file:
        file.write("city,country,code,languages,themes,population,capacity\n")
        for number in range(cities):
            own = source.sample(codes, source.randint(1, 4))
            levels = ";".join(f"{code}:{source.randint(1, 4)}:{source.randint(2000, 2022)}" for code in own)
            country = source.choice(["BE", "DE", "ES", "FR", "GR", "IT", "LV"])
            file.write(
                f"City {number},{country},{number:06},en fr,{levels},{source.randint(300, 900_000)},1\n"
            )
    return target


def run(root: Path, *arguments: str) -> tuple[float, int]:
    """One run as a process: seconds, and megabytes at the peak."""
    command = [sys.executable, "-m", "mentorat", "-C", str(root), "match", *arguments]
    start = time.perf_counter()
    process = subprocess.Popen([*command, "--format", "json"], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"match ended with {status}")
    return time.perf_counter() - start, usage.ru_maxrss // 1024


def measure(root: Path, cache: Path, rounds: int, *arguments: str) -> None:
    """The three states of one programme, the median of some rounds each (cold: one round)."""
    needs = next(iter(sorted(root.glob("pairings/*/needs.yaml"))))

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
            found.append(run(root, *arguments))
        seconds = statistics.median(each[0] for each in found)
        print(f"  {name:<18} {seconds:7.2f} s  {max(each[1] for each in found):5} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="20,1000,10000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cohort", metavar="MENTEESxMENTORS")
    parser.add_argument("--register", type=int, metavar="CITIES")
    options = parser.parse_args()
    sizes = [] if options.cohort or options.register else [int(part) for part in options.sizes.split(",")]
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name), Path(name) / "cache"
        os.environ["MENTORAT_CACHE_DIR"] = str(cache)
        for size in sizes:
            print(f"{size} mentors")
            measure(programme(folder / str(size), size), cache, options.rounds, PAIRING, "--top", "20")
        if options.cohort:
            mentees, mentors = (int(part) for part in options.cohort.split("x"))
            print(f"{mentees} mentees, {mentors} mentors")
            measure(cohort(folder / "cohort", mentees, mentors), cache, options.rounds, "--all")
        if options.register:
            table = register(folder / "cities.csv", options.register)
            seconds, peak = run(EXAMPLE, PAIRING, "--register", str(table))
            print(f"a register of {options.register} cities\n  {'':<18} {seconds:7.2f} s  {peak:5} MB")


if __name__ == "__main__":
    main()
