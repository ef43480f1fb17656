"""How much each criterion counts: the programme's own weights in words or numbers, else the tool's."""

from __future__ import annotations

import math
from collections.abc import Mapping

from mentorat.findings import Message
from mentorat.i18n import N_
from mentorat.matching.criteria import CRITERIA
from mentorat.matching.robustness import Row
from mentorat.nodes import Node

WORDS = {"decisive": 4.0, "important": 2.0, "useful": 1.0, "ignored": 0.0}
USUAL = {"correspondence": 4.0, "experience": 1.6, "profile": 1.2, "governance": 1.2}
"""The tool's own weights (0.5, 0.2, 0.15, 0.15), on the scale of the words."""

Weight = str | float | int

FROM_TOOL = N_("The weights are the tool's own; the programme has set none.")
FROM_PROGRAMME = N_("The weights are the programme's.")
FROM_PROGRAMME_BECAUSE = N_("The weights are the programme's: “{reason}”")
FROM_CALLER = N_("The weights were given for this run.")


class WrongWeights(ValueError):
    """Weights that cannot be used, and the sentence that says why."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values


def weights_of(programme: Node, given: Mapping[str, Weight] | None, lang: str) -> tuple[Row, Message]:
    """The weights of the four criteria, which add up to 1, and where they come from."""
    if given is not None:
        return _row(given), Message(FROM_CALLER)
    rules = programme["matching"]
    written = {id_: rules.at("weights", id_).value for id_ in CRITERIA}
    own = {id_: value for id_, value in written.items() if value is not None}
    if not own:
        return _row({}), Message(FROM_TOOL)
    reason = rules["reason"].text(lang)
    source = Message(FROM_PROGRAMME_BECAUSE, {"reason": reason}) if reason else Message(FROM_PROGRAMME)
    return _row(own), source


def _row(own: Mapping[str, object]) -> Row:
    for id_ in own:
        if id_ not in CRITERIA:
            raise WrongWeights(
                N_("There is no criterion “{name}”. The criteria are: {known}."),
                name=id_,
                known=", ".join(CRITERIA),
            )
    row = [_number(id_, own.get(id_, USUAL[id_])) for id_ in CRITERIA]
    whole = math.fsum(row)
    if not 0 < whole < math.inf:
        raise WrongWeights(N_("At least one criterion must count."))
    a, b, c, d = (weight / whole for weight in row)
    return a, b, c, d


def _number(name: str, weight: object) -> float:
    if isinstance(weight, str) and weight in WORDS:
        return WORDS[weight]
    if isinstance(weight, int | float) and not isinstance(weight, bool) and 0 <= weight < 1e9:
        return float(weight)
    raise WrongWeights(
        N_("The weight of {name} is “{weight}”; it must be one of {words}, or a number from 0 on."),
        name=name,
        weight=weight,
        words=", ".join(WORDS),
    )
