"""Where the parts of an entry stand that bibtexparser has read and pandoc can read."""

import re
from sys import intern
from typing import TYPE_CHECKING

from reportkit.adapters.bibtex_entry import KEY_CHARACTERS, RawEntry, RawField
from reportkit.adapters.bibtex_values import BLANK, Braces, Expression, read_expression
from reportkit.model.location import Span

if TYPE_CHECKING:
    from bibtexparser.model import Entry

_HEAD = re.compile(rf"@([^\W\d_]++){BLANK}\{{{BLANK}([{KEY_CHARACTERS}]++){BLANK},{BLANK}")

# Values as nearly all are: braces three deep, quotes with braces in them, a word or nothing at all.
_INMOST = r"[^{}\\]*+"
_INNER = rf"{_INMOST}(?:(?:\\.|\{{{_INMOST}\}}){_INMOST})*+"
_OUTER = rf"{_INMOST}(?:(?:\\.|\{{{_INNER}\}}){_INMOST})*+"
_QUOTED = rf'[^"{{}}\\]*+(?:(?:\\.|\{{{_OUTER}\}})[^"{{}}\\]*+)*+'
_VALUE = rf'\{{{_OUTER}\}}|"{_QUOTED}"|[\w:+-]++'
_NAME = rf"([\w:+-]++){BLANK}(=){BLANK}"
_AFTER = rf"{BLANK}(?:,{BLANK}|(?=\}}))"
_FIELD = re.compile(f"{_NAME}({_VALUE})?{_AFTER}", re.DOTALL)
_FIELD_START = re.compile(_NAME)
_FIELD_END = re.compile(_AFTER)


def locate_entry(text: str, start: int, entry: "Entry") -> RawEntry | None:
    """Where the parts of an entry stand that bibtexparser found at `start`.

    None says that it is not quite as pandoc wants it, although bibtexparser lets it pass.
    """
    end = start + len(entry.raw or "")
    head = _HEAD.match(text, start, end)
    if not head or head[2] != entry.key:
        return None
    fields: list[RawField] = []
    place = head.end()
    for field in entry.fields:
        located = _locate_field(text, place, end, field.key, field.value)
        if located is None:
            return None
        place, raw = located
        fields.append(raw)
    if place != end - 1:
        return None
    return RawEntry(head[1].lower(), entry.key, Span(*head.span(2)), Span(start, end), tuple(fields))


def _locate_field(text: str, place: int, end: int, name: str, value: str) -> tuple[int, RawField] | None:
    """Where the next field begins, and the one of this name and value that stands at `place`."""
    found = _FIELD.match(text, place, end)
    if not found:
        return _locate_rare_field(text, place, end, name, value)
    if found.group(1, 3) != (name, value or None):
        return None
    start, stop = found.span(3)
    if not value:
        return found.end(), RawField.empty(name, place, found.end(2))
    if value[0] in '{"':
        return found.end(), RawField(intern(name.lower()), place, stop, start + 1, stop - 1)
    word = Span(start, stop)
    return found.end(), RawField.of(name, place, Expression(word, (word,), (True,)))


def _locate_rare_field(text: str, place: int, end: int, name: str, value: str) -> tuple[int, RawField] | None:
    """The same for a value that is deeply nested or put together from several pieces."""
    head = _FIELD_START.match(text, place, end)
    if not head or head[1] != name:
        return None
    whole = read_expression(text, head.end(), end, Braces(text, head.end(), end))
    if not whole or text[whole.span.start : whole.span.end] != value:
        return None
    after = _FIELD_END.match(text, whole.span.end, end)
    return (after.end(), RawField.of(name, place, whole)) if after else None
