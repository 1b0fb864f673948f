"""The words around cross-references."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.model.chapter import Chapter
from reportkit.model.review import Review
from reportkit.model.tokens import CrossReference, Prose
from reportkit.rules.reading.cited_prose import SIGN


@dataclass(frozen=True, slots=True)
class Referring:
    """A cross-reference whose sign has the place `index` in the text around it."""

    chapter: Chapter
    prose: Prose
    index: int
    reference: CrossReference


def referring(review: Review) -> Iterator[Referring]:
    """Every cross-reference that stands in prose by itself."""
    for chapter in review.chapters:
        references = {reference.span.start: reference for reference in chapter.scan.cross_references}
        if not references:
            continue
        for prose in chapter.scan.prose:
            index = prose.text.find(SIGN)
            while index >= 0:
                if reference := references.get(prose.offsets[index]):
                    yield Referring(chapter, prose, index, reference)
                index = prose.text.find(SIGN, index + 1)
