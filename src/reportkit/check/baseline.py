"""Findings that were there before somebody began to look: counted, but not told."""

from collections.abc import Iterable
from dataclasses import replace

from reportkit.check.findings import Findings
from reportkit.check.review import is_complete, ran
from reportkit.check.selection import Selection
from reportkit.check.suppressing import may_be_hidden
from reportkit.model.diagnostic import Diagnostic
from reportkit.model.review import Review


def set_known_aside(findings: Findings, baseline: Iterable[Diagnostic]) -> Findings:
    """The findings, those that the baseline has among the known ones."""
    known = {diagnostic.fingerprint for diagnostic in baseline if may_be_hidden(diagnostic.code)}
    return replace(
        findings,
        diagnostics=tuple(d for d in findings.diagnostics if d.fingerprint not in known),
        known=tuple(d for d in findings.diagnostics if d.fingerprint in known),
    )


def found_no_more(
    findings: Findings, baseline: Iterable[Diagnostic], review: Review, selection: Selection
) -> tuple[Diagnostic, ...]:
    """What the baseline has and nobody finds, although the rule did run and everything could be read."""
    if not is_complete(findings.diagnostics):
        return ()
    found = {diagnostic.fingerprint for diagnostic in findings.known}
    return tuple(d for d in baseline if d.fingerprint not in found and ran(d.code, review, selection))


def as_baseline(findings: Findings) -> Findings:
    """All that can be taken as known, without what else the check says."""
    every = (*findings.diagnostics, *findings.known)
    return Findings(tuple(d for d in every if may_be_hidden(d.code)))
