"""The rules of the method, by code."""

from __future__ import annotations

from mentorat.rules import completeness, files, waivers
from mentorat.rules.base import Rule

_MODULES = (files, waivers)

RULES: dict[str, Rule] = {rule.code: rule for module in _MODULES for rule in module.RULES}
completeness.name_fields(iter(RULES.values()))
RULES |= {rule.code: rule for rule in completeness.RULES}
