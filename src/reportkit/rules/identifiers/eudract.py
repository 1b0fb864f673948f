"""A EudraCT number that is none by its form.

## Why it matters

The EU Clinical Trials Register does not find it, and nobody can compare the report with what was planned.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again (EudraCT number 2010-23456-10) [@nguyen2021].
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
chapters/10-results.md:3:55: IDN014 `2010-23456-10` is no EudraCT number
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again (EudraCT number 2010-023456-10) [@nguyen2021].
```

## Fix

Copy the number from the register: the year, six digits and two digits, with hyphens between them. The last
two are check digits by a rule that was never published, so only the form is looked at.
"""

import re
from collections.abc import Iterator
from itertools import chain

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.registrations import in_prose, in_studies
from reportkit.rules.rule import Data, Rule

_HYPHEN = "[-\u2010-\u2015]"
_NUMBER = rf"(?P<number>\d+(?:{_HYPHEN}\d+)+|\d{{8,}})"
_LABEL = r"\bEudra\s?CT(?:[\s-]*(?:numbers?|no\.?|nr\.?|#))?[\s:(]{0,3}"
_LABELLED = re.compile(_LABEL + _NUMBER, re.IGNORECASE)
# Among the registrations of a study, the form says what is meant.
_ALONE = re.compile(rf"^\s*(?:{_LABEL})?{_NUMBER}\s*$", re.IGNORECASE)
# A number of the newer register, which has two more digits, is often called by the older name.
_FORM = re.compile(rf"(?:19|20)\d\d{_HYPHEN}\d{{6}}{_HYPHEN}\d\d(?:{_HYPHEN}\d\d)?")


def check(review: Review) -> Iterator[Diagnostic]:
    """Numbers behind the register's name in prose, and such numbers among the registrations of studies."""
    for registration in chain(in_prose(review, _LABELLED), in_studies(review, _ALONE)):
        if not _FORM.fullmatch(registration.number):
            message = f"{registration.words} is no EudraCT number"
            hint = "It has the form 2010-023456-10: copy it from the register."
            yield RULE.diagnostic(registration.location, message, hint, registration.subject)


RULE = Rule(
    code="IDN014",
    name="eudract",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
