"""How rows came into the evidence (`extraction.yaml`) and who compared them (`verifications.csv`).

`extraction.yaml` is a list `extraction` of records with `rows` (ids or patterns), `by`, `method` and `on`.
`verifications.csv` has the columns result, by, on and digest; `reportkit evidence verify` adds to it.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from reportkit.adapters.csv_rows import BrokenRow, CsvRow, read_rows
from reportkit.adapters.yaml_records import Record, read_record
from reportkit.model.diagnostic import Fault
from reportkit.model.evidence import Extraction, Verification
from reportkit.model.location import Location, SourceText

COLUMNS = ("result", "by", "on", "digest")
_METHODS = ("machine", "person", "both")
_HINT = f"The columns are {', '.join(COLUMNS)}; `reportkit evidence verify` writes them."


def read_extractions(source: SourceText) -> tuple[tuple[Extraction, ...], tuple[Fault, ...]]:
    """Who took which rows from their sources."""
    file = read_record(source)
    if isinstance(file, Fault):
        return (), (file,)
    file.check_keys(["extraction"])
    found = tuple(_extraction(record) for record in file.records("extraction"))
    return found, tuple(file.faults)


def read_verifications(source: SourceText) -> tuple[tuple[Verification, ...], tuple[Fault, ...]]:
    """Who compared which rows with their sources."""
    rows = read_rows(source.text)
    header = next(rows, None)
    if not isinstance(header, CsvRow) or tuple(cell.text for cell in header.cells) != COLUMNS:
        place = source.locate(header.span) if header else Location.top(source.filename)
        return (), (Fault("TAB001", "this line does not name the columns", place, _HINT),)
    read = [_verification(source, row) for row in rows]
    return (
        tuple(one for one in read if isinstance(one, Verification)),
        tuple(one for one in read if isinstance(one, Fault)),
    )


def _verification(source: SourceText, row: CsvRow | BrokenRow) -> Verification | Fault:
    place = source.locate(row.span)
    texts = [cell.text for cell in row.cells]
    if isinstance(row, BrokenRow) or len(texts) != len(COLUMNS) or not all(texts):
        return Fault("TAB001", "this is no verification", place, _HINT)
    result, by, on, digest = texts
    return Verification(result, by, on, digest, place)


def verifications_csv(verifications: Iterable[Verification]) -> str:
    """The file that says so."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(verifications))
    return stream.getvalue()


def _cells(verifications: Iterable[Verification]) -> Iterator[tuple[str, ...]]:
    for verification in verifications:
        yield verification.result, verification.by, verification.on, verification.digest


def _extraction(record: Record) -> Extraction:
    record.check_keys(["rows", "by", "method", "on"])
    method = record.required("method")
    if method and method not in _METHODS:
        record.note("TAB003", f"`{method}` is none of {', '.join(_METHODS)}", "method")
    return Extraction(record.texts("rows"), record.required("by"), method, record.text("on"))
