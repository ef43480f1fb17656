"""What a pairing does otherwise than the method says, and communities of practice (guide, chapter 6)."""

from __future__ import annotations

from mentorat.guide.vocabulary import TOOL
from mentorat.i18n import N_
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.rules.files import closest
from mentorat.workspace import Case, Workspace

COMMUNITY = "community_of_practice"


@rule(
    "ADAP001", "waiver-has-reason", on="pairing", due={"now": ERROR}, by="facilitator", place="chapter-6",
    mend=N_("Write under `reason` why the rule does not fit your situation; until then it holds."),
)  # fmt: skip
def waiver_has_reason(case: Case) -> Problems:
    """The method is there to be adapted, but knowingly: a reason lets others understand the choice, and learn from it."""
    for entry in case.pairing["adaptations"]:
        code = entry["rule"].word
        if code and not entry["reason"]:
            yield problem(entry["reason"], N_("Rule {code} is set aside without a reason."), code=code)


@rule(
    "ADAP002", "waiver-possible", on="pairing", due={"now": ERROR}, by="facilitator", place="chapter-6",
    mend=N_("Correct the code; `mentorat explain CODE` says whether a rule may be set aside."),
)  # fmt: skip
def waiver_possible(case: Case) -> Problems:
    """A few rules protect people, or the independence of the mentee; they hold in every pairing."""
    from mentorat.rules import RULES as ALL

    for entry in case.pairing["adaptations"]:
        rule_, waiver = entry["rule"], entry["kind"].word == "rule_waiver"
        code, known = rule_.word, ALL.get(rule_.word)
        if not code:
            if waiver:
                mend = N_("Write the code of the rule under `rule`, as in VISI005.")
                yield problem(rule_, N_("A rule is set aside here, but it is not said which."), mend=mend)
        elif known is None:
            guess = closest(code.upper(), list(ALL))
            if guess:
                text = N_("There is no rule {code}. Did you mean {guess}?")
                yield problem(rule_, text, code=code, guess=guess, mend=N_("Write `{guess}`."))
            else:
                yield problem(rule_, N_("There is no rule {code}."), code=code)
        elif not known.waivable:
            mend = N_("Remove the entry, and mend what the rule reports.")
            yield problem(rule_, N_("Rule {code} cannot be set aside."), code=code, mend=mend)


@rule(
    "ADAP003", "tool-left-out-why", on="pairing", due={"scope": INFO}, by="facilitator", place="chapter-3",
    mend=N_("Write under `reason` why you do without it, and under `tool` which tool is meant."),
)  # fmt: skip
def tool_left_out_why(case: Case) -> Problems:
    """Partners may leave out any tool that does not help them; a word on the reason helps the next pairing to choose."""
    for entry in case.pairing["adaptations"]:
        left_out = entry["kind"].word == "tool_left_out" or (entry["tool"] and entry["used"].value is False)
        if not left_out or entry["reason"] or entry["rule"]:
            continue
        label = TOOL.terms.get(entry["tool"].word, "")
        if label:
            text = N_("It is not said why this tool is left out: {tool}.")
            yield problem(entry["reason"], text, tool=label, terms=("tool",))
        else:
            yield problem(entry["reason"], N_("It is not said which tool is left out, and why."))


@rule(
    "ADAP004", "community-of-practice", on="programme", due={"now": INFO}, by="coordinator", place="chapter-6",
    mend=N_("List the cities under `community`, `members` in mentorat.yaml, each with what it brings and what it learns."),
)  # fmt: skip
def community_of_practice(workspace: Workspace) -> Problems:
    """In a community of practice nobody is only mentor or only mentee: all cities give and take, so what is
    asked of mentors does not apply."""
    format_ = workspace.programme["format"]
    if format_.word == COMMUNITY:
        text = N_(
            "The programme is a community of practice: the rules on mentors are off, and each city says what it brings and learns."
        )
        yield problem(format_, text)


@rule(
    "COMM001", "member-gives-and-takes", on="programme", due={"now": WARNING}, by="mentee_city", place="chapter-6",
    mend=N_("Fill in `brings` and `learns` for every city of the community."),
    about=("programme.community.members[].brings", "programme.community.members[].learns"),
)  # fmt: skip
def member_gives_and_takes(workspace: Workspace) -> Problems:
    """A community of practice lives by what its members bring, and lasts as long as each of them learns."""
    if workspace.programme["format"].word != COMMUNITY:
        return
    for member in workspace.programme.at("community", "members"):
        city = workspace.name_of(member["city"].word) or member.name
        if not member["brings"]:
            yield problem(
                member["brings"], N_("{city} does not say what it brings to the community."), city=city
            )
        if not member["learns"]:
            yield problem(member["learns"], N_("{city} does not say what it wants to learn."), city=city)


RULES: tuple[Rule, ...] = (
    waiver_has_reason,
    waiver_possible,
    tool_left_out_why,
    community_of_practice,
    member_gives_and_takes,
)
