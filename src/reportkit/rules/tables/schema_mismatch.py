"""A table of evidence whose columns are not the declared ones.

## Why it matters

A missing, extra or repeated column shifts or hides values, and rows would be read wrongly.

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
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words,treatment
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again,cast
```

```text
evidence/results.csv:1:271: TAB001 there is no column `treatment`
```

## Passes

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

## Fix

Use exactly the column names of the schema that lies beside the file.
"""

from reportkit.model.diagnostic import Severity
from reportkit.rules.rule import Data, Rule

RULE = Rule(
    code="TAB001",
    name="schema-mismatch",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    documentation=__doc__,
)
