"""`check` as SARIF 2.1.0, as code scanning services read it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from mentorat import __version__
from mentorat.findings import Finding, Report, Severity, State
from mentorat.guide.parties import PARTIES
from mentorat.guide.places import PLACES
from mentorat.i18n import N_, Translator
from mentorat.visible import visible

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
METHOD = "https://inclucities.eu"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def report(result: Report, translate: Translator, *, base: str = "", **_: Any) -> str:
    """The report as SARIF; what was set aside is suppressed, not dropped."""
    codes = sorted({finding.code for finding in result.findings})
    index = {code: number for number, code in enumerate(codes)}
    first = {finding.code: finding for finding in reversed(result.findings)}
    run = {
        "tool": {
            "driver": {
                "name": "mentorat",
                "version": __version__,
                "informationUri": METHOD,
                "rules": [_rule(first[code], translate) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "properties": {"asOf": result.as_of.isoformat()},
        "results": [_result(finding, index[finding.code], translate, base) for finding in result.findings],
    }
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _rule(finding: Finding, translate: Translator) -> dict[str, Any]:
    why = translate(finding.why)
    source = translate(PLACES[finding.place])
    return {
        "id": finding.code,
        "name": "".join(part.capitalize() for part in finding.slug.split("-")),
        "shortDescription": {"text": _text(why)[:1000]},
        "fullDescription": {"text": _text(why)[:1000]},
        "helpUri": METHOD,
        "help": {"text": _text(f"{why} ({source})")},
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
        "properties": {"tags": sorted({finding.code[:4].lower(), finding.place})},
    }


def _result(finding: Finding, rule: int, translate: Translator, base: str) -> dict[str, Any]:
    span = finding.span
    message = f"{finding.message.show(translate)} {finding.mend.show(translate)}"
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": _text(visible(message))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": quote(base + finding.file, safe="/", errors="surrogateescape")
                    },
                    "region": {
                        "startLine": span.line,
                        "startColumn": span.column,
                        "endLine": span.end_line,
                        "endColumn": span.end_column,
                    },
                }
            }
        ],
        "partialFingerprints": {"mentorat/v1": finding.fingerprint},
        "properties": {
            "party": translate(PARTIES[finding.party]),
            "step": finding.step,
            "key": finding.key,
            "state": finding.state.value,
        },
    }
    if finding.state is State.WAIVED:
        kind = "inSource" if finding.suppressed_by == "inline" else "external"
        why = finding.reason or translate(N_("Known from the baseline."))
        result["suppressions"] = [{"kind": kind, "justification": visible(why)}]
    return result


def _text(text: str) -> str:
    """Text as SARIF wants it: brackets are no links, braces no placeholders."""
    text = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return text.replace("{", "{{").replace("}", "}}")
