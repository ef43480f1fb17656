"""`explain` for machines."""

from __future__ import annotations

import json
from typing import Any

from mentorat import shape
from mentorat.explaining import NothingFound, Page, QuestionPage, RulePage, StepPage, TopicPage
from mentorat.guide.places import PLACES
from mentorat.i18n import Translator

FORMAT = "mentorat-explain/1"


def report(page: Page, translate: Translator, **_: Any) -> str:
    """The page as JSON."""
    return json.dumps({"format": FORMAT, **_page(page, translate)}, ensure_ascii=False, indent=2) + "\n"


def _page(page: Page, translate: Translator) -> dict[str, Any]:
    match page:
        case RulePage():
            rule = page.rule
            return {
                "rule": rule.code,
                "slug": rule.slug,
                "why": translate(rule.why),
                "due": {name: severity.value for name, severity in rule.due.items()},
                "party": rule.party,
                "source": translate(PLACES[rule.place]),
                "waivable": rule.waivable,
                "questions": sorted(rule.about),
                "bad": page.example.bad if page.example else "",
                "good": page.example.good if page.example else "",
            }
        case StepPage():
            return {
                "step": page.step.id,
                "label": translate(page.step.label),
                "meaning": translate(page.step.meaning),
                "source": translate(PLACES[page.step.place]),
                "questions": [question.dotted for question in page.questions],
                "rules": [rule.code for rule in page.rules],
            }
        case QuestionPage():
            return {**_question(page.question, translate), "rules": [rule.code for rule in page.rules]}
        case TopicPage():
            topic = page.topic
            return {
                "topic": topic.id,
                "title": translate(topic.title),
                "source": translate(PLACES[topic.place]),
                "passages": [
                    {"id": part.id, "heading": translate(part.heading), "text": translate(part.text)}
                    for part in topic.passages
                ],
            }
        case NothingFound():
            return {"unknown": page.word, "close": list(page.close)}


def _question(question: shape.Field, translate: Translator) -> dict[str, Any]:
    return {
        "key": question.dotted,
        "label": translate(question.label),
        "question": translate(question.question),
        "by": list(question.by),
        "due": question.due,
        "show": question.show,
        "form": question.form,
        "none": question.none,
        "source": translate(PLACES[question.place]),
        "inside": list(question.children),
    }
