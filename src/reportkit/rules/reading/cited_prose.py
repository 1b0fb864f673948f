"""Prose with the citations in it, each where its sign stands in the visible text.

What stands in metadata, such as a title or an abstract, is no prose here: nothing is cited there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.model.chapter import Chapter
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.model.tokens import CitationGroup, Prose
from reportkit.rules.reading.metadata import metadata

SIGN = "\ufffc"
"""What stands for a citation in the text of prose."""

_NEAR = 120


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A group of citations whose sign has the place `index` in the text around it."""

    chapter: Chapter
    prose: Prose
    index: int
    group: CitationGroup

    @property
    def before(self) -> str:
        """The last of the visible text that leads up to the citation."""
        return self.prose.text[max(self.index - _NEAR, 0) : self.index]

    @property
    def after(self) -> str:
        """The first of the visible text behind the citation."""
        return self.prose.text[self.index + 1 : self.index + 1 + _NEAR]

    def index_of(self, before: int) -> int:
        """Where the text has what stands at this place of the text before."""
        return max(self.index - _NEAR, 0) + before

    @property
    def keys(self) -> tuple[str, ...]:
        """What is cited here."""
        return tuple(citation.key for citation in self.group.citations)

    def locate(self, start: int, end: int) -> Location:
        """The location of a stretch of the visible text."""
        return self.chapter.locate(self.prose.span(start, end))


@dataclass(frozen=True, slots=True)
class CitedProse:
    """A block of prose and the groups of citations in it; none that stands inside another group."""

    chapter: Chapter
    prose: Prose
    places: tuple[CitedPlace, ...]

    @property
    def text(self) -> str:
        """The visible text."""
        return self.prose.text

    @property
    def keys(self) -> frozenset[str]:
        """Everything that is cited in this block."""
        return frozenset(key for place in self.places for key in place.keys)

    def locate(self, start: int, end: int) -> Location:
        """The location of a stretch of the visible text."""
        return self.chapter.locate(self.prose.span(start, end))


def cited_prose(review: Review) -> Iterator[CitedProse]:
    """Every block of prose, those without citations included."""
    for chapter in review.chapters:
        groups = {group.span.start: group for group in chapter.scan.groups}
        head = metadata(chapter)
        for prose in chapter.scan.prose:
            if prose.offsets[0] in head:
                continue
            signs = (sign.start() for sign in re.finditer(SIGN, prose.text))
            found = ((index, groups.get(prose.offsets[index])) for index in signs)
            places = tuple(CitedPlace(chapter, prose, index, group) for index, group in found if group)
            yield CitedProse(chapter, prose, places)


def cited_places(review: Review) -> Iterator[CitedPlace]:
    """Every group of citations that stands in prose."""
    for block in cited_prose(review):
        yield from block.places
