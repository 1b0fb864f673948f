"""Quoted blocks: lines that begin with `>`."""

from reportkit.scanner import markers
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.spaces import continuation


def quote(blocks: Blocks, at: int) -> Passage | None:
    """Quoted lines; one without the sign goes on with the paragraph before."""
    parts: list[Fragment] = []
    here = at
    while start := markers.QUOTE_START.match(blocks.text, here, blocks.end):
        here = _lines(blocks, start.end(), parts)
    if not parts:
        return None
    inside = Fragment.join([*parts, blocks.fragment.synthetic("\n\n", here - 1)])
    return Passage(blocks.behind_blank_lines(here), blocks.lifted(inside).all())


def _lines(blocks: Blocks, at: int, parts: list[Fragment]) -> int:
    """Adds a quoted line and those that go on with it; the place behind them."""
    inlines = blocks.inlines()
    while True:
        line_end = blocks.line_end(at) or blocks.end
        parts.append(blocks.fragment[at:line_end])
        after = continuation(inlines, line_end - 1)
        if after is None or after == blocks.end or markers.QUOTE_START.match(blocks.text, after, blocks.end):
            return line_end
        at = after
