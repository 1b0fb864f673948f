"""The review of this repository, built once in a folder of its own."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Workplace:
    """A copy of the repository that may be changed."""

    folder: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command there; output and errors together."""
        return subprocess.run(
            command, cwd=self.folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )

    def read(self, name: str) -> str:
        """The text of a file."""
        return (self.folder / name).read_text(encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Change one place of a file, which has to be there once."""
        text = self.read(name)
        assert text.count(old) == 1, f"{name} has {old!r} {text.count(old)} times"
        (self.folder / name).write_text(text.replace(old, new), encoding="utf-8")


def copy_of_review(folder: Path) -> Workplace:
    """The tracked files of the repository, with the fonts that were cut before."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)  # noqa: S607
    for name in filter(None, listed.stdout.split("\0")):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_file():
            shutil.copyfile(ROOT / name, target)
    fonts = ROOT / ".reportkit" / "fonts"
    if fonts.is_dir():
        shutil.copytree(fonts, folder / ".reportkit" / "fonts")
    return Workplace(folder)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """The review after `snakemake`."""
    workplace = copy_of_review(tmp_path_factory.mktemp("review"))
    outcome = workplace.run("snakemake")
    assert outcome.returncode == 0, outcome.stdout
    return workplace


@pytest.fixture
def sources(tmp_path: Path) -> Workplace:
    """The review as it lies in the repository, not built."""
    return copy_of_review(tmp_path / "review")
