"""Measure the assignment of mentors against SciPy, import and all: `python -m tests.benchmarks.cohort`.

The case that counts is the contested one: everybody wants the same mentors.  Every run is a process of
its own, so that SciPy's total holds what a command would pay: import, table and solution.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import random
import statistics
import subprocess
import sys
import time

SIZES = ((4, 20), (50, 200), (200, 1000))
NOISE = {"contested, all alike": 0, "contested": 30, "every taste": 500}
WAYS = ("total", "worst-first", "scipy")


def scores(rows: int, columns: int, noise: int) -> list[dict[int, int]]:
    """Scores in tenths of a point: how good a mentor is, and a little of each mentee's own."""
    source = random.Random(f"{rows} {columns} {noise}")
    known = [source.randint(200, 800) for _ in range(columns)]
    return [
        {
            column: max(0, min(1000, quality + source.randint(-noise, noise)))
            for column, quality in enumerate(known)
        }
        for _ in range(rows)
    ]


def run(way: str, rows: int, columns: int, noise: int) -> None:
    """Assign once, and print the seconds it took and the points it brought."""
    table = scores(rows, columns, noise)
    start = time.perf_counter()
    total = 0
    if way == "scipy":
        numpy, optimize = (importlib.import_module(name) for name in ("numpy", "scipy.optimize"))
        grid = numpy.array([list(row.values()) for row in table])
        total = int(grid[optimize.linear_sum_assignment(grid, maximize=True)].sum())
    else:
        from mentorat.matching.assignment import OBJECTIVES, assign

        (objective,) = (known for known in OBJECTIVES if known == way)
        found = assign(table, [1] * columns, objective).columns
        total = sum(row[column] for row, column in zip(table, found, strict=True) if column is not None)
    print(time.perf_counter() - start, total)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--run", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        way, *numbers = options.run
        run(way, *(int(number) for number in numbers))
        return
    known = [way for way in WAYS if way != "scipy" or importlib.util.find_spec("scipy")]
    for rows, columns in SIZES:
        for name, noise in NOISE.items():
            times: dict[str, list[float]] = {way: [] for way in known}
            totals = {}
            for _ in range(options.rounds):
                for way in known:
                    command = [
                        sys.executable,
                        "-m",
                        __spec__.name,
                        "--run",
                        way,
                        *map(str, (rows, columns, noise)),
                    ]
                    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
                    times[way].append(float(said[0]))
                    totals[way] = int(said[1])
            shown = "  ".join(f"{way} {statistics.median(each):.4f} s" for way, each in times.items())
            agree = "" if totals.get("scipy", totals["total"]) == totals["total"] else "  THE TOTALS DIFFER"
            print(f"{rows:4} x {columns:5}  {name:22} {shown}{agree}")


if __name__ == "__main__":
    main()
