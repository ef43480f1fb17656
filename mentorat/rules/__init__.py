"""The rules of the method, by code."""

from __future__ import annotations

from mentorat.rules import (
    adaptations,
    approval,
    benchmark,
    commitment,
    completeness,
    files,
    look,
    matching,
    needs,
    needs_aims,
    needs_context,
    network,
    pairing,
    plan,
    plan_quality,
    practices,
    privacy,
    references,
    review,
    scope,
    signatures,
    strengths,
    texts,
    training,
    versions,
    visit_order,
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
    visit_order,
    visit_outputs,
    practices,
    plan,
    plan_quality,
    versions,
    approval,
    adaptations,
    review,
    privacy,
    texts,
    references,
    signatures,
    look,
)

RULES: dict[str, Rule] = {rule.code: rule for module in _MODULES for rule in module.RULES}
completeness.name_fields(iter(RULES.values()))
RULES |= {rule.code: rule for rule in completeness.RULES}
