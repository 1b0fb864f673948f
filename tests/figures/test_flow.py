"""The flow of records: every number follows from the log, and nothing is made up."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reportkit.adapters.screening import COLUMNS, read_screening
from reportkit.figures import build_figure
from reportkit.model.evidence import Evidence
from reportkit.model.items import Figure
from reportkit.model.location import SourceText
from reportkit.model.review import Review
from reportkit.model.screening import ScreeningLog
from reportkit.model.settings import Settings
from tests.tables.miniature import item

HEADER = ",".join(COLUMNS)
LOG = """\
2021-03-01,database,Bone Index,found,,400,,
2021-03-01,register,Trials,found,,20,,
2021-03-02,,,duplicate,,50,,
2021-03-03,,,screened out,,310,,
2021-03-04,,,not retrieved,,5,,
2021-03-05,,,excluded,adults only,30,,
2021-03-05,,,excluded,no splint,15,,
2021-03-06,,,included,,10,,firm
"""


def _flow(log: str) -> Figure:
    entries, faults = read_screening(SourceText("screening.csv", f"{HEADER}\n{log}"))
    assert faults == ()
    review = Review(Settings(), evidence=Evidence(screening=entries))
    return build_figure(item("kind: figure\nbuilder: flow\n", "flow"), review)


def test_a_whole_flow() -> None:
    """Each box says what is left, and of what."""
    assert _flow(LOG).description == (
        "Records identified: 420; databases: 400; registers: 20; "
        "Removed before screening: 50; duplicates: 50. "
        "Records screened: 370; Records excluded: 310. "
        "Reports sought for retrieval: 60; Reports not retrieved: 5. "
        "Reports assessed for eligibility: 55; Reports excluded: 45; adults only: 30; no splint: 15. "
        "Reports included: 10; about 1 study."
    )


def test_what_was_not_recorded() -> None:
    """An empty number, or a step that nobody noted, is not recorded, and neither is what follows from it."""
    said = _flow(",citation,,found,,,,\n,,,included,,3,,firm\n").description
    assert "Records identified: not recorded; citation searching: not recorded" in said
    assert "Records screened: not recorded" in said
    assert "Reports included: 3" in said


@given(counts=st.lists(st.integers(0, 50), min_size=5, max_size=5))
def test_the_boxes_add_up(counts: list[int]) -> None:
    """What is found is what leaves at each step and what is left."""
    duplicate, out, lost, excluded, kept = counts
    log = (
        f",database,,found,,{sum(counts)},,\n,,,duplicate,,{duplicate},,\n,,,screened out,,{out},,\n"
        f",,,not retrieved,,{lost},,\n,,,excluded,small,{excluded},,\n,,,included,,{kept},,\n"
    )
    entries, _ = read_screening(SourceText("screening.csv", f"{HEADER}\n{log}"))
    assert ScreeningLog(entries).expected == kept


def test_odd_lines_are_told() -> None:
    """An unknown decision, no number and an exclusion without a reason are told at their cells."""
    text = f"{HEADER}\n,,,keppt,,1,,\n,,,included,,many,,\n,,,excluded,,1,,\n,,,included\n"
    entries, faults = read_screening(SourceText(str(Path("evidence") / "screening.csv"), text))
    assert entries == ()
    assert [str(fault.location) for fault in faults] == [
        "evidence/screening.csv:2:4",
        "evidence/screening.csv:3:14",
        "evidence/screening.csv:4:13",
        "evidence/screening.csv:5:1",
    ]
