"""Fields of bibliography entries as their files have them, so that a part of a value has a place."""

import re
from collections.abc import Iterable, Iterator
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from reportkit.model.bibliography import Bibliography, Column, Field, Reference
from reportkit.model.diagnostic import Applicability, Edit, Fix
from reportkit.model.location import Location, SourceText, Span

ADDRESSES = frozenset({"doi", "eprint", "url"})
"""The fields that are taken as they stand: LaTeX means nothing in them."""

_PEOPLE = {"author", "bookauthor", "commentator", "editor", "foreword", "holder", "translator"}
_TITLES = {"booksubtitle", "booktitle", "maintitle", "shorttitle", "subtitle", "title", "titleaddon"}
_EVENTS = {"eventdate", "eventtitle", "issuetitle", "mainsubtitle", "origtitle", "venue"}
_JOURNALS = {"journal", "journalsubtitle", "journaltitle", "series", "shortjournal"}
_HOUSES = {"address", "institution", "location", "organization", "publisher", "school"}
_DATES = {"date", "edition", "month", "version", "year"}
_NUMBERS = {"chapter", "issue", "number", "pages", "part", "volume"}
_NOTES = {"addendum", "howpublished", "note", "pubstate", "type"}
_LINKS = {"crossref", "isbn", "issn", "pmcid", "pmid", "xdata"}

_OF_WORKS = _PEOPLE | _TITLES | _EVENTS | _DATES | _NOTES
_OF_PLACES = _JOURNALS | _HOUSES | _NUMBERS | _LINKS
PRINTED = ADDRESSES | _OF_WORKS | _OF_PLACES
"""The fields that make a reference; others serve the users of reference managers."""


class WrittenField(NamedTuple):
    """A field with a value; `text` is the value as written, line breaks included.

    Without a `source` the value was put together from abbreviations and has no parts to point at.
    """

    reference: Reference
    field: Field
    text: str
    source: SourceText | None = None

    def place(self, span: Span) -> Location:
        """The location of a part of the text, or of the whole value."""
        if self.source is None:
            return self.field.value_location
        start = self.field.value_start
        return self.source.locate(Span(start + span.start, start + span.end))

    def mended(
        self, span: Span, content: str, message: str, applicability: Applicability = Applicability.SAFE
    ) -> Fix | None:
        """The fix that puts `content` in the place of a part, where that part can be pointed at."""
        return Fix(applicability, message, (Edit(self.place(span), content),)) if self.source else None

    def renamed(self, name: str) -> Fix:
        """The fix that gives the field another name."""
        place = self.field.source.locate(Span(self.field.start, self.field.start + len(self.field.name)))
        return Fix(Applicability.SAFE, f"rename the field to `{name}`", (Edit(place, name),))

    def difference(self, wanted: str) -> tuple[Span, str]:
        """The part in which the text is not as wanted, and what is wanted there."""
        shorter = min(len(self.text), len(wanted))
        same = (one == other for one, other in zip(self.text, wanted, strict=False))
        start = next((i for i, equal in enumerate(same) if not equal), shorter)
        back = zip(reversed(self.text[start:]), reversed(wanted[start:]), strict=False)
        tail = next((i for i, (one, other) in enumerate(back) if one != other), shorter - start)
        return Span(start, len(self.text) - tail), wanted[start : len(wanted) - tail]


def written_fields(
    bibliography: Bibliography, *names: str, holding: re.Pattern[str] | None = None
) -> Iterator[WrittenField]:
    """Every field of these names, of all names where none is given, that has a value with `holding` in it."""
    columns = bibliography.columns
    asked_for = [columns[name] for name in dict.fromkeys(names or columns) if name in columns]
    found = [place for column in asked_for for place in _holding(column, holding)]
    found.sort(key=itemgetter(0))
    for _, reference, field in found:
        yield written_field(reference, field)


def _holding(column: Column, pattern: re.Pattern[str] | None) -> Iterable[tuple[int, Reference, Field]]:
    return compress(column.places, map(pattern.search, column.values)) if pattern else column.places


def written_field(reference: Reference, field: Field) -> WrittenField:
    """A field of an entry as its file has it."""
    text = field.source.text[field.value_start : field.value_end]
    if text == field.value or " ".join(text.split()) == field.value:
        return WrittenField(reference, field, text, field.source)
    return WrittenField(reference, field, field.value)
