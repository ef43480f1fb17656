"""One walk through a document's answers, when it is read: what rules on every document ask for.

The outcome depends on the file alone, so it is remembered with the other facts of the file, and a
check of unchanged files walks nothing.  Paths are lists of keys, as JSON keeps them.
"""

from __future__ import annotations

from typing import Any

from mentorat import shape
from mentorat.nodes import is_answer, is_placeholder

Survey = dict[str, list[Any]]

LINK_KEYS = frozenset({"url", "website", "evidence_url"})
"""The keys that hold a web address and nothing else."""

_EMPTY = ("references", "marks", "links", "maps", "represents", "due")


def survey(kind: str, value: dict[str, Any]) -> Survey:
    """What stands where in a document of a kind.

    Returns:
        `references`: paths of references that say something; `marks`: of texts that are only a mark
        that something is to be written; `links`: of web addresses; `maps`: of texts by language;
        `represents`: of groups that say whom somebody represents; `due`: of every question with a step,
        as `[question, path, answered]`.
    """
    found: Survey = {name: [] for name in _EMPTY}
    _Walk(found).group(shape.document(kind), value, [])
    return found


def nothing(kind: str) -> Survey:
    """The survey of a document that does not exist: its questions are not answered."""
    return survey(kind, {})


class _Walk:
    def __init__(self, found: Survey) -> None:
        self.found = found

    def group(self, group: shape.Field, value: Any, path: list[Any], *, asked: bool = True) -> None:
        """The questions of a group; `asked` is False below what is unanswered or declined."""
        holder = value if isinstance(value, dict) else {}
        if "represents" in holder:
            self.found["represents"].append(path)
        for key, question in group.children.items():
            part = holder.get(key)
            here = [*path, key]
            answered = is_answered(question, part)
            if asked and question.due:
                self.found["due"].append([question.dotted, here, answered])
            if part is not None:
                self.value(question, part, here, asked=asked and answered and not _declined(part))

    def value(self, form: shape.Field, value: Any, path: list[Any], *, asked: bool) -> None:
        if form.form == "group":
            self.group(form, value, path, asked=asked)
        elif form.form == "list":
            item = form.item
            for index, entry in enumerate(value if isinstance(value, list) else ()):
                if item is not None and entry is not None:
                    self.value(item, entry, [*path, index], asked=asked and is_answer(entry))
        else:
            self.leaf(form, value, path)

    def leaf(self, form: shape.Field, value: Any, path: list[Any]) -> None:
        kind, found = form.form, self.found
        if isinstance(value, dict):
            if kind == "text":
                found["maps"].append(path)
                if any(isinstance(text, str) and is_placeholder(text) for text in value.values()):
                    found["marks"].append(path)
            return
        if not isinstance(value, str) or kind not in ("text", "word", "reference"):
            return
        if is_placeholder(value):
            found["marks"].append(path)
        elif kind == "reference" and value.strip():
            found["references"].append(path)
        elif kind == "word" and (form.key in LINK_KEYS or value.startswith(("http:", "https:", "www."))):
            found["links"].append(path)


def is_answered(question: shape.Field, value: Any) -> bool:
    """Whether a question is answered; "none" counts only where the method allows it."""
    if value == [] or (isinstance(value, dict) and value.get("none") is True):
        return question.none
    return is_answer(value)


def _declined(value: Any) -> bool:
    return value == [] or (
        isinstance(value, dict) and (value.get("none") is True or value.get("unknown") is True)
    )
