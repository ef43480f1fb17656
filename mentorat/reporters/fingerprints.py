"""A mark for each finding that stays the same while lines and lists move around it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

from mentorat.findings import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """One mark a finding: of the rule, the file, the keys and ids that lead to it, and how often before.

    Neither a line nor a place in a list goes into it, so that a known finding is known again.
    """
    seen: dict[str, int] = {}
    marks = []
    for finding in findings:
        file = unicodedata.normalize("NFC", finding.file)
        base = "\x1f".join((finding.code, file, finding.trail))
        seen[base] = seen.get(base, 0) + 1
        digest = hashlib.sha256(f"{base}\x1f{seen[base]}".encode(errors="surrogatepass"))
        marks.append(digest.hexdigest()[:32])
    return marks
