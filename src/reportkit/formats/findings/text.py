"""Findings as lines of text: place, code, message, and what to do."""

from collections.abc import Iterator

from reportkit.check.findings import Findings
from reportkit.model.diagnostic import Diagnostic, Severity


def render(findings: Findings) -> str:
    """Every finding with its hint, then one line that sums up."""
    lines = [line for diagnostic in findings.diagnostics for line in _lines(diagnostic)]
    return "\n".join([*lines, summary(findings), ""])


def line(diagnostic: Diagnostic) -> str:
    """`file:row:column: CODE message`."""
    return f"{diagnostic.location}: {diagnostic.code} {diagnostic.message}"


def code(diagnostic: Diagnostic) -> str:
    """The code, with a star where the finding has a fix."""
    return f"{diagnostic.code}[*]" if diagnostic.fix else diagnostic.code


def summary(findings: Findings) -> str:
    """How many findings of which weight, in how many files; what is not told, and what can be mended."""
    parts = [f"{_weights(findings)} in {counted(len(findings.files), 'file')}"]
    for number, words in (
        (len(findings.suppressed), "suppressed"),
        (len(findings.known), "in the baseline"),
        (len(findings.unchecked), "unchecked"),
        (findings.fixable, "can be mended by `reportkit fix`"),
        (findings.unsafely_fixable, "with `--unsafe-fixes`"),
    ):
        parts += [f"{number} {words}"] if number else []
    return "; ".join(parts)


def counted(number: int, noun: str) -> str:
    """A number and its noun: `1 error`, `2 errors`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _weights(findings: Findings) -> str:
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}
    numbers = {noun: findings.count(severity) for severity, noun in nouns.items()}
    return ", ".join(counted(number, noun) for noun, number in numbers.items() if number) or "no findings"


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    yield line(diagnostic)
    if diagnostic.hint:
        yield f"    {diagnostic.hint}"
