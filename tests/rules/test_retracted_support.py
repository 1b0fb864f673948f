from pathlib import Path

from reportkit.project.check import check_project
from reportkit.project.request import Request
from reportkit.rules.documentation import Documentation
from reportkit.rules.registry import find_rule
from tests.rules.projects import write_project


def test_the_sentences_that_show_a_row_stand_beside_the_finding(tmp_path: Path) -> None:
    """Who takes out a retracted row sees where it is read."""
    rule = find_rule("EVI016")
    assert rule is not None
    write_project(tmp_path, Documentation.parse(rule.documentation).flagged)
    (found,) = check_project(Request(tmp_path, select=("EVI016",))).diagnostics
    assert [f"{each.location} {each.message}" for each in found.related] == [
        "chapters/10-results.md:3:14 a number that is tied to this row"
    ]


def test_what_cannot_be_looked_up_is_counted(tmp_path: Path) -> None:
    """An entry with neither DOI nor PMID is unchecked, and without a snapshot the rule does not apply."""
    rule = find_rule("BIB037")
    assert rule is not None
    files = dict(Documentation.parse(rule.documentation).flagged)
    files["references.bib"] = files["references.bib"].replace("doi ", "series ")
    write_project(tmp_path, files)
    findings = check_project(Request(tmp_path, select=("BIB037",)))
    assert [(each.code, each.subject) for each in findings.unchecked] == [("BIB037", "nguyen2021")]
    assert findings.diagnostics == ()
    assert "BIB037" not in findings.not_applicable
    (tmp_path / "retraction.lock.csv").unlink()
    findings = check_project(Request(tmp_path, select=("BIB037",)))
    assert findings.unchecked == ()
    assert "BIB037" in findings.not_applicable
