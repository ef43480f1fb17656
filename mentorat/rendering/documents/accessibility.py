"""The accessibility statement of a programme's pages: what was tested, what was not, and where to complain.

It says what holds for every page that the tool makes; what only the programme knows stays a visible gap.
Source: Directive (EU) 2016/2102 and the model statement that goes with it.
"""

from __future__ import annotations

from mentorat.i18n import N_
from mentorat.rendering.documents.entries import read, read_all
from mentorat.rendering.escape import url
from mentorat.rendering.page import document_of, fact, page, part
from mentorat.rendering.pieces import bullets, note, prose, sheet
from mentorat.rendering.saying import Reader, View

LABEL = N_("Accessibility statement")

_TESTED = (
    N_(
        "Valid HTML, with headings in order, labelled tables and the language of every text (Nu Html Checker, html-validate)."
    ),
    N_(
        "The rules of WCAG 2.2, levels A and AA, that a machine can judge (axe-core), in light and in dark colours, on a narrow and on a wide screen."
    ),
    N_("Text that reflows at 320 pixels, stays whole with wider spacing, and prints on A4."),
    N_("Enough contrast of every text, in light and in dark colours and on paper."),
    N_(
        "Pages that need no script and load nothing from elsewhere; what scrolls can be reached with the keyboard."
    ),
    N_("PDF files after PDF/UA-1 (page-validation)."),
)
_NOT_TESTED = (
    N_("Whether words or signs say all that a colour says, and use with the keyboard alone from end to end."),
    N_("Use with screen readers, magnifiers or voice control, by people who work with them every day."),
    N_(
        "Whether the texts that cities wrote are easy to understand, and whether their links lead to pages that are accessible."
    ),
    N_("PDF files by veraPDF or PAC, which a claim of conformity should rest on."),
    N_("Documents that are only linked to: reports, recordings, presentations."),
)
_LIMITS = (
    N_("On a narrow screen, wide tables scroll sideways."),
    N_("Texts that have no translation are shown in their own language, which is marked."),
    N_("Markdown files carry no language marks; the HTML page of the same name does."),
)


def accessibility_view(reader: Reader) -> View:
    """The statement as one reader sees it."""
    node = document_of(reader, "programme", N_("Programme"))
    parts = part("status", reader.translate(N_("How accessible the pages are")), _status(reader))
    parts += part("tested", reader.translate(N_("What was tested automatically")), [_points(reader, _TESTED)])
    parts += part("untested", reader.translate(N_("What was not tested")), [_points(reader, _NOT_TESTED)])
    parts += part(
        "limits", reader.translate(N_("What is known not to be perfect")), [_points(reader, _LIMITS)]
    )
    parts += part("contact", reader.translate(N_("Tell us what does not work")), _contact(reader))
    parts += part("recourse", reader.translate(N_("If we do not answer")), _recourse(reader))
    name = read(reader, node["name"])
    summary = fact(reader, N_("Programme"), name)
    summary += fact(
        reader, N_("Prepared on"), reader.plain(reader.locale.date(reader.target.as_of.isoformat()))
    )
    summary += fact(reader, N_("How it was prepared"), reader.ours(N_("self-assessment")))
    return {**page(reader, node, LABEL, title=None, summary=summary), "parts": parts}


def _points(reader: Reader, points: tuple[str, ...]) -> View:
    return bullets(reader, [reader.ours(point) for point in points])


def _status(reader: Reader) -> list[View]:
    texts = (
        N_("This statement is about the pages and documents that the programme makes from its files."),
        N_(
            "They are made to meet EN 301 549 and WCAG 2.1, level AA. Machines found no fault in the templates; nobody has audited the pages by hand. Until somebody has, they count as partly conformant."
        ),
    )
    return [prose(reader, reader.ours(text)) for text in texts]


def _contact(reader: Reader) -> list[View]:
    programme = reader.target.programme
    ask = N_(
        "If you cannot read or use a page, write to us. Say which page it is and what happens; you may ask for the content in another form."
    )
    found = [prose(reader, reader.ours(ask))]
    mailboxes = read_all(reader, programme.at("privacy", "shared_mailboxes"))
    ways = fact(reader, N_("E-mail"), _mailbox(mailboxes[0]) if mailboxes else None)
    for label, key in ((N_("Post"), "postal_address"), (N_("Website"), "website")):
        ways += fact(reader, label, read(reader, programme.at("contact", key)))
    if not ways:
        gap = N_(
            "The programme has to name a way here: `contact` or `privacy.shared_mailboxes` in mentorat.yaml."
        )
        return [*found, note(reader, gap)]
    return [*found, *sheet(ways)]


def _mailbox(mailbox: View) -> View:
    return {**mailbox, "href": url(f"mailto:{mailbox['text']}")}


def _recourse(reader: Reader) -> list[View]:
    texts = (
        N_(
            "If you have written to us and got no satisfactory answer, you can turn to the body that watches over accessibility in your country: in France the Défenseur des droits, in Belgium the ombudsman of the authority concerned."
        ),
        N_("The programme adds the address of that body for each of its countries."),
    )
    return [prose(reader, reader.ours(texts[0])), note(reader, texts[1])]
