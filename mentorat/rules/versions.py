"""What was final or signed keeps its name: a plan that changes gets another version."""

from __future__ import annotations

from mentorat.history import Version
from mentorat.i18n import N_
from mentorat.nodes import Document, Node
from mentorat.rules.base import WARNING, Problems, Rule, problem, rule
from mentorat.signing import meaning
from mentorat.source.reader import decode, read
from mentorat.workspace import Case

CONTENT = ("title", "date", "actions", "risks")
"""What a version of the plan consists of; around it the work goes on and is noted down."""
_COURSE = frozenset({"status", "progress"})
"""What changes in an action while it is carried out."""


@rule(
    "PLAN018", "plan-version-kept", on="pairing", due={"now": WARNING}, by="mentee_city", place="annex-6",
    mend=N_("Give the plan a new `version`, and note under `revisions` what has changed."),
)  # fmt: skip
def plan_version_kept(case: Case) -> Problems:
    """A plan that is final or signed is in other people's hands. If it changes and keeps its version, two
    different plans bear the same name."""
    plan = case.plan
    version = plan["version"].word
    if not version or not (plan["signatures"] or plan["status"].word in ("revised", "final")):
        return
    found = _standing(case, plan, version)
    if found is None:
        return
    committed, old = found
    if _content(old) == _content(plan):
        return
    if old["status"].word == "final":
        text = N_(
            "The plan is no longer the one that was final on {date}, but its version is still {version}."
        )
    else:
        text = N_(
            "The plan is no longer the one that was signed on {date}, but its version is still {version}."
        )
    yield problem(plan["version"], text, version=version, date=committed.date.isoformat())


def _standing(case: Case, plan: Node, version: str) -> tuple[Version, Node] | None:
    """The committed plan that bore a version first once it was final or signed.

    An example is written under Git, version by version, before anybody holds it: there the last one counts.
    """
    found = None
    for committed in case.workspace.history.versions(plan.document.file):
        old = _read(committed, plan.document)
        if old is None:
            continue
        if old["version"].word != version:
            break
        if old["signatures"] or old["status"].word == "final":
            found = (committed, old)
            if plan["provenance"]:
                break
    return found


def _read(committed: Version, document: Document) -> Node | None:
    """The plan as it was committed; None where it could not be read then."""
    text, problem_ = decode(committed.data)
    value = None if problem_ else read(text).value
    if not isinstance(value, dict):
        return None
    return Document(document.file, document.kind, document.id, document.owner, value).root


def _content(plan: Node) -> dict[str, object]:
    """What a plan says, without the course of things and whatever its layout."""
    content = {key: meaning(plan[key]) for key in CONTENT}
    actions = content["actions"]
    if isinstance(actions, list):
        content["actions"] = [
            {key: part for key, part in action.items() if key not in _COURSE}
            if isinstance(action, dict)
            else action
            for action in actions
        ]
    return content


RULES: tuple[Rule, ...] = (plan_version_kept,)
