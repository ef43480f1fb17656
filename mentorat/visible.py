"""Text from files, made harmless for a terminal and a log: what cannot be seen is shown."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff\u061c\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """`text` on one line, control, bidirectional and invisible characters as ⟦U+001B⟧.

    A mark that a CI runner would obey (`##[`) is broken apart.
    """
    text = text.replace("\r\n", "\n").replace("\n", " ⏎ ").replace("\t", " ")
    text = _HIDDEN.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", text)
    return text.replace("##[", "## [")
