"""A BibTeX block with the place of each of its parts, as offsets into its file."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportkit.adapters.bibtex_values import WORD, Expression, read_expression, skip_blank
from reportkit.model.location import Span

if TYPE_CHECKING:
    from bibtexparser.model import Entry

# What pandoc takes for a key; anything else makes it refuse the whole file.
KEY = re.compile(r"[\w.:;?!`'()/*@+=\-\[\]&$]+")


@dataclass(frozen=True, slots=True)
class RawField:
    """A field as written; `value` is None where nothing follows the equals sign."""

    name: str
    span: Span
    value: Expression | None


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry, or with the type `string` an abbreviation, as written."""

    type: str
    key: str
    key_span: Span
    span: Span
    fields: tuple[RawField, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a block, where, and the key of the entry that it is in."""

    code: str
    message: str
    span: Span
    hint: str
    subject: str | None = None


def locate_entry(text: str, start: int, entry: "Entry") -> RawEntry | None:
    """Where the parts of an entry stand that bibtexparser read at or behind `start`.

    None says that it is not quite as pandoc wants it, although bibtexparser lets it pass.
    """
    start = text.index(entry.raw or "", start)
    end = start + len(entry.raw or "")
    head = text.find("{", start, end)
    if head < 0 or not text[start + 1 : head].rstrip().isalpha() or not KEY.fullmatch(entry.key):
        return None
    place = text.index(entry.key, head + 1)
    key_span = Span(place, place + len(entry.key))
    if not text.startswith(",", skip_blank(text, key_span.end, end)):
        return None
    fields: list[RawField] = []
    place = key_span.end
    for field in entry.fields:
        located = _locate_field(text, place, field.key, field.value)
        if located is None:
            return None
        fields.append(located)
        place = located.span.end
    return RawEntry(entry.entry_type.lower(), entry.key, key_span, Span(start, end), tuple(fields))


def _locate_field(text: str, place: int, name: str, value: str) -> RawField | None:
    start = text.index(name, place)
    equals = text.index("=", start + len(name))
    begin = text.index(value, equals + 1)
    end = begin + len(value)
    expression = read_expression(text, begin, end)
    whole = Span(start, end if value else equals + 1)
    complete = expression.span.end == end if expression else not value
    return RawField(name.lower(), whole, expression) if complete and WORD.fullmatch(name) else None
