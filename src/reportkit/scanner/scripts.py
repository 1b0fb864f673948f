"""Struck out, raised and lowered text: `~~text~~`, `^text^`, `~text~`."""

from dataclasses import dataclass

from reportkit.scanner.escapes import entity_at, escaped_at
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.inlines import Inlines, Match, Place

_TILDES = "~~"


@dataclass(frozen=True, slots=True)
class _ClosingTildes:
    def end_at(self, inlines: Inlines, at: int, word_end: Place | None) -> int | None:
        return at + 2 if inlines.text.startswith(_TILDES, at, inlines.end) else None

    def fails_at(self, inlines: Inlines, at: int) -> bool:
        """Spaces may not stand before the closing tildes."""
        after = at
        while after < inlines.end and inlines.text[after] == " ":
            after += 1
        return after > at and inlines.text.startswith(_TILDES, after, inlines.end)


def struck_out(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`~~text~~`."""
    inner = at + 2
    if not inlines.text.startswith(_TILDES, at, inlines.end) or inner >= inlines.end or inlines.too_deep():
        return None
    if inlines.text[inner] in " \t\n\r~":
        return None
    return inlines.until(_ClosingTildes(), inner, word_end)


def raised_or_lowered(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`^text^` or `~text~` without spaces; escapes inside are resolved before the text is read."""
    if inlines.too_deep():
        return None
    mark, here = inlines.text[at], at + 1
    parts: list[Fragment] = []
    while here < inlines.end and inlines.text[here] != mark:
        part, here = _character(inlines, here)
        if part.text in ("\n", " ", "\r", "\t"):
            return None
        parts.append(part)
    if here >= inlines.end:
        return None
    inside = inlines.other(Fragment.join(parts)).whole(word_end)
    return Match(here + 1, inside.nodes, inside.word_end)


def _character(inlines: Inlines, at: int) -> tuple[Fragment, int]:
    text, end, origin = inlines.text, inlines.end, inlines.fragment.origins[at]
    if escaped := escaped_at(text, at, end):
        return Fragment("\xa0" if escaped == " " else escaped, [origin + 1]), at + 2
    if text[at] == "&" and (entity := entity_at(text, at, end)):
        return Fragment(entity[0], [origin] * len(entity[0])), entity[1]
    return Fragment(text[at], [origin]), at + 1
