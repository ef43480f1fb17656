"""What `check --fix` has done or would do: a sentence a fix, or the changed lines."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from mentorat.fixing import Change, Mended
from mentorat.i18n import N_, Translator
from mentorat.locating import private_lines
from mentorat.nodes import Document
from mentorat.personal import masked
from mentorat.reporters.check_text import Paint
from mentorat.source.reader import read
from mentorat.visible import visible

_SENTENCES = {
    "set": N_("{place}: “{key}” is now “{new}” and no longer “{old}”."),
    "rename": N_("{place}: the key “{old}” is now called “{new}”."),
    "quote": N_("{place}: {new} under “{key}” now stands in quotation marks."),
}
_STYLES = {"+": "good", "-": "error", "@": "info"}


def sentence(mended: Mended, translate: Translator) -> str:
    """One fix that was made, in one line."""
    finding, fix = mended.finding, mended.fix
    place = f"{finding.file}:{finding.span.line}:{finding.span.column}"
    values = {"key": fix.key, "new": fix.value, "old": masked(mended.old.strip("'\""))}
    return visible(translate(_SENTENCES[fix.kind], place=place, **values))


def diff(changes: Iterable[Change], paint: Paint) -> str:
    """The changed lines with those around them; answers for the city alone are dotted out."""
    out: list[str] = []
    for change in changes:
        old, new = (list(_lines(text, change.kind)) for text in (change.before, change.after))
        file = visible(change.file)
        for line in difflib.unified_diff(old, new, f"a/{file}", f"b/{file}", lineterm=""):
            head = line.startswith(("---", "+++"))
            style = "title" if head else _STYLES.get(line[0], "")
            out.append(paint(line, style) if style else line)
    return "".join(f"{line}\n" for line in out)


def _lines(text: str, kind: str) -> Iterator[str]:
    content = read(text, places=True)
    value = content.value if isinstance(content.value, dict) else {}
    private = private_lines(Document("", kind, "", "", value), content.positions)
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        yield "…" if number in private else visible(masked(line))
