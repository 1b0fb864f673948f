"""A reader of an earlier version wants to know what is new."""

from collections.abc import Iterator

from reportkit.model.location import Location
from reportkit.model.release import Demand, Matter
from reportkit.model.review import Review

_LIST = "list the versions, newest first: version, date, trigger and what changed"


def demands(review: Review) -> Iterator[Demand]:
    """A list of versions, and a version of the review; the check holds them against each other."""
    settings = review.settings
    if not settings.version:
        place = Location.top(settings.filename)
        yield Demand(Matter.VERSION, place, "the review has no version", 'write `version = "1.0"`')
    if review.evidence and not review.evidence.versions:
        place = Location.top(f"{settings.evidence}/CHANGELOG.yaml")
        yield Demand(Matter.VERSION, place, "there is no list of versions", _LIST)
