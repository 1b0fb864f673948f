"""A denominator that is greater than the number of patients in the study.

## Why it matters

Such a total belongs to another study, or counts something else than patients: courses, limbs, institutions.

The rule compares the total of a row with the greatest number under `enrolled` of its study.

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
  enrolled: 18 enrolled, 16 treated
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```text
evidence/results.csv:2:50: EVI025 row `bones.walking` is of 20 patients, its study has 18 at the most
```

## Passes

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  enrolled: 24 enrolled, 20 treated
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

## Fix

Correct the total or the number enrolled, or give the row the measure of what it counts.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Measure, Study
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_OF_PATIENTS = frozenset({Measure.PROPORTION, Measure.SURVIVAL, Measure.CUMULATIVE_INCIDENCE})
_NUMBER = re.compile(r"(?<![\w.,–-])[0-9]{1,3}(?:,[0-9]{3})+(?![\w–-])|(?<![\w.,–-])[0-9]+(?![\w–-])")
_HINT = "Correct the total or the number enrolled, or give the row the measure of what it counts."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each row of more patients than its study has, as far as a number is known."""
    if review.evidence is None:
        return
    most = {study.id: size for study in review.evidence.studies if (size := _most(study))}
    for row in review.evidence.results:
        size = most.get(row.study, 0)
        if row.measure in _OF_PATIENTS and size and row.total is not None and row.total > size:
            message = f"row `{row.id}` is of {row.total} patients, its study has {size} at the most"
            yield RULE.diagnostic(row.cells.get("total", row.location), message, _HINT, row.id)


def _most(study: Study) -> int:
    """The greatest number in the words about who was enrolled; nothing where there is none."""
    return max((int(number.replace(",", "")) for number in _NUMBER.findall(study.enrolled)), default=0)


RULE = Rule(
    code="EVI025",
    name="more-than-enrolled",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
