"""Percentages whose total is said to be 100 and is not.

## Why it matters

Categories that exclude each other share all patients among them. If their percentages add up to 105, one is
wrong, or a patient was counted twice.

The rule looks at rows and columns of tables with a total of 100%. Each percentage may be off by half of its
last digit, so that four of them may add up to 98 or 102.

## Flagged

```markdown chapters/10-results.md
# Results

| Support | Children |
|---------|---------:|
| cast    |      60% |
| brace   |      30% |
| none    |      15% |
| Total   |     100% |

: Who wore what [@nguyen2021].
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
chapters/10-results.md:8:17: NUM012 the percentages add up to 105, not to 100
```

## Passes

```markdown chapters/10-results.md
# Results

| Support | Children |
|---------|---------:|
| cast    |      55% |
| brace   |      30% |
| none    |      15% |
| Total   |     100% |

: Who wore what [@nguyen2021].
```

## Known false positives

Categories that overlap. Do not give them a total.

## Fix

Look the percentages up.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportkit.measures.rounding import decimals_of
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.model.tokens import Cell
from reportkit.rules.reading.markdown_tables import TableInText, tables_in_text
from reportkit.rules.reading.totals import Line, lines_with_total
from reportkit.rules.rule import Data, Risk, Rule

_ALL = 100
_ALONE = re.compile(r"(?P<percent>[0-9]{1,3}(?:\.[0-9]{1,4})?)\s?%?")
_WITH_COUNT = re.compile(r"[0-9,]{1,9}\s?\((?P<percent>[0-9]{1,3}(?:\.[0-9]{1,4})?)\s?%?\)")
_HINT = "Look the percentages up; categories that overlap have no total."


def check(review: Review) -> Iterator[Diagnostic]:
    """Columns and rows with a total of 100%."""
    for table in tables_in_text(review):
        for line in lines_with_total(table):
            yield from _mismatch(table, line)


def _mismatch(table: TableInText, line: Line) -> Iterator[Diagnostic]:
    parts = [percent for part in line.parts if (percent := _percent(part, line)) is not None]
    if _percent(line.total, line) != _ALL or len(parts) < max(len(line.parts), 2):
        return
    added = sum(parts, Decimal(0))
    open_digits = sum((Decimal(5).scaleb(-1 - decimals_of(part)) for part in parts), Decimal(0))
    if abs(added - _ALL) > open_digits and not table.is_bound(line.total):
        message = f"the percentages add up to {added}, not to {_ALL}"
        yield RULE.diagnostic(table.locate(line.total), message, _HINT)


def _percent(cell: Cell, line: Line) -> Decimal | None:
    """The percentage of a cell; a number alone is one under a head or beside a total with a percent sign."""
    text = cell.text.strip()
    match = _WITH_COUNT.fullmatch(text) or _ALONE.fullmatch(text)
    sign = any("%" in words for words in (text, line.title, line.total.text))
    return Decimal(match["percent"]) if match and sign else None


RULE = Rule(
    code="NUM012",
    name="percents-do-not-sum",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
