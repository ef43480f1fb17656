"""How well the engines find what belongs together, with intervals from 1,000 bootstrap samples.

    python -m tests.benchmarks.engines [--engine lexical,semantic] [--papers FILE ...]

Policies: needs and strengths on 24 subjects in seven languages, written apart, never in one language on
both sides of a subject.  For each need all strengths are ranked: the mean reciprocal rank of the first on
its subject, and the share of its own language among the nearest seven (a seventh would be chance).

Pairs: 19 needs of invented cities and 16 mentors (the same texts, themes given to each side by itself, then
none), beside four mentors from other policy fields; whole rankings by `rank`, nothing else known of the cities.

Papers: titles with abstracts, and reviewers with the papers they wrote and papers graded for them, in JSON:
`{"papers": [[title, abstract]], "judged": [[[written], [[paper, grade]]]]}`.  For each reviewer the share of
graded pairs that `text.score` puts in the wrong order, each weighted by the difference of its grades.
Abstracts belong to their publishers, so none is kept here.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from mentorat.matching import rank, semantic
from mentorat.matching.nearness import Compare, nearness
from mentorat.matching.passages import Passage, Texts
from mentorat.matching.text import score
from mentorat.workspace import Workspace

SETS = Path(__file__).parent / "sets"
ENGINES: dict[str, Compare] = {"lexical": nearness, "semantic": semantic.nearness}
SAMPLES = 1_000
NEAREST = 7


def interval(found: Sequence[Any], value: Callable[[Sequence[Any]], float]) -> str:
    """A value, and where it lies in 95 of 100 bootstrap samples."""
    source = random.Random(len(found))
    drawn = sorted(value(source.choices(found, k=len(found))) for _ in range(SAMPLES))
    return (
        f"{value(found):.3f} [{drawn[SAMPLES // 40]:.3f}-{drawn[-SAMPLES // 40 - 1]:.3f}], n = {len(found)}"
    )


def reciprocal(ranks: Sequence[int]) -> float:
    """The mean reciprocal rank."""
    return statistics.fmean(1 / place for place in ranks)


def read(name: str) -> dict[str, Any]:
    """One of the sets beside this file."""
    found: dict[str, Any] = json.loads((SETS / f"{name}.json").read_bytes())
    return found


# ------------------------------------------------------------------ policies


def policies(engine: str) -> None:
    """Needs to strengths across languages."""
    ranks, own = [], []
    for need, found in ranked(ENGINES[engine], read("policies")):
        ranks.append(1 + [each["concept"] for each in found].index(need["concept"]))
        own.append(statistics.fmean(each["lang"] == need["lang"] for each in found[:NEAREST]))
    print(f"  policies, reciprocal rank    {interval(ranks, reciprocal)}")
    print(f"  own language, nearest seven  {interval(own, statistics.fmean)}")


def ranked(compare: Compare, texts: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each need with all strengths, the nearest first."""
    offers = [(each, _texts(each)) for each in texts["strengths"]]
    for need in texts["needs"]:
        wanted = _texts(need)
        values = [(-(compare(wanted, own).value or 0.0), each["text"], each) for each, own in offers]
        yield need, [each for *_, each in sorted(values, key=lambda found: found[:2])]


def _texts(each: dict[str, Any]) -> Texts:
    return Texts({each["lang"]: [Passage(each["text"], "", "text")]})


# ------------------------------------------------------------------ pairs


def pairs(engine: str, *, themed: bool) -> None:
    """Whole rankings of invented cities, with or without the themes that were given to each side."""
    texts, own = read("policies"), read("pairs")
    if not themed:
        for each in (*texts["needs"], *texts["strengths"], *own["controls"]):
            each["themes"] = []
    ranks, controls = [], []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _programme(root, texts, own)
        workspace = Workspace(root, as_of=datetime.date(2024, 1, 1), cache=False)
        for mentee in own["mentees"]:
            case = workspace.case(_name(mentee))
            assert case
            found = rank(case, engine=engine).candidates
            mentor = next(each["id"] for each in own["mentors"] if mentee[0] in each["concepts"])
            ranks.append(next(each.rank for each in found if each.mentor == mentor))
            controls.append(max(each.score for each in found if each.mentor.startswith("control")))
    print(f"  pairs{'' if themed else ', no themes'}")
    print(f"    reciprocal rank            {interval(ranks, reciprocal)}")
    print(f"    first three                {interval([place <= 3 for place in ranks], statistics.fmean)}")
    print(
        f"    best control of 100        mean {statistics.fmean(controls):.1f}, highest {max(controls):.1f}"
    )


def _name(mentee: list[Any]) -> str:
    return f"mentee-{mentee[0]:02}-{mentee[1]}"


def _programme(root: Path, texts: dict[str, Any], own: dict[str, Any]) -> None:
    def write(path: str, **document: object) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"schema": 1, **document}, ensure_ascii=False), "utf-8")

    write("mentorat.yaml", kind="programme", name="Pairs", languages=["en"])
    for mentee in own["mentees"]:
        concept, lang = mentee
        needs = [each for each in texts["needs"] if (each["concept"], each["lang"]) == (concept, lang)]
        folder = f"pairings/{_name(mentee)}"
        write(f"{folder}/pairing.yaml", kind="pairing", mentee={"city": _name(mentee)})
        items = [
            {
                "id": f"n{number}",
                "problem": {lang: each["text"]},
                "themes": each["themes"],
            }
            for number, each in enumerate(needs)
        ]
        write(f"{folder}/needs.yaml", kind="needs-analysis", city=_name(mentee), items=items)
    for mentor in own["mentors"]:
        offers = [
            each
            for each in texts["strengths"]
            if each["concept"] in mentor["concepts"] and each["lang"] == mentor["lang"]
        ]
        _mentor(write, mentor["id"], offers)
    for number, control in enumerate(own["controls"], 1):
        _mentor(write, f"control-{number}", [control])


def _mentor(write: Callable[..., None], id_: str, offers: list[dict[str, Any]]) -> None:
    policies = [
        {"id": f"p{number}", "themes": each["themes"], "text": {each["lang"]: each["text"]}}
        for number, each in enumerate(offers)
    ]
    write(f"mentors/{id_}/strengths.yaml", kind="mentor-strengths", city=id_, policies=policies)


# ------------------------------------------------------------------ papers


def papers(file: Path) -> None:
    """The order in which each reviewer's graded papers come, with one call a paper for all reviewers, and one each."""
    found = json.loads(file.read_bytes())
    texts = [f"{title}. {abstract}" for title, abstract in found["papers"]]
    pools = [[texts[each] for each in written] for written, _ in found["judged"]]
    graded = sorted({paper for _, grades in found["judged"] for paper, _ in grades})
    together = {paper: score(texts[paper], pools, "en") for paper in graded}
    alone = {
        (paper, place): score(texts[paper], [pools[place]], "en")[0]
        for place, (_, grades) in enumerate(found["judged"])
        for paper, _ in grades
    }
    values = {
        "together": {each: together[each[0]][each[1]] for each in alone},
        "one by one": alone,
    }
    for name, own in values.items():
        losses = [
            _loss([(grade, own[paper, place]) for paper, grade in grades])
            for place, (_, grades) in enumerate(found["judged"])
        ]
        print(f"  {file.stem}, loss {name:<11} {interval(losses, _share)}")


def _loss(graded: list[tuple[float, float]]) -> tuple[float, float]:
    """What is in the wrong order (half of it where scores are tied), and all that could be."""
    wrong = possible = 0.0
    for place, (grade, value) in enumerate(graded):
        for other, compared in graded[:place]:
            weight = abs(grade - other)
            possible += weight
            wrong += weight * (0.5 if value == compared else (grade > other) != (value > compared))
    return wrong, possible


def _share(losses: Sequence[tuple[float, float]]) -> float:
    return sum(wrong for wrong, _ in losses) / sum(possible for _, possible in losses)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--engine", default="lexical")
    parser.add_argument("--papers", nargs="*", type=Path, default=[])
    options = parser.parse_args()
    for engine in options.engine.split(","):
        print(engine)
        policies(engine)
        pairs(engine, themed=True)
        pairs(engine, themed=False)
    for file in options.papers:
        papers(file)


if __name__ == "__main__":
    main()
