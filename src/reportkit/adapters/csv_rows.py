"""Rows of comma-separated text (RFC 4180) whose every cell knows its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.model.location import Span

_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"')
_BARE = re.compile(r"[^,\n]*")


@dataclass(frozen=True, slots=True)
class CsvCell:
    """A cell; its span includes the quotation marks, its text does not."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class CsvRow:
    """The cells of a row, which may go over several lines."""

    cells: tuple[CsvCell, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """What keeps a row from being read, and where; the cells before it."""

    message: str
    span: Span
    cells: tuple[CsvCell, ...]


def read_rows(text: str) -> Iterator[CsvRow | BrokenRow]:
    """Each row that is not empty; a broken one ends with its line, for want of a better place."""
    place = 0
    while place < len(text):
        if text[place] == "\n":
            place += 1
            continue
        row = _read_row(text, place)
        yield row
        place = row.span.end if isinstance(row, CsvRow) else _line_end(text, row.span.start)


def _read_row(text: str, start: int) -> CsvRow | BrokenRow:
    cells: list[CsvCell] = []
    place = start
    while True:
        cell = _read_cell(text, place)
        if cell is None:
            return BrokenRow("the quotation mark that opens here is never closed", _at(place), tuple(cells))
        cells.append(cell)
        place = cell.span.end
        if place == len(text) or text[place] == "\n":
            return CsvRow(tuple(cells), Span(start, place))
        if text[place] != ",":
            return BrokenRow("text behind a closing quotation mark", _at(place), tuple(cells))
        place += 1


def _read_cell(text: str, start: int) -> CsvCell | None:
    if not text.startswith('"', start):
        bare = _BARE.match(text, start)
        return bare and CsvCell(bare[0], Span(start, bare.end()))
    quoted = _QUOTED.match(text, start)
    return quoted and CsvCell(quoted[1].replace('""', '"'), Span(start, quoted.end()))


def _at(place: int) -> Span:
    return Span(place, place + 1)


def _line_end(text: str, start: int) -> int:
    stop = text.find("\n", start)
    return len(text) if stop < 0 else stop
