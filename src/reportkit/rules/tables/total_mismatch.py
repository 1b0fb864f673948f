"""A total that is not the sum of its parts.

## Why it matters

A reader who adds up finds another number, and from then on trusts none. A patient was forgotten, or a cell
was changed and the total was not.

The rule looks at rows and last columns called `Total` or `Sum` whose parts are all whole numbers, with or
without a percentage in parentheses. Means, rates, ages and the like are left alone, as are tables with
subtotals, and totals that differ from the sum by more than a fifth: there, patients are counted in several
parts.

## Flagged

```markdown chapters/10-results.md
# Results

| Support | Children |
|---------|---------:|
| cast    |       40 |
| brace   |       39 |
| none    |       40 |
| Total   |      118 |

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
chapters/10-results.md:8:18: TAB009 the total is 118, the sum of its parts 119
```

## Passes

```markdown chapters/10-results.md
# Results

| Support | Children |
|---------|---------:|
| cast    |       40 |
| brace   |       39 |
| none    |       40 |
| Total   |      119 |

: Who wore what [@nguyen2021].
```

## Known false positives

Parts that overlap, or a total that includes what no row shows. Say so in another word than `Total`.

## Fix

Look the numbers up. The suggested fix writes the sum.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import Cell
from reportkit.rules.reading.markdown_tables import TableInText, tables_in_text
from reportkit.rules.reading.totals import Line, lines_with_total
from reportkit.rules.rule import Data, Risk, Rule

_COUNT = re.compile(r"(?P<count>[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]{0,8})(?:\s?\([0-9.]{1,6}\s?%?\))?")
_NOT_ADDED = re.compile(
    r"\b(?:mean|median|average|avg|rate|ratio|ages?|years?|score|max|min|maximum|minimum|index|rank|no\.|id|per"
    r"|p|CI|HR|OR|RR)\b|%",
    re.IGNORECASE,
)
_HINT = "Look the numbers up; if parts overlap, call the row something else than a total."
_FARTHEST = 5  # a total that is off by more than one fifth is no slip


def check(review: Review) -> Iterator[Diagnostic]:
    """Totals of columns and rows in tables of chapters."""
    for table in tables_in_text(review):
        for line in lines_with_total(table):
            yield from _mismatch(table, line)


def _mismatch(table: TableInText, line: Line) -> Iterator[Diagnostic]:
    parts, total = [_count(part) for part in line.parts], _count(line.total)
    known = [part for part in parts if part is not None]
    if total is None or len(known) < max(len(parts), 2) or _NOT_ADDED.search(line.title):
        return
    added = sum(known)
    if added != total and abs(added - total) * _FARTHEST <= total and not table.is_bound(line.total):
        message = f"the total is {total}, the sum of its parts {added}"
        yield RULE.diagnostic(table.locate(line.total), message, _HINT, fix=_sum(table, line.total, added))


def _count(cell: Cell) -> int | None:
    match = _COUNT.fullmatch(cell.text.strip())
    return int(match["count"].replace(",", "")) if match else None


def _sum(table: TableInText, cell: Cell, added: int) -> Fix | None:
    """The fix that writes the sum in place of the count, where nothing else stands in the cell."""
    written = table.written(cell)
    if not re.fullmatch(r"\s*[0-9]+\s*", written):
        return None
    start = cell.span.start + len(written) - len(written.lstrip())
    place = table.chapter.locate(Span(start, start + len(written.strip())))
    return Fix(Applicability.UNSAFE, f"write {added}", (Edit(place, str(added)),))


RULE = Rule(
    code="TAB009",
    name="total-mismatch",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    risk=Risk.MEDIUM,
    fix=Applicability.UNSAFE,
    check=check,
    documentation=__doc__,
)
