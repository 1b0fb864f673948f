"""Findings as workflow commands, which GitHub shows beside the lines of a pull request.

It shows ten of a kind, so those that weigh most come first.
"""

from reportkit.check.findings import Findings
from reportkit.formats.findings.text import summary
from reportkit.model.diagnostic import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(findings: Findings) -> str:
    """A command for each finding, then one line that sums up."""
    ordered = sorted(findings.diagnostics, key=lambda diagnostic: -diagnostic.severity.weight)
    return "\n".join([*map(_command, ordered), summary(findings), ""])


def _command(diagnostic: Diagnostic) -> str:
    properties = ",".join(
        f"{k}={str(v).translate(_IN_PROPERTIES)}" for k, v in _properties(diagnostic).items()
    )
    message = f"{diagnostic.message}\n{diagnostic.hint}".strip().translate(_IN_MESSAGES)
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{message}"


def _properties(diagnostic: Diagnostic) -> dict[str, object]:
    """Columns are understood within one line only."""
    start, end = diagnostic.location.start, diagnostic.location.end
    columns = {"col": start.column, "endColumn": end.column} if start.row == end.row else {}
    return {
        "file": diagnostic.location.filename,
        "line": start.row,
        "endLine": end.row,
        **columns,
        "title": f"{diagnostic.code} {diagnostic.name}",
    }
