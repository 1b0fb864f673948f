"""A file of the review that is not UTF-8 text.

## Why it matters

Letters beyond ASCII would be printed wrongly or not at all, and columns could not be counted.

## Fix

Save the file as UTF-8; every editor offers that under "Encoding".
"""

from reportkit.model.diagnostic import Severity
from reportkit.rules.rule import Rule

RULE = Rule(
    code="RKT007",
    name="not-utf8",
    severity=Severity.ERROR,
    needs=frozenset(),
    documentation=__doc__,
)
