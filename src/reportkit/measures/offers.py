"""What a row of the evidence has to offer for one number of a tied text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reportkit.measures.notation import read_quantities
from reportkit.measures.proportions import exact_percent, rounded_percent
from reportkit.measures.quantities import Kind, Number, Quantity, Role
from reportkit.measures.rounding import round_like, rounds_to
from reportkit.measures.units import TIMES, unit_named
from reportkit.model.evidence import Measure, Printed, Result

_UNITS = {Measure.HAZARD_RATIO: "HR", Measure.ODDS_RATIO: "OR"}
_ROLES = {
    Role.EVENTS: ("events",),
    Role.TOTAL: ("total",),
    Role.LEVEL: ("ci_level",),
    Role.P: ("p",),
    Role.SE: ("se",),
    Role.LOW: ("ci_low",),
    Role.HIGH: ("ci_high",),
}
_RANGE = {Role.LOW: ("range_low", "ci_low"), Role.HIGH: ("range_high", "ci_high")}


@dataclass(frozen=True, slots=True)
class Offer:
    """One value of a row: exact, known to so many decimals (None: to any), and as the row prints it."""

    exact: Fraction
    decimals: int | None
    text: str
    bound: str = ""
    bound_needed: bool = False

    def allows(self, number: Number) -> bool:
        """Whether the number follows: the same, or rounded to fewer decimals, but never to nothing."""
        if number.bound != self.bound and (number.bound or self.bound_needed):
            return False
        if not self.known_to(number.decimals):
            return False
        if Fraction(number.value) == self.exact:
            return True
        return bool(number.value) and not number.bound and rounds_to(self.exact, number.value)

    def known_to(self, decimals: int) -> bool:
        """Whether the row gives at least so many decimals."""
        return self.decimals is None or decimals <= self.decimals

    def at(self, decimals: int) -> Decimal:
        """The value to so many decimals, or to all it has where that would say too much or nothing."""
        known = decimals if self.known_to(decimals) and not self.bound else self.decimals or 0
        rounded = round_like(self.exact, known)
        return rounded if rounded or not self.exact else round_like(self.exact, self.decimals or known + 2)


def offers(result: Result, quantity: Quantity, number: Number, field: str | None) -> tuple[Offer, ...]:
    """What the row offers for a number of a quantity, the likeliest first; nothing where nothing fits."""
    named = _named(result, quantity, number, field)
    return tuple(offer for name in named for offer in _offers(name, result, quantity.unit))


def one_value(alternatives: Sequence[Offer]) -> bool:
    """Whether all offers are the first one, known to more decimals or fewer."""
    first = alternatives[0].at(alternatives[0].decimals or 0)
    return all(rounds_to(offer.exact, first) for offer in alternatives[1:])


def row_unit(result: Result) -> str:
    """The unit of a row's estimate, by the name that quantities use."""
    return _UNITS.get(result.measure) or unit_named(result.unit)


def _named(result: Result, quantity: Quantity, number: Number, field: str | None) -> tuple[str, ...]:
    """The fields that a number may stand for; `field=` speaks where its form leaves several open."""
    if number.role is not Role.ESTIMATE:
        return _RANGE[number.role] if quantity.kind is Kind.RANGE else _ROLES[number.role]
    if field not in {None, "counts"} and quantity.kind is not Kind.TIMEPOINT:
        return ("ci_low", "ci_high") if field == "ci" else (field,)
    return _OF_KIND[quantity.kind](result, number)


def _percent(result: Result, number: Number) -> tuple[str, ...]:
    """The printed percentage; the counts speak where it is not printed, or not to so many decimals.

    A survival percentage has no fraction, and a row that contradicts its own counts is quoted as printed.
    """
    printed = result.estimate is not None and number.decimals <= result.estimate.decimals
    counted = result.measure is Measure.PROPORTION and not result.printed_inconsistent
    return ("estimate", "percent") if counted and not printed else ("estimate",)


def _number(result: Result, number: Number) -> tuple[str, ...]:
    """A bare number is a count; with decimals, or where the row counts nothing else, the estimate."""
    measured = row_unit(result) == "%" or row_unit(result) in TIMES
    estimate = ("estimate",) if number.decimals or not measured else ()
    return ("events", "total", *estimate, *(("p",) if number.bound else ()))


_OF_KIND: Mapping[Kind, Callable[[Result, Number], tuple[str, ...]]] = {
    Kind.PERCENT: _percent,
    Kind.FRACTION: _percent,
    Kind.NUMBER: _number,
    Kind.RATIO: lambda _result, _number: ("estimate",),
    Kind.DURATION: lambda _result, _number: ("estimate", "timepoint"),
    Kind.TIMEPOINT: lambda _result, _number: ("timepoint",),
}


def _offers(name: str, result: Result, unit: str) -> Iterator[Offer]:
    match name:
        case "events" | "total":
            count = getattr(result, name)
            if count is not None:
                yield Offer(Fraction(count), 0, str(count))
        case "percent":
            if result.events is not None and result.total:
                events, total = result.events, result.total
                text = f"{rounded_percent(events, total)}% ({events}/{total})"
                yield Offer(exact_percent(events, total), None, text)
        case "estimate" | "ci_low" | "ci_high" | "se" if unit in {"", row_unit(result)}:
            yield from _printed(getattr(result, name), unit)
        case "ci_level":
            yield from _printed(result.ci_level, "%")
        case "p":
            yield from _printed(result.p, "", bound_needed=True)
        case "range_low" | "range_high" | "timepoint":
            yield from _read(name, result, unit)


def _printed(number: Printed | None, unit: str, *, bound_needed: bool = False) -> Iterator[Offer]:
    if number:
        text = number.text + (unit if unit == "%" else f" {unit}" if unit in TIMES else "")
        yield Offer(Fraction(number.value), number.decimals, text, number.bound, bound_needed)


def _read(name: str, result: Result, unit: str) -> Iterator[Offer]:
    """Numbers that a row has in words: the ends of a printed range, and times in its timepoint."""
    text = result.timepoint if name == "timepoint" else result.estimate_text
    role = {"range_low": Role.LOW, "range_high": Role.HIGH}.get(name, Role.ESTIMATE)
    for quantity in read_quantities(text):
        number = quantity.number(role)
        if number and quantity.unit in {unit, ""}:
            yield Offer(Fraction(number.value), number.decimals, number.text)
