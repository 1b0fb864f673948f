"""`reportkit evidence agreement`, and the release of a review that was extracted twice."""

import json
import shutil
from pathlib import Path

import pytest

from reportkit.cli.main import main

CLEAN_REVIEW = Path(__file__).parents[1] / "reviews" / "clean"
FIRST = """\
id,measure,events,total,estimate,analysis_set
firm.splint.healed,proportion,48,50,96.0,randomised
firm.cast.healed,proportion,40,50,80.0,treated
soft.healed,proportion,9,12,75,treated
"""
SECOND = """\
id,measure,events,total,estimate,analysis_set
firm.splint.healed,proportion,48,50,96,randomised
firm.cast.healed,proportion,40,50,80.0,randomised
soft.healed,proportion,6,12,75,treated
"""
SETTLED = """\
result,field,value,reason,by
firm.cast.healed,analysis_set,randomised,the first read the flow chart,Ann Reed
soft.healed,events,9,the second read the page upside down,Ann Reed
"""


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A review that two people extracted, before they met."""
    root = tmp_path / "review"
    shutil.copytree(CLEAN_REVIEW, root)
    (root / "evidence/extraction-first.csv").write_text(FIRST)
    (root / "evidence/extraction-second.csv").write_text(SECOND)
    monkeypatch.chdir(root)
    return root


@pytest.mark.usefixtures("review")
def test_before_they_met(capsys: pytest.CaptureFixture[str]) -> None:
    """Agreement is told for each field, kappa where chance plays a part, then each cell that is open."""
    assert main(["evidence", "agreement"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "field         cells  agree   share  kappa",
        "id                3      3  100.0%      –",
        "measure           3      3  100.0%      –",
        "events            3      2   66.7%      –",
        "total             3      3  100.0%      –",
        "estimate          3      3  100.0%      –",
        "analysis_set      3      2   66.7%   0.40",
        "all              18     16   88.9%      –",
        "evidence/extraction-second.csv:3:40: firm.cast.healed analysis_set: treated or randomised",
        "evidence/extraction-second.csv:4:24: soft.healed events: 9 or 6",
        "3 of 4 rows read twice; 2 cells differ, 2 of them not settled",
    ]


def test_once_settled(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was settled is open no more; how far they agreed before stays what it was."""
    (review / "evidence/adjudication.csv").write_text(SETTLED)
    assert main(["check", "--ignore", "DOC015"]) == 0
    capsys.readouterr()
    assert main(["evidence", "agreement"]) == 0
    out = capsys.readouterr().out
    assert "events            3      2   66.7%" in out
    assert out.endswith("3 of 4 rows read twice; 2 cells differ, 0 of them not settled\n")


def _demands(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, list[str]]]:
    main(
        ["check", "--ignore", "EVI008", "--format", "json", "--output", "build/findings.json", "--exit-zero"]
    )
    assert main(["gate", "build/findings.json", "--profile", "release", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)["demands"]
    return [(d["filename"], d["message"], d["subjects"]) for d in told if d["matter"] == "extraction"]


def test_release(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Open cells stop a release even where their rule is ignored, and so does what a machine settled."""
    assert _demands(capsys) == [
        (
            "evidence/extraction-second.csv",
            "2 cells that two extractors read differently, and nobody decided",
            ["firm.cast.healed analysis_set", "soft.healed events"],
        )
    ]
    (review / "evidence/adjudication.csv").write_text(SETTLED.replace("flow chart,Ann Reed", "chart,machine"))
    assert _demands(capsys) == [
        ("evidence/adjudication.csv", "1 cell settled by a machine", ["firm.cast.healed analysis_set"])
    ]


def test_a_review_read_once(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a second extraction there is one line that says what belongs there."""
    (review / "evidence/extraction-second.csv").unlink()
    assert main(["evidence", "agreement"]) == 2
    assert "this review was not extracted twice" in capsys.readouterr().err
