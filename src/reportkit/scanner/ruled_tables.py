"""Tables whose columns are marked by dashes below or above the header."""

import re
from collections.abc import Iterable, Sequence

from reportkit.scanner.blocks import Blocks
from reportkit.scanner.characters import width
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.nodes import CellContent, TableBlock
from reportkit.scanner.table_bodies import Body

_RULE = re.compile(r"[ ]{0,3}(?=-)([- ]*)\n")
_Line = tuple[int, int]
_PADDING = " \t\r\n"


def simple_table(blocks: Blocks, at: int, *, headless: bool) -> Body | None:
    """One line per row; without a header it needs a rule at its end."""
    header = None if headless else blocks.line_end(at)
    if header is None and not headless:
        return None
    rule = _RULE.match(blocks.text, header or at, blocks.end)
    if rule is None:
        return None
    columns = _columns(rule)
    body, end = _lines(blocks, rule.end())
    footer = _footer(blocks, end, may_be_blank=not headless)
    if not body or footer is None:
        return None
    rows = [[line] for line in body]
    heads = [(at, header - 1)] if header else []
    return Body(footer, _table(blocks, (at, footer), columns, heads, rows))


def multiline_table(blocks: Blocks, at: int, *, headless: bool) -> Body | None:
    """Rows of several lines with blank lines between them, a rule at the end."""
    header, rule_at = ([], at) if headless else _header(blocks, at)
    rule = _RULE.match(blocks.text, rule_at, blocks.end)
    if rule is None or not (header or headless):
        return None
    rows: list[Sequence[_Line]] = []
    end = rule.end()
    while True:
        body, end = _lines(blocks, end)
        if not body:
            break
        rows.append(body)
        end = blocks.behind_blank_lines(end)
    footer = _footer(blocks, end, may_be_blank=False)
    if not rows or footer is None:
        return None
    return Body(footer, _table(blocks, (at, footer), _columns(rule), header, rows))


def _header(blocks: Blocks, at: int) -> tuple[list[_Line], int]:
    """The lines between two rules, blank ones included, and the place of the second rule."""
    rule = _RULE.match(blocks.text, at, blocks.end)
    if rule is None or blocks.is_blank(rule.end()):
        return [], at
    lines = []
    here = rule.end()
    while not _RULE.match(blocks.text, here, blocks.end) and (after := blocks.line_end(here)):
        lines.append((here, after - 1))
        here = after
    return lines, here


def _columns(rule: re.Match[str]) -> list[int]:
    """The widths of all columns but the last, led by the rule's indentation."""
    groups = re.findall(r"-+[ ]*", rule[1])
    return [rule.start(1) - rule.start(), *(len(group) for group in groups[:-1])]


def _lines(blocks: Blocks, at: int) -> tuple[list[_Line], int]:
    lines = []
    while not _ends_rows(blocks, at) and (after := blocks.line_end(at)):
        lines.append((at, after - 1))
        at = after
    return lines, at


def _ends_rows(blocks: Blocks, at: int) -> bool:
    return blocks.is_blank(at) or blocks.ends_div(at) or _footer(blocks, at, may_be_blank=False) is not None


def _footer(blocks: Blocks, at: int, *, may_be_blank: bool) -> int | None:
    """Behind the end of a table: a rule and a blank line, or, for some, a blank line alone."""
    rule = _RULE.match(blocks.text, at, blocks.end)
    if rule:
        return blocks.behind_blank_lines(rule.end())
    if not may_be_blank:
        return None
    behind = blocks.behind_blank_lines(at)
    return behind if behind > at or blocks.ends_div(at) else None


def _table(
    blocks: Blocks,
    whole: tuple[int, int],
    columns: Sequence[int],
    header: Sequence[_Line],
    rows: Iterable[Sequence[_Line]],
) -> TableBlock:
    """In a header, line ends around a cell's text do not matter; a blank one is none."""
    heads = [_cell(blocks, _without_blank_ends(cell), "") for cell in _cells(blocks.text, columns, header)]
    body = [[_cell(blocks, cell, "\n") for cell in _cells(blocks.text, columns, lines)] for lines in rows]
    has_header = any(len(cell.span) for cell in heads)
    return TableBlock(blocks.place(*whole), len(columns), [heads, *body] if has_header else body, has_header)


def _cell(blocks: Blocks, lines: Sequence[_Line], ending: str) -> CellContent:
    """A cell, read on its own; it stands where its first and last words do."""
    parts = [blocks.fragment[start:stop] for start, stop in lines]
    ends = [blocks.fragment.synthetic("\n", stop) for _, stop in lines[:-1]]
    ends.append(blocks.fragment.synthetic(ending, lines[-1][1]))
    text = Fragment.join(part for pair in zip(parts, ends, strict=True) for part in pair)
    filled = _without_blank_ends(lines)
    span = blocks.fragment.span(filled[0][0], filled[-1][1])
    return CellContent(span, blocks.lifted(text).inlines().whole().nodes)


def _without_blank_ends(lines: Sequence[_Line]) -> Sequence[_Line]:
    filled = [index for index, (start, stop) in enumerate(lines) if stop > start]
    return lines[filled[0] : filled[-1] + 1] if filled else lines[:1]


def _cells(text: str, columns: Sequence[int], lines: Sequence[_Line]) -> list[tuple[_Line, ...]]:
    """For each column, what stands in it in each line."""
    return list(zip(*(_pieces(text, columns, *line) for line in lines), strict=True))


def _pieces(text: str, columns: Sequence[int], start: int, end: int) -> list[_Line]:
    """The places of a line's cells, without spaces around them."""
    cells = []
    here = start
    for index, column in enumerate((*columns, end)):
        stop = here
        left = column
        while stop < end and left > 0:
            left -= width(text[stop])
            stop += 1
        if index:
            cells.append(_trimmed(text, here, stop))
        here = stop
    return cells


def _trimmed(text: str, start: int, stop: int) -> _Line:
    while start < stop and text[stop - 1] in _PADDING:
        stop -= 1
    while start < stop and text[start] in _PADDING:
        start += 1
    return start, stop
