"""What every document is made of: the question behind a field, and the types of answers.

A field is written once, with `ask`: its label, its question, who answers it, the step from which it
is due, who may read it and its place in the guide.  Schemas, scaffolds, completeness rules, forms
and reports are derived from that.  Only what identifies a document is required: a half-filled draft
is valid, and `null` means the same as an absent key.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mentorat.guide import vocabulary
from mentorat.guide.parties import PARTIES
from mentorat.guide.places import PLACES
from mentorat.guide.steps import BY_ID
from mentorat.guide.vocabulary import Vocabulary
from mentorat.i18n import N_
from mentorat.model.countries import COUNTRIES, COUNTRY_ALIASES

Severity = Literal["error", "warning", "info"]
Visibility = Literal["public", "programme", "pairing", "private"]

EXTENSION = "x-mentorat"
"""The keyword under which a field's method data stands in the JSON Schemas."""


def ask(
    label: str,
    question: str,
    *,
    by: str | tuple[str, ...],
    place: str,
    due: str | None = None,
    severity: Severity = "info",
    show: Visibility = "pairing",
    none: bool = False,
    long: bool = False,
    example: str | None = None,
) -> Any:
    """A question of the method, as an optional field of a model.

    Args:
        label: what the answer is called in reports, in a few words (English, translated).
        question: what is asked, as a whole sentence (English, translated).
        by: who answers: one or more ids of `guide.parties`.
        place: where the guide asks it: a key of `guide.places`.
        due: the step from which it is due (`guide.steps`); None where it is never asked for.
        severity: how a missing answer is reported once it counts, where no named rule says it.
        show: the widest audience that may read the answer.
        none: whether "none" (`[]` for a list, `none: true` for an object) is an answer.
        long: whether the answer is usually a paragraph (scaffolds give it room).
        example: what an answer looks like, for forms and `explain` (English, translated).
    """
    parties = (by,) if isinstance(by, str) else by
    unknown = [party for party in parties if party not in PARTIES]
    if unknown or place not in PLACES or (due is not None and due not in BY_ID):
        raise ValueError(f"{label!r}: unknown party, place or step ({unknown}, {place}, {due})")
    facts: dict[str, Any] = {"by": list(parties), "place": place, "severity": severity, "show": show}
    facts |= {"due": due} if due else {}
    facts |= {key: True for key, value in (("none", none), ("long", long)) if value}
    facts |= {"example": example} if example else {}
    return Field(default=None, title=label, description=question, json_schema_extra={EXTENSION: facts})


class Base(BaseModel):
    """A group of answers.  Unknown keys are refused, so that a typing slip is never lost."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True, allow_inf_nan=False)


class Declinable(Base):
    """A group of answers that may say "none" as a whole."""

    none: Literal[True] | None = Field(
        default=None,
        title=N_("None"),
        description=N_("Write `true` where the honest answer is that there is none."),
    )


# ------------------------------------------------------------------ scalars


@dataclass(frozen=True, slots=True, eq=False)
class _Checked:
    """A text that a function checks; `schema` says the same to JSON Schema."""

    check: Any
    schema: dict[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.schema)


def _wrong_type(expected: str) -> PydanticCustomError:
    return PydanticCustomError("wrong_type", "expected {expected}", {"expected": expected})


LANGUAGE_TAG = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"


def _text(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        if value and all(
            re.match(LANGUAGE_TAG, str(key)) and (text is None or isinstance(text, str))
            for key, text in value.items()
        ):
            return value
        raise PydanticCustomError("wrong_languages", "a text by language")
    raise _wrong_type("text")


TEXT_SCHEMA: dict[str, Any] = {
    "x-text": True,
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "propertyNames": {"pattern": LANGUAGE_TAG},
            "additionalProperties": {"type": ["string", "null"]},
            "minProperties": 1,
        },
    ],
}
Text = Annotated[str | dict[str, str | None], _Checked(_text, TEXT_SCHEMA)]
"""Words of a city: a plain text, or the same text in several languages (`{fr: …, nl: …}`)."""


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
    raise _wrong_type("text")


Word = Annotated[str, _Checked(_plain, {"type": "string"})]
"""A text that has no language: a reference number, a version, a name that is never translated."""

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def _slug(value: Any) -> Any:
    if isinstance(value, str) and re.match(SLUG, value):
        return value
    if isinstance(value, str):
        raise PydanticCustomError("wrong_id", "not an id")
    raise _wrong_type("text")


Slug = Annotated[str, _Checked(_slug, {"type": "string", "pattern": SLUG})]
"""An id: small letters, digits and hyphens."""

PARTIAL_DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"


def _date(value: Any) -> Any:
    if isinstance(value, str) and re.match(r"^\d{4}-\d\d-\d\d$", value):
        try:
            datetime.date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("wrong_date", "no such day") from None
        return value
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        raise PydanticCustomError("wrong_date", "not a date")
    raise _wrong_type("date")


def _partial_date(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999:
        return value
    if isinstance(value, str) and re.match(PARTIAL_DATE, value):
        return _date(value) if len(value) == 10 else value
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        raise PydanticCustomError("wrong_date", "not a date")
    raise _wrong_type("date")


Date = Annotated[
    str, _Checked(_date, {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"})
]
"""A day, `YYYY-MM-DD`."""
PartialDate = Annotated[
    str | int,
    _Checked(
        _partial_date,
        {
            "anyOf": [
                {"type": "string", "pattern": PARTIAL_DATE},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ],
            "x-date": "partial",
        },
    ),
]
"""A day, a month or a year, as precise as it is known: `2021-05-03`, `2021-05` or `2021`."""


def _country(value: Any) -> Any:
    if not isinstance(value, str):
        raise _wrong_type("text")
    if value in COUNTRIES:
        return value
    if value.upper() in COUNTRY_ALIASES or value.upper() in COUNTRIES:
        right = COUNTRY_ALIASES.get(value.upper(), value.upper())
        raise PydanticCustomError("wrong_country", "write {right}", {"right": right})
    raise PydanticCustomError("unknown_value", "unknown", {"vocabulary": "country"})


Country = Annotated[str, _Checked(_country, {"type": "string", "enum": sorted(COUNTRIES)})]
"""A country, ISO 3166-1 alpha-2."""

CURRENCY = r"^[A-Z]{3}$"
LanguageCode = Annotated[str, Field(pattern=LANGUAGE_TAG)]
"""A language, BCP 47 (`fr`, `nl-BE`)."""
Year = Annotated[int, Field(ge=1000, le=9999)]
Number = int | float
Count = Number | Annotated[str, Field(pattern=r"^<\d+$")]
"""How many; a small group of people is written as `<10`, so that nobody can be recognised."""
Experience = Literal[0, 1, 2, 3, 4]
"""0 none, 1 planned, 2 pilot, 3 established for three years or more, 4 evaluated or taken up elsewhere."""


@dataclass(frozen=True, slots=True, eq=False)
class OneOf:
    """A value of a controlled list."""

    vocabulary: Vocabulary

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        terms, name = self.vocabulary.terms, self.vocabulary.name

        def check(value: Any) -> Any:
            if isinstance(value, str):
                if value in terms:
                    return value
                raise PydanticCustomError("unknown_value", "unknown", {"vocabulary": name})
            raise _wrong_type("text")

        return core_schema.no_info_plain_validator_function(check)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.vocabulary.terms), "x-vocabulary": self.vocabulary.name}


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of something described elsewhere.

    Targets: `organisation`, `contact`, `mentor`, `practice`, `benchmark`, or a list of the same
    pairing (`need`, `objective`, `obstacle`, `risk`, `action`, `key_factor`, `desired_result`,
    `change`).  A reference to an organisation may also be its name, an alias, or free text.
    """

    target: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_plain)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "x-ref": self.target}


OrganisationRef = Annotated[str, Ref("organisation")]
ContactRef = Annotated[str, Ref("contact")]
PracticeRef = Annotated[str, Ref("practice")]
NeedRef = Annotated[str, Ref("need")]
ObjectiveRef = Annotated[str, Ref("objective")]

StepId = Annotated[str, OneOf(vocabulary.STEP)]
PartyId = Annotated[str, OneOf(vocabulary.PARTY)]
VisibilityId = Annotated[str, OneOf(vocabulary.VISIBILITY)]


# ------------------------------------------------------------------ groups


class Item(Base):
    """An entry of a list that other entries may point to by its `id`."""

    id: Slug = Field(
        title=N_("Id"),
        description=N_("A short name in small letters, digits and hyphens; other files point to it."),
    )


class Period(Base):
    """From when to when, in dates as precise as they are known, or in words."""

    start: PartialDate | None = Field(
        default=None, title=N_("Start"), description=N_("When does it begin (YYYY-MM-DD, YYYY-MM or YYYY)?")
    )
    end: PartialDate | None = Field(
        default=None, title=N_("End"), description=N_("When does it end (YYYY-MM-DD, YYYY-MM or YYYY)?")
    )
    text: Text | None = Field(
        default=None, title=N_("In words"), description=N_("Where no date is known: when, in words?")
    )


class _Sourced(Base):
    year: Year | None = Field(
        default=None, title=N_("Year"), description=N_("Which year does the figure stand for?")
    )
    source: Text | None = Field(
        default=None, title=N_("Source"), description=N_("Where does the figure come from?")
    )
    approximate: bool | None = Field(
        default=None, title=N_("Approximate"), description=N_("Is the figure a rough one?")
    )
    unknown: Literal[True] | None = Field(
        default=None,
        title=N_("Unknown"),
        description=N_("Write `true` where nobody knows the figure; that is an answer too."),
    )


class Figure(_Sourced):
    """A number with the year it stands for and where it comes from."""

    value: Number | None = Field(
        default=None, title=N_("Value"), description=N_("What is the figure, in digits and without spaces?")
    )


class Money(_Sourced):
    """An amount with its currency (ISO 4217).  Amounts are decimal, never rounded by the tool."""

    amount: Number | None = Field(
        default=None, title=N_("Amount"), description=N_("How much, in digits and without spaces?")
    )
    currency: Annotated[str, Field(pattern=CURRENCY)] | None = Field(
        default=None, title=N_("Currency"), description=N_("In which currency (three letters, as in EUR)?")
    )


class Note(Base):
    """A remark, and who may read it; it may be narrower than the document, never wider."""

    text: Text | None = Field(default=None, title=N_("Remark"), description=N_("What is to be remembered?"))
    visibility: VisibilityId | None = Field(
        default=None, title=N_("Visibility"), description=N_("Who may read it?")
    )


class Link(Base):
    """An address on the web with its title."""

    title: Text | None = Field(default=None, title=N_("Title"), description=N_("What is behind the link?"))
    url: Word | None = Field(default=None, title=N_("Address"), description=N_("What is its full web address?"))
    kind: Annotated[str, OneOf(vocabulary.LINK_KIND)] | None = Field(
        default=None, title=N_("Kind"), description=N_("Is it a website, a report, a video or something else?")
    )


class Signature(Base):
    """A stamp of one party under a document or a part of it, made by `mentorat sign`."""

    party: PartyId = Field(title=N_("Party"), description=N_("Which party signs?"))
    function: Word = Field(title=N_("Function"), description=N_("In which function (no name)?"))
    date: Date = Field(title=N_("Date"), description=N_("On which day?"))
    part: Word | None = Field(
        default=None, title=N_("Part"), description=N_("Which part is signed? Empty means all of it.")
    )
    digest: Word = Field(title=N_("Digest"), description=N_("A digest of what was signed."))


class Document(Base):
    """What every file opens with."""

    schema_: Literal[1] = Field(
        alias="schema", title=N_("Schema"), description=N_("The version of the file's layout.")
    )
    provenance: Annotated[str, OneOf(vocabulary.PROVENANCE)] | None = Field(
        default=None,
        title=N_("Provenance"),
        description=N_("Are these public facts, or was it invented as an example?"),
    )
    visibility: VisibilityId | None = Field(
        default=None,
        title=N_("Visibility"),
        description=N_("Who may read this document, where that is narrower than usual?"),
    )
    sources: list[Link] | None = Field(
        default=None, title=N_("Sources"), description=N_("Where do the facts of this document come from?")
    )
    signatures: list[Signature] | None = Field(
        default=None, title=N_("Signatures"), description=N_("Which parties have signed it?")
    )
