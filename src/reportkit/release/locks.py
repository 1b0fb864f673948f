"""What registries say of the references: it has to be there, and to be of late."""

from collections.abc import Iterator

from reportkit.model.location import Location
from reportkit.model.release import Demand, Matter
from reportkit.model.review import Review
from reportkit.rules.reading.lock_ages import LockAge, lock_ages

_METADATA = "put the records of the registries there, with their day"
_RETRACTIONS = "put a copy of the Retraction Watch file there, with its day in the first line"


def demands(review: Review) -> Iterator[Demand]:
    """A lock that is missing, not dated or too old."""
    settings = review.settings
    if review.metadata is None:
        yield _demand(settings.metadata, "there is no lock of metadata", _METADATA)
    if review.retractions is None:
        yield _demand(settings.retractions, "there is no lock of retractions", _RETRACTIONS)
    for lock in lock_ages(review):
        yield from _of_age(lock, settings.lock_days)


def _of_age(lock: LockAge, allowed: int) -> Iterator[Demand]:
    if not lock.day:
        yield _demand(lock.filename, "the lock does not say of which day it is", "fetch it anew")
    elif lock.days is None:
        yield _demand(lock.filename, "the age of the lock cannot be told", "set `data-date` or `today`")
    elif lock.days > allowed:
        message = f"the lock is {lock.days} days old on {lock.today}, {allowed} are allowed"
        yield _demand(lock.filename, message, "fetch it anew")


def _demand(filename: str, message: str, remedy: str) -> Demand:
    return Demand(Matter.LOCKS, Location.top(filename), message, remedy)
