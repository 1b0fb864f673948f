"""Footnotes at the foot of their page, and what becomes of them where WeasyPrint cannot put them there."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

_NOTE, _AT_END = "footnote", "at-section-end"


def stray_notes(root: Element, pages: Mapping[str, int]) -> list[Element]:
    """The notes that are neither on the page of their call nor on the next one, or on no page at all."""
    return [note for note in _page_notes(root) if not _is_near(note, pages)]


def move_to_section_ends(root: Element, notes: list[Element]) -> tuple[str, ...]:
    """Put all notes of the sections that these ones are in at their ends; the titles of the sections."""
    around = {child: parent for parent in root.iter() for child in parent}
    sections = dict.fromkeys(_section(note, around) for note in notes)
    for section in sections:
        _move(section, around)
    return tuple(_title(section) for section in sections)


def _page_notes(root: Element) -> Iterator[Element]:
    for element in root.iter():
        classes = element.get("class", "").split()
        if _NOTE in classes and _AT_END not in classes:
            yield element


def _is_near(note: Element, pages: Mapping[str, int]) -> bool:
    name = note.get("id", "")
    call = pages.get(name.replace("fn", "fnref"))
    return call is not None and pages.get(name) in {call, call + 1}


def _section(note: Element, around: Mapping[Element, Element]) -> Element:
    """The innermost section around a note, or the body."""
    element = around[note]
    while element.tag not in {"section", "body"}:
        element = around[element]
    return element


def _move(section: Element, around: Mapping[Element, Element]) -> None:
    notes = [note for note in _page_notes(section) if _section(note, around) is section]
    end = SubElement(section, "div", {"class": "section-notes"})
    for note in notes:
        _cut(note, around[note])
        note.set("class", f"{note.get('class')} {_AT_END}")
        end.append(note)


def _cut(element: Element, parent: Element) -> None:
    """Take an element out, but not the text behind it, which the tree keeps with it."""
    place, tail = list(parent).index(element), element.tail or ""
    if place:
        before = parent[place - 1]
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def _title(section: Element) -> str:
    headings = (part for part in section if part.tag in {"h1", "h2", "h3", "h4", "h5", "h6"})
    heading = next(headings, None)
    return " ".join("".join(heading.itertext()).split()) if heading is not None else "the text"
