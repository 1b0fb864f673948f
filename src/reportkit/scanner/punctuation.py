"""Marks with a meaning of their own: backslashes, dashes, entities."""

from reportkit.scanner.escapes import entity_at, escaped_at
from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Inlines, Match
from reportkit.scanner.nodes import Visible


def escape(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    r"""`\@` is a plain `@`, `\ ` a space that does not break; before a line end the line breaks there."""
    if inlines.text.startswith("\n", at + 1, inlines.end):
        return Match(at + 1, (), word_end)
    char = escaped_at(inlines.text, at, inlines.end)
    if char is None:
        return None
    origins = inlines.fragment.origins[at + 1 : at + 2]
    return Match(at + 2, [Visible("\xa0" if char == " " else char, origins)], word_end)


def dash(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """Two or three hyphens are read as one dash."""
    for hyphens in ("---", "--"):
        if inlines.text.startswith(hyphens, at, inlines.end):
            end = at + len(hyphens)
            return Match(end, [inlines.visible(at, end)], word_end)
    return None


def ellipsis(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """Three periods are one mark."""
    if not inlines.text.startswith("...", at, inlines.end):
        return None
    return Match(at + 3, [inlines.visible(at, at + 3)], word_end)


def entity(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`&nbsp;` and its kind."""
    found = entity_at(inlines.text, at, inlines.end)
    if found is None:
        return None
    origin = inlines.fragment.origins[at]
    return Match(found[1], [Visible(found[0], [origin] * len(found[0]))], word_end)
