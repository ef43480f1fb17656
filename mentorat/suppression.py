"""Findings set aside with a reason: by an adaptation of their pairing, or by a comment beside them.

    theme: À préciser  # mentorat: ignore[PAIR001] The theme is chosen on the first visit.

    # mentorat: ignore[PRIV001] The public number of the town hall.
    description: Call 02 123 45 67.

A comment at the end of a line speaks of that line, a comment of its own of the next line that holds
something; a long text belongs to the line of its key.  In Markdown it is `<!-- mentorat: ignore[…] … -->`.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from mentorat.findings import Finding, Severity, State, Suppressor
from mentorat.guide.steps import ORDER, later
from mentorat.i18n import N_
from mentorat.locating import Draft, Locator
from mentorat.nodes import Document, Node
from mentorat.personal import masked
from mentorat.progress import Clock
from mentorat.rules import RULES
from mentorat.rules.base import Problem, Rule, problem
from mentorat.rules.files import closest
from mentorat.rules.waivers import unused_waiver, waivers_of
from mentorat.source.positions import PositionTree, Span
from mentorat.workspace import Workspace

FALSE_ALARMS = frozenset({"PRIV001"})
"""Rules that no pairing can set aside, but that may be mistaken about one place."""

MOST_IN_A_FILE = 200
"""More comments of this kind are no exceptions any more; those beyond set nothing aside."""

_REMARK = r"[ \t]*mentorat:[ \t]*ignore\b[ \t]*(?:\[(?P<codes>[^\]]{0,500})\])?"
_IN_YAML = re.compile(rf"(?<![^\s\ufeff])#{_REMARK}")
_IN_MARKDOWN = re.compile(rf"<!--{_REMARK}")
_COMMENT = re.compile(r"\s*(#|<!--)")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that sets findings aside on one line of a file.

    Attributes:
        codes: the rules it names.
        reason: why ("" where it does not say so).
        line: the line it speaks of; `span` is where the comment stands.
        used: the rules that would report something there.
    """

    codes: tuple[str, ...]
    reason: str
    line: int
    span: Span
    used: set[str] = field(default_factory=set)

    def covers(self, code: str, lines: set[int]) -> bool:
        """Whether it sets a rule aside on one of some lines."""
        return bool(self.reason) and code in self.codes and self.line in lines


class Suppression:
    """What sets findings aside in one programme, and what of it nothing needs."""

    def __init__(self, workspace: Workspace, locator: Locator) -> None:
        self._workspace = workspace
        self._locator = locator
        self._waivers = {case.id: waivers_of(case) for case in workspace.cases()}
        self._ignores: dict[str, tuple[Document, list[Ignore]]] = {}
        remarks = frozenset(workspace.remarks)
        for markdown, documents in ((False, workspace.documents), (True, workspace.markdown)):
            for document in documents if remarks else ():
                if document.file in remarks:
                    found = list(ignores_in(*workspace.source(document.file), markdown=markdown))
                    self._ignores |= {document.file: (document, found)} if found else {}

    # -------------------------------------------------------------- setting aside

    def waives(self, rule: Rule, pairing: str) -> bool:
        """Whether a pairing sets a rule aside as a whole."""
        return rule.waivable and rule.code in self._waivers.get(pairing, {})

    def judge(self, draft: Draft) -> Draft:
        """The finding, set aside where somebody gave a reason for it."""
        finding = draft.finding
        ignore = self._ignored(draft)
        waiver = self._waivers.get(finding.pairing, {}).get(finding.code) if finding.waivable else None
        if waiver:
            waiver.used = True
            return _set_aside(draft, waiver.reason, "pairing")
        return _set_aside(draft, masked(ignore.reason), "inline") if ignore else draft

    def _ignored(self, draft: Draft) -> Ignore | None:
        """The comment that sets a finding aside; those that say the same again are needed, too."""
        code, file = draft.finding.code, draft.finding.file
        if file not in self._ignores or not _may_be_ignored(RULES[code]):
            return None
        lines = self._lines(self._locator.locate(draft))
        found = [ignore for ignore in self._ignores[file][1] if ignore.covers(code, lines)]
        for ignore in found:
            ignore.used.add(code)
        return found[0] if found else None

    def _lines(self, finding: Finding) -> set[int]:
        """The lines where a finding can be set aside: its own, and where its key and its answer begin and end."""
        lines = {finding.span.line}
        tree = self._workspace.source(finding.file)[1]
        place = tree.lookup(finding.path) if tree and finding.path else None
        if place:
            lines |= {place.value.line, (place.key or place.value).line}
            if not place.children and place.value.end_column > 1:
                lines.add(place.value.end_line)
        return lines

    # -------------------------------------------------------------- what nothing needs

    def unneeded(
        self, reached: Mapping[str, str], unjudged: Iterable[tuple[str, str]]
    ) -> Iterator[tuple[str, Clock, Problem]]:
        """Waivers and ignores that nothing needs, or that do nothing: the rule they name, and the finding.

        Args:
            reached: the step of each pairing.
            unjudged: codes and pairings of rules that could not be judged, so that nobody can tell.
        """
        open_questions = frozenset(unjudged)
        for pairing in reached:
            waivers = self._waivers[pairing]
            clock = Clock(pairing, reached[pairing])
            for code, waiver in waivers.items():
                settled = ORDER[reached[pairing]] >= ORDER["approve"]
                if (
                    settled
                    and not waiver.used
                    and _counts(code, clock)
                    and (code, pairing) not in open_questions
                ):
                    yield code, clock, unused_waiver(waiver)
        for document, ignores in self._ignores.values():
            pairing = document.pairing
            clock = Clock(pairing, reached.get(pairing) or later(*reached.values()))
            silent = {code for code, where in open_questions if where == pairing or not pairing}
            for ignore in ignores:
                for code, found in _faults(ignore, document.root):
                    yield code, clock, found
                for code in ignore.codes if ignore.reason else ():
                    judged = code in RULES and _may_be_ignored(RULES[code]) and code not in silent
                    if judged and code not in ignore.used and _counts(code, clock):
                        yield code, clock, _unneeded(code, ignore, document.root)


def _may_be_ignored(rule: Rule) -> bool:
    return rule.waivable or rule.code in FALSE_ALARMS


def _counts(code: str, clock: Clock) -> bool:
    return clock.counts(next(iter(RULES[code].due)))


def _set_aside(draft: Draft, reason: str, by: Suppressor) -> Draft:
    finding = replace(
        draft.finding, state=State.WAIVED, severity=Severity.INFO, reason=reason, suppressed_by=by
    )
    return replace(draft, finding=finding)


# ------------------------------------------------------------------ what is wrong with an ignore

_REMOVE = N_("Remove the comment, or the code from it.")


def _unneeded(code: str, ignore: Ignore, node: Node) -> Problem:
    text = N_("{code} is ignored here, but nothing breaks it.")
    return problem(node, text, code=code, span=ignore.span, mend=_REMOVE)


def _faults(ignore: Ignore, node: Node) -> Iterator[tuple[str, Problem]]:
    """Why an ignore does nothing, with the rule it names."""
    span, severity = ignore.span, Severity.WARNING
    if not ignore.codes:
        mend = N_(
            "Write the code of the rule in brackets, as in `ignore[VISI005]`, and the reason behind it."
        )
        text = N_("This comment names no rule, so it sets nothing aside.")
        yield "", problem(node, text, span=span, severity=severity, mend=mend)
    elif not ignore.reason:
        mend = N_("Write behind the bracket why the finding does not hold here, or mend what it reports.")
        text = N_("This comment gives no reason, so it sets nothing aside: {codes}.")
        yield "", problem(node, text, span=span, severity=severity, mend=mend, codes=", ".join(ignore.codes))
    for code in ignore.codes:
        if code not in RULES:
            guess = closest(code.upper(), list(RULES))
            if guess:
                text, mend = N_("There is no rule {code}. Did you mean {guess}?"), N_("Write `{guess}`.")
            else:
                text, mend = N_("There is no rule {code}."), _REMOVE
            yield code, problem(node, text, span=span, severity=severity, mend=mend, code=code, guess=guess)
        elif not _may_be_ignored(RULES[code]):
            mend = N_("Remove the comment, and mend what the rule reports.")
            text = N_("Rule {code} cannot be set aside.")
            yield code, problem(node, text, span=span, severity=severity, mend=mend, code=code)


# ------------------------------------------------------------------ comments


def ignores_in(text: str, tree: PositionTree | None, *, markdown: bool = False) -> Iterator[Ignore]:
    """The ignores in a text, as far as it has no more than `MOST_IN_A_FILE`.

    Args:
        text: the text of a file.
        tree: its places, by which comments are told from answers; without them YAML has none.
        markdown: whether it is Markdown, where comments are those of HTML.
    """
    if tree is None and not markdown:
        return
    answers = [] if tree is None or markdown else sorted(_answers(text, tree))
    lines = text.split("\n")
    offset = count = following = 0
    for number, line in enumerate(lines, 1):
        for found in (_IN_MARKDOWN if markdown else _IN_YAML).finditer(line) if "mentorat:" in line else ():
            start = offset + found.start()
            before = bisect.bisect_right(answers, (start, len(text))) - 1
            if before >= 0 and start < answers[before][1]:
                continue
            end = line.find("-->", found.end()) if markdown else len(line.rstrip())
            if end < 0:
                break
            count += 1
            if count > MOST_IN_A_FILE:
                return
            codes = tuple(dict.fromkeys(re.findall(r"[^\s,;]+", found["codes"] or "")))
            following = following if following > number else _next_line(lines, number)
            alone = not line[: found.start()].strip(" \t\ufeff-")
            yield Ignore(
                codes,
                reason=line[found.end() : end].strip(),
                line=following if alone else number,
                span=Span(number, found.start() + 1, number, end + 1, start, offset + end),
            )
            if not markdown:
                break
        offset += len(line) + 1


def _answers(text: str, tree: PositionTree) -> Iterator[tuple[int, int]]:
    """Where keys and answers stand; behind the sign of a long text (`|`, `>`) its first line is free."""
    for _, place in (((), tree), *tree.walk()):
        if place.key:
            yield place.key.start, place.key.end
        if not place.children and place.value.end > place.value.start:
            start, end = place.value.start, place.value.end
            yield (text.find("\n", start, end) if text[start] in "|>" else start), end


def _next_line(lines: list[str], number: int) -> int:
    """The number of the next line that is not only a comment."""
    while number < len(lines) and _COMMENT.match(lines[number]):
        number += 1
    return number + 1
