"""A figure that draws different measures on one axis.

## Why it matters

Odds ratios are farther from 1 than hazard ratios of the same data, and a rate of survival is no proportion
of patients. On one axis they look alike.

## Flagged

```markdown chapters/10-results.md
# Results

@fig:ratios shows both [@nguyen2021].

::: {#fig:ratios .figure item=ratios}
:::
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
id,study,cohort,outcome,measure,estimate,unit,ci_low,ci_high,source,seen_at,locator,words
bones.pain,bones,all,pain,hazard_ratio,0.39,ratio,0.2,0.8,nguyen2021,bones.example,Table 2,pain was less
bones.walking,bones,all,walking,odds_ratio,2.1,ratio,1.1,4.0,nguyen2021,bones.example,Table 2,could walk again
```

```yaml evidence/items/ratios.yaml
kind: figure
builder: forest_ratio
caption: Ratios.
rows: [bones.pain, bones.walking]
```

```text
evidence/items/ratios.yaml:4:20: NUM031 `ratios` draws an odds ratio (`bones.walking`) beside a hazard ratio
```

## Passes

```yaml evidence/items/ratios.yaml
kind: figure
builder: forest_ratio
caption: Ratios.
rows: [bones.pain]
```

## Fix

Make a figure for each measure.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Measure
from reportkit.model.review import Review
from reportkit.rules.reading.shown_rows import shown_rows
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """The first row of each figure that is of another measure than its first row."""
    evidence = review.evidence or Evidence()
    for item in review.items:
        rows = list(shown_rows(item, evidence)) if item.kind == "figure" else []
        for row, place in rows:
            if row.measure is not rows[0][0].measure:
                beside = _named(rows[0][0].measure)
                message = f"`{item.id}` draws {_named(row.measure)} (`{row.id}`) beside {beside}"
                yield RULE.diagnostic(place, message, "Make a figure for each measure.", row.id)
                break


def _named(measure: Measure) -> str:
    words = measure.replace("_", " ")
    return f"an {words}" if words.startswith("o") else f"a {words}"


RULE = Rule(
    code="NUM031",
    name="mixed-measures",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE, Data.ITEMS}),
    check=check,
    documentation=__doc__,
)
