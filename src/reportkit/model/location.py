"""Places in source files: rows and columns from 1, counted in characters."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

_LINE_END = re.compile("\n")


@dataclass(frozen=True, order=True, slots=True)
class Position:
    """A row and a column, both from 1; a column counts characters, not bytes."""

    row: int
    column: int


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A stretch of one file: `start` is its first character, `end` the place behind its last."""

    filename: str
    start: Position
    end: Position

    @classmethod
    def top(cls, filename: str) -> "Location":
        """The beginning of a file, for what is wrong with it as a whole."""
        return cls(filename, Position(1, 1), Position(1, 1))

    def __str__(self) -> str:
        return f"{self.filename}:{self.start.row}:{self.start.column}"


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """Half-open character offsets into a text, from 0."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class SourceText:
    r"""The decoded text of one file, able to say where an offset lies.

    Line ends are `\n` here; readers fold `\r\n` and drop a byte order mark, which moves no column. Where a
    file has line ends of both kinds, `crlf_rows` are those that end with `\r\n`.
    """

    filename: str
    text: str
    crlf_rows: frozenset[int] = field(default=frozenset(), compare=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(line_end.end() for line_end in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Row and column of a character offset."""
        row = bisect_right(self._line_starts, offset)
        return Position(row, offset - self._line_starts[row - 1] + 1)

    def offset(self, position: Position) -> int:
        """The character offset of a row and column."""
        return self._line_starts[position.row - 1] + position.column - 1

    def line(self, row: int) -> str:
        """The text of a row; an empty one where there is no such row."""
        starts = self._line_starts
        if not 1 <= row <= len(starts):
            return ""
        end = starts[row] - 1 if row < len(starts) else len(self.text)
        return self.text[starts[row - 1] : end]

    def locate(self, span: Span) -> Location:
        """The location of a span of offsets."""
        return Location(self.filename, self.position(span.start), self.position(span.end))
