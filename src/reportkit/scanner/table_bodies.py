"""A table without its caption."""

from typing import NamedTuple

from reportkit.scanner.nodes import TableBlock


class Body(NamedTuple):
    """A table that was read and the place behind it."""

    end: int
    table: TableBlock
