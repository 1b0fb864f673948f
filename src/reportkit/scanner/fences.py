"""Fenced code: where it starts and where it ends."""

import re

from reportkit.scanner.attributes import attributes_at, raw_format_end
from reportkit.scanner.markers import is_blank

_OPENING = re.compile(r"[ ]{0,3}(?P<fence>`{3,}|~{3,})[ ]*")
_LANGUAGE = re.compile(r"[^`{}\s]+[ ]*")


def fenced_code_end(text: str, at: int, end: int) -> int | None:
    """Behind a fenced code block that starts at a place, its closing line included."""
    opening = _OPENING.match(text, at, end)
    if opening is None:
        return None
    content = _first_line(text, opening.end(), end)
    if content is None:
        return None
    fence = opening["fence"]
    # the line end before the content belongs to the search: an empty block closes at once
    closing = re.compile(rf"\n[ ]{{0,3}}{fence[0]}{{{len(fence)},}}[ ]*\n").search(text, content - 1, end)
    return closing.end() if closing else None


def _first_line(text: str, at: int, end: int) -> int | None:
    after = raw_format_end(text, at, end)
    if after is None:
        language = _LANGUAGE.match(text, at, end)
        after = language.end() if language else at
        attributes = attributes_at(text, after, end)
        after = attributes.end if attributes else after
    return text.index("\n", after, end) + 1 if is_blank(text, after, end) else None
