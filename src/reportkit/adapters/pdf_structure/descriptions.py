"""What a reader who does not see the page is told in words."""

from xml.etree.ElementTree import Element

from reportkit.adapters.pdf_structure.roles import SVG


def alternative(element: Element) -> str:
    """The text in place of a picture: title and description of a drawing, the description of an image."""
    if element.tag == "img":
        return element.get("alt", "")
    if element.tag != f"{SVG}svg":
        return ""
    parts = (element.findtext(f"{SVG}{name}") or "" for name in ("title", "desc"))
    return " ".join(" ".join(part.split()) for part in parts if part.strip())


def language(element: Element) -> str:
    """The language that begins with this element, if one does."""
    return "" if element.tag == "html" else element.get("lang", "")


def link_text(link: Element) -> str:
    """What a link says, or else where it leads."""
    said = " ".join("".join(link.itertext()).split())
    names = (link.get("aria-label"), link.get("data-page"), said, link.get("href"))
    return next((name for name in names if name), "")
