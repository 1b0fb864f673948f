"""Stretches that pandoc reads on their own, and how it compares places in them."""

from typing import NamedTuple

from reportkit.scanner.fragment import Fragment


class Extract:
    """A stretch of a fragment, such as what stands between brackets.

    `level` is how many extracts it was lifted out of; `word_end` is where the last word of the blocks
    read so far ended.
    """

    def __init__(self, fragment: Fragment, start: int, end: int, level: int) -> None:
        self.fragment = fragment
        self.start = start
        self.end = end
        self.level = level
        self.word_end: Place | None = None
        self._parts: dict[tuple[int, int], Extract] = {}

    def part(self, start: int, end: int) -> "Extract":
        """A stretch of this one; the same stretch is the same extract."""
        if (start, end) not in self._parts:
            self._parts[start, end] = Extract(self.fragment, start, end, self.level + 1)
        return self._parts[start, end]

    def lifted(self, fragment: Fragment) -> "Extract":
        """A text made from a part of this one."""
        return Extract(fragment, 0, len(fragment.text), self.level + 1)


class Place(NamedTuple):
    """An offset in an extract."""

    extract: Extract
    offset: int

    def is_at(self, other: "Place") -> bool:
        """Whether pandoc takes both for the same place.

        It tells extracts apart by their level only: row and column may agree across two of them.
        """
        if self.extract is other.extract:
            return self.offset == other.offset
        return self.extract.level == other.extract.level and self.row_and_column() == other.row_and_column()

    def row_and_column(self) -> tuple[int, int]:
        """Where the place is in its extract, both counted from 0."""
        text, start = self.extract.fragment.text, self.extract.start
        line_start = max(text.rfind("\n", start, self.offset) + 1, start)
        return text.count("\n", start, self.offset), self.offset - line_start
