"""Where a review uses a row of the evidence: sentences, tables and figures, ratings of certainty."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase

from reportkit.model.chapter import Chapter
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tracing import Use, UseKind
from reportkit.rules.reading.sentences import sentence_around

_CITATION_SIGN = "\ufffc"
_BEFORE_MARK = re.compile(r"\s(?=[.,;:])")


def uses(review: Review) -> Mapping[str, tuple[Use, ...]]:
    """The uses of each row that has any, sentences in reading order, items, ratings; none twice."""
    found: dict[str, list[Use]] = defaultdict(list)
    for row, use in (*_in_prose(review), *_in_items(review), *_in_ratings(review)):
        if use not in found[row]:
            found[row].append(use)
    return {row: tuple(places) for row, places in found.items()}


def shown_rows(review: Review) -> frozenset[str]:
    """The rows that a reader of the document sees: those of ties, tables and figures in chapters."""
    tied = (name for chapter in review.chapters for tie in chapter.scan.ties for name in tie.rows)
    placed = {place.item for chapter in review.chapters for place in chapter.scan.items}
    patterns = [row for item in review.items if item.id in placed for row in item.rows]
    listed = review.evidence.select(patterns) if review.evidence else ()
    return frozenset(tied) | {row.id for row in listed}


def is_conclusion(review: Review, filename: str) -> bool:
    """Whether a chapter says what is concluded, as the settings name it."""
    return any(fnmatchcase(filename, pattern) for pattern in review.settings.conclusions)


def _in_prose(review: Review) -> Iterator[tuple[str, Use]]:
    for chapter in review.chapters:
        kind = UseKind.CONCLUSION if is_conclusion(review, chapter.filename) else UseKind.SENTENCE
        for tie in chapter.scan.ties:
            span = sentence_around(chapter, tie)
            for row in tie.rows:
                yield row, Use(kind, _as_read(chapter, span), chapter.locate(tie.span))


def _in_items(review: Review) -> Iterator[tuple[str, Use]]:
    for item in review.items:
        selected = review.evidence.select(item.rows) if review.evidence else ()
        for row in (*(result.id for result in selected), *review.item_rows.get(item.id, ())):
            yield row, Use(UseKind(item.kind), item.id, item.location)


def _in_ratings(review: Review) -> Iterator[tuple[str, Use]]:
    for rated in review.evidence.certainty if review.evidence else ():
        said = f"{rated.level.words} certainty: {rated.statement}"
        yield from ((row, Use(UseKind.RATING, said, rated.location)) for row in rated.rows)


def _as_read(chapter: Chapter, span: Span) -> str:
    """What a reader sees of a sentence; citations leave nothing."""
    seen = (
        char
        for prose in chapter.scan.prose
        for char, place in zip(prose.text, prose.offsets, strict=True)
        if span.start <= place < span.end and char != _CITATION_SIGN
    )
    return _BEFORE_MARK.sub("", " ".join("".join(seen).split()))
