"""Numbers filled into the empty brackets of an item's own texts."""

import re
from collections.abc import Callable, Mapping

from reportkit.measures.printed import calculated_percent, counts, estimate, interval, p_value
from reportkit.model.evidence import Evidence, Result
from reportkit.model.inlines import escape, tie

_TIE = re.compile(r"\]\{ev=([\w.:-]+)")
_EMPTY = re.compile(r"\[\]\{ev=([\w.:-]+)(?: field=(\w+))?\}")
_FIELDS: Mapping[str, Callable[[Result], str]] = {
    "ci": lambda result: interval(result).strip("()"),
    "counts": counts,
    "estimate": estimate,
    "p": p_value,
    "percent": lambda result: estimate(result) or calculated_percent(result),
}


def filled(markdown: str, evidence: Evidence) -> str:
    """The text with its empty brackets filled; one whose row or field has no number stays as it is."""

    def fill(found: re.Match[str]) -> str:
        result = evidence.results_by_id.get(found[1])
        number = _number(result, found[2]) if result else ""
        return tie(escape(number), found[1]) if number else found[0]

    return _EMPTY.sub(fill, markdown)


def tied_rows(markdown: str) -> tuple[str, ...]:
    """The rows that the numbers of a text name, each once."""
    return tuple(dict.fromkeys(found[1] for found in _TIE.finditer(markdown)))


def _number(result: Result, field: str | None) -> str:
    if field is None:
        return estimate(result) or counts(result)
    return _FIELDS[field](result) if field in _FIELDS else ""
