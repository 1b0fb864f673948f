"""A cell of the evidence that is not of the declared type.

## Why it matters

A number with a note in the same cell cannot be compared or printed. The paper's wording belongs into the
column for notes.

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
bones.walking,bones,all,walking,proportion,10,20,50*,%,nguyen2021,bones.example,Table 2,could walk again
```

```text
evidence/results.csv:2:53: TAB002 `50*` in column `estimate` is no number
```

## Passes

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

## Fix

Write the number alone, with a decimal point, and move what else stood there to `note`.
"""

from reportkit.model.diagnostic import Severity
from reportkit.rules.rule import Data, Rule

RULE = Rule(
    code="TAB002",
    name="type-error",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    documentation=__doc__,
)
