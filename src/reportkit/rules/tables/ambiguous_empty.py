"""An empty cell among numbers.

## Why it matters

Nobody can tell whether the study did not look, did not say, or saw nobody with the event.

The rule looks at columns of numbers in which some cells are empty; it does not look at the first column, at
rows that are a heading or a total, and at columns most of which is empty.

## Flagged

```markdown chapters/10-results.md
# Results

| Support | Children | Falls |
|---------|---------:|------:|
| cast    |       40 |    12 |
| brace   |       39 |       |
| none    |       40 |     9 |

: Who wore what [@nguyen2021]. {#tbl:supports}
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
chapters/10-results.md:6:30: TAB014 an empty cell in the column `Falls`
```

## Passes

```markdown chapters/10-results.md
# Results

| Support | Children | Falls |
|---------|---------:|------:|
| cast    |       40 |    12 |
| brace   |       39 |    NR |
| none    |       40 |     9 |

: Who wore what; NR: not reported [@nguyen2021]. {#tbl:supports}
```

## Fix

Write `NR` for what is not reported, `NA` for what does not apply, `0` for none, and explain the letters in
the caption.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.model.tokens import Cell
from reportkit.rules.reading.markdown_tables import Column, TableInText, is_number, tables_in_text
from reportkit.rules.reading.totals import is_total
from reportkit.rules.rule import Data, Rule

_HINT = "Write NR (not reported), NA (does not apply) or 0, and explain the letters in the caption."
_SEVERAL = 2


def check(review: Review) -> Iterator[Diagnostic]:
    """Columns that are mostly numbers and have empty cells, each once."""
    for table in tables_in_text(review):
        rows = [row for row in table.body if _says_something(table, row)]
        for column in table.columns[1:]:
            yield from _in_column(
                table, column, [row[column.index] for row in rows if column.index < len(row)]
            )


def _says_something(table: TableInText, row: tuple[Cell, ...]) -> bool:
    """Whether a row is neither a heading nor a total, which may leave columns empty."""
    return sum(not table.is_blank(cell) for cell in row) > 1 and not is_total(row[0])


def _in_column(table: TableInText, column: Column, cells: list[Cell]) -> Iterator[Diagnostic]:
    empty = [cell for cell in cells if table.is_blank(cell)]
    numbers = sum(map(is_number, cells))
    if empty and numbers >= _SEVERAL and 2 * numbers > len(cells):
        title = f" `{column.title}`" if column.title else ""
        count = "an empty cell" if len(empty) == 1 else f"{len(empty)} empty cells"
        yield RULE.diagnostic(table.locate(empty[0]), f"{count} in the column{title}", _HINT)


RULE = Rule(
    code="TAB014",
    name="ambiguous-empty",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
