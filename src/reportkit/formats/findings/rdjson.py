"""Findings in the diagnostic format of reviewdog, whose suggestions can be accepted in a review."""

import json
from collections.abc import Mapping
from typing import Any

from reportkit.check.findings import Findings
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location, Position, SourceText

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}

_Sources = Mapping[str, SourceText]


def render(findings: Findings) -> str:
    """The result of one tool."""
    sources = {source.filename: source for source in findings.sources}
    diagnostics = [_diagnostic(diagnostic, sources) for diagnostic in findings.diagnostics]
    content = {"source": {"name": "reportkit"}, "diagnostics": diagnostics}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(diagnostic: Diagnostic, sources: _Sources) -> dict[str, Any]:
    """Edits that only make sense together cannot be suggested: each suggestion is accepted by itself."""
    edits = diagnostic.fix.edits if diagnostic.fix and len(diagnostic.fix.edits) == 1 else ()
    content = {
        "message": f"{diagnostic.message}\n{diagnostic.hint}".strip(),
        "location": {
            "path": diagnostic.location.filename,
            "range": _range(diagnostic.location, sources),
        },
        "severity": _SEVERITIES[diagnostic.severity],
        "code": {"value": diagnostic.code},
    }
    suggestions = [{"range": _range(edit.location, sources), "text": edit.content} for edit in edits]
    return {**content, "suggestions": suggestions} if suggestions else content


def _range(location: Location, sources: _Sources) -> dict[str, Any]:
    source = sources.get(location.filename)
    return {"start": _position(location.start, source), "end": _position(location.end, source)}


def _position(position: Position, source: SourceText | None) -> dict[str, int]:
    """The format counts the bytes of a line, not its characters."""
    before = source.line(position.row)[: position.column - 1] if source else ""
    wider = len(before.encode("utf-8", "surrogatepass")) - len(before)
    return {"line": position.row, "column": position.column + wider}
