"""Findings as one line each; a star marks those that have a fix."""

from reportkit.check.findings import Findings
from reportkit.formats.findings.text import code, summary


def render(findings: Findings) -> str:
    """`file:row:column: CODE[*] message`, then one line that sums up."""
    lines = [f"{d.location}: {code(d)} {d.message}" for d in findings.diagnostics]
    return "\n".join([*lines, summary(findings), ""])
