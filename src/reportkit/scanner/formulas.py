"""Formulas in running text."""

import re

from reportkit.scanner.attributes import Attributes, attributes_at
from reportkit.scanner.bookdown import labels_inside
from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Inlines, Match
from reportkit.scanner.labels import identifier
from reportkit.scanner.markup import unclosed
from reportkit.scanner.nodes import Formula

_BACKSLASH = re.compile(r"\\[(\[]")
_BACKSLASH_ENDS = {r"\(": r"\)", r"\[": r"\]"}
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
    return None if end is None else _labelled(inlines, at, end, word_end)


def backslash_math(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    r"""`\(x\)` or `\[x\]`."""
    found = _BACKSLASH.match(inlines.text, at, inlines.end)
    close = found and inlines.text.find(_BACKSLASH_ENDS[found[0]], found.end() + 1, inlines.end)
    if not found or not close or close < 0 or _BLANK_LINE.search(inlines.text, at, close):
        return None
    return _labelled(inlines, at, close + len(found[0]), word_end)


def unclosed_math(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """Two dollar signs, and not more, that start no formula."""
    end = at + len(_DISPLAY)
    if not inlines.has(_DISPLAY, at) or inlines.has("$", end) or inlines.text[at - 1 : at] == "$":
        return None
    opening = unclosed(inlines.fragment, "math", at, end)
    return Match(at + 1, [inlines.visible(at, at + 1), opening], word_end)


def _labelled(inlines: Inlines, at: int, end: int, word_end: Place | None) -> Match:
    """A formula with the labels in it, or behind it as `{#eq:x}`."""
    nodes = [Formula(inlines.text[at:end].strip("$")), *labels_inside(inlines, at, end)]
    if inlines.session.flavor.equations and (behind := _attributes(inlines, end)):
        nodes += identifier(inlines.fragment, behind, "equation")
        end = behind.end
    return Match(end, nodes, word_end)


def _attributes(inlines: Inlines, at: int) -> Attributes | None:
    start = at + inlines.has(" ", at)
    attributes = attributes_at(inlines.text, start, inlines.end)
    name = attributes.identifier.text if attributes and attributes.identifier else ""
    return attributes if name.startswith("eq") else None


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
