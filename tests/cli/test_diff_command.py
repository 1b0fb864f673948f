"""`reportkit diff`."""

import shutil
import subprocess
from pathlib import Path

import pytest

from reportkit.cli.main import main
from tests.cli.conftest import Project

ROOT = Path(__file__).parents[2]


def git(folder: Path, *arguments: str) -> None:
    """Run git as a person without settings of their own."""
    person = ("-c", "user.name=Ann Reed", "-c", "user.email=ann@example.org")
    subprocess.run(["git", *person, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607


@pytest.fixture
def history(project: Project) -> Project:
    """A repository whose first revision has no review, and whose second one, `first`, has it."""
    git(project.root, "init", "--initial-branch=main")
    git(project.root, "commit", "--allow-empty", "--message=Begin")
    git(project.root, "tag", "empty")
    git(project.root, "add", ".")
    git(project.root, "commit", "--message=Write")
    git(project.root, "tag", "first")
    return project


def test_a_revision_and_the_files_as_they_are(history: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """One revision is compared with the working files, which stay as they are."""
    history.change("chapters/10-results.md", "could walk", "could run")
    assert main(["diff", "first"]) == 0
    assert "\n  1 Results\n      In one study 50% could [-walk-]{+run+} again [" in capsys.readouterr().out
    assert "could run" in history.read("chapters/10-results.md")


def test_two_revisions(history: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """Both are read from the repository, whatever the working files say."""
    history.change("chapters/10-results.md", "could walk", "could run")
    git(history.root, "commit", "--all", "--message=Run")
    history.change("chapters/10-results.md", "could run", "could fly")
    assert main(["diff", "first", "HEAD", "--format", "json"]) == 0
    shown = capsys.readouterr().out
    assert '"before": "walk"' in shown
    assert "fly" not in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "reportkit: there is no revision and no folder nowhere\n"),
        (["first", "main"], "are the same\n    Name two that differ.\n"),
        (["."], "reportkit: . and working files are the same\n"),
        (["empty", "first"], "has no chapters in `chapters`, so no review to compare\n"),
        (["first", "--format", "pdf"], "reportkit: a PDF is no text for the terminal\n"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_line(
    history: Project, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    """A revision that is not there, the same one twice, one from before the review: one line and a hint."""
    assert history.root
    assert main(["diff", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_no_repository(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder without history can be compared with another folder."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.root.parent))
    assert main(["diff", "HEAD"]) == 2
    assert "is in no git repository\n    Name two folders to compare.\n" in capsys.readouterr().err


def test_the_same_bytes(history: Project, tmp_path: Path) -> None:
    """A redline is the same whenever it is made, and its PDF is printed from it."""
    shutil.copytree(ROOT / "templates", history.root / "templates")
    shutil.copytree(ROOT / ".reportkit" / "fonts", history.root / ".reportkit" / "fonts")
    history.change("chapters/10-results.md", "could walk", "could run")
    names = ["one.html", "two.html", "one.pdf", "two.pdf"]
    for name in names:
        assert main(["diff", "first", "--output", str(tmp_path / name)]) == 0
    one, two, first, second = ((tmp_path / name).read_bytes() for name in names)
    assert one == two
    assert first == second
    assert b"<del>walk</del>" in one
