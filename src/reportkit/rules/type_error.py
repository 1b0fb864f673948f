"""A cell of the evidence that is not of the declared type.

## Why it matters

A number with a note in the same cell cannot be compared or printed. The paper's wording belongs into the
column for notes.

## Flagged

???

```text
???
```

## Passes

???

## Fix

Write the number alone, with a decimal point, and move what else stood there to `note`.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """What the evidence reader could not read."""
    return RULE.from_faults(review)


RULE = Rule(
    code="TAB002",
    name="type-error",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
