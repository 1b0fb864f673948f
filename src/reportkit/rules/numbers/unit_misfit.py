"""A row whose unit does not fit what it measures.

## Why it matters

A ratio in percent, or a survival rate in months, is a column that slipped: the number is printed, and it
says something else.

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
bones.walking,bones,all,walking,proportion,10,20,50,months,nguyen2021,bones.example,Table 2,could walk again
```

```text
evidence/results.csv:2:56: NUM027 row `bones.walking` is a proportion in months
```

## Passes

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

## Fix

Correct the unit, or the measure.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Measure
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_PERCENT, _RATIO = frozenset({"%"}), frozenset({"ratio"})
_TIMES = frozenset({"days", "weeks", "months", "years", "cycles"})
_FITTING = {
    Measure.PROPORTION: _PERCENT,
    Measure.SURVIVAL: _PERCENT,
    Measure.CUMULATIVE_INCIDENCE: _PERCENT,
    Measure.PERCENT_RANGE: _PERCENT,
    Measure.RISK_DIFFERENCE: _PERCENT,
    Measure.HAZARD_RATIO: _RATIO,
    Measure.ODDS_RATIO: _RATIO,
    Measure.MEDIAN_TIME: _TIMES,
    Measure.RMST_DIFFERENCE: _TIMES,
}
_HINT = "Correct the unit, or the measure."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each row with a unit that its measure never has."""
    for row in review.evidence.results if review.evidence else ():
        if row.unit and row.unit not in _FITTING.get(row.measure, {row.unit}):
            said = row.measure.replace("_", " ")
            article = "an" if said.startswith("o") else "a"
            message = f"row `{row.id}` is {article} {said} in {row.unit}"
            yield RULE.diagnostic(row.cells.get("unit", row.location), message, _HINT, row.id)


RULE = Rule(
    code="NUM027",
    name="unit-misfit",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
