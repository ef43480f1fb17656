"""`check` as Markdown for a job summary or a meeting note: by party, with places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mentorat.findings import Finding, Report, Severity
from mentorat.guide.parties import PARTIES
from mentorat.guide.steps import BY_ID
from mentorat.i18n import N_, Translator
from mentorat.rendering.escape import cell, code, heading, inline
from mentorat.reporters.check_text import word_for

MOST_BYTES = 900_000
"""GitHub drops a summary of more than 1 MiB without a word."""


def report(result: Report, translate: Translator, **_: Any) -> str:
    """The report as Markdown, cut where a job summary would no longer be shown."""
    head = [*_head(result, translate), *_steps(result, translate)]
    body, size = [], sum(len(line.encode()) + 1 for line in head)
    left_out = 0
    for block in _parties(result, translate):
        size += sum(len(line.encode()) + 1 for line in block)
        if size > MOST_BYTES:
            left_out += 1
        else:
            body += block
    if left_out:
        text = translate.plural(
            "{n} more finding does not fit here.", "{n} more findings do not fit here.", left_out
        )
        body += ["", inline(text)]
    return "\n".join([*head, *body]) + "\n"


def _head(result: Report, translate: Translator) -> list[str]:
    title = translate(N_("Check of the mentoring programme, as of {date}"), date=result.as_of.isoformat())
    counts = ", ".join(
        (
            translate.plural("{n} error", "{n} errors", result.count(Severity.ERROR)),
            translate.plural("{n} warning", "{n} warnings", result.count(Severity.WARNING)),
            translate.plural("{n} note", "{n} notes", result.count(Severity.INFO)),
        )
    )
    return [f"# {heading(title)}", "", inline(translate(N_("In all: {counts}."), counts=counts))]


def _steps(result: Report, translate: Translator) -> Iterator[str]:
    if not result.steps:
        return
    yield ""
    names = (N_("Pairing"), N_("Step"), N_("Answered"))
    yield "| " + " | ".join(cell(translate(name)) for name in names) + " |"
    yield "| --- | --- | ---: |"
    for step in result.steps:
        if step.pairing and step.step in BY_ID:
            label = translate(BY_ID[step.step].label)
            count = translate(N_("{done} of {total}"), done=step.done, total=step.total)
            yield f"| {cell(step.pairing)} | {cell(label)} | {cell(count)} |"


def _parties(result: Report, translate: Translator) -> Iterator[list[str]]:
    for party, name in PARTIES.items():
        findings = [finding for finding in result.findings if finding.party == party]
        for number, finding in enumerate(findings):
            block = ["", f"## {heading(translate(name))}", ""] if number == 0 else []
            yield [*block, *_finding(finding, translate)]


def _finding(finding: Finding, translate: Translator) -> Iterator[str]:
    message = inline(finding.message.show(translate))
    place = code(f"{finding.file}:{finding.span.line}")
    yield f"- **{inline(translate(word_for(finding)))}** {finding.code} {message} {place}"
    yield f"  {inline(finding.mend.show(translate))}"
    if finding.reason:
        yield f"  {inline(translate(N_('Reason: {reason}'), reason=finding.reason))}"
