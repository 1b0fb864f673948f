"""`reportkit why` and `reportkit impact`."""

import shutil
from pathlib import Path

import pytest

from reportkit.cli.main import main

CLEAN_REVIEW = Path(__file__).parents[1] / "reviews" / "clean"


def test_why(capsys: pytest.CaptureFixture[str]) -> None:
    """A row is told with its source and reading, and with every place that rests on it."""
    assert main(["why", "firm.pain", "--root", str(CLEAN_REVIEW)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "firm.pain: HR 0.39; (0.20–0.76); p = 0.004",
        "    study: FIRM (NCT01234501)",
        "    group: splint against cast; children, 5–12 years",
        "    outcome: pain; 4 weeks; randomised",
        "    source: @reed2020firm; Abstract",
        "    words: “pain at four weeks”",
        "    read at: https://example.org/firm",
        "    extracted: not recorded",
        "    verified: by no person",
        "    certainty: not rated",
        "    row: evidence/results.csv:4:1",
        (
            "    chapters/20-results.md:8:45: sentence: The hazard ratio for pain at four weeks was "
            "0.39 (95% CI 0.20–0.76), in favour of the splint."
        ),
    ]


def test_impact_of_a_study(capsys: pytest.CaptureFixture[str]) -> None:
    """Each row of a study comes with the sentences and tables that rest on it; a summary ends it."""
    assert main(["impact", "soft", "--root", str(CLEAN_REVIEW)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "soft.healed: 75%; 9/12",
        "    chapters/20-results.md:16:48: sentence: At six weeks 9 of 12 (75%) had healed.",
        "    evidence/items/healing.yaml:1:1: table: healing",
        "soft: 1 row; resting on them: 1 sentence, 1 table; cited 0 times",
    ]


def test_impact_of_a_retracted_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report lists its notices first, and the places that cite it; a chapter may be a conclusion."""
    review = tmp_path / "review"
    shutil.copytree(CLEAN_REVIEW, review)
    (review / "chapters" / "90-conclusions.md").write_text("# Conclusions\n\n[75%]{ev=soft.healed}.\n")
    with (review / "retraction.lock.csv").open("a") as notices:
        notices.write(
            "2,Soft,3/4/2023 0:00,,0,1/2/2021 0:00,10.1234/ac.2021.12,0,Retraction,+Error in Data;\n"
        )
    assert main(["impact", "lake2021soft", "--root", str(review)]) == 0
    first, *_, cited, last = capsys.readouterr().out.splitlines()
    assert first.startswith("Retraction, 2023-03-04: 10.1234/ac.2021.12")
    assert cited == "cited at chapters/20-results.md:16:19, chapters/20-results.md:16:92"
    assert last.endswith("1 conclusion, 1 sentence, 1 table; cited 2 times")


def test_why_tells_how_sure_one_can_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The certainty of a row is said, what was concluded from it, and that its report was corrected."""
    review = tmp_path / "review"
    shutil.copytree(CLEAN_REVIEW, review)
    (review / "evidence" / "certainty.yaml").write_text(
        "certainty:\n- {id: healing, comparison: none, outcome: healing, with: soft.healed,"
        " randomised: false, statement: Sleeves may help., judged_by: machine}\n"
    )
    with (review / "retraction.lock.csv").open("a") as notices:
        notices.write(
            "2,Soft,3/4/2023 0:00,,0,1/2/2021 0:00,10.1234/ac.2021.12,0,Correction,+Error in Text;\n"
        )
    assert main(["why", "soft.healed", "--root", str(review)]) == 0
    told = capsys.readouterr().out
    assert "    report: Correction, 2023-03-04: 10.1234/ac.2021.12 (Error in Text)\n" in told
    assert "    certainty: low (proposed by a machine)\n" in told
    assert "evidence/certainty.yaml:2:3: rating: low certainty: Sleeves may help.\n" in told


def test_a_table_that_prints_a_row_rests_on_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also a row that no pattern of the item names, but a judgement or a text of it."""
    review = tmp_path / "review"
    shutil.copytree(CLEAN_REVIEW, review)
    (review / "evidence" / "items" / "told.yaml").write_text(
        "kind: table\nbuilder: outcomes\ncaption: Of those treated []{ev=soft.healed} healed.\nrows: []\n"
    )
    assert main(["impact", "soft", "--root", str(review)]) == 0
    assert "    evidence/items/told.yaml:1:1: table: told\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["why", "firm.pian"], "Did you mean `firm.pain`"), (["impact", "reed2020"], "no reference `reed2020`")],
)
def test_unknown_names(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that does not exist is one line and exit code 2."""
    assert main([*arguments, "--root", str(CLEAN_REVIEW)]) == 2
    assert told in capsys.readouterr().err
