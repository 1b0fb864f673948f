"""Words of titles that are put together of parts by hyphens and strokes."""

import re

from reportkit.model.location import Span
from reportkit.rules.reading.sentence_case import HELD

_WORD = re.compile(r"\S+")
_PART = re.compile(rf"[\w{HELD}'’.+*]+")
_JOINTS = frozenset({"-", "/", "–"})


def stretch(plain: str, span: Span) -> Span:
    """The part of a compound that the span is in, with those beside it that are no ordinary words.

    Of `B-Cell` that is the `B`, of `R-CHOP-14` all, in a title that `plain_title` gave.
    """
    parts = _parts_around(plain, span.start)
    first = last = next(i for i, part in enumerate(parts) if part.start <= span.start < part.end)
    while first and _is_code(plain, parts[first - 1]):
        first -= 1
    while last + 1 < len(parts) and _is_code(plain, parts[last + 1]):
        last += 1
    return _trimmed(plain, Span(parts[first].start, parts[last].end))


def _parts_around(plain: str, offset: int) -> list[Span]:
    """The parts, with one hyphen or stroke between two, of the word around a place."""
    word = next(word for word in _WORD.finditer(plain) if word.end() > offset)
    parts: list[Span] = []
    for part in _PART.finditer(plain, *word.span()):
        if parts and plain[parts[-1].end : part.start()] not in _JOINTS:
            if part.start() > offset:
                break
            parts.clear()
        parts.append(Span(*part.span()))
    return parts


def _is_code(plain: str, part: Span) -> bool:
    word = plain[part.start : part.end]
    return HELD not in word and word == word.upper()


def _trimmed(plain: str, span: Span) -> Span:
    """The word without the signs around it; the last point of `U.S.` belongs to it."""
    word = plain[span.start : span.end]
    end = word.rstrip("'’.") + ("." if word.endswith(".") and "." in word[:-1] else "")
    return Span(span.start + len(word) - len(word.lstrip("'’.")), span.start + len(end))
