"""`check` as a GitLab Code Quality report."""

from __future__ import annotations

import json
from typing import Any

from mentorat.findings import Report, Severity, State
from mentorat.i18n import N_, Translator
from mentorat.visible import visible

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(result: Report, translate: Translator, *, base: str = "", **_: Any) -> str:
    """The report as a list of issues; what was set aside says so, since the format has no mark for it."""
    issues = []
    for finding in result.findings:
        message = visible(f"{finding.message.show(translate)} {finding.mend.show(translate)}")
        if finding.suppressed_by == "baseline":
            message = translate(N_("Known from the baseline: {message}"), message=message)
        elif finding.state is State.WAIVED:
            message = translate(
                N_("Set aside ({reason}): {message}"), reason=visible(finding.reason), message=message
            )
        issues.append(
            {
                "description": message,
                "check_name": finding.code,
                "fingerprint": finding.fingerprint,
                "severity": SEVERITIES[finding.severity],
                "location": {
                    "path": base + finding.file,
                    "lines": {"begin": finding.span.line, "end": finding.span.end_line},
                },
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"
