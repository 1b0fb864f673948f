"""Tables drawn with signs, their cells filled with pieces or cut through them."""

from collections.abc import Sequence
from random import Random

from tests.scanner.documents import piece, text

_WIDTHS = (9, 14, 8)
_DASHES = ("-------", "------------", "-----")


def pipe_table(random: Random) -> str:
    """Columns between bars, sometimes more than the rule has."""
    edge = random.choice(["|", ""])
    rows = [
        edge + "|".join(f" {cell} " for cell in _cells(random, random.choice([2, 2, 3]))) + edge
        for _ in range(3)
    ]
    rule = edge + random.choice(["---|---", ":--|--:", "---+---"]) + edge
    return "\n".join([rows[0], rule, *rows[1:]]) + _caption(random)


def simple_table(random: Random) -> str:
    """Columns below dashes."""
    rule = _aligned(_DASHES)
    rows = [_aligned(_cells(random, 3)) or "x" for _ in range(random.randint(1, 3))]
    header = random.choice([[_header(random)], []])
    footer = [rule] if not header or random.random() < 0.3 else []
    return "\n".join([*header, rule, *rows, *footer]) + _caption(random)


def multiline_table(random: Random) -> str:
    """Columns below dashes, with rows of several lines."""
    rule = _aligned(_DASHES)
    edge = random.choice(["-" * 28, rule])
    rows: list[str] = []
    for _ in range(random.randint(1, 3)):
        rows += [_aligned(_cells(random, 3)) or "x" for _ in range(random.randint(1, 2))]
        rows.append("")
    header = random.choice([[edge, _header(random), rule], [edge, "", _header(random), "", rule], [rule]])
    return "\n".join([*header, *rows[: -random.randint(0, 1) or None], edge]) + _caption(random)


def grid_table(random: Random) -> str:
    """Cells with lines around them; some borders are missing."""
    widths = [random.choice([6, 12, 20]) for _ in range(random.randint(1, 3))]
    rule = "+" + "+".join("-" * width for width in widths) + "+"
    merged = "+" + "-" * (len(rule) - 2) + "+"
    drawn = [random.choice([rule, rule, merged])]
    for index in range(random.randint(1, 3)):
        drawn += [_grid_line(random, widths) for _ in range(random.randint(1, 2))]
        is_head = index == 0 and random.random() < 0.4
        drawn.append(rule.replace("-", "=") if is_head else random.choice([rule, rule, merged]))
    return "\n".join(drawn) + _caption(random)


def _cells(random: Random, count: int) -> list[str]:
    return [random.choice(["", "x", piece(random), piece(random)]).replace("\n", " ") for _ in range(count)]


def _aligned(cells: Sequence[str]) -> str:
    return "".join(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True)).rstrip()


def _header(random: Random) -> str:
    return _aligned(["One", *_cells(random, 1), "Two"])


def _grid_line(random: Random, widths: Sequence[int]) -> str:
    cells = zip(_cells(random, len(widths)), widths, strict=True)
    return "|" + "|".join(f" {cell}".ljust(width)[:width] for cell, width in cells) + "|"


def _caption(random: Random) -> str:
    caption = text(random).strip()
    return random.choice(["", "", f"\n\n: {caption}", f"\n\nTable: {caption} {{#tbl:x}}", f"\n: {caption}"])
