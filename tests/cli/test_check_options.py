"""Options that decide what is told and what fails."""

import json

import pytest

from reportkit.cli.main import main

CHAPTER = "chapters/10-results.md"
BIB = "references.bib"


@pytest.fixture
def flawed(project):
    """A review with an error in a chapter and a warning in the bibliography."""
    project.change(CHAPTER, "@nguyen2021", "@nguyen2012")
    project.change(BIB, "{10.1000", "{https://doi.org/10.1000")
    return project


def _codes(capsys, *arguments):
    """The exit code, and the codes that are told."""
    capsys.readouterr()
    status = main(["check", "--format", "json-lines", *arguments])
    return status, [json.loads(line)["code"] for line in capsys.readouterr().out.splitlines()]


def _last_line(capsys, *arguments):
    capsys.readouterr()
    main(["check", *arguments])
    return capsys.readouterr().out.splitlines()[-1]


@pytest.mark.parametrize(
    ("level", "arguments", "status"),
    [
        ("error", [], 0),
        ("warning", [], 1),
        ("info", [], 1),
        ("error", ["--strict"], 1),
        ("warning", ["--fail-level", "error"], 0),
        ("error", ["--fail-level", "info"], 1),
        ("warning", ["--exit-zero"], 0),
    ],
)
def test_fail_level(project, level, arguments, status):
    """The command line says what fails the check, else the settings do."""
    project.change(BIB, "{10.1000", "{https://doi.org/10.1000")
    project.write("reportkit.toml", f'[check]\nfail-level = "{level}"\n')
    assert main(["check", *arguments]) == status


def test_the_gate_keeps_to_the_fail_level(project):
    """What fails the check stops the build."""
    project.change(BIB, "{10.1000", "{https://doi.org/10.1000")
    for level, status in (("error", 0), ("warning", 1)):
        main(["check", "--format", "json", "--output", "f.json", "--exit-zero", "--fail-level", level])
        assert main(["gate", "f.json"]) == status


def test_statistics(flawed, capsys):
    """Only how often each rule finds something."""
    assert flawed
    main(["check", "--statistics"])
    assert capsys.readouterr().out.splitlines()[:2] == [
        "1  CIT001     undefined-key",
        "1  IDN002[*]  doi-not-bare",
    ]


def test_ignores_of_files(flawed, capsys):
    """Rules are left out in files whose names match a pattern."""
    flawed.write("reportkit.toml", '[check.per-file-ignores]\n"chapters/10-*" = ["CIT"]\n"*.csv" = ["ALL"]\n')
    assert _codes(capsys) == (0, ["IDN002"])


def test_a_cause_that_is_left_out_hides_nothing(project, capsys):
    """What a finding that is left out would have explained is told."""
    project.change(CHAPTER, "could walk", "https://a.example/@b could walk")
    assert _codes(capsys)[1] == ["CIT009"]
    project.write("reportkit.toml", '[check.per-file-ignores]\n"chapters/*" = ["CIT009"]\n')
    assert _codes(capsys)[1] == ["CIT001"]


def test_more_rules(project, capsys):
    """Rules that do not run by default are added to those that do."""
    project.change(CHAPTER, "# Results", "# Results\n\nStudies show much.")
    project.change(CHAPTER, "@nguyen2021", "@nguyen2012")
    assert _codes(capsys)[1] == ["CIT001"]
    assert _codes(capsys, "--extend-select", "CIT015")[1] == ["CIT015", "CIT001"]
    assert main(["check", "--extend-select", "CIT999"]) == 2


def test_baseline(flawed, capsys):
    """What the baseline has is counted, not told; what is new is told."""
    assert main(["check", "--write-baseline", "known.json"]) == 0
    assert capsys.readouterr().err == "known.json: 2 findings taken as known\n"
    assert _codes(capsys, "--baseline", "known.json") == (0, [])
    assert _last_line(capsys, "--baseline", "known.json") == "no findings in 4 files; 2 in the baseline"
    flawed.change(CHAPTER, "# Results\n", "# Results\n\nMore [@other].\n" + "\nWords.\n" * 10)
    assert _codes(capsys, "--baseline", "known.json") == (1, ["CIT001"])


def test_baseline_of_the_settings(flawed, capsys):
    """The settings name the baseline; writing it anew does not look at the old one."""
    flawed.write("reportkit.toml", '[check]\nbaseline = "known.json"\n')
    assert main(["check"]) == 2
    assert "there is no such file" in capsys.readouterr().err
    assert main(["check", "--write-baseline", "known.json"]) == 0
    assert main(["check", "--write-baseline", "known.json"]) == 0
    assert _codes(capsys) == (0, [])
    assert len(json.loads(flawed.read("known.json"))["diagnostics"]) == 2


def test_findings_as_baseline(flawed, capsys):
    """What `--format json` wrote serves as well; what cannot be read is told all the same."""
    main(["check", "--format", "json", "--output", "known.json"])
    assert _codes(capsys, "--baseline", "known.json") == (0, [])
    (flawed.root / BIB).unlink()
    main(["check", "--format", "json", "--output", "known.json"])
    assert _codes(capsys, "--baseline", "known.json") == (1, ["RKT004"])


def test_stale_baseline(flawed, capsys):
    """What is found no more leaves the baseline when `fix` is run."""
    flawed.write("reportkit.toml", '[check]\nbaseline = "known.json"\n')
    main(["check", "--write-baseline", "known.json"])
    flawed.change(CHAPTER, "@nguyen2012", "@nguyen2021")
    assert _codes(capsys) == (0, ["RKT006"])
    assert _codes(capsys, "--select", "BIB") == (0, [])
    assert _codes(capsys, BIB) == (0, [])
    assert main(["fix", "--ignore", "IDN"]) == 0
    (left,) = json.loads(flawed.read("known.json"))["diagnostics"]
    assert left["code"] == "IDN002"
    assert _codes(capsys) == (0, [])


def test_fix_mends_what_is_known(flawed, capsys):
    """The baseline keeps nothing from being mended, and shrinks by what was."""
    flawed.write("reportkit.toml", '[check]\nbaseline = "known.json"\n')
    main(["check", "--write-baseline", "known.json"])
    assert main(["fix"]) == 0
    assert "{10.1000" in flawed.read(BIB)
    (left,) = json.loads(flawed.read("known.json"))["diagnostics"]
    assert left["code"] == "CIT001"
    assert "1 in the baseline" in capsys.readouterr().out


def test_baseline_elsewhere(flawed, capsys, tmp_path_factory):
    """A baseline outside of the project is read, and never changed."""
    path = tmp_path_factory.mktemp("elsewhere") / "known.json"
    main(["check", "--write-baseline", str(path)])
    flawed.change(CHAPTER, "@nguyen2012", "@nguyen2021")
    assert _codes(capsys, "--baseline", str(path)) == (0, ["RKT006"])


@pytest.mark.parametrize("text", ["", "[]", '{"schema_version": 1}'])
def test_no_baseline(project, capsys, text):
    """A file that holds no findings is one line and exit code 2."""
    project.write("known.json", text)
    assert main(["check", "--baseline", "known.json"]) == 2
    assert "these are no findings" in capsys.readouterr().err


def test_related_places(project, capsys):
    """A finding about two entries shows where the other one stands."""
    project.write(BIB, project.read(BIB) * 2)
    main(["check", "--select", "BIB002", "--format", "full"])
    assert " = see references.bib:1:10: the first entry with this key" in capsys.readouterr().out


def test_what_cannot_be_read_is_never_known(project, capsys):
    """A baseline takes no error about reading, and says so."""
    project.write(BIB, project.read(BIB) + "@article{half, title = {Never closed\n")
    assert main(["check", "--select", "BIB001,IDN", "--write-baseline", "known.json"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "known.json: 0 findings taken as known",
        "1 finding cannot be: `reportkit check --baseline known.json` tells them",
    ]
    assert _codes(capsys, "--select", "BIB001,IDN", "--baseline", "known.json") == (1, ["BIB001"])
