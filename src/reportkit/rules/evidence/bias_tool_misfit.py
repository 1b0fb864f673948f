"""A tool for the risk of bias that does not fit the design of the study.

## Why it matters

Each tool asks about one way to make a study. RoB 2 asks how patients were randomised, ROBINS-I how two groups
that were not randomised came to differ, and neither question has an answer in a study without a second
group: for that there are the checklists of JBI. A judgement by the wrong tool says nothing.

## Flagged

```markdown chapters/10-results.md
# Results

After six weeks [50%]{ev=bones.walk} could walk again [@nguyen2021].
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
  design_type: single-arm
  comparator: none
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walk,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```yaml evidence/risk-of-bias.yaml
assessments:
- {study: bones, tool: RoB 2, overall: low, judged_by: machine}
```

```text
evidence/risk-of-bias.yaml:2:3: EVI018 RoB 2 is for randomised trials, and `bones` is none
```

## Passes

```yaml evidence/risk-of-bias.yaml
assessments:
- {study: bones, tool: JBI, overall: moderate, judged_by: machine}
```

## Known false positives

A comparison that is not randomised within a randomised trial. Declare it as a study of its own.

## Fix

Use RoB 2 for randomised trials, ROBINS-I for comparisons that are not randomised, and a checklist of JBI for
trials with one arm, series and single cases.
"""

from collections.abc import Iterator

from reportkit.measures.near import did_you_mean
from reportkit.model.bias import BiasAssessment
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Study
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_HINT = "RoB 2 is for randomised trials, ROBINS-I for other comparisons, JBI for one arm, series and cases."


def check(review: Review) -> Iterator[Diagnostic]:
    """Assessments by a tool of another design, or of a study that is not there."""
    evidence = review.evidence or Evidence()
    for one in evidence.bias:
        study = evidence.studies_by_id.get(one.study)
        if study is None:
            hint = did_you_mean(one.study, evidence.studies_by_id) or "Correct the id."
            message = f"there is no study `{one.study}` to be assessed"
            yield RULE.diagnostic(one.location, message, hint, one.study)
        elif misfit := _misfit(one, study):
            yield RULE.diagnostic(one.location, misfit, _HINT, one.study)


def _misfit(one: BiasAssessment, study: Study) -> str:
    match one.tool:
        case "RoB 2" if not study.randomised:
            return f"RoB 2 is for randomised trials, and `{study.id}` is none"
        case "ROBINS-I" | "JBI" if study.randomised:
            return f"{one.tool} is for studies without randomisation, and `{study.id}` is randomised"
        case "ROBINS-I" if not _has_comparator(study):
            return f"ROBINS-I is for comparisons, and `{study.id}` compares nothing"
    return ""


def _has_comparator(study: Study) -> bool:
    comparator = study.comparator.strip().lower()
    return bool(comparator) and not comparator.startswith(("none", "not stated"))


RULE = Rule(
    code="EVI018",
    name="bias-tool-misfit",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
