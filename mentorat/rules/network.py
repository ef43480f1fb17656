"""The local support network and its mirror in the mentor city (NETW)."""

from __future__ import annotations

from mentorat.guide.steps import BY_ID, ORDER
from mentorat.guide.vocabulary import REPRESENTS
from mentorat.i18n import N_
from mentorat.nodes import Node
from mentorat.rules.answers import people_concerned
from mentorat.rules.base import ERROR, INFO, WARNING, Problems, Rule, problem, rule
from mentorat.rules.sides import same
from mentorat.workspace import Case

MOST_MEMBERS = 10
FEWEST_MEMBERS = 3


def active_members(case: Case) -> list[Node]:
    """The members who have joined and not left by the day on which the pairing is judged."""
    today = case.as_of
    return [
        member
        for member in case.network["members"]
        if (member["joined_on"].date or today) <= today
        and ((left := member["left_on"].date) is None or left > today)
    ]


@rule(
    "NETW001",
    "network-exists",
    on="pairing",
    due={"needs": WARNING, "mobilise": ERROR},
    by="mentee_city",
    place="annex-5",
    mend=N_("List under `members` the organisations that take part, at most ten."),
    about=("support-network.members",),
)
def network_exists(case: Case) -> Problems:
    """The plan needs those who live with the problem and those who will help to solve it, from the first
    analysis on.
    """
    members = case.network["members"]
    if not case.network.exists:
        yield problem(
            members,
            N_("There is no local support network yet."),
            mend=N_("Run `mentorat new network {pairing}` and list the members in the file."),
            pairing=case.id,
        )
    elif not members:
        yield problem(members, N_("The local support network has no members yet."))
    elif not active_members(case):
        text = N_("The local support network has no member today: all have left, or have still to join.")
        yield problem(members, text)


@rule(
    "NETW002",
    "network-speaks-for-those-concerned",
    on="pairing",
    due={"mobilise": ERROR},
    by="mentee_city",
    place="chapter-4-network",
    mend=N_("Invite an organisation that speaks for them, and say so under its `represents`."),
    after=("NETW001",),
    waivable=False,
)
def network_speaks_for_those_concerned(case: Case) -> Problems:
    """Nobody plans well for people without them. Those whom the policy concerns are always part of the
    network.
    """
    represented = [word for member in active_members(case) for word in member["represents"].words]
    missing = [people for people in people_concerned(case) if people not in represented]
    if missing:
        text = N_(
            "No member of the local support network speaks for those whom the policy concerns: {people}."
        )
        people = [REPRESENTS.terms.get(word, word) for word in missing]
        yield problem(case.network["members"], text, terms=("people",), people=people)


@rule(
    "NETW003",
    "network-small-enough",
    on="pairing",
    due={"mobilise": ERROR},
    by="mentee_city",
    place="annex-5",
    mend=N_(
        "Agree on ten members at most, and give `left_on` to those who leave; others can be heard at single meetings."
    ),
    after=("NETW001",),
)
def network_small_enough(case: Case) -> Problems:
    """In a group of up to ten, everybody can speak and feels responsible."""
    count = len(active_members(case))
    if count > MOST_MEMBERS:
        text = N_(
            "The local support network has {count} members; ten are the most that can really work together."
        )
        yield problem(case.network["members"], text, count=count)


@rule(
    "NETW004",
    "network-large-enough",
    on="pairing",
    due={"mobilise": INFO},
    by="mentee_city",
    place="annex-5",
    mend=N_("Think about who else knows the problem, and invite them."),
    after=("NETW001",),
)
def network_large_enough(case: Case) -> Problems:
    """One or two members can hardly stand for all who have a view on the problem."""
    count = len(active_members(case))
    if count == 1:
        yield problem(
            case.network["members"], N_("The local support network has one member only. Is every view there?")
        )
    elif count < FEWEST_MEMBERS:
        text = N_("The local support network has only {count} members. Is every view there?")
        yield problem(case.network["members"], text, count=count)


@rule(
    "NETW005",
    "network-inside-and-outside",
    on="pairing",
    due={"mobilise": WARNING},
    by="mentee_city",
    place="annex-5",
    mend=N_("Invite members from the other side too, and give each its `position`."),
    after=("NETW001",),
)
def network_inside_and_outside(case: Case) -> Problems:
    """Colleagues in city hall make change possible, people outside it see what is needed. The network joins
    both.
    """
    positions = {member["position"].word for member in active_members(case)}
    if positions == {"inside_municipality"}:
        yield problem(
            case.network["members"], N_("All members of the local support network are part of city hall.")
        )
    elif positions == {"outside_municipality"}:
        yield problem(
            case.network["members"], N_("No member of the local support network is part of city hall.")
        )


@rule(
    "NETW006",
    "network-member-has-stake",
    on="pairing",
    due={"mobilise": WARNING},
    by="mentee_city",
    place="annex-5",
    mend=N_("Write in a sentence under `stake` why the problem matters to this member."),
    after=("NETW001",),
    about=("support-network.members[].stake",),
)
def network_member_has_stake(case: Case) -> Problems:
    """Members take part because the problem touches them. Knowing how helps to give each a fair part."""
    for member in active_members(case):
        if member["stake"]:
            continue
        organisation = member["organisation"].word
        if organisation:
            text = N_("Nothing says why the problem matters to {organisation}.")
            yield problem(member["stake"], text, organisation=case.workspace.name_of(organisation))
        else:
            text = N_("Nothing says why the problem matters to member {number} of the network.")
            yield problem(member["stake"], text, number=member.number)


@rule(
    "NETW007",
    "network-joins-early",
    on="pairing",
    due={"mobilise": INFO},
    by="mentee_city",
    place="chapter-4-network",
    mend=N_("Go through the needs analysis with the network and note what it adds."),
    after=("NETW001",),
)
def network_joins_early(case: Case) -> Problems:
    """Whoever joins after the needs are written can only comment on them. At best the network helps to find
    them.
    """
    step = case.network["involved_from"]
    if ORDER.get(step.word, 0) > ORDER["needs"]:
        text = N_(
            "The network takes part only from the step “{step}” on; the needs analysis would be better."
        )
        yield problem(step, text, terms=("step",), step=BY_ID[step.word].label)


@rule(
    "NETW009",
    "network-has-mirror",
    on="pairing",
    due={"visit_2": INFO},
    by="mentor_city",
    place="chapter-2",
    mend=N_("List its members under `mirror_group`, or write `[]` if there is none."),
    after=("NETW001",),
    about=("support-network.mirror_group",),
)
def network_has_mirror(case: Case) -> Problems:
    """Where the mentor city has a group like the mentee's, members can talk with those who do the same work
    there.
    """
    mirror = case.network["mirror_group"]
    if not mirror:
        yield problem(
            mirror, N_("Nothing says whether the mentor city has a group that mirrors the network.")
        )


@rule(
    "NETW010",
    "network-doubles-nothing",
    on="pairing",
    due={"mobilise": INFO},
    by="mentee_city",
    place="annex-5",
    mend=N_(
        "Name under `existing_structures_checked` the bodies you looked at, or write `[]` if there are none."
    ),
    after=("NETW001",),
    about=("support-network.existing_structures_checked",),
)
def network_doubles_nothing(case: Case) -> Problems:
    """A group beside an advisory body that does the same work costs people time and goodwill."""
    checked = case.network["existing_structures_checked"]
    if not checked:
        yield problem(checked, N_("Nobody has noted whether the network doubles a body that exists already."))


@rule(
    "NETW011",
    "network-lasts",
    on="pairing",
    due={"approve": INFO},
    by="mentee_city",
    place="annex-5",
    mend=N_("Agree with the members on a later end under `period`."),
    after=("NETW001",),
)
def network_lasts(case: Case) -> Problems:
    """A plan is kept alive by those who follow it. At best the network stays until the actions are done."""
    end = case.network.at("period", "end")
    last_actions = [action.at("schedule", "end").date for action in case.plan["actions"]]
    latest = max((day for day in last_actions if day), default=None)
    if latest and end.last_day and end.last_day < latest:
        text = N_("The network ends on {date}, before the last action of the plan does.")
        yield problem(end, text, date=str(end.value))


@rule(
    "NETW012",
    "network-stays-light",
    on="pairing",
    due={"mobilise": INFO},
    by="mentee_city",
    place="annex-5",
    mend=N_("See whether these costs can be spared; where they cannot, leave them as they are."),
    after=("NETW001",),
)
def network_stays_light(case: Case) -> Problems:
    """A network that costs little more than a room and a meal can be called together at any time, and lasts."""
    other = case.network.at("costs", "other")
    if len(other):
        yield problem(other, N_("The network costs more than rooms, meals and attendance fees."))


@rule(
    "NETW013",
    "network-member-once",
    on="pairing",
    due={"now": ERROR},
    by="mentee_city",
    place="data",
    mend=N_("Keep one entry for the organisation."),
    after=("NETW001",),
)
def network_member_once(case: Case) -> Problems:
    """A member that is listed twice is counted twice, in the size of the network and in who speaks for whom."""
    seen: set[str] = set()
    for member in active_members(case):
        organisation = member["organisation"].word
        known = same(case, organisation)
        if known and known in seen:
            text = N_("{organisation} is listed twice among the members of the network.")
            yield problem(member["organisation"], text, organisation=case.workspace.name_of(organisation))
        seen.add(known)


RULES: tuple[Rule, ...] = (
    network_exists,
    network_speaks_for_those_concerned,
    network_small_enough,
    network_large_enough,
    network_inside_and_outside,
    network_member_has_stake,
    network_joins_early,
    network_has_mirror,
    network_doubles_nothing,
    network_lasts,
    network_stays_light,
    network_member_once,
)
