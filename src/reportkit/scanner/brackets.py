"""Which closing bracket belongs to an opening one, as pandoc pairs them."""

import re

from reportkit.scanner.angles import raw_html
from reportkit.scanner.escapes import escaped_at
from reportkit.scanner.inlines import Inlines
from reportkit.scanner.latex import latex_end
from reportkit.scanner.spaces import continuation
from reportkit.scanner.verbatim import code, math

_HARMLESS = re.compile(r"[^\\`$\n<\[\]]+")
NOTE_MARKER = re.compile(r"\[\^([^\r\n\t \^\[\]]+)\]")


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
    open_brackets: list[int] = []
    here: int | None = at
    while here is not None and here < inlines.end:
        char = inlines.text[here]
        if char == "[":
            open_brackets.append(here)
        elif char == "]":
            inlines.brackets[open_brackets.pop()] = here
            if not open_brackets:
                return
        here = _behind(inlines, here)
    inlines.brackets.update(dict.fromkeys(open_brackets))


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
