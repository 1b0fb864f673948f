"""A table or figure that shows the same patients twice.

## Why it matters

Two lines look like two studies that agree. If one study is part of the other, or both are reports of one
row, there is only one, and whoever adds them up counts its patients twice.

The rule looks at the rows of a table or figure. It speaks where one study is `subset_of` or `pooled_in`
another one whose rows stand beside its own, and where a row stands beside the row that it restates.

## Flagged

```markdown chapters/10-results.md
# Results

@tbl:walking shows who could walk again [@nguyen2021; @rossi2019].

::: {#tbl:walking .table item=walking}
:::
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{rossi2019,
  author  = {Rossi, Bea},
  title   = {Casts for children},
  journal = {Journal of Small Bones},
  year    = {2019},
}
```

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
- id: ward
  name: WARD
  subset_of: [bones]
  cohorts: [{id: all, label: children of one ward}]
  reports: [{reference: rossi2019, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
ward.walking,ward,all,walking,proportion,3,5,60,%,rossi2019,bones.example,Table 1,could walk again
```

```yaml evidence/items/walking.yaml
kind: table
builder: outcomes
caption: Who walked.
rows: [bones.walking, ward.walking]
```

```text
evidence/items/walking.yaml:4:23: EVI020 row `ward.walking` counts patients of row `bones.walking` again
```

## Passes

```yaml evidence/items/walking.yaml
kind: table
builder: outcomes
caption: Who walked.
rows: [bones.walking]
```

## Fix

Show one of the two, or each in a table of its own.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Result
from reportkit.model.review import Review
from reportkit.rules.reading.shown_rows import shown_rows
from reportkit.rules.rule import Data, Rule

_HINT = "Show one of the two, or each in a table of its own."


def check(review: Review) -> Iterator[Diagnostic]:
    """The first row of each study and item whose patients an earlier row of the item counts."""
    evidence = review.evidence or Evidence()
    overlaps = dict(_overlaps(evidence))
    for item in review.items:
        earlier: list[Result] = []
        for row, place in shown_rows(item, evidence):
            again = next((one for one in earlier if _same_patients(one, row, overlaps)), None)
            if again:
                message = f"row `{row.id}` counts patients of row `{again.id}` again"
                yield RULE.diagnostic(place, message, _HINT, row.id)
            else:
                earlier.append(row)


def _overlaps(evidence: Evidence) -> Iterator[tuple[frozenset[str], str]]:
    """Pairs of studies of which one counts patients of the other."""
    for study in evidence.studies:
        for other in (*study.subset_of, *study.pooled_in):
            yield frozenset({study.id, other}), study.id


def _same_patients(one: Result, row: Result, overlaps: dict[frozenset[str], str]) -> bool:
    restated = row.id == one.restated_by or one.id == row.restated_by
    same = one.outcome == row.outcome and one.measure is row.measure
    return restated or (same and frozenset({one.study, row.study}) in overlaps)


RULE = Rule(
    code="EVI020",
    name="counted-twice",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE, Data.ITEMS}),
    check=check,
    documentation=__doc__,
)
