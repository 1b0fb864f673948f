"""The texts of tables and figures, checked like chapters: captions, notes, and what builders print."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from reportkit.items.texts import texts_of
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic
from reportkit.model.items import Item
from reportkit.model.location import Location, SourceText, Span
from reportkit.model.review import Review
from reportkit.scanner import scan


def in_items(review: Review, check: Callable[[Review], Iterator[Diagnostic]]) -> Iterator[Diagnostic]:
    """What a check of chapters finds in the texts of items; fixes are left out."""
    for item in review.items:
        for text in dict.fromkeys(texts_of(item)):
            source = SourceText(item.location.filename, text)
            chapter = Chapter(source, scan(text))
            for found in check(replace(review, chapters=(chapter,), items=())):
                place = _place(item, source, found.location)
                yield replace(found, location=place, fix=None)


def _place(item: Item, source: SourceText, location: Location) -> Location:
    """Where the words stand in the file of an item, which may break its lines elsewhere."""
    if item.source is None:
        return item.location
    text, start = source.text, source.offset(location.start)
    for end in (len(text), source.offset(location.end)):
        line = text[start:end].split("\n")[0]
        before = text[:start].rpartition(" ")[2]
        index = item.source.text.find(before + line)
        if index >= 0:
            first = index + len(before)
            return item.source.locate(Span(first, first + max(source.offset(location.end) - start, 1)))
    return item.location
