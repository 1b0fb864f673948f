r"""A row of a table with more cells than the table has columns.

## Why it matters

The line of dashes under the header says how many columns there are. pandoc drops what stands beyond them, and
says nothing.

## Flagged

```markdown chapters/10-results.md
# Results

| Support | Children |
|---------|---------:|
| cast    |       40 | 12 fell |
| brace   |       39 |

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
chapters/10-results.md:5:24: TAB010 the row has 3 cells, the table 2 columns: `12 fell` is not printed
```

## Passes

```markdown chapters/10-results.md
# Results

| Support | Children | Falls   |
|---------|---------:|---------|
| cast    |       40 | 12 fell |
| brace   |       39 |         |

: Who wore what [@nguyen2021].
```

## Fix

Add a column to the header and to the line of dashes. A `|` that belongs to the text of a cell is written
`\\|`.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import Cell
from reportkit.rules.reading.markdown_tables import TableInText, tables_in_text
from reportkit.rules.rule import Data, Rule

_HINT = r"Add a column to the header and the line of dashes; a `|` within a cell is written `\|`."


def check(review: Review) -> Iterator[Diagnostic]:
    """Rows whose cells beyond the last column hold something."""
    for table in tables_in_text(review):
        for row in table.table.rows:
            beyond = [cell for cell in row[table.table.columns :] if not table.is_blank(cell)]
            if beyond:
                yield _dropped(table, row, beyond)


def _dropped(table: TableInText, row: tuple[Cell, ...], beyond: list[Cell]) -> Diagnostic:
    place = table.chapter.locate(Span(beyond[0].span.start, beyond[-1].span.end))
    sizes = f"the row has {len(row)} cells, the table {table.table.columns} columns"
    lost = ", ".join(f"`{table.written(cell).strip()}`" for cell in beyond)
    return RULE.diagnostic(place, f"{sizes}: {lost} {'is' if len(beyond) == 1 else 'are'} not printed", _HINT)


RULE = Rule(
    code="TAB010",
    name="cells-dropped",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
