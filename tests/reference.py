"""The reference of all rules as a page, made from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator

from mentorat import resources
from mentorat.guide.parties import PARTIES
from mentorat.guide.places import PLACES
from mentorat.i18n import N_, Translator, translator
from mentorat.rendering.escape import cell, inline
from mentorat.reporters.check_text import SEVERITIES
from mentorat.reporters.explain_text import moment
from mentorat.rules import RULES
from mentorat.rules.base import Rule
from mentorat.rules.examples import example

PAGES = {"en": "rules.md", "fr": "regles.md"}
TITLE = N_("The rules of `mentorat check`")
INTRODUCTION = N_(
    "Made from the rules themselves; `mentorat explain CODE` shows the same. A rule counts once its step "
    "is over, and is a thing to do before that."
)


def page(lang: str) -> str:
    """All rules, in the order of their codes."""
    translate = translator(lang)
    lines = [f"# {translate(TITLE)}", "", translate(INTRODUCTION), ""]
    for _, rule in sorted(RULES.items()):
        lines += [*_rule(rule, translate), ""]
    return "\n".join(lines).rstrip() + "\n"


def _rule(rule: Rule, translate: Translator) -> Iterator[str]:
    yield f"## {rule.code} {rule.slug}"
    yield ""
    yield inline(translate(rule.why))
    yield ""
    due = "; ".join(
        f"{moment(name, translate)} ({translate(SEVERITIES[grave])})" for name, grave in rule.due.items()
    )
    facts = {
        N_("Counts from"): due,
        N_("To be mended by"): translate(PARTIES[rule.party]),
        N_("Source"): translate(PLACES[rule.place]),
        N_("May be set aside"): translate(N_("yes, with a reason") if rule.waivable else N_("no")),
    }
    yield f"| {cell(translate(N_('What')))} | {cell(translate(N_('Answer')))} |"
    yield "| --- | --- |"
    for name, value in facts.items():
        yield f"| {cell(translate(name))} | {cell(value)} |"
    shown = example(rule.code)
    if shown:
        for title, text in ((N_("Not like this ({file}):"), shown.bad), (N_("But like this:"), shown.good)):
            yield ""
            yield translate(title, file=f"`{shown.show}`") if "{file}" in title else translate(title)
            yield ""
            yield "```yaml"
            yield text.rstrip()
            yield "```"


def write() -> None:
    """docs/rules.md and its twins."""
    folder = resources.folder("schemas").parent / "docs"
    folder.mkdir(exist_ok=True)
    for lang, name in PAGES.items():
        (folder / name).write_text(page(lang), "utf-8")
