"""Quotation marks: inside a pair of them another pair of the same kind cannot start."""

from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Closer, Inlines, Match


def quotation(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`"text"` or `'text'`; an unpaired mark is a character like others."""
    mark, inner = inlines.text[at], at + 1
    if inlines.context.quote == mark or inlines.is_glued(at, word_end) or inlines.too_deep():
        return None
    if inner >= inlines.end or inlines.text[inner] in " \t\n\r":
        return None
    closer = _CLOSERS[mark]
    if closer.end_at(inlines, inner, word_end) is not None:
        return None
    inside = inlines.changed(quote=mark).until(closer, inner, word_end)
    if inside is None:
        return None
    nodes = [inlines.visible(at, inner), *inside.nodes, inlines.visible(inside.end - 1, inside.end)]
    return Match(inside.end, nodes, inside.word_end)


def _behind_double(inlines: Inlines, at: int, _word_end: Place | None) -> int | None:
    return at + 1 if inlines.has('"', at) else None


def _behind_single(inlines: Inlines, at: int, _word_end: Place | None) -> int | None:
    inside_word = at + 1 < inlines.end and inlines.text[at + 1].isalnum()
    return at + 1 if inlines.has("'", at) and not inside_word else None


_CLOSERS = {'"': Closer(_behind_double), "'": Closer(_behind_single)}
