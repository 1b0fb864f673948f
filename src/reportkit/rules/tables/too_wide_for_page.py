"""A table that is wider than a page.

## Why it matters

In print, words are broken in the middle or the last columns run over the edge.

The rule estimates the width from the longest word of each column; about 100 characters fit on an upright
page.

## Flagged

```markdown chapters/10-results.md
# Results

| Physiotherapists | Immobilisation | Hospitalisation | Rehabilitation | Complications | Transplantation |
|---|---|---|---|---|---|
| 12/12/2021 | electroencephalography | 3 | pseudohyperparathyroidism | 5 | 6 |

: What was done [@nguyen2021]. {#tbl:done}
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
chapters/10-results.md:3:1: TAB018 the table is about 118 characters wide, a page about 100
```

## Passes

```markdown chapters/10-results.md
# Results

| Therapy | Cast | Hospital | Training | Harms |
|---|---|---|---|---|
| 1 | 2 | 3 | 4 | 5 |

: What was done [@nguyen2021]. {#tbl:done}
```

## Known false positives

Tables that are printed across or in smaller letters. The rule runs only when it is selected.

## Fix

Turn rows into columns, split the table, or print it across the page.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location, Position
from reportkit.model.review import Review
from reportkit.model.tokens import Cell
from reportkit.rules.reading.markdown_tables import TableInText, tables_in_text
from reportkit.rules.rule import Data, Risk, Rule

_PAGE = 100
_PADDING = 2
_HINT = "Turn rows into columns, split the table, or print it across the page."


def check(review: Review) -> Iterator[Diagnostic]:
    """Tables whose longest words do not fit side by side."""
    for table in tables_in_text(review):
        width = sum(_width(table, index) for index in range(table.table.columns))
        if width > _PAGE:
            place = table.chapter.locate(table.table.span)
            line = Location(place.filename, place.start, Position(place.start.row, place.start.column + 1))
            message = f"the table is about {width} characters wide, a page about {_PAGE}"
            yield RULE.diagnostic(line, message, _HINT)


def _width(table: TableInText, index: int) -> int:
    cells = (row[index] for row in (table.head, *table.body) if index < len(row))
    return max((_longest_word(cell) for cell in cells), default=0) + _PADDING


def _longest_word(cell: Cell) -> int:
    return max(map(len, cell.text.replace("-", "- ").replace("/", "/ ").split()), default=0)


RULE = Rule(
    code="TAB018",
    name="too-wide-for-page",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
