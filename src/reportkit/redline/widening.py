"""Two tables brought to the same columns: one that only the other table has is empty."""

from collections.abc import Sequence
from typing import Any

from reportkit.redline.alignment import align
from reportkit.redline.words import readings

Places = Sequence[int | None]
"""For each column of the wider table the one that it is in this table."""

_Head = tuple[int, tuple[str, ...]]
_EMPTY = [["", [], []], {"t": "AlignDefault"}, 1, 1, []]
_COLUMN = [{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]


def as_wide(before: list[Any], now: list[Any]) -> tuple[list[Any], list[Any]]:
    """Both tables with the columns of both; those with the same head are the same."""
    if len(before[2]) == len(now[2]):
        return before, now
    aligned = align(_heads(before), _heads(now), _words_above, _never_alike)
    pairs = list(aligned)
    return (
        _widened(before, [old[0] if old else None for old, _ in pairs]),
        _widened(now, [new[0] if new else None for _, new in pairs]),
    )


def _heads(table: list[Any]) -> list[_Head]:
    """The columns with the words above them; nothing is known of those whose heads are joined."""
    width, rows = len(table[2]), table[3][1]
    plain = bool(rows) and _is_plain(rows[-1][1], width)
    return [(i, tuple(readings(rows[-1][1][i])) if plain else (str(i),)) for i in range(width)]


def _words_above(head: _Head) -> tuple[str, ...]:
    return head[1]


def _never_alike(_before: _Head, _now: _Head) -> float:
    return 0.0


def _widened(table: list[Any], places: Places) -> list[Any]:
    attrs, caption, columns, head, bodies, foot = table
    width = len(columns)

    def wide(rows: list[Any]) -> list[Any]:
        return [[row[0], _wide_cells(row[1], places, width)] for row in rows]

    return [
        attrs,
        caption,
        [_COLUMN if place is None else [columns[place][0], _COLUMN[1]] for place in places],
        [head[0], wide(head[1])],
        [[*body[:2], wide(body[2]), wide(body[3])] for body in bodies],
        [foot[0], wide(foot[1])],
    ]


def _wide_cells(cells: list[Any], places: Places, width: int) -> list[Any]:
    """The cells at their places; a title over all columns stays one, other joined cells stay together."""
    if _is_plain(cells, width):
        return [_EMPTY if place is None else cells[place] for place in places]
    *others, last = cells or [_EMPTY]
    used = sum(cell[3] for cell in others)
    return [*others, [*last[:3], len(places) - used, last[4]]]


def _is_plain(cells: list[Any], width: int) -> bool:
    return len(cells) == width and all(cell[2] == cell[3] == 1 for cell in cells)
