import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.check.findings import Findings
from reportkit.formats.findings.json import parse_json, render_json
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Location, Position

POSITIONS = st.builds(Position, st.integers(1, 9999), st.integers(1, 9999))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def _locations(filename):
    return st.builds(Location, st.just(filename), POSITIONS, POSITIONS)


def _fixes(filename):
    edits = st.lists(st.builds(Edit, _locations(filename), TEXTS), min_size=1, max_size=3).map(tuple)
    return st.builds(Fix, st.sampled_from(Applicability), TEXTS, edits)


DIAGNOSTICS = TEXTS.flatmap(
    lambda filename: st.builds(
        Diagnostic,
        code=st.from_regex(r"[A-Z]{3}[0-9]{3}", fullmatch=True),
        name=TEXTS,
        severity=st.sampled_from(Severity),
        message=TEXTS,
        location=_locations(filename),
        hint=TEXTS,
        subject=st.none() | TEXTS,
        fix=st.none() | _fixes(filename),
    )
)
FINDINGS = st.builds(
    Findings, st.lists(DIAGNOSTICS, max_size=5).map(tuple), st.lists(TEXTS).map(tuple), st.just(("EVI001",))
)


@given(FINDINGS)
def test_nothing_is_lost(findings):
    """What is written as JSON is read back as it was."""
    assert parse_json(render_json(findings)) == findings


def test_other_version():
    """Findings of another version of the form are refused."""
    text = render_json(Findings()).replace('"schema_version": 1', '"schema_version": 2')
    with pytest.raises(ValueError, match="schema_version is 2, not 1"):
        parse_json(text)


def test_letters_stay_readable():
    """Letters beyond ASCII are written as they are."""
    assert json.loads(render_json(Findings(files=("größe.md",))))["summary"]["files"] == ["größe.md"]
    assert "größe.md" in render_json(Findings(files=("größe.md",)))
