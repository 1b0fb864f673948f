"""Footnotes: called as `[^label]`, defined as `[^label]: text`, or written where they stand as `^[text]`."""

import re

from reportkit.model.tokens import ProseKind
from reportkit.scanner import markers
from reportkit.scanner.attributes import attributes_at
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.brackets import NOTE_MARKER, closing_bracket
from reportkit.scanner.extracts import Place
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.inlines import Inlines, Match
from reportkit.scanner.nodes import NoteBody, NoteCall, NoteDefinition

_INDENT = re.compile(r"[ ]{4}")
_START = re.compile(rf"[ ]{{0,3}}{NOTE_MARKER.pattern}")


def note_call(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`[^label]`."""
    found = NOTE_MARKER.match(inlines.text, at, inlines.end)
    if found is None:
        return None
    return Match(found.end(), [NoteCall(found[1], inlines.fragment.span(*found.span()))], word_end)


def inline_note(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`^[text]`; followed by a target or attributes it is a raised link or span."""
    close = closing_bracket(inlines, at + 1) if inlines.has("^[", at) else None
    if close is None or inlines.too_deep():
        return None
    if inlines.has("(", close + 1) or inlines.has("[", close + 1):
        return None
    if attributes_at(inlines.text, close + 1, inlines.end):
        return None
    inside = inlines.part(at + 2, close).whole(word_end)
    return Match(close + 1, [NoteBody(inside.nodes)], inside.word_end)


def footnote(blocks: Blocks, at: int) -> Passage | None:
    """A definition, with further paragraphs indented."""
    marker = _START.match(blocks.text, at, blocks.end)
    if marker is None or not blocks.text.startswith(":", marker.end(), blocks.end):
        return None
    start = marker.end() + 1
    if markers.is_blank(blocks.text, start, blocks.end):
        start = blocks.text.index("\n", start) + 1
    lines = _Lines(blocks)
    end = lines.read(start)
    if end is None:
        return None
    inside = blocks.lifted(Fragment.join(lines.parts), ProseKind.FOOTNOTE).all()
    definition = NoteDefinition(marker[1], blocks.place(at, end), inside)
    return Passage(blocks.behind_blank_lines(end), [definition])


class _Lines:
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
        indent = _INDENT.match(self.blocks.text, at, self.blocks.end)
        return indent.end() if indent else None

    def _ends_at(self, at: int) -> bool:
        blocks = self.blocks
        return (
            blocks.is_blank(at)
            or blocks.ends_div(at)
            or _START.match(blocks.text, at, blocks.end) is not None
        )
