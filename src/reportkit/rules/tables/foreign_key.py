"""A row of the evidence that belongs to a study or arm that is not declared.

## Why it matters

Its patients belong to nobody: they could be counted twice or not at all.

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
bones.walking,bone,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```text
evidence/results.csv:2:15: TAB016 there is no study `bone`
```

## Passes

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

## Fix

Correct the id, or declare the study or arm in `studies.yaml`.
"""

from reportkit.model.diagnostic import Severity
from reportkit.rules.rule import Data, Rule

RULE = Rule(
    code="TAB016",
    name="foreign-key",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    documentation=__doc__,
)
