"""Struck out, raised and lowered text: `~~text~~`, `^text^`, `~text~`."""

from reportkit.scanner.escapes import entity_at, escaped_at
from reportkit.scanner.extracts import Place
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.inlines import Closer, Inlines, Match

_TILDES = "~~"
_SPACES = " \t\n\r"


def struck_out(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`~~text~~`."""
    inner = at + len(_TILDES)
    if not inlines.has(_TILDES, at) or inner >= inlines.end or inlines.too_deep():
        return None
    if inlines.text[inner] in "~" + _SPACES:
        return None
    return inlines.until(_CLOSER, inner, word_end)


def raised_or_lowered(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`^text^` or `~text~` without spaces; escapes inside are resolved before the text is read."""
    if inlines.too_deep():
        return None
    mark, here = inlines.text[at], at + 1
    parts: list[Fragment] = []
    while here < inlines.end and inlines.text[here] != mark:
        part, here = _character(inlines, here)
        if part.text in _SPACES:
            return None
        parts.append(part)
    if here >= inlines.end:
        return None
    inside = inlines.lifted(Fragment.join(parts)).whole(word_end)
    return Match(here + 1, inside.nodes, inside.word_end)


def _character(inlines: Inlines, at: int) -> tuple[Fragment, int]:
    text, end, origin = inlines.text, inlines.end, inlines.fragment.origins[at]
    if escaped := escaped_at(text, at, end):
        return Fragment("\xa0" if escaped == " " else escaped, [origin + 1]), at + 2
    if text[at] == "&" and (entity := entity_at(text, at, end)):
        return Fragment(entity[0], [origin] * len(entity[0])), entity[1]
    return Fragment(text[at], [origin]), at + 1


def _behind_tildes(inlines: Inlines, at: int, _word_end: Place | None) -> int | None:
    return at + len(_TILDES) if inlines.has(_TILDES, at) else None


_CLOSER = Closer(_behind_tildes)
