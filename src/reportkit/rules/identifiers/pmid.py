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
from dataclasses import replace

from reportkit.model.bibliography import Field, Reference
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.rule import Data, Rule

_PMID = re.compile(r"[1-9]\d{0,7}")
_PMCID = re.compile(r"PMC[1-9]\d*", re.IGNORECASE)


def check(review: Review) -> Iterator[Diagnostic]:
    """Fields named `pmid`."""
    for written in written_fields(review.bibliography, "pmid"):
        field, reference = written.field, written.reference
        if not _PMID.fullmatch(field.value):
            swapped = bool(_PMCID.fullmatch(field.value))
            reason = "it is a PMC number" if swapped else "it is not 1 to 8 digits"
            hint = (
                "Rename the field to `pmcid`." if swapped else "Copy it from PubMed, without a leading zero."
            )
            fix = _renamed(reference, field) if swapped else None
            message = f"`{field.value}` is no PubMed number: {reason}"
            yield RULE.diagnostic(field.value_location, message, hint, reference.key, fix)


def _renamed(reference: Reference, field: Field) -> Fix | None:
    """The field under its right name, unless the entry has that field already."""
    if reference.field("pmcid"):
        return None
    start = field.location.start
    end = replace(start, column=start.column + len(field.name))
    edit = Edit(Location(field.location.filename, start, end), "pmcid")
    return Fix(Applicability.SAFE, "rename the field to `pmcid`", (edit,))


RULE = Rule(
    code="IDN011",
    name="pmid",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
