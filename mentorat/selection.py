"""Which findings of a report a person wants to see: some files, one step, one party, what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mentorat.findings import Finding, Report, Severity, State


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep; empty means everything.

    Attributes:
        files: paths of files or folders, relative to the programme's root.
        pairings: ids of pairings.
        step: only what is due from this step.
        party: only what this party is to do.
        upcoming: also the things to do that do not count yet.
        strict: warnings weigh as errors.
        changed: only what is in these files (None where it does not matter whether a file was changed).
    """

    files: tuple[str, ...] = ()
    pairings: tuple[str, ...] = ()
    step: str = ""
    party: str = ""
    upcoming: bool = False
    strict: bool = False
    changed: frozenset[str] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out by file, pairing, step or party, or for being unchanged."""
        return not (self.files or self.pairings or self.step or self.party) and self.changed is None

    def keeps(self, finding: Finding) -> bool:
        """Whether a finding is to be shown."""
        if (self.files or self.pairings) and not self._inside(finding):
            return False
        if self.changed is not None and finding.file not in self.changed:
            return False
        if self.step and finding.step != self.step:
            return False
        if self.party and finding.party != self.party:
            return False
        return finding.state is not State.TODO or self.upcoming

    def _inside(self, finding: Finding) -> bool:
        return finding.pairing in self.pairings or any(
            finding.file == file or finding.file.startswith(f"{file}/") or file == "." for file in self.files
        )

    def apply(self, report: Report) -> Report:
        """The report with only what is wanted in it."""
        findings = tuple(self._graded(finding) for finding in report.findings if self.keeps(finding))
        steps = tuple(
            step
            for step in report.steps
            if (not self.step or step.step == self.step) and self._wants(step.pairing, findings)
        )
        return replace(report, findings=findings, steps=steps, gone=report.gone if self.is_whole else ())

    def _wants(self, pairing: str, findings: Iterable[Finding]) -> bool:
        if not (self.files or self.pairings):
            return True
        named = {file.split("/")[1] for file in self.files if file.startswith("pairings/")}
        return pairing in self.pairings or pairing in named or "." in self.files

    def _graded(self, finding: Finding) -> Finding:
        if self.strict and finding.state is State.OPEN and finding.severity is Severity.WARNING:
            return replace(finding, severity=Severity.ERROR)
        return finding
