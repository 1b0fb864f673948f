"""Fields of bibliography entries as their files have them, so that a part of a value has a place."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.model.bibliography import Bibliography, Field, Reference
from reportkit.model.diagnostic import Applicability, Edit, Fix
from reportkit.model.location import Location, SourceText, Span


@dataclass(frozen=True, slots=True)
class WrittenField:
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
        start = self.source.offset(self.field.value_location.start)
        return self.source.locate(Span(start + span.start, start + span.end))

    def mended(
        self, span: Span, content: str, message: str, applicability: Applicability = Applicability.SAFE
    ) -> Fix | None:
        """The fix that puts `content` in the place of a part, where that part can be pointed at."""
        return Fix(applicability, message, (Edit(self.place(span), content),)) if self.source else None


def written_fields(bibliography: Bibliography, *names: str) -> Iterator[WrittenField]:
    """Every field of these names that has a value; of all names where none is given."""
    sources = {source.filename: source for source in bibliography.sources}
    for reference in bibliography.references:
        for field in reference.fields:
            if field.value and (not names or field.name in names):
                yield _written(reference, field, sources.get(field.value_location.filename))


def _written(reference: Reference, field: Field, source: SourceText | None) -> WrittenField:
    if source:
        place = field.value_location
        text = source.text[source.offset(place.start) : source.offset(place.end)]
        if " ".join(text.split()) == field.value:
            return WrittenField(reference, field, text, source)
    return WrittenField(reference, field, field.value)
