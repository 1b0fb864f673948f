"""A year that is far from the year within the DOI.

## Why it matters

Many publishers write the year into the DOI. Where it differs from the year of the entry by more than the
time between acceptance and print, the year is wrong, or the DOI is that of another work.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2013].
```

```bibtex references.bib
@article{nguyen2013,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2013},
  doi     = {10.1000/j.bones.2017.03.012},
}
```

```text
references.bib:5:14: BIB021 the year of `nguyen2013` is 2013, its DOI is of 2017
```

## Passes

Papers go online before the issue that they are printed in.

```bibtex references.bib
@article{nguyen2013,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2013},
  doi     = {10.1000/j.bones.2012.11.012},
}
```

## Known false positives

Old volumes that a publisher gave new DOIs later, and numbers between points that mean no year. The numbers
of journals (ISSN) that look like years are left out.

## Fix

Look the work up under its DOI, and correct what is wrong.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.dois import bare_doi
from reportkit.rules.reading.years import year_of
from reportkit.rules.rule import Data, Risk, Rule

# Between two signs and no half of an ISSN, or before the running number of the journal.
_YEAR = re.compile(r"(?<=[./_-])(?<!\d{4}-)(?:19[5-9]\d|20[0-4]\d)(?=[./_-](?!\d{3}[\dXx](?!\d))|\d{6}$)")
_SHORT_YEAR = re.compile(r"10\.\d+/s?\d{5}-0(\d\d)-\d{4}-[\dx]$", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d{4}(?!\d)")
# A paper may be printed two years after the year in its DOI, in which it was accepted, and one before.
_PRINTED = range(-1, 3)


def check(review: Review) -> Iterator[Diagnostic]:
    """Entries whose year is near no number in their DOI, although one of these must be a year."""
    for reference in review.bibliography.references:
        doi, year = bare_doi(reference.text("doi")), year_of(reference)
        said = _year_in(doi) if doi and year else None
        if (
            year
            and said
            and not any(year - int(number) in _PRINTED for number in (said, *_NUMBER.findall(doi)))
        ):
            message = f"the year of `{reference.key}` is {year}, its DOI is of {said}"
            hint = "Look the work up under its DOI: one of the two is wrong."
            field = reference.field("date") or reference.field("year")
            place = field.value_location if field else reference.key_location
            yield RULE.diagnostic(place, message, hint, reference.key)


def _year_in(doi: str) -> int | None:
    if "arxiv" in doi.lower():
        return None  # its digits are year and month in two each, and a paper's number
    if short := _SHORT_YEAR.match(doi):
        return 2000 + int(short[1])
    found = _YEAR.search(doi)
    return int(found[0]) if found else None


RULE = Rule(
    code="BIB021",
    name="year-doi-mismatch",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    risk=Risk.MEDIUM,
)
