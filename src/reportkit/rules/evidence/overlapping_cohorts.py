"""Two studies with one registration number.

## Why it matters

They count the same patients. Set side by side they look like two trials that agree, and added up they count
everyone twice.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2019].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{rossi2019,
  author  = {Rossi, Bea},
  title   = {Casts for children},
  journal = {Journal of Small Bones},
  year    = {2019},
}
```

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  registrations: [NCT01234567]
  reports: [{reference: nguyen2021, role: primary}]
- id: casts
  name: CASTS
  registrations: [NCT01234567]
  reports: [{reference: rossi2019, role: primary}]
```

```csv evidence/results.csv
id,study,measure
```

```text
evidence/studies.yaml:6:3: EVI006 study `casts` has the registration NCT01234567 of study `bones`
```

## Passes

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  registrations: [NCT01234567]
  reports: [{reference: nguyen2021, role: primary}, {reference: rossi2019, role: interim}]
```

## Known false positives

Trials under one master protocol that share no patients. Give each its own number, and the number of the
protocol in `note`.

## Fix

Make one study of them, with several reports, arms or cohorts.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Study
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Risk, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Each study that shares a registration with one before it."""
    first: dict[str, Study] = {}
    for study in review.evidence.studies if review.evidence else ():
        numbers = {_folded(registration): registration for registration in study.registrations}
        shared = [folded for folded in numbers if first.setdefault(folded, study) is not study]
        for folded in shared[:1]:
            other = first[folded].id
            message = f"study `{study.id}` has the registration {numbers[folded]} of study `{other}`"
            hint = "Make one study of them, with several reports, arms or cohorts."
            yield RULE.diagnostic(study.location, message, hint, study.id)


def _folded(registration: str) -> str:
    return re.sub(r"[\s:]", "", registration).upper()


RULE = Rule(
    code="EVI006",
    name="overlapping-cohorts",
    severity=Severity.WARNING,
    needs=frozenset({Data.EVIDENCE}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
