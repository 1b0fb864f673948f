"""What an element of the page is in the structure of the PDF."""

from xml.etree.ElementTree import Element

SVG = "{http://www.w3.org/2000/svg}"

_ROLES = {
    "section": "Sect",
    "article": "Art",
    "aside": "Sect",
    "blockquote": "BlockQuote",
    "p": "P",
    "pre": "P",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LI",
    "dt": "Lbl",
    "dd": "LBody",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "caption": "Caption",
    "figcaption": "Caption",
    "a": "Link",
    "code": "Code",
    "img": "Figure",
    f"{SVG}svg": "Figure",
}
# The list that is all of the contents is no part by itself; lists in one of its lines are.
_ROLES_IN_CONTENTS = {
    ("TOC", "div"): "Caption",
    ("TOC", "ol"): "",
    ("TOC", "li"): "TOCI",
    ("TOCI", "ol"): "TOC",
}
_ROLES_BY_CLASS = {
    "citation": "Reference",
    "csl-bib-body": "L",
    "csl-entry": "LI",
    "csl-left-margin": "Lbl",
    "csl-right-inline": "BibEntry",
    "footnote": "Note",
}


def role(element: Element, around: str) -> str:
    """The structure type inside an element of the type `around`; empty for elements that are style alone."""
    for name in element.get("class", "").split():
        if name in _ROLES_BY_CLASS:
            return _ROLES_BY_CLASS[name]
    found = _ROLES.get(element.tag, "")
    if element.tag == "nav" or (around, element.tag) in _ROLES_IN_CONTENTS:
        return _ROLES_IN_CONTENTS.get((around, element.tag), "TOC")
    if not found and (element.get("lang") or (element.tag == "abbr" and element.get("title"))):
        return "Span"
    return found


def scope(cell: Element, *, in_head: bool) -> str:
    """Which cells a head cell speaks for; a title across a body speaks for the rows below it."""
    said = cell.get("scope", "")
    if said in {"row", "col"}:
        return {"row": "Row", "col": "Column"}[said]
    return "Column" if in_head or span(cell, "colspan") > 1 else "Row"


def span(cell: Element, name: str) -> int:
    """Over how many columns or rows a cell goes."""
    value = cell.get(name, "1")
    return int(value) if value.isdecimal() and int(value) else 1
