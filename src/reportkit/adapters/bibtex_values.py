"""The grammar of BibTeX values: braces, quotes, bare words and `#` between them."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportkit.model.bibliography import Macro
from reportkit.model.location import Span

BLANK = r"\s*+(?:%[^\n]*+\s*+)*+"
"""What may stand between any two parts of an entry: blanks and `%` comments."""

# What pandoc takes for a field name or a bare word.
WORD = re.compile(r"[\w:+-]+")

_BLANK = re.compile(BLANK)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_QUOTE_OR_BRACE = re.compile(r'\\.|[{}"]', re.DOTALL)
_COMMENTED_LINE = re.compile(r"^[ \t]*%.*\n?", re.MULTILINE)


class Braces:
    """Which braces of a text belong together: each is looked at once, however deeply they are nested."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._marks = _BRACE.finditer(text, start, end)
        self._opening = array("Q")
        self._closing = array("Q")

    def closing(self, place: int) -> int | None:
        """Where the brace that opens at `place` is closed."""
        if not self._opening:
            self._match()
        return self._closing[bisect_left(self._opening, place)] or None

    def _match(self) -> None:
        waiting = array("Q")
        for mark in self._marks:
            if mark[0] == "{":
                waiting.append(len(self._opening))
                self._opening.append(mark.start())
                self._closing.append(0)
            elif mark[0] == "}" and waiting:
                self._closing[waiting.pop()] = mark.start()


_LONGEST = 5_000  # characters that several pieces may stand for


@dataclass(frozen=True, slots=True)
class Expression:
    """Pieces joined by `#`; `span` covers all, a piece's span what is between its delimiters."""

    span: Span
    pieces: tuple[Span, ...]
    bare: tuple[bool, ...]

    @property
    def content(self) -> Span:
        """The inside of a single delimited piece, else the whole expression."""
        return self.pieces[0] if len(self.pieces) == 1 else self.span

    def words(self, text: str) -> Iterator[Span]:
        """The bare words that are no numbers: names of abbreviations."""
        for piece, bare in zip(self.pieces, self.bare, strict=True):
            if bare and not text[piece.start : piece.end].isdigit():
                yield piece

    def resolve(self, text: str, macros: Mapping[str, Macro]) -> str:
        """The words meant, with abbreviations written out and blanks folded.

        Abbreviations of abbreviations, each twice the one before, would fill the memory: what several pieces
        would make longer than anybody writes stays as it is written.
        """
        parts: list[str] = []
        for piece, bare in zip(self.pieces, self.bare, strict=True):
            words = text[piece.start : piece.end]
            macro = macros.get(words.lower()) if bare else None
            parts.append(macro.value if macro else words)
        if len(parts) > 1 and sum(map(len, parts)) > max(_LONGEST, self.span.end - self.span.start):
            return folded(text[self.span.start : self.span.end])
        return folded("".join(parts))


def folded(value: str) -> str:
    """A value with its blanks folded, without the lines in it that are comments."""
    if "%" in value and "\n" in value:
        value = _COMMENTED_LINE.sub("", value)
    return " ".join(value.split())


def skip_blank(text: str, start: int, end: int) -> int:
    """The next place that is neither blank nor in a `%` comment."""
    match = _BLANK.match(text, start, end)
    return match.end() if match else start


def read_expression(text: str, start: int, end: int, braces: Braces) -> Expression | None:
    """The value that begins at `start`, or None where a delimiter or a piece is missing."""
    pieces: list[Span] = []
    bare: list[bool] = []
    place = start
    while (piece := _piece(text, place, end, braces)) is not None:
        pieces.append(piece)
        bare.append(piece.start == place)
        stop = piece.end if bare[-1] else piece.end + 1
        place = skip_blank(text, stop, end)
        if not text.startswith("#", place, end):
            return Expression(Span(start, stop), tuple(pieces), tuple(bare))
        place = skip_blank(text, place + 1, end)
    return None


def _piece(text: str, start: int, end: int, braces: Braces) -> Span | None:
    if not text.startswith(("{", '"'), start, end):
        word = WORD.match(text, start, end)
        return word and Span(start, word.end())
    stop = braces.closing(start) if text[start] == "{" else _closing_quote(text, start, end, braces)
    return None if stop is None else Span(start + 1, stop)


def _closing_quote(text: str, start: int, end: int, braces: Braces) -> int | None:
    """Where the quote that opens at `start` is closed, which is never inside braces."""
    place: int | None = start + 1
    while place is not None and (mark := _QUOTE_OR_BRACE.search(text, place, end)):
        if mark[0] == '"':
            return mark.start()
        if mark[0] == "}":
            return None
        closing = braces.closing(mark.start()) if mark[0] == "{" else mark.end() - 1
        place = None if closing is None else closing + 1
    return None
