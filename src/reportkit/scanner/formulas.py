"""Formulas in running text."""

import re

from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Inlines, Match
from reportkit.scanner.markup import unclosed

_BLANK_LINE = re.compile(r"\n[ ]*\n")
_PIECE = re.compile(r"[^ \t\n\r\\$]+|[ ]*\n(?![ ]*\n)(?!\$)|[ ]++(?![$\n])")
_DISPLAY = "$$"
_TEXT = r"\text{"
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
# what is not closed by then is not closed: the search must not run to the end again and again
_LONGEST_TEXT = 500


def math(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`$x$` or `$$x$$`."""
    end = _display_end(inlines.text, at, inlines.end) or _formula_end(inlines.text, at, inlines.end)
    return None if end is None else Match(end, (), word_end)


def unclosed_math(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """Two dollar signs, and not more, that start no formula."""
    end = at + len(_DISPLAY)
    if not inlines.has(_DISPLAY, at) or inlines.has("$", end) or inlines.text[at - 1 : at] == "$":
        return None
    opening = unclosed(inlines.fragment, "math", at, end)
    return Match(at + 1, [inlines.visible(at, at + 1), opening], word_end)


def _display_end(text: str, at: int, end: int) -> int | None:
    if not text.startswith("$$", at, end) or text.startswith("$$", at + 2, end):
        return None
    close = text.find("$$", at + 3, end)
    return None if close < 0 or _BLANK_LINE.search(text, at, close) else close + 2


def _formula_end(text: str, at: int, end: int) -> int | None:
    here = at + 1
    if text[at] != "$" or here >= end or text[here].isspace() or text[here] == "$":
        return None
    while here < end and text[here] != "$":
        after = _piece_end(text, here, end)
        if after is None:
            return None
        here = after
    is_price = here + 1 < end and text[here + 1] in "0123456789"
    return here + 1 if here < end and not is_price else None


def _piece_end(text: str, at: int, end: int) -> int | None:
    if text[at] != "\\":
        piece = _PIECE.match(text, at, end)
        return piece.end() if piece else None
    if text.startswith(_TEXT, at, end) and (close := _braces_end(text, at + len(_TEXT) - 1, end)):
        return close
    return at + 2 if at + 2 <= end else None


def _braces_end(text: str, at: int, end: int) -> int | None:
    depth = 0
    for token in _BRACE.finditer(text, at, min(end, at + _LONGEST_TEXT)):
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        if depth == 0:
            return token.end()
    return None
