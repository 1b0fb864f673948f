"""Tables drawn as a grid; their cells hold blocks and may span rows and columns."""

import re
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import groupby

from reportkit.model.tokens import ProseKind
from reportkit.scanner.blocks import Blocks
from reportkit.scanner.characters import width
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.nodes import CellContent, TableBlock
from reportkit.scanner.table_bodies import Body

_FIRST_LINE = re.compile(r"(\+(?::?-+:?\+)+)[ ]*\n")
_LINE = re.compile(r"[+|][^\n]*\n")
_PART_RULE = re.compile(r"\+(?::?=+:?\+)+$")
_HEADER_RULE = re.compile(r"\+:?=")
_RULE_CHARS = str.maketrans("=:", "--")
# how many columns a cell may span, so that a long line of corners is not searched from each of them
_WIDEST_CELL = 100
_ABSENT = "absent"
_FILLER = "filler"

_Corner = tuple[int, int]


def grid_table(blocks: Blocks, at: int) -> Body | None:
    """The blocks of all cells, row by row."""
    first = _FIRST_LINE.match(blocks.text, at, blocks.end)
    if first is None:
        return None
    lines = [first.span(1)]
    end = first.end()
    while line := _LINE.match(blocks.text, end, blocks.end):
        lines.append((end, end + len(line[0].rstrip())))
        end = line.end()
    grid = _Grid(blocks, lines)
    cells = grid.cells() if len(lines) > 1 else []
    if not cells:
        return None
    rows = [
        [_cell(blocks, content) for _, content in row]
        for _, row in groupby(cells, key=lambda cell: cell[0][0])
    ]
    has_header = any(_HEADER_RULE.match(blocks.text, *line) for line in lines[1:])
    table = TableBlock(blocks.place(at, end), grid.columns, rows, has_header)
    return Body(blocks.behind_blank_lines(end), table)


def _cell(blocks: Blocks, content: Fragment) -> CellContent:
    start = len(content.text) - len(content.text.lstrip())
    stop = max(start, len(content.text.rstrip()))
    nodes = blocks.lifted(content, ProseKind.TABLE).all()
    return CellContent(content.span(start, stop), nodes)


@dataclass(slots=True)
class _Grid:
    """Characters in rows and columns; a wide character fills two places."""

    blocks: Blocks
    lines: list[tuple[int, int]]
    rows: list[list[str]] = field(init=False)
    places: list[list[int]] = field(init=False)
    last_column: int = field(init=False)
    columns: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        size = max(stop - start for start, stop in self.lines)
        self.last_column = size - 1
        self.rows, self.places = [], []
        for index, (start, stop) in enumerate(self.lines):
            text = self.blocks.text[start:stop]
            if index == 0 or (_PART_RULE.match(text) and len(text) >= size - 1):
                text = text.translate(_RULE_CHARS)
            self._add_row(text, start, size)

    def _add_row(self, text: str, start: int, size: int) -> None:
        row: list[str] = []
        places: list[int] = []
        for offset, char in enumerate(text):
            columns = width(char)
            row += [char, *[_FILLER] * (columns - 1)][: max(columns, 1)]
            places += [start + offset] * max(columns, 1)
        self.rows.append(row[:size])
        self.places.append(places[:size])

    def cells(self) -> list[tuple[_Corner, Fragment]]:
        """Each cell's top left corner and content, found by walking along the lines around it."""
        corners = [(0, 0)]
        cells: dict[_Corner, _Corner] = {}
        seen = {(0, 0)}
        while corners:
            corner = heappop(corners)
            opposite = self._around(*corner)
            if opposite is None:
                continue
            cells[corner] = opposite
            for found in {(corner[0], opposite[1]), (opposite[0], corner[1])} - seen:
                seen.add(found)
                heappush(corners, found)
        self.columns = len(self._crossings(cells)) - 1
        return [(corner, self._content(corner, cells[corner])) for corner in _uncovered(cells)]

    def _char(self, row: int, column: int) -> str:
        return self.rows[row][column] if column < len(self.rows[row]) else _ABSENT

    def _crossings(self, cells: dict[_Corner, _Corner]) -> set[int]:
        """Where lines cross the borders of cells: one place more than there are columns."""
        crossings = set()
        for (top, left), (bottom, right) in cells.items():
            crossings |= {left, right}
            for row in (top, bottom):
                if right < len(self.rows[row]):
                    crossings |= {c for c in range(left, right + 1) if self.rows[row][c] == "+"}
        return crossings

    def _around(self, top: int, left: int) -> _Corner | None:
        """The bottom right corner of the cell with a top left corner."""
        for right in self._right_corners(top, left):
            bottom = self._down(top, left, right)
            if bottom is not None:
                return bottom, right
            if right < self.last_column and right + 1 == len(self.rows[top]):
                return self._rest_of_lines(top, left)
        return None

    def _right_corners(self, top: int, left: int) -> list[int]:
        """Where the cell with a top left corner may have another one; below the last line there is none."""
        columns: list[int] = []
        for column in range(left + 1, len(self.rows[top]) if top + 1 < len(self.rows) else 0):
            if self.rows[top][column] not in "+-" or len(columns) == _WIDEST_CELL:
                break
            if self.rows[top][column] == "+":
                columns.append(column)
        return columns

    def _down(self, top: int, left: int, right: int) -> int | None:
        """The row in which a cell ends that starts at a corner and has this right border."""
        for bottom in range(top + 1, len(self.rows)):
            char = self._char(bottom, right)
            if char == "+" and self._char(bottom, left) == "+" and self._is_edge(bottom, left, right):
                return bottom
            if char not in "+|" and right != self.last_column:
                return None
            if self._char(bottom, left) not in "+|":
                return None
        return None

    def _is_edge(self, row: int, left: int, right: int) -> bool:
        return set(self.rows[row][left:right]) <= {"+", "-"}

    def _rest_of_lines(self, top: int, left: int) -> _Corner | None:
        for bottom in range(top + 1, len(self.rows)):
            if self._char(bottom, left) == "+" and set(self.rows[bottom][left:]) <= {"+", "-"}:
                return bottom, self.last_column
        return None

    def _content(self, corner: _Corner, opposite: _Corner) -> Fragment:
        (top, left), (bottom, right) = corner, opposite
        lines = [self._line(row, left + 1, right) for row in range(top + 1, bottom)]
        if all(line.text.startswith((" ", "\n")) for line in lines):
            lines = [line[1:] if line.text.startswith(" ") else line for line in lines]
        end = self.blocks.fragment.synthetic("\n", self.lines[bottom][0])
        return Fragment.join([*lines, end])

    def _line(self, row: int, left: int, right: int) -> Fragment:
        kept = [
            (char, place)
            for char, place in zip(self.rows[row][left:right], self.places[row][left:right], strict=True)
            if char != _FILLER
        ]
        text = "".join(char for char, _ in kept).rstrip()
        origins = [self.blocks.fragment.origins[place] for _, place in kept[: len(text)]]
        return Fragment.join(
            [Fragment(text, origins), self.blocks.fragment.synthetic("\n", self.lines[row][1])]
        )


def _uncovered(cells: dict[_Corner, _Corner]) -> list[_Corner]:
    """The cells that start inside no other one, in which there would be no room for them."""
    shown = []
    covered: dict[int, int] = {}  # for each column the row in which the lowest cell ends
    for row, column in sorted(cells):
        if covered.get(column, 0) <= row:
            shown.append((row, column))
        bottom, right = cells[row, column]
        covered.update((each, max(bottom, covered.get(each, 0))) for each in range(column, right))
    return shown
