from importlib import import_module

import pytest

from reportkit.formats.findings.text import line
from reportkit.model.diagnostic import Severity
from reportkit.project.check import check_project
from reportkit.project.request import Request
from reportkit.rules.documentation import SECTIONS, Documentation
from reportkit.rules.registry import all_rules
from tests.rules.projects import write_project

RULES = {rule.code: rule for rule in all_rules()}

FOLDERS = {
    "CIT": "citations",
    "BIB": "bibliography",
    "IDN": "identifiers",
    "NUM": "numbers",
    "TAB": "tables",
    "XRF": "cross_references",
    "DOC": "document",
    "EVI": "evidence",
    "RKT": "tool",
}

# A failing rule, a file that is no text or has line ends of two kinds and a baseline cannot be shown in a
# documentation; they have tests of their own.
WITHOUT_EXAMPLE = {"RKT005", "RKT006", "RKT007", "RKT011"}
WITH_EXAMPLE = sorted(RULES.keys() - WITHOUT_EXAMPLE)


def _check(root, files, code):
    write_project(root, files)
    preview = (code,) if RULES[code].preview else ()
    return check_project(Request(root, select=("ALL", *preview))).diagnostics


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_flagged(code, tmp_path):
    """A rule finds in its flagged example what its documentation says, there, and no other rule an error."""
    documentation = Documentation.parse(RULES[code].documentation)
    found = _check(tmp_path, documentation.flagged, code)
    assert [line(d) for d in found if d.code == code] == list(documentation.expected)
    assert documentation.expected
    assert [line(d) for d in found if d.code != code and d.severity is Severity.ERROR] == []


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_passes(code, tmp_path):
    """A rule finds nothing in the example that it lets pass, and no other rule finds an error there."""
    documentation = Documentation.parse(RULES[code].documentation)
    found = _check(tmp_path, documentation.passes, code)
    assert [line(d) for d in found if d.code == code or d.severity is Severity.ERROR] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_form(rule):
    """A rule's documentation is one sentence and the known sections, in their order."""
    documentation = Documentation.parse(rule.documentation)
    assert documentation.summary.endswith(".")
    assert "\n" not in documentation.summary
    titles = list(documentation.sections)
    assert titles == [title for title in SECTIONS if title in titles]
    due = {"Why it matters", "Fix"} | (set() if rule.code in WITHOUT_EXAMPLE else {"Flagged", "Passes"})
    assert due <= set(titles)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_module_is_named_like_its_rule(rule):
    """The file of a rule is found by the rule's group and name."""
    folder = FOLDERS[rule.code[:3]]
    name = rule.name.replace("-", "_").lower()
    assert import_module(f"reportkit.rules.{folder}.{name}").RULE is rule


def test_codes_and_names_are_unique():
    """No two rules share a code or a name."""
    assert len({rule.code for rule in all_rules()}) == len({rule.name for rule in all_rules()})
    assert len(RULES) == len(all_rules())
