"""Which municipality a city is: the proposals of the register, and the choice that is a person's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mentorat.cli.exits import Exit, Stop
from mentorat.cli.settings import Settings
from mentorat.i18n import N_, Translator
from mentorat.visible import visible

if TYPE_CHECKING:
    from mentorat.founding import Place
    from mentorat.register import Municipality


def place_of(name: str, settings: Settings, *, asking: bool, city: bool = True) -> Place | None:
    """The municipality of a name: chosen by a person, else the only one that can be meant, else none.

    Args:
        name: as somebody wrote it.
        settings: the console and the language.
        asking: whether a person is there to choose.
        city: whether it is known to be a city; of another organisation only a city of that very name
            is proposed, and nothing is said where there is none.
    """
    from mentorat import register
    from mentorat.founding import Place

    found = register.search(name)
    if asking and (found.exact or (city and found.alike)):
        chosen = _choose(name, [*found.exact, *found.alike], bool(found.exact), settings)
        return Place(chosen, chosen=True) if chosen else None
    if found.sure and not asking:
        told = settings.translate(
            N_("“{name}”: country and codes are filled in after {source}. Please check them."),
            name=name,
            source=register.SOURCE,
        )
        settings.console.note(told)
        return Place(found.sure, chosen=False)
    if city or found.exact:
        text = (
            N_("“{name}” may be one of several municipalities; its country and codes are left open.")
            if found.exact
            else N_(
                "Eurostat's list of municipalities (2019) knows no “{name}”. It has only communes for Greece, "
                "parishes for Portugal and electoral areas for Ireland, and nothing for countries such as "
                "Norway, Serbia or Ukraine."
            )
        )
        settings.console.note(settings.translate(text, name=name))
    return None


def _choose(
    name: str, places: Sequence[Municipality], exact: bool, settings: Settings
) -> Municipality | None:
    """Show the proposals and let a person choose; the first is the default where the name is right."""
    say, translate = settings.console.say, settings.translate
    title = (
        N_("Municipalities that “{name}” may mean:")
        if exact
        else N_("There is no municipality “{name}” in the list; these come close:")
    )
    say(translate(title, name=visible(name)))
    for number, place in enumerate(places, 1):
        say(f"{number:>3}  {' · '.join(_facts(place, translate))}")
    for gap in dict.fromkeys(place.gap for place in places if place.gap):
        say(f"     {translate(gap)}")
    while True:
        try:
            question = translate(N_("Which one is it? Write its number, or 0 for none of them."))
            answer = settings.console.ask(question, "1" if exact else "0")
        except EOFError:
            raise Stop(Exit.INTERRUPTED, N_("Stopped; nothing was written.")) from None
        if answer.isdecimal() and int(answer) <= len(places):
            return places[int(answer) - 1] if int(answer) else None
        say(translate(N_("Please write a number from 0 to {most}."), most=len(places)))


def _facts(place: Municipality, translate: Translator) -> Iterator[str]:
    """What tells a municipality from another of its name."""
    from mentorat.guide.vocabulary import DEGREE_OF_URBANISATION
    from mentorat.register.names import plain
    from mentorat.rendering.locales import locale_of

    locale = locale_of(translate.lang)
    own = plain(place.name)
    yield place.name if not place.latin or plain(place.latin) in own else f"{place.name} ({place.latin})"
    yield locale.country(place.country)
    yield place.nuts3
    if place.zone and plain(place.zone).split()[0] not in own:
        yield translate(N_("near {city}"), city=place.zone)
    if not place.whole:
        yield translate(N_("part of a municipality"))
    figure = place.local_context().get("population")
    number = figure["value"] if figure else place.population
    if number:
        year = figure["year"] if figure else place.counted_in
        yield translate(N_("{number} inhabitants ({year})"), number=locale.number(number), year=year)
    if place.degree_of_urbanisation:
        yield translate(DEGREE_OF_URBANISATION.terms[place.degree_of_urbanisation])
    if place.code:
        yield place.code
