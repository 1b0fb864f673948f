import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from reportkit.cli.main import main
from reportkit.formats.findings import form_names
from tests.locks import ROOT

HOOKS = ROOT / ".pre-commit-hooks.yaml"
ACTION = ROOT / "action.yml"
GUIDE = ROOT / "docs/integrations.md"
TEXT = "# Casts\n\nHalf could walk again [@nguyen2012].\n"
REFERENCES = "@article{nguyen2021, author = {An Nguyen}, title = {Walking}, journal = {Bones}, year = 2021}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one fault."""
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters/10-casts.md").write_text(TEXT)
    (tmp_path / "references.bib").write_text(REFERENCES)
    return tmp_path


def options(command: str, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The options of a command, by its help."""
    with pytest.raises(SystemExit):
        main([command, "--help"])
    return set(re.findall(r"--[a-z-]+", capsys.readouterr().out))


def steps() -> dict[str, str]:
    """What the steps of the action run, by name."""
    listed = yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]
    return {step["name"]: step["run"] for step in listed if "run" in step}


@pytest.mark.parametrize("file", [HOOKS, ACTION, GUIDE], ids=lambda file: file.name)
def test_commands_and_options_exist(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What other programs call is what the command line understands."""
    calls = re.findall(r"\breportkit (check|fix)\b([^\n`|]*)", file.read_text("utf-8"))
    assert calls
    for command, rest in calls:
        assert set(re.findall(r"--[a-z-]+", rest)) <= options(command, capsys)
        assert set(re.findall(r"--format (\w[\w-]*)", rest)) <= set(form_names())


def test_the_options_named_in_tables_and_arguments_exist(capsys: pytest.CaptureFixture[str]) -> None:
    """Options also stand apart from the command: in `args`, under `options` and in running text."""
    known = options("check", capsys)
    for file in (ACTION, GUIDE):
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", file.read_text("utf-8"))) <= known | {
            "--quiet",
            "--require-hashes",
            "--requirement",
            "--no-deps",
            "--no-build-isolation",
        }


def test_the_guide_names_the_forms_that_there_are() -> None:
    """Each form for other servers is one of the check."""
    paragraph = GUIDE.read_text("utf-8").partition("## Other servers")[2].partition("##")[0]
    assert {"gitlab", "junit", "rdjson", "sarif", "json"} == set(re.findall(r"`(\w+)`", paragraph))
    assert {"gitlab", "junit", "rdjson", "sarif", "json"} <= set(form_names())


def test_hooks_look_at_the_whole_project() -> None:
    """Both hooks are there under the names of the guide, and are passed no files."""
    hooks = {hook["id"]: hook for hook in yaml.safe_load(HOOKS.read_text("utf-8"))}
    assert set(hooks) == set(re.findall(r"- id: ([\w-]+)", GUIDE.read_text("utf-8")))
    for hook in hooks.values():
        assert (hook["language"], hook["pass_filenames"]) == ("python", False)
        for name in ("a.md", "b/c.bib", "results.csv", "d.qmd", "e.Rmd", "reportkit.toml", "studies.yaml"):
            assert re.search(hook["files"], name)
        assert not re.search(hook["files"], "figure.png")


def test_inputs_are_declared_used_and_described() -> None:
    """The action reads the inputs that it declares, and the guide lists them with their defaults."""
    action = yaml.safe_load(ACTION.read_text("utf-8"))
    used = set(re.findall(r"inputs\.([\w-]+)", ACTION.read_text("utf-8")))
    assert used == set(action["inputs"])
    rows = dict(re.findall(r"^\| `([\w-]+)` \|.*\| ([^|]+) \|$", GUIDE.read_text("utf-8"), re.MULTILINE))
    assert set(rows) == used
    for name, value in action["inputs"].items():
        assert not value["default"] or value["default"] == rows[name].strip("`")


def test_the_action_installs_what_is_there() -> None:
    """The locks that the action names exist, in the order in which they are needed."""
    named = re.findall(r"GITHUB_ACTION_PATH/([\w./]+)", steps()["Install reportkit"])
    assert named == ["requirements/backend.txt", "requirements/check.txt"]
    assert all((ROOT / name).is_file() for name in named)


def test_the_action_checks(project: Path) -> None:
    """The step prints annotations, writes a summary and a report, and fails where there are errors."""
    runner = project / "runner"
    (runner / "reportkit/bin").mkdir(parents=True)
    (runner / "reportkit/bin/activate").write_text(f'PATH="{Path(sys.executable).parent}:$PATH"\n')
    environment = {
        **os.environ,
        "RUNNER_TEMP": str(runner),
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
        "CHECKED": "",
        "OPTIONS": "--select CIT",
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", steps()["Check"]]
    outcome = subprocess.run(
        command, cwd=project, env=environment, check=False, capture_output=True, text=True
    )
    assert (outcome.returncode, outcome.stderr) == (1, "")
    assert outcome.stdout.startswith("::error file=chapters/10-casts.md,line=3,endLine=3,col=24,")
    assert "CIT001" in (runner / "summary.md").read_text("utf-8")
    assert (runner / "output").read_text("utf-8") == f"sarif={runner}/reportkit.sarif\n"
    report = json.loads((runner / "reportkit.sarif").read_text("utf-8"))
    assert "CIT001" in [result["ruleId"] for result in report["runs"][0]["results"]]


def test_the_call_in_the_guide_runs(project: Path) -> None:
    """The lines of the section on Python print the finding, and load nothing that only documents need."""
    code = re.findall(r"## Python\n\n```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)[0]
    heavy = "print(sorted({'weasyprint', 'pypandoc', 'snakemake', 'jinja2', 'lxml'} & set(sys.modules)))"
    outcome = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\n{heavy}"],
        cwd=project,
        check=True,
        capture_output=True,
        text=True,
    )
    *findings, loaded = outcome.stdout.splitlines()
    assert any(each.startswith("chapters/10-casts.md:3:24 CIT001 `nguyen2012`") for each in findings)
    assert loaded == "[]"
