"""Tables written in Markdown: their heads, bodies and columns, and what a cell says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportkit.model.chapter import Chapter
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.model.tokens import Cell, MarkdownTable

PERCENT_CELL = re.compile(r"(?P<percent>[0-9]{1,3}(?:\.[0-9]{1,6})?)\s?%")
"""A cell that holds a percentage and nothing else."""

_SIZE = re.compile(r"\b[nN]\s?=\s?(?P<size>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?![0-9.,]?[0-9])")
_NUMBER = re.compile(r"[<>≤≥~±−-]?\s?[0-9]|[<>≤≥~±−-]?\s?\.[0-9]")
_BINDING = re.compile(r"\]\{")


@dataclass(frozen=True)
class Column:
    """One column: its head, nothing where the table has none, and the cells of all rows below."""

    index: int
    head: Cell | None
    cells: tuple[Cell, ...]

    @property
    def title(self) -> str:
        """The visible text of the head."""
        return self.head.text if self.head else ""


@dataclass(frozen=True)
class TableInText:
    """A table of a chapter; rows are cut to the columns that are printed."""

    chapter: Chapter
    table: MarkdownTable

    @cached_property
    def head(self) -> tuple[Cell, ...]:
        """The cells of the header, none where there is no header."""
        return self.table.rows[0][: self.table.columns] if self.table.has_header and self.table.rows else ()

    @cached_property
    def body(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows below the header."""
        rows = self.table.rows[1:] if self.table.has_header else self.table.rows
        return tuple(row[: self.table.columns] for row in rows)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Every printed column; a row that ends early has no cell in the last ones."""
        heads = dict(enumerate(self.head))
        return tuple(
            Column(i, heads.get(i), tuple(row[i] for row in self.body if i < len(row)))
            for i in range(self.table.columns)
        )

    def written(self, cell: Cell) -> str:
        """What stands in the cell, markup included."""
        return self.chapter.source.text[cell.span.start : cell.span.end]

    def is_blank(self, cell: Cell) -> bool:
        """Whether nothing stands in the cell, not even an image or a formula."""
        return not self.written(cell).replace("&nbsp;", "").strip("\xa0 \t\n")

    def is_bound(self, cell: Cell) -> bool:
        """Whether a number of the cell is tied to a row or marked by its author."""
        return _BINDING.search(self.written(cell)) is not None

    def locate(self, cell: Cell) -> Location:
        """The location of a cell."""
        return self.chapter.locate(cell.span)


def tables_in_text(review: Review) -> Iterator[TableInText]:
    """Every table that is written in a chapter."""
    for chapter in review.chapters:
        for table in chapter.scan.tables:
            yield TableInText(chapter, table)


def is_number(cell: Cell) -> bool:
    """Whether a cell begins with a number, its sign or its bound."""
    return _NUMBER.match(cell.text.strip()) is not None


def group_size(title: str) -> int | None:
    """The number of patients that a head states, `Cast (n = 12)`; None where it states none, or two."""
    sizes = {match["size"] for match in _SIZE.finditer(title)}
    return int(sizes.pop().replace(",", "")) if len(sizes) == 1 else None
