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


class Targets:
    """The targets of one text; what was learnt at one is kept for the next."""

    def __init__(self, text: str, end: int) -> None:
        self._text = text
        self._end = end
        self._closed: dict[int, int] = {}
        self._stops: dict[int, int] = {}
        self._title_ends: dict[int, int | None] = {}
        self._angled: dict[int, int | None] = {}

    def at(self, at: int) -> Target | None:
        """The target in parentheses at a place, if one stands there."""
        text, end = self._text, self._end
        if at >= end or text[at] != "(":
            return None
        start = _behind_spaces(text, at + 1, end)
        angled = self.angled_end(start)
        stop = self._address_end(start) if angled is None else angled
        close = _behind_spaces(text, self._title_end(stop) or stop, end)
        if close >= end or text[close] != ")":
            return None
        return Target(start, stop, close + 1) if angled is None else Target(start + 1, stop - 1, close + 1)

    def angled_end(self, at: int) -> int | None:
        """Behind an address in angle brackets."""
        if not self._text.startswith("<", at, self._end):
            return None
        if at not in self._angled:
            self._angled |= _angled_ends(self._text, at, self._end)
        return self._angled[at]

    def quoted_title_end(self, at: int) -> int | None:
        """Behind a title in quotation marks; a mark inside a word does not end it, and titles may nest."""
        if at >= self._end or self._text[at] not in "\"'":
            return None
        if at not in self._title_ends:
            self._title_ends |= _title_ends(self._text, at, self._end)
        return self._title_ends[at]

    def parenthesized_end(self, at: int) -> int | None:
        """Behind a parenthesis at a place and the one that closes it."""
        if not self._text.startswith("(", at, self._end):
            return None
        close = self._behind_parenthesis(at)
        return close if self._text[close - 1] == ")" and close > at + 1 else None

    def _behind_parenthesis(self, at: int) -> int:
        if at not in self._closed:
            self._closed |= _parentheses(self._text, at, self._end)
        return self._closed[at]

    def _address_end(self, at: int) -> int:
        visited = []
        while at not in self._stops and (after := self._behind(at)) is not None:
            visited.append(at)
            at = after
        stop = self._stops.get(at, at)
        self._stops.update(dict.fromkeys(visited, stop))
        return stop

    def _title_end(self, at: int) -> int | None:
        start = skip_break(self._text, at, self._end)
        return None if start is None else self.quoted_title_end(start)

    def _behind(self, at: int) -> int | None:
        """Behind a piece of an address; None where it ends."""
        text, end = self._text, self._end
        if at >= end or text[at] == ")":
            return None
        if piece := _PLAIN.match(text, at, end) or _SPACES_INSIDE.match(text, at, end):
            return piece.end()
        if text[at] == "(":
            return self._behind_parenthesis(at)
        ends_here = text[at] == " " or (text[at] == "\n" and self._title_end(at) is not None)
        return None if ends_here else literal_end(text, at, end)


def _title_ends(text: str, at: int, end: int) -> dict[int, int | None]:
    """For a quotation mark and all like it behind it, where the title ends that it starts."""
    marks = _marks(text, at, end)
    title_ends: dict[int, int | None] = {}
    # where a title ends that reaches the mark with an index; it depends on later marks only
    reached: list[int | None] = [None] * (len(marks) + 1)
    for index in range(len(marks) - 1, -1, -1):
        after = marks[index] + 1
        nested = title_ends[marks[index]] = None if text[after : after + 1].isspace() else reached[index + 1]
        if after >= end or not text[after].isalnum():
            reached[index] = after
        else:
            reached[index] = reached[index + 1 if nested is None else bisect_left(marks, nested)]
    return title_ends


def _angled_ends(text: str, at: int, end: int) -> dict[int, int | None]:
    """Behind the sign that closes the one at a place, and all those before it on the way there."""
    opened = []
    here: int | None = at
    while here is not None and here < end and text[here] != ">":
        if text[here] == "<":
            opened.append(here)
        here = literal_end(text, here, end)
    close = here + 1 if here is not None and here < end else None
    return dict.fromkeys(opened, close)


def _behind_spaces(text: str, at: int, end: int) -> int:
    spaces = _SPACES.match(text, at, end)
    return spaces.end() if spaces else at


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
