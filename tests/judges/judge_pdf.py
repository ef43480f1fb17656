"""Judges every PDF file of a folder by the rules of PDF/UA-1.

python judge_pdf.py FOLDER        exit 0: every file keeps them
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import page


def main(folder: Path) -> int:
    """Name what each file breaks, and how often."""
    files, faults = sorted(folder.rglob("*.pdf")), 0
    if not files:
        raise SystemExit(f"no PDF file below {folder}")
    for file in files:
        verdict = page.validate_pdf(str(file), profile="ua1")
        broken = Counter((each.rule_id, each.message) for each in verdict.failures)
        for (rule, message), times in broken.items():
            sys.stdout.write(f"{file.relative_to(folder)}: {rule}: {message} ({times} times)\n")
        faults += not verdict.is_compliant
    sys.stdout.write(f"{len(files)} PDF files judged, {faults} with faults\n")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
