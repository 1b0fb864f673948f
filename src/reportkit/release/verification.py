"""Results behind conclusions that no person has compared with their sources."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from reportkit.model.certainty import MACHINE
from reportkit.model.chapter import Chapter
from reportkit.model.evidence import Evidence, Result
from reportkit.model.location import Location
from reportkit.model.release import Demand, Matter
from reportkit.model.review import Review
from reportkit.rules.reading.uses import is_conclusion

_REMEDY = "compare each with its source, then `reportkit evidence verify ROW --by NAME`"
_NAME_THEM = 'name them in the settings: `[review] conclusions = ["chapters/90-*"]`'


def demands(review: Review) -> Iterator[Demand]:
    """One for each concluding chapter, and one for the rows that ratings of certainty are about."""
    evidence = review.evidence
    if evidence is None:
        return
    yield from _unnamed(review)
    for chapter in review.chapters:
        if not is_conclusion(review, chapter.filename):
            continue
        place = Location.top(chapter.filename)
        yield from _unverified(evidence, place, "results it rests on", _rows(review, chapter))
    if evidence.certainty:
        place = Location.top(evidence.certainty[0].location.filename)
        rated = (row for certainty in evidence.certainty for row in certainty.rows)
        yield from _unverified(evidence, place, "results that are rated", rated)


def _unnamed(review: Review) -> Iterator[Demand]:
    """Nothing could be demanded of conclusions that nobody names, or that are misspelt."""
    names = [chapter.filename for chapter in review.chapters]
    patterns = review.settings.conclusions
    idle = tuple(pattern for pattern in patterns if not any(fnmatchcase(name, pattern) for name in names))
    place = Location.top(review.settings.filename)
    if not patterns:
        yield Demand(Matter.CONCLUSIONS, place, "no chapter is said to conclude", _NAME_THEM)
    if idle:
        message = "`conclusions` of the settings names chapters that are not there"
        yield Demand(Matter.CONCLUSIONS, place, message, "correct the names", idle)


def _rows(review: Review, chapter: Chapter) -> Iterator[str]:
    """The rows that a chapter is tied to, then those of the tables and figures in it."""
    for tie in chapter.scan.ties:
        yield from tie.rows
    placed = {place.item for place in chapter.scan.items}
    for item in review.items:
        if item.id in placed and review.evidence:
            yield from (result.id for result in review.evidence.select(item.rows))


def _unverified(evidence: Evidence, place: Location, what: str, rows: Iterable[str]) -> Iterator[Demand]:
    known = [row for name in dict.fromkeys(rows) if (row := evidence.results_by_id.get(name))]
    lacking = tuple(row.id for row in known if not _is_verified(evidence, row))
    if lacking:
        message = f"{len(lacking)} of {len(known)} {what} are not verified by a person"
        yield Demand(Matter.VERIFICATION, place, message, _REMEDY, lacking)


def _is_verified(evidence: Evidence, row: Result) -> bool:
    verification = evidence.verification(row)
    return verification is not None and verification.by.casefold() != MACHINE
