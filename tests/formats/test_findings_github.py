import re

from hypothesis import given

from reportkit.check.findings import Findings
from reportkit.formats.findings.github import render
from tests.formats.samples import DIAGNOSTICS, FINDINGS, diagnostics

COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<properties>[^\r\n]*?)::(?P<message>[^\r\n]*)")
WEIGHTS = {"error": "error", "warning": "warning", "notice": "info"}


def _unescaped(text):
    """What the runner makes of a message or of the value of a property."""
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def _read(line):
    command = COMMAND.fullmatch(line)
    assert command
    pairs = (pair.partition("=") for pair in command["properties"].split(","))
    properties = {name: _unescaped(value) for name, _, value in pairs}
    return WEIGHTS[command["kind"]], properties, _unescaped(command["message"])


@given(diagnostics)
def test_round_trip(diagnostic):
    """The runner reads the very file, place, title and message, whatever stands in them."""
    (line,) = render(Findings((diagnostic,))).split("\n")[:-2]
    severity, properties, message = _read(line)
    start, end = diagnostic.location.start, diagnostic.location.end
    assert severity == diagnostic.severity
    assert properties["file"] == diagnostic.location.filename
    assert (properties["line"], properties["endLine"]) == (str(start.row), str(end.row))
    assert properties["title"] == f"{diagnostic.code} {diagnostic.name}"
    assert message == f"{diagnostic.message}\n{diagnostic.hint}".strip()
    assert ("col" in properties) is (start.row == end.row)


def test_errors_come_first():
    """Of many findings few are shown, so errors lead."""
    lines = render(FINDINGS).splitlines()
    assert [line.split()[0] for line in lines[:2]] == ["::error", "::warning"]
    assert len(lines) == len(DIAGNOSTICS) + 1
    assert lines[0].count("::") == 2
