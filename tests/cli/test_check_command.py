import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from reportkit.cli.main import main

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "findings.schema.json").read_text(encoding="utf-8"))

CHAPTER = "chapters/10-results.md"


def _reportkit(*arguments, **options):
    command = [sys.executable, "-m", "reportkit", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


@pytest.mark.usefixtures("project")
def test_clean_project(capsys):
    """A review without a fault gives one line and exit code 0."""
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("no findings in 4 files\n", "")


def test_finding(project, capsys):
    """A finding is its place, code and message, then a hint; an error gives exit code 1."""
    project.change(CHAPTER, "@nguyen2021", "@nguyen2012")
    assert main(["check"]) == 1
    assert capsys.readouterr().out == (
        "chapters/10-results.md:3:56: CIT001 `nguyen2012` is cited but stands in no bibliography\n"
        "    Did you mean `nguyen2021`? Correct the key, or add an entry with this key to the bibliography.\n"
        "1 error in 4 files\n"
    )


def test_a_folder_that_is_gone(project, capsys):
    """Chapters or evidence that are looked for in vain are an error, not a clean check of what is left."""
    project.write("reportkit.toml", '[paths]\nchapters = "chapter"\nevidence = "evidenz"\n')
    assert main(["check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "chapter:1:1: RKT008 there is no such folder" in lines
    assert "reportkit.toml:3:1: RKT009 there is no folder `evidenz`" in lines
    assert main(["check", "references.bib"]) == 1
    assert "RKT008" not in capsys.readouterr().out


def test_warnings(project, capsys):
    """A warning gives exit code 0, with --strict 1."""
    project.change("references.bib", "{10.1000", "{https://doi.org/10.1000")
    assert main(["check"]) == 0
    assert main(["check", "--strict"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == (
        "1 warning in 4 files; 1 can be mended by `reportkit fix`"
    )


def test_exit_zero(project):
    """With --exit-zero findings do not fail the command."""
    project.change(CHAPTER, "@nguyen2021", "@nguyen2012")
    assert main(["check", "--exit-zero"]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "CIT9"], "there is no rule `CIT9`"),
        (["chapters/99-none.md"], "chapters/99-none.md: there is no such file or folder"),
        (["--bibliography", "none.bib"], "none.bib: there is no such file or folder"),
    ],
)
@pytest.mark.usefixtures("project")
def test_impossible_requests(capsys, arguments, message):
    """What cannot be done is one line, a hint and exit code 2."""
    assert main(["check", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"reportkit: {message}\n    ")
    assert err.count("\n") == 2


def test_no_review(tmp_path, monkeypatch, capsys):
    """A folder without any file of a review is no review with findings, but cannot be checked."""
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert capsys.readouterr().err.startswith(f"reportkit: there is no review in {tmp_path}\n")


def test_unusable_settings(project, capsys):
    """Settings that cannot be read are one line and exit code 2."""
    project.write("reportkit.toml", "title = ")
    assert main(["check"]) == 2
    assert capsys.readouterr().err.startswith("reportkit: reportkit.toml:1: this is not TOML")


def test_failing_rule(project, capsys, monkeypatch):
    """A rule that fails is a finding, and the exit code is 3 whatever else is found."""
    monkeypatch.setattr("reportkit.rules.citations.undefined_key.did_you_mean", None)
    project.change(CHAPTER, "@nguyen2021", "@nguyen2012")
    assert main(["check", "--exit-zero"]) == 3
    assert "RKT005 the rule CIT001 undefined-key failed" in capsys.readouterr().out


@pytest.mark.usefixtures("project")
def test_fault_of_the_program(capsys, monkeypatch):
    """A fault outside of rules keeps its traceback and gives exit code 3."""
    monkeypatch.setattr("reportkit.cli.check.report_on", None)
    assert main(["check"]) == 3
    err = capsys.readouterr().err
    assert "Traceback" in err
    assert err.endswith("reportkit: this is a fault of reportkit; please report it with the lines above\n")


def test_json(project, capsys):
    """JSON keeps to its published schema and says what the text says."""
    project.change(CHAPTER, "[50%]", "[51%]")
    project.change("references.bib", "{10.1000", "{https://doi.org/10.1000")
    assert main(["check", "--format", "json"]) == 1
    content = json.loads(capsys.readouterr().out)
    jsonschema.validate(content, SCHEMA)
    number, doi = content["diagnostics"]
    assert (number["filename"], number["location"]) == (CHAPTER, {"row": 3, "column": 15})
    assert (number["code"], number["subject"]) == ("NUM009", "bones.walking")
    assert doi["fix"]["edits"] == [
        {"content": "", "location": {"row": 6, "column": 14}, "end_location": {"row": 6, "column": 30}}
    ]
    assert content["summary"]["errors"] == content["summary"]["warnings"] == 1


def test_output(project, capsys):
    """--output writes the findings into a file, its folder included, and prints nothing."""
    assert main(["check", "--format", "json", "--output", "build/findings.json"]) == 0
    assert capsys.readouterr() == ("", "")
    assert json.loads(project.read("build/findings.json"))["diagnostics"] == []


def test_paths_within_the_project(project, capsys):
    """With a path only findings in it are shown, but the whole project is read."""
    project.write("chapters/20-limits.md", "# Limits\n\nFew were asked [@rossi].\n")
    project.change(CHAPTER, "[50%]", "[51%]")
    assert main(["check", CHAPTER]) == 1
    assert [line.split()[1] for line in capsys.readouterr().out.splitlines()[::2]] == ["NUM009", "error"]


def test_order_of_paths(project, capsys):
    """The order of paths, and naming one twice, changes nothing."""
    project.write("chapters/20-limits.md", "# Limits\n\nFew were asked [@rossi].\n")
    project.change(CHAPTER, "[50%]", "[51%]")
    paths = [CHAPTER, "chapters/20-limits.md", "references.bib"]
    main(["check", *paths])
    first = capsys.readouterr().out
    main(["check", *reversed(paths), "chapters"])
    assert capsys.readouterr().out == first


def test_text_of_its_own(project, tmp_path_factory, capsys):
    """A text outside of any project is checked alone, with the bibliography that is named."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "paper.md").write_text("They walked [@smith1999; @nguyen2021].\n", encoding="utf-8")
    paper, references = str(folder / "paper.md"), str(project.root / "references.bib")
    assert main(["check", paper, "--bibliography", references]) == 1
    out = capsys.readouterr().out
    assert [line.split()[1] for line in out.splitlines()[::2]] == ["CIT001", "error"]


def test_text_that_cites_nothing(tmp_path, capsys):
    """A text of its own that cites nothing needs no bibliography; one that does is told so."""
    paper = tmp_path / "paper.md"
    paper.write_text("They walked.\n", encoding="utf-8")
    assert main(["check", str(paper)]) == 0
    paper.write_text("They walked [@smith1999].\n", encoding="utf-8")
    assert main(["check", str(paper)]) == 1
    assert "paper.md:1:13: RKT004" in capsys.readouterr().out


def test_root(project, capsys, monkeypatch, tmp_path_factory):
    """--root checks a project elsewhere; names of files start from it."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    project.change(CHAPTER, "@nguyen2021", "@nguyen2012")
    assert main(["check", "--root", str(project.root)]) == 1
    assert capsys.readouterr().out.startswith("chapters/10-results.md:3:56: ")


def test_select_and_ignore(project):
    """Rules can be chosen and left out by their codes."""
    project.change(CHAPTER, "@nguyen2021", "@nguyen2012")
    assert main(["check", "--select", "BIB"]) == 0
    assert main(["check", "--ignore", "cit001,EVI"]) == 0
    project.write("reportkit.toml", '[check]\nignore = ["CIT"]\n')
    assert main(["check"]) == 0
    assert main(["check", "--select", "CIT001"]) == 1


@pytest.mark.parametrize("name", ["chapters/10-results.md", "references.bib", "evidence/results.csv"])
def test_not_utf8(project, capsys, name):
    """A file that is not UTF-8 is one finding with row and column, not many."""
    path = project.root / name
    path.write_bytes(path.read_bytes().replace(b"walk", b"w\xe4lk", 1).replace(b"Walk", b"W\xe4lk", 1))
    assert main(["check"]) == 1
    found = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("    ")]
    assert len(found) == 2
    assert found[0].startswith(f"{name}:")
    assert ": RKT007 the file is not UTF-8 text" in found[0]


def test_output_has_no_colour_in_a_pipe(project):
    """What is written into a pipe has no colour, and any letter arrives."""
    project.change(CHAPTER, "@nguyen2021", "@müller")
    run = _reportkit("check", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (run.returncode, run.stderr) == (1, "")
    assert "`müller` is cited" in run.stdout
    assert "\033" not in run.stdout


def test_nobody_listens(project):
    """A reader that goes away early gives no traceback."""
    for number in range(600):
        project.write(f"chapters/{number + 20}-more.md", f"@none{number} says so.\n")
    command = f"{sys.executable} -m reportkit check | head -n 1"
    run = subprocess.run(["/bin/bash", "-c", command], capture_output=True, text=True, check=False)
    assert run.stderr == ""


def test_full_disk(project):
    """Findings that cannot be written are one line and exit code 2, and no half file is left."""
    check = f"{sys.executable} -B -m reportkit check"
    for command, place in (
        (f"ulimit -f 0; {check} --output findings.txt", "findings.txt: the file size limit is reached"),
        (f"{check} --output /dev/full", "/dev/full: the disk is full"),
        (f"{check} > /dev/full", "the output: the disk is full"),
    ):
        run = subprocess.run(["/bin/bash", "-c", command], capture_output=True, text=True, check=False)
        assert run.returncode == 2
        assert run.stderr.startswith(f"reportkit: {place}\n")
        assert "Traceback" not in run.stderr
    visible = sorted(path.name for path in project.root.iterdir() if not path.name.startswith("."))
    assert visible == ["chapters", "evidence", "references.bib"]
