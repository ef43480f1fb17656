"""Pages as tagged PDF files (PDF/UA-1): the only module that knows WeasyPrint, which is an extra.

The page itself stays the one that browsers show.  Some things are changed on the way: definition lists
become tables with row headings or plain lists, because groups within them are no list items to a PDF
reader; links hold nothing but their text; and nothing is ever fetched, neither from the network nor from this machine (pictures are part
of the page).
"""

from __future__ import annotations

import functools
import logging
from typing import Any
from xml.etree import ElementTree  # nothing is parsed with it

from mentorat import resources
from mentorat.rendering.formats.extras import NotInstalled

VARIANT = "pdf/ua-1"
_LIST = {"dl": "ul", "div": "li", "dt": "div", "dd": "div"}
_TABLE = {"dl": "table", "div": "tr", "dt": "th", "dd": "td"}
"""What the parts of a definition list become: items, or rows where labels stand in a column of their own."""
_CLASSES = {"dl": "pairs", "dt": "label-of", "dd": "text-of"}


def write(page: str) -> bytes:
    """A page in HTML as a PDF file.

    Raises:
        NotInstalled: WeasyPrint is not there, or cannot find the libraries it draws with.
    """
    weasyprint = _weasyprint()
    fetcher = weasyprint.URLFetcher(allowed_protocols={"data"})
    document = weasyprint.HTML(string=page, url_fetcher=fetcher)
    _without_definition_lists(document.etree_element)
    _links_of_text_alone(document.etree_element)
    _links_to_files(document.etree_element)
    ElementTree.SubElement(document.etree_element.find("head"), "style").text = _style()
    written: bytes = document.write_pdf(pdf_variant=VARIANT)
    return written


def _weasyprint() -> Any:
    try:
        import weasyprint
    except ImportError as error:
        raise NotInstalled("pdf", str(error)) from error
    except OSError as error:
        raise NotInstalled("pdf", str(error), system=True) from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    return weasyprint


def _without_definition_lists(root: Any) -> None:
    for found in [each for each in root.iter() if each.tag == "dl"]:
        names = _TABLE if "facts" in found.get("class", "").split() else _LIST
        for part in (found, *found, *(part for group in found for part in group)):
            was = part.tag
            part.tag = names.get(was, was)
            if was in _CLASSES:
                part.set("class", f"{_CLASSES[was]} {part.get('class', '')}".strip())
            if part.tag == "th":
                part.set("scope", "row")
        if found.tag == "table":
            rows = list(found)
            found[:] = []
            ElementTree.SubElement(found, "tbody")[:] = rows


def _links_of_text_alone(root: Any) -> None:
    """A link says its language itself, and a remark stands behind it: each part would be a link of its own."""
    above = {child: parent for parent in root.iter() for child in parent}
    for link in [each for each in root.iter() if each.tag == "a"]:
        for part in list(link):
            if part.tag == "span":
                for name in ("lang", "dir"):
                    if part.get(name):
                        link.set(name, part.get(name))
                link.text = "".join((link.text or "", *part.itertext(), part.tail or ""))
                link.remove(part)
            elif part.tag == "small":
                link.remove(part)
                part.tail, link.tail = link.tail, "\u00a0"
                above[link].insert(list(above[link]).index(link) + 1, part)


def _links_to_files(root: Any) -> None:
    """Another page of the tool is a PDF file beside this one, too."""
    for link in root.iter("a"):
        path, _, ending = link.get("href", "").rpartition(".")
        if ending == "html" and ":" not in path:
            link.set("href", f"{path}.pdf")


@functools.cache
def _style() -> str:
    return (resources.folder("templates") / "pdf.css").read_text("utf-8")
