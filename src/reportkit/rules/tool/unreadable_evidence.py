"""A file of the evidence database that cannot be read at all.

## Why it matters

Nothing in it can be checked, and no table can be built from it.

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
  name: BONES: walking after casts
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```text
evidence/studies.yaml:3:14: RKT009 this is not YAML: mapping values are not allowed in this context
```

## Passes

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

## Fix

Mend the file at the place that is named; in YAML most often an indent, a colon or a quotation mark.
"""

from reportkit.model.diagnostic import Severity
from reportkit.rules.rule import Data, Rule

RULE = Rule(
    code="RKT009",
    name="unreadable-evidence",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    documentation=__doc__,
)
