"""`check` for people: by party, with the line itself, why it matters and how to mend it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from mentorat.findings import Finding, Report, Severity, State
from mentorat.guide.parties import PARTIES
from mentorat.guide.places import PLACES
from mentorat.guide.steps import BY_ID, counts
from mentorat.i18n import N_, Translator
from mentorat.visible import visible

Paint = Callable[[str, str], str]

SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "info": N_("note")}
STATES = {State.TODO: N_("to do"), State.WAIVED: N_("set aside")}


def word_for(finding: Finding) -> str:
    """How a finding is called: by its severity while it counts, by its state otherwise."""
    if finding.suppressed_by == "baseline":
        return N_("known")
    return STATES.get(finding.state) or SEVERITIES[finding.severity]


def _plain(text: str, _: str) -> str:
    return text


def report(
    result: Report,
    translate: Translator,
    *,
    width: int = 80,
    paint: Paint = _plain,
    hidden_todo: int = 0,
    **_: Any,
) -> str:
    """The report as text for a terminal or a log.

    Args:
        result: what was found and is to be shown.
        translate: the reader's language.
        width: where to wrap.
        paint: gives a text a style (colour), if any.
        hidden_todo: how many things to do are not shown.
    """
    lines = [
        translate(N_("As of {date}."), date=result.as_of.isoformat()),
        *_groups(result, translate, width, paint),
        *_progress(result, translate, paint),
        "",
        *_summary(result, translate, paint, hidden_todo),
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _groups(result: Report, translate: Translator, width: int, paint: Paint) -> Iterator[str]:
    for party, name in PARTIES.items():
        findings = [finding for finding in result.findings if finding.party == party]
        if not findings:
            continue
        yield ""
        yield paint(translate(N_("For the party: {party}"), party=translate(name)), "title")
        for finding in findings:
            yield ""
            yield from _finding(finding, translate, width, paint)


def _finding(finding: Finding, translate: Translator, width: int, paint: Paint) -> Iterator[str]:
    style = finding.severity.value if finding.state is State.OPEN else "quiet"
    place = f"{visible(finding.file)}:{finding.span.line}:{finding.span.column}"
    yield f"{paint(translate(word_for(finding)), style)} {finding.code}  {place}"
    yield from _wrapped("  > ", visible(finding.message.show(translate)), width)
    if finding.line_text.strip() and finding.place != "law":
        yield from _excerpt(finding, width, paint)
    why = f"{translate(finding.why)} ({translate(PLACES[finding.place])})"
    yield from _labelled(translate(N_("Why:")), why, width)
    yield from _labelled(translate(N_("Mend:")), visible(finding.mend.show(translate)), width)
    if finding.reason:
        yield from _labelled(translate(N_("Reason:")), visible(finding.reason), width)


def _excerpt(finding: Finding, width: int, paint: Paint) -> Iterator[str]:
    """The line and a mark under the place; long lines are cut around it."""
    span, line = finding.span, finding.line_text.replace("\t", " ").replace("\r", "")
    room = width - 12
    first = max(0, min(span.column - 1 - room // 3, len(line) - room))
    shown = visible(line[first : first + room])
    if shown != line[first : first + room]:
        yield paint(f"  {span.line:>5} | {shown}", "quiet")
        return
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    start = span.column - 1 - first
    length = max(1, min(end - first, room) - start)
    yield paint(f"  {span.line:>5} | {shown}", "quiet")
    yield paint(f"        | {' ' * start}{'^' * length}", "quiet")


def _wrapped(mark: str, text: str, width: int) -> Iterator[str]:
    yield from textwrap.wrap(
        text, width, initial_indent=mark, subsequent_indent=" " * len(mark),
        break_long_words=False, break_on_hyphens=False,
    ) or [mark.rstrip()]  # fmt: skip


def _labelled(label: str, text: str, width: int) -> Iterator[str]:
    yield from _wrapped(f"    {label} ", text, width)


def _progress(result: Report, translate: Translator, paint: Paint) -> Iterator[str]:
    """What there is of what each step asks, up to the step being worked on."""
    pairing = None
    for step in result.steps:
        reached = result.reached.get(step.pairing, "setup")
        if not step.pairing or not (counts(step.step, reached) or step.step == reached):
            continue
        if step.pairing != pairing:
            pairing = step.pairing
            yield ""
            sentence = translate(N_("Progress of {pairing}"), pairing=visible(pairing))
            yield paint(sentence, "title")
        label = translate(BY_ID[step.step].label)
        yield "  " + translate(N_("{step}: {done} of {total}"), step=label, done=step.done, total=step.total)


def _summary(result: Report, translate: Translator, paint: Paint, hidden_todo: int) -> Iterator[str]:
    errors, warnings = result.count(Severity.ERROR), result.count(Severity.WARNING)
    notes = result.count(Severity.INFO)
    style = "error" if errors else "warning" if warnings else "good"
    if not errors and not warnings and not notes:
        yield paint(translate(N_("Nothing is wrong.")), style)
    else:
        parts = (
            translate.plural(N_("{n} error"), N_("{n} errors"), errors),
            translate.plural(N_("{n} warning"), N_("{n} warnings"), warnings),
            translate.plural(N_("{n} note"), N_("{n} notes"), notes),
        )
        yield paint(translate(N_("In all: {counts}."), counts=", ".join(parts)), style)
    known = sum(finding.suppressed_by == "baseline" for finding in result.findings)
    for notice in result.notices:
        yield visible(notice.show(translate))
    waived = sum(finding.state is State.WAIVED for finding in result.findings) - known
    if waived:
        yield translate.plural(
            N_("{n} finding is set aside with a reason."),
            N_("{n} findings are set aside with a reason."),
            waived,
        )
    yield from _baseline(result, translate, known)
    if hidden_todo:
        yield translate.plural(
            N_("{n} thing is still to do in the step being worked on or the next one; --next shows it."),
            N_("{n} things are still to do in the step being worked on or the next one; --next shows them."),
            hidden_todo,
        )
    skipped = {entry.because.show(translate) for entry in result.skipped}
    if skipped:
        yield translate.plural(
            N_("{n} rule was not judged, because {reasons}."),
            N_("{n} rules were not judged, because {reasons}."),
            len(result.skipped),
            reasons=visible("; ".join(sorted(skipped))),
        )


def _baseline(result: Report, translate: Translator, known: int) -> Iterator[str]:
    """What the baseline knows, and what of it is mended by now."""
    if known:
        yield translate.plural(
            N_("{n} finding is known from the baseline."),
            N_("{n} findings are known from the baseline."),
            known,
        )
    if result.gone:
        yield translate.plural(
            N_("{n} entry of the baseline no longer occurs: {entries}."),
            N_("{n} entries of the baseline no longer occur: {entries}."),
            len(result.gone),
            entries=visible(", ".join(f"{entry.code} {entry.file}" for entry in result.gone)),
        )
