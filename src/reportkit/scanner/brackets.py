"""Which closing bracket belongs to an opening one, as pandoc pairs them."""

import re
from dataclasses import dataclass

from reportkit.scanner.angles import raw_html
from reportkit.scanner.code_spans import code
from reportkit.scanner.escapes import escaped_at
from reportkit.scanner.formulas import math
from reportkit.scanner.inlines import Inlines
from reportkit.scanner.latex import latex_end
from reportkit.scanner.spaces import continuation

_HARMLESS = re.compile(r"[^\\`$\n<\[\]]+")
# a bracket around more levels than this is read as a character, so that every level is read once only
_MAX_HEIGHT = 12
NOTE_MARKER = re.compile(r"\[\^([^\r\n\t \^\[\]]+)\]")


@dataclass(slots=True)
class _Bracket:
    """An open bracket, and how many levels of brackets stand inside it."""

    at: int
    height: int = 0


def closing_bracket(inlines: Inlines, at: int) -> int | None:
    """The place of the bracket that closes the one at a place; escapes, code and formulas hide brackets.

    One pass pairs all brackets it meets, so that nested ones are not searched again.
    """
    if at not in inlines.brackets:
        _pair(inlines, at)
    return inlines.brackets[at]


def label_end(inlines: Inlines, at: int) -> int | None:
    """The closing bracket of a label at a place, which a footnote marker is not."""
    if at >= inlines.end or inlines.text[at] != "[" or NOTE_MARKER.match(inlines.text, at, inlines.end):
        return None
    return closing_bracket(inlines, at)


def _pair(inlines: Inlines, at: int) -> None:
    still_open: list[_Bracket] = []
    here: int | None = at
    while here is not None and here < inlines.end:
        char = inlines.text[here]
        if char == "[":
            still_open.append(_Bracket(here))
        elif char == "]":
            bracket = still_open.pop()
            inlines.brackets[bracket.at] = here if bracket.height <= _MAX_HEIGHT else None
            if not still_open:
                return
            still_open[-1].height = max(still_open[-1].height, bracket.height + 1)
        here = _behind(inlines, here)
    inlines.brackets.update((bracket.at, None) for bracket in still_open)


def _behind(inlines: Inlines, at: int) -> int | None:
    """Behind what stands at a place; None where the text around a bracket ends."""
    text, end, char = inlines.text, inlines.end, inlines.text[at]
    if harmless := _HARMLESS.match(text, at, end):
        return harmless.end()
    match char:
        case "\n":
            return continuation(inlines, at)
        case "\\":
            return at + 2 if escaped_at(text, at, end) else latex_end(text, at, end) or at + 1
        case "`":
            hidden = code(inlines, at, None)
        case "$":
            hidden = math(inlines, at, None)
        case "<":
            hidden = raw_html(inlines, at, None)
        case _:
            hidden = None
    return hidden.end if hidden else at + 1
