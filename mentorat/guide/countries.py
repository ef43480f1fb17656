"""How countries are governed, as far as it helps to compare cities: form of state, tiers, local autonomy.

The table is `countries.json`; docs/data-sources.md says where it comes from.  What an association
says of its own country goes before it.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Country:
    """What is known of a country's government, each with the year it stands for and its source.

    `tiers` counts local and regional government below the state; `autonomy` is the Local Autonomy
    Index, from 0 to 100.
    """

    code: str
    state_form: str
    tiers: int
    government_year: int
    government_source: str
    autonomy: float
    autonomy_year: int
    autonomy_source: str


@functools.cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads((Path(__file__).parent / "countries.json").read_text("utf-8"))
    return table


def codes() -> tuple[str, ...]:
    """The countries that the table knows (ISO 3166-1)."""
    return tuple(_table()["countries"])


@functools.cache
def country(code: str) -> Country | None:
    """What is known of a country, by its code after ISO 3166-1; None where nothing is."""
    table = _table()
    entry = table["countries"].get(code)
    if entry is None:
        return None
    return Country(
        code=code,
        state_form=entry["state_form"],
        tiers=entry["tiers"],
        government_year=table["government"]["year"],
        government_source=table["government"]["source"],
        autonomy=entry["autonomy"],
        autonomy_year=table["autonomy"]["year"],
        autonomy_source=table["autonomy"]["source"],
    )


def counted_in(code: str, edition: int) -> int:
    """The year of the register's populations of a country: that of its edition, or of an older count."""
    return int(_table()["countries"].get(code, {}).get("population_year", edition))
