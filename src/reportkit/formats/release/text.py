"""The demands of a release as lines of text: where, what, what to do; below it the ids it is about."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from reportkit.model.location import Location
from reportkit.model.release import Demand

_WIDTH = 110


def render(demands: Sequence[Demand]) -> str:
    """Every demand under the name of its matter, then one line that sums up."""
    lines = [line for matter, same in groupby(demands, lambda d: d.matter) for line in _group(matter, same)]
    return "\n".join([*lines, summary(demands), ""])


def summary(demands: Sequence[Demand]) -> str:
    """How much is left to do."""
    number = len(demands)
    return (
        f"a release demands {number} thing{'' if number == 1 else 's'}"
        if demands
        else "nothing is left to do"
    )


def _group(matter: str, demands: Iterator[Demand]) -> Iterator[str]:
    yield f"{matter}:"
    for demand in demands:
        yield f"  {_line(demand)}"
        yield from wrap(
            ", ".join(demand.subjects),
            _WIDTH,
            initial_indent="      ",
            subsequent_indent="      ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    yield ""


def _line(demand: Demand) -> str:
    where = f"{_where(demand.place)}: " if demand.place else ""
    return f"{where}{demand.message}; {demand.remedy}"


def _where(place: Location) -> str:
    """A place within a file, or the file alone where all of it is meant."""
    return place.filename if place == Location.top(place.filename) else str(place)
