"""Findings as the code quality report of GitLab."""

import json
from typing import Any

from reportkit.check.findings import Findings
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Position

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(findings: Findings) -> str:
    """A list of issues."""
    return json.dumps([_issue(d) for d in findings.diagnostics], ensure_ascii=False, indent=2) + "\n"


def _issue(diagnostic: Diagnostic) -> dict[str, Any]:
    location = diagnostic.location
    return {
        "description": f"{diagnostic.code}: {diagnostic.message}",
        "check_name": diagnostic.name,
        "fingerprint": diagnostic.fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": location.filename,
            "positions": {"begin": _position(location.start), "end": _position(location.end)},
        },
    }


def _position(position: Position) -> dict[str, int]:
    return {"line": position.row, "column": position.column}
