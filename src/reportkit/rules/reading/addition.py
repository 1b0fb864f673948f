"""Putting a field into an entry, behind its last one and indented like it."""

import re

from reportkit.model.bibliography import Reference
from reportkit.model.diagnostic import Edit
from reportkit.model.location import Span

_INDENT = re.compile(r"\n[ \t]*$")


def addition(reference: Reference, name: str, value: str) -> Edit | None:
    """The edit that adds the field; the comma behind the last field, if any, is then behind this one.

    An entry without fields has no comma to rely on, and gets none.
    """
    if not reference.fields:
        return None
    last = reference.fields[-1]
    indent = _INDENT.search(last.source.text[reference.span.start : last.start])
    place = last.source.locate(Span(last.end, last.end))
    return Edit(place, f",{indent[0] if indent else ' '}{name} = {{{value}}}")
