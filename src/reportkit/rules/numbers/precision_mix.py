"""Percentages with unlike decimals side by side, or with more digits than their number of patients supports.

## Why it matters

`66.67%` of 12 children suggests a precision that 12 children cannot give, and a column or a comparison in
which one percentage has a decimal and the next has none reads as if they came from different places.

One decimal needs 100 patients, two need 1000. Tied and quoted numbers are printed as their source has them
and not looked at.

## Flagged

```markdown chapters/10-results.md
# Results

Of all, 8/12 (66.67%) could walk again [@nguyen2021].
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
chapters/10-results.md:3:15: NUM014 66.67% of 12 has more decimals than 12 patients support
```

## Passes

```markdown chapters/10-results.md
# Results

Of all, 8/12 (67%) could walk again [@nguyen2021].
```

## Known false positives

Percentages that are printed as a source has them, without a tie.

## Fix

The suggested fix writes the percentage of a fraction with fewer decimals.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportkit.measures.context import gap
from reportkit.measures.numerals import write_like
from reportkit.measures.pairs import CountedPercent, counted_percents
from reportkit.measures.proportions import rounded_percent
from reportkit.measures.quantities import Kind, Quantity, Role
from reportkit.measures.rounding import decimals_of
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.markdown_tables import PERCENT_CELL, Column, TableInText, tables_in_text
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.rule import Data, Risk, Rule

_AGAINST = re.compile(r",?\s(?:and|or|vs\.?|versus|against|compared\s(?:with|to))\s")
_ENDS = {Decimal(0), Decimal(100)}  # none and all are written without decimals
_HINT = "Write all with the same number of decimals."


def check(review: Review) -> Iterator[Diagnostic]:
    """Percentages beside their fraction, then those that are compared, then those of a column."""
    for passage in passages(review):
        for pair in counted_percents(passage.text, passage.quantities):
            if passage.is_free(pair.percent, pair.total) and _too_precise(pair):
                yield _rounded(passage, pair)
        for first, second in pairwise(passage.quantities):
            joint = gap(passage.text, first, second)
            if first.kind is second.kind is Kind.PERCENT and _AGAINST.fullmatch(joint):
                yield from _compared(passage, first, second)
    for table in tables_in_text(review):
        for column in table.columns:
            yield from _mixed_column(table, column)


def _too_precise(pair: CountedPercent) -> bool:
    return pair.percent.decimals > 0 and pair.total.value < 10 ** (pair.percent.decimals + 1)


def _rounded(passage: Passage, pair: CountedPercent) -> Diagnostic:
    events, total, percent = int(pair.events.value), int(pair.total.value), pair.percent
    fewer = max(len(str(total)) - 2, 0)
    place = passage.locate(percent)
    fix = None
    if total > 0 and events <= total:
        right = write_like(percent.text, rounded_percent(events, total, fewer), "")
        fix = Fix(Applicability.UNSAFE, f"write {right}%", (Edit(place, right),))
    message = f"{percent.text}% of {total} has more decimals than {total} patients support"
    return RULE.diagnostic(place, message, "Write fewer decimals.", fix=fix)


def _compared(passage: Passage, first: Quantity, second: Quantity) -> Iterator[Diagnostic]:
    one, other = first.number(Role.ESTIMATE), second.number(Role.ESTIMATE)
    if one is None or other is None or one.decimals == other.decimals or {one.value, other.value} & _ENDS:
        return
    if passage.is_free(one, other) and not passage.is_structural(one):
        odd = one if one.decimals > other.decimals else other
        message = f"{one.text}% and {other.text}% have unlike decimals"
        yield RULE.diagnostic(passage.locate(odd), message, _HINT)


def _mixed_column(table: TableInText, column: Column) -> Iterator[Diagnostic]:
    found = [(cell, match) for cell in column.cells if (match := PERCENT_CELL.fullmatch(cell.text))]
    free = [(cell, match["percent"]) for cell, match in found if not table.is_bound(cell)]
    measured = [(cell, percent) for cell, percent in free if Decimal(percent) not in _ENDS]
    usual = Counter(_decimals(percent) for _, percent in measured).most_common(1)
    odd = [(cell, percent) for cell, percent in measured if _decimals(percent) != usual[0][0]]
    for cell, percent in odd[:1]:
        most = f"{usual[0][0] or 'no'} decimal{'' if usual[0][0] == 1 else 's'}"
        message = f"{percent}% stands in a column of percentages with {most}"
        yield RULE.diagnostic(table.locate(cell), message, _HINT)


def _decimals(text: str) -> int:
    return decimals_of(Decimal(text))


RULE = Rule(
    code="NUM014",
    name="precision-mix",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS}),
    risk=Risk.MEDIUM,
    fix=Applicability.UNSAFE,
    check=check,
    documentation=__doc__,
)
