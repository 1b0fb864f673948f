"""The header of `results.csv`, held to the columns of a result."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from reportkit.adapters.csv_rows import CsvRow
from reportkit.measures.near import did_you_mean, near
from reportkit.model.diagnostic import Fault
from reportkit.model.evidence import Result
from reportkit.model.location import SourceText, Span

COLUMNS = tuple(f.name for f in fields(Result) if f.name not in {"estimate_text", "location", "cells"})

# Without these nothing that a row says can be told.
ESSENTIAL = {"id", "study", "measure"}


def check_header(source: SourceText, header: CsvRow) -> Iterator[Fault]:
    """Columns that are missing, unknown, doubled or in another order; a misspelt one is only unknown."""
    names = [cell.text for cell in header.cells]
    if not ESSENTIAL.intersection(names):
        yield _fault(
            source, header.span, "this line does not name the columns", _how_to_begin(source, header)
        )
        return
    meant: set[str] = set(names)
    for place, cell in enumerate(header.cells):
        if cell.text not in COLUMNS:
            absent = [column for column in COLUMNS if column not in names]
            meant.update(near(cell.text, absent))
            hint = did_you_mean(cell.text, absent) or "Remove it."
            yield _fault(source, cell.span, f"there is no column `{cell.text}`", hint)
        elif cell.text in names[:place]:
            yield _fault(
                source, cell.span, f"the column `{cell.text}` stands here twice", "Keep one of them."
            )
    missing = [column for column in COLUMNS if column not in meant]
    for column in missing:
        yield _fault(source, header.span, f"the column `{column}` is missing", _neighbour(column))
    if sorted(names) == sorted(COLUMNS):
        yield from _misplaced(source, header, names)


def _how_to_begin(source: SourceText, header: CsvRow) -> str:
    line = source.text[header.span.start : header.span.end]
    for separator, name in (";", "semicolons"), ("\t", "tabs"):
        if line.count(separator) > line.count(","):
            return f"Its cells are separated by {name}: save the file with commas."
    return f"Begin with {','.join(COLUMNS)}"


def _misplaced(source: SourceText, header: CsvRow, names: Sequence[str]) -> Iterator[Fault]:
    pairs = zip(names, COLUMNS, header.cells, strict=True)
    for name, due, cell in pairs:
        if name != due:
            message = f"the column `{name}` stands where `{due}` is due"
            yield _fault(source, cell.span, message, _neighbour(name))
            return


def _neighbour(column: str) -> str:
    place = COLUMNS.index(column)
    return f"It stands behind `{COLUMNS[place - 1]}`." if place else "It is the first column."


def _fault(source: SourceText, span: Span, message: str, hint: str) -> Fault:
    return Fault("TAB001", message, source.locate(span), hint)
