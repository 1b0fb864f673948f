import subprocess
import sys

import pytest

from reportkit.cli.main import main

CHAPTER = "chapters/10-results.md"
FINDINGS = "build/findings.json"


@pytest.fixture
def document(project):
    """A document of an earlier build."""
    return project.write("build/review.pdf", "old")


def _check():
    main(["check", "--format", "json", "--output", FINDINGS, "--exit-zero"])


def test_clean_review_passes(document, capsys):
    """Without errors the gate lets the build go on, after withdrawing what an earlier one made."""
    _check()
    assert main(["gate", FINDINGS, "--profile", "review", "--withdraw", str(document)]) == 0
    assert capsys.readouterr() == ("", "review: no findings in 4 files\n")
    assert not document.exists()


def test_errors_stop_the_review(project, document, capsys):
    """With errors the gate prints them and one line what to do, and gives exit code 1."""
    project.change(CHAPTER, "@nguyen2021", "@nguyen2012")
    _check()
    assert main(["gate", FINDINGS, "--withdraw", str(document), "build/review.html"]) == 1
    out, err = capsys.readouterr()
    assert "chapters/10-results.md:3:56: CIT001 " in out
    assert err.splitlines() == [
        f"{document} was removed: it does not rest on these sources.",
        "Mend the errors and build again, or see them marked in place with `snakemake draft`.",
    ]
    assert not document.exists()


def test_order_in_a_log(project):
    """Where both streams go into one log, what to do stands below the findings."""
    project.change(CHAPTER, "@nguyen2021", "@nguyen2012")
    _check()
    command = [sys.executable, "-m", "reportkit", "gate", FINDINGS]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert [line.split()[0] for line in run.stdout.splitlines()] == [f"{CHAPTER}:3:56:", "Did", "1", "Mend"]


def test_errors_let_the_draft_pass(project, capsys):
    """A draft is built whatever was found; the count is told."""
    project.change(CHAPTER, "@nguyen2021", "@nguyen2012")
    _check()
    assert main(["gate", FINDINGS, "--profile", "draft"]) == 0
    assert capsys.readouterr() == ("", "draft: 1 error in 4 files\n")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema_version": 99}', '{"schema_version": 1}'])
def test_foreign_findings(project, capsys, text):
    """A file that holds no findings is one line and exit code 2, and nothing is withdrawn."""
    path = project.write(FINDINGS, text)
    assert main(["gate", str(path), "--withdraw", CHAPTER]) == 2
    assert "these are no findings" in capsys.readouterr().err
    assert (project.root / CHAPTER).exists()


def test_missing_findings(tmp_path, capsys):
    """Without a file of findings the gate says so, with exit code 2."""
    assert main(["gate", str(tmp_path / "none.json")]) == 2
    assert "there is no such file" in capsys.readouterr().err
