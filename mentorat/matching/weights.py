"""How much each criterion counts, in words or numbers: the pairing's, else the programme's, else the tool's."""

from __future__ import annotations

import math
from collections.abc import Mapping

from mentorat.case import Case
from mentorat.findings import Message
from mentorat.i18n import N_
from mentorat.matching.criteria import CRITERIA
from mentorat.matching.robustness import Row

WORDS = {"decisive": 4.0, "important": 2.0, "useful": 1.0, "ignored": 0.0}
USUAL = {"correspondence": 4.0, "experience": 1.6, "profile": 1.2, "governance": 1.2}
"""The tool's own weights (0.5, 0.2, 0.15, 0.15), on the scale of the words."""

Weight = str | float | int

FROM_TOOL = N_("The weights are the tool's own; neither the pairing nor the programme has set any.")
FROM_PAIRING = N_("The weights are those that the pairing agreed on.")
FROM_PROGRAMME = N_("The weights are the programme's.")
FROM_PROGRAMME_BECAUSE = N_("The weights are the programme's: “{reason}”")
SUPPOSED = N_("Supposed: the weights of this run ({given}); what was agreed stays as it is.")
SUPPOSED_SOME = N_(
    "Supposed: some weights of this run ({given}); the other criteria count as before, and what was agreed stays as it is."
)


class WrongWeights(ValueError):
    """Weights that cannot be used, and the sentence that says why."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values


def weights_of(case: Case, given: Mapping[str, Weight] | None, lang: str) -> tuple[Row, Message]:
    """The weights of the four criteria, which add up to 1, and where they come from.

    The criteria that a pairing agreed on come before those of the whole programme; what it does not
    list does not count.  A criterion that is listed without a weight has the tool's own.  Weights that are
    given for one run come before all of them; words among them count as much beside numbers as beside words.
    """
    agreed, source = agreed_weights(case, lang)
    if not given:
        return _row(agreed), source
    text = SUPPOSED if all(id_ in given for id_ in CRITERIA) else SUPPOSED_SOME
    written = ", ".join(f"{id_}={weight}" for id_, weight in given.items())
    return _row({**agreed, **_on_scale(given, agreed)}), Message(text, {"given": written})


def _on_scale(given: Mapping[str, Weight], agreed: Mapping[str, object]) -> dict[str, Weight]:
    """The weights of one run on the scale of those agreed: `decisive` is half of a hundred per cent too."""
    numbers = [weight for weight in agreed.values() if isinstance(weight, int | float) and 0 <= weight < 1e9]
    words = any(weight in WORDS for weight in given.values())
    if not words or len(numbers) < len(CRITERIA) or not any(numbers):
        return dict(given)
    unit = math.fsum(numbers) / math.fsum(USUAL.values())
    return {id_: _number(id_, weight) * unit for id_, weight in given.items()}


def agreed_weights(case: Case, lang: str) -> tuple[dict[str, object], Message]:
    """The weights as the pairing, else the programme, else the tool has set them, and which of them it was."""
    listed = {
        entry["criterion"].word: entry["weight"].value for entry in case.pairing.at("matching", "criteria")
    }
    own = {id_: _or_usual(id_, weight) for id_, weight in listed.items() if id_ in CRITERIA}
    if own:
        return {id_: own.get(id_, 0) for id_ in CRITERIA}, Message(FROM_PAIRING)
    rules = case.programme["matching"]
    shared = {id_: rules.at("weights", id_).value for id_ in CRITERIA}
    if all(weight is None for weight in shared.values()):
        return dict(USUAL), Message(FROM_TOOL)
    reason = rules["reason"].text(lang)
    source = Message(FROM_PROGRAMME_BECAUSE, {"reason": reason}) if reason else Message(FROM_PROGRAMME)
    return {id_: _or_usual(id_, weight) for id_, weight in shared.items()}, source


def _or_usual(id_: str, weight: object) -> object:
    return USUAL[id_] if weight is None else weight


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
