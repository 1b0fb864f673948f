import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.adapters.csv_rows import BrokenRow, CsvRow, read_rows

ROWS = st.lists(st.lists(st.text('ab,"\nü ', max_size=6), min_size=1, max_size=4), max_size=5)


def texts(text: str) -> list[list[str]]:
    """The cells of each row that can be read."""
    return [[cell.text for cell in row.cells] for row in read_rows(text) if isinstance(row, CsvRow)]


@given(ROWS)
def test_what_the_csv_module_writes_is_read(rows: list[list[str]]) -> None:
    """Every table written by the csv module is read back, row by row."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    assert texts(stream.getvalue()) == list(csv.reader(io.StringIO(stream.getvalue(), newline="")))


@given(st.text('ab,"\n', max_size=30))
def test_any_text_is_read_as_the_csv_module_reads_it(text: str) -> None:
    """Text without a broken row has the rows that the strict csv module finds, blank lines left out."""
    rows = list(read_rows(text))
    if not any(isinstance(row, BrokenRow) for row in rows):
        assert texts(text) == [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row]


@given(st.text('ab,"\n', max_size=30))
def test_what_is_called_broken_is_refused_by_the_csv_module(text: str) -> None:
    """A row that is called broken is one that the strict csv module does not take either."""
    if any(isinstance(row, BrokenRow) for row in read_rows(text)):
        with pytest.raises(csv.Error):
            list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(ROWS)
def test_places_are_those_of_the_text(rows: list[list[str]]) -> None:
    """What stands at the place of a cell is the cell."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    text = stream.getvalue()
    for row in read_rows(text):
        for cell in row.cells:
            written = text[cell.span.start : cell.span.end]
            assert next(csv.reader(io.StringIO(written, newline="")), [""]) == [cell.text]


def test_line_of_great_length_is_read() -> None:
    """A cell of a million characters is a cell."""
    assert texts("a," + "b" * 1_000_000) == [["a", "b" * 1_000_000]]


def test_broken_row_ends_with_its_line() -> None:
    """A quotation mark that is never closed costs one row and not the rest of the file."""
    assert texts('a,b\n"c,d\ne,f\n') == [["a", "b"], ["e", "f"]]
