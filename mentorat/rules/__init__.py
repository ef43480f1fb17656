"""The rules of the method, by code."""

from __future__ import annotations

from mentorat.rules import (
    benchmark,
    commitment,
    completeness,
    files,
    matching,
    needs,
    needs_aims,
    needs_context,
    network,
    pairing,
    practices,
    scope,
    strengths,
    training,
    visit_outputs,
    visits,
    waivers,
)
from mentorat.rules.base import Rule

_MODULES = (
    files,
    waivers,
    pairing,
    needs,
    needs_aims,
    needs_context,
    strengths,
    matching,
    training,
    scope,
    benchmark,
    network,
    commitment,
    visits,
    visit_outputs,
    practices,
)

RULES: dict[str, Rule] = {rule.code: rule for module in _MODULES for rule in module.RULES}
completeness.name_fields(iter(RULES.values()))
RULES |= {rule.code: rule for rule in completeness.RULES}
