"""Tables whose columns are marked by dashes below or above the header."""

import re
from collections.abc import Sequence

from reportkit.model.tokens import ProseKind
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.characters import width
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.nodes import Block, Node, Visible

_RULE = re.compile(r"[ ]{0,3}(?=-)([- ]*)\n")
_PADDING = " \t\r\n"


def simple_table(blocks: Blocks, at: int, *, headless: bool) -> Passage | None:
    """One line per row; without a header it needs a rule at its end."""
    header = None if headless else blocks.line_end(at)
    if header is None and not headless:
        return None
    rule = _RULE.match(blocks.text, header or at, blocks.end)
    if rule is None:
        return None
    columns = _columns(rule)
    rows = [] if header is None else [[(at, header - 1)]]
    body, end = _lines(blocks, rule.end())
    footer = _footer(blocks, end, may_be_blank=not headless)
    if not body or footer is None:
        return None
    return Passage(footer, [_row(blocks, columns, row) for row in [*rows, *([line] for line in body)]])


def multiline_table(blocks: Blocks, at: int, *, headless: bool) -> Passage | None:
    """Rows of several lines with blank lines between them, a rule at the end."""
    header: list[tuple[int, int]] = []
    rule_at = at
    if not headless:
        opened = _header(blocks, at)
        if opened is None:
            return None
        header, rule_at = opened
    rule = _RULE.match(blocks.text, rule_at, blocks.end)
    if rule is None:
        return None
    rows = [header] if header else []
    end = rule.end()
    while True:
        body, end = _lines(blocks, end)
        if not body:
            break
        rows.append(body)
        end = blocks.behind_blank_lines(end)
    footer = _footer(blocks, end, may_be_blank=False)
    if len(rows) == bool(header) or footer is None:
        return None
    columns = _columns(rule)
    return Passage(footer, [_row(blocks, columns, row) for row in rows])


def _header(blocks: Blocks, at: int) -> tuple[list[tuple[int, int]], int] | None:
    """The lines between two rules, and the place of the second."""
    rule = _RULE.match(blocks.text, at, blocks.end)
    if rule is None or blocks.is_blank(rule.end()):
        return None
    lines = []
    here = rule.end()
    while not _RULE.match(blocks.text, here, blocks.end):
        after = blocks.line_end(here)
        if after is None:
            return None
        lines.append((here, after - 1))
        here = after
    return (lines, here) if lines else None


def _columns(rule: re.Match[str]) -> list[int]:
    """The widths of all columns but the last, led by the rule's indentation."""
    groups = re.findall(r"-+[ ]*", rule[1])
    return [rule.start(1) - rule.start(), *(len(group) for group in groups[:-1])]


def _lines(blocks: Blocks, at: int) -> tuple[list[tuple[int, int]], int]:
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


def _row(blocks: Blocks, columns: Sequence[int], lines: Sequence[tuple[int, int]]) -> Node:
    """A row's cells, each read on its own, with a tabulator between them."""
    cells = [_cells(blocks.text, columns, *line) for line in lines]
    nodes: list[Node] = []
    for column in zip(*cells, strict=True):
        if nodes:
            nodes.append(Visible("\t", blocks.fragment.origins[column[0][0] : column[0][0] + 1]))
        nodes += blocks.lifted(_joined(blocks, column)).inlines().whole().nodes
    return Block(ProseKind.TABLE, nodes)


def _joined(blocks: Blocks, lines: Sequence[tuple[int, int]]) -> Fragment:
    parts = [(blocks.fragment[start:stop], blocks.fragment.synthetic("\n", stop)) for start, stop in lines]
    return Fragment.join(part for pair in parts for part in pair)


def _cells(text: str, columns: Sequence[int], start: int, end: int) -> list[tuple[int, int]]:
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


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[stop - 1] in _PADDING:
        stop -= 1
    while start < stop and text[start] in _PADDING:
        start += 1
    return start, stop
