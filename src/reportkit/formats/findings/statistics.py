"""How often each rule found something, the most frequent first."""

from collections import Counter

from reportkit.check.findings import Findings
from reportkit.formats.findings.text import summary
from reportkit.rules.registry import find_rule


def render(findings: Findings) -> str:
    """A line for each rule, starred where its findings have fixes, then one line that sums up."""
    counts = Counter(diagnostic.code for diagnostic in findings.diagnostics)
    fixable = {diagnostic.code for diagnostic in findings.diagnostics if diagnostic.fix}
    width = len(str(max(counts.values(), default=0)))
    lines = [
        f"{number:>{width}}  {code}{'[*]' if code in fixable else '   '}  {_name(code)}"
        for code, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return "\n".join([*lines, summary(findings), ""])


def _name(code: str) -> str:
    rule = find_rule(code)
    return rule.name if rule else ""
