"""Forms that single services read."""

import json

from hypothesis import given
from lxml import etree

from reportkit.check.findings import Findings
from reportkit.formats.findings import find_form
from tests.formats.samples import FINDINGS, NAME, findings


def _junit(findings):
    """The tree that a parser makes which forgives nothing."""
    strict = etree.XMLParser(recover=False, resolve_entities=False, no_network=True)
    return etree.fromstring(find_form("junit")(findings).encode(), strict)


@given(findings)
def test_junit_is_well_formed(findings):
    """Whatever was found can be parsed, and every count is right."""
    tree = _junit(findings)
    for element in (tree, *tree.iter("testsuite")):
        for count, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
            assert int(element.get(count)) == len(list(element.iter(tag)))
    assert len(list(tree.iter("failure"))) == len(findings.diagnostics)


def test_junit():
    """A finding fails, a file without one passes, what is not told or not judged is skipped."""
    tree = _junit(FINDINGS)
    ends = {suite.get("name"): [case[0].tag if len(case) else "passed" for case in suite] for suite in tree}
    assert ends == {
        "b.md": ["skipped"],
        NAME: ["failure", "failure"],
        "clean.md": ["passed"],
        "r.bib": ["skipped"],
        "unchecked": ["skipped"],
    }
    assert list(ends)[-1] == "unchecked"
    failure = tree.find(".//testcase[@name='CIT001 undefined-key']/failure")
    assert "\ufffd\ufffd[31m & \ufffd nowhere" in failure.text


def test_gitlab():
    """An issue has what GitLab asks for."""
    first, _ = json.loads(find_form("gitlab")(FINDINGS))
    assert first == {
        "description": "CIT003: `a` stands twice\nin one citation: 100%, really",
        "check_name": "duplicate-key-in-group",
        "fingerprint": "f1",
        "severity": "minor",
        "location": {
            "path": NAME,
            "positions": {"begin": {"line": 3, "column": 18}, "end": {"line": 3, "column": 20}},
        },
    }


def test_rdjson():
    """Columns count bytes; a fix of one edit can be accepted as it is."""
    content = json.loads(find_form("rdjson")(FINDINGS))
    twice, undefined = content["diagnostics"]
    assert content["source"] == {"name": "reportkit"}
    assert (twice["severity"], twice["code"]) == ("WARNING", {"value": "CIT003"})
    (suggestion,) = twice["suggestions"]
    assert (suggestion["text"], suggestion["range"]["start"]) == ("", {"line": 3, "column": 16})
    # 木 takes three bytes, Ä two
    assert undefined["location"]["range"] == {
        "start": {"line": 3, "column": 36},
        "end": {"line": 4, "column": 4},
    }


def test_markdown():
    """The summary counts by rule and by file, then lists, errors first, without harm from their words."""
    lines = find_form("markdown")(FINDINGS).splitlines()
    assert lines[2] == (
        "**Failed**: 1 error, 1 warning in 4 files; 1 suppressed; 1 in the baseline; 1 unchecked; "
        "1 can be mended by `reportkit fix`"
    )
    assert "| CIT003 duplicate-key-in-group | warning | 1 |" in lines
    assert r"| chapters/größe, 5%: a.md | 2 |" in lines
    listed = [line for line in lines if line.startswith("- ")]
    assert listed[0].startswith(r"- chapters/größe, 5%: a.md:3: CIT001 `b` \<is\> cited")
    assert listed[1].endswith("CIT003 `a` stands twice in one citation: 100%, really")
    assert "| IDN001 doi-syntax | 1 |" in lines


def test_markdown_of_a_clean_check():
    """Nothing found is one line."""
    assert find_form("markdown")(Findings(files=("a.md",))) == (
        "## reportkit check\n\n**Passed**: no findings in 1 file\n"
    )
