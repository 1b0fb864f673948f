"""A baseline with findings that are found no more.

## Why it matters

A baseline is a list of what is still to be mended. Entries that have been mended hide the same flaw when
somebody makes it again.

## Fix

The fix writes the baseline anew without these entries; so does `--write-baseline`.
"""

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Location, SourceText, Span
from reportkit.rules.rule import Rule


def stale_baseline(baseline: SourceText, number: int, without: str | None) -> Diagnostic:
    """The finding for a baseline of which a number of findings is gone.

    `without` is its text without them, None where the file is not the project's to change.
    """
    noun, verb = ("finding", "is") if number == 1 else ("findings", "are")
    message = f"{number} {noun} of the baseline {verb} found no more"
    whole = baseline.locate(Span(0, len(baseline.text)))
    fix = Fix(Applicability.SAFE, "leave them out", (Edit(whole, without),)) if without else None
    hint = "Write the baseline anew with `--write-baseline`, so that it does not hide new ones."
    return RULE.diagnostic(Location.top(baseline.filename), message, hint, fix=fix)


RULE = Rule(
    code="RKT006",
    name="stale-baseline",
    severity=Severity.INFO,
    needs=frozenset(),
    documentation=__doc__,
    fix=Applicability.SAFE,
)
