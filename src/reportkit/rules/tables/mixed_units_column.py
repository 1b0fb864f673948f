"""A column in which one quantity has two units.

## Why it matters

10 months and 300 days look far apart, and a reader who runs down the column compares the bare numbers.

The rule looks at columns of times, of concentrations and of counts of cells; and at cells whose unit is not
the one that the head of their column names.

## Flagged

```markdown chapters/10-results.md
# Results

| Support | Median time to walking |
|---------|-----------------------:|
| cast    |              10 months |
| brace   |               300 days |

: How long it took [@nguyen2021]. {#tbl:walking}
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
chapters/10-results.md:6:27: TAB015 days in a column of months
```

## Passes

```markdown chapters/10-results.md
# Results

| Support | Median time to walking |
|---------|-----------------------:|
| cast    |            10.0 months |
| brace   |             9.9 months |

: How long it took [@nguyen2021]. {#tbl:walking}
```

## Known false positives

Columns of schedules: what happens after two days and after a year. Columns in which each row is another
quantity are told by a unit in the first column.

## Fix

Convert to one unit and name it in the head of the column.
"""

import re
from collections.abc import Iterator

from reportkit.measures.units import CONVERTIBLE, TIMES, unit_named
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.model.tokens import Cell
from reportkit.rules.reading.markdown_tables import Column, TableInText, tables_in_text
from reportkit.rules.rule import Data, Risk, Rule

_HINT = "Convert to one unit and name it in the head of the column."
_NUMBERS = r"[<>≤≥~]?\s?[0-9][0-9.,]{0,12}(?:\s?(?:[-–±(]|to)\s?[0-9][0-9.,]{0,12}\)?){0,2}"
_TIME = re.compile(rf"{_NUMBERS}\s?(?P<unit>d|days?|wks?|weeks?|mos?|months?|yrs?|years?)(?:\s\([^)]*\))?")
_SHORT = {"d": "days", "mos": "months"}
_OTHERS = [(kind, unit, re.compile(rf"{_NUMBERS}(?:{form})")) for kind, unit, form in CONVERTIBLE]
_IN_HEAD = re.compile(r"\b(?P<unit>days?|weeks?|months?|years?)\b")
_SCHEDULE = re.compile(
    r"\b(?:schedule|duration|when|time\s?points?|visit|interval|age|due|follow)", re.IGNORECASE
)


def check(review: Review) -> Iterator[Diagnostic]:
    """Each cell whose unit is not that of the head, or else of the first cell."""
    for table in tables_in_text(review):
        for column in table.columns[1:]:
            if not _SCHEDULE.search(column.title):
                yield from _in_column(table, column)


def _in_column(table: TableInText, column: Column) -> Iterator[Diagnostic]:
    head = _IN_HEAD.search(column.title)
    usual = {"time": unit_named(head["unit"])} if head else {}
    for cell in column.cells:
        kind, unit = _measured(cell)
        expected = usual.setdefault(kind, unit) if kind else unit
        if unit != expected and not table.is_bound(cell):
            yield RULE.diagnostic(table.locate(cell), f"{unit} in a column of {expected}", _HINT)


def _measured(cell: Cell) -> tuple[str, str]:
    """The kind of quantity and the unit of a cell, or nothing."""
    text = cell.text.strip()
    if match := _TIME.fullmatch(text):
        unit = _SHORT.get(match["unit"]) or unit_named(match["unit"])
        return ("time", unit) if unit in TIMES else ("", "")
    return next(((kind, unit) for kind, unit, form in _OTHERS if form.fullmatch(text)), ("", ""))


RULE = Rule(
    code="TAB015",
    name="mixed-units-column",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
