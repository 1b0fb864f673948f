"""Findings as SARIF 2.1.0, which code hosts and editors show beside the text."""

import json
from collections.abc import Iterable, Mapping
from importlib import metadata
from typing import Any
from urllib.parse import quote

from reportkit.check.findings import Findings, Suppressed
from reportkit.formats.rule_pages import rule_page
from reportkit.model.diagnostic import Diagnostic, Edit, Fix, Severity, Unchecked
from reportkit.model.location import Location
from reportkit.rules.documentation import Documentation
from reportkit.rules.registry import all_rules
from reportkit.rules.rule import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "reportkit/v1"

_Content = dict[str, Any]


def render(findings: Findings) -> str:
    """One run: the rules that found something, what they found, and what they could not judge."""
    suppressed = [s.diagnostic for s in findings.suppressed]
    rules = _rules([*findings.diagnostics, *suppressed, *findings.known])
    places = {rule.code: place for place, rule in enumerate(rules)}
    results = [
        *(_result(diagnostic, places) for diagnostic in findings.diagnostics),
        *(_result(s.diagnostic, places) | _in_source(s) for s in findings.suppressed),
        *(_result(diagnostic, places) | _external() for diagnostic in findings.known),
    ]
    run = {
        "tool": {"driver": _driver(rules)},
        "invocations": [_invocation(findings)],
        "artifacts": [{"location": _artifact(filename)} for filename in findings.files],
        "results": results,
        "columnKind": "unicodeCodePoints",
    }
    content = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _rules(diagnostics: Iterable[Diagnostic]) -> list[Rule]:
    codes = {diagnostic.code for diagnostic in diagnostics}
    return [rule for rule in all_rules() if rule.code in codes]


def _driver(rules: Iterable[Rule]) -> _Content:
    version = metadata.version("reportkit-review")
    return {"name": "reportkit", "semanticVersion": version, "rules": [_rule(rule) for rule in rules]}


def _rule(rule: Rule) -> _Content:
    documentation = Documentation.parse(rule.documentation)
    why = documentation.sections.get("Why it matters", documentation.summary)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": documentation.summary},
        "fullDescription": {"text": " ".join(why.split())},
        "help": {"text": rule.documentation, "markdown": rule_page(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.by_default},
        "properties": {"tags": [rule.code[:3]]},
    }


def _result(diagnostic: Diagnostic, places: Mapping[str, int]) -> _Content:
    hint = f" {diagnostic.hint}" if diagnostic.hint else ""
    content: _Content = {
        "ruleId": diagnostic.code,
        "ruleIndex": places[diagnostic.code],
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": f"{diagnostic.message}.{hint}"},
        "locations": [_location(diagnostic.location)],
        "partialFingerprints": {_FINGERPRINT: diagnostic.fingerprint},
    }
    if diagnostic.fix:
        content["fixes"] = [_fix(diagnostic.fix)]
    if diagnostic.related:
        content["relatedLocations"] = [
            _location(related.location) | {"message": {"text": related.message}}
            for related in diagnostic.related
        ]
    return content


def _in_source(suppressed: Suppressed) -> _Content:
    suppression: _Content = {"kind": "inSource", "location": _location(suppressed.location)}
    if suppressed.reason:
        suppression["justification"] = suppressed.reason
    return {"suppressions": [suppression]}


def _external() -> _Content:
    return {"suppressions": [{"kind": "external", "justification": "known from the baseline"}]}


def _fix(fix: Fix) -> _Content:
    artifact = _artifact(fix.edits[0].location.filename)
    change = {"artifactLocation": artifact, "replacements": [_replacement(edit) for edit in fix.edits]}
    return {"description": {"text": f"{fix.message} ({fix.applicability})"}, "artifactChanges": [change]}


def _replacement(edit: Edit) -> _Content:
    return {"deletedRegion": _region(edit.location), "insertedContent": {"text": edit.content}}


def _location(location: Location) -> _Content:
    place = {"artifactLocation": _artifact(location.filename), "region": _region(location)}
    return {"physicalLocation": place}


def _artifact(filename: str) -> _Content:
    return {"uri": quote(filename, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}


def _region(location: Location) -> dict[str, int]:
    return {
        "startLine": location.start.row,
        "startColumn": location.start.column,
        "endLine": location.end.row,
        "endColumn": location.end.column,
    }


def _invocation(findings: Findings) -> _Content:
    """Whether the check was complete; what could not be judged is told as a notification, not as a pass."""
    return {
        "executionSuccessful": not findings.broken,
        "toolExecutionNotifications": [_notification(unchecked) for unchecked in findings.unchecked],
    }


def _notification(unchecked: Unchecked) -> _Content:
    return {
        "level": "note",
        "message": {"text": f"{unchecked.subject} was not checked: {unchecked.reason}"},
        "associatedRule": {"id": unchecked.code},
    }
