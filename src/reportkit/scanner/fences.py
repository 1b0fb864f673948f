"""Fenced code: where it starts and where it ends."""

import re
from typing import NamedTuple

from reportkit.scanner.attributes import Attributes, attributes_at, raw_format_end
from reportkit.scanner.markers import is_blank

_OPENING = re.compile(r"[ ]{0,3}(?P<fence>`{3,}|~{3,})[ ]*")
_LANGUAGE = re.compile(r"[^`{}\s]+[ ]*")


class Fence(NamedTuple):
    """Fenced code: its indentation and content, the place behind it, and what its first line says."""

    indent: int
    start: int
    stop: int
    end: int
    attributes: Attributes | None
    is_raw: bool


class _FirstLine(NamedTuple):
    end: int
    attributes: Attributes | None
    is_raw: bool


def fence_at(text: str, at: int, end: int) -> Fence | None:
    """The fenced code that starts at a place, if it is closed."""
    opening = _OPENING.match(text, at, end)
    first = _first_line(text, opening.end(), end) if opening else None
    if opening is None or first is None:
        return None
    mark = opening["fence"]
    # the line end before the content belongs to the search: an empty block closes at once
    closing = re.compile(rf"\n[ ]{{0,3}}{mark[0]}{{{len(mark)},}}[ ]*\n").search(text, first.end, end)
    if closing is None:
        return None
    start = first.end + 1
    return Fence(
        opening.start("fence") - at,
        start,
        max(start, closing.start()),
        closing.end(),
        first.attributes,
        first.is_raw,
    )


def fenced_code_end(text: str, at: int, end: int) -> int | None:
    """Behind a fenced code block that starts at a place, its closing line included."""
    fence = fence_at(text, at, end)
    return fence.end if fence else None


def opening_end(text: str, at: int, end: int) -> int | None:
    """The end of a line that opens fenced code, closed or not."""
    opening = _OPENING.match(text, at, end)
    first = _first_line(text, opening.end(), end) if opening else None
    return first.end if first else None


def _first_line(text: str, at: int, end: int) -> _FirstLine | None:
    attributes = None
    raw = after = raw_format_end(text, at, end)
    if after is None:
        language = _LANGUAGE.match(text, at, end)
        after = language.end() if language else at
        attributes = attributes_at(text, after, end)
        after = attributes.end if attributes else after
    if not is_blank(text, after, end):
        return None
    return _FirstLine(text.index("\n", after, end), attributes, raw is not None)
