"""A fraction with more events than there were patients, or of none at all.

## Why it matters

It cannot be true. Often the two numbers are exchanged, or one belongs to another group.

## Flagged

```markdown chapters/10-results.md
# Results

In the end 14/12 could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
chapters/10-results.md:3:12: NUM002 14 of 12 cannot be
```

## Passes

```markdown chapters/10-results.md
# Results

In the end 12/14 could walk again [@nguyen2021].
```

## Known false positives

Anything else that is written like a fraction, such as a day and a month. Mark it: `[14/12]{.structural}`.
Calculations, ratios, odds, splits (`75/25`), blood pressures and spans of time (`for 10/7`) are told apart.

## Fix

Look the numbers up in the source.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportkit.measures.quantities import Quantity, Role
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Measure
from reportkit.model.review import Review
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.rule import Rule

_HINT = "Look the numbers up in the source: they may be exchanged, or belong to different groups."
_CALCULATION = re.compile(
    r"/\s?[0-9]+\s?\)?\s?[=+×*^]|[+×*^]\s?\(?[0-9]+\s?/|[0-9]\s?[x×*]\s?\("
    r"|\[[-−]?[0-9]+/[0-9]+,|\btimes\s[0-9]+/"
)
_NO_COUNTS = re.compile(
    r"(?:\b(?:ratios?|odds|split|blood\spressures?|BP|RR|female|male|women|men|[MF]/[MF])\b[^.;]{0,40}"
    r"|\b(?:for|after|over|past|last|next|every|on)\s)$",
    re.IGNORECASE,
)
_PADDED = re.compile(r"/\s?0[0-9]")
_NEAR = 50
_WHOLE = 100
_PER_PATIENT = frozenset({Measure.PROPORTION, Measure.SURVIVAL, Measure.CUMULATIVE_INCIDENCE})


def check(review: Review) -> Iterator[Diagnostic]:
    """Fractions in prose, then rows that count patients; a patient may have several events in a cycle."""
    for passage in passages(review):
        yield from _in_prose(passage)
    for result in review.evidence.results if review.evidence else ():
        events, total = result.events, result.total
        if result.measure in _PER_PATIENT and _impossible(events, total):
            place = result.cells.get("events", result.location)
            message = f"row `{result.id}`: {events} of {total} cannot be"
            yield RULE.diagnostic(place, message, _HINT, result.id)


def _in_prose(passage: Passage) -> Iterator[Diagnostic]:
    for quantity in passage.quantities:
        events, total = quantity.number(Role.EVENTS), quantity.number(Role.TOTAL)
        if events is None or total is None or events.value <= total.value:
            continue
        free = passage.is_free(events, total) and not passage.is_structural(events)
        if free and not _is_ratio(passage.text, quantity, events.value + total.value):
            message = f"{events.text} of {total.text} cannot be"
            yield RULE.diagnostic(passage.locate(quantity), message, _HINT)


def _is_ratio(text: str, quantity: Quantity, both: Decimal) -> bool:
    """Whether a number over a smaller one is meant: a calculation, two pressures, days of a week, a date."""
    said = text[quantity.start : quantity.end]
    if "/" not in said:
        return False
    start = max(quantity.start - _NEAR, 0)
    calculation = _CALCULATION.search(text, start, quantity.end + _NEAR)
    other = calculation or _PADDED.search(said) or _NO_COUNTS.search(text, start, quantity.start)
    return both == _WHOLE or other is not None


def _impossible(events: int | None, total: int | None) -> bool:
    return events is not None and total is not None and (events > total or not total)


RULE = Rule(
    code="NUM002",
    name="n-exceeds-N",
    severity=Severity.ERROR,
    needs=frozenset(),
    check=check,
    documentation=__doc__,
)
