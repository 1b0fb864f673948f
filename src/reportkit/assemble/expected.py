"""What a reader must find in a finished document, in reading order."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from reportkit.assemble.citations import CitingPlace, citation_numbers, printed_numbers
from reportkit.assemble.evidence_entry import PRINTED
from reportkit.assemble.front import split_front
from reportkit.assemble.manuscript import Manuscript
from reportkit.assemble.outline import listed
from reportkit.assemble.proof import Expected, Kind
from reportkit.assemble.tree import Node, attributes, plain_text, stretches


def expected_of(manuscript: Manuscript) -> tuple[Expected, ...]:
    """Headings, citations, tied numbers, tables, figures, notes, lines of the contents, rows of the index.

    Contents and evidence index repeat headings and numbers: because their own lines are expected too, they
    cannot stand in for a heading or number that is gone from the text. The reference list is not expected:
    its wording is the citation processor's.
    """
    return tuple(_Reader(manuscript).read())


class _Reader:
    """Walks a document in the order of its text."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.front, self.body = split_front(manuscript.blocks)
        self.contents = listed(manuscript.contents)
        self.places: Mapping[str, CitingPlace] = {place.id: place for place in manuscript.citing_places}
        self.numbers = citation_numbers(manuscript.citing_places)

    def read(self) -> Iterator[Expected]:
        yield from self._visit(self.front)
        for entry in self.contents:
            yield Expected(Kind.CONTENTS_ENTRY, f"{entry.number} {entry.title}".strip())
        yield from self._visit(self.body)

    def _visit(self, value: Any) -> Iterator[Expected]:
        if isinstance(value, list):
            for part in value:
                yield from self._visit(part)
        elif isinstance(value, dict):
            yield from self._visit_element(value)

    def _visit_element(self, node: Node) -> Iterator[Expected]:
        match node.get("t"):
            case "Header":
                yield from _each(Kind.HEADING, node["c"][2])
                yield from self._visit(node["c"][2])
            case "Note":
                yield from (replace(item, in_note=True) for item in self._visit_note(node))
            case "Span":
                yield from self._visit_span(node)
            case "Div" if PRINTED in attributes(node)[1]:
                yield Expected(Kind.EVIDENCE_ROW, plain_text(node["c"][1]).strip())
            case _:
                yield from self._visit(node.get("c"))

    def _visit_span(self, node: Node) -> Iterator[Expected]:
        identifier, classes, _ = attributes(node)
        if "citing-place" in classes:
            yield from self._citation(self.places[identifier])
            return
        if "tie" in classes:
            yield from _each(Kind.TIED, node["c"][1])
        elif "caption-number" in classes:
            text = plain_text(node["c"][1]).strip()
            yield Expected(Kind.FIGURE if "of-figure" in classes else Kind.TABLE, text)
        yield from self._visit(node["c"][1])

    def _citation(self, place: CitingPlace) -> Iterator[Expected]:
        if place.bare:
            yield Expected(Kind.CITATION, printed_numbers(place.keys, self.numbers))
        else:
            yield from (Expected(Kind.CITATION, str(self.numbers[key])) for key in place.keys)

    def _visit_note(self, note: Node) -> Iterator[Expected]:
        yield from _each(Kind.FOOTNOTE, note["c"])
        yield from self._visit(note["c"])


def _each(kind: Kind, content: Any) -> Iterator[Expected]:
    yield from (Expected(kind, text) for text in stretches(content))
