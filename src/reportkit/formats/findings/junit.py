"""Findings as JUnit XML, which CI servers show as tests.

Each finding is a test that failed, each file without one a test that passed. What was suppressed, is known
from the baseline or could not be judged is a test that was skipped.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from xml.etree import ElementTree as ET  # nothing is parsed here

from reportkit.check.findings import Findings
from reportkit.model.diagnostic import Diagnostic

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNCHECKED = "unchecked"


def render(findings: Findings) -> str:
    """A suite for each file, and one for what could not be judged."""
    suites = ET.Element("testsuites", {"name": "reportkit"})
    cases: dict[str, list[ET.Element]] = defaultdict(list)
    for filename, case in _cases(findings):
        cases[filename].append(case)
    for filename in findings.files:
        if not cases[filename]:
            cases[filename] = [_case("check", filename)]
    for filename in sorted(cases, key=lambda name: (name == _UNCHECKED, name)):
        suite = ET.SubElement(suites, "testsuite", {"name": _legal(filename)})
        suite.extend(cases[filename])
        _count(suite)
    _count(suites)
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _cases(findings: Findings) -> Iterator[tuple[str, ET.Element]]:
    for diagnostic in findings.diagnostics:
        yield diagnostic.location.filename, _failed(diagnostic)
    for suppressed in findings.suppressed:
        diagnostic = suppressed.diagnostic
        yield diagnostic.location.filename, _skipped(diagnostic, f"suppressed: {suppressed.reason}")
    for diagnostic in findings.known:
        yield diagnostic.location.filename, _skipped(diagnostic, "known from the baseline")
    for unchecked in findings.unchecked:
        case = _case(unchecked.code, unchecked.subject)
        ET.SubElement(case, "skipped", {"message": _legal(unchecked.reason)})
        yield _UNCHECKED, case


def _failed(diagnostic: Diagnostic) -> ET.Element:
    case = _placed(diagnostic)
    failure = ET.SubElement(case, "failure", {"message": _legal(diagnostic.message), "type": diagnostic.code})
    failure.text = _legal(f"{diagnostic.location}: {diagnostic.message}\n{diagnostic.hint}".strip())
    return case


def _skipped(diagnostic: Diagnostic, reason: str) -> ET.Element:
    case = _placed(diagnostic)
    ET.SubElement(case, "skipped", {"message": _legal(f"{diagnostic.message} ({reason})")})
    return case


def _placed(diagnostic: Diagnostic) -> ET.Element:
    start = diagnostic.location.start
    case = _case(f"{diagnostic.code} {diagnostic.name}", diagnostic.location.filename)
    case.attrib |= {"line": str(start.row), "column": str(start.column)}
    return case


def _case(name: str, group: str) -> ET.Element:
    return ET.Element("testcase", {"name": _legal(name), "classname": _legal(group)})


def _count(element: ET.Element) -> None:
    """Writes how many tests are below an element, and how they ended."""
    counts = {"tests": "testcase", "failures": "failure", "skipped": "skipped"}
    element.attrib |= {name: str(sum(1 for _ in element.iter(tag))) for name, tag in counts.items()}
    element.set("errors", "0")


def _legal(text: str) -> str:
    """The text with a mark for each character that XML 1.0 cannot hold."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
