r"""What is not to be told of the evidence, from `suppressions.yaml` beside it.

suppressions:
- code: NUM004
  subject: bones.walking  # the id of a row, study or item
  reason: The paper prints it so.
"""

import json
import re
from collections.abc import Iterable, Iterator

from reportkit.adapters.yaml_records import Record, read_record
from reportkit.model.diagnostic import Edit, Fault
from reportkit.model.location import Location, Position, SourceText, Span
from reportkit.model.suppression import Row, Suppression

_KEYS = ("code", "subject", "reason")
_BLANKS = r"(?:[ ]*(?:#[^\n]*)?\n)*"
_LIST = re.compile(rf"{_BLANKS}suppressions:[ ]*(?:\n{_BLANKS}(?P<indent>[ ]*)-[ ].*|\s*)", re.DOTALL)


def read_suppressions(source: SourceText) -> tuple[tuple[Suppression, ...], tuple[Fault, ...]]:
    """The suppressions of a file, and what is wrong with it; one without a reason is none of that."""
    file = read_record(source)
    if isinstance(file, Fault):
        return (), (file,)
    file.check_keys(["suppressions"])
    folder = source.filename.rpartition("/")[0]
    found = [_suppression(record, folder, source) for record in file.records("suppressions")]
    return tuple(found), tuple(file.faults)


def _suppression(record: Record, folder: str, source: SourceText) -> Suppression:
    record.check_keys(_KEYS)
    return Suppression(
        codes=tuple(filter(None, [record.required("code").upper()])),
        reason=record.text("reason"),
        scope=Row(folder, record.required("subject")),
        location=record.location,
        codes_location=record.place("code"),
        removal=tuple(_removal(record.location, source)),
    )


def _removal(record: Location, source: SourceText) -> Iterator[Edit]:
    """Removes the lines of a record that has them for itself."""
    before = source.line(record.start.row)[: record.start.column - 1]
    behind = source.line(record.end.row)[record.end.column - 1 :].strip()
    if before.strip() == "-" and (not behind or behind.startswith("#")):
        first = source.offset(Position(record.start.row, 1))
        last = source.offset(Position(record.end.row, 1)) + len(source.line(record.end.row))
        yield Edit(source.locate(Span(first, min(last + 1, len(source.text)))), "")


def with_records(text: str, pairs: Iterable[tuple[str, str]], reason: str) -> str | None:
    """The text of such a file with a record for each code and subject; None where it is written otherwise."""
    listed = _LIST.fullmatch(text) if text.strip() else _LIST.fullmatch("suppressions:\n")
    if listed is None:
        return None
    start = f"{listed['indent'] or ''}- "
    records = (
        f"{start}code: {code}\n{' ' * len(start)}subject: {json.dumps(subject, ensure_ascii=False)}\n"
        f"{' ' * len(start)}reason: {json.dumps(reason, ensure_ascii=False)}\n"
        for code, subject in pairs
    )
    return f"{listed[0].rstrip()}\n{''.join(records)}"
