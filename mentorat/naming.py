"""What the name and folder of a file say: the kind of its document, its id, and whom it belongs to."""

from __future__ import annotations

from mentorat.model.documents import BY_STEM

_BY_FOLDER = {
    "organisations": "organisation",
    "practices": "good-practice",
    "benchmarks": "benchmark",
    "visits": "visit",
}


def guess_kind(relative: str) -> str:
    """The kind that a file's name and folder suggest ("" where they suggest none)."""
    *folders, name = relative.split("/")
    stem = _stem(name)
    if stem in BY_STEM and (stem in ("mentorat", "contacts", "private") or folders):
        return BY_STEM[stem].id
    return _BY_FOLDER.get(folders[-1], "") if folders else ""


def _stem(name: str) -> str:
    return name[: name.rfind(".")] if name.rfind(".") > 0 else name


def in_house(relative: str) -> bool:
    """Whether a file lies in a folder of documents, whatever it says of itself."""
    return relative.split("/", 1)[0] in {"organisations", "mentors", "benchmarks", "pairings"}


def id_of(relative: str, kind: str) -> str:
    """The id of a document of a kind: its file's stem, or the folder that it belongs to."""
    stem = _stem(relative.rsplit("/", 1)[-1])
    if kind == "good-practice":
        owner = owner_of(relative, kind)
        return f"{owner}/{stem}" if owner else stem
    if kind in ("organisation", "benchmark", "visit"):
        return stem
    return owner_of(relative, kind)


def pairing_in(relative: str) -> str:
    """The pairing in whose folder a file lies ("" for any other)."""
    parts = relative.split("/")
    return parts[1] if parts[0] == "pairings" and len(parts) > 2 else ""


def owner_of(relative: str, kind: str) -> str:
    """The pairing, mentor or organisation whose folder a file lies in."""
    parts = relative.split("/")
    for base in ("pairings", "mentors"):
        if base in parts[:-1]:
            index = parts.index(base)
            if len(parts) > index + 2:
                return parts[index + 1]
    return parts[-2] if len(parts) > 1 and kind not in ("programme", "organisation", "benchmark") else ""
