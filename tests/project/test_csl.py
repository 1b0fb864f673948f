"""Bibliographies in CSL JSON and YAML, and references in the head of a document."""

from pathlib import Path

import pytest

from reportkit.formats.findings.concise import render
from reportkit.project.check import check_project
from reportkit.project.sources import Request

BODY = "Half could walk [@nguyen2021; @nobody2020].\n"
JSON = '[{"id": "nguyen2021", "type": "article", "title": "Walking after casts"}]'
YAML = "references:\n- id: nguyen2021\n  title: Walking after casts\n"


def _check(root: Path, head: str) -> tuple[list[str], list[str]]:
    """The places and codes of what is found, and what is unchecked."""
    (root / "paper.md").write_text(f"---\n{head}---\n\n{BODY}")
    findings = check_project(Request(root, (root / "paper.md",)))
    assert render(findings)
    return (
        [f"{d.location}: {d.code} {d.subject}" for d in findings.diagnostics],
        [one.subject for one in findings.unchecked],
    )


@pytest.mark.parametrize(
    ("name", "text"), [("refs.json", JSON), ("refs.yaml", YAML), ("refs.json", f'{{"items": {JSON}}}')]
)
def test_keys_of_csl_files_are_known(name: str, text: str, tmp_path: Path) -> None:
    """A key in such a file is no unknown one; that nobody looks at its entries is counted."""
    (tmp_path / name).write_text(text)
    found, unchecked = _check(tmp_path, f"bibliography: {name}\n")
    assert found == ["paper.md:5:31: CIT001 nobody2020"]
    assert name in unchecked


def test_references_in_the_head_are_known(tmp_path: Path) -> None:
    """A document may list its references itself, and then needs no bibliography."""
    found, _ = _check(tmp_path, YAML)
    assert [finding.rpartition(": ")[2] for finding in found] == ["CIT001 nobody2020"]


@pytest.mark.parametrize("text", ["[", "{}", '"text"', "[1, 2"])
def test_what_is_no_csl(text: str, tmp_path: Path) -> None:
    """A broken file is told once; its keys are not held against anyone."""
    (tmp_path / "refs.json").write_text(text)
    found, _ = _check(tmp_path, "bibliography: refs.json\n")
    assert found == ["refs.json:1:1: RKT004 None"]
