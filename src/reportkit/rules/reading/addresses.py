"""Where the links of chapters lead."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Applicability, Edit, Fix
from reportkit.model.location import Location, Span
from reportkit.model.review import Review


@dataclass(frozen=True, slots=True)
class Address:
    """The target of a link as it is written, whether or not words stand for it."""

    chapter: Chapter
    text: str
    span: Span

    def place(self, span: Span) -> Location:
        """The location of a part of the address."""
        return self.chapter.locate(Span(self.span.start + span.start, self.span.start + span.end))

    def mended(self, span: Span, content: str, message: str) -> Fix | None:
        """The fix that puts `content` in the place of a part."""
        return Fix(Applicability.SAFE, message, (Edit(self.place(span), content),))


def addresses(review: Review) -> Iterator[Address]:
    """The targets of all links, also of bare ones, once where several links share a definition."""
    for chapter in review.chapters:
        spans = {*(link.target_span for link in chapter.scan.links), *chapter.scan.urls}
        for span in sorted(spans):
            yield Address(chapter, chapter.source.text[span.start : span.end], span)


def is_address(text: str) -> bool:
    """Whether a text is an address on the web, and not the name of a file."""
    return text.startswith(("http://", "https://"))
