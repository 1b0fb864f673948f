"""Tables whose columns are separated by bars."""

import re

from reportkit.scanner import markers
from reportkit.scanner.angles import raw_html
from reportkit.scanner.blocks import Blocks
from reportkit.scanner.code_spans import code
from reportkit.scanner.escapes import escaped_at
from reportkit.scanner.formulas import math
from reportkit.scanner.inlines import Inlines
from reportkit.scanner.latex import latex_end
from reportkit.scanner.nodes import CellContent, TableBlock
from reportkit.scanner.table_bodies import Body

_HARMLESS = re.compile(r"[^\\`$\n<|]+")
_RULE_CELL = r"[ ]*:?-+:?[ ]*"
_RULE = re.compile(rf"[ ]{{0,3}}(?![ ])(\|?)({_RULE_CELL}(?:[|+](?![ ]*\n){_RULE_CELL})*)(\|?)[ ]*\n")

_START = re.compile(r"[ ]{0,3}(?![ \n])")
_PADDING = " \t\r\n"


def pipe_table(blocks: Blocks, at: int) -> Body | None:
    """A header row, which may be blank, a rule, and rows; cells beyond the rule's are dropped."""
    start = _START.match(blocks.text, at, blocks.end)
    header = _row(blocks, start.end()) if start else None
    rule = None if header is None else _RULE.match(blocks.text, header[1], blocks.end)
    if header is None or rule is None:
        return None
    columns = len(re.findall(r"[|+]", rule[2])) + 1
    if columns == 1 and not (rule[1] or rule[3]):
        return None
    rows, end = [header[0]], rule.end()
    while row := _row(blocks, end):
        rows.append(row[0])
        end = row[1]
    contents = [[_cell(blocks, *cell) for cell in cells] for cells in rows]
    head = contents[0]
    has_header = any(len(cell.span) for cell in head[:columns])
    filled = contents if any(len(cell.span) for cell in head) else contents[1:]
    table = TableBlock(blocks.place(at, end), columns, filled, has_header)
    return Body(end, table)


def _row(blocks: Blocks, at: int) -> tuple[list[tuple[int, int]], int] | None:
    """The cells of a row, and the place behind it."""
    line_end = blocks.line_end(at)
    if line_end is None or "|" not in blocks.text[at:line_end]:
        return None
    inlines = blocks.inlines()
    here = blocks.behind_spaces(at)
    opened = blocks.text[here] == "|"
    cells = []
    start = here = here + 1 if opened else here
    while here < blocks.end and blocks.text[here] != "\n":
        if blocks.text[here] == "|":
            cells.append((start, here))
            start = here = here + 1
        else:
            here = _behind(inlines, here)
    if here >= blocks.end or not (cells or opened):
        return None
    if not cells or not markers.is_blank(blocks.text, start, blocks.end):
        cells.append((start, here))
    return cells, here + 1


def _behind(inlines: Inlines, at: int) -> int:
    """Behind what stands at a place; code, formulas and escapes hide bars."""
    text, end = inlines.text, inlines.end
    if harmless := _HARMLESS.match(text, at, end):
        return harmless.end()
    if text[at] == "\\":
        return at + 2 if escaped_at(text, at, end) else latex_end(text, at, end) or at + 1
    hidden = {"`": code, "$": math, "<": raw_html}[text[at]](inlines, at, None)
    return hidden.end if hidden else at + 1


def _cell(blocks: Blocks, start: int, stop: int) -> CellContent:
    """A cell's text without the space around it."""
    place = _trimmed(blocks.text, start, stop)
    return CellContent(blocks.fragment.span(*place), blocks.inlines().part(*place).whole().nodes)


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    cell = text[start:stop]
    content = cell.strip(_PADDING)
    start += len(cell) - len(cell.lstrip(_PADDING))
    return start, start + len(content)
