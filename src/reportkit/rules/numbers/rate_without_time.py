"""A row with a rate of survival or incidence that does not say at which time.

## Why it matters

Everyone survives the first day. A rate of survival without its time says nothing, and two of them cannot be
set side by side.

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
id,study,cohort,outcome,timepoint,measure,estimate,unit,source,seen_at,locator,words
bones.alive,bones,all,survival,,survival,50,%,nguyen2021,bones.example,Table 2,were alive
```

```text
evidence/results.csv:2:34: NUM028 row `bones.alive` does not say when
```

## Passes

```csv evidence/results.csv
id,study,cohort,outcome,timepoint,measure,estimate,unit,source,seen_at,locator,words
bones.alive,bones,all,survival,2 years,survival,50,%,nguyen2021,bones.example,Table 2,were alive
```

## Fix

Write the time, or the median follow-up, into `timepoint`; if the source gives neither, `not stated`.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Measure
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_OVER_TIME = frozenset({Measure.SURVIVAL, Measure.CUMULATIVE_INCIDENCE})
_HINT = "Write the time or the median follow-up into `timepoint`, or `not stated`."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each such row with an empty `timepoint`."""
    for row in review.evidence.results if review.evidence else ():
        if row.measure in _OVER_TIME and not row.timepoint:
            message = f"row `{row.id}` does not say when"
            yield RULE.diagnostic(row.cells.get("timepoint", row.location), message, _HINT, row.id)


RULE = Rule(
    code="NUM028",
    name="rate-without-time",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
