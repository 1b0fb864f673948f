"""What a reader of the document reads: the prose of chapters without their metadata."""

from collections.abc import Iterator

from reportkit.model.chapter import Chapter
from reportkit.model.review import Review
from reportkit.model.tokens import Prose
from reportkit.rules.reading.passages import Stretches


def running_text(review: Review) -> Iterator[tuple[Chapter, Prose]]:
    """Every block of prose of every chapter, each with its chapter."""
    for chapter in review.chapters:
        yield from ((chapter, prose) for prose in prose_of(chapter))


def prose_of(chapter: Chapter) -> Iterator[Prose]:
    """The blocks of prose of a chapter in reading order."""
    metadata = Stretches(tuple(entry.span for entry in chapter.scan.metadata))
    for prose in chapter.scan.prose:
        if prose.offsets and prose.offsets[0] not in metadata:
            yield prose
