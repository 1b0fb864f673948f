"""What is not prose inside running text: code spans and formulas."""

import re
from bisect import bisect_left
from collections import defaultdict

from reportkit.scanner import markers
from reportkit.scanner.attributes import attributes_at, raw_format_end
from reportkit.scanner.characters import is_punctuation
from reportkit.scanner.inlines import Inlines, Match, Place

_TICKS = re.compile(r"`+")
_MATH_PIECE = re.compile(r"[^ \t\n\r\\$]+|[ ]*\n(?![ ]*\n)(?!\$)|[ ]++(?![$\n])")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def code(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """A code span: as many backticks behind it as before it."""
    opening = _TICKS.match(inlines.text, at, inlines.end)
    if opening is None:
        return None
    close = _closing_ticks(inlines, opening.end(), len(opening[0]))
    if close is None:
        return None
    after = close + len(opening[0])
    raw = raw_format_end(inlines.text, after, inlines.end)
    attributes = attributes_at(inlines.text, after, inlines.end)
    return Match(raw or (attributes.end if attributes else after), (), word_end)


def math(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """A formula between dollars."""
    end = _display_end(inlines.text, at, inlines.end)
    if end is not None:
        return Match(end, (), word_end)
    end = _formula_end(inlines.text, at, inlines.end)
    if end is None:
        return None
    quote = _apostrophe_end(inlines.text, end, inlines.end)
    return Match(quote, [inlines.visible(end, quote)] if quote > end else (), word_end)


def _closing_ticks(inlines: Inlines, at: int, count: int) -> int | None:
    runs = inlines.ticks
    if runs is None:
        runs = inlines.ticks = defaultdict(list)
        for run in _TICKS.finditer(inlines.text, inlines.extract.start, inlines.end):
            runs[len(run[0])].append(run.start())
    places = runs.get(count, [])
    index = bisect_left(places, at)
    if index == len(places) or places[index] >= _block_end(inlines, at):
        return None
    return places[index]


def _block_end(inlines: Inlines, at: int) -> int:
    """The first line end that no code span reaches across."""
    known = inlines.code_limit
    if known is not None and known[0] <= at <= known[1]:
        return known[1]
    line_end = at
    while (line_end := inlines.text.find("\n", line_end, inlines.end)) >= 0:
        line = line_end + 1
        if markers.is_blank(inlines.text, line, inlines.end):
            break
        if inlines.context.in_list and markers.item_at(inlines.text, line, inlines.end):
            break
        line_end = line
    limit = line_end if line_end >= 0 else inlines.end
    inlines.code_limit = (at, limit)
    return limit


def _display_end(text: str, at: int, end: int) -> int | None:
    if not text.startswith("$$", at) or text.startswith("$$", at + 2):
        return None
    close = text.find("$$", at + 3, end)
    if close < 0 or re.compile(r"\n[ ]*\n").search(text, at, close):
        return None
    return close + 2


def _formula_end(text: str, at: int, end: int) -> int | None:
    here = at + 1
    if here >= end or text[at] != "$" or text[here].isspace() or text[here] == "$":
        return None
    while here < end and text[here] != "$":
        after = _piece_end(text, here, end)
        if after is None:
            return None
        here = after
    closed = here < end and not (here + 1 < end and text[here + 1] in "0123456789")
    return here + 1 if closed else None


def _piece_end(text: str, at: int, end: int) -> int | None:
    if text[at] != "\\":
        piece = _MATH_PIECE.match(text, at, end)
        return piece.end() if piece else None
    if text.startswith("\\text{", at) and (close := _braces_end(text, at + 5, end)):
        return close
    return at + 2 if at + 2 <= end else None


def _braces_end(text: str, at: int, end: int) -> int | None:
    depth = 0
    for token in _BRACE.finditer(text, at, end):
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        if depth == 0:
            return token.end()
    return None


def _apostrophe_end(text: str, at: int, end: int) -> int:
    """`$n$'s` has an apostrophe, not the start of a quotation."""
    if at >= end or text[at] not in "'’":
        return at
    follows = text[at + 1] if at + 1 < end else ""
    return at if follows and (follows.isspace() or is_punctuation(follows)) else at + 1
