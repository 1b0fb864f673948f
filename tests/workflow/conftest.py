import shutil
from pathlib import Path

import pytest

from tests.workflow.miniature import Miniature, write_miniature


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    """A small review whose documents were made once; tests take copies of it."""
    review = write_miniature(tmp_path_factory.mktemp("built"))
    outcome = review.snakemake()
    assert outcome.returncode == 0, outcome.stdout
    return review


@pytest.fixture
def review(built: Miniature, tmp_path: Path) -> Miniature:
    """A copy of the review with its documents, free to be changed."""
    shutil.copytree(built.folder, tmp_path / "review", symlinks=True)
    return Miniature(tmp_path / "review")
