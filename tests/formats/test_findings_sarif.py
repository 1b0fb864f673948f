import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from jsonschema import Draft4Validator

from reportkit.check.findings import Findings
from reportkit.formats.findings.sarif import render
from tests.formats.samples import DIAGNOSTICS, FINDINGS, NAME, findings

_SCHEMA = Path(__file__).parents[1] / "cases/sarif/sarif-schema-2.1.0.json"
VALIDATOR = Draft4Validator(json.loads(_SCHEMA.read_text(encoding="utf-8")))


def _run(findings):
    content = json.loads(render(findings))
    assert list(VALIDATOR.iter_errors(content)) == []
    (run,) = content["runs"]
    return run


@pytest.fixture(scope="module")
def run():
    """The run of a few hard findings."""
    return _run(FINDINGS)


@settings(max_examples=20)
@given(findings)
def test_valid(findings):
    """Whatever was found keeps to the schema of the standard, and every result names its rule."""
    run = _run(findings)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_nothing_found():
    """A run without findings has results, although none, and no rules."""
    run = _run(Findings())
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []


def test_place(run):
    """Places are those of the findings, in characters; names of files are written as addresses."""
    assert run["columnKind"] == "unicodeCodePoints"
    physical = run["results"][0]["locations"][0]["physicalLocation"]
    assert physical["region"] == {"startLine": 3, "startColumn": 18, "endLine": 3, "endColumn": 20}
    assert physical["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    assert unquote(physical["artifactLocation"]["uri"]) == NAME
    assert " " not in physical["artifactLocation"]["uri"]


def test_fix_and_related_places(run):
    """Fixes and the other places of a finding come with it."""
    result = run["results"][0]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 16, "endLine": 3, "endColumn": 20},
            "insertedContent": {"text": ""},
        }
    ]
    assert result["relatedLocations"][0]["message"] == {"text": "first here"}
    assert result["partialFingerprints"] == {"reportkit/v1": "f1"}


def test_help(run):
    """A rule brings its documentation along."""
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["CIT001", "CIT002", "CIT003", "DOC016"]
    assert rules[0]["help"]["markdown"].startswith("# CIT001 undefined-key\n")


def test_suppressions(run):
    """What is suppressed in its file or known from the baseline is there, and says so."""
    told, suppressed, known = run["results"][: len(DIAGNOSTICS)], *run["results"][len(DIAGNOSTICS) :]
    assert not any("suppressions" in result for result in told)
    (in_source,) = suppressed["suppressions"]
    assert (in_source["kind"], in_source["justification"]) == ("inSource", "kept for the appendix")
    assert known["suppressions"][0]["kind"] == "external"


def test_unchecked(run):
    """What could not be judged is a notification, no result."""
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["associatedRule"] == {"id": "IDN001"}
