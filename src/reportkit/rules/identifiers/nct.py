"""A number of ClinicalTrials.gov that is none by its form.

## Why it matters

The register does not find it, and two spellings of one trial look like two trials.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again (NCT 01234567) [@nguyen2021].
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
chapters/10-results.md:3:40: IDN013 `NCT 01234567` is no number of ClinicalTrials.gov
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again (NCT01234567) [@nguyen2021].
```

## Fix

Write `NCT` and eight digits, without a space. Where all eight digits are there, the fix does that; where one
is missing, `reportkit fix --unsafe-fixes` puts the zero in front that all these numbers begin with.
"""

import re
from collections.abc import Iterator
from itertools import chain

from reportkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.registrations import Registration, in_bibliography, in_prose, in_studies
from reportkit.rules.rule import Data, Rule

_NEARLY = re.compile(r"(?<![\w/])(?P<number>NCT[\s#:-]{0,2}\d{5,})\b", re.IGNORECASE)
_NCT = re.compile(r"NCT\d{8}")
_DIGITS = 8


def check(review: Review) -> Iterator[Diagnostic]:
    """The prose of the chapters, the bibliography, and the registrations of studies."""
    places = (in_prose(review, _NEARLY), in_bibliography(review, _NEARLY), in_studies(review, _NEARLY))
    for registration in chain(*places):
        if not _NCT.fullmatch(registration.number):
            message = f"{registration.words} is no number of ClinicalTrials.gov"
            hint = "Write `NCT` and eight digits, as the register does."
            place, subject = registration.location, registration.subject
            yield RULE.diagnostic(place, message, hint, subject, _mended(registration))


def _mended(registration: Registration) -> Fix | None:
    """All eight digits after `NCT`, and the zero that is lost where there are seven."""
    digits = "".join(char for char in registration.number if char.isdecimal())
    if len(digits) == _DIGITS:
        return registration.mended(f"NCT{digits}")
    if len(digits) == _DIGITS - 1 and not digits.startswith("0"):
        return registration.mended(f"NCT0{digits}", Applicability.UNSAFE)
    return None


RULE = Rule(
    code="IDN013",
    name="nct",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
