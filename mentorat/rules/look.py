"""The programme's own look: what cannot be used is left away, and said here."""

from __future__ import annotations

from mentorat import look
from mentorat.i18n import N_
from mentorat.rules.base import WARNING, Problems, Rule, problem, rule
from mentorat.workspace import Workspace


@rule(
    "LOOK001", "colour-can-be-read", on="programme", due={"now": WARNING}, by="coordinator", place="tool",
    mend=N_("Write a darker colour as six digits in quotes, such as \"#1f4a7f\"; until then the pages keep their own."),
    about=("programme.look.colour",),
)  # fmt: skip
def colour_can_be_read(workspace: Workspace) -> Problems:
    """Headings and links stand in this colour on white: who sees badly must be able to read them too."""
    node = workspace.programme.at("look", "colour")
    if not node.word or look.accent(node.word):
        return
    colour = look.colour(node.word)
    if not colour:
        text = N_("“{written}” is no colour that the tool understands.")
        yield problem(node, text, written=node.word)
        return
    text = N_(
        "The colour {colour} is too faint on white ({contrast} to 1; text needs {least} to 1), so it is not used."
    )
    ratio = min(look.contrast(colour, ground) for ground in (look.PAPER, look.PANEL))
    yield problem(node, text, colour=colour, contrast=int(ratio * 10) / 10, least=look.CONTRAST)


_WHY = {
    "outside": N_("The logo {file} lies outside the programme's folder, so it is not used."),
    "missing": N_("There is no logo {file} in the programme's folder."),
    "large": N_("The logo {file} is larger than {most} kB, so it is not used."),
    "kind": N_("The logo {file} is neither PNG nor JPEG nor SVG, so it is not used."),
    "broken": N_("The logo {file} is no SVG drawing that can be read, so it is not used."),
}


@rule(
    "LOOK002", "logo-can-be-shown", on="programme", due={"now": WARNING}, by="coordinator", place="tool",
    mend=N_("Put a PNG, a JPEG or a plain SVG drawing of at most 200 kB into the programme's folder and name it here."),
    about=("programme.look.logo",),
)  # fmt: skip
def logo_can_be_shown(workspace: Workspace) -> Problems:
    """A logo is put into the pages themselves, so that they need nothing from elsewhere; nothing in it may run."""
    node = workspace.programme.at("look", "logo")
    if not node.word:
        return
    try:
        found = look.logo(workspace.root, node.word)
    except look.NoLogo as reason:
        yield problem(node, _WHY[reason.case], file=node.word, most=look.MOST // 1000)
        return
    if found.left_out:
        text = N_("The logo {file} holds parts that pages do not take, which are left out: {parts}.")
        yield problem(node, text, file=node.word, parts=", ".join(found.left_out))


RULES: tuple[Rule, ...] = (colour_can_be_read, logo_can_be_shown)
