"""`check` as JUnit XML: errors fail, everything else is shown as passed over with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from mentorat.findings import Finding, Report, Severity, State
from mentorat.i18n import Translator
from mentorat.reporters.check_text import word_for
from mentorat.visible import visible


def report(result: Report, translate: Translator, *, base: str = "", **_: Any) -> str:
    """The report as one test suite; a programme in which nothing is wrong is one passed test."""
    failures = sum(_fails(finding) for finding in result.findings)
    total = len(result.findings) or 1
    skipped = len(result.findings) - failures
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<testsuites>",
        f'<testsuite name="mentorat" tests="{total}" failures="{failures}" errors="0" skipped="{skipped}" '
        f'timestamp="{result.as_of.isoformat()}T00:00:00" hostname="localhost" time="0">',
        *_cases(result, translate, base),
        "</testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _fails(finding: Finding) -> bool:
    return finding.state is State.OPEN and finding.severity is Severity.ERROR


def _cases(result: Report, translate: Translator, base: str) -> Iterator[str]:
    if not result.findings:
        yield '<testcase classname="mentorat" name="check" time="0"/>'
    seen: dict[tuple[str, str], int] = {}
    for finding in result.findings:
        file, name = visible(base + finding.file), f"{finding.code} {visible(finding.key)}".strip()
        seen[file, name] = seen.get((file, name), 0) + 1
        if seen[file, name] > 1:
            name += f" ({seen[file, name]})"
        yield f'<testcase classname={quoteattr(file)} name={quoteattr(name)} time="0">'
        yield _outcome(finding, file, translate)
        yield "</testcase>"


def _outcome(finding: Finding, file: str, translate: Translator) -> str:
    message = visible(finding.message.show(translate))
    body = escape(f"{file}:{finding.span.line}:{finding.span.column} {visible(finding.mend.show(translate))}")
    if _fails(finding):
        return f'<failure message={quoteattr(message)} type="{finding.code}">{body}</failure>'
    word = translate(word_for(finding))
    return f"<skipped message={quoteattr(f'{word}: {message}')}>{body}</skipped>"
