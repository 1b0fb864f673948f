import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

from reportkit.check.findings import Findings
from reportkit.formats.findings.json import parse_json, render
from reportkit.formats.findings.json_lines import render as render_lines
from tests.formats.samples import DIAGNOSTICS, FINDINGS, findings

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/findings.schema.json").read_text(encoding="utf-8"))


@given(findings)
def test_nothing_is_lost(findings):
    """What is written as JSON is read back as it was."""
    assert parse_json(render(findings)) == findings


def test_schema():
    """What is written keeps to the published schema."""
    jsonschema.validate(json.loads(render(FINDINGS)), SCHEMA)
    jsonschema.validate(json.loads(render(Findings())), SCHEMA)


def test_other_version():
    """Findings of another version of the form are refused."""
    text = render(Findings()).replace('"schema_version": 1', '"schema_version": 2')
    with pytest.raises(ValueError, match="schema_version is 2, not 1"):
        parse_json(text)


def test_letters_stay_readable():
    """Letters beyond ASCII are written as they are."""
    assert json.loads(render(Findings(files=("größe.md",))))["summary"]["files"] == ["größe.md"]
    assert "größe.md" in render(Findings(files=("größe.md",)))


def test_lines():
    """Each line is one finding, as the whole has it."""
    lines = render_lines(FINDINGS).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(render(FINDINGS))["diagnostics"]
    assert len(lines) == len(DIAGNOSTICS)
