"""A row that is there twice.

## Why it matters

A result that is recorded twice is counted twice, in a table and in every summary made of it.

The rule looks at rows of the evidence that say the same of the same patients, unless one names the other in
`restated_by`, and at rows of Markdown tables that are alike in every cell.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
bones.walks,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Abstract,walked
```

```text
evidence/results.csv:3:1: TAB011 row `bones.walks` says the same as row `bones.walking`
```

## Passes

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words,restated_by
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again,
bones.walks,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Abstract,walked,bones.walking
```

## Fix

Remove one of them, or name the better one in `restated_by`.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Result
from reportkit.model.review import Review
from reportkit.rules.reading.markdown_tables import TableInText, tables_in_text
from reportkit.rules.rule import Rule

_HINT = "Remove one of them, or name the better one in `restated_by`."


def check(review: Review) -> Iterator[Diagnostic]:
    """Rows of tables in chapters, then rows of the evidence."""
    for table in tables_in_text(review):
        yield from _in_table(table)
    first: dict[tuple[object, ...], Result] = {}
    for result in review.evidence.results if review.evidence else ():
        if not result.restated_by:
            other = first.setdefault(_facts(result), result)
            if other is not result:
                message = f"row `{result.id}` says the same as row `{other.id}`"
                yield RULE.diagnostic(result.cells.get("id", result.location), message, _HINT, result.id)


def _in_table(table: TableInText) -> Iterator[Diagnostic]:
    rows: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(table.body, 1):
        texts = tuple(" ".join(table.written(cell).split()) for cell in row)
        says_something = sum(any(char.isalnum() for char in text) for text in texts) > 1
        before = rows.setdefault(texts, number)
        if says_something and before != number:
            message = f"the row is the same as row {before} of this table"
            yield RULE.diagnostic(table.locate(row[0]), message, "Remove one of them.")


def _facts(result: Result) -> tuple[object, ...]:
    """What a row says, and of whom; not how anyone knows."""
    who = (result.study, result.cohort, result.arm, result.population, result.analysis_set)
    what = (result.outcome, result.timepoint, result.measure, result.endpoint, result.grade)
    numbers = (result.events, result.total, result.estimate_text, result.unit, result.se)
    return (*who, *what, *numbers, result.ci_low, result.ci_high, result.p, result.direction, result.source)


RULE = Rule(
    code="TAB011",
    name="duplicate-row",
    severity=Severity.WARNING,
    needs=frozenset(),
    check=check,
    documentation=__doc__,
)
