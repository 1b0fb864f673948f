"""A key whose year is not the year of the work.

## Why it matters

Authors cite by what the key says: `nguyen2020` for a paper of 2021 is a slip in one of the two, or the entry
of another paper.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2020].
```

```bibtex references.bib
@article{nguyen2020,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:1:10: BIB020 the key `nguyen2020` says 2020, the entry 2021
```

## Passes

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

## Known false positives

A number in a key that means no year, and works that were cited before they were printed: their keys keep the
year in which they went online.

## Fix

Correct the year, or rename the entry, here and where it is cited.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.years import year_of
from reportkit.rules.rule import Data, Risk, Rule

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]\d\d|20\d\d)(?!\d)")
_NO_YEAR = re.compile(r"10\.\d|/|\d[-.:]\d|^\d+$")  # a DOI, an address, a running number


def check(review: Review) -> Iterator[Diagnostic]:
    """Keys with one number that could be a year, unless they are identifiers themselves."""
    for reference in review.bibliography.references:
        said = _YEAR.findall(reference.key)
        year = year_of(reference) if len(said) == 1 else None
        if year and year != int(said[0]) and not _NO_YEAR.search(reference.key):
            message = f"the key `{reference.key}` says {said[0]}, the entry {year}"
            hint = "Correct the year, or rename the entry, here and where it is cited."
            yield RULE.diagnostic(reference.key_location, message, hint, reference.key)


RULE = Rule(
    code="BIB020",
    name="key-year-mismatch",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    risk=Risk.MEDIUM,
)
