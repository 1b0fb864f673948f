"""A percentage that its fraction does not give.

## Why it matters

One of the three numbers is wrong, and a reader cannot tell which.

A percentage may be rounded half-up or half-even. Survival percentages are estimates and have no fraction:
for them, and for numbers that are tied or quoted, the rule does not apply.

In a table, a count with its percentage under a header such as `Cast (n = 54)` is checked where most cells of
the column rest on that number. Missing values make a denominator smaller and the percentage greater, so only
a percentage that is too small is flagged.

## Flagged

```markdown chapters/10-results.md
# Results

Of the children, 53/55 (96.3%) could walk again [@nguyen2021].
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
chapters/10-results.md:3:25: NUM001 53/55 is 96.4%, not 96.3%: it was cut off, not rounded
```

## Passes

```markdown chapters/10-results.md
# Results

Of the children, 53/55 (96.4%) could walk again [@nguyen2021].
```

## Fix

Look the numbers up. The suggested fix writes the percentage that the fraction gives. In a row of the
evidence, keep what the source prints and say in `printed_inconsistent` what does not agree; a row that
says so without need is flagged too.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportkit.measures.consistency import inside_interval, percent_agrees, percent_cut_off
from reportkit.measures.numerals import write_like
from reportkit.measures.offers import row_unit
from reportkit.measures.pairs import CountedPercent, counted_percents
from reportkit.measures.proportions import rounded_percent
from reportkit.measures.rounding import decimals_of
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.evidence import Measure, Printed, Result
from reportkit.model.review import Review
from reportkit.rules.reading.markdown_tables import Column, TableInText, group_size, tables_in_text
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.rule import Rule

_COUNTED = re.compile(r"(?P<events>[0-9]{1,9})\s?\((?P<percent>[0-9]{1,3}(?:\.[0-9]{1,4})?)\s?%?\)")
_COUNTABLE = frozenset({Measure.PROPORTION, Measure.EVENTS_PER_CYCLE})
_HINT = "Look the numbers up in the source and correct the wrong one."


def check(review: Review) -> Iterator[Diagnostic]:
    """Fractions with their percentages in prose, cells of tables, then rows of proportions."""
    for passage in passages(review):
        for pair in counted_percents(passage.text, passage.quantities):
            if passage.is_free(pair.events, pair.total, pair.percent) and not pair.percent.bound:
                yield from _in_prose(passage, pair)
    for table in tables_in_text(review):
        for column in table.columns:
            if size := group_size(column.title):
                yield from _in_column(table, column, size)
    for result in review.evidence.results if review.evidence else ():
        if result.measure in _COUNTABLE:
            yield from _in_row(result)


def _in_prose(passage: Passage, pair: CountedPercent) -> Iterator[Diagnostic]:
    events, total, percent = int(pair.events.value), int(pair.total.value), pair.percent
    if 0 < total >= events and not percent_agrees(events, total, percent.value):
        right = write_like(percent.text, rounded_percent(events, total, percent.decimals), "")
        place = passage.locate(percent)
        fix = Fix(Applicability.UNSAFE, f"write {right}%", (Edit(place, right),))
        said = f"{pair.events.text}/{pair.total.text} is {right}%, not {percent.text}%"
        cut = ": it was cut off, not rounded" if percent_cut_off(events, total, percent.value) else ""
        yield RULE.diagnostic(place, said + cut, _HINT, fix=fix)


def _in_column(table: TableInText, column: Column, size: int) -> Iterator[Diagnostic]:
    cells = [(cell, match) for cell in column.cells if (match := _COUNTED.fullmatch(cell.text))]
    wrong = [(c, m) for c, m in cells if not percent_agrees(int(m["events"]), size, Decimal(m["percent"]))]
    for cell, match in wrong if 2 * len(wrong) < len(cells) else ():
        events, percent = int(match["events"]), Decimal(match["percent"])
        right = rounded_percent(events, size, decimals_of(percent))
        if percent < right and events <= size and not table.is_bound(cell):
            message = f"{events} of {size} is {right}%, not {percent}%"
            yield RULE.diagnostic(table.locate(cell), message, _HINT)


def _in_row(result: Result) -> Iterator[Diagnostic]:
    events, total, percent = result.events, result.total, result.estimate
    if events is None or not total or events > total or percent is None or row_unit(result) != "%":
        return
    agrees = bool(percent.bound) or percent_agrees(events, total, percent.value)
    right = rounded_percent(events, total, percent.decimals)
    if not agrees and not result.printed_inconsistent:
        message = f"row `{result.id}`: {events}/{total} is {right}%, not {percent.text}%"
        hint = "Correct the row, or say in `printed_inconsistent` that the source prints it so."
        yield RULE.diagnostic(result.cells.get("estimate", result.location), message, hint, result.id)
    if agrees and result.printed_inconsistent and _interval_agrees(result, percent):
        message = f"row `{result.id}` is said to contradict itself, but {events}/{total} is {percent.text}%"
        hint = "Empty `printed_inconsistent`, or correct the number that it is about."
        place = result.cells.get("printed_inconsistent", result.location)
        yield RULE.diagnostic(place, message, hint, result.id)


def _interval_agrees(result: Result, percent: Printed) -> bool:
    low, high = result.ci_low, result.ci_high
    return not (low and high) or inside_interval(percent.value, low.value, high.value)


RULE = Rule(
    code="NUM001",
    name="percent-vs-fraction",
    severity=Severity.ERROR,
    needs=frozenset(),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
