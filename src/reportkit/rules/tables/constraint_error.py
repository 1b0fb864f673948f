"""A cell of the evidence that its column does not allow.

## Why it matters

Such a row cannot be true: a required value is missing, an id is used twice, more patients had the event
than were there, or a word is not on the list.

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
bones.walking,bones,all,walking,proportion,5,20,25,%,nguyen2021,bones.example,Table 2,could walk again
```

```text
evidence/results.csv:3:1: TAB003 the id `bones.walking` is already used at evidence/results.csv:2:1
```

## Passes

A second result has an id of its own.

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
bones.running,bones,all,running,proportion,5,20,25,%,nguyen2021,bones.example,Table 2,could walk again
```

## Fix

Correct the cell from the source that the row names.
"""

from reportkit.model.diagnostic import Severity
from reportkit.rules.rule import Data, Rule

RULE = Rule(
    code="TAB003",
    name="constraint-error",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    documentation=__doc__,
)
