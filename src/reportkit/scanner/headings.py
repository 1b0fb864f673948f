"""Headings: `# Title` and titles that are underlined."""

import re
from typing import NamedTuple

from reportkit.scanner.attributes import Attributes, attributes_at
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.labels import identifier, reference_key
from reportkit.scanner.nodes import HeadingBlock, LinkDefinition, Node, Nodes

_MARKS = re.compile(r"(#+)(?![.)])(?=[ \n])[ ]*")
_UNDERLINED = re.compile(r"[^\n]*\n[=-]+[ ]*\n")
_UNDERLINE = re.compile(r"(=+|-+)[ ]*\n")
_CLOSING_MARKS = re.compile(r"#*[ ]*")


class _Title(NamedTuple):
    """A title, where it stands, its attributes, and the place behind its line."""

    nodes: Nodes
    start: int
    stop: int
    attributes: Attributes | None
    end: int


def marked_heading(blocks: Blocks, at: int) -> Passage | None:
    """`# Title {#label}`."""
    marks = _MARKS.match(blocks.text, at, blocks.end)
    title = _title(blocks, marks.end(), _CLOSING_MARKS) if marks else None
    if marks is None or title is None:
        return None
    return Passage(title.end, _heading(blocks, at, len(marks[1]), title))


def underlined_heading(blocks: Blocks, at: int) -> Passage | None:
    """A title with a line of `=` or `-` below it."""
    is_underlined = _UNDERLINED.match(blocks.text, at, blocks.end)
    title = _title(blocks, blocks.behind_spaces(at)) if is_underlined else None
    underline = _UNDERLINE.match(blocks.text, title.end, blocks.end) if title else None
    if title is None or underline is None:
        return None
    level = 1 if underline[1].startswith("=") else 2
    return Passage(blocks.behind_blank_lines(underline.end()), _heading(blocks, at, level, title))


def _title(blocks: Blocks, start: int, closing_marks: re.Pattern[str] | None = None) -> _Title | None:
    """A title up to its line's end, with attributes behind it or not."""

    def closing(at: int) -> tuple[Attributes | None, int] | None:
        marks = closing_marks.match(blocks.text, at, blocks.end) if closing_marks else None
        after = marks.end() if marks else at
        attributes = attributes_at(blocks.text, after, blocks.end)
        end = attributes.end if attributes else after
        behind = blocks.behind_blank_lines(end)
        return (attributes, behind) if behind > end else None

    text = blocks.inlines(line_breaks=False).many(
        start, blocks.extract.word_end, lambda at: bool(closing(at))
    )
    closed = closing(text.end)
    if closed is None:
        return None
    blocks.extract.word_end = text.word_end
    return _Title(text.nodes, start, text.end, *closed)


def _heading(blocks: Blocks, at: int, level: int, title: _Title) -> list[Node]:
    """The heading, which texts in brackets can refer to, and its identifier."""
    label = title.attributes.identifier if title.attributes else None
    span = blocks.fragment.span(at, title.stop)
    nodes: list[Node] = [HeadingBlock(level, span, label.text if label else None, title.nodes)]
    if title.stop > title.start:
        nodes.append(LinkDefinition(reference_key(f"[{blocks.text[title.start : title.stop]}]")))
    return nodes + identifier(blocks.fragment, title.attributes, "heading")
