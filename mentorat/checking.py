"""From a workspace and the rules to a located, sorted report.

    documents + rules -> problems at paths -> states and severities -> places in files -> Report

A rule's problem counts once its step is reached; before that it is a thing to do.  A rule whose
prerequisite failed says nothing, so that one cause gives one finding.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from mentorat import notices
from mentorat.confidence import unquoted
from mentorat.findings import Finding, Message, Report, Severity, Skipped, State
from mentorat.fingerprints import fingerprinted
from mentorat.guide.steps import STEP_KINDS, later
from mentorat.guide.switches import Choices, switched_off
from mentorat.history import NoHistory
from mentorat.i18n import N_
from mentorat.locating import Draft, Locator
from mentorat.nodes import Document, Node, Unreadable
from mentorat.progress import Clock, Tally
from mentorat.rules import RULES, completeness, files
from mentorat.rules.base import Problem, Rule, found_elsewhere
from mentorat.rules.cases import MentorCase, PracticeCase, VisitCase
from mentorat.source.positions import Path, Span
from mentorat.suppression import Suppression
from mentorat.workspace import Case, Workspace


class Checker:
    """One check of a whole programme; `run` does it."""

    def __init__(self, workspace: Workspace, *, before: str | None = None, upcoming: bool = True) -> None:
        self.workspace = workspace
        self.before = before
        self.upcoming = upcoming
        self.tally = Tally()
        self.skipped: list[Skipped] = []
        self.drafts: list[Draft] = []
        self.failed: dict[str, set[str]] = defaultdict(set)
        self.reached: dict[str, str] = {}
        self.faulty: dict[str, list[Path]] = defaultdict(list)
        self.choices: dict[str | None, Choices] = {}
        self.cases = workspace.cases()
        self.locator = Locator(workspace)
        self.suppression = Suppression(workspace, self.locator)

    def run(self) -> Report:
        """Judge everything, and put the findings into their order."""
        for document in self.workspace.documents:
            self._files(document)
        for case in self.cases:
            self._pairing(case)
        self._mentors()
        self._programme()
        self._homeless()
        self._unneeded()
        todo = sum(draft.finding.state is State.TODO for draft in self.drafts)
        found = fingerprinted(
            self.locator.locate(draft)
            for draft in self.drafts
            if self.upcoming or draft.finding.state is not State.TODO
        )
        return Report(
            root=str(self.workspace.root),
            as_of=self.workspace.as_of,
            findings=tuple(sorted(found, key=lambda finding: finding.rank)),
            steps=self.tally.progress(self._empty_steps()),
            skipped=tuple(self.skipped),
            reached=self.reached,
            documents=len(self.workspace.documents),
            todo=todo,
            notices=tuple(notices.said(self.workspace)),
        )

    def _empty_steps(self) -> set[tuple[str, str]]:
        """The steps of pairings of which no document is there yet."""
        return {
            (case.id, step)
            for case in self.cases
            for step, kinds in STEP_KINDS.items()
            if not any(case.has(kind) for kind in kinds)
        }

    # -------------------------------------------------------------- subjects

    def _files(self, document: Document) -> None:
        """The DATA findings: what is wrong with a file itself."""
        clock = Clock(document.pairing, "setup")
        for trouble in document.problems:
            if trouble.path is not None:
                self.faulty[document.file].append(trouble.path)
            rule = RULES[trouble.code]
            node = document.root.at(*(trouble.path or ()))
            found = files.explain(trouble, document)
            span = Span(*trouble.span) if trouble.span else None
            at_key = trouble.code == "DATA002"
            if at_key and (meant := files.meant_key(document, node.path)):
                self.faulty[document.file].append((*node.path[:-1], meant))
            self._keep(rule, found, node, clock, "now", rule.due["now"], span=span, at_key=at_key)

    def _pairing(self, case: Case) -> None:
        reached, ended = self.before or case.reached, case.ended
        self.reached[case.id] = reached
        clock = Clock(case.id, reached, case, before=self.before, ended=ended)
        self._judge("pairing", case, clock)
        for visit in case.visits:
            subject = VisitCase(case, visit)
            self._judge("visit", subject, Clock(case.id, reached, case, subject, self.before, ended))
        for kind in completeness.PAIRING_KINDS:
            self._complete(case, kind, clock)
        for document in case.documents:
            self._judge("document", document, clock)

    def _mentors(self) -> None:
        known: dict[str, MentorCase] = {}
        for strengths in self.workspace.candidates():
            if not strengths.document.readable:
                continue
            city = self.workspace.organisation_id(strengths["city"].word)
            chosen = tuple(
                case for case in self.cases if city and case.id in self.reached and case.mentor == city
            )
            mentor = MentorCase(self.workspace, strengths, chosen)
            known[strengths.document.owner] = mentor
            reached = self.before if self.before and chosen else mentor.reached
            for pairing in [case.id for case in chosen] or [""]:
                clock = Clock(pairing, reached, before=self.before)
                if pairing == ([case.id for case in chosen] or [""])[0]:
                    self._judge("mentor", mentor, clock)
                    self._judge("document", strengths.document, clock)
                    self._fields(strengths, clock)
        for _, document in sorted(self.workspace.practices.items()):
            owner = known.get(document.owner)
            practice = PracticeCase(self.workspace, document.root, owner)
            pairing = owner.cases[0].id if owner and owner.cases else ""
            clock = Clock(pairing, practice.reached, before=self.before)
            if document.readable:
                self._judge("practice", practice, clock)
                self._judge("document", document, clock)
                self._fields(document.root, clock)

    def _programme(self) -> None:
        reached = self.before or later(*self.reached.values())
        clock = Clock("", reached, before=self.before)
        self._judge("programme", self.workspace, clock)
        done = {"pairing", "mentor-strengths", "good-practice"}
        for document in self.workspace.documents:
            if document.kind in ("programme", "organisation", "benchmark") and document.readable:
                self._judge("document", document, clock)
                self._fields(document.root, clock)
            elif not document.kind or (document.kind not in done and document.owner not in self.reached):
                self._judge("document", document, clock)
        for document in self.workspace.benchmarks.values():
            if document.readable:
                self._judge("benchmark", document.root, clock)

    def _homeless(self) -> None:
        """Documents in a pairing's folder that has no `pairing.yaml`."""
        for folder in self.workspace.pairings.values():
            stray = [*folder.documents.values(), *folder.visits]
            if stray and "pairing" not in folder.documents:
                found = files.no_pairing(stray[0])
                self._keep(
                    RULES["DATA009"], found, found.node, Clock(folder.id, "setup"), "now", Severity.ERROR
                )

    def _unneeded(self) -> None:
        """What sets nothing aside; what sets that finding aside in turn comes last."""
        unjudged = [(skipped.code, skipped.pairing) for skipped in self.skipped]
        own = RULES["WAIV001"]
        for last in (False, True):
            for code, clock, found in list(self.suppression.unneeded(self.reached, unjudged)):
                if (code == own.code) is last:
                    self._take(own, found, clock)

    # -------------------------------------------------------------- judging

    def _judge(self, subject: str, target: object, clock: Clock) -> None:
        failed = self.failed[clock.pairing]
        if subject not in ("pairing", "programme"):
            failed = set(failed)  # what one visit or practice lacks silences no rule on the next one
        for rule in BY_SUBJECT.get(subject, ()):
            if self._off(rule, clock):
                continue
            prerequisite = next((code for code in sorted(rule.after) if code in failed), None)
            moment = next(iter(rule.due))
            if prerequisite:
                self._note(rule, clock, moment, ok=False)
                failed.add(rule.code)
                continue
            try:
                problems = list(rule.check(target))
            except NoHistory as nothing:
                self.skipped.append(Skipped(rule.code, clock.pairing, Message(nothing.reason)))
                continue
            except Unreadable as unreadable:
                because = Message(N_("{file} cannot be read"), {"file": unreadable.file})
                self.skipped.append(Skipped(rule.code, clock.pairing, because))
                self._note(rule, clock, moment, ok=False)
                failed.add(rule.code)
                continue
            if any(problem.silences for problem in problems):
                failed.add(rule.code)
            holds = [self._take(rule, problem, clock) for problem in problems]
            self._note(rule, clock, moment, ok=all(holds))

    def _off(self, rule: Rule, clock: Clock) -> bool:
        """Whether the pairing's or programme's own choices make a rule pointless."""
        key = clock.pairing if clock.case else None
        if key not in self.choices:
            self.choices[key] = self._choices(clock.case)
        return switched_off(rule.code, **self.choices[key]) is not None

    def _choices(self, case: Case | None) -> Choices:
        programme_format = self.workspace.programme["format"].word
        if case is None:
            return {"purpose": "", "ends_at": "", "programme_format": programme_format, "benchmark": None}
        benchmark = None
        with contextlib.suppress(Unreadable):
            benchmark = case.scope.at("benchmark", "used").value
        return {
            "purpose": case.own["purpose"].word,
            "ends_at": case.own["ends_at"].word,
            "programme_format": programme_format,
            "benchmark": benchmark,
        }

    def _note(self, rule: Rule, clock: Clock, moment: str, *, ok: bool) -> None:
        step = clock.step_of(moment)
        if step and rule.due[moment] is not Severity.INFO:
            self.tally.note(clock.pairing, step, rule.code, ok=ok)

    def _take(self, rule: Rule, problem: Problem, clock: Clock) -> bool:
        """Give a problem its state and severity: the last moment that counts decides.

        Returns whether it was set aside.
        """
        moments = list(rule.due.items())
        moment, severity = moments[0]
        counting = False
        for candidate, grade in moments:
            if clock.counts(candidate):
                moment, severity, counting = candidate, grade, True
        if not counting and not clock.is_next(clock.step_of(moment)):
            return self.suppression.waives(rule, clock.pairing)
        if (problem.severity and problem.severity.rank > severity.rank) or (problem.severity and counting):
            severity = problem.severity
        return self._keep(
            rule, problem, problem.node, clock, moment, severity, counting=counting, span=problem.span
        )

    def _keep(
        self,
        rule: Rule,
        problem: Problem,
        node: Node,
        clock: Clock,
        moment: str,
        severity: Severity,
        *,
        counting: bool = True,
        span: Span | None = None,
        at_key: bool = False,
    ) -> bool:
        document, values = node.document, unquoted(problem.values, node)
        if rule.part not in ("DATA", "PRIV") and self._is_faulty(document.file, node.path):
            return self.suppression.waives(rule, clock.pairing)
        finding = Finding(
            code=rule.code,
            slug=rule.slug,
            severity=severity,
            state=State.OPEN if counting else State.TODO,
            file=document.file,
            path=node.path,
            message=Message(problem.text, values, problem.terms),
            why=rule.why,
            mend=Message(problem.mend or rule.mend, values, problem.terms),
            party=problem.party or rule.party,
            step=clock.step_of(moment),
            place=rule.place,
            pairing=clock.pairing or document.pairing,
            waivable=rule.waivable,
            trail=node.trail,
            fix=problem.fix,
        )
        draft = self.suppression.judge(Draft(finding, node, span, at_key))
        self.drafts.append(draft)
        return draft.finding.state is State.WAIVED

    def _is_faulty(self, file: str, path: Path) -> bool:
        """Whether a DATA finding already says what is wrong at this place."""
        return any(
            bad and (path[: len(bad)] == bad or (bad[: len(path)] == path and len(bad) == len(path)))
            for bad in self.faulty.get(file, ())
        )

    # -------------------------------------------------------------- completeness

    def _complete(self, case: Case, kind: str, clock: Clock) -> None:
        try:
            nodes = case.visits if kind == "visit" else [case.part(kind)]
        except Unreadable:
            return
        for node in nodes:
            visit = VisitCase(case, node) if kind == "visit" else None
            self._fields(
                node, Clock(clock.pairing, clock.reached, case, visit, clock.before, clock.ended), kind
            )

    def _fields(self, root: Node, clock: Clock, kind: str = "") -> None:
        """The questions of one document that are due and named by no rule."""
        rule = RULES[completeness.code_of(kind or root.document.kind)]
        if self._off(rule, clock):
            return
        unused = kind == "scope" and root.at("benchmark", "used").value is not True
        for question, node, answered in completeness.questions(root, kind or root.document.kind):
            due = completeness.moment_of(question, clock.visit.step if clock.visit else "")
            if not due or (unused and question.path[0] == "benchmark" and question.key != "used"):
                continue
            step = clock.step_of(due)
            counting, aside = clock.counts(due), False
            if not answered and root.exists and (counting or clock.is_next(step)):
                found, severity = completeness.missing(question, node), Severity(question.severity)
                aside = self._keep(rule, found, node, clock, due, severity, counting=counting)
            self.tally.note(clock.pairing, step, question.dotted, ok=answered or aside)


def _order(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Rules behind those whose failure silences them."""
    waiting = sorted(rules, key=lambda rule: rule.code)
    codes = {rule.code for rule in waiting}
    done: set[str] = set()
    while waiting:
        ready = [rule for rule in waiting if (rule.after & codes) <= done]
        if not ready:
            raise ValueError(f"rules silence each other in a circle: {[rule.code for rule in waiting]}")
        yield from ready
        done |= {rule.code for rule in ready}
        waiting = [rule for rule in waiting if rule.code not in done]


BY_SUBJECT: dict[str, tuple[Rule, ...]] = {
    subject: tuple(
        _order(
            rule for rule in RULES.values() if rule.subject == subject and rule.check is not found_elsewhere
        )
    )
    for subject in ("pairing", "visit", "mentor", "practice", "programme", "benchmark", "document")
}


def check(workspace: Workspace, *, before: str | None = None, upcoming: bool = True) -> Report:
    """Judge a programme against the method.

    Args:
        workspace: the documents.
        before: judge every pairing as if every step before this one were done.
        upcoming: whether to place the things to do that do not count yet, too.
    """
    return Checker(workspace, before=before, upcoming=upcoming).run()
