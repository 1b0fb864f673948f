"""Spaces and line ends inside running text."""

from reportkit.scanner import markers
from reportkit.scanner.extracts import Place
from reportkit.scanner.fences import fenced_code_end
from reportkit.scanner.inlines import Inlines, Match
from reportkit.scanner.nodes import Visible


def space(inlines: Inlines, at: int, word_end: Place | None) -> Match:
    """One or more spaces; two before a line end make a hard break."""
    after = at + 1
    while after < inlines.end and inlines.text[after] == " ":
        after += 1
    if after - at > 1 and (line_end := line_break(inlines, after, word_end)):
        return line_end
    return Match(after, [inlines.visible(at, at + 1)], word_end)


def line_break(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """A line end at which the paragraph goes on."""
    after = continuation(inlines, at)
    if after is None:
        return None
    return Match(after, [Visible(" ", inlines.fragment.origins[at : at + 1])], word_end)


def continuation(inlines: Inlines, at: int) -> int | None:
    """Where the text goes on behind a line end, or None if a block starts or ends there."""
    text, line, end, context = inlines.text, at + 1, inlines.end, inlines.context
    if at >= end or text[at] != "\n" or not context.line_breaks or markers.is_blank(text, line, end):
        return None
    if context.in_list and markers.item_at(text, line, end):
        return None
    if text.startswith("`", line) and fenced_code_end(text, line, end):
        return None
    if inlines.fragment.tags.closes(line, end, context.html_element):
        return None
    if context.div_level and markers.DIV_END.match(text, line, end):
        return None
    while line < end and text[line] == " ":
        line += 1
    return line
