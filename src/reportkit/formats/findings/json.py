"""Findings as JSON, written and read back without loss."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from reportkit.check.findings import Findings, Suppressed
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Related, Severity, Unchecked
from reportkit.model.location import Location, Position

SCHEMA_VERSION = 1

_Content = Mapping[str, Any]


def render(findings: Findings) -> str:
    """The findings and their summary; rows and columns from 1, edits in the finding's own file."""
    content = {
        "schema_version": SCHEMA_VERSION,
        "diagnostics": [diagnostic_content(diagnostic) for diagnostic in findings.diagnostics],
        "suppressed": [_suppressed(suppressed) for suppressed in findings.suppressed],
        "known": [diagnostic_content(diagnostic) for diagnostic in findings.known],
        "summary": {
            "errors": findings.count(Severity.ERROR),
            "warnings": findings.count(Severity.WARNING),
            "infos": findings.count(Severity.INFO),
            "fixable": findings.fixable,
            "fail_level": findings.fail_level.value,
            "files": list(findings.files),
            "not_applicable": list(findings.not_applicable),
            "unchecked": [asdict(unchecked) for unchecked in findings.unchecked],
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def parse_json(text: str) -> Findings:
    """The findings of a text written by `render`; ValueError, KeyError or TypeError for any other text."""
    content = json.loads(text)
    if content["schema_version"] != SCHEMA_VERSION:
        raise ValueError(f"schema_version is {content['schema_version']}, not {SCHEMA_VERSION}")
    summary = content["summary"]
    return Findings(
        tuple(map(_read_diagnostic, content["diagnostics"])),
        tuple(summary["files"]),
        tuple(summary["not_applicable"]),
        tuple(Unchecked(**unchecked) for unchecked in summary["unchecked"]),
        tuple(map(_read_suppressed, content["suppressed"])),
        tuple(map(_read_diagnostic, content["known"])),
        Severity(summary["fail_level"]),
    )


def diagnostic_content(diagnostic: Diagnostic) -> dict[str, Any]:
    """One finding as plain values."""
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "subject": diagnostic.subject,
        **_place(diagnostic.location),
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
        "related": [{"message": r.message, **_place(r.location)} for r in diagnostic.related],
        "fingerprint": diagnostic.fingerprint,
    }


def _suppressed(suppressed: Suppressed) -> dict[str, Any]:
    by = {"reason": suppressed.reason, **_place(suppressed.location)}
    return {**diagnostic_content(suppressed.diagnostic), "suppressed_by": by}


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "applicability": fix.applicability.value,
        "message": fix.message,
        "edits": [{"content": edit.content, **_stretch(edit.location)} for edit in fix.edits],
    }


def _place(location: Location) -> dict[str, Any]:
    return {"filename": location.filename, **_stretch(location)}


def _stretch(location: Location) -> dict[str, Any]:
    return {
        "location": {"row": location.start.row, "column": location.start.column},
        "end_location": {"row": location.end.row, "column": location.end.column},
    }


def _read_diagnostic(content: _Content) -> Diagnostic:
    location = _read_place(content)
    return Diagnostic(
        content["code"],
        content["name"],
        Severity(content["severity"]),
        content["message"],
        location,
        content["hint"],
        content["subject"],
        _read_fix(location.filename, content["fix"]) if content["fix"] else None,
        tuple(Related(_read_place(related), related["message"]) for related in content["related"]),
        content["fingerprint"],
    )


def _read_suppressed(content: _Content) -> Suppressed:
    by = content["suppressed_by"]
    return Suppressed(_read_diagnostic(content), by["reason"], _read_place(by))


def _read_fix(filename: str, content: _Content) -> Fix:
    edits = (Edit(_read_stretch(filename, edit), edit["content"]) for edit in content["edits"])
    return Fix(Applicability(content["applicability"]), content["message"], tuple(edits))


def _read_place(content: _Content) -> Location:
    return _read_stretch(content["filename"], content)


def _read_stretch(filename: str, content: _Content) -> Location:
    return Location(filename, Position(**content["location"]), Position(**content["end_location"]))
