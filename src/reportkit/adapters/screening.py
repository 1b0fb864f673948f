"""The log of a search and of what was kept: `screening.csv`."""

from collections.abc import Mapping

from reportkit.adapters.csv_rows import BrokenRow, CsvRow, read_rows
from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, SourceText
from reportkit.model.screening import Decision, LogEntry, Origin

COLUMNS = ("date", "origin", "source", "decision", "reason", "records", "reference", "study")
_HINT = f"The columns are {', '.join(COLUMNS)}."
_WITH_REASON = {Decision.EXCLUDED, Decision.REMOVED}


def read_screening(source: SourceText) -> tuple[tuple[LogEntry, ...], tuple[Fault, ...]]:
    """The entries of the log, and what is wrong with the others."""
    rows = read_rows(source.text)
    header = next(rows, None)
    if not isinstance(header, CsvRow) or tuple(cell.text for cell in header.cells) != COLUMNS:
        place = source.locate(header.span) if header else Location.top(source.filename)
        return (), (Fault("TAB001", "this line does not name the columns", place, _HINT),)
    read = [_entry(source, row) for row in rows]
    return (
        tuple(one for one in read if isinstance(one, LogEntry)),
        tuple(one for one in read if isinstance(one, Fault)),
    )


def _entry(source: SourceText, row: CsvRow | BrokenRow) -> LogEntry | Fault:
    if isinstance(row, BrokenRow):
        return Fault("TAB001", row.message, source.locate(row.span), _HINT)
    if len(row.cells) != len(COLUMNS):
        message = f"the row has {len(row.cells)} cells instead of {len(COLUMNS)}"
        return Fault("TAB001", message, source.locate(row.span), _HINT)
    texts = {name: cell.text.strip() for name, cell in zip(COLUMNS, row.cells, strict=True)}
    places = {name: source.locate(cell.span) for name, cell in zip(COLUMNS, row.cells, strict=True)}
    return _misfit(texts, places) or LogEntry(
        texts["date"],
        texts["origin"],
        texts["source"],
        Decision(texts["decision"]),
        texts["reason"],
        int(texts["records"]) if texts["records"] else None,
        texts["reference"],
        texts["study"],
        source.locate(row.span),
    )


def _misfit(texts: Mapping[str, str], places: Mapping[str, Location]) -> Fault | None:
    """The first reason why a row is no entry."""
    for name, known in (("decision", list(Decision)), ("origin", ["", *Origin])):
        if texts[name] not in known:
            hint = did_you_mean(texts[name], known) or f"Known here: {', '.join(filter(None, known))}."
            return Fault("TAB003", f"`{texts[name]}` is no {name}", places[name], hint)
    if texts["records"] and not (texts["records"].isascii() and texts["records"].isdigit()):
        hint = "Leave the cell empty where the number was not recorded."
        return Fault("TAB002", f"`{texts['records']}` is no number of records", places["records"], hint)
    if texts["decision"] in _WITH_REASON and not texts["reason"]:
        return Fault("TAB003", "records that are taken out need a reason", places["reason"], "Say why.")
    return None
