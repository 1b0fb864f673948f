"""A cell of the evidence that its column does not allow.

## Why it matters

Such a row cannot be true: a required value is missing, an id is used twice, more patients had the event
than were there, or a word is not on the list.

## Flagged

???

```text
???
```

## Passes

???

## Fix

Correct the cell from the source that the row names.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """What the evidence reader could not read."""
    return RULE.from_faults(review)


RULE = Rule(
    code="TAB003",
    name="constraint-error",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
