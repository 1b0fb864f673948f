"""Two sizes for one group of patients.

## Why it matters

The same arm at the same time has one number of patients. Where two rows give two, they speak of different
sets, such as all enrolled and those treated, and a reader has to be told which is which; or one is wrong.

The rule compares the totals of rows of one study, cohort, arm, population, analysis set and time point.

## Flagged

```markdown chapters/10-results.md
# Results

Many of the children could walk again [@nguyen2021].
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
bones.running,bones,all,running,proportion,11,22,50,%,nguyen2021,bones.example,Table 2,could run again
```

```text
evidence/results.csv:3:50: NUM015 22 patients in row `bones.running`, 20 in row `bones.walking`
```

## Passes

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,analysis_set,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,treated,nguyen2021,bones.example,Table 2,walked
bones.running,bones,all,running,proportion,11,22,50,%,enrolled,nguyen2021,bones.example,Table 2,ran
```

## Known false positives

Outcomes for which some patients could not be judged. Name them in `analysis_set`, `evaluable for pain`.

## Fix

Name the set of patients in `analysis_set`, or correct the total from the source.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Measure, Result
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Risk, Rule

_OF_PATIENTS = frozenset({Measure.PROPORTION, Measure.SURVIVAL, Measure.CUMULATIVE_INCIDENCE})
_HINT = "It is the same group: name the set of patients in `analysis_set`, or correct the total."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each row whose total is not that of the first row of its group."""
    first: dict[tuple[str, ...], Result] = {}
    for result in review.evidence.results if review.evidence else ():
        if result.measure in _OF_PATIENTS and result.total is not None and not result.printed_inconsistent:
            other = first.setdefault(_group(result), result)
            if other.total != result.total:
                place = result.cells.get("total", result.location)
                message = f"{result.total} patients in row `{result.id}`, {other.total} in row `{other.id}`"
                yield RULE.diagnostic(place, message, _HINT, result.id)


def _group(result: Result) -> tuple[str, ...]:
    who = (result.study, result.cohort, result.arm, result.population)
    return (*who, result.analysis_set, result.timepoint)


RULE = Rule(
    code="NUM015",
    name="inconsistent-N",
    severity=Severity.WARNING,
    needs=frozenset({Data.EVIDENCE}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
