"""Errors of the check, and those that are only known."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportkit.check.findings import Findings
from reportkit.model.diagnostic import Diagnostic
from reportkit.model.release import Demand, Matter


def demands(findings: Findings) -> Iterator[Demand]:
    """One for each rule that finds something at or above the fail level; a baseline excuses nothing."""
    yield from _by_rule(findings, findings.diagnostics, "mend it")
    yield from _by_rule(findings, findings.known, "mend what the baseline excuses")


def _by_rule(findings: Findings, found: Sequence[Diagnostic], remedy: str) -> Iterator[Demand]:
    weighty = (d for d in found if d.severity.weight >= findings.fail_level.weight)
    for code, group in groupby(sorted(weighty, key=lambda d: (d.code, d.sort_key)), lambda d: d.code):
        same = tuple(group)
        times = "once" if len(same) == 1 else f"{len(same)} times"
        message = f"{code} {same[0].name}, {times}"
        places = tuple(str(diagnostic.location) for diagnostic in same)
        yield Demand(Matter.FINDINGS, same[0].location, message, f"{remedy}: `reportkit rule {code}`", places)
