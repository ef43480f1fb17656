"""`explain` for people."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from mentorat import shape
from mentorat.explaining import NothingFound, Page, QuestionPage, RulePage, StepPage, TopicPage
from mentorat.guide.parties import PARTIES
from mentorat.guide.places import PLACES
from mentorat.guide.steps import BY_ID
from mentorat.guide.vocabulary import VISIBILITY, VOCABULARIES
from mentorat.i18n import N_, Translator
from mentorat.reporters.check_text import SEVERITIES
from mentorat.visible import visible

MOMENTS = {
    "now": N_("at once"),
    "planned": N_("shortly before each visit"),
    "held": N_("after each visit"),
    "after_setting_scene": N_("after the visit that sets the scene"),
    "after_inspiration": N_("after the visit of inspiration"),
    "after_consolidation": N_("after the visit of consolidation"),
}
FORMS = {
    "group": N_("a group of keys"),
    "list": N_("a list"),
    "text": N_("a text, or the same text by language"),
    "word": N_("a text"),
    "date": N_("a date (YYYY-MM-DD)"),
    "number": N_("a number"),
    "flag": N_("true or false"),
    "choice": N_("one of the values below"),
    "reference": N_("the id of something described elsewhere"),
}


def report(page: Page, translate: Translator, *, width: int = 80, **_: Any) -> str:
    """The page as text."""
    lines = [line for part in _page(page, translate) for line in _fold(part, width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _page(page: Page, translate: Translator) -> Iterator[str]:
    match page:
        case RulePage():
            yield from _rule(page, translate)
        case StepPage():
            yield from _step(page, translate)
        case QuestionPage():
            yield from _question(page, translate)
        case TopicPage():
            yield from _topic(page, translate)
        case NothingFound():
            yield translate(N_("There is no rule, step or question “{word}”."), word=visible(page.word))
            for name in page.close:
                yield translate(N_("  Did you mean {name}?"), name=name)


def moment(name: str, translate: Translator) -> str:
    """A step or a moment in words."""
    return translate(BY_ID[name].label) if name in BY_ID else translate(MOMENTS[name])


def _rule(page: RulePage, translate: Translator) -> Iterator[str]:
    rule = page.rule
    yield f"{rule.code}  {rule.slug}"
    yield ""
    yield translate(rule.why)
    yield ""
    for name, severity in rule.due.items():
        when, grave = moment(name, translate), translate(SEVERITIES[severity])
        yield translate(N_("Counts from: {when} ({severity})"), when=when, severity=grave)
    yield translate(N_("To be mended by: {party}"), party=translate(PARTIES[rule.party]))
    yield translate(N_("Source: {place}"), place=translate(PLACES[rule.place]))
    if not rule.waivable:
        yield translate(N_("This rule cannot be set aside."))
    for question in page.questions:
        yield translate(N_("Question: {key}"), key=question.dotted)
    if page.example:
        yield ""
        yield translate(N_("Not like this ({file}):"), file=page.example.show)
        yield from (f"    {line}" for line in page.example.bad.splitlines())
        yield ""
        yield translate(N_("But like this:"))
        yield from (f"    {line}" for line in page.example.good.splitlines())


def _step(page: StepPage, translate: Translator) -> Iterator[str]:
    step = page.step
    yield f"{step.id}  {translate(step.label)}"
    yield ""
    yield translate(step.meaning)
    yield translate(N_("Source: {place}"), place=translate(PLACES[step.place]))
    if page.questions:
        yield ""
        yield translate(N_("Questions due from this step:"))
        yield from (f"  {question.dotted}  {translate(question.label)}" for question in page.questions)
    if page.rules:
        yield ""
        yield translate(N_("Rules that count from this step:"))
        yield from (f"  {rule.code}  {rule.slug}" for rule in page.rules)


def _topic(page: TopicPage, translate: Translator) -> Iterator[str]:
    topic = page.topic
    yield translate(topic.title)
    yield translate(N_("Source: {place}"), place=translate(PLACES[topic.place]))
    heading = ""
    for passage in topic.passages:
        if passage.heading != heading:
            heading = passage.heading
            yield ""
            yield translate(heading)
        yield f"  - {translate(passage.text)}"


def _question(page: QuestionPage, translate: Translator) -> Iterator[str]:
    question = page.question
    yield f"{question.dotted}  {translate(question.label)}"
    yield ""
    yield translate(question.question)
    yield ""
    if question.by:
        parties = ", ".join(translate(PARTIES[party]) for party in question.by)
        yield translate(N_("Answered by: {parties}"), parties=parties)
    if question.due:
        yield translate(N_("Due from: {step}"), step=translate(BY_ID[question.due].label))
    yield translate(N_("Seen by: {audience}"), audience=translate(VISIBILITY.terms[question.show]))
    yield translate(N_("Source: {place}"), place=translate(PLACES[question.place]))
    yield translate(N_("Form: {form}"), form=translate(FORMS[question.form]))
    if question.none:
        yield translate(N_("“None” is an answer: write [] for a list, none: true for a group."))
    yield from _values(question, translate)
    for rule in page.rules:
        yield translate(N_("Rule: {code} {slug}"), code=rule.code, slug=rule.slug)
    if page.inside:
        yield ""
        yield translate(N_("Inside it:"))
        yield from (f"  {child.key}  {translate(child.label)}" for child in page.inside)


def _values(question: shape.Field, translate: Translator) -> Iterator[str]:
    vocabulary = (question.item or question).vocabulary
    if vocabulary:
        yield translate(N_("Values:"))
        for term, label in VOCABULARIES[vocabulary].terms.items():
            yield f"  {term}  {translate(label)}"


def _fold(line: str, width: int) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()))
    if line.startswith("    "):
        return [line]
    return textwrap.wrap(
        line, width, subsequent_indent=indent + "  " * bool(indent), break_long_words=False
    ) or [""]
