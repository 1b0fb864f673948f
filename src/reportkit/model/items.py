"""Declarations of generated tables and figures, and the values that builders make of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportkit.model.location import Location, SourceText


@dataclass(frozen=True)
class Item:
    """One file of `evidence/items/`: which builder shows which rows, and how.

    `rows` are result ids or shell patterns over them; `options` is what the builder reads on top.
    """

    id: str
    kind: str
    builder: str
    caption: str
    rows: tuple[str, ...]
    options: Mapping[str, Any]
    notes: tuple[str, ...]
    location: Location
    row_locations: tuple[Location, ...] = ()
    source: SourceText | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: Markdown inlines, with citations where wanted; `rows` are the results it prints."""

    text: str
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column head, its alignment (`left`, `right`, `center`) and its share of the width."""

    title: str
    align: str = "left"
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of a table under one sub-heading; an empty title prints none."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A finished table, independent of any output format."""

    item: str
    caption: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """All rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class Figure:
    """A finished figure: SVG text, alternative text, long description and its data as a table."""

    item: str
    caption: str
    svg: str
    alt: str
    description: str
    data: Table
    notes: tuple[str, ...] = ()
