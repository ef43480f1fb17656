"""Measure `mentorat` against its peers: start, one file, many files, cold, warm, one file changed.

    python -m tests.benchmarks [--sizes 1,100,2000] [--rounds 5]

Only ratios within one run mean anything; machines drift.  Peers that are not installed are left out.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.programmes import combined_schema, programme, yaml_files

NODE_SCRIPT = Path(__file__).parent / "validate.mjs"


@dataclass
class Contender:
    """A command to time, what to do before each run, and its times in seconds."""

    name: str
    command: list[str]
    prepare: Callable[[], None] = lambda: None
    times: list[float] = field(default_factory=list)
    peak: int = 0

    @property
    def median(self) -> float:
        return statistics.median(self.times)


def race(contenders: list[Contender], rounds: int) -> None:
    """Run everybody in turn, so that a slow moment of the machine hits all alike."""
    for _ in range(rounds):
        for contender in contenders:
            contender.prepare()
            start = time.perf_counter()
            process = subprocess.Popen(
                contender.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            _, _, usage = os.wait4(process.pid, 0)
            contender.times.append(time.perf_counter() - start)
            contender.peak = max(contender.peak, usage.ru_maxrss // 1024)


def show(title: str, contenders: list[Contender], base: str) -> None:
    """Medians, and the ratio of everybody to the first of ours."""
    reference = next(one for one in contenders if one.name == base).median
    print(f"\n{title}")
    for one in contenders:
        print(
            f"  {one.name:<40} {one.median * 1000:8.0f} ms  {one.median / reference:6.2f} x  {one.peak:4} MB"
        )


def tool(name: str) -> str | None:
    """A program beside this Python, or on the path."""
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else shutil.which(name)


def starts(rounds: int) -> None:
    """Start-up: `--version` and `--help`."""
    ours = str(tool("mentorat"))
    contenders = [
        Contender("python -c pass", [sys.executable, "-c", "pass"]),
        Contender("mentorat --version", [ours, "--version"]),
        Contender("mentorat --help", [ours, "--help"]),
    ]
    if peer := tool("yamllint"):
        contenders.append(Contender("yamllint --help", [peer, "--help"]))
    race(contenders, rounds)
    show("Start", contenders, "python -c pass")


def checks(size: int, rounds: int) -> None:
    """`check` on a programme of a size, cold, warm and with one file changed, beside the peers."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        root, cache = top / "programme", top / "cache"
        os.environ["MENTORAT_CACHE_DIR"] = str(cache)
        count = programme(root, size)
        files = yaml_files(root)
        ours = [str(tool("mentorat")), "-C", str(root), "check"]
        changing = files[-1]

        def forget() -> None:
            shutil.rmtree(cache, ignore_errors=True)

        def change() -> None:
            with changing.open("a", encoding="utf-8") as file:
                file.write(f"# {time.time_ns()}\n")

        contenders = [
            Contender("mentorat check, cold", ours, forget),
            Contender("mentorat check, warm", ours),
            Contender("mentorat check, one file changed", ours, change),
            *_peers(combined_schema(top), files),
        ]
        race(contenders, rounds)
        show(f"check: {count} files", contenders, "mentorat check, cold")


def _peers(schema: Path, files: list[Path]) -> list[Contender]:
    names = [str(path) for path in files]
    found = []
    if peer := tool("check-jsonschema"):
        found.append(Contender("check-jsonschema", [peer, "--schemafile", str(schema), *names]))
    if peer := tool("yamllint"):
        found.append(Contender("yamllint", [peer, "-d", "relaxed", *names]))
    if (node := shutil.which("node")) and (NODE_SCRIPT.parent / "node_modules").is_dir():
        found.append(Contender("node, js-yaml and ajv", [node, str(NODE_SCRIPT), str(schema), *names]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1,100,2000")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    starts(options.rounds * 2)
    for size in (int(part) for part in options.sizes.split(",")):
        checks(size, options.rounds)


if __name__ == "__main__":
    main()
