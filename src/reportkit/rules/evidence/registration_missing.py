"""A trial without a number of a register, and without a reason.

## Why it matters

The number is what tells two reports of one trial from two trials. Where a study has none, readers should
learn that it was looked for.

The rule looks at studies with a `design_type` and a report of their own.

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
  design_type: single-arm
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,measure
```

```text
evidence/studies.yaml:2:3: EVI022 study `bones` has no registration and no reason for it
```

## Passes

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  design_type: single-arm
  no_registration: retrospective, none was found
  reports: [{reference: nguyen2021, role: primary}]
```

## Fix

Write the numbers under `registrations`, or under `no_registration` why there is none.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_HINT = "Write the numbers under `registrations`, or under `no_registration` why there is none."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each study that says neither."""
    for study in review.evidence.studies if review.evidence else ():
        if study.design_type and not (study.registrations or study.no_registration):
            message = f"study `{study.id}` has no registration and no reason for it"
            yield RULE.diagnostic(study.location, message, _HINT, study.id)


RULE = Rule(
    code="EVI022",
    name="registration-missing",
    severity=Severity.WARNING,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
