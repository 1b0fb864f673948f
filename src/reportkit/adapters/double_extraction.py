"""Two extractions of the same sources and what was settled where they differ.

`extraction-first.csv` and `extraction-second.csv` have a column `id` and any other columns of `results.csv`;
what both have is compared. They stay as they were written. `adjudication.csv` has the columns result, field,
value, reason and by: one line for each cell that was settled, the field `id` standing for the row as a whole.
"""

from collections.abc import Callable, Iterator, Sequence

from reportkit.adapters.csv_rows import BrokenRow, CsvRow, read_rows
from reportkit.adapters.results_header import COLUMNS
from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Fault
from reportkit.model.double_extraction import Adjudication, Reading
from reportkit.model.location import Location, SourceText

ADJUDICATION = ("result", "field", "value", "reason", "by")
_HINT = f"The columns are {', '.join(ADJUDICATION)}."
_ANY_HINT = "Begin with `id`, then the columns of results.csv that are compared."
_DEMANDED = ("result", "field", "reason", "by")


def read_readings(source: SourceText) -> tuple[tuple[Reading, ...], tuple[Fault, ...]]:
    """What one extractor wrote down; of a row that is there twice the first counts."""
    rows, faults = _read(source, _is_choice, _ANY_HINT)
    readings: dict[str, Reading] = {}
    for row in rows:
        if not row.result:
            faults.append(Fault("TAB003", "the row has no id", row.location, "Name the row of results.csv."))
        elif row.result in readings:
            faults.append(Fault("TAB003", f"the row `{row.result}` is here twice", row.location, "Keep one."))
        else:
            readings[row.result] = row
    return tuple(readings.values()), tuple(faults)


def read_adjudications(source: SourceText) -> tuple[tuple[Adjudication, ...], tuple[Fault, ...]]:
    """What was settled; a line that does not say by whom or why settles nothing, nor does a second one."""
    rows, faults = _read(source, lambda names: tuple(names) == ADJUDICATION, _HINT)
    settled: list[Adjudication] = []
    for row in rows:
        misfits = [*_misfits(row), *_repeated(row, settled)]
        faults += misfits
        if not misfits:
            result, field, value, reason, by = (row.texts[name] for name in ADJUDICATION)
            settled.append(Adjudication(result, field, value, reason, by, row.location))
    return tuple(settled), tuple(faults)


def _misfits(row: Reading) -> Iterator[Fault]:
    for name in _DEMANDED:
        if not row.texts[name]:
            yield Fault("TAB003", f"`{name}` is missing", row.places[name], _HINT, row.texts["result"])
    field = row.texts["field"]
    if field and field not in COLUMNS:
        hint = did_you_mean(field, COLUMNS) or "Name a column of results.csv."
        yield Fault("TAB003", f"there is no column `{field}`", row.places["field"], hint)


def _repeated(row: Reading, settled: Sequence[Adjudication]) -> Iterator[Fault]:
    for other in settled:
        if (other.result, other.field) == (row.texts["result"], row.texts["field"]):
            message = f"this cell is already settled in line {other.location.start.row}"
            yield Fault("TAB003", message, row.location, "Keep one of them.", other.result)


def _is_choice(names: Sequence[str]) -> bool:
    """Whether these are columns of results.csv, with the one that names the row, and none twice."""
    return "id" in names and set(names) <= set(COLUMNS) and len(set(names)) == len(names)


def _read(
    source: SourceText, fits: Callable[[Sequence[str]], bool], hint: str
) -> tuple[list[Reading], list[Fault]]:
    """The rows below a header that fits, cells by column."""
    rows = read_rows(source.text)
    header = next(rows, None)
    names = [cell.text.strip() for cell in header.cells] if isinstance(header, CsvRow) else []
    if header is None or not fits(names):
        place = source.locate(header.span) if header else Location.top(source.filename)
        return [], [Fault("TAB001", "this line does not name the columns", place, hint)]
    read = [_row(source, names, row) for row in rows]
    return [row for row in read if isinstance(row, Reading)], [row for row in read if isinstance(row, Fault)]


def _row(source: SourceText, names: Sequence[str], row: CsvRow | BrokenRow) -> Reading | Fault:
    place = source.locate(row.span)
    if isinstance(row, BrokenRow):
        return Fault("TAB001", row.message, place, "Write a quotation mark within a text twice.")
    if len(row.cells) != len(names):
        message = f"the row has {len(row.cells)} cells, the header {len(names)}"
        return Fault("TAB001", message, place, "A text with a comma has to stand in quotation marks.")
    texts = {name: cell.text.strip() for name, cell in zip(names, row.cells, strict=True)}
    places = {name: source.locate(cell.span) for name, cell in zip(names, row.cells, strict=True)}
    return Reading(texts.get("id", ""), texts, places, place)
