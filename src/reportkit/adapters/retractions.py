"""Notices from a copy of the Retraction Watch database, as it is published: `retraction.lock.csv`.

The day of the copy stands in a line before the header, `# 2024-05-31`. A file without it is as old as the
newest notice in it, since it can be no older. Of some seventy thousand rows those about works of the
bibliography are kept, of the columns those with identifiers, day, kind and reasons of a notice. These are
ASCII, so a broken character elsewhere in the file does not matter.
"""

import csv
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TextIO

from reportkit.adapters.files import access, has_name, locate_file
from reportkit.errors import FileAccessError
from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, Position
from reportkit.model.locks import Nature, Notice, RetractionSnapshot
from reportkit.rules.reading.dois import folded_doi

COLUMNS = (
    "RetractionDate",
    "RetractionDOI",
    "OriginalPaperDOI",
    "OriginalPaperPubMedID",
    "RetractionNature",
    "Reason",
)

_DAY_OF_COPY = re.compile(r"#.*?(\d{4}-\d\d-\d\d)\b")
_DAY = re.compile(r"(?P<month>\d\d?)/(?P<day>\d\d?)/(?P<year>\d{4})\b|(?P<iso>\d{4}-\d\d-\d\d)\b")
_ODD = re.compile(r"[;%:\s]|arxiv", re.IGNORECASE)
_BETWEEN_DOIS = re.compile(r";\s*(?=10\.|https?:|doi:|$)", re.IGNORECASE)
_NATURES = {nature.lower(): nature for nature in Nature}
_HINT = "Fetch the file anew."


def read_retractions(
    root: Path, name: str, works: Callable[[], Collection[str]]
) -> RetractionSnapshot | Fault | None:
    """The notices about works, by PMID or folded DOI; None where there is no such file to ask of."""
    if not has_name(root, name):
        return None
    reader = _Reader(name, works())
    try:
        path = locate_file(root, name)
        with access(name), path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
            return reader.read(stream)
    except FileAccessError as error:
        return reader.fault(1, error.message.removeprefix(f"{name}: "), error.hint)


class _Reader:
    """Reads one file, row by row."""

    def __init__(self, name: str, works: Collection[str]) -> None:
        self._name = name
        self._wanted = works
        self._newest = ""
        self._faults: list[Fault] = []

    def read(self, stream: TextIO) -> RetractionSnapshot | Fault:
        """What the file says, or why it is no copy of the database."""
        first = stream.readline()
        is_dated = first.startswith("#")
        rows = _rows(stream if is_dated else chain([first], stream), 2 if is_dated else 1)
        try:
            _, header = next(rows, (1, []))
            missing = [column for column in COLUMNS if column not in header]
            if missing:
                return self.fault(1, f"this is no copy of Retraction Watch: it has no column `{missing[0]}`")
            notices = tuple(self._notices(rows, [header.index(column) for column in COLUMNS]))
        except csv.Error as error:
            return self.fault(1, f"this is not CSV: {error}")
        day = self._day_of_copy(first) if is_dated else self._newest
        return RetractionSnapshot(day, notices, self._name, tuple(self._faults))

    def _day_of_copy(self, line: str) -> str:
        found = _DAY_OF_COPY.match(line)
        day = _day(found[1]) if found else ""
        if not day:
            self._faults.append(self.fault(1, "no day stands behind `#`", "Write it as in `# 2024-05-31`."))
        return day

    def _notices(self, rows: Iterator[tuple[int, list[str]]], columns: Sequence[int]) -> Iterator[Notice]:
        for line, row in self._whole(rows, max(columns)):
            day, notice_doi, dois, pmids, nature, reasons = (row[column] for column in columns)
            day = _day(day)
            self._newest = max(self._newest, day)
            works = self._known(dois, pmids)
            if works and (kind := self._nature(line, nature)):
                yield Notice(
                    kind, day, works, next(_dois(notice_doi), ""), tuple(_listed(reasons)), self._place(line)
                )

    def _whole(self, rows: Iterator[tuple[int, list[str]]], last: int) -> Iterator[tuple[int, list[str]]]:
        """The rows that reach to the last column; the database ends with many empty ones."""
        cut: list[int] = []
        for line, row in rows:
            if len(row) > last:
                yield line, row
            elif any(row):
                cut.append(line)
        if cut:
            others = f", like {len(cut) - 1} more" if len(cut) > 1 else ""
            self._faults.append(self.fault(cut[0], f"this row is cut short{others}"))

    def _known(self, dois: str, pmids: str) -> tuple[str, ...]:
        """The works of the bibliography that these cells name; most cells hold one plain DOI or PMID."""
        plain = dois.lower() in self._wanted or pmids in self._wanted
        if not plain and not _ODD.search(dois) and ";" not in pmids:
            return ()
        return tuple(work for work in _works(dois, pmids) if work in self._wanted)

    def _nature(self, line: int, text: str) -> Nature | None:
        nature = _NATURES.get(text.strip().lower())
        if nature is None:
            self._faults.append(self.fault(line, f"`{text}` is no kind of notice known here"))
        return nature

    def fault(self, line: int, message: str, hint: str = _HINT) -> Fault:
        """What is wrong in this line."""
        return Fault("RKT010", message, self._place(line), hint)

    def _place(self, line: int) -> Location:
        return Location(self._name, Position(line, 1), Position(line, 1))


def _rows(lines: Iterable[str], first: int) -> Iterator[tuple[int, list[str]]]:
    """The rows with the lines that they begin in."""
    reader = csv.reader(lines)
    line = first
    for row in reader:
        yield line, row
        line = first + reader.line_num


def _works(dois: str, pmids: str) -> Iterator[str]:
    yield from _dois(dois)
    yield from (pmid for pmid in _listed(pmids) if pmid != "0")


def _dois(text: str) -> Iterator[str]:
    """The DOIs of a cell; many cells say `unavailable`, and old DOIs hold a semicolon."""
    return (folded_doi(doi.strip(" ;")) for doi in _BETWEEN_DOIS.split(text) if "/" in doi)


def _listed(text: str) -> Iterator[str]:
    """What a cell lists, in each of the two ways in which the database has been published."""
    return (part for each in text.split(";") if (part := each.strip().removeprefix("+").strip()))


@cache
def _day(text: str) -> str:
    """A day as `YYYY-MM-DD`, whatever time stands behind it; nothing where there is no such day."""
    found = _DAY.match(text.strip())
    if not found:
        return ""
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"]).isoformat()
        return date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return ""
