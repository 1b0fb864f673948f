"""Headings: `# Title` and titles that are underlined."""

import re

from reportkit.model.tokens import Label
from reportkit.scanner.attributes import Attributes, attributes_at
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.labels import reference_key
from reportkit.scanner.nodes import Found, HeadingBlock, LinkDefinition, Node, Nodes

_MARKS = re.compile(r"(#+)(?![.)])(?=[ \n])[ ]*")
_UNDERLINED = re.compile(r"[^\n]*\n[=-]+[ ]*\n")
_UNDERLINE = re.compile(r"(=+|-+)[ ]*\n")
_CLOSING_MARKS = re.compile(r"#*[ ]*")


def marked_heading(blocks: Blocks, at: int) -> Passage | None:
    """`# Title {#label}`."""
    marks = _MARKS.match(blocks.text, at, blocks.end)
    if marks is None:
        return None
    inlines = blocks.inlines(line_breaks=False)
    title = inlines.many(
        marks.end(), blocks.extract.word_end, lambda place: _closing(blocks, place) is not None
    )
    closing = _closing(blocks, title.end)
    if closing is None:
        return None
    blocks.extract.word_end = title.word_end
    end, attributes = closing
    raw = blocks.text[marks.end() : title.end]
    return Passage(end, _heading(blocks, len(marks[1]), (at, title.end), raw, attributes, title.nodes))


def underlined_heading(blocks: Blocks, at: int) -> Passage | None:
    """A title with a line of `=` or `-` below it."""
    if not _UNDERLINED.match(blocks.text, at, blocks.end):
        return None
    start = at
    while blocks.text[start] == " ":
        start += 1
    inlines = blocks.inlines(line_breaks=False)
    title = inlines.many(start, blocks.extract.word_end, lambda place: _title_end(blocks, place) is not None)
    closing = _title_end(blocks, title.end)
    underline = None if closing is None else _UNDERLINE.match(blocks.text, closing[0], blocks.end)
    if closing is None or underline is None:
        return None
    blocks.extract.word_end = title.word_end
    level = 1 if underline[1][0] == "=" else 2
    nodes = _heading(blocks, level, (at, title.end), blocks.text[start : title.end], closing[1], title.nodes)
    return Passage(blocks.behind_blank_lines(underline.end()), nodes)


def _closing(blocks: Blocks, at: int) -> tuple[int, Attributes | None] | None:
    marks = _CLOSING_MARKS.match(blocks.text, at, blocks.end)
    return _title_end(blocks, marks.end() if marks else at)


def _title_end(blocks: Blocks, at: int) -> tuple[int, Attributes | None] | None:
    """Behind the line end, with attributes before it or not."""
    attributes = attributes_at(blocks.text, at, blocks.end)
    end = attributes.end if attributes else at
    behind = blocks.behind_blank_lines(end)
    return (behind, attributes) if behind > end else None


def _heading(
    blocks: Blocks, level: int, place: tuple[int, int], raw: str, attributes: Attributes | None, title: Nodes
) -> list[Node]:
    label = attributes.identifier if attributes else None
    span = blocks.fragment.span
    nodes: list[Node] = [HeadingBlock(level, span(*place), label.text if label else None, title)]
    if raw:
        nodes.append(LinkDefinition(reference_key(f"[{raw}]")))
    if label:
        nodes.append(Found(Label(label.text, span(label.start, label.end), "heading")))
    return nodes
