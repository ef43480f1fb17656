"""A cohort in every format: proposed, set and open pairings, a bottleneck, what has changed since an earlier run."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from mentorat import __version__
from mentorat.i18n import translator
from mentorat.matching.cohort import propose
from mentorat.matching.cohort_difference import difference
from mentorat.matching.cohort_results import Cohort
from mentorat.matching.what_if import WhatIf
from mentorat.reporters import COHORT_FORMATS, cohort_json, reporter
from mentorat.workspace import Workspace
from tests.matching.build import mentor, need, policy, programme
from tests.reporters.test_snapshots import compare


def cohort_of_four() -> Workspace:
    """Four mentees for three mentors, who have three places; one pairing has its mentor."""
    capaci = {"names": {"it": "Capaci"}, "country": "IT", "codes": {"lau": "082020"}}
    mechelen = {"names": {"nl": "Mechelen"}, "country": "BE"}
    return programme(
        [need(themes=["housing", "language"], problem="Flats for newcomers are few.", experience=0, priority=3)],
        {
            "good": mentor(
                policy(themes=["housing"], text="Flats for newcomers in every district.", experience=3, since=2010),
                organisation=mechelen,
            ),
            "fair": mentor(policy(themes=["housing"], experience=1), learning_goals=["Reception centres"]),
            "other": mentor(policy(themes=["health"], experience=3, since=2010), capacity=1),
        },
        mentee=capaci,
        others={
            "bree": {"mentee": {"city": "bree"}, "mentor": {"city": "other"}},
            "cala": {"mentee": {"city": "=Cala|<b>"}},
            "dorna": {"mentee": {"city": "dorna"}, "matching": {"exclusions": [{"city": "good", "reason": "Rivals."}]}},
        },
    ).workspace  # fmt: skip


def proposal(lang: str) -> Cohort:
    """The proposal, compared with one in which everybody had a mentor."""
    workspace = cohort_of_four()
    before: Any = json.loads(
        cohort_json.report(
            propose(workspace, lang=lang, what_if=WhatIf(places={"fair": 3})), translator(lang)
        )
    )
    found = propose(workspace, lang=lang, floor=1)
    return replace(found, difference=difference(found, before))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", COHORT_FORMATS)
def test_cohort(name: str, lang: str) -> None:
    said = reporter(COHORT_FORMATS, name)(proposal(lang), translator(lang), width=80, paint=None)
    compare(f"cohort.{lang}.{name}", said.replace(f'"version": "{__version__}"', '"version": "0"'))


def test_every_state_is_shown() -> None:
    assert {one.state for one in proposal("en").placements} == {"proposed", "set", "open"}
    assert proposal("en").bottlenecks
    assert proposal("en").difference
