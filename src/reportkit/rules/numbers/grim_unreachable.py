"""A percentage of a small group that no whole number of patients gives.

## Why it matters

Of 12 children, 4 are 33% and 5 are 42%; nobody can be 40%. Such a percentage is mistyped, belongs to
another denominator, or is no share of patients at all.

The rule looks at percentages of a stated number (`40% of 12 children`, `Of 12 children, 40% walked`), at
cells of percentages under a header with a number (`Cast (n = 12)`), and at rows of proportions that have a
total and no count. From 100 patients on every whole percentage can be reached, from 1000 on every one with
one decimal.

## Flagged

```markdown chapters/10-results.md
# Results

At last 40% of 12 children could walk again [@nguyen2021].
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
chapters/10-results.md:3:9: NUM023 40% of 12 is no whole number: 4 are 33%, 5 are 42%
```

## Passes

```markdown chapters/10-results.md
# Results

At last 42% of 12 children could walk again, about 40% of 12 [@nguyen2021].
```

## Known false positives

Percentages that are weighted, averaged or estimated, and percentages of something else than the number
beside them. Rates of survival are not looked at.

## Fix

Look the number up in the source; in a row of the evidence, say in `printed_inconsistent` that it is printed
so.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportkit.measures.consistency import reachable
from reportkit.measures.context import gap
from reportkit.measures.offers import row_unit
from reportkit.measures.proportions import rounded_percent
from reportkit.measures.quantities import Kind, Number, Quantity, Role
from reportkit.measures.rounding import decimals_of
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Measure, Result
from reportkit.model.review import Review
from reportkit.rules.reading.markdown_tables import PERCENT_CELL, TableInText, group_size, tables_in_text
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.rule import Risk, Rule

_HINT = "Look the percentage and the number up in the source."
_PERCENT_OF = re.compile(r"\s(?:of|among)\s(?:(?:the|all|these|those)\s){0,2}")
_OF = re.compile(r"\b[Oo]f\s(?:(?:the|all|these|those)\s){0,2}$")
_OF_PERCENT = re.compile(r"\s[a-z][^.;:()0-9]{0,60},\s(?:[a-z]+\s){0,2}")
_NOUN = re.compile(r"\s[a-z]{3}")
_ESTIMATED = re.compile(
    r"\b(?:about|approximately|nearly|almost|around|roughly|over|under|below|above|than|least|most|some|up\sto"
    r"|mean|average|median|weighted|adjusted|estimated)\s(?:[a-z]+\s)?$|[~≈]\s?$",
    re.IGNORECASE,
)
_NO_SHARE = re.compile(r"\b(?:surviv|EFS|OS|DFS|RFS|PFS|incidence|probabilit|predict)", re.IGNORECASE)

_BACK, _AHEAD = 40, 60
_WHOLE = 100


def check(review: Review) -> Iterator[Diagnostic]:
    """Percentages with a number beside them in prose, those under a header with one, then rows."""
    for passage in passages(review):
        for percent, total in _shares(passage):
            if passage.is_free(percent, total) and (why := _unreachable(total.value, percent.value)):
                yield RULE.diagnostic(passage.locate(percent), why, _HINT)
    for table in tables_in_text(review):
        yield from _in_table(table)
    for result in review.evidence.results if review.evidence else ():
        yield from _in_row(result)


def _shares(passage: Passage) -> Iterator[tuple[Number, Number]]:
    """Percentages that are said to be of a number, without a bound or word that makes them vague."""
    for first, second in pairwise(passage.quantities):
        percent, total = _share(passage.text, first, second)
        if percent and total and not percent.bound and not total.decimals:
            around = passage.text[max(percent.start - _BACK, 0) : percent.end + _AHEAD]
            vague = _ESTIMATED.search(passage.text, max(percent.start - _BACK, 0), percent.start)
            if not vague and not _NO_SHARE.search(around):
                yield percent, total


def _share(text: str, first: Quantity, second: Quantity) -> tuple[Number | None, Number | None]:
    between, kinds = gap(text, first, second), (first.kind, second.kind)
    if kinds == (Kind.NUMBER, Kind.PERCENT):
        of = _OF.search(text, max(first.start - _BACK, 0), first.start)
        belongs = of is not None and _OF_PERCENT.fullmatch(between) is not None
        first, second = second, first
    else:
        named = kinds == (Kind.PERCENT, Kind.NUMBER) and _NOUN.match(text, second.end)
        belongs = bool(named) and _PERCENT_OF.fullmatch(between) is not None
    return (first.number(Role.ESTIMATE), second.number(Role.ESTIMATE)) if belongs else (None, None)


def _in_table(table: TableInText) -> Iterator[Diagnostic]:
    for column in table.columns:
        size = group_size(column.title)
        for cell in column.cells if size else ():
            percent = PERCENT_CELL.fullmatch(cell.text)
            why = _unreachable(Decimal(size or 0), Decimal(percent["percent"])) if percent else ""
            if why and not table.is_bound(cell):
                yield RULE.diagnostic(table.locate(cell), why, _HINT)


def _in_row(result: Result) -> Iterator[Diagnostic]:
    percent, total = result.estimate, result.total
    if percent is None or percent.bound or not total or result.events is not None:
        return
    judged = result.measure is Measure.PROPORTION and row_unit(result) == "%"
    why = _unreachable(Decimal(total), percent.value)
    if judged and why and not result.printed_inconsistent:
        place = result.cells.get("estimate", result.location)
        yield RULE.diagnostic(place, f"row `{result.id}`: {why}", _HINT, result.id)


def _unreachable(total: Decimal, percent: Decimal) -> str:
    """Why a percentage cannot be, or nothing; of many patients every percentage can be."""
    decimals = decimals_of(percent)
    if not 0 < total < _WHOLE * 10**decimals or not 0 <= percent <= _WHOLE or reachable(int(total), percent):
        return ""
    below = int(percent * total / _WHOLE)
    nearest = (f"{n} are {rounded_percent(n, int(total), decimals)}%" for n in (below, below + 1))
    return f"{percent}% of {total} is no whole number: {', '.join(nearest)}"


RULE = Rule(
    code="NUM023",
    name="grim-unreachable",
    severity=Severity.WARNING,
    needs=frozenset(),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
