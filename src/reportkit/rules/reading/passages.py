"""Prose with its number expressions, and what answers for each number: a tie, or the author's word."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from reportkit.measures.notation import read_quantities
from reportkit.measures.quantities import Number, Quantity
from reportkit.model.chapter import Chapter
from reportkit.model.location import Location, Span
from reportkit.model.review import Review
from reportkit.model.tokens import Prose, Tie


@dataclass(frozen=True)
class Stretches:
    """Stretches of a chapter, able to say whether a place lies in one of them."""

    spans: tuple[Span, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.spans]

    @cached_property
    def _ends(self) -> list[int]:
        # Spans may nest: what matters is how far those that began before a place reach.
        return list(accumulate((span.end for span in self.spans), max))

    def __contains__(self, offset: int) -> bool:
        before = bisect_right(self._starts, offset)
        return before > 0 and offset < self._ends[before - 1]


@dataclass(frozen=True)
class Passage:
    """One block of prose, the quantities in it, and the stretches of its chapter that bind numbers."""

    chapter: Chapter
    prose: Prose
    tied: Stretches = field(repr=False)
    quoted: Stretches = field(repr=False)
    structural: Stretches = field(repr=False)

    @property
    def text(self) -> str:
        """The visible text, which the offsets of quantities count in."""
        return self.prose.text

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The number expressions of the text."""
        return read_quantities(self.prose.text)

    def span(self, part: Number | Quantity) -> Span:
        """Where a number or quantity stands in the chapter."""
        return self.prose.span(part.start, part.end)

    def locate(self, part: Number | Quantity) -> Location:
        """The location of a number or quantity."""
        return self.chapter.locate(self.span(part))

    def is_tied(self, number: Number) -> bool:
        """Whether the number stands within a tie, and its row answers for it."""
        return self.prose.offsets[number.start] in self.tied

    def is_quoted(self, number: Number) -> bool:
        """Whether the number is someone else's words."""
        return self.prose.offsets[number.start] in self.quoted

    def is_structural(self, number: Number) -> bool:
        """Whether the author marked the number as no result."""
        return self.prose.offsets[number.start] in self.structural

    def is_free(self, *numbers: Number) -> bool:
        """Whether the author alone answers for all these numbers: neither tied nor quoted."""
        return not any(self.is_tied(number) or self.is_quoted(number) for number in numbers)


def passages(review: Review) -> Iterator[Passage]:
    """Every block of prose of every chapter that has a digit in it."""
    for chapter in review.chapters:
        scan = chapter.scan
        tied = _stretches(tie.text_span for tie in scan.ties)
        quoted = _stretches(e.text_span for e in scan.exemptions if e.kind == "quoted")
        structural = _stretches(e.text_span for e in scan.exemptions if e.kind == "structural")
        for prose in scan.prose:
            if re.search(r"[0-9]", prose.text):
                yield Passage(chapter, prose, tied, quoted, structural)


def _stretches(spans: Iterable[Span]) -> Stretches:
    return Stretches(tuple(sorted(spans)))


@dataclass(frozen=True)
class TiedText:
    """What a reader sees of a tie, and what its author wrote."""

    chapter: Chapter
    tie: Tie
    text: str
    offsets: Sequence[int] = field(repr=False)

    @property
    def location(self) -> Location:
        """The location of the whole tie."""
        return self.chapter.locate(self.tie.span)

    def locate(self, start: int, end: int) -> Location:
        """The location of `text[start:end]`, of the whole tie for an empty stretch."""
        if start >= end:
            return self.location
        return self.chapter.locate(Span(self.offsets[start], self.offsets[end - 1] + 1))

    def is_plain(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` is written as it is read, without markup in between."""
        return self.offsets[end - 1] - self.offsets[start] == end - 1 - start


def tied_texts(review: Review) -> Iterator[TiedText]:
    """Every tie with its visible text; one that stands in no prose is taken as it is written."""
    for chapter in review.chapters:
        blocks = sorted((p for p in chapter.scan.prose if p.offsets), key=lambda prose: prose.offsets[0])
        firsts = [prose.offsets[0] for prose in blocks]
        for tie in chapter.scan.ties:
            start, end = tie.text_span.start, tie.text_span.end
            index = bisect_right(firsts, start) - 1
            offsets = blocks[index].offsets if index >= 0 else ()
            inner = slice(bisect_left(offsets, start), bisect_left(offsets, end))
            if offsets and offsets[-1] >= start:
                yield TiedText(chapter, tie, blocks[index].text[inner], offsets[inner])
            else:
                written = chapter.source.text[start:end]
                yield TiedText(chapter, tie, written, tuple(range(start, end)))
