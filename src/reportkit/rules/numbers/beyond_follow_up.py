"""A rate of survival at a time that most patients have not reached.

## Why it matters

Behind the median follow-up more than half of the patients are no longer observed. The curve goes on, on the
shoulders of a few.

The rule compares the time of a row with the `follow_up` of the report that it rests on.

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
  reports: [{reference: nguyen2021, role: primary, follow_up: 14.5 months}]
```

```csv evidence/results.csv
id,study,cohort,outcome,timepoint,measure,estimate,unit,source,seen_at,locator,words
bones.alive,bones,all,survival,2 years,survival,50,%,nguyen2021,bones.example,Table 2,were alive
```

```text
evidence/results.csv:2:34: NUM029 row `bones.alive` is at 2 years, the follow-up of its report is 14.5 months
```

## Passes

```csv evidence/results.csv
id,study,cohort,outcome,timepoint,measure,estimate,unit,source,seen_at,locator,words,note
bones.alive,bones,all,survival,2 years,survival,50,%,nguyen2021,b.example,p. 2,alive,beyond the follow-up
```

## Fix

Say so in `note` (`beyond the median follow-up`) and beside the number, or give a rate at an earlier time.
"""

from collections.abc import Iterator

from reportkit.measures.durations import months_in
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Measure
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_OVER_TIME = frozenset({Measure.SURVIVAL, Measure.CUMULATIVE_INCIDENCE})
_HINT = "Say so in `note` (`beyond the median follow-up`), or give a rate at an earlier time."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each such row whose note does not speak of the follow-up."""
    evidence = review.evidence or Evidence()
    follow_up = {(s.id, r.reference): r.follow_up for s in evidence.studies for r in s.reports}
    for row in evidence.results:
        known = follow_up.get((row.study, row.source), "")
        median, time = months_in(known), months_in(row.timepoint)
        late = median is not None and time is not None and time > median
        if late and row.measure in _OVER_TIME and "beyond" not in row.note:
            at = f"row `{row.id}` is at {row.timepoint}"
            message = f"{at}, the follow-up of its report is {known}"
            yield RULE.diagnostic(row.cells.get("timepoint", row.location), message, _HINT, row.id)


RULE = Rule(
    code="NUM029",
    name="beyond-follow-up",
    severity=Severity.WARNING,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
