"""Empty brackets in the texts of items, filled from their rows when the item is built."""

import re
from dataclasses import replace

from reportkit.measures.filling import default_text
from reportkit.model.evidence import Evidence
from reportkit.model.inlines import escape, tie
from reportkit.model.items import Item

_TIE = re.compile(r"\]\{ev=([\w.:-]+)")
_EMPTY = re.compile(r"\[\]\{ev=([\w.:-]+)(?: field=(\w+))?\}")


def filled(markdown: str, evidence: Evidence) -> str:
    """The text with its empty brackets filled; one whose row or field has no number stays as it is."""

    def fill(found: re.Match[str]) -> str:
        result = evidence.results_by_id.get(found[1])
        number = default_text(result, found[2]) if result else ""
        return tie(escape(number), found[1]) if number else found[0]

    return _EMPTY.sub(fill, markdown)


def with_filled_texts(item: Item, evidence: Evidence | None) -> Item:
    """The item with its caption and notes filled; its options are the builder's to fill."""
    known = evidence or Evidence()
    notes = tuple(filled(note, known) for note in item.notes)
    return replace(item, caption=filled(item.caption, known), notes=notes)


def unfilled_rows(markdown: str, evidence: Evidence) -> tuple[str, ...]:
    """The known rows that have no number for their empty brackets."""
    left = (found[1] for found in _EMPTY.finditer(filled(markdown, evidence)))
    return tuple(row for row in left if row in evidence.results_by_id)


def tied_rows(markdown: str) -> tuple[str, ...]:
    """The rows that the numbers of a text name, each once."""
    return tuple(dict.fromkeys(found[1] for found in _TIE.finditer(markdown)))
