from pathlib import Path

import pytest

from reportkit.formats.findings.text import line
from reportkit.project.check import check_project
from reportkit.project.request import Request
from reportkit.rules.documentation import Documentation
from reportkit.rules.registry import find_rule
from tests.rules.projects import write_project

FOLDER = Path(__file__).parents[1] / "cases" / "rules"


def _cases():
    """Each section of each file in tests/cases/rules, which is named like its rule.

    A section shows files and the findings of that rule to expect. `Given` holds what all cases share.
    """
    for path in sorted(FOLDER.glob("*.md")):
        sections = Documentation.parse(path.read_text(encoding="utf-8")).sections
        given = sections.get("Given", "")
        for title, text in sections.items():
            if title != "Given":
                case = Documentation(title, {"Flagged": f"{given}\n{text}"})
                yield pytest.param(path.stem, case, id=f"{path.stem}: {title}")


@pytest.mark.parametrize(("name", "case"), list(_cases()))
def test_case(name, case, tmp_path):
    """A rule finds exactly what a case says."""
    rule = find_rule(name)
    assert rule is not None
    write_project(tmp_path, case.flagged)
    found = check_project(Request(tmp_path, select=(rule.code,))).diagnostics
    assert [line(d) for d in found if d.code == rule.code] == list(case.expected)
