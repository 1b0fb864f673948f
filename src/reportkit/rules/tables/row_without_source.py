"""A row of the evidence that names no source.

## Why it matters

Its number cannot be traced, and a reader has to take it on trust.

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
bones.walking,bones,all,walking,proportion,10,20,50,%,,bones.example,Table 2,could walk again
```

```text
evidence/results.csv:2:69: TAB004 row `bones.walking` names no source
```

## Passes

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

## Fix

Enter the key of the reference in the column `source`. A row whose source is there but whose place in it
is not is EVI001.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Rows with an empty source."""
    for result in review.evidence.results if review.evidence else ():
        if not result.source:
            place = result.cells.get("source", result.location)
            message = f"row `{result.id}` names no source"
            hint = "Enter the key of the reference that the number was printed in."
            yield RULE.diagnostic(place, message, hint, result.id)


RULE = Rule(
    code="TAB004",
    name="row-without-source",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
