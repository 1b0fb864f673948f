"""Findings as JSON, written and read back without loss."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from reportkit.check.findings import Findings
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity, Unchecked
from reportkit.model.location import Location, Position

SCHEMA_VERSION = 1


def render_json(findings: Findings) -> str:
    """The findings and their summary; rows and columns from 1, edits in the finding's own file."""
    content = {
        "schema_version": SCHEMA_VERSION,
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in findings.diagnostics],
        "summary": {
            "errors": findings.count(Severity.ERROR),
            "warnings": findings.count(Severity.WARNING),
            "infos": findings.count(Severity.INFO),
            "fixable": findings.fixable,
            "files": list(findings.files),
            "not_applicable": list(findings.not_applicable),
            "unchecked": [asdict(unchecked) for unchecked in findings.unchecked],
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def parse_json(text: str) -> Findings:
    """The findings of a text written by `render_json`; ValueError or KeyError for any other text."""
    content = json.loads(text)
    if content["schema_version"] != SCHEMA_VERSION:
        raise ValueError(f"schema_version is {content['schema_version']}, not {SCHEMA_VERSION}")
    return Findings(
        tuple(_read_diagnostic(diagnostic) for diagnostic in content["diagnostics"]),
        tuple(content["summary"]["files"]),
        tuple(content["summary"]["not_applicable"]),
        tuple(Unchecked(**unchecked) for unchecked in content["summary"]["unchecked"]),
    )


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "subject": diagnostic.subject,
        "filename": diagnostic.location.filename,
        **_places(diagnostic.location),
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "applicability": fix.applicability.value,
        "message": fix.message,
        "edits": [{"content": edit.content, **_places(edit.location)} for edit in fix.edits],
    }


def _places(location: Location) -> dict[str, Any]:
    return {
        "location": {"row": location.start.row, "column": location.start.column},
        "end_location": {"row": location.end.row, "column": location.end.column},
    }


def _read_diagnostic(content: Mapping[str, Any]) -> Diagnostic:
    filename = content["filename"]
    return Diagnostic(
        content["code"],
        content["name"],
        Severity(content["severity"]),
        content["message"],
        _read_location(filename, content),
        content["hint"],
        content["subject"],
        _read_fix(filename, content["fix"]) if content["fix"] else None,
    )


def _read_fix(filename: str, content: Mapping[str, Any]) -> Fix:
    edits = (Edit(_read_location(filename, edit), edit["content"]) for edit in content["edits"])
    return Fix(Applicability(content["applicability"]), content["message"], tuple(edits))


def _read_location(filename: str, content: Mapping[str, Any]) -> Location:
    return Location(filename, Position(**content["location"]), Position(**content["end_location"]))
