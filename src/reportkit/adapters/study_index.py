"""An index of studies at the end of the printed document: it has page numbers, which only paper has.

It is made of the evidence index, whose entries say by study where each number is used.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from reportkit.model.languages import words_of
from reportkit.model.words import Words

_EVIDENCE, _ID = "evidence-index", "study-index"


def add_study_index(root: Element) -> None:
    """Add the index behind the evidence index, if there is one, and its line to the contents."""
    around = {child: parent for parent in root.iter() for child in parent}
    evidence = next((e for e in root.iter("section") if e.get("id") == _EVIDENCE), None)
    if evidence is None or not (studies := list(_studies(evidence))):
        return
    holder, words = around[evidence], words_of(root.get("lang", ""))
    holder.insert(list(holder).index(evidence) + 1, _index(studies, words))
    contents = next((part for nav in root.iter("nav") for part in nav.iter("ol")), None)
    if contents is not None:
        SubElement(SubElement(contents, "li"), "a", {"href": f"#{_ID}"}).text = words.study_index


def _studies(evidence: Element) -> Iterator[tuple[str, str, list[str]]]:
    """Id of the entries, name, and places of use of each study, by name."""
    found = [(part.get("id", ""), _name(part), _places(part)) for part in evidence if part.tag == "section"]
    yield from sorted((study for study in found if study[2]), key=lambda study: study[1].casefold())


def _name(section: Element) -> str:
    heading = section.find("h3")
    return " ".join("".join(heading.itertext()).split()) if heading is not None else ""


def _places(section: Element) -> list[str]:
    links = (link for span in section.iter("span") if span.get("class") == "cited" for link in span.iter("a"))
    return list(dict.fromkeys(link.get("href", "") for link in links))


def _index(studies: list[tuple[str, str, list[str]]], words: Words) -> Element:
    section = Element("section", {"id": _ID, "class": f"level2 unnumbered {_ID}"})
    SubElement(section, "h2", {"class": "unnumbered"}).text = words.study_index
    SubElement(section, "p").text = words.study_index_use
    items = SubElement(section, "ul")
    for identifier, name, places in studies:
        item = SubElement(items, "li")
        link = SubElement(item, "a", {"href": f"#{identifier}"})
        link.text, link.tail = name, ": "
        pages = SubElement(item, "span", {"class": "cited"})
        for place in places:
            SubElement(pages, "a", {"href": place, "class": "backref"}).tail = " "
    return section
