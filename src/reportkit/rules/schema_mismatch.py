"""A table of evidence whose columns are not the declared ones.

## Why it matters

A missing, extra or repeated column shifts or hides values, and rows would be read wrongly.

## Flagged

???

```text
???
```

## Passes

???

## Fix

Use exactly the column names of the schema that lies beside the file.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """What the evidence reader could not read."""
    return RULE.from_faults(review)


RULE = Rule(
    code="TAB001",
    name="schema-mismatch",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
