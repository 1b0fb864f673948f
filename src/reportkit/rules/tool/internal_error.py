"""A rule that failed, so that the check is not complete.

## Why it matters

What the rule would have found is not known. The other rules went on, their findings stand, and the run
ends with exit code 3.

## Fix

This is a fault of reportkit, not of your review. Report it with the message; until it is mended, leave
the rule out with `--ignore` and its code.
"""

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.rule import Rule


def internal_error(rule: Rule, error: Exception, review: Review) -> Diagnostic:
    """The finding for a rule that failed."""
    message = f"the rule {rule.code} {rule.name} failed at {_place(error)}: {type(error).__name__}: {error}"
    hint = f"This is a fault of reportkit: report it, and go on with `--ignore {rule.code}`."
    return RULE.diagnostic(Location.top(review.settings.filename), message, hint, rule.code)


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals['__name__']}:{trace.tb_lineno}" if trace else "an unknown place"


RULE = Rule(
    code="RKT005",
    name="internal-error",
    severity=Severity.ERROR,
    needs=frozenset(),
    documentation=__doc__,
)
