"""One pure function a format: a report in, a text out."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

CHECK_FORMATS = {
    "text": "check_text",
    "json": "check_json",
    "github": "check_github",
    "summary": "check_summary",
    "sarif": "check_sarif",
    "gitlab": "check_gitlab",
    "junit": "check_junit",
}
"""Formats of `check` and the module of each; a module is loaded only when its format is asked for."""

STATUS_FORMATS = {"text": "status_text", "markdown": "status_markdown", "json": "status_json"}
MATCH_FORMATS = {
    "text": "match_text",
    "markdown": "match_markdown",
    "json": "match_json",
    "csv": "match_csv",
    "html": "match_html",
}
COHORT_FORMATS = {
    "text": "cohort_text",
    "markdown": "cohort_markdown",
    "json": "cohort_json",
    "csv": "cohort_csv",
}
EXPLAIN_FORMATS = {"text": "explain_text", "json": "explain_json"}


def reporter(formats: dict[str, str], name: str) -> Callable[..., str]:
    """The `report` function of a format."""
    module: Any = importlib.import_module(f"mentorat.reporters.{formats[name]}")
    function: Callable[..., str] = module.report
    return function
