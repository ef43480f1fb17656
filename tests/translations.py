"""The translations: every sentence of the code collected, and the catalogues kept in step with it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

import polib

from mentorat import resources
from mentorat.i18n import LANGUAGES, LOCALE_DIR
from mentorat.model.documents import KINDS
from mentorat.rules import RULES

PACKAGE = LOCALE_DIR.parent


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A message to translate, with its plural where it has one, and where it stands."""

    text: str
    plural: str = ""
    file: str = ""


def sentences() -> list[Sentence]:
    """Every sentence that a person may read, once, in the order of files."""
    found: dict[str, Sentence] = {}
    for sentence in (*_from_code(), *_from_docs(), *_from_templates()):
        if sentence.text and (sentence.text not in found or sentence.plural):
            found[sentence.text] = sentence
    return list(found.values())


def _from_code() -> Iterator[Sentence]:
    pages = (PACKAGE.parent / "tests" / name for name in ("reference.py", "worked_example.py"))
    for path in (*sorted(PACKAGE.rglob("*.py")), *pages):
        file = path.relative_to(PACKAGE.parent).as_posix()
        yield from _calls(ast.parse(path.read_text("utf-8")), file)


def _calls(tree: ast.AST, file: str) -> Iterator[Sentence]:
    if isinstance(tree, ast.Call):
        name = tree.func.attr if isinstance(tree.func, ast.Attribute) else getattr(tree.func, "id", "")
        if name == "plural":
            one, many = _text(tree.args[0]), _text(tree.args[1])
            if one and many:
                yield Sentence(one, many, file)
            for argument in (*tree.args[2:], *(keyword.value for keyword in tree.keywords)):
                yield from _calls(argument, file)
            return
        if name == "N_" and tree.args:
            yield Sentence(_text(tree.args[0]), "", file)
    for child in ast.iter_child_nodes(tree):
        yield from _calls(child, file)


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Call) and node.args:
        return _text(node.args[0])
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _from_docs() -> Iterator[Sentence]:
    """What is said in the docstrings of rules and documents."""
    for rule in RULES.values():
        yield Sentence(rule.why, "", f"mentorat/rules/{rule.part.lower()}")
    for kind in KINDS.values():
        yield Sentence((kind.model.__doc__ or "").split("\n\n")[0], "", f"mentorat/model/{kind.module}.py")


def _from_templates() -> Iterator[Sentence]:
    from jinja2.ext import babel_extract

    options = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false", "newstyle_gettext": "true"}
    for path in sorted(resources.folder("templates").rglob("*")):
        if path.suffix not in (".html", ".md", ".j2", ".txt") or path.parent.name == "programme":
            continue
        with path.open("rb") as file:
            for _, function, message, _ in babel_extract(file, ("_", "gettext", "ngettext"), (), options):
                texts = [text or "" for text in (message if isinstance(message, tuple) else (message,))]
                yield Sentence(texts[0], texts[1] if function == "ngettext" else "", f"templates/{path.name}")


_TWO = "nplurals=2; plural=(n != 1);"
PLURALS = {
    "fr": "nplurals=2; plural=(n > 1);",
    "lv": "nplurals=3; plural=(n % 10 == 0 || (n % 100 >= 11 && n % 100 <= 19) ? 0 : n % 10 == 1 && n % 100 != 11 ? 1 : 2);",
    **dict.fromkeys(("el", "en", "es", "it", "nl"), _TWO),
}
"""The plural rule of every language of the pilot's cities, with or without a catalogue so far."""


def update(lang: str) -> polib.POFile:
    """Bring a catalogue in step with the code: new sentences in, unused ones out, no fuzzy guesses."""
    path = LOCALE_DIR / lang / "LC_MESSAGES" / "mentorat.po"
    old = {entry.msgid: entry for entry in polib.pofile(str(path))} if path.exists() else {}
    new = polib.POFile(wrapwidth=100)
    new.metadata = {
        "Project-Id-Version": "mentorat",
        "Language": lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[lang],
    }
    for sentence in sentences():
        known = old.get(sentence.text)
        flags = ["python-brace-format"] if "{" in sentence.text else []
        entry = polib.POEntry(msgid=sentence.text, occurrences=[(sentence.file, "")], flags=flags)
        if sentence.plural:
            entry.msgid_plural = sentence.plural
            forms = int(PLURALS[lang].removeprefix("nplurals=")[0])
            entry.msgstr_plural = (
                dict(known.msgstr_plural) if known and known.msgid_plural else dict.fromkeys(range(forms), "")
            )
            entry.msgstr_plural = {n: typography(text) for n, text in entry.msgstr_plural.items()}
        elif known and not known.msgid_plural:
            entry.msgstr = typography(known.msgstr)
        new.append(entry)
    return new


def typography(text: str) -> str:
    """French spacing: non-breaking spaces before high signs and inside quotation marks."""
    text = re.sub(r" ([;!?])", "\u202f\\1", text)
    text = re.sub(r" ([:»%])(?=\s|$|[.,)])", "\u00a0\\1", text)
    return re.sub(r"« ", "«\u00a0", text).replace("'", "’") if "`" not in text else _outside_code(text)


def _outside_code(text: str) -> str:
    """Typography everywhere but between backticks."""
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(part if part.startswith("`") else typography(part) for part in parts)


def write() -> None:
    """Write every catalogue and its compiled form."""
    for lang in LANGUAGES:
        if lang == "en":
            continue
        folder = LOCALE_DIR / lang / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        catalogue = update(lang)
        catalogue.save(str(folder / "mentorat.po"))
        catalogue.save_as_mofile(str(folder / "mentorat.mo"))
