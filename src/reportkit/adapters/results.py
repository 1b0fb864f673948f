"""Results from `results.csv`: one row for one printed result."""

from collections.abc import Iterator, Mapping
from typing import Any

from reportkit.adapters.csv_rows import BrokenRow, CsvRow, read_rows
from reportkit.adapters.results_checks import check_identifier, check_restated, check_study, check_words
from reportkit.adapters.results_header import COLUMNS, ESSENTIAL, check_header
from reportkit.adapters.results_row import ResultRow
from reportkit.adapters.table_schema import Constraint
from reportkit.model.diagnostic import Fault
from reportkit.model.evidence import Measure, Result, Study
from reportkit.model.location import Location, SourceText

_COUNTS = ("events", "total")
_NUMBERS = ("se", "ci_low", "ci_high", "ci_level", "p")


def read_results(
    source: SourceText, studies: Mapping[str, Study] | None, constraints: Mapping[str, Constraint]
) -> tuple[tuple[Result, ...], tuple[Fault, ...]]:
    """All rows that say what they measure, and what is wrong with these and the others.

    Where the studies could not be read, nothing is held against them.
    """
    faults: list[Fault] = []
    rows: dict[str, ResultRow] = {}
    results: list[Result] = []
    for row in _rows(source, faults):
        check_identifier(row, rows)
        check_words(row, constraints)
        if studies is not None:
            check_study(row, studies)
        results += _result(row)
        if "id" not in row.noted:
            rows[row.text("id")] = row
    for row in rows.values():
        check_restated(row, rows)
    return tuple(results), tuple(sorted(faults, key=lambda fault: fault.location))


def _rows(source: SourceText, faults: list[Fault]) -> Iterator[ResultRow]:
    """The rows behind the header that have as many cells as it."""
    rows = read_rows(source.text)
    header = next(rows, None)
    if header is None:
        place = Location.top(source.filename)
        faults.append(Fault("TAB001", "the file has no header", place, f"Begin with {','.join(COLUMNS)}"))
    elif isinstance(header, BrokenRow):
        faults.append(_broken(source, header))
    else:
        faults += check_header(source, header)
        names = [cell.text for cell in header.cells]
        if set(names) >= ESSENTIAL:
            yield from _sound_rows(source, names, rows, faults)


def _sound_rows(
    source: SourceText, names: list[str], rows: Iterator[CsvRow | BrokenRow], faults: list[Fault]
) -> Iterator[ResultRow]:
    for row in rows:
        if isinstance(row, BrokenRow):
            faults.append(_broken(source, row))
        elif len(row.cells) != len(names):
            message = f"the row has {len(row.cells)} cells, the header {len(names)}"
            hint = "A text with a comma has to stand in quotation marks."
            faults.append(Fault("TAB001", message, source.locate(row.span), hint, row.cells[0].text or None))
        else:
            cells = dict(zip(reversed(names), reversed(row.cells), strict=True))
            texts = {name: cell.text.strip() for name, cell in cells.items()}
            places = {name: source.locate(cell.span) for name, cell in cells.items()}
            yield ResultRow(texts, places, source.locate(row.span), faults)


def _broken(source: SourceText, row: BrokenRow) -> Fault:
    hint = 'A quotation mark within a quoted text is written twice: `"He said ""yes""."`'
    subject = row.cells[0].text if row.cells else None
    return Fault("RKT009", row.message, source.locate(row.span), hint, subject or None)


def _result(row: ResultRow) -> Iterator[Result]:
    """The result, unless it cannot be told what the row is about."""
    measure = Measure(row.text("measure")) if row.text("measure") in set(Measure) else None
    values: dict[str, Any] = {name: row.text(name) for name in COLUMNS}
    values |= {name: row.count(name) for name in _COUNTS}
    values |= {name: row.number(name) for name in _NUMBERS}
    values["estimate"] = row.estimate(ranges=measure is Measure.PERCENT_RANGE)
    if measure and "id" not in row.noted:
        values |= {"measure": measure, "estimate_text": row.text("estimate")}
        yield Result(**values, location=row.location, cells=row.places)
