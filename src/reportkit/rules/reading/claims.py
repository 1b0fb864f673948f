"""Sentences that rest on rows of the evidence."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportkit.model.chapter import Chapter
from reportkit.model.evidence import Evidence, Result, Study
from reportkit.model.location import Location, Span
from reportkit.model.review import Review
from reportkit.model.tokens import Prose, Tie
from reportkit.rules.reading.sentences import sentences


@dataclass(frozen=True)
class Claim:
    """One sentence of a chapter with the ties in it and the rows that they name."""

    chapter: Chapter
    prose: Prose = field(repr=False)
    sentence: Span
    ties: tuple[Tie, ...]
    rows: tuple[Result, ...]

    @property
    def text(self) -> str:
        """The visible text of the sentence."""
        return self.prose.text[self.sentence.start : self.sentence.end]

    def locate(self, row: Result) -> Location:
        """The location of the first tie to a row."""
        tie = next(tie for tie in self.ties if row.id in tie.rows)
        return self.chapter.locate(tie.span)


def claims(review: Review) -> Iterator[Claim]:
    """Every sentence in running text, a list, a heading or a table that ties a number to a known row."""
    if review.evidence is None:
        return
    for chapter in review.chapters:
        ties = sorted(chapter.scan.ties, key=lambda tie: tie.text_span)
        starts = [tie.text_span.start for tie in ties]
        for prose in chapter.scan.prose if ties else ():
            if prose.offsets:
                first = bisect_left(starts, prose.offsets[0])
                inside = ties[first : bisect_right(starts, prose.offsets[-1])]
                yield from _in_prose(chapter, prose, inside, review.evidence) if inside else ()


def studies_of(claim: Claim, evidence: Evidence) -> list[tuple[Result, Study]]:
    """The rows of a claim with their studies, as far as these are declared."""
    known = evidence.studies_by_id
    return [(row, known[row.study]) for row in claim.rows if row.study in known]


def _in_prose(chapter: Chapter, prose: Prose, ties: list[Tie], evidence: Evidence) -> Iterator[Claim]:
    places = [bisect_left(prose.offsets, tie.text_span.start) for tie in ties]
    for sentence in sentences(prose.text):
        named = ties[bisect_left(places, sentence.start) : bisect_left(places, sentence.end)]
        ids = dict.fromkeys(name for tie in named for name in tie.rows)
        rows = tuple(row for name in ids if (row := evidence.results_by_id.get(name)))
        if rows:
            yield Claim(chapter, prose, sentence, tuple(named), rows)
