"""`check` as annotations of GitHub Actions: at most ten a kind, the rest counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mentorat.findings import Finding, Report, Severity
from mentorat.i18n import N_, Translator
from mentorat.visible import visible

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
MOST = 10
"""What GitHub shows of each kind for one step."""


def report(result: Report, translate: Translator, *, base: str = "", **_: Any) -> str:
    """The report as workflow commands; only findings that count now become annotations."""
    lines: list[str] = []
    for severity, command in COMMANDS.items():
        found = [finding for finding in result.open if finding.severity is severity]
        room = MOST - 1 if severity is Severity.INFO or len(found) > MOST else MOST
        lines += [_command(command, finding, translate, base) for finding in found[:room]]
    shown = len(lines)
    if shown < len(result.open):
        rest = len(result.open) - shown
        text = translate.plural(
            "{n} more finding is not shown here; the job summary lists them all.",
            "{n} more findings are not shown here; the job summary lists them all.",
            rest,
        )
        lines.append(f"::notice::{_data(text)}")
    if not result.open:
        lines.append(f"::notice::{_data(translate(N_('Nothing is wrong.')))}")
    return "\n".join(lines) + "\n"


def _command(command: str, finding: Finding, translate: Translator, base: str) -> str:
    span = finding.span
    properties = {
        "file": base + finding.file,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": f"{finding.code} {finding.slug}",
    }
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{command} {listed}::{_data(' '.join(_said(finding, translate)))}"


def _said(finding: Finding, translate: Translator) -> Iterator[str]:
    yield visible(finding.message.show(translate))
    yield visible(finding.mend.show(translate))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
