"""What a reader of the document reads: the prose of chapters without their metadata."""

from collections.abc import Iterator

from reportkit.model.chapter import Chapter
from reportkit.model.review import Review
from reportkit.model.tokens import Prose
from reportkit.rules.reading.metadata import metadata


def texts(review: Review) -> Iterator[tuple[Chapter, ...]]:
    """What is read in one go: the chapters of a review, and every other file by itself."""
    book = book_of(review)
    yield from filter(None, (book, *((chapter,) for chapter in review.chapters if chapter not in book)))


def book_of(review: Review) -> tuple[Chapter, ...]:
    """The chapters that reportkit makes a document of."""
    folder = f"{review.settings.chapters}/"
    return tuple(chapter for chapter in review.chapters if chapter.filename.startswith(folder))


def running_text(review: Review) -> Iterator[tuple[Chapter, Prose]]:
    """Every block of prose of every chapter, each with its chapter."""
    for chapter in review.chapters:
        yield from ((chapter, prose) for prose in prose_of(chapter))


def prose_of(chapter: Chapter) -> Iterator[Prose]:
    """The blocks of prose of a chapter in reading order."""
    head = metadata(chapter)
    for prose in chapter.scan.prose:
        if prose.offsets and prose.offsets[0] not in head:
            yield prose


def is_english(review: Review) -> bool:
    """Whether the review says that it is written in English, the language that lists of words are for."""
    return review.settings.language.lower().startswith("en")


def is_plain(prose: Prose, start: int, end: int) -> bool:
    """Whether a stretch is written as it is read, without markup in between, so that it can be replaced."""
    return prose.offsets[end - 1] - prose.offsets[start] == end - 1 - start
