"""How the numbers of one result are written: each as the source printed it."""

from decimal import Decimal

from reportkit.measures.proportions import rounded_percent
from reportkit.model.evidence import Measure, Printed, Result

_LEADS = {
    Measure.HAZARD_RATIO: "HR ",
    Measure.ODDS_RATIO: "OR ",
    Measure.MEDIAN_TIME: "median ",
    Measure.RISK_DIFFERENCE: "difference ",
    Measure.RMST_DIFFERENCE: "difference ",
}
_WITHOUT_COUNTS = {
    Measure.COUNT,
    Measure.HAZARD_RATIO,
    Measure.ODDS_RATIO,
    Measure.RISK_DIFFERENCE,
    Measure.RMST_DIFFERENCE,
}
_USUAL_LEVEL = Decimal(95)


def printed_numbers(result: Result) -> str:
    """All numbers of a row, or that it has none."""
    parts = (estimate(result), interval(result), standard_error(result), counts(result), p_value(result))
    return "; ".join(part for part in parts if part) or "no number printed"


def estimate(result: Result) -> str:
    """The printed estimate with its unit, or nothing."""
    number = result.estimate.text if result.estimate else result.estimate_text
    return _LEADS.get(result.measure, "") + number + _unit(result) if number else ""


def interval(result: Result) -> str:
    """The printed interval in parentheses; its level is named where it is not 95% or a limit is not there."""
    low, high, level = result.ci_low, result.ci_high, result.ci_level
    usual = level is None or level.value == _USUAL_LEVEL
    label = f"{level.text if level else _USUAL_LEVEL}% CI "
    if low and high:
        return f"({'' if usual else label}{limits(low, high)})"
    if low or high:
        return f"({label}{low.text if low else 'NA'} to {high.text if high else 'NA'})"
    return ""


def limits(low: Printed, high: Printed) -> str:
    """The limits of an interval; a dash would hide a minus."""
    return f"{low.text}{' to ' if low.value < 0 else '–'}{high.text}"


def standard_error(result: Result) -> str:
    """The printed standard error, or nothing."""
    return f"SE {result.se.text}" if result.se else ""


def p_value(result: Result) -> str:
    """The printed p value, or nothing."""
    if result.p is None:
        return ""
    return f"p{result.p.text}" if result.p.bound else f"p = {result.p.text}"


def counts(result: Result) -> str:
    """Events of total, or the one of them that is printed; nothing for a comparison or a bare count."""
    if result.measure in _WITHOUT_COUNTS and estimate(result):
        return ""
    if result.events is not None:
        return f"{result.events}/{result.total}" if result.total is not None else str(result.events)
    return f"n = {result.total}" if result.total is not None else ""


def calculated_percent(result: Result) -> str:
    """The percentage of printed counts where the source prints none; nothing for a single patient."""
    if result.measure is not Measure.PROPORTION or estimate(result):
        return ""
    if result.events is None or result.total is None or result.total <= 1:
        return ""
    return f"{rounded_percent(result.events, result.total)}%"


def _unit(result: Result) -> str:
    unit = result.unit
    if unit in {"", "ratio"}:
        return ""
    single = result.measure is Measure.COUNT and result.estimate is not None and result.estimate.value == 1
    return unit if unit == "%" else f" {unit.removesuffix('s') if single else unit}"
