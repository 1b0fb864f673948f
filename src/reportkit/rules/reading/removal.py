"""Taking a field out of its entry, with its comma and, where it has one for itself, its line."""

import re

from reportkit.model.bibliography import Field
from reportkit.model.diagnostic import Edit
from reportkit.model.location import Span

_COMMA = re.compile(r"\s*,")
_REST_OF_LINE = re.compile(r"[ \t]*\n")
_BLANKS = re.compile(r"[ \t]*")


def removal(field: Field) -> Edit:
    """The edit that leaves the entry as if the field had never been there."""
    text, start, end = field.source.text, field.start, field.end
    if comma := _COMMA.match(text, end):
        end = comma.end()
    line = start
    while text[line - 1 : line] in {" ", "\t"}:
        line -= 1
    if (rest := _REST_OF_LINE.match(text, end)) and text[line - 1 : line] in {"", "\n"}:
        start, end = line, rest.end()
    elif blanks := _BLANKS.match(text, end):
        end = blanks.end()
    return Edit(field.source.locate(Span(start, end)), "")
