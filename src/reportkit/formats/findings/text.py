"""Findings as lines of text: place, code, message, and what to do."""

from collections.abc import Iterator

from reportkit.check.findings import Findings
from reportkit.model.diagnostic import Diagnostic, Severity

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def render_text(findings: Findings, *, colour: bool = False) -> str:
    """Every finding with its hint, then one line that sums up."""
    lines = [line for diagnostic in findings.diagnostics for line in _lines(diagnostic, colour=colour)]
    return "\n".join([*lines, summary(findings), ""])


def line(diagnostic: Diagnostic, *, colour: bool = False) -> str:
    """`file:row:column: CODE message`."""
    place, code = str(diagnostic.location), diagnostic.code
    if colour:
        place, code = f"\033[1m{place}\033[0m", f"\033[{_COLOURS[diagnostic.severity]}m{code}\033[0m"
    return f"{place}: {code} {diagnostic.message}"


def summary(findings: Findings) -> str:
    """How many findings of which weight, in how many files, and how many can be mended."""
    counts = [
        counted(findings.count(severity), noun)
        for severity, noun in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "remark"),
        )
        if findings.count(severity)
    ]
    text = f"{', '.join(counts) or 'no findings'} in {counted(len(findings.files), 'file')}"
    if findings.unchecked:
        text += f"; {len(findings.unchecked)} unchecked"
    return f"{text}; {findings.fixable} can be mended by `reportkit fix`" if findings.fixable else text


def counted(number: int, noun: str) -> str:
    """A number and its noun: `1 error`, `2 errors`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _lines(diagnostic: Diagnostic, *, colour: bool) -> Iterator[str]:
    yield line(diagnostic, colour=colour)
    if diagnostic.hint:
        yield f"    {diagnostic.hint}"
