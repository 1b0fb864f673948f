"""Blocks around other blocks: quotes, divs, footnotes."""

import re

from reportkit.model.tokens import ItemPlace, Label, ProseKind
from reportkit.scanner import markers
from reportkit.scanner.attributes import Attributes, attributes_at
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.brackets import NOTE_MARKER
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.nodes import Found, Node, NoteDefinition
from reportkit.scanner.spaces import continuation

_DIV = re.compile(r":::+[ ]*")
_DIV_CLASS = re.compile(r"[^ \t\n\r]+")
_DIV_REST = re.compile(r"[ ]*:*[ ]*\n")
_NOTE_INDENT = re.compile(r"[ ]{4}")
_NOTE_START = re.compile(rf"[ ]{{0,3}}{NOTE_MARKER.pattern}")
_ITEM_KINDS = ("table", "figure")


def quote(blocks: Blocks, at: int) -> Passage | None:
    """Lines that begin with `>`; a line without it goes on with the paragraph before."""
    parts: list[Fragment] = []
    here = at
    while start := markers.QUOTE_START.match(blocks.text, here, blocks.end):
        line_end = _quoted_lines(blocks, start.end(), parts)
        here = line_end + 1
        if line_end >= blocks.end:
            break
    if not parts:
        return None
    inside = Fragment.join([*parts, blocks.fragment.synthetic("\n\n", min(here, blocks.end) - 1)])
    return Passage(blocks.behind_blank_lines(min(here, blocks.end)), blocks.nested(inside).all())


def _quoted_lines(blocks: Blocks, at: int, parts: list[Fragment]) -> int:
    """Adds a quoted line and those that go on with it; the end of the last one."""
    inlines = blocks.inlines()
    while True:
        newline = blocks.text.find("\n", at, blocks.end)
        newline = blocks.end if newline < 0 else newline
        parts.append(blocks.fragment[at : newline + 1])
        after = continuation(inlines, newline) if newline < blocks.end else None
        if after is None or markers.QUOTE_START.match(blocks.text, after, blocks.end):
            return newline
        at = after


def div(blocks: Blocks, at: int) -> Passage | None:
    """`::: {#label .table item=name}`, up to a line of colons."""
    opening = _DIV.match(blocks.text, at, blocks.end)
    if opening is None:
        return None
    attributes = attributes_at(blocks.text, opening.end(), blocks.end)
    name = None if attributes else _DIV_CLASS.match(blocks.text, opening.end(), blocks.end)
    if attributes is None and name is None:
        return None
    head_end = attributes.end if attributes else name.end() if name else at
    rest = _DIV_REST.match(blocks.text, head_end, blocks.end)
    if rest is None:
        return None
    inside = blocks.changed(div_level=blocks.context.div_level + 1)
    content = inside.many(rest.end(), lambda place: _ends_div(blocks, place))
    end = blocks.behind_blank_lines(blocks.line_end(content.end) or content.end)
    return Passage(end, [*_place(blocks, at, content.end, attributes), *content.nodes])


def _ends_div(blocks: Blocks, at: int) -> bool:
    return markers.DIV_END.match(blocks.text, at, blocks.end) is not None


def _place(blocks: Blocks, start: int, content_end: int, attributes: Attributes | None) -> list[Node]:
    if attributes is None:
        return []
    span, label = blocks.fragment.span, attributes.identifier
    kind = next((kind for kind in _ITEM_KINDS if kind in attributes.classes), None)
    nodes: list[Node] = []
    if label:
        nodes.append(Found(Label(label.text, span(label.start, label.end), kind or "div")))
    if kind and (item := attributes.pairs.get("item")):
        line_end = blocks.text.find("\n", content_end, blocks.end)
        whole = span(start, content_end if line_end < 0 else line_end)
        nodes.append(Found(ItemPlace(item.text, label.text if label else None, kind, whole)))
    return nodes


def footnote(blocks: Blocks, at: int) -> Passage | None:
    """`[^label]: text`, with further paragraphs indented."""
    marker = _NOTE_START.match(blocks.text, at, blocks.end)
    if marker is None or not blocks.text.startswith(":", marker.end(), blocks.end):
        return None
    start = marker.end() + 1
    if markers.is_blank(blocks.text, start, blocks.end):
        start = blocks.text.index("\n", start) + 1
    lines = _NoteLines(blocks)
    end = lines.read(start)
    if end is None:
        return None
    span = blocks.fragment.span(at, end)
    inside = blocks.nested(Fragment.join(lines.parts), ProseKind.FOOTNOTE).all()
    return Passage(blocks.behind_blank_lines(end), [NoteDefinition(marker[1], span, inside)])


class _NoteLines:
    """The lines of a footnote without their indentation, a blank line behind each paragraph."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.parts: list[Fragment] = []

    def read(self, at: int) -> int | None:
        """The place behind the footnote."""
        end = self._paragraph(self._indent_end(at) or at)
        while end is not None:
            self.parts.append(self.blocks.fragment.synthetic("\n", end - 1))
            after = self.blocks.behind_blank_lines(end)
            indent = self._indent_end(after) if after > end else None
            following = None if indent is None else self._paragraph(indent)
            if following is None:
                return end
            end = following
        return None

    def _paragraph(self, at: int) -> int | None:
        end = self._take(at)
        while (
            end is not None and not self._ends_at(end) and (after := self._take(self._indent_end(end) or end))
        ):
            end = after
        return end

    def _take(self, at: int) -> int | None:
        end = self.blocks.line_end(at)
        if end is not None:
            self.parts.append(self.blocks.fragment[at:end])
        return end

    def _indent_end(self, at: int) -> int | None:
        indent = _NOTE_INDENT.match(self.blocks.text, at, self.blocks.end)
        return indent.end() if indent else None

    def _ends_at(self, at: int) -> bool:
        text, end = self.blocks.text, self.blocks.end
        return (
            at >= end
            or markers.is_blank(text, at, end)
            or _NOTE_START.match(text, at, end) is not None
            or (self.blocks.context.div_level > 0 and markers.DIV_END.match(text, at, end) is not None)
        )
