"""What was found before: a programme that begins with many findings can let them count from now on only.

A baseline marks the findings that it knows and drops none of them.  Rules that nobody can set aside stay
out of it: they hold from the first day.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from mentorat.findings import Finding, Known, Report, State

FORMAT = "mentorat-baseline/1"
MAX_BYTES = 20_000_000


class BadBaseline(ValueError):
    """Raised where a file is no baseline that can be read."""


def known_in(report: Report) -> tuple[Known, ...]:
    """What a baseline of a report holds: what counts now, and what the last baseline already knew."""
    found = (
        Known(finding.fingerprint, finding.code, finding.file)
        for finding in report.findings
        if finding.waivable and (finding.state is State.OPEN or finding.suppressed_by == "baseline")
    )
    return tuple(sorted(found, key=_order))


def dump(known: Iterable[Known]) -> str:
    """A baseline as JSON, one entry a line, so that two of them compare and merge well."""
    lines = [
        json.dumps({"code": entry.code, "file": entry.file, "fingerprint": entry.fingerprint})
        for entry in sorted(known, key=_order)
    ]
    listed = "[\n  " + ",\n  ".join(lines) + "\n ]" if lines else "[]"
    return f'{{\n "format": "{FORMAT}",\n "findings": {listed}\n}}\n'


def load(path: Path) -> tuple[Known, ...]:
    """Read a baseline; raises `OSError` or `BadBaseline`."""
    if path.stat().st_size > MAX_BYTES:
        raise BadBaseline
    try:
        stored = json.loads(path.read_bytes())
        form = stored["format"]
        known = [Known(entry["fingerprint"], entry["code"], entry["file"]) for entry in stored["findings"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BadBaseline from None
    if form != FORMAT or not all(isinstance(part, str) for entry in known for part in _order(entry)):
        raise BadBaseline
    return tuple(known)


def compared(report: Report, known: Iterable[Known]) -> Report:
    """The report of a whole programme with the findings marked that a baseline knows, and those named that are gone."""
    marks = {entry.fingerprint: entry for entry in known}
    found = {finding.fingerprint for finding in report.findings}
    gone = sorted((entry for mark, entry in marks.items() if mark not in found), key=_order)
    findings = [_marked(finding) if finding.fingerprint in marks else finding for finding in report.findings]
    order = tuple(sorted(findings, key=lambda finding: finding.rank))
    return replace(report, findings=order, gone=tuple(gone))


def _marked(finding: Finding) -> Finding:
    if finding.state is not State.OPEN or not finding.waivable:
        return finding
    return replace(finding, state=State.WAIVED, suppressed_by="baseline")


def _order(entry: Known) -> tuple[str, str, str]:
    return entry.file, entry.code, entry.fingerprint
