"""A mark for each finding that stays the same while lines and lists move around it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from mentorat.findings import Finding


def fingerprinted(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order of their places, each with a mark of its own.

    The mark is made of the rule, the file, the keys and ids that lead to the finding, and how many
    like it stand before it.  Neither a line nor a place in a list goes into it, nor whether the
    finding was set aside, so that a known finding is known again.
    """
    seen: dict[str, int] = {}
    marked = []
    for finding in sorted(findings, key=lambda finding: finding.where):
        file = unicodedata.normalize("NFC", finding.file)
        base = "\x1f".join((finding.code, file, finding.trail))
        seen[base] = seen.get(base, 0) + 1
        digest = hashlib.sha256(f"{base}\x1f{seen[base]}".encode(errors="surrogatepass"))
        marked.append(replace(finding, fingerprint=digest.hexdigest()[:32]))
    return marked
