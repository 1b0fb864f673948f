"""What an author may enter that looks wrong, and what is done about it."""

import shutil
from pathlib import Path

import pytest

from reportkit.formats.findings.text import line
from reportkit.project.check import check_project
from reportkit.project.load import load_review
from reportkit.project.request import Request

REVIEW = Path(__file__).parent / "integrity"


@pytest.fixture
def review(tmp_path: Path) -> Path:
    """A copy of the review."""
    return shutil.copytree(REVIEW, tmp_path / "review")


def _change(review: Path, name: str, old: str, new: str) -> None:
    text = (review / name).read_text(encoding="utf-8")
    assert old in text
    (review / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def _lines(review: Path) -> list[str]:
    return [line(found) for found in check_project(Request(review)).diagnostics]


def test_events_beside_a_survival_rate(review: Path) -> None:
    """A rate of survival counts those who left early, so that events of a total need not give it."""
    _change(review, "evidence/results.csv", "survival,,50,90,%", "survival,35,50,90,%")
    assert _lines(review) == []


def test_bad_rows_are_kept_apart(review: Path) -> None:
    """Each bad entry is named with file, line, column and row; the good ones beside it are still read."""
    results = review / "evidence/results.csv"
    before = results.read_text(encoding="utf-8")
    results.write_text(before.replace(",18,24,75,", ",18 of,24,75,").replace(",0.5,ratio,", ",0.5,days,"))
    studies = review / "evidence/studies.yaml"
    studies.write_text(studies.read_text(encoding="utf-8").replace("  no_registration: none was found\n", ""))
    _change(review, "evidence/certainty.yaml", ", reason: one small trial", "")
    _change(review, "evidence/screening.csv", "duplicate,,1", "duplicate,,one")
    found = _lines(review)
    assert [text.split("\n")[0] for text in found if "studies.yaml" not in text] == [
        "evidence/certainty.yaml:9:5: TAB003 `reason` is missing",
        "evidence/results.csv:6:83: TAB002 `18 of` in column `events` is no whole number",
        "evidence/results.csv:11:109: NUM027 row `firm.free-hr` is a hazard ratio in days",
        "evidence/screening.csv:3:25: TAB002 `one` is no number of records",
    ]
    assert sum("EVI022" in text for text in found) == 3
    assert load_review(review).evidence is not None


def test_nothing_is_lost(review: Path) -> None:
    """A row with a bad number keeps its other cells, and the study without registration its results."""
    _change(review, "evidence/results.csv", ",18,24,75,", ",18 of,24,75,")
    evidence = load_review(review).evidence
    assert evidence is not None
    row = evidence.results_by_id["resin.fitted"]
    assert (row.events, row.total, row.estimate_text) == (None, 24, "75")
