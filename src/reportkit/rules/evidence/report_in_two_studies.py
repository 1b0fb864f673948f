"""A report of results that two studies claim as theirs.

## Why it matters

A study family is everything that counts the same patients. If one report belongs to two families, its
patients are counted twice, or one of the families is not what it seems.

Reviews, registry records, labels, news and lay pages may speak of several studies, and so may reports with
the role `pooled`.

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
  reports: [{reference: nguyen2021, role: primary}]
- id: casts
  name: CASTS
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,measure
```

```text
evidence/studies.yaml:5:3: EVI021 study `casts` has the report `nguyen2021` of study `bones`
```

## Passes

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  reports: [{reference: nguyen2021, role: primary}]
- id: casts
  name: CASTS
  reports: [{reference: nguyen2021, role: review}]
```

## Fix

Make one study of them, or give the report the role that it plays for the other one: `review`, `pooled`.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_OWN = frozenset({"primary", "interim", "update", "final", "subgroup", "abstract"})
_HINT = "Make one study of them, or give the report the role that it plays for the other one."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each study with a report of its own that an earlier study has as its own, too."""
    first: dict[str, str] = {}
    for study in review.evidence.studies if review.evidence else ():
        for report in study.reports if not study.context else ():
            if report.role in _OWN and (other := first.setdefault(report.reference, study.id)) != study.id:
                message = f"study `{study.id}` has the report `{report.reference}` of study `{other}`"
                yield RULE.diagnostic(study.location, message, _HINT, study.id)


RULE = Rule(
    code="EVI021",
    name="report-in-two-studies",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
