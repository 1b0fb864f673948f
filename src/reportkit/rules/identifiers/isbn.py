"""An ISBN whose form or check digit is wrong.

## Why it matters

A mistyped digit names another book, or none.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@book{nguyen2021,
  author    = {Nguyen, An},
  title     = {Walking after casts},
  publisher = {Bone House},
  year      = {2021},
  isbn      = {978-0-306-40615-8},
}
```

```text
references.bib:6:16: IDN007 `978-0-306-40615-8` is no ISBN: its check digit does not fit
```

## Passes

```bibtex references.bib
@book{nguyen2021,
  author    = {Nguyen, An},
  title     = {Walking after casts},
  publisher = {Bone House},
  year      = {2021},
  isbn      = {978-0-306-40615-7 (hardback), 0-306-40615-2},
}
```

## Fix

Copy the number from the book. The last digit is computed from the others, so one of them is wrong.
"""

import re
from collections.abc import Iterator

from stdnum import isbn, issn

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.dois import values
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.rule import Data, Rule

_QUALIFIER = re.compile(r"\([^)]*\)|\bISBN[- ]?1[03](?!\d):?\s*|\b[A-Za-z-]{2,}:?\s*")
_FORM = re.compile(r"\d{9}[\dX]|\d{13}")
_LENGTHS = (10, 13)
_ISSN_LENGTH = 8


def check(review: Review) -> Iterator[Diagnostic]:
    """Each value of the field, without qualifiers such as `(hardback)`; an ISSN is another rule's matter."""
    for written in written_fields(review.bibliography, "isbn"):
        for value, span in values(written):
            for number in _numbers(_QUALIFIER.sub(" ", value)):
                if not isbn.is_valid(number) and not all(map(_is_issn, number.split())):
                    message = f"`{number}` is no ISBN: {_reason(isbn.compact(number))}"
                    hint = "Copy the number from the book."
                    yield RULE.diagnostic(written.place(span), message, hint, written.reference.key)


def _numbers(value: str) -> list[str]:
    """The numbers of a value that separates several by spaces only; one may itself be written with spaces."""
    parts = value.split()
    several = all(len(isbn.compact(part)) in _LENGTHS for part in parts)
    return parts if several else [" ".join(parts)]


def _is_issn(number: str) -> bool:
    return len(issn.compact(number)) == _ISSN_LENGTH and issn.is_valid(number)


def _reason(number: str) -> str:
    if _FORM.fullmatch(number):
        return "its check digit does not fit"
    if len(number) in _LENGTHS:
        return "it has other signs than digits"
    return f"it has {len(number)} characters, not 10 or 13"


RULE = Rule(
    code="IDN007",
    name="isbn",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
