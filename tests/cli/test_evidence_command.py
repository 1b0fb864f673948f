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


def test_verify_and_status(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A verification counts in each chapter that rests on the row, until the row is changed."""
    root = ["--root", str(review)]
    named = ["firm.splint.healed", "--by", "Ann Reed", "--on", "2023-06-02"]
    assert main(["evidence", "verify", *root, *named]) == 0
    assert main(["evidence", "status", *root]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "firm.splint.healed: verified by Ann Reed, 2023-06-02",
        "chapters/20-results.md: 1 of 4 results verified",
        "all chapters: 1 of 4 results verified",
    ]
    results = review / "evidence" / "results.csv"
    results.write_text(results.read_text().replace(",48,50,96.0,", ",47,50,94.0,"))
    main(["evidence", "status", *root])
    assert "0 of 4" in capsys.readouterr().out


def test_a_remark_about_a_row_leaves_it_verified(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Notes are no part of what was compared with the source."""
    root = ["--root", str(review)]
    main(["evidence", "verify", *root, "soft.healed", "--by", "Tom Lake", "--on", "2023-06-02"])
    results = review / "evidence" / "results.csv"
    results.write_text(results.read_text().replace("line 4,", "line 4,a small series"))
    main(["evidence", "status", *root])
    assert "1 of 4 results verified" in capsys.readouterr().out


def test_verify_a_row_that_does_not_exist(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt row is one line with the nearest one, and nothing is recorded."""
    assert main(["evidence", "verify", "--root", str(review), "soft.heald", "--by", "Tom Lake"]) == 2
    assert "the evidence has no row `soft.heald`" in capsys.readouterr().err
    assert not (review / "evidence" / "verifications.csv").exists()
