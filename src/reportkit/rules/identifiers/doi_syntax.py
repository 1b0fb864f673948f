"""A DOI that is none by its form.

## Why it matters

The link in the reference list leads nowhere.

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
  doi     = {10.100/bones.12},
}
```

```text
references.bib:6:14: IDN001 `10.100/bones.12` is no DOI
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
}
```

## Fix

Copy the DOI from the paper. It begins with `10.`, four to nine digits and a slash. Where there is no DOI,
leave the field out.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.dois import bare_doi
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.rule import Data, Rule

# The second form is a short DOI of shortdoi.org, which resolves like any other.
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+|10/[a-z0-9]{3,}", re.IGNORECASE)


def check(review: Review) -> Iterator[Diagnostic]:
    """DOI fields whose value, without address or label, has another form; odd old suffixes pass."""
    for written in written_fields(review.bibliography, "doi"):
        value = written.field.value
        if not _DOI.fullmatch(bare_doi(value)):
            hint = "Copy it from the paper: `10.`, four to nine digits, a slash and more, without spaces."
            place = written.field.value_location
            yield RULE.diagnostic(place, f"`{value}` is no DOI", hint, written.reference.key)


RULE = Rule(
    code="IDN001",
    name="doi-syntax",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
