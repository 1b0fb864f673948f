"""`et al.` written into a list of names.

## Why it matters

It becomes a person named "al". How many names are printed is the style's business.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An and Rossi, Bea, et al.},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:2:41: BIB011 in the author of `nguyen2021`, `et al.` is taken for a name
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An and Rossi, Bea and others},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Fix

The fix writes `and others`. Better: add the names.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.reading.names import NAME_FIELDS
from reportkit.rules.rule import Data, Rule

_ET_AL = re.compile(r"(?:\s+and|,)?\s+\{?(?P<words>et\.?\s+al\b\.?)\}?\.?", re.IGNORECASE)


def check(review: Review) -> Iterator[Diagnostic]:
    """The words in the middle or at the end of a list of names."""
    for field in written_fields(review.bibliography, *NAME_FIELDS):
        for found in _ET_AL.finditer(field.text):
            key = field.reference.key
            place = field.place(Span(*found.span("words")))
            fix = field.mended(Span(*found.span()), " and others", "write `and others`")
            message = f"in the {field.field.name} of `{key}`, `{found['words']}` is taken for a name"
            hint = "Write `and others`, or add the missing names."
            yield RULE.diagnostic(place, message, hint, key, fix)


RULE = Rule(
    code="BIB011",
    name="et-al-in-authors",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
