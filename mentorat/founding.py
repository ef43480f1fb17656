"""Starting a programme and adding to it: which files, where, with what is known already."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from mentorat import resources, schemas
from mentorat.guide.steps import ORDER, following
from mentorat.guide.texts import OUTLINE
from mentorat.i18n import N_, Translator
from mentorat.model.documents import BY_STEM, KINDS, Kind
from mentorat.register import Municipality
from mentorat.scaffold import NewFile, new_document
from mentorat.slugs import slug
from mentorat.source.writer import Code
from mentorat.workspace import Workspace

REQUIRED = ("name", "theme", "mentee", "mentee_association")

QUESTIONS: dict[str, str] = {
    "name": N_("What is the programme called?"),
    "theme": N_("Which theme does the first pairing work on, in one sentence?"),
    "mentee": N_("Which city is mentored?"),
    "mentee_association": N_("Which association supports the mentee city?"),
    "mentor": N_("Which city is the mentor? Leave it empty if it is still to be found."),
    "mentor_association": N_("Which association supports the mentor city? It may stay empty."),
}
"""What `init` asks, by the name of the answer."""

PHASES: dict[str, tuple[int, str]] = {
    phase: (number, outline.host) for number, (phase, outline) in enumerate(OUTLINE.items(), 1)
}
"""The standard outline of visits: phase -> its usual number and host."""

_FROM_STEP = {
    "needs": "needs",
    "scope": "scope",
    "network": "mobilise",
    "plan": "visit_1",
    "follow-up": "approve",
    "review": "review",
}


@dataclass(slots=True)
class Answers:
    """What is known when a programme or a pairing is started; names as people write them."""

    name: str = ""
    theme: str = ""
    mentee: str = ""
    mentee_association: str = ""
    mentor: str = ""
    mentor_association: str = ""
    step: str = "setup"
    ci: tuple[str, ...] = ()

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of all answers."""
        return tuple(field.name for field in fields(cls))

    def missing(self) -> list[str]:
        """The required answers that are not given."""
        return [name for name in REQUIRED if not getattr(self, name)]

    @property
    def pairing(self) -> str:
        """The id of the pairing: both cities, or the mentee alone until there is a mentor."""
        return "-".join(part for part in (slug(self.mentee), slug(self.mentor)) if part)


@dataclass(frozen=True, slots=True)
class Place:
    """The municipality that a city is taken for; `chosen` where a person said so."""

    municipality: Municipality
    chosen: bool

    def context(self, kind_id: str) -> dict[str, Any]:
        """What a person's choice answers in Annex 2 or 3, by the name of the question."""
        known = self.municipality.local_context() if self.chosen else {}
        return {f"{kind_id}.local_context.{key}": value for key, value in known.items()}


def programme_files(answers: Answers, translate: Translator) -> list[NewFile]:
    """The frame of a programme: its own file, schemas, what Git and editors need to know."""
    values: dict[str, Any] = {
        "name": {translate.lang: answers.name},
        "language": translate.lang,
        "languages": [translate.lang],
    }
    return [
        new_document("programme", "mentorat.yaml", translate, values),
        *schema_files(translate),
        *(
            NewFile(name, _template(f"programme/{source}", translate))
            for name, source in _FRAME_FILES.items()
        ),
        NewFile(".vscode/settings.json", editor_settings()),
        *ci_files(answers.ci),
    ]


_FRAME_FILES = {
    ".gitignore": "gitignore",
    ".vscode/extensions.json": "extensions.json",
    "README.md": "README.md",
}


def _template(name: str, translate: Translator) -> str:
    folder = resources.folder("templates")
    own = folder / f"{name}.{translate.lang}"
    plain = folder / name
    source = own if own.is_file() else plain if plain.is_file() else folder / f"{name}.en"
    return source.read_text("utf-8")


def ci_files(providers: Iterable[str]) -> list[NewFile]:
    """The CI files for the services that were named."""
    where = {"github": ".github/workflows/mentorat.yml", "gitlab": ".gitlab-ci.yml"}
    folder = resources.folder("templates") / "ci"
    return [NewFile(where[name], (folder / f"{name}.yml").read_text("utf-8")) for name in providers]


CI_PROVIDERS = ("github", "gitlab")


def schema_files(translate: Translator) -> list[NewFile]:
    """The JSON Schemas in the programme's language, for editors."""
    return [
        NewFile(f".mentorat/schemas/{kind}.json", schemas.dump(schemas.translated(kind, translate)))
        for kind in KINDS
    ]


def editor_settings() -> str:
    """Which schema goes with which files, for editors that read `.vscode/settings.json`."""
    globs = {f".mentorat/schemas/{kind.id}.json": [_glob(kind)] for kind in KINDS.values()}
    settings = {"yaml.schemas": globs, "yaml.schemaStore.enable": False, "[yaml]": {"editor.tabSize": 2}}
    return json.dumps(settings, indent=2) + "\n"


def _glob(kind: Kind) -> str:
    folder = kind.folder.replace("{id}", "*")
    many = kind.stem in ("organisation", "practice", "benchmark", "visit")
    name = "*.yaml" if many else f"{kind.stem}.yaml"
    return f"{folder}/{name}" if folder else name


def pairing_files(
    answers: Answers,
    translate: Translator,
    workspace: Workspace | None,
    places: Mapping[str, Place] | None = None,
) -> list[NewFile]:
    """A pairing, its parties, and the documents of the steps up to the next one.

    Args:
        answers: what is known of the pairing.
        translate: the language of the comments.
        workspace: the programme it is added to, where there is one.
        places: the municipalities that the `mentee` and the `mentor` are taken for.
    """
    lang, files = translate.lang, []
    known = places or {}
    parties: dict[str, dict[str, str]] = {}
    for side in ("mentee", "mentor"):
        for role, kind in (("city", "municipality"), ("association", "association")):
            name = getattr(answers, side if role == "city" else f"{side}_association")
            if name:
                place = known.get(side) if role == "city" else None
                id_, file = _party(name, kind, workspace, translate, place)
                parties.setdefault(side, {})[role] = id_
                files += [file] if file else []
    values: dict[str, Any] = {"step": answers.step, "theme": {lang: answers.theme}, **parties}
    base = f"pairings/{answers.pairing}"
    files.append(new_document("pairing", f"{base}/pairing.yaml", translate, values))
    horizon = ORDER[following(answers.step) or answers.step]
    for stem, step in _FROM_STEP.items():
        if ORDER[step] <= horizon:
            kind_id = BY_STEM[stem].id
            context = known["mentee"].context(kind_id) if stem == "needs" and "mentee" in known else {}
            files.append(new_document(kind_id, f"{base}/{stem}.yaml", translate, answers=context))
    if answers.mentor and ORDER["strengths"] <= horizon:
        city = parties["mentor"]["city"]
        files.append(mentor_file(city, translate, known.get("mentor")))
    for phase, (number, host) in PHASES.items():
        if ORDER[f"visit_{number}"] <= horizon:
            files.append(visit_file(answers.pairing, phase, number, host, translate))
    return files


def _party(
    name: str, kind: str, workspace: Workspace | None, translate: Translator, place: Place | None
) -> tuple[str, NewFile | None]:
    """The id of an organisation, and its new file where the programme does not know it yet."""
    known = workspace.organisation(name) if workspace else None
    if known:
        return known.id, None
    id_ = slug(name)
    values = {"type": kind, "names": {translate.lang: name}}
    return id_, organisation_file(id_, translate, values, place)


def organisation_file(
    id_: str, translate: Translator, values: dict[str, Any], place: Place | None
) -> NewFile:
    """An organisation; for a city that is known, with country and codes, and where they come from."""
    path = f"organisations/{id_}.yaml"
    if place is None:
        return new_document("organisation", path, translate, values)
    city = place.municipality
    called = slug("".join(values.get("names", {}).values())) or id_
    others = [name for name in city.spellings if slug(name) != called]
    codes = {"lau": city.code if city.whole else "", "nuts3": city.nuts3, "other": city.other_code}
    return new_document(
        "organisation",
        path,
        translate,
        {**values, **({"aliases": others} if others and city.whole else {}), "country": city.country},
        {f"organisation.codes.{key}": Code(code) for key, code in codes.items() if code},
        {"country": origin(place, translate)},
    )


def origin(place: Place, translate: Translator) -> str:
    """The sentence that says where a city's country and codes come from, and what is not known."""
    city = place.municipality
    if not city.whole or not city.code:
        text = N_("Country and region are those of {name}; the code is left open.")
        return f"{translate(text, name=city.name)} {translate(city.gap)}".strip()
    if place.chosen:
        text = N_("Country and codes are those of {name} in {source}.")
    else:
        text = N_(
            "Country and codes are those of {name}, the only municipality that seems to be meant in {source}. "
            "Nobody has confirmed it: correct them if it is another."
        )
    return translate(text, name=city.name, source=city.source)


def mentor_file(city: str, translate: Translator, place: Place | None = None) -> NewFile:
    """A mentor's inventory of strengths."""
    kind_id = "mentor-strengths"
    context = place.context(kind_id) if place else {}
    return new_document(kind_id, f"mentors/{city}/strengths.yaml", translate, {"city": city}, context)


def visit_file(pairing: str, phase: str, number: int, host: str, translate: Translator) -> NewFile:
    """A visit of a pairing."""
    values = {"number": number, "phase": phase, "host": host}
    path = f"pairings/{pairing}/visits/{number}-{phase.replace('_', '-')}.yaml"
    return new_document("visit", path, translate, {key: value for key, value in values.items() if value})


def new_file(
    stem: str, name: str, translate: Translator, workspace: Workspace, place: Place | None = None
) -> NewFile:
    """The file that `mentorat new` lays.

    Args:
        stem: the kind as named on the command line (`practice`, `visit`, `mentor`…).
        name: its id, behind the pairing's or mentor's where it belongs to one.
        translate: the language of its comments.
        workspace: the programme it is added to.
        place: the municipality that a new organisation is taken for.

    Raises:
        ValueError: where the id is not one, or lacks the pairing or mentor it belongs to.
    """
    kind = BY_STEM["strengths" if stem == "mentor" else stem]
    owner, _, last = name.rpartition("/")
    parts = [part for part in (owner, last) if part]
    if not last or any(slug(part) != part for part in parts):
        raise ValueError(N_("“{name}” cannot be an id: use small letters, digits and hyphens only."))
    if kind.stem in ("practice", "visit"):
        if not owner:
            raise ValueError(
                N_("A {kind} belongs to a mentor or a pairing: write its id first, as in `{example}`.")
            )
        if kind.stem == "practice":
            return new_document(kind.id, f"mentors/{owner}/practices/{last}.yaml", translate)
        phase = last.replace("-", "_")
        number = _visit_number(workspace, owner, last)
        known = phase if phase in PHASES else "other"
        host = PHASES.get(phase, (0, ""))[1]
        file = visit_file(owner, known, number, host, translate)
        return NewFile(f"pairings/{owner}/visits/{number}-{last}.yaml", file.text)
    if kind.id == "mentor-strengths":
        return mentor_file(last, translate)
    if kind.id == "organisation":
        type_ = {"type": "municipality"} if place and place.chosen else {}
        return organisation_file(last, translate, type_, place)
    folder = kind.folder.replace("{id}", last)
    path = f"{folder}/{last}.yaml" if kind.stem == "benchmark" else f"{folder}/{kind.stem}.yaml"
    values: dict[str, Any] = {"step": "setup"} if kind.stem == "pairing" else {}
    return new_document(kind.id, path, translate, values)


def _visit_number(workspace: Workspace, pairing: str, name: str) -> int:
    """The number of a visit that is there already under this name, else the next one."""
    folder = workspace.pairings.get(pairing)
    stems = [visit.id for visit in folder.visits] if folder else []
    known = next((stem for stem in stems if stem.partition("-")[2] == name), "")
    number = known.partition("-")[0]
    return int(number) if number.isdigit() else len(stems) + 1


NEW_KINDS = (
    "pairing", "mentor", "practice", "visit", "network", "benchmark", "organisation",
    "needs", "scope", "plan", "follow-up", "review",
)  # fmt: skip
NEEDS_PAIRING = frozenset({"visit", "network", "needs", "scope", "plan", "follow-up", "review"})


def existing(root: Path, files: Iterable[NewFile]) -> list[str]:
    """Which of the files are there already."""
    return [file.path for file in files if (root / file.path).exists()]
