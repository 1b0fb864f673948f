"""Two extractions and what was settled, as their files say it."""

import pytest

from reportkit.adapters.double_extraction import read_adjudications, read_readings
from reportkit.model.location import SourceText


@pytest.mark.parametrize("text", ["", "events,total\n", "id,evnts\n", "id,id\n", '"id\n', "id;events\n"])
def test_no_header(text: str) -> None:
    """A file that does not begin with `id` and columns of the evidence is one fault."""
    found, faults = read_readings(SourceText("extraction-first.csv", text))
    assert (found, [fault.code for fault in faults]) == ((), ["TAB001"])


@pytest.mark.parametrize(
    ("row", "code"), [("firm", "TAB001"), ('firm,"1', "TAB001"), (",1", "TAB003"), ("soft,2", "TAB003")]
)
def test_broken_reading(row: str, code: str) -> None:
    """A row with a cell too few, a broken one, no id or a doubled one is told, and the others count."""
    text = f"id,events\nsoft,1\n{row}\nhard,3\n"
    found, faults = read_readings(SourceText("extraction-first.csv", text))
    assert [(fault.code, fault.location.start.row) for fault in faults] == [(code, 3)]
    assert [reading.result for reading in found] == ["soft", "hard"]


def test_odd_adjudications() -> None:
    """A line without a reason or a name, about no column or a settled cell, settles nothing."""
    lines = (
        "soft,events,1,misread,Ann",
        "soft,total,2,,Ann",
        "soft,total,2,misread,",
        "soft,evnts,,gone,Ann",
        "soft,events,2,misread,Bea",
    )
    text = "\n".join(("result,field,value,reason,by", *lines))
    found, faults = read_adjudications(SourceText("adjudication.csv", text))
    assert [one.field for one in found] == ["events"]
    assert [(str(fault.location), fault.message) for fault in faults] == [
        ("adjudication.csv:3:14", "`reason` is missing"),
        ("adjudication.csv:4:22", "`by` is missing"),
        ("adjudication.csv:5:6", "there is no column `evnts`"),
        ("adjudication.csv:6:1", "this cell is already settled in line 2"),
    ]
