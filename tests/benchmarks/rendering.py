"""How long pages take: many plans in Markdown and HTML, beside other makers of pages on the same texts.

    python -m tests.benchmarks.rendering [--plans 200] [--rounds 3]

The peers are MkDocs, which makes HTML of the same Markdown pages, and jinja2-cli, which fills one
template with one file; both are measured where they are installed (`pip install mkdocs 'jinja2-cli[yaml]'`).  Whole
processes, interleaved, medians; only ratios count.
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
from pathlib import Path

from tests.benchmarks.programmes import EXAMPLE

MENTORAT = (sys.executable, "-m", "mentorat")
PAIRING = "capaci-mechelen"


def plans(target: Path, count: int) -> Path:
    """The example with so many pairings, each with its plan."""
    shutil.copytree(EXAMPLE, target)
    sources = sorted((EXAMPLE / "pairings").iterdir())
    for number in range(count - len(sources)):
        source = sources[number % len(sources)]
        shutil.copytree(source, target / "pairings" / f"{source.name}-{number}")
    return target


def run(*command: str, cwd: Path) -> float:
    """Seconds that a whole process takes."""
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name), Path(name) / "cache"
        os.environ["MENTORAT_CACHE_DIR"] = str(cache)
        jobs = _jobs(folder, options.plans, cache)
        times: dict[str, list[float]] = {job: [] for job in jobs}
        for _ in range(options.rounds):
            for job, work in jobs.items():
                times[job].append(work())
    for job, seconds in times.items():
        print(f"{job:<40} {statistics.median(seconds):7.2f} s")


def _jobs(folder: Path, count: int, cache: Path) -> dict[str, Callable[[], float]]:
    root = plans(folder / "programme", count)
    one = plans(folder / "one", 0)
    run(*MENTORAT, "render", "plan", "all", "--to", "md", "-o", str(folder / "site" / "docs"), cwd=root)
    (folder / "site" / "mkdocs.yml").write_text("site_name: plans\n", "utf-8")

    def fresh(*arguments: str, where: Path, cold: bool) -> float:
        shutil.rmtree(folder / "out", ignore_errors=True)
        if cold:
            shutil.rmtree(cache, ignore_errors=True)
        return run(*MENTORAT, "render", *arguments, "-o", str(folder / "out"), cwd=where)

    jobs: dict[str, Callable[[], float]] = {
        f"{count} plans, md and html, cold": lambda: fresh("plan", "all", where=root, cold=True),
        f"{count} plans, md and html, warm": lambda: fresh("plan", "all", where=root, cold=False),
        "one plan, md and html, cold": lambda: fresh("plan", PAIRING, where=one, cold=True),
        "one plan, md and html, warm": lambda: fresh("plan", PAIRING, where=one, cold=False),
    }
    beside = Path(sys.executable).parent
    if (beside / "mkdocs").exists():
        jobs[f"mkdocs, the same {count} pages"] = lambda: run(
            str(beside / "mkdocs"), "build", "-q", "-c", cwd=folder / "site"
        )
    if (beside / "jinja2").exists():
        template = folder / "plan.md.j2"
        template.write_text("# {{ version }}\n{% for a in actions %}- {{ a.title }}\n{% endfor %}", "utf-8")
        data = one / "pairings" / PAIRING / "plan.yaml"
        jobs["jinja2-cli, one file"] = lambda: run(
            str(beside / "jinja2"), str(template), str(data), "--format=yaml", cwd=folder
        )
    return jobs


if __name__ == "__main__":
    main()
