"""Where a review was extracted twice, everything that differed has to be settled by a person."""

from collections.abc import Iterator

from reportkit.model.certainty import MACHINE
from reportkit.model.evidence import Evidence
from reportkit.model.location import Location
from reportkit.model.release import Demand, Matter
from reportkit.model.review import Review
from reportkit.rules.reading.double_extraction import compared

_DECIDE = "look at the sources again, and add a line for each to adjudication.csv"
_PERSON = "a person decides anew and writes their name under `by`"


def demands(review: Review) -> Iterator[Demand]:
    """Cells that differ and are open, whatever the check passes over, then decisions of a machine."""
    double = (review.evidence or Evidence()).double
    unsettled = [cell for cell in compared(double) if cell.is_open]
    if unsettled:
        message = f"{_cells(len(unsettled))} that two extractors read differently, and nobody decided"
        names = tuple(f"{cell.result} {cell.field}" for cell in unsettled)
        yield _demand(unsettled[0].location, message, _DECIDE, names)
    proposed = [one for one in double.adjudications if one.by.casefold() == MACHINE]
    if proposed:
        names = tuple(f"{one.result} {one.field}" for one in proposed)
        yield _demand(proposed[0].location, f"{_cells(len(proposed))} settled by a machine", _PERSON, names)


def _cells(number: int) -> str:
    return f"{number} cell{'' if number == 1 else 's'}"


def _demand(place: Location, message: str, remedy: str, subjects: tuple[str, ...]) -> Demand:
    return Demand(Matter.EXTRACTION, Location.top(place.filename), message, remedy, subjects)
