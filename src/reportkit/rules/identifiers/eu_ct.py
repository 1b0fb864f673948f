"""An EU CT number, of the register that followed EudraCT, that is none by its form.

## Why it matters

The register does not find it, and nobody can compare the report with what was planned.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again (EU CT number 2023-50123-22) [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
chapters/10-results.md:3:53: IDN015 `2023-50123-22` is no EU CT number
```

## Passes

The last two digits, which count the submissions, may be left out.

```markdown chapters/10-results.md
# Results

Half of the children could walk again (EU CT number 2023-501234-22-00) [@nguyen2021].
```

## Fix

Copy the number from the register: the year, six digits, two digits and two more, with hyphens between them.
Only the form is looked at.
"""

import re
from collections.abc import Iterator
from itertools import chain

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.registrations import in_prose, in_studies
from reportkit.rules.rule import Data, Risk, Rule

_HYPHEN = "[-\u2010-\u2015]"
_LABEL = r"\b(?:EU[\s-]?CT|CTIS)(?:[\s-]*(?:numbers?|no\.?|nr\.?|#))?[\s:(]{0,3}"
_LABELLED = re.compile(rf"{_LABEL}(?P<number>\d+(?:{_HYPHEN}\d+)+)", re.IGNORECASE)
_FORM = re.compile(rf"20\d\d{_HYPHEN}\d{{6}}{_HYPHEN}\d\d(?:{_HYPHEN}\d\d)?")


def check(review: Review) -> Iterator[Diagnostic]:
    """Numbers behind the register's name, in prose and among the registrations of studies."""
    for registration in chain(in_prose(review, _LABELLED), in_studies(review, _LABELLED)):
        if not _FORM.fullmatch(registration.number):
            message = f"{registration.words} is no EU CT number"
            hint = "It has the form 2023-501234-22-00: copy it from the register."
            yield RULE.diagnostic(registration.location, message, hint, registration.subject)


RULE = Rule(
    code="IDN015",
    name="eu-ct",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
