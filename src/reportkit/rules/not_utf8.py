"""A file of the review that is not UTF-8 text.

## Why it matters

Letters beyond ASCII would be printed wrongly or not at all, and columns could not be counted.

## Fix

Save the file as UTF-8; every editor offers that under "Encoding".
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """What the file reader could not read."""
    return RULE.from_faults(review)


RULE = Rule(
    code="RKT007",
    name="not-utf8",
    severity=Severity.ERROR,
    needs=frozenset(),
    check=check,
    documentation=__doc__,
)
