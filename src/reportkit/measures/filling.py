"""What an empty bracket is filled with: the row's number as the source printed it."""

from collections.abc import Callable, Mapping

from reportkit.measures.notation import read_quantities
from reportkit.measures.offers import row_unit
from reportkit.measures.printed import limits, p_value
from reportkit.measures.proportions import rounded_percent
from reportkit.measures.quantities import Kind
from reportkit.measures.units import TIMES
from reportkit.model.evidence import Printed, Result


def default_text(result: Result, field: str | None) -> str:
    """The text for `field`, or else for the estimate, the counts, the interval or p; it may be empty.

    Half an interval is nothing: only the author knows the source's words for the missing limit.
    """
    names = (field,) if field else ("estimate", "counts", "ci", "p")
    texts = (_TEXTS[name](result) for name in names if name in _TEXTS)
    return next((text for text in texts if text), "")


def _estimate(result: Result) -> str:
    if result.estimate is None:
        return _range(result)
    unit = row_unit(result)
    return result.estimate.text + ("%" if unit == "%" else f" {result.unit}" if unit in TIMES else "")


def _range(result: Result) -> str:
    """A printed range of percentages: `25-30` becomes `25–30%`."""
    for quantity in read_quantities(result.estimate_text):
        if quantity.kind is Kind.RANGE:
            low, high = quantity.numbers
            return f"{low.text}–{high.text}{'%' if row_unit(result) == '%' else ''}"
    return ""


def _counts(result: Result) -> str:
    if result.events is None or result.total is None:
        return _events(result) or _total(result)
    return f"{result.events}/{result.total}"


def _events(result: Result) -> str:
    return "" if result.events is None else str(result.events)


def _total(result: Result) -> str:
    return "" if result.total is None else str(result.total)


def _percent(result: Result) -> str:
    if result.events is None or not result.total:
        return ""
    return f"{rounded_percent(result.events, result.total)}%"


def _interval(result: Result) -> str:
    low, high = result.ci_low, result.ci_high
    if low is None or high is None:
        return ""
    return limits(low, high)


def _plain(number: Printed | None) -> str:
    return number.text if number else ""


_TEXTS: Mapping[str, Callable[[Result], str]] = {
    "estimate": _estimate,
    "counts": _counts,
    "events": _events,
    "total": _total,
    "percent": _percent,
    "ci": _interval,
    "ci_low": lambda result: _plain(result.ci_low),
    "ci_high": lambda result: _plain(result.ci_high),
    "ci_level": lambda result: _plain(result.ci_level) + ("%" if result.ci_level else ""),
    "p": p_value,
    "se": lambda result: _plain(result.se),
}

FIELDS = tuple(_TEXTS)
"""What `field=` may name."""
