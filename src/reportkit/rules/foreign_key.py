"""A row of the evidence that belongs to a study or arm that is not declared.

## Why it matters

Its patients belong to nobody: they could be counted twice or not at all.

## Flagged

???

```text
???
```

## Passes

???

## Fix

Correct the id, or declare the study or arm in `studies.yaml`.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """What the evidence reader could not read."""
    return RULE.from_faults(review)


RULE = Rule(
    code="TAB016",
    name="foreign-key",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
