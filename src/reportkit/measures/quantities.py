"""Quantities as prose states them: a kind, and numbers that each play a part."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reportkit.measures.rounding import decimals_of


class Kind(StrEnum):
    """What a number expression states."""

    PERCENT = "percent"
    FRACTION = "fraction"
    INTERVAL = "interval"
    RANGE = "range"
    RATIO = "ratio"
    P_VALUE = "p value"
    STANDARD_ERROR = "standard error"
    DURATION = "duration"
    TIMEPOINT = "timepoint"
    NUMBER = "number"


class Role(StrEnum):
    """What one number means within its expression."""

    ESTIMATE = "estimate"
    EVENTS = "events"
    TOTAL = "total"
    LOW = "low"
    HIGH = "high"
    LEVEL = "level"
    P = "p"
    SE = "se"


@dataclass(frozen=True, slots=True)
class Number:
    """One number: `text` is `[start:end]` of the text that was read, with a bound such as `<`."""

    role: Role
    text: str
    value: Decimal
    bound: str
    start: int
    end: int

    @property
    def decimals(self) -> int:
        """Digits behind the decimal point."""
        return decimals_of(self.value)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number expression, from its label or first number to its last number or unit.

    `unit` is `%`, a time in the plural (`months`), the short name of a ratio (`HR`) or nothing.
    """

    kind: Kind
    unit: str
    numbers: tuple[Number, ...]
    start: int
    end: int

    def number(self, role: Role) -> Number | None:
        """The number that plays this part."""
        return next((number for number in self.numbers if number.role is role), None)
