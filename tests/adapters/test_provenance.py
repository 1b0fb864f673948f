"""How rows came into the evidence and who compared them, as their files say it."""

import pytest

from reportkit.adapters.provenance import read_extractions, read_verifications
from reportkit.model.location import SourceText


def test_extractions() -> None:
    """Rows, who took them, how and when; the day may be unknown."""
    text = "extraction:\n- {rows: ['firm.*'], by: Ann Reed, method: person, on: null}\n"
    (extraction,), faults = read_extractions(SourceText("extraction.yaml", text))
    assert (extraction.rows, extraction.by, extraction.method, extraction.on) == (
        ("firm.*",),
        "Ann Reed",
        "person",
        "",
    )
    assert faults == ()


def test_odd_extraction() -> None:
    """A missing name and an unknown method are told with their places."""
    text = "extraction:\n- rows: ['*']\n  method: magic\n"
    _, faults = read_extractions(SourceText("extraction.yaml", text))
    assert [(str(f.location), f.message) for f in sorted(faults, key=lambda f: f.message)] == [
        ("extraction.yaml:2:3", "`by` is missing"),
        ("extraction.yaml:3:11", "`magic` is none of machine, person, both"),
    ]


@pytest.mark.parametrize("text", ["", "result,on\n", "a,b,c,d\n", '"result\n'])
def test_no_header(text: str) -> None:
    """A file that does not begin with its columns is one fault."""
    found, faults = read_verifications(SourceText("verifications.csv", text))
    assert (found, len(faults)) == ((), 1)


@pytest.mark.parametrize("row", ["firm,Ann,2023-01-01", "firm,,2023-01-01,abc", 'firm,"Ann'])
def test_broken_verification(row: str) -> None:
    """A row with a cell too few, an empty or a broken one is told at its line, and the others count."""
    text = f"result,by,on,digest\n{row}\nsoft,Tom,2023-01-02,def\n"
    found, faults = read_verifications(SourceText("verifications.csv", text))
    assert {fault.location.start.row for fault in faults} == {2}
    assert [verification.result for verification in found] in (["soft"], [])
