"""An ISBN in the form of ten digits, which was given up in 2007.

## Why it matters

Catalogues know a book by thirteen digits, and two entries for one book look like two books.

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
  isbn      = {0-306-40615-2},
}
```

```text
references.bib:6:16: IDN009 `0-306-40615-2` is an ISBN of ten digits: `978-0-306-40615-7` is the same book
```

## Passes

```bibtex references.bib
@book{nguyen2021,
  author    = {Nguyen, An},
  title     = {Walking after casts},
  publisher = {Bone House},
  year      = {2021},
  isbn      = {978-0-306-40615-7},
}
```

## Fix

The fix writes the form of thirteen digits, with its own check digit. A number whose check digit is wrong
stays for you to correct.
"""

import re
from collections.abc import Iterator

from stdnum import isbn

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.rule import Data, Rule

_TEN = re.compile(r"(?<![\dXx-])\d(?:[- ]?\d){8}[- ]?[\dXx](?![\dXx-])")


def check(review: Review) -> Iterator[Diagnostic]:
    """Each number of ten digits with a right check digit, unless the longer form stands beside it."""
    for written in written_fields(review.bibliography, "isbn", holding=_TEN):
        for found in _TEN.finditer(written.text):
            if isbn.is_valid(found[0]) and (wanted := str(isbn.to_isbn13(found[0]))) not in written.text:
                message = f"`{found[0]}` is an ISBN of ten digits: `{wanted}` is the same book"
                span, key = Span(*found.span()), written.reference.key
                fix = written.mended(span, wanted, f"write `{wanted}`")
                yield RULE.diagnostic(written.place(span), message, "Write thirteen digits.", key, fix)


RULE = Rule(
    code="IDN009",
    name="isbn10",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
