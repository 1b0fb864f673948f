"""A study behind a rating whose risk of bias nobody assessed.

## Why it matters

How sure one can be of a result begins with how well its studies were made. The rule speaks where a review
has assessments at all, in `evidence/risk-of-bias.yaml`.

## Flagged

```markdown chapters/10-results.md
# Results

Pain was less, [HR 0.39]{ev=bones.pain} [@nguyen2021].
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
  randomised: true
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
- {id: stones, name: STONES, randomised: true}
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,estimate,unit,source,seen_at,locator,words
bones.pain,bones,all,pain,hazard_ratio,0.39,ratio,nguyen2021,bones.example,Table 2,pain was less
```

```yaml evidence/certainty.yaml
certainty:
- id: pain
  comparison: splint against cast
  outcome: pain
  relative: bones.pain
  randomised: true
  statement: A firm splint reduces pain.
  judged_by: machine
```

```yaml evidence/risk-of-bias.yaml
assessments:
- {study: stones, tool: RoB 2, overall: low, judged_by: machine}
```

```text
evidence/certainty.yaml:2:3: EVI012 `pain` rests on `bones`, whose risk of bias was not assessed
```

## Passes

```yaml evidence/risk-of-bias.yaml
assessments:
- {study: bones, tool: RoB 2, overall: low, judged_by: machine}
```

## Fix

Assess the study with the tool that fits its design: RoB 2 for randomised trials, ROBINS-I for comparisons
that are not randomised, a JBI checklist for series and cases.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Each study of each rating that no assessment names."""
    evidence = review.evidence or Evidence()
    assessed = {assessment.study for assessment in evidence.bias if not assessment.is_empty}
    for rated in evidence.certainty if assessed else ():
        rows = (evidence.results_by_id.get(row) for row in rated.rows)
        for study in dict.fromkeys(row.study for row in rows if row):
            if study not in assessed:
                message = f"`{rated.id}` rests on `{study}`, whose risk of bias was not assessed"
                hint = "Assess it in `risk-of-bias.yaml`, with the tool that fits its design."
                yield RULE.diagnostic(rated.location, message, hint, rated.id)


RULE = Rule(
    code="EVI012",
    name="risk-of-bias-missing",
    severity=Severity.WARNING,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
