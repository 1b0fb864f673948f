import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from tests.locks import ROOT, pins
from tests.workflow.miniature import write_miniature


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A folder of packages with those of the smallest lock and no others."""
    folder = tmp_path / "packages"
    folder.mkdir()
    for name in pins("check"):
        distribution = metadata.distribution(name)
        for top in {file.parts[0] for file in distribution.files or ()} - {".."}:
            (folder / top).symlink_to(Path(str(distribution.locate_file(top))).resolve())
    return folder


def _reportkit(packages: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-S", "-m", "reportkit", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{packages}{os.pathsep}{ROOT / 'src'}"},
        check=False,
        capture_output=True,
        text=True,
    )


def test_checking_needs_no_more_than_the_smallest_lock(packages: Path, tmp_path: Path) -> None:
    """Where neither pandoc nor WeasyPrint nor Snakemake is installed a review can be checked."""
    review = write_miniature(tmp_path / "review")
    outcome = _reportkit(packages, review.folder, "check")
    assert (outcome.returncode, outcome.stderr) == (0, "")


def test_a_document_asks_for_what_is_missing(packages: Path, tmp_path: Path) -> None:
    """A step that needs more says in one line what is not installed, and what installs it."""
    review = write_miniature(tmp_path / "review")
    outcome = _reportkit(packages, review.folder, "manuscript", "--output", "manuscript.json")
    assert outcome.returncode == 2
    assert outcome.stderr.endswith(
        "is not installed\n    Run `make review`, which installs what documents need.\n"
    )
