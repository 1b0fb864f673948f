"""The grammar of BibTeX values: braces, quotes, bare words and `#` between them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reportkit.model.location import Span

# What pandoc takes for a field name or a bare word.
WORD = re.compile(r"[\w:+-]+")
_BLANK = re.compile(r"(?:\s|%.*)*")

_BRACE_MARK = re.compile(r"\\[{}]|[{}]")
_QUOTE_MARK = re.compile(r'\\.|[{}"]', re.DOTALL)


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

    def resolve(self, text: str, strings: Mapping[str, str]) -> str:
        """The words meant, with `@string` abbreviations written out and blanks folded."""
        words = (text[piece.start : piece.end] for piece in self.pieces)
        known = (strings.get(w.lower(), w) if bare else w for w, bare in zip(words, self.bare, strict=True))
        return " ".join("".join(known).split())


def skip_blank(text: str, start: int, end: int) -> int:
    """The next place that is neither blank nor in a `%` comment."""
    match = _BLANK.match(text, start, end)
    return match.end() if match else start


def closing_brace(text: str, start: int, end: int) -> int | None:
    """Where the brace that opens at `start` is closed."""
    depth = 0
    for mark in _BRACE_MARK.finditer(text, start, end):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0:
            return mark.start()
    return None


def _closing_quote(text: str, start: int, end: int) -> int | None:
    """Where the quote that opens at `start` is closed, which is never inside braces."""
    depth = 0
    for mark in _QUOTE_MARK.finditer(text, start + 1, end):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth < 0 or (depth == 0 and mark[0] == '"'):
            return mark.start() if depth == 0 else None
    return None


def read_expression(text: str, start: int, end: int) -> Expression | None:
    """The value that begins at `start`, or None where a delimiter or a piece is missing."""
    pieces: list[Span] = []
    bare: list[bool] = []
    place = start
    while (piece := _piece(text, place, end)) is not None:
        pieces.append(piece)
        bare.append(piece.start == place)
        stop = piece.end if bare[-1] else piece.end + 1
        place = skip_blank(text, stop, end)
        if not text.startswith("#", place, end):
            return Expression(Span(start, stop), tuple(pieces), tuple(bare))
        place = skip_blank(text, place + 1, end)
    return None


def _piece(text: str, start: int, end: int) -> Span | None:
    closing = {"{": closing_brace, '"': _closing_quote}.get(text[start : min(start + 1, end)])
    if closing is None:
        word = WORD.match(text, start, end)
        return word and Span(start, word.end())
    stop = closing(text, start, end)
    return None if stop is None else Span(start + 1, stop)
