"""A rule, a step or a question in plain words: what it asks, why, when, of whom, and where the guide says so."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field

from mentorat import shape
from mentorat.guide.steps import BY_ID, STEPS, Step
from mentorat.guide.texts import TOPICS, Topic
from mentorat.model.documents import BY_STEM, KINDS
from mentorat.rules import RULES
from mentorat.rules.base import Rule
from mentorat.rules.examples import Example, example


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule with its example and the questions it answers for."""

    rule: Rule
    example: Example | None
    questions: tuple[shape.Field, ...] = ()


@dataclass(frozen=True, slots=True)
class StepPage:
    """A step with what is due from it."""

    step: Step
    rules: tuple[Rule, ...] = ()
    questions: tuple[shape.Field, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A question with the rules about it and the questions inside it."""

    question: shape.Field
    rules: tuple[Rule, ...] = ()
    inside: tuple[shape.Field, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A part of the method told in one go (`charter`, `visits`, `roles`, `steps`, `method`)."""

    topic: Topic


@dataclass(frozen=True, slots=True)
class NothingFound:
    """Nothing of that name, and what may have been meant."""

    word: str
    close: tuple[str, ...] = field(default=())


Page = RulePage | StepPage | QuestionPage | TopicPage | NothingFound


def explain(word: str) -> Page:
    """The page of a rule's code or name, of a step, or of a question (`plan.actions[0].lead`)."""
    code = word.upper()
    if code in RULES:
        return _rule_page(RULES[code])
    slugs = {rule.slug: rule for rule in RULES.values()}
    if word in slugs:
        return _rule_page(slugs[word])
    if word in BY_ID:
        return _step_page(BY_ID[word])
    if word in TOPICS:
        return TopicPage(TOPICS[word])
    question = find_question(word)
    if question:
        return _question_page(question)
    return NothingFound(word, _close(word))


def find_question(word: str) -> shape.Field | None:
    """The question of `<kind>.<path>`; the kind by its id or its file's name."""
    kind, _, rest = word.partition(".")
    kind = kind.removesuffix("[]")
    known = kind if kind in KINDS else BY_STEM[kind].id if kind in BY_STEM else ""
    if not known:
        return None
    if not rest:
        return shape.document(known)
    path = tuple("[]" if part.startswith("[") else part for part in re.findall(r"[^.\[\]]+|\[[^\]]*\]", rest))
    return shape.find(known, path)


def _rule_page(rule: Rule) -> RulePage:
    questions = tuple(found for name in sorted(rule.about) if (found := find_question(name)))
    return RulePage(rule, example(rule.code), questions)


def _step_page(step: Step) -> StepPage:
    rules = tuple(rule for _, rule in sorted(RULES.items()) if step.id in rule.due)
    questions = tuple(
        question
        for kind in KINDS
        for question in shape.document(kind).children.values()
        if question.due == step.id
    )
    return StepPage(step, rules, questions)


def _question_page(question: shape.Field) -> QuestionPage:
    rules = tuple(rule for _, rule in sorted(RULES.items()) if question.dotted in rule.about)
    return QuestionPage(question, rules, tuple(question.children.values()))


def _close(word: str) -> tuple[str, ...]:
    names = [*RULES, *(rule.slug for rule in RULES.values()), *(step.id for step in STEPS), *TOPICS]
    found = difflib.get_close_matches(word, names, n=3, cutoff=0.6)
    found += difflib.get_close_matches(word.upper(), list(RULES), n=3, cutoff=0.7)
    kind = word.partition(".")[0]
    known = kind if kind in KINDS else BY_STEM[kind].id if kind in BY_STEM else ""
    if known:
        dotted = [question.dotted for question in shape.walk(shape.document(known))]
        found += difflib.get_close_matches(word.replace(kind, known, 1), dotted, n=3, cutoff=0.5)
    return tuple(dict.fromkeys(found))[:3]
