"""`mentorat match PAIRING --choose CITY --reason TEXT`: the choice that people have made, written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings
from mentorat.guide.parties import PARTIES
from mentorat.i18n import N_

if TYPE_CHECKING:
    from mentorat.case import Case
    from mentorat.matching import Ranking


@dataclass(frozen=True, slots=True)
class Chosen:
    """What `--choose`, `--reason` and `--by` say."""

    city: str
    reason: str
    parties: tuple[str, ...]


def chosen(city: str, reason: str, by: list[str], *, supposed: bool) -> Chosen | None:
    """The choice, if one is made; `supposed` says whether the run takes anything for granted.

    Raises:
        Stop: the choice is not whole.
    """
    parties = tuple(part.strip() for entry in by for part in entry.split(",") if part.strip())
    if not city:
        for option, value in (("--reason", reason), ("--by", parties)):
            if value:
                raise Stop(Exit.USAGE, N_("{option} goes with --choose."), option=option)
        return None
    if not reason.strip():
        raise Stop(Exit.USAGE, N_("A choice needs its reason: say it with --reason."))
    for party in parties:
        if party not in PARTIES:
            text = N_("There is no party “{value}”. The parties are: {known}.")
            raise Stop(Exit.USAGE, text, value=party, known=", ".join(PARTIES))
    if supposed:
        raise Stop(
            Exit.USAGE,
            N_(
                "A choice rests on what is written down: make it without --weights, --with, --without, "
                "--capacity and --register."
            ),
        )
    return Chosen(city, reason, parties)


def write_down(case: Case, ranking: Ranking, wanted: Chosen, settings: Settings) -> None:
    """Write the choice into the pairing's file, and say what was written and what speaks against it."""
    from mentorat.matching.deciding import Choice, NotDecided, decide
    from mentorat.matching.results import REMINDER
    from mentorat.rendering.ranking_words import say
    from mentorat.source.editor import write_atomically

    ranked = next(each for each in ranking.candidates if each.mentor == ranking.asked)
    choice = Choice(ranked, wanted.reason, wanted.parties, case.as_of)
    file = case.pairing.document.file
    text, _ = case.workspace.source(file)
    try:
        decided = decide(case, ranking, choice, text, settings.translate)
        write_atomically((case.workspace.root / file).resolve(), decided.text)
    except NotDecided as refused:
        raise Stop(Exit.USAGE, refused.text, **refused.values) from None
    except OSError as error:
        sentence = N_("{file} cannot be written: {reason}.")
        raise Stop(Exit.USAGE, sentence, file=file, reason=error.strerror or "") from None
    translate, console = settings.translate, settings.console
    for remark in decided.remarks:
        console.say(say(remark, translate))
    for gate in decided.against:
        text = N_("To be weighed: {reason}")
        if gate.hard:
            text = N_("It is chosen although this speaks against it: {reason}")
        console.say(translate(text, reason=say(gate.reason, translate)))
    console.say(translate(REMINDER))
