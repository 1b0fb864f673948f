"""The texts of an item, whose empty brackets are filled from their rows when it is built."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportkit.items.inlines import escape, tie
from reportkit.measures.ties import filling
from reportkit.model.evidence import Evidence
from reportkit.model.items import Item
from reportkit.model.tokens import Tie
from reportkit.scanner import scan


def texts_of(item: Item) -> Iterator[str]:
    """Every text that an item file holds: caption, notes and all that its options say."""
    yield from (item.caption, *item.notes)
    yield from _strings(item.options)


def with_filled_texts(item: Item, evidence: Evidence) -> Item:
    """The item with its caption and notes filled; its options are the builder's to fill."""
    notes = tuple(filled(note, evidence) for note in item.notes)
    return replace(item, caption=filled(item.caption, evidence), notes=notes)


def filled(markdown: str, evidence: Evidence) -> str:
    """The text with its empty brackets filled; one whose rows have no such number stays as it is."""
    for empty in reversed(_empty_ties(markdown)):
        if number := _number(empty, evidence):
            whole = tie(escape(number), *empty.rows)
            markdown = markdown[: empty.span.start] + whole + markdown[empty.span.end :]
    return markdown


def unfilled_rows(markdown: str, evidence: Evidence) -> Iterator[str]:
    """The first row of each pair of empty brackets whose rows are known and have no such number."""
    for empty in _empty_ties(markdown):
        known = all(row in evidence.results_by_id for row in empty.rows)
        if empty.rows and known and not _number(empty, evidence):
            yield empty.rows[0]


def tied_rows(markdown: str) -> tuple[str, ...]:
    """The rows that the numbers of a text name, each once."""
    return tuple(dict.fromkeys(row for found in scan(markdown).ties for row in found.rows))


def _empty_ties(markdown: str) -> tuple[Tie, ...]:
    return tuple(found for found in scan(markdown).ties if not len(found.text_span))


def _number(empty: Tie, evidence: Evidence) -> str:
    """What to fill in; nothing where a row is not known."""
    rows = [evidence.results_by_id[row] for row in empty.rows if row in evidence.results_by_id]
    return filling(rows, empty.field) if len(rows) == len(empty.rows) else ""


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
