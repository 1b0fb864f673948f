"""How old the locks of registry data are, without a clock."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.measures.days import days_between
from reportkit.model.review import Review


@dataclass(frozen=True, slots=True)
class LockAge:
    """A lock, its day and the day of the check, each empty where it is not known; `days` between them."""

    filename: str
    day: str
    today: str
    days: int | None


def lock_ages(review: Review) -> Iterator[LockAge]:
    """The locks that are there; the check is of the day `today`, or of the data date."""
    today = review.settings.today or review.settings.data_date
    for filename, day in _locks(review):
        yield LockAge(filename, day, today, days_between(day, today) if day and today else None)


def _locks(review: Review) -> Iterator[tuple[str, str]]:
    if review.metadata:
        yield review.metadata.source.filename, review.metadata.date
    if review.retractions:
        yield review.retractions.filename, review.retractions.date
