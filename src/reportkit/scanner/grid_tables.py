"""Tables drawn as a grid; their cells hold blocks and may span rows and columns."""

import re
from dataclasses import dataclass, field
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
        self.rows.append((row + [_ABSENT] * size)[:size])
        self.places.append((places + [-1] * size)[:size])

    def cells(self) -> list[tuple[_Corner, Fragment]]:
        """Each cell's top left corner and content, found by walking along the lines around it."""
        corners = {(0, 0)}
        cells = {}
        done = set()
        while corners:
            corner = min(corners)
            corners.remove(corner)
            done.add(corner)
            opposite = self._around(*corner)
            if opposite is None:
                continue
            cells[corner] = opposite
            corners |= {(corner[0], opposite[1]), (opposite[0], corner[1])} - done
        self.columns = len(self._crossings(cells)) - 1
        shown = [corner for corner in sorted(cells) if not self._is_covered(corner, cells)]
        return [(corner, self._content(corner, cells[corner])) for corner in shown]

    def _crossings(self, cells: dict[_Corner, _Corner]) -> set[int]:
        """Where lines cross the borders of cells: one place more than there are columns."""
        crossings = set()
        for (top, left), (bottom, right) in cells.items():
            crossings |= {left, right}
            for border in (self.rows[top][left : right + 1], self.rows[bottom][left : right + 1]):
                if _ABSENT not in border:
                    crossings |= {left + column for column, char in enumerate(border) if char == "+"}
        return crossings

    def _is_covered(self, corner: _Corner, cells: dict[_Corner, _Corner]) -> bool:
        """Whether a cell starts inside another one, which leaves no room for it."""
        row, column = corner
        return any(
            (top, left) != corner and top <= row < bottom and left <= column < right
            for (top, left), (bottom, right) in cells.items()
        )

    def _around(self, top: int, left: int) -> _Corner | None:
        """The bottom right corner of the cell with a top left corner."""
        for right in range(left + 1, self.last_column + 1):
            char = self.rows[top][right]
            if char == "+":
                bottom = self._down(top, left, right)
                if bottom is not None:
                    return bottom, right
                if right < self.last_column and self.rows[top][right + 1] == _ABSENT:
                    return self._rest_of_lines(top, left)
            elif char != "-":
                break
        return None

    def _down(self, top: int, left: int, right: int) -> int | None:
        for bottom in range(top + 1, len(self.rows)):
            char = self.rows[bottom][right]
            if char == "+" and self._closes(top, left, bottom, right):
                return bottom
            if char not in "+|" and right != self.last_column:
                return None
        return None

    def _closes(self, top: int, left: int, bottom: int, right: int) -> bool:
        edge = self.rows[bottom][left + 1 : right]
        side = [row[left] for row in self.rows[top + 1 : bottom]]
        return self.rows[bottom][left] == "+" and set(edge) <= {"+", "-"} and set(side) <= {"+", "|"}

    def _rest_of_lines(self, top: int, left: int) -> _Corner | None:
        for bottom in range(top + 1, len(self.rows)):
            if self.rows[bottom][left] == "+" and set(self.rows[bottom][left + 1 :]) <= {"+", "-", _ABSENT}:
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
            if char not in (_ABSENT, _FILLER)
        ]
        text = "".join(char for char, _ in kept).rstrip()
        origins = [self.blocks.fragment.origins[place] for _, place in kept[: len(text)]]
        return Fragment.join(
            [Fragment(text, origins), self.blocks.fragment.synthetic("\n", self.lines[row][1])]
        )
