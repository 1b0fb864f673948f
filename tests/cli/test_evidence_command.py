"""`reportkit evidence`."""

import shutil
from pathlib import Path

import pytest

from reportkit.cli.main import main

CLEAN_REVIEW = Path(__file__).parents[1] / "reviews" / "clean"


@pytest.fixture
def review(tmp_path: Path) -> Path:
    """A review with the texts of one of its two sources."""
    root = tmp_path / "review"
    shutil.copytree(CLEAN_REVIEW, root)
    texts = root / "sources"
    texts.mkdir()
    (texts / "reed2020firm.txt").write_text("Most healed at six\nweeks. Pain at four weeks was less.")
    return root


def test_anchors(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The words around numbers are found across line ends; a source without a text is counted apart."""
    assert main(["evidence", "anchors", "--root", str(review)]) == 0
    assert capsys.readouterr().out == "3 of 3 anchors found; 1 more have no text to look in\n"


def test_missing_anchor(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words that a text does not have are named with their row, and are a finding."""
    (review / "sources" / "lake2021soft.txt").write_text("Nine had healed up.")
    (review / "sources" / "reed2020firm.txt").write_text("Pain at four weeks, and healed at six weeks.")
    results = review / "evidence" / "results.csv"
    results.write_text(results.read_text().replace(",had healed,", ",were healed,"))
    assert main(["evidence", "anchors", "--root", str(review)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "soft.healed: lake2021soft.txt does not have the words “were healed”",
        "3 of 4 anchors found; 0 more have no text to look in",
    ]


def test_changed_text(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that is not the one recorded is noticed, whatever its words."""
    assert main(["evidence", "anchors", "--root", str(review), "--record"]) == 0
    with (review / "sources" / "reed2020firm.txt").open("a") as text:
        text.write(" A correction.")
    capsys.readouterr()
    assert main(["evidence", "anchors", "--root", str(review)]) == 1
    assert "reed2020firm: the text is not the one that was recorded" in capsys.readouterr().out


def test_a_recorded_text_may_have_any_name(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text is known by its digest wherever it lies."""
    main(["evidence", "anchors", "--root", str(review), "--record"])
    (review / "sources" / "reed2020firm.txt").rename(review / "sources" / "download (1).txt")
    capsys.readouterr()
    assert main(["evidence", "anchors", "--root", str(review)]) == 0
    assert capsys.readouterr().out.startswith("3 of 3 anchors found")


def test_no_texts(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the folder there is one line that says what belongs there."""
    assert main(["evidence", "anchors", "--root", str(review), "--sources", str(review / "gone")]) == 2
    assert "there is no such folder" in capsys.readouterr().err
