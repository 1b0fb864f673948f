"""The value of a field in a broken entry, as far as it can be told."""

import re

from reportkit.adapters.bibtex_values import Braces, Expression, read_expression, skip_blank
from reportkit.model.location import Span

# A line that begins a field: inside a value it shows that a delimiter before it is missing.
_FIELD_LINE = re.compile(r"\n[ \t]*+[\w:+-]++[ \t]*+=[ \t]*+[{\"\w]")
_FIELD = re.compile(r"[\w:+-]++\s*+=")
_OPEN = "is not closed"
_UNDELIMITED = re.compile(r"[^,\n{}\"]*")


def salvage_value(text: str, start: int, end: int, braces: Braces) -> tuple[Expression | None, str]:
    """The value that begins at `start`, and what is wrong with it; nothing where a value is empty.

    A value with a line in it that could be a field is taken to end before that line.
    """
    value, flaw = plain_value(text, start, end, braces)
    if flaw != _OPEN and not (value and _FIELD_LINE.search(text, start, value.span.end)):
        return value, flaw
    following = _FIELD_LINE.search(text, start, end)
    stop = following.start() if following else end
    inside = text[start + 1 : stop].rstrip().rstrip('},"')
    return _single(Span(start, stop), Span(start + 1, start + 1 + len(inside))), _OPEN


def plain_value(text: str, start: int, end: int, braces: Braces) -> tuple[Expression | None, str]:
    """The same for an entry in which every delimiter has its partner: any line may be part of a value."""
    if text.startswith((",", "}", ")"), start):
        return None, ""
    value = read_expression(text, start, end, braces)
    if text.startswith(("{", '"'), start):
        return value, "" if value else _OPEN
    return (value, "") if value and _ends(text, value.span, end) else _undelimited(text, start, end)


def _undelimited(text: str, start: int, end: int) -> tuple[Expression, str]:
    match = _UNDELIMITED.match(text, start, end)
    words = match[0].rstrip() if match else ""
    span = Span(start, start + len(words))
    return _single(span, span), "has to stand in braces"


def _single(whole: Span, inside: Span) -> Expression:
    return Expression(whole, (inside,), (False,))


def _ends(text: str, value: Span, end: int) -> bool:
    """Whether a bare value may end here: before a comma, line or entry's end, a number before a field."""
    after = skip_blank(text, value.end, end)
    if after == end or text[after] in ",})" or "\n" in text[value.end : after]:
        return True
    return text[value.start : value.end].isdigit() and bool(_FIELD.match(text, after, end))
