"""Quotation marks: inside a pair of them another pair of the same kind cannot start."""

from dataclasses import dataclass

from reportkit.scanner.inlines import Inlines, Match, Place


@dataclass(frozen=True, slots=True)
class _ClosingMark:
    mark: str

    def end_at(self, inlines: Inlines, at: int, word_end: Place | None) -> int | None:
        if at >= inlines.end or inlines.text[at] != self.mark:
            return None
        if self.mark == "'" and at + 1 < inlines.end and inlines.text[at + 1].isalnum():
            return None
        return at + 1

    def fails_at(self, inlines: Inlines, at: int) -> bool:
        return False


def quotation(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`"text"` or `'text'`; an unpaired mark is a character like others."""
    mark, inner = inlines.text[at], at + 1
    if inlines.context.quote == mark or inlines.is_glued(at, word_end) or inlines.too_deep():
        return None
    if inner >= inlines.end or inlines.text[inner] in " \t\n\r":
        return None
    closing = _ClosingMark(mark)
    if closing.end_at(inlines, inner, word_end) is not None:
        return None
    inside = inlines.changed(quote=mark).until(closing, inner, word_end)
    if inside is None:
        return None
    nodes = [inlines.visible(at, inner), *inside.nodes, inlines.visible(inside.end - 1, inside.end)]
    return Match(inside.end, nodes, inside.word_end)
