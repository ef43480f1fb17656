"""`check` for machines: versioned, with a schema in schemas/check-report.schema.json."""

from __future__ import annotations

import json
from typing import Any

from mentorat import __version__
from mentorat.findings import Finding, Report, Severity
from mentorat.guide.places import PLACES
from mentorat.i18n import Translator

FORMAT = "mentorat-check/1"


def report(result: Report, translate: Translator, **_: Any) -> str:
    """The report as JSON."""
    document = {
        "format": FORMAT,
        "version": __version__,
        "as_of": result.as_of.isoformat(),
        "root": ".",
        "findings": [_finding(finding, translate) for finding in result.findings],
        "steps": [
            {"pairing": step.pairing, "step": step.step, "done": step.done, "total": step.total}
            for step in result.steps
        ],
        "summary": {severity.value: result.count(severity) for severity in Severity},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, translate: Translator) -> dict[str, Any]:
    span, fix = finding.span, finding.fix
    return {
        "code": finding.code,
        "slug": finding.slug,
        "severity": finding.severity.value,
        "state": finding.state.value,
        "message": finding.message.show(translate),
        "why": translate(finding.why),
        "mend": finding.mend.show(translate),
        "file": finding.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "key": finding.key,
        "step": finding.step,
        "party": finding.party,
        "pairing": finding.pairing,
        "source": translate(PLACES[finding.place]),
        "reason": finding.reason,
        "suppressed_by": finding.suppressed_by,
        "fingerprint": finding.fingerprint,
        "fix": {"kind": fix.kind, "key": fix.key, "value": fix.value} if fix else None,
    }
