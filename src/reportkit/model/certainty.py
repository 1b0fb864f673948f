"""How sure one can be of a result, after GRADE."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from reportkit.model.location import Location

MACHINE = "machine"
"""Who judged where no person did."""


class Level(IntEnum):
    """The four levels of certainty."""

    VERY_LOW = 1
    LOW = 2
    MODERATE = 3
    HIGH = 4

    @property
    def words(self) -> str:
        """`very low`, `low`, `moderate` or `high`."""
        return self.name.lower().replace("_", " ")


class Domain(StrEnum):
    """What lowers or raises the certainty of a body of evidence."""

    RISK_OF_BIAS = "risk of bias"
    INCONSISTENCY = "inconsistency"
    INDIRECTNESS = "indirectness"
    IMPRECISION = "imprecision"
    PUBLICATION_BIAS = "publication bias"
    LARGE_EFFECT = "large effect"
    DOSE_RESPONSE = "dose response"
    CONFOUNDING = "opposing confounding"

    @property
    def raises(self) -> bool:
        """Whether it can only raise the certainty, and not lower it."""
        return self in {Domain.LARGE_EFFECT, Domain.DOSE_RESPONSE, Domain.CONFOUNDING}


@dataclass(frozen=True, slots=True)
class Rating:
    """One step down or up, and why."""

    domain: Domain
    step: int
    reason: str


@dataclass(frozen=True, slots=True)
class Certainty:
    """One outcome of one comparison: the rows that speak of it, and what was rated.

    `relative` is the row of the relative effect, `with_` and `without` those of the two arms; each may be
    empty. `judged_by` is `machine` or the name of a person.
    """

    id: str
    comparison: str
    population: str
    outcome: str
    relative: str
    with_: str
    without: str
    participants: str
    randomised: bool
    ratings: tuple[Rating, ...]
    statement: str
    judged_by: str
    location: Location

    @property
    def level(self) -> Level:
        """High for randomised evidence and low for other, and from there the steps."""
        start = Level.HIGH if self.randomised else Level.LOW
        steps = sum(rating.step for rating in self.ratings)
        return Level(min(max(start + steps, Level.VERY_LOW), Level.HIGH))

    @property
    def words(self) -> str:
        """The level, and that a machine proposed it where no person judged."""
        return self.level.words + (" (proposed by a machine)" if self.judged_by == MACHINE else "")

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows that it is about."""
        return tuple(row for row in (self.relative, self.with_, self.without) if row)
