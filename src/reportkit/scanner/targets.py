"""Where a link leads: `(address "title")`."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from reportkit.scanner.attributes import skip_break
from reportkit.scanner.escapes import literal_end

_SPACES = re.compile(r"[ ]*")
_PLAIN = re.compile(r"[^\s()\\&]+")
_SPACES_INSIDE = re.compile(r"[ ]++(?![\"')])")


@dataclass(frozen=True, slots=True)
class Target:
    """A link's address and where it stands; `end` is behind the closing parenthesis."""

    start: int
    stop: int
    end: int


def target_at(text: str, at: int, end: int) -> Target | None:
    """The target in parentheses at a place, if one stands there."""
    if at >= end or text[at] != "(" or text.find(")", at, end) < 0:
        return None
    start = _behind_spaces(text, at + 1, end)
    angled = angled_end(text, start, end)
    stop = _address_end(text, start, end) if angled is None else angled
    close = _behind_spaces(text, _title_end_after(text, stop, end) or stop, end)
    if close >= end or text[close] != ")":
        return None
    return Target(start, stop, close + 1) if angled is None else Target(start + 1, stop - 1, close + 1)


def quoted_title_end(text: str, at: int, end: int) -> int | None:
    """Behind a title in quotation marks; a mark inside a word does not end it, and titles may nest."""
    if at >= end or text[at] not in "\"'":
        return None
    marks = _marks(text, at, end)
    # ends[i]: where a title ends that reaches the mark i; it depends on later marks only
    ends: list[int | None] = [None] * (len(marks) + 1)
    for index in range(len(marks) - 1, -1, -1):
        after = marks[index] + 1
        nested = None if text[after : after + 1].isspace() else ends[index + 1]
        if index == 0:
            return nested
        if after >= end or not text[after].isalnum():
            ends[index] = after
        else:
            ends[index] = ends[index + 1 if nested is None else bisect_left(marks, nested)]
    return None


def angled_end(text: str, at: int, end: int) -> int | None:
    """Behind an address in angle brackets."""
    here: int | None = at + 1
    if at >= end or text[at] != "<":
        return None
    while here is not None and here < end:
        if text[here] == ">":
            return here + 1
        here = literal_end(text, here, end)
    return None


def parenthesized_end(text: str, at: int, end: int) -> int | None:
    """Behind a parenthesis at a place and the one that closes it."""
    if at >= end or text[at] != "(":
        return None
    close = _parentheses(text, at, end)[at]
    return close if text[close - 1] == ")" and close > at + 1 else None


def _behind_spaces(text: str, at: int, end: int) -> int:
    spaces = _SPACES.match(text, at, end)
    return spaces.end() if spaces else at


def _address_end(text: str, at: int, end: int) -> int:
    pairs: dict[int, int] | None = None
    while at < end and text[at] != ")":
        if found := _PLAIN.match(text, at, end) or _SPACES_INSIDE.match(text, at, end):
            at = found.end()
            continue
        if text[at] == "(":
            pairs = _parentheses(text, at, end) if pairs is None or at not in pairs else pairs
            at = pairs[at]
            continue
        after = (
            None if text[at] == " " or _title_end_after(text, at, end, "\n") else literal_end(text, at, end)
        )
        if after is None:
            break
        at = after
    return at


def _title_end_after(text: str, at: int, end: int, before: str = "") -> int | None:
    if not text.startswith(before, at):
        return None
    start = skip_break(text, at, end)
    return None if start is None else quoted_title_end(text, start, end)


def _parentheses(text: str, at: int, end: int) -> dict[int, int]:
    """Behind the parenthesis that closes each one from a place on; an unclosed one is a character."""
    closed: dict[int, int] = {}
    still_open: list[int] = []
    here: int | None = at
    while here is not None and here < end:
        if text[here] == "(":
            still_open.append(here)
        elif text[here] == ")":
            closed[still_open.pop()] = here + 1
            if not still_open:
                break
        here = literal_end(text, here, end)
    return closed | {place: place + 1 for place in still_open}


def _marks(text: str, at: int, end: int) -> list[int]:
    marks = []
    here: int | None = at
    while here is not None and here < end:
        if text[here] == text[at]:
            marks.append(here)
        here = literal_end(text, here, end)
    return marks
