"""A PubMed number that is none by its form.

## Why it matters

The link leads to another paper, or nowhere.

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
  pmid    = {PMC7654321},
}
```

```text
references.bib:6:14: IDN011 `PMC7654321` is no PubMed number: it is a PMC number
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  pmid    = {31234567},
  pmcid   = {PMC7654321},
}
```

## Fix

Copy the number from PubMed. Where a PMC number stands in the wrong field, the fix renames the field.
"""

import re
from collections.abc import Iterator

from reportkit.model.bibliography import Reference
from reportkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.reading.registrations import in_prose
from reportkit.rules.rule import Data, Rule

_PMID = re.compile(r"[1-9]\d{0,7}")
_PMCID = re.compile(r"PMC[1-9]\d*", re.IGNORECASE)
_IN_PROSE = re.compile(r"\bPMID(?:: ?|\s)(?P<number>PMC\d+|\d+)\b")
_HINT = "Copy it from PubMed."


def check(review: Review) -> Iterator[Diagnostic]:
    """Fields named `pmid`, and what stands behind `PMID` in prose."""
    for registration in in_prose(review, _IN_PROSE):
        if not _PMID.fullmatch(registration.number):
            message = f"{registration.words} is no PubMed number: {_reason(registration.number)}"
            yield RULE.diagnostic(registration.location, message, _HINT)
    for written in written_fields(review.bibliography, "pmid"):
        field, reference = written.field, written.reference
        if not _PMID.fullmatch(field.value):
            fix = _renamed(reference, written) if _PMCID.fullmatch(field.value) else None
            message = f"`{field.value}` is no PubMed number: {_reason(field.value)}"
            yield RULE.diagnostic(field.value_location, message, _HINT, reference.key, fix)


def _reason(number: str) -> str:
    return (
        "it is a PMC number" if _PMCID.fullmatch(number) else "it is not 1 to 8 digits without leading zero"
    )


def _renamed(reference: Reference, written: WrittenField) -> Fix | None:
    """The field under its right name, unless the entry has that field already."""
    return None if reference.field("pmcid") else written.renamed("pmcid")


RULE = Rule(
    code="IDN011",
    name="pmid",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
