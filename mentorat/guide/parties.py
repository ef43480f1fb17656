"""The parties of a pairing, and what each is asked to do (guide, chapter 2 and Annex 1)."""

from __future__ import annotations

from typing import Literal

from mentorat.i18n import N_

PartyId = Literal[
    "mentee_city", "mentee_association", "mentor_city", "mentor_association",
    "facilitator", "local_network", "coordinator",
]  # fmt: skip

PARTIES: dict[str, str] = {
    "coordinator": N_("Programme coordinator"),
    "mentee_city": N_("Mentee city"),
    "mentee_association": N_("Mentee association"),
    "mentor_city": N_("Mentor city"),
    "mentor_association": N_("Mentor association"),
    "facilitator": N_("Facilitator"),
    "local_network": N_("Local support network"),
}
"""Id of a party -> its name, in the order in which reports list them."""

TASKS: dict[str, tuple[str, ...]] = {
    "coordinator": (
        N_("Structures the programme and helps its members to improve their policies."),
        N_("Tries out new tools for mutual learning."),
    ),
    "mentee_city": (
        N_("Says which parts of its work it wants to improve and which changes it wants."),
        N_("Plans the actions, decides on them and starts to carry them out."),
    ),
    "mentor_city": (
        N_("Shares its own experience, successes and failures alike."),
        N_("Listens, in confidence and outside any line of command."),
        N_("Helps to see options and risks; it does not decide."),
    ),
    "mentee_association": (
        N_("Ties the pairing to the regional, national and legal setting."),
        N_("Says how far other cities share the problem."),
        N_("Carries local problems to the government."),
    ),
    "mentor_association": (
        N_("Supports the mentor city in listing its strengths."),
        N_("Explains the mentor city's regional and national setting."),
    ),
    "facilitator": (
        N_("Supports the method, so that the others can think about the substance."),
    ),
    "local_network": (
        N_("Helps to find what the city can contribute."),
        N_("Takes part in the visits and helps to prepare them."),
        N_("Helps to draft the plan and to follow its progress."),
        N_("Makes sure that those concerned have their say, and spreads the results."),
    ),
}
"""What each party does in the method; printed in the agenda of the training and in the charter."""
