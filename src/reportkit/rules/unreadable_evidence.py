"""A file of the evidence database that cannot be read at all.

## Why it matters

Nothing in it can be checked, and no table can be built from it.

## Flagged

???

```text
???
```

## Passes

???

## Fix

Mend the file at the place that is named; in YAML most often an indent, a colon or a quotation mark.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """What the evidence reader could not read."""
    return RULE.from_faults(review)


RULE = Rule(
    code="RKT009",
    name="unreadable-evidence",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
